//! Times counted from the day of writing or from another time: "last year", "two weeks ago",
//! "the following day", "yesterday", "now"; and how long and how often.

use super::{
    Found, TimeKind,
    calendar::{Period, Unit},
    date,
    meaning::{Clock, Lean, Meaning, Part},
    words,
};
use crate::{
    number::{self, Form, Number},
    piece::Pieces,
    token::Tag,
};

/// The expression at piece `at`; `base` is the date before it in the text.
pub(super) fn read(pieces: &Pieces, at: usize, base: Option<&Meaning>) -> Option<Found> {
    word(pieces, at)
        .or_else(|| each(pieces, at))
        .or_else(|| stepped(pieces, at, base))
        .or_else(|| stretch(pieces, at))
        .or_else(|| year_ago(pieces, at, base))
        .or_else(|| counted(pieces, at, base))
        .or_else(|| unsaid(pieces, at))
}

/// -1 for "last", 0 for "this", 1 for "next".
pub(super) fn step(word: &str) -> i32 {
    match word {
        "last" | "previous" | "past" => -1,
        "next" | "coming" | "following" | "upcoming" => 1,
        _ => 0,
    }
}

fn leaning(by: i32) -> Lean {
    match by {
        -1 => Lean::Last,
        1 => Lean::Next,
        _ => Lean::This,
    }
}

fn unit(pieces: &Pieces, at: usize) -> Option<Unit> {
    words::value(pieces.word(at), &["unit"]).and_then(Unit::from_code)
}

fn units(pieces: &Pieces, at: usize) -> Option<Unit> {
    words::value(pieces.word(at), &["units", "unit"]).and_then(Unit::from_code)
}

