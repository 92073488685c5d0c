//! Times counted from the day of writing or from another time: "last year", "two weeks ago",
//! "the following day", "yesterday", "now"; and how long and how often.

use super::{
    Found, TimeKind,
    calendar::{Period, Unit},
    meaning::{Clock, Lean, Meaning, Part},
    words, year,
};
use crate::{piece::Pieces, token::Tag};

/// The expression at piece `at`; `base` is the date before it in the text.
pub(super) fn read(pieces: &Pieces, at: usize, base: Option<&Meaning>) -> Option<Found> {
    word(pieces, at).or_else(|| stepped(pieces, at, base))
}

fn leaning(by: i32) -> Lean {
    match by {
        -1 => Lean::Last,
        1 => Lean::Next,
        _ => Lean::This,
    }
}

pub(super) fn unit(pieces: &Pieces, at: usize) -> Option<Unit> {
    words::value(pieces.word(at), &["unit"]).and_then(Unit::from_code)
}

pub(super) fn units(pieces: &Pieces, at: usize) -> Option<Unit> {
    words::value(pieces.word(at), &["units", "unit"]).and_then(Unit::from_code)
}

pub(super) fn plain(end: usize, kind: TimeKind, value: &str) -> Found {
    Found::new(end, kind, Meaning::Plain(value.to_owned()))
}

/// Single words and fixed phrases.
fn word(pieces: &Pieces, at: usize) -> Option<Found> {
    let word = pieces.word(at);
    if let Some(by) = words::number(word, &["day"]) {
        let day = Meaning::Shift { unit: Unit::Day, by: by.into(), grain: Unit::Day };
        return Some(Found::new(at + 1, TimeKind::Date, day));
    }
    let reference = |words: &[&str], value: &str| {
        let same = words.iter().enumerate().all(|(i, word)| pieces.word(at + i) == *word);
        same.then(|| plain(at + words.len(), TimeKind::Date, value))
    };
    match word {
        "tonight" => Some(part_of_day(None, "NI", at + 1)),
        "overnight" => {
            let day = Meaning::Shift { unit: Unit::Day, by: -1, grain: Unit::Day };
            Some(part_of_day(Some(day), "NI", at + 1))
        }
        "at" => reference(&["at", "the", "moment"], "PRESENT_REF")
            .or_else(|| reference(&["at", "present"], "PRESENT_REF")),
        "these" => reference(&["these", "days"], "PRESENT_REF"),
        "currently" | "now" | "nowadays" | "presently" if !pieces.hyphen(at + 1) => {
            Some(plain(at + 1, TimeKind::Date, "PRESENT_REF"))
        }
        "recently" | "lately" => Some(plain(at + 1, TimeKind::Date, "PAST_REF")),
        "recent" => {
            let unit = usize::from(units(pieces, at + 1).is_some());
            let and =
                unit == 1 && pieces.is(at + 2, &["and", "or"]) && units(pieces, at + 3).is_some();
            Some(plain(if and { at + 4 } else { at + 1 + unit }, TimeKind::Date, "PAST_REF"))
        }
        "soon" if !pieces.is(at.wrapping_sub(1), &["as"]) => {
            Some(plain(at + 1, TimeKind::Date, "FUTURE_REF"))
        }
        "the" => reference(&["the", "future"], "FUTURE_REF")
            .or_else(|| {
                let alone = !pieces.is_word(at + 2)
                    || matches!(pieces.tag(at + 2), Tag::Pronoun | Tag::Verb | Tag::Auxiliary);
                (alone && !pieces.is_digits(at + 2))
                    .then(|| reference(&["the", "past"], "PAST_REF"))
                    .flatten()
            })
            .or_else(|| {
                let weekend = Meaning::Shift { unit: Unit::Weekend, by: 0, grain: Unit::Weekend };
                pieces.is(at + 1, &["weekend"]).then(|| Found::new(at + 2, TimeKind::Date, weekend))
            }),
        _ => {
            let value = words::value(word, &["set"])?;
            // "daily flights", "the quarterly results" describe; "flies daily" says how often.
            let describes = matches!(pieces.tag(at + 1), Tag::Noun | Tag::Name | Tag::Adjective)
                && !word.ends_with("ually");
            (!describes && !pieces.capital(at)).then(|| plain(at + 1, TimeKind::Set, value))
        }
    }
}

