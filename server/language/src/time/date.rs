//! Dates: "Tuesday, July 1", "1 July 2025", "2025-07-01", "September 2022", "the 1990s", "mid-2024".

use super::{Found, TimeKind, calendar::Period, days, meaning::Meaning, tense, words, year};
use crate::piece::Pieces;
use jiff::civil::Date;

const MONTHS: &[&str] = &["month", "short-month"];

/// The date that begins at piece `at`.
pub(super) fn read(pieces: &Pieces, at: usize) -> Option<Found> {
    if pieces.is_digits(at) {
        return numeric(pieces, at)
            .or_else(|| day_first(pieces, at))
            .or_else(|| days::before_month(pieces, at))
            .or_else(|| year::alone(pieces, at));
    }
    weekday(pieces, at)
        .or_else(|| month_first(pieces, at))
        .or_else(|| the_day(pieces, at))
        .or_else(|| year::read(pieces, at))
}

fn date(end: usize, meaning: Meaning) -> Found {
    Found::new(end, TimeKind::Date, meaning)
}

/// The month at `at` and one past its end, its point included. Short forms and words that are also
/// names or verbs need a capital and a day or year beside them.
pub(super) fn month(pieces: &Pieces, at: usize) -> Option<(i8, usize)> {
    let word = pieces.word(at);
    if !pieces.capital(at) {
        return None;
    }
    let month = words::number(word, MONTHS)?;
    let short = words::value(word, &["short-month"]).is_some();
    let point = short && pieces.is(at + 1, &["."]) && pieces.glued(at + 1);
    let end = if point { at + 2 } else { at + 1 };
    let beside = pieces.is_digits(end) || pieces.is(end, &[","]) && pieces.is_digits(end + 1);
    let before = at.checked_sub(1).is_some_and(|before| pieces.is_digits(before));
    if short && !(beside || before || point) {
        return None;
    }
    if matches!(word, "may" | "march") && !beside && !before && !introduced(pieces, at) {
        return None;
    }
    Some((month, end))
}

/// After a word that leads to a month: "in May", "last March".
fn introduced(pieces: &Pieces, at: usize) -> bool {
    const BEFORE: &[&str] = &[
        "in", "since", "until", "till", "by", "from", "of", "last", "next", "this", "early",
        "late", "mid", "during", "between", "to", "through", "for", "after", "before", "and",
        "each", "every",
    ];
    let before = if pieces.before(at) == "-" { at - 1 } else { at };
    BEFORE.contains(&pieces.before(before))
}

pub(super) fn day_number(pieces: &Pieces, at: usize) -> Option<(i8, usize)> {
    let word = pieces.word(at);
    if !pieces.is_digits(at) || word.len() > 2 {
        return None;
    }
    let day: i8 = word.parse().ok().filter(|day| (1..=31).contains(day))?;
    let suffix = pieces.glued(at + 1) && pieces.is(at + 1, &["st", "nd", "rd", "th"]);
    let end = if suffix { at + 2 } else { at + 1 };
    let part = pieces.glued(end) && pieces.is(end, &["%", ":", "/"])
        || pieces.is(end, &["percent", "per"]);
    (!part).then_some((day, end))
}

/// A year after a date, a comma before it allowed.
pub(super) fn trailing_year(pieces: &Pieces, at: usize) -> Option<(i16, usize)> {
    let next = if pieces.is(at, &[","]) { at + 1 } else { at };
    let year = year::digits(pieces, next)?;
    let glued = pieces.is(next + 1, &["-", ":", "%"]) && pieces.glued(next + 1);
    (!glued).then_some((year, next + 1))
}

/// "01.07.2025", whose first two numbers look like one.
fn dotted(pieces: &Pieces, at: usize) -> Option<Found> {
    let (day, month) = pieces.word(at).split_once('.')?;
    let point = pieces.is(at + 1, &["."]) && pieces.glued(at + 1) && pieces.glued(at + 2);
    let year = year::digits(pieces, at + 2).filter(|_| point)?;
    let day = Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?;
    Some(date(at + 3, Meaning::Fixed(Period::Day(day))))
}

