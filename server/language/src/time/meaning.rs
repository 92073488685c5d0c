//! What a time expression means, before and after the day of writing is known.

use super::calendar::{Period, Unit};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday};

/// Meaning as far as the words tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Needs no anchor.
    Fixed(Period),
    MonthDay {
        month: i8,
        day: i8,
        lean: Lean,
    },
    Month {
        month: i8,
        lean: Lean,
    },
    Weekday {
        weekday: i8,
        lean: Lean,
    },
    /// A quarter, half or season of a year that is not written.
    Part {
        part: Part,
        lean: Lean,
    },
    /// `by` units from the day of writing, as coarse as `grain`: "last year", "two weeks ago".
    Shift {
        unit: Unit,
        by: i32,
        grain: Unit,
    },
    /// `by` units from another time of the text: "the following day".
    From {
        base: Box<Meaning>,
        unit: Unit,
        by: i32,
    },
    /// A quarter, half or season of the year that `year` falls in: "this year's third quarter".
    PartOf {
        year: Box<Meaning>,
        part: Part,
    },
    /// A time of day, on the day of writing unless a day is given.
    At {
        day: Option<Box<Meaning>>,
        clock: Clock,
    },
    /// A value that no date changes: durations, sets, `PAST_REF`.
    Plain(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Quarter(i8),
    Half(i8),
    Season(i8),
}

impl Part {
    fn of(self, year: i16) -> Period {
        match self {
            Self::Quarter(n) => Period::Quarter(year, n),
            Self::Half(n) => Period::Half(year, n),
            Self::Season(n) => Period::Season(year, n),
        }
    }
}

/// Which of the many Tuesdays, Octobers, summers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lean {
    /// The last one on or before the day of writing (for a month and a day: the nearest).
    Bare,
    /// "will meet on Tuesday": the next one, today included.
    Ahead,
    /// "last Tuesday": before the day of writing.
    Last,
    /// "next Tuesday": after the day of writing.
    Next,
    /// "this Tuesday", "this summer": of the current week or year.
    This,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clock {
    Hour(i8),
    Minute(i8, i8),
    Second(i8, i8, i8),
    /// TIMEX3 code: MO, AF, EV, NI, MI (midday), DT (daytime).
    Part(&'static str),
}

/// Value, first moment, first moment after.
pub(super) type Resolved = (String, Option<DateTime>, Option<DateTime>);

impl Meaning {
    /// The TIMEX3 value as far as it is known without a date.
    pub fn value(&self) -> String {
        match self {
            Self::Fixed(period) => period.value(),
            Self::MonthDay { month, day, .. } => format!("XXXX-{month:02}-{day:02}"),
            Self::Month { month, .. } => format!("XXXX-{month:02}"),
            Self::Weekday { weekday, .. } => format!("XXXX-WXX-{weekday}"),
            Self::Part { part, .. } | Self::PartOf { part, .. } => {
                part.of(0).value().replacen("0000", "XXXX", 1)
            }
            Self::Shift { grain, .. } | Self::From { unit: grain, .. } => {
                unknown(*grain).to_owned()
            }
            Self::At { day, clock } => {
                let day =
                    day.as_ref().map_or_else(|| unknown(Unit::Day).to_owned(), |day| day.value());
                format!("{day}{}", clock.value())
            }
            Self::Plain(value) => value.clone(),
        }
    }

    /// Value and interval in an article written on `anchor`.
    pub fn resolve(&self, anchor: Date) -> Resolved {
        if let Self::Plain(value) = self {
            return (value.clone(), None, None);
        }
        if let Self::At { day, clock } = self {
            let day = day.as_ref().map_or(Some(Period::Day(anchor)), |day| day.period(anchor));
            let Some(Period::Day(date)) = day else { return (self.value(), None, None) };
            let (from, to) = clock.bounds(date);
            return (format!("{date}{}", clock.value()), from, to);
        }
        let Some(period) = self.period(anchor) else { return (self.value(), None, None) };
        let (from, to) = period.bounds().unzip();
        (period.value(), from, to)
    }

    /// The stretch meant in an article written on `anchor`.
    pub fn period(&self, anchor: Date) -> Option<Period> {
        Some(match self {
            Self::Fixed(period) => *period,
            Self::MonthDay { month, day, lean } => {
                Period::Day(month_day(*month, *day, *lean, anchor)?)
            }
            Self::Month { month, lean } => {
                // A bare month is the latest that has begun, or one of the next two: in copy of
                // October, "in February" is the last and "in November" the next.
                if *lean == Lean::Bare {
                    let ahead = anchor.checked_add(2.months()).ok()?;
                    let back = i16::from(ahead.month() < *month);
                    return Some(Period::Month(ahead.year() - back, *month));
                }
                let first = month_day(*month, 1, *lean, anchor)?;
                Period::Month(first.year(), *month)
            }
            Self::Weekday { weekday, lean } => {
                Period::Day(nearest_weekday(*weekday, *lean, anchor)?)
            }
            Self::Part { part, lean } => part.of(part_year(*part, *lean, anchor)),
            Self::PartOf { year, part } => part.of(year.first_day(anchor)?.year()),
            Self::Shift { unit, by, grain } => {
                Period::around(anchor.checked_add(unit.span(*by)).ok()?, *grain)
            }
            Self::From { base, unit, by } => {
                let base = base.first_day(anchor)?;
                Period::around(base.checked_add(unit.span(*by)).ok()?, *unit)
            }
            Self::At { .. } | Self::Plain(_) => return None,
        })
    }

    fn first_day(&self, anchor: Date) -> Option<Date> {
        if let Self::At { day, .. } = self {
            return day.as_ref().map_or(Some(anchor), |day| day.first_day(anchor));
        }
        Some(self.period(anchor)?.bounds()?.0.date())
    }
}

fn unknown(grain: Unit) -> &'static str {
    match grain {
        Unit::Year => "XXXX",
        Unit::Quarter => "XXXX-QX",
        Unit::Month => "XXXX-XX",
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => "XXXX-XX-XX",
    }
}

