//! Numbers of units: how long ("three years", "two-hour"), how often ("every two years"), and how far
//! from the day of writing or another day ("two weeks ago", "three days later").

use super::{
    Found, TimeKind,
    calendar::Unit,
    meaning::Meaning,
    relative::{is_year_ago, plain, unit, units, year_before},
    words,
};
use crate::{
    number::{self, Form, Number},
    piece::Pieces,
};

/// The expression at piece `at`; `base` is the date before it in the text.
pub(super) fn read(pieces: &Pieces, at: usize, base: Option<&Meaning>) -> Option<Found> {
    each(pieces, at)
        .or_else(|| stretch(pieces, at))
        .or_else(|| year_ago(pieces, at, base))
        .or_else(|| counted(pieces, at, base))
        .or_else(|| unsaid(pieces, at))
}

/// "every Tuesday", "each month", "every two years".
fn each(pieces: &Pieces, at: usize) -> Option<Found> {
    if !pieces.is(at, &["every", "each"]) {
        return so_often(pieces, at);
    }
    if pieces.is(at + 1, &["other", "second"]) {
        if let Some(weekday) = words::number(pieces.word(at + 2), &["weekday"]) {
            return Some(plain(at + 3, TimeKind::Set, &format!("XXXX-WXX-{weekday}")));
        }
        let unit = unit(pieces, at + 2)?;
        return Some(plain(at + 3, TimeKind::Set, &unit.duration("2")));
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

/// "twice a week", "three times a year".
fn so_often(pieces: &Pieces, at: usize) -> Option<Found> {
    let end = if pieces.is(at, &["once", "twice"]) {
        at + 1
    } else {
        number::read(pieces, at, false).filter(|n| pieces.is(n.end, &["times"]))?.end + 1
    };
    let unit = unit(pieces, end + 1).filter(|_| pieces.is(end, &["a", "an", "per", "each"]))?;
    Some(plain(end + 2, TimeKind::Set, &unit.duration("1")))
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

/// "year-ago", "year-earlier" before a noun.
fn year_ago(pieces: &Pieces, at: usize, base: Option<&Meaning>) -> Option<Found> {
    is_year_ago(pieces, at).then(|| Found::new(at + 3, TimeKind::Date, year_before(base)))
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
    (0..10_000).find(|n| number::same(f64::from(*n), whole))
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
        Some(number) if number::same(number.value.fract(), 0.5) && number.value < 1000.0 => {
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