fn plain(end: usize, kind: TimeKind, value: &str) -> Found {
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

/// "every Tuesday", "each month", "every two years".
fn each(pieces: &Pieces, at: usize) -> Option<Found> {
    if !pieces.is(at, &["every", "each"]) {
        return None;
    }
    if let Some(weekday) = words::number(pieces.word(at + 1), &["weekday"]) {
        return Some(plain(at + 2, TimeKind::Set, &format!("XXXX-WXX-{weekday}")));
    }
    if let Some(month) =
        words::number(pieces.word(at + 1), &["month"]).filter(|_| pieces.capital(at + 1))
    {
        return Some(plain(at + 2, TimeKind::Set, &format!("XXXX-{month:02}")));
    }
    if let Some(part) = words::value(pieces.word(at + 1), &["part"]) {
        return Some(plain(at + 2, TimeKind::Set, &format!("XXXX-XX-XXT{part}")));
    }
    if let Some(unit) = unit(pieces, at + 1) {
        return Some(plain(at + 2, TimeKind::Set, &unit.duration("1")));
    }
    let number = number::read(pieces, at + 1, false)?;
    let unit = units(pieces, number.end)?;
    Some(plain(number.end + 1, TimeKind::Set, &unit.duration(&whole(&number)?)))
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
        return Some(stepped_unit(pieces, at + 1, unit, 0, None));
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
    let by = step(word);
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
        return Some(stepped_unit(pieces, next, unit, by, told.then_some(base)));
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
fn told_day(base: Option<&Meaning>, by: i32) -> Meaning {
    match base {
        Some(base) => Meaning::From { base: Box::new(base.clone()), unit: Unit::Day, by },
        None => Meaning::Plain("XXXX-XX-XX".into()),
    }
}

/// `told` is set where the step counts from the date before in the text, which may be missing.
fn stepped_unit(
    pieces: &Pieces,
    at: usize,
    unit: Unit,
    by: i32,
    told: Option<Option<&Meaning>>,
) -> Found {
    let end = at + 1;
    let shift = match told {
        Some(Some(base)) => Meaning::From { base: Box::new(base.clone()), unit, by },
        Some(None) => Meaning::Plain(Meaning::Shift { unit, by, grain: unit }.value()),
        None if unit == Unit::Weekend && by == -1 => {
            Meaning::Shift { unit: Unit::Week, by, grain: unit }
        }
        None => Meaning::Shift { unit, by, grain: unit },
    };
    // "last year's third quarter"
    if unit == Unit::Year && pieces.possessive(end) {
        if let Some((part, end)) = date::part(pieces, end + 1, true) {
            return Found::new(
                end,
                TimeKind::Date,
                Meaning::PartOf { year: Box::new(shift), part },
            );
        }
    }
    Found::new(end, TimeKind::Date, shift)
}

/// "the last three months", "the next few years", "the first nine months", "the past decade".
fn stretch(pieces: &Pieces, at: usize) -> Option<Found> {
    let the = usize::from(pieces.is(at, &["the", "these", "those"]));
    let led = pieces.is(
        at + the,
        &[
            "last",
            "past",
            "next",
            "coming",
            "previous",
            "first",
            "following",
            "final",
            "latest",
            "this",
        ],
    );
    let from = at + the + usize::from(led);
    if !led && the == 0 {
        return None;
    }
    let found = duration(pieces, from)?;
    // "the eight-year war" is a war.
    let describes = pieces.is(found.end - 2, &["-", "‑"]);
    (found.kind == TimeKind::Duration && !describes).then_some(found)
}

fn is_year_ago(pieces: &Pieces, at: usize) -> bool {
    pieces.is(at, &["year"]) && pieces.hyphen(at + 1) && pieces.is(at + 2, &["ago", "earlier"])
}

/// "year-ago", "year-earlier" before a noun.
fn year_ago(pieces: &Pieces, at: usize, base: Option<&Meaning>) -> Option<Found> {
    is_year_ago(pieces, at).then(|| Found::new(at + 3, TimeKind::Date, year_before(base)))
}

/// A year before a quarter is a quarter.
fn year_before(base: Option<&Meaning>) -> Meaning {
    match base.filter(|base| is_quarter(base)) {
        Some(base) => Meaning::From { base: Box::new(base.clone()), unit: Unit::Quarter, by: -4 },
        None => Meaning::Shift { unit: Unit::Year, by: -1, grain: Unit::Year },
    }
}

/// "two weeks ago", "a year earlier", "in three days' time", "three years".
fn counted(pieces: &Pieces, at: usize, base: Option<&Meaning>) -> Option<Found> {
    let (number, unit, end) = amount(pieces, at)?;
    let by = number.as_ref().map_or(Some(1), count);
    let (direction, told, last) = match pieces.word(end) {
        "ago" => (-1, false, end + 1),
        "earlier" | "before" | "previously" if ends_phrase(pieces, end) => (-1, true, end + 1),
        "later" | "after" if ends_phrase(pieces, end) => (1, true, end + 1),
        "from" if pieces.is(end + 1, &["now", "today"]) => (1, false, end + 2),
        "hence" => (1, false, end + 1),
        "-" if pieces.hyphen(end) && pieces.is(end + 1, &["ago", "earlier"]) => {
            (-1, false, end + 2)
        }
        _ => return duration(pieces, at),
    };
    if unit == Unit::Second {
        return None;
    }
    let Some(by) = by else {
        let value = if direction < 0 { "PAST_REF" } else { "FUTURE_REF" };
        return Some(plain(last, TimeKind::Date, value));
    };
    let year = unit == Unit::Year && direction < 0;
    let meaning = match base {
        _ if year && by == 1 => year_before(base),
        Some(base) if told && !year => {
            Meaning::From { base: Box::new(base.clone()), unit, by: direction * by }
        }
        // "Two days later" needs the day it counts from.
        None if told && !year => Meaning::Plain(Meaning::Shift { unit, by, grain: unit }.value()),
        _ => Meaning::Shift { unit, by: direction * by, grain: unit },
    };
    Some(Found::new(last, TimeKind::Date, meaning))
}

/// "Two days later," but not "two days after the vote".
fn ends_phrase(pieces: &Pieces, at: usize) -> bool {
    match pieces.word(at) {
        "earlier" | "later" | "previously" => true,
        _ => !pieces.is_word(at + 1) && !pieces.is_digits(at + 1),
    }
}

/// A number of units: number (none for "a"), unit, one past the end.
fn amount(pieces: &Pieces, at: usize) -> Option<(Option<Number>, Unit, usize)> {
    if let Some(number) = number::read(pieces, at, false) {
        let mut next = number.end;
        while pieces.is(
            next,
            &[
                "of",
                "more",
                "full",
                "whole",
                "consecutive",
                "straight",
                "long",
                "trading",
                "business",
                "working",
            ],
        ) && next < number.end + 2
        {
            next += 1;
        }
        // "10 to 15 years", "two or three weeks"
        if pieces.is(next, &["to", "or"])
            && let Some(second) = number::read(pieces, next + 1, false)
            && units(pieces, second.end).is_some()
        {
            next = second.end;
        }
        let next = pieces.past_hyphen(next);
        let unit = units(pieces, next)?;
        // "the 1988 quarter" is of a year.
        if unit == Unit::Quarter && number.value > 1000.0 {
            return None;
        }
        return Some((Some(number), unit, next + 1));
    }
    let article = pieces.is(at, &["a", "an", "one"]) && !pieces.hyphen(at + 2);
    let unit = unit(pieces, at + 1).filter(|_| article)?;
    Some((None, unit, at + 2))
}

/// A number as TIMEX3 counts it.
fn whole(number: &Number) -> Option<String> {
    if number.form == Form::Vague && number.most != Some(3.0) {
        return Some("X".into());
    }
    (number.value.fract() == 0.0 && number.value < 1e6).then(|| format!("{:.0}", number.value))
}

fn count(number: &Number) -> Option<i32> {
    if number.form == Form::Vague && number.most != Some(3.0) {
        return None;
    }
    let whole = number.value.round();
    (0..10_000).find(|n| f64::from(*n) == whole)
}

/// "three years", "two-hour", "a year and a half".
fn duration(pieces: &Pieces, at: usize) -> Option<Found> {
    let (number, unit, mut end) = amount(pieces, at)?;
    if unit == Unit::Second && number.is_none() {
        return None;
    }
    let value = match &number {
        None if pieces.is(end, &["and"])
            && pieces.is(end + 1, &["a"])
            && pieces.is(end + 2, &["half"]) =>
        {
            end += 3;
            unit.duration_and_half("1")?
        }
        None => {
            // "four flights a day": a rate, which is the quantity's.
            let rate = at.checked_sub(1).is_some_and(|before| {
                pieces.is_digits(before)
                    || pieces.is(
                        before,
                        &["times", "twice", "once", "%", "percent", "million", "billion"],
                    )
                    || (pieces.word(before).ends_with('s')
                        && before > 0
                        && (pieces.is_digits(before - 1) || number::begins(pieces.before(before))))
            });
            if rate && pieces.is(at, &["a", "an"]) {
                return None;
            }
            unit.duration("1")
        }
        Some(number) if number.value.fract() == 0.5 && number.value < 1000.0 => {
            unit.duration_and_half(&format!("{:.0}", number.value.floor()))?
        }
        Some(number) => match whole(number) {
            Some(count) => unit.duration(&count),
            None => unit.duration(&number.value.to_string()),
        },
    };
    // Age: "54-year-old" is how long somebody has lived, "two years old" as well.
    let old = pieces.past_hyphen(end);
    if pieces.is(old, &["old"]) {
        end = old + 1;
    }
    Some(plain(end, TimeKind::Duration, &value))
}

/// "for years", "in months": how long is not said.
fn unsaid(pieces: &Pieces, at: usize) -> Option<Found> {
    let unit = words::value(pieces.word(at), &["units"]).and_then(Unit::from_code)?;
    let led = ["for", "in", "over", "within", "after"].contains(&pieces.before(at));
    led.then(|| plain(at + 1, TimeKind::Duration, &unit.duration("X")))
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