/// "2025-07-01", "07/01/2025".
fn numeric(pieces: &Pieces, at: usize) -> Option<Found> {
    if let Some(found) = dotted(pieces, at) {
        return Some(found);
    }
    let joined =
        |at: usize, sign: &str| pieces.is(at, &[sign]) && pieces.glued(at) && pieces.glued(at + 1);
    let number = |at: usize| pieces.word(at).parse::<i16>().ok();
    let (first, second, third) = (number(at)?, number(at + 2), number(at + 4));
    let three = |sign| joined(at + 1, sign) && joined(at + 3, sign);
    let build = |year: i16, month: i16, day: i16| {
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    let date_of = |found: Option<Date>| Some(date(at + 5, Meaning::Fixed(Period::Day(found?))));
    if three("-") && pieces.word(at).len() == 4 {
        return date_of(build(first, second?, third?));
    }
    if three("/") && pieces.word(at + 4).len() == 4 {
        // American order unless the second number can only be a day of British order.
        let (month, day) = if first > 12 { (second?, first) } else { (first, second?) };
        return date_of(build(third?, month, day));
    }
    if joined(at + 1, "-")
        && pieces.word(at).len() == 4
        && pieces.word(at + 2).len() == 2
        && !pieces.hyphen(at + 3)
    {
        // "2024-25" is a season, "2025-07" a month; only a month follows a year as 01 to 12.
        let month = i8::try_from(second?).ok().filter(|month| (1..=12).contains(month))?;
        let next = i16::from(month) == (first + 1) % 100;
        if !next && pieces.word(at + 2).starts_with('0') {
            return Some(date(
                at + 3,
                Meaning::Fixed(Period::Month(year::digits(pieces, at)?, month)),
            ));
        }
    }
    None
}

/// "1 July", "1 July 2025", "1st of July".
fn day_first(pieces: &Pieces, at: usize) -> Option<Found> {
    let (day, end) = day_number(pieces, at)?;
    let of = if pieces.is(end, &["of"]) { end + 1 } else { end };
    let (month, end) = month(pieces, of)?;
    // "Of the 12 August deaths" and "4 May Street" are rare; "12 March" is a date.
    Some(month_day(pieces, at, month, day, end))
}

pub(super) fn month_day(pieces: &Pieces, at: usize, month: i8, day: i8, end: usize) -> Found {
    if let Some((year, end)) = trailing_year(pieces, end)
        && let Ok(whole) = Date::new(year, month, day)
    {
        return date(end, Meaning::Fixed(Period::Day(whole)));
    }
    let lean = tense::lean(pieces, at);
    date(end, Meaning::MonthDay { month, day, lean })
}

/// "July 1", "July 1, 2025", "July 2025", "July".
fn month_first(pieces: &Pieces, at: usize) -> Option<Found> {
    let (month, end) = month(pieces, at)?;
    if let Some((day, end)) = day_number(pieces, end).filter(|_| !count_follows(pieces, end)) {
        return Some(month_day(pieces, at, month, day, end));
    }
    let of = if pieces.is(end, &["of"]) { end + 1 } else { end };
    if let Some((year, end)) = trailing_year(pieces, of) {
        return Some(date(end, Meaning::Fixed(Period::Month(year, month))));
    }
    if let Some((short, end)) = short_year(pieces, end) {
        return Some(date(end, Meaning::Fixed(Period::Month(short, month))));
    }
    let name = name_beside(pieces, at, end);
    (!name).then(|| date(end, Meaning::Month { month, lean: tense::lean(pieces, at) }))
}

/// "April O'Neil", "August Wilson": a month that is a given name.
fn name_beside(pieces: &Pieces, at: usize, end: usize) -> bool {
    let name = pieces.is(at, &["april", "may", "june", "august", "march"]);
    name && pieces.is_word(end)
        && pieces.capital(end)
        && !pieces.possessive(end)
        && !introduced(pieces, at)
}

/// "In July 12 people died": the number counts what follows.
fn count_follows(pieces: &Pieces, at: usize) -> bool {
    pieces
        .is(at + 1, &["people", "percent", "per", "men", "women", "children", "million", "billion"])
}

/// "'98" after a month.
fn short_year(pieces: &Pieces, at: usize) -> Option<(i16, usize)> {
    let apostrophe = pieces.is(at, &["'", "’", "‘"]) && pieces.glued(at + 1);
    let two: i16 = pieces.word(at + 1).parse().ok().filter(|_| pieces.word(at + 1).len() == 2)?;
    apostrophe.then_some((if two < 40 { 2000 + two } else { 1900 + two }, at + 2))
}

/// "Tuesday", "Tuesday, July 1", "Tuesday (July 1)".
fn weekday(pieces: &Pieces, at: usize) -> Option<Found> {
    let word = pieces.word(at);
    if !pieces.capital(at) {
        return None;
    }
    if let Some(weekday) = words::number(word, &["weekdays"]) {
        let value = format!("XXXX-WXX-{weekday}");
        return Some(Found::new(at + 1, TimeKind::Set, Meaning::Plain(value)));
    }
    let short = words::number(word, &["short-weekday"]);
    let weekday = words::number(word, &["weekday"]).or(short)?;
    let mut end = at + 1;
    if short.is_some() && pieces.is(end, &["."]) && pieces.glued(end) {
        end += 1;
    }
    let written = Some((weekday, pieces.range(at, end)));
    let gap = if pieces.is(end, &[",", "("]) { end + 1 } else { end };
    let gap = if pieces.is(gap, &["the"]) { gap + 1 } else { gap };
    let beside = month(pieces, gap)
        .and_then(|_| month_first(pieces, gap))
        .or_else(|| day_first(pieces, gap))
        .filter(|found| {
            !matches!(found.meaning, Meaning::Month { .. } | Meaning::Fixed(Period::Month(..)))
        });
    if let Some(mut found) = beside {
        found.weekday = written;
        if pieces.is(gap - 1, &["("]) && pieces.is(found.end, &[")"]) {
            found.end += 1;
        }
        return Some(found);
    }
    if short.is_some() && !(end > at + 1 || pieces.is(end, &[","])) {
        return None;
    }
    if short.is_some() && !pieces.is_digits(gap) {
        return None;
    }
    let lean = tense::lean(pieces, at);
    let mut found = date(end, Meaning::Weekday { weekday, lean });
    found.weekday = written;
    Some(found)
}

/// "the 1st of July", "the 14th century", "the 20th century".
fn the_day(pieces: &Pieces, at: usize) -> Option<Found> {
    let start = if pieces.is(at, &["the"]) { at + 1 } else { return None };
    let day = pieces.is_digits(start).then(|| day_first(pieces, start)).flatten();
    day.or_else(|| year::century(pieces, start))
}
