//! Dates: "Tuesday, July 1", "1 July 2025", "2025-07-01", "September 2022", "the 1990s", "mid-2024".

use super::{
    Found, TimeKind,
    calendar::{self, Period},
    meaning::{Meaning, Part},
    tense, words,
};
use crate::piece::{self, Pieces};
use jiff::civil::Date;

const MONTHS: &[&str] = &["month", "short-month"];

/// The date that begins at piece `at`.
pub(super) fn read(pieces: &Pieces, at: usize) -> Option<Found> {
    if pieces.is_digits(at) {
        return numeric(pieces, at)
            .or_else(|| day_first(pieces, at))
            .or_else(|| year_alone(pieces, at));
    }
    weekday(pieces, at)
        .or_else(|| month_first(pieces, at))
        .or_else(|| the_day(pieces, at))
        .or_else(|| part_of_year(pieces, at))
        .or_else(|| decade(pieces, at))
        .or_else(|| spelt_year(pieces, at))
}

fn date(end: usize, meaning: Meaning) -> Found {
    Found::new(end, TimeKind::Date, meaning)
}

/// The month at `at` and one past its end, its point included. Short forms and words that are also
/// names or verbs need a capital and a day or year beside them.
fn month(pieces: &Pieces, at: usize) -> Option<(i8, usize)> {
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

fn day_number(pieces: &Pieces, at: usize) -> Option<(i8, usize)> {
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

/// A year of four digits at `at`.
fn year(pieces: &Pieces, at: usize) -> Option<i16> {
    let word = pieces.word(at);
    if word.len() != 4 || !pieces.is_digits(at) {
        return None;
    }
    word.parse().ok().filter(|year| (1000..=2199).contains(year))
}

/// A year after a date, a comma before it allowed.
fn trailing_year(pieces: &Pieces, at: usize) -> Option<(i16, usize)> {
    let next = if pieces.is(at, &[","]) { at + 1 } else { at };
    let year = year(pieces, next)?;
    let glued = pieces.is(next + 1, &["-", ":", "%"]) && pieces.glued(next + 1);
    (!glued).then_some((year, next + 1))
}

/// "2025-07-01", "07/01/2025", "01.07.2025".
fn numeric(pieces: &Pieces, at: usize) -> Option<Found> {
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
            return Some(date(at + 3, Meaning::Fixed(Period::Month(year(pieces, at)?, month))));
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

fn month_day(pieces: &Pieces, at: usize, month: i8, day: i8, end: usize) -> Found {
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
    day.or_else(|| century(pieces, start))
}

fn century(pieces: &Pieces, at: usize) -> Option<Found> {
    const ORDINALS: &[&str] = &[
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
        "twenty-first",
    ];
    let (number, next) = if pieces.is_digits(at) {
        let suffix = pieces.is(at + 1, &["st", "nd", "rd", "th"]) && pieces.glued(at + 1);
        (pieces.word(at).parse::<i16>().ok().filter(|_| suffix)?, at + 2)
    } else if pieces.is(at, &["twenty"]) && pieces.is(pieces.past_hyphen(at + 1), &["first"]) {
        (21, pieces.past_hyphen(at + 1) + 1)
    } else {
        let at_list = ORDINALS.iter().position(|word| *word == pieces.word(at))?;
        (15 + i16::try_from(at_list).ok()?, at + 1)
    };
    let next = pieces.past_hyphen(next);
    let fits = pieces.is(next, &["century"]) && (1..=30).contains(&number);
    fits.then(|| date(next + 1, Meaning::Fixed(Period::Century((number - 1) * 100))))
}

/// "2024", "the 2024 season"; "1990s", "2024-25".
fn year_alone(pieces: &Pieces, at: usize) -> Option<Found> {
    if let Some(found) = century(pieces, at) {
        return Some(found);
    }
    let year = year(pieces, at)?;
    let next = at + 1;
    if pieces.glued(next)
        && (pieces.is(next, &["s"]) || pieces.possessive(next))
        && year % 10 == 0
        && pieces.word(next).ends_with('s')
        && pieces.is_word(next)
        && !pieces.possessive(next)
    {
        return Some(date(next + 1, Meaning::Fixed(Period::Decade(year))));
    }
    let glued = |at: usize| {
        pieces.glued(at)
            && !pieces.is(at, &[",", ".", ";", ")", "]", "?", "!", ":", "\"", "”", "'", "’", "—"])
    };
    if (glued(next)
        && !pieces.possessive(next)
        && !season_end(pieces, next)
        && !piece::is_dash(pieces.word(next)))
        || pieces.glued(at) && !pieces.is(at - 1, &["(", "-", "–", "/", "“", "\"", "‘", "[", "—"])
    {
        return None;
    }
    let decimal = pieces.is(next, &[":", "."])
        && pieces.glued(next)
        && pieces.glued(next + 1)
        && pieces.is_digits(next + 1);
    if decimal || !looks_like_year(pieces, at, year) {
        return None;
    }
    let end = if season_end(pieces, next) { next + 2 } else { next };
    Some(date(end, Meaning::Fixed(Period::Year(year))))
}

/// "-25" after "2024".
fn season_end(pieces: &Pieces, at: usize) -> bool {
    (piece::is_dash(pieces.word(at)) || pieces.is(at, &["/"]))
        && pieces.glued(at)
        && pieces.glued(at + 1)
        && pieces.is_digits(at + 1)
        && pieces.word(at + 1).len() == 2
}

/// A number of four digits is a year after a word that leads to one, or if it is of our times and
/// counts nothing.
fn looks_like_year(pieces: &Pieces, at: usize, year: i16) -> bool {
    const SURE: &[&str] = &[
        "in", "since", "until", "till", "during", "fiscal", "year", "early", "late", "mid",
        "circa", "summer", "spring", "winter", "autumn", "fall",
    ];
    const LIKELY: &[&str] = &[
        "of", "from", "by", "between", "and", "to", "after", "before", "through", "the", "for",
        "(", "-", "–", ",", "than", "or", "its", "their", "on", "last",
    ];
    const COUNTED: &[&str] = &[
        "people",
        "men",
        "women",
        "children",
        "miles",
        "km",
        "feet",
        "metres",
        "meters",
        "troops",
        "percent",
        "per",
        "%",
        "pounds",
        "dollars",
        "euros",
        "hours",
        "employees",
        "workers",
        "homes",
        "soldiers",
        "times",
        "votes",
        "calories",
        "points",
        "megawatts",
        "kg",
        "tonnes",
        "tons",
        "mph",
        "cars",
        "houses",
        "jobs",
        "years",
        "customers",
        "hires",
    ];
    let before = pieces.before(at);
    let counted = pieces.is(at + 1, COUNTED);
    if counted
        || matches!(
            before,
            "$" | "€"
                | "£"
                | "about"
                | "around"
                | "nearly"
                | "some"
                | "than"
                | "over"
                | "approximately"
                | "no"
                | "#"
                | "aged"
        )
    {
        return false;
    }
    if SURE.contains(&before) {
        return true;
    }
    let ours = (1900..=2060).contains(&year);
    ours && (LIKELY.contains(&before)
        || !pieces.is_word(at + 1)
        || !pieces.word(at + 1).ends_with('s'))
        || (1500..1900).contains(&year)
            && matches!(before, "of" | "from" | "by" | "between" | "(" | "early" | "late")
        || (1500..1900).contains(&year)
            && before == "and"
            && at >= 2
            && self::year(pieces, at - 2).is_some()
}

/// "the nineties", "the '80s".
fn decade(pieces: &Pieces, at: usize) -> Option<Found> {
    if !pieces.is(at, &["the"]) {
        return None;
    }
    if let Some(tens) = words::number(pieces.word(at + 1), &["decades"]) {
        return Some(date(at + 2, Meaning::Fixed(Period::Decade(1900 + i16::from(tens) * 10))));
    }
    let apostrophe = usize::from(pieces.is(at + 1, &["'", "’", "‘"]));
    let number = at + 1 + apostrophe;
    let word = pieces.word(number);
    let plural = pieces.glued(number + 1) && pieces.is(number + 1, &["s"]);
    if plural && pieces.is_digits(number) && word.len() == 2 && word.ends_with('0') {
        let tens: i16 = word.parse().ok()?;
        let century = if tens < 30 { 2000 } else { 1900 };
        return Some(date(number + 2, Meaning::Fixed(Period::Decade(century + tens))));
    }
    let long = year(pieces, number).filter(|year| plural && year % 10 == 0)?;
    Some(date(number + 2, Meaning::Fixed(Period::Decade(long))))
}

/// "nineteen ninety-six", "twenty twenty-two".
fn spelt_year(pieces: &Pieces, at: usize) -> Option<Found> {
    let century = match pieces.word(at) {
        "nineteen" => 1900,
        "twenty" => 2000,
        _ => return None,
    };
    let rest = crate::number::read(pieces, at + 1, false)?;
    let value = rest.value;
    let fits = (10.0..100.0).contains(&value) && value.fract() == 0.0 && !pieces.hyphen(at + 1);
    if !fits {
        return None;
    }
    let year = (0..100i16).find(|year| f64::from(*year) == value)?;
    Some(date(rest.end, Meaning::Fixed(Period::Year(century + year))))
}

/// "the third quarter of 1984", "third-quarter", "Q3 2024", "the first half of the year", "summer".
fn part_of_year(pieces: &Pieces, at: usize) -> Option<Found> {
    let the = usize::from(pieces.is(at, &["the"]));
    let mut start = at + the;
    // "the 1988 third quarter", "the fiscal third quarter"
    let led = year(pieces, start).filter(|_| the == 1);
    if led.is_some() {
        start += 1;
    }
    let (part, mut end) = part(pieces, start, the == 1 || led.is_some())?;
    // "the third-quarter results" are results; the time is "third-quarter".
    if the == 1 && pieces.hyphen(end - 2) {
        return None;
    }
    let of = if pieces.is(end, &["of"]) { end + 1 } else { end };
    let fiscal = if pieces.is(of, &["fiscal"]) { of + 1 } else { of };
    let written = led.or_else(|| {
        let found = year(pieces, fiscal)?;
        end = fiscal + 1;
        Some(found)
    });
    if let Some(year) = written {
        let year = Meaning::Fixed(Period::Year(year));
        return Some(date(end, Meaning::PartOf { year: Box::new(year), part }));
    }
    if of > end && pieces.is(of, &["this", "last", "next"]) && pieces.is(of + 1, &["year"]) {
        let by = super::relative::step(pieces.word(of));
        let unit = calendar::Unit::Year;
        let year = Meaning::Shift { unit, by, grain: unit };
        return Some(date(of + 2, Meaning::PartOf { year: Box::new(year), part }));
    }
    Some(date(end, Meaning::Part { part, lean: tense::lean(pieces, at) }))
}

pub(super) fn part(pieces: &Pieces, at: usize, the: bool) -> Option<(Part, usize)> {
    let word = pieces.word(at);
    if word == "q" && pieces.capital(at) && pieces.glued(at + 1) {
        let quarter =
            pieces.word(at + 1).parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
        return Some((Part::Quarter(quarter), at + 2));
    }
    if let Some(season) = words::value(word, &["season"]).and_then(calendar::season) {
        let dated = year(pieces, at + 1).is_some()
            || pieces.is(at + 1, &["of"]) && year(pieces, at + 2).is_some();
        let noun = the
            && matches!(word, "summer" | "winter" | "autumn" | "spring" | "fall")
            && matches!(pieces.before(at - 1), "in" | "during" | "by" | "until" | "since" | "over");
        return (dated || noun).then_some((Part::Season(season), at + 1));
    }
    let ordinal = words::number(word, &["ordinal"])
        .or_else(|| (word == "final" || word == "last").then_some(0))?;
    let next = pieces.past_hyphen(at + 1);
    match pieces.word(next) {
        "quarter" => {
            // A quarter of a game is played, scored and led in.
            let game =
                pieces.is(next + 1, &["touchdown", "lead", "goal", "when", "as", "and"]) && !the;
            let quarter = if ordinal == 0 { 4 } else { ordinal };
            (!game).then_some((Part::Quarter(quarter), next + 1))
        }
        "half" if ordinal < 3 => {
            let of = pieces.is(next + 1, &["of"])
                && (year(pieces, next + 2).is_some() || pieces.is(next + 3, &["year"]));
            let half = if ordinal == 0 { 2 } else { ordinal };
            of.then_some((Part::Half(half), next + 1))
        }
        _ => None,
    }
}