/// "last year", "this week", "next Tuesday", "the previous Friday", "that day", "the same month".
fn stepped(pieces: &Pieces, at: usize, base: Option<&Meaning>) -> Option<Found> {
    let the = usize::from(pieces.is(at, &["the", "that"]));
    let that = pieces.is(at, &["that"]);
    let mut word = pieces.word(at + the);
    let mut next = at + the + 1;
    if that {
        (word, next) = ("same", at + 1);
    }
    if pieces.before(at) == "of"
        && pieces.is(at.wrapping_sub(2), &["end", "start", "beginning", "middle", "rest"])
        && let Some(unit) = unit(pieces, at + 1).filter(|_| the == 1)
    {
        return Some(stepped_unit(pieces, at + 1, unit, 0, false, base));
    }
    if the == 1
        && !that
        && let Some(quarter) = told_quarter(pieces, at + 1, base)
    {
        return Some(quarter);
    }
    if !matches!(
        word,
        "last"
            | "next"
            | "this"
            | "previous"
            | "past"
            | "coming"
            | "following"
            | "same"
            | "current"
            | "upcoming"
    ) {
        return None;
    }
    if word == "this" && pieces.is(next, &["past", "coming"]) {
        word = pieces.word(next);
        next += 1;
    }
    let by = words::step(word);
    let told = matches!(word, "same" | "following" | "previous");
    if let Some(weekday) =
        words::number(pieces.word(next), &["weekday"]).filter(|_| pieces.capital(next))
    {
        let lean = leaning(by);
        return Some(Found::new(next + 1, TimeKind::Date, Meaning::Weekday { weekday, lean }));
    }
    if let Some(month) =
        words::number(pieces.word(next), &["month"]).filter(|_| pieces.capital(next))
    {
        let lean = leaning(by);
        let meaning = match words_day(pieces, next + 1) {
            Some((day, end)) => {
                return Some(Found::new(
                    end,
                    TimeKind::Date,
                    Meaning::MonthDay { month, day, lean },
                ));
            }
            None => Meaning::Month { month, lean },
        };
        return Some(Found::new(next + 1, TimeKind::Date, meaning));
    }
    if let Some(part) = words::value(pieces.word(next), &["part"]) {
        let day = match word {
            "last" => Meaning::Shift { unit: Unit::Day, by: -1, grain: Unit::Day },
            "following" | "next" => told_day(base, 1),
            "previous" => told_day(base, -1),
            "same" => told_day(base, 0),
            _ => Meaning::Shift { unit: Unit::Day, by: 0, grain: Unit::Day },
        };
        return Some(part_of_day(Some(day), part, next + 1));
    }
    if let Some(unit) = unit(pieces, next) {
        if matches!(unit, Unit::Decade | Unit::Century) && by == -1 && the == 1 {
            return Some(plain(next + 1, TimeKind::Duration, &unit.duration("1")));
        }
        return Some(stepped_unit(pieces, next, unit, by, told, base));
    }
    if let Some(season) =
        words::value(pieces.word(next), &["season"]).and_then(super::calendar::season)
    {
        let lean = leaning(by);
        let part = Part::Season(season);
        return Some(Found::new(next + 1, TimeKind::Date, Meaning::Part { part, lean }));
    }
    None
}

/// "the quarter", "the year-ago quarter": counted from the quarter before in the text.
fn told_quarter(pieces: &Pieces, at: usize, base: Option<&Meaning>) -> Option<Found> {
    let ago = is_year_ago(pieces, at);
    let latest = pieces.is(at, &["latest"]);
    let end = at + if ago { 3 } else { usize::from(latest) };
    if ago && pieces.is(end, &["quarter", "period"]) {
        return Some(Found::new(end + 1, TimeKind::Date, year_before(base)));
    }
    let base = base.filter(|base| is_quarter(base))?;
    let meaning = Meaning::From { base: Box::new(base.clone()), unit: Unit::Quarter, by: 0 };
    pieces.is(end, &["quarter"]).then(|| Found::new(end + 1, TimeKind::Date, meaning))
}

pub(super) fn is_year_ago(pieces: &Pieces, at: usize) -> bool {
    pieces.is(at, &["year"]) && pieces.hyphen(at + 1) && pieces.is(at + 2, &["ago", "earlier"])
}

/// A year before a quarter is a quarter.
pub(super) fn year_before(base: Option<&Meaning>) -> Meaning {
    match base.filter(|base| is_quarter(base)) {
        Some(base) => Meaning::From { base: Box::new(base.clone()), unit: Unit::Quarter, by: -4 },
        None => Meaning::Shift { unit: Unit::Year, by: -1, grain: Unit::Year },
    }
}

fn is_quarter(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Part { part: Part::Quarter(_), .. }
            | Meaning::PartOf { part: Part::Quarter(_), .. }
            | Meaning::From { unit: Unit::Quarter, .. }
    )
}

fn words_day(pieces: &Pieces, at: usize) -> Option<(i8, usize)> {
    let day: i8 = pieces.word(at).parse().ok().filter(|day| (1..=31).contains(day))?;
    Some((day, at + 1))
}

/// A day told from the date before in the text.
pub(super) fn told_day(base: Option<&Meaning>, by: i32) -> Meaning {
    match base {
        Some(base) => Meaning::From { base: Box::new(base.clone()), unit: Unit::Day, by },
        None => Meaning::Plain("XXXX-XX-XX".into()),
    }
}

/// `told` says that the step counts from the date before in the text, which may be missing.
fn stepped_unit(
    pieces: &Pieces,
    at: usize,
    unit: Unit,
    by: i32,
    told: bool,
    base: Option<&Meaning>,
) -> Found {
    let end = at + 1;
    let shift = match told.then_some(base) {
        Some(Some(base)) => Meaning::From { base: Box::new(base.clone()), unit, by },
        Some(None) => Meaning::Plain(Meaning::Shift { unit, by, grain: unit }.value()),
        None if unit == Unit::Weekend && by == -1 => {
            Meaning::Shift { unit: Unit::Week, by, grain: unit }
        }
        None => Meaning::Shift { unit, by, grain: unit },
    };
    // "last year's third quarter"
    if unit == Unit::Year
        && pieces.possessive(end)
        && let Some((part, end)) = year::part(pieces, end + 1, true)
    {
        return Found::new(end, TimeKind::Date, Meaning::PartOf { year: Box::new(shift), part });
    }
    Found::new(end, TimeKind::Date, shift)
}

/// A part of a day, on the day of writing unless a day is given.
pub(super) fn part_of_day(day: Option<Meaning>, part: &'static str, end: usize) -> Found {
    let clock = Clock::Part(part);
    Found::new(end, TimeKind::Time, Meaning::At { day: day.map(Box::new), clock })
}

/// Whether the meaning is of one day.
pub(super) fn is_day(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Fixed(Period::Day(_))
            | Meaning::MonthDay { .. }
            | Meaning::Weekday { .. }
            | Meaning::Shift { grain: Unit::Day, .. }
            | Meaning::From { unit: Unit::Day, .. }
    )
}