/// "Oct. 13" in copy of November is this year's, in copy of March the last one: up to three months
/// ahead, else behind.
fn month_day(month: i8, day: i8, lean: Lean, anchor: Date) -> Option<Date> {
    let in_year = |year: i16| Date::new(year, month, day).ok();
    let this = anchor.year();
    let years = [this - 1, this, this + 1];
    let pick = |fits: &dyn Fn(Date) -> bool, last: bool| {
        let mut dates = years.into_iter().filter_map(in_year).filter(|&date| fits(date));
        if last { dates.next_back() } else { dates.next() }
    };
    let month_start = anchor.first_of_month();
    let picked = match lean {
        Lean::Bare => {
            let horizon = anchor.checked_add(3.months()).ok()?;
            pick(&|date| date <= horizon, true)
        }
        Lean::Ahead => pick(&|date| date >= month_start, false),
        Lean::Last => pick(&|date| date < month_start || (day > 1 && date < anchor), true),
        Lean::Next => pick(&|date| date > anchor, false),
        Lean::This => in_year(this),
    };
    // 29 February
    picked.or_else(|| (1..5).rev().find_map(|back| in_year(this - back)))
}

fn nearest_weekday(weekday: i8, lean: Lean, anchor: Date) -> Option<Date> {
    let wanted = Weekday::from_monday_one_offset(weekday).ok()?;
    let back = i64::from(anchor.weekday().since(wanted));
    let ahead = i64::from(anchor.weekday().until(wanted));
    let days = match lean {
        Lean::Last if back == 0 => -7,
        Lean::Next if ahead == 0 => 7,
        Lean::Bare | Lean::Last => -back,
        Lean::Ahead | Lean::This | Lean::Next => ahead,
    };
    anchor.checked_add(days.days()).ok()
}

/// The year of the latest such part that has begun, or of the next one.
fn part_year(part: Part, lean: Lean, anchor: Date) -> i16 {
    let year = anchor.year();
    let Some((from, to)) = part.of(year).bounds() else { return year };
    match lean {
        Lean::Bare | Lean::Ahead if from.date() > anchor => year - 1,
        Lean::Last if to.date() > anchor => year - 1,
        Lean::Next if from.date() <= anchor => year + 1,
        _ => year,
    }
}

impl Clock {
    fn value(self) -> String {
        match self {
            Self::Hour(hour) => format!("T{hour:02}:00"),
            Self::Minute(hour, minute) => format!("T{hour:02}:{minute:02}"),
            Self::Second(hour, minute, second) => format!("T{hour:02}:{minute:02}:{second:02}"),
            Self::Part(part) => format!("T{part}"),
        }
    }

    fn bounds(self, date: Date) -> (Option<DateTime>, Option<DateTime>) {
        let (from, length) = match self {
            Self::Hour(hour) => (date.at(hour % 24, 0, 0, 0), 1.hours()),
            Self::Minute(hour, minute) => (date.at(hour % 24, minute, 0, 0), 1.minutes()),
            Self::Second(hour, minute, second) => {
                (date.at(hour % 24, minute, second, 0), 1.seconds())
            }
            Self::Part(part) => {
                let (hour, hours) = match part {
                    "MO" => (5, 7),
                    "MI" => (11, 3),
                    "AF" => (12, 6),
                    "EV" => (17, 7),
                    "NI" => (18, 12),
                    _ => (0, 24),
                };
                (date.at(hour, 0, 0, 0), i64::from(hours).hours())
            }
        };
        (Some(from), from.checked_add(length).ok())
    }
}
