//! Stretches of the calendar: days, weeks, months, years and what they are made of.

use jiff::civil::{Date, DateTime, Time as Clock};
use jiff::{Span, ToSpan};

/// Length of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "S" => Self::Second,
            "MI" => Self::Minute,
            "H" => Self::Hour,
            "D" | "N" => Self::Day,
            "W" => Self::Week,
            "F" => Self::Fortnight,
            "WE" => Self::Weekend,
            "M" => Self::Month,
            "Q" => Self::Quarter,
            "Y" => Self::Year,
            "DE" => Self::Decade,
            "CE" => Self::Century,
            _ => return None,
        })
    }

    /// TIMEX3 duration: "P2W", "PT3H"; `count` is a number or X.
    pub fn duration(self, count: &str) -> String {
        match self {
            Self::Second => format!("PT{count}S"),
            Self::Minute => format!("PT{count}M"),
            Self::Hour => format!("PT{count}H"),
            Self::Day => format!("P{count}D"),
            Self::Week => format!("P{count}W"),
            Self::Fortnight => format!("P{}W", times(count, 2)),
            Self::Weekend => format!("P{count}WE"),
            Self::Month => format!("P{count}M"),
            Self::Quarter => format!("P{}M", times(count, 3)),
            Self::Year => format!("P{count}Y"),
            Self::Decade => format!("P{count}DE"),
            Self::Century => format!("P{count}CE"),
        }
    }

    /// The same and a half: "P2Y6M"; half of one for a count of 0.
    pub fn duration_and_half(self, count: &str) -> Option<String> {
        let (lead, unit, half) = match self {
            Self::Minute => ("PT", "M", "30S"),
            Self::Hour => ("PT", "H", "30M"),
            Self::Day => ("P", "D", "T12H"),
            Self::Year => ("P", "Y", "6M"),
            _ => return None,
        };
        let whole = if count == "0" { String::new() } else { format!("{count}{unit}") };
        Some(format!("{lead}{whole}{half}"))
    }

    /// `count` of it.
    pub fn span(self, count: i32) -> Span {
        let count = count.clamp(-9000, 9000);
        match self {
            Self::Second => count.seconds(),
            Self::Minute => count.minutes(),
            Self::Hour => count.hours(),
            Self::Day => count.days(),
            Self::Week | Self::Weekend => count.weeks(),
            Self::Fortnight => (2 * count).weeks(),
            Self::Month => count.months(),
            Self::Quarter => (3 * count).months(),
            Self::Year => count.years(),
            Self::Decade => (count.clamp(-900, 900) * 10).years(),
            Self::Century => (count.clamp(-90, 90) * 100).years(),
        }
    }
}

fn times(count: &str, factor: u32) -> String {
    count
        .parse::<u32>()
        .map_or_else(|_| count.to_owned(), |count| (count.saturating_mul(factor)).to_string())
}

/// One stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Period {
    Day(Date),
    /// By its Monday.
    Week(Date),
    Weekend(Date),
    Month(i16, i8),
    Quarter(i16, i8),
    Half(i16, i8),
    /// 0 spring, 1 summer, 2 autumn, 3 the winter that begins in this year's December.
    Season(i16, i8),
    Year(i16),
    /// By its first year.
    Decade(i16),
    Century(i16),
}

impl Period {
    /// The stretch of length `unit` that holds `date`.
    pub fn around(date: Date, unit: Unit) -> Self {
        let monday =
            || date.saturating_sub(i64::from(date.weekday().to_monday_zero_offset()).days());
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Self::Day(date),
            Unit::Week | Unit::Fortnight => Self::Week(monday()),
            Unit::Weekend => Self::Weekend(monday()),
            Unit::Month => Self::Month(date.year(), date.month()),
            Unit::Quarter => Self::Quarter(date.year(), (date.month() - 1) / 3 + 1),
            Unit::Year => Self::Year(date.year()),
            Unit::Decade => Self::Decade(date.year().div_euclid(10) * 10),
            Unit::Century => Self::Century(date.year().div_euclid(100) * 100),
        }
    }

    /// TIMEX3 value.
    pub fn value(self) -> String {
        match self {
            Self::Day(date) => date.to_string(),
            Self::Week(monday) => week(monday),
            Self::Weekend(monday) => format!("{}-WE", week(monday)),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            Self::Half(year, half) => format!("{year:04}-H{half}"),
            Self::Season(year, season) => {
                format!("{year:04}-{}", SEASONS[usize::from(season.unsigned_abs()) % 4])
            }
            Self::Year(year) => format!("{year:04}"),
            Self::Decade(year) => format!("{:03}", year / 10),
            Self::Century(year) => format!("{:02}", year / 100),
        }
    }

    /// First moment, and first moment after; `None` where the calendar ends.
    pub fn bounds(self) -> Option<(DateTime, DateTime)> {
        let months = |year: i16, month: i8, count: i64| {
            let first = Date::new(year, month, 1).ok()?;
            Some((first, first.checked_add(count.months()).ok()?))
        };
        let (first, after) = match self {
            Self::Day(date) => (date, date.tomorrow().ok()?),
            Self::Week(monday) => (monday, monday.checked_add(7.days()).ok()?),
            Self::Weekend(monday) => {
                (monday.checked_add(5.days()).ok()?, monday.checked_add(7.days()).ok()?)
            }
            Self::Month(year, month) => months(year, month, 1)?,
            Self::Quarter(year, quarter) => months(year, quarter * 3 - 2, 3)?,
            Self::Half(year, half) => months(year, half * 6 - 5, 6)?,
            Self::Season(year, season) => months(year, season * 3 + 3, 3)?,
            Self::Year(year) => months(year, 1, 12)?,
            Self::Decade(year) => months(year, 1, 120)?,
            Self::Century(year) => months(year, 1, 1200)?,
        };
        Some((first.to_datetime(Clock::midnight()), after.to_datetime(Clock::midnight())))
    }
}

const SEASONS: [&str; 4] = ["SP", "SU", "FA", "WI"];

/// Number of a season by its TIMEX3 code.
pub(super) fn season(code: &str) -> Option<i8> {
    SEASONS.iter().position(|season| *season == code).and_then(|at| i8::try_from(at).ok())
}

fn week(monday: Date) -> String {
    let week = monday.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}
