//! Years and their parts: "2024", "the 1990s", "the third quarter of 1984", "Q3 2024", "summer".

use super::{
    Found, TimeKind, WORDS,
    calendar::{self, Period},
    meaning::{Meaning, Part},
    tense, words,
};
use crate::{
    lexicon::{self, Set},
    number,
    piece::{self, Pieces},
};
use std::sync::LazyLock;

/// Words that lead to a year, whatever it is.
static SURE: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "sure").collect());

/// Words that lead to a year of our times.
static LIKELY: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "likely").collect());

/// Words before what is counted or paid.
static AMOUNTS: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "amount").collect());

/// What is counted, behind its number.
static COUNTED: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "counted").collect());

/// The year, decade or part of a year that begins with the word at piece `at`.
pub(super) fn read(pieces: &Pieces, at: usize) -> Option<Found> {
    part_of_year(pieces, at).or_else(|| decade(pieces, at)).or_else(|| spelt(pieces, at))
}

fn date(end: usize, meaning: Meaning) -> Found {
    Found::new(end, TimeKind::Date, meaning)
}

/// A year of four digits at `at`.
pub(super) fn digits(pieces: &Pieces, at: usize) -> Option<i16> {
    let word = pieces.word(at);
    if word.len() != 4 || !pieces.is_digits(at) {
        return None;
    }
    word.parse().ok().filter(|year| (1000..=2199).contains(year))
}

pub(super) fn century(pieces: &Pieces, at: usize) -> Option<Found> {
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
pub(super) fn alone(pieces: &Pieces, at: usize) -> Option<Found> {
    if let Some(found) = century(pieces, at) {
        return Some(found);
    }
    let year = digits(pieces, at)?;
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
    let before = pieces.before(at);
    let counted = COUNTED.contains(pieces.word(at + 1));
    if counted || AMOUNTS.contains(before) {
        return false;
    }
    if SURE.contains(before) {
        return true;
    }
    let ours = (1900..=if before == "by" { 2150 } else { 2060 }).contains(&year);
    ours && (LIKELY.contains(before)
        || !pieces.is_word(at + 1)
        || !pieces.word(at + 1).ends_with('s'))
        || (1500..1900).contains(&year)
            && matches!(before, "of" | "from" | "by" | "between" | "(" | "early" | "late")
        || (1500..1900).contains(&year)
            && before == "and"
            && at >= 2
            && digits(pieces, at - 2).is_some()
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
    let long = digits(pieces, number).filter(|year| plural && year % 10 == 0)?;
    Some(date(number + 2, Meaning::Fixed(Period::Decade(long))))
}

/// "nineteen ninety-six", "twenty twenty-two".
fn spelt(pieces: &Pieces, at: usize) -> Option<Found> {
    let century = match pieces.word(at) {
        "nineteen" => 1900,
        "twenty" => 2000,
        _ => return None,
    };
    let rest = number::read(pieces, at + 1, false)?;
    let value = rest.value;
    let fits = (10.0..100.0).contains(&value) && value.fract() == 0.0 && !pieces.hyphen(at + 1);
    if !fits {
        return None;
    }
    let year = (0..100i16).find(|year| number::same(f64::from(*year), value))?;
    Some(date(rest.end, Meaning::Fixed(Period::Year(century + year))))
}

/// "the third quarter of 1984", "third-quarter", "Q3 2024", "the first half of the year", "summer".
fn part_of_year(pieces: &Pieces, at: usize) -> Option<Found> {
    let the = usize::from(pieces.is(at, &["the"]));
    let mut start = at + the;
    // "the 1988 third quarter", "the fiscal third quarter"
    let led = digits(pieces, start).filter(|_| the == 1);
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
        let found = digits(pieces, fiscal)?;
        end = fiscal + 1;
        Some(found)
    });
    if let Some(year) = written {
        let year = Meaning::Fixed(Period::Year(year));
        return Some(date(end, Meaning::PartOf { year: Box::new(year), part }));
    }
    if of > end && pieces.is(of, &["this", "last", "next"]) && pieces.is(of + 1, &["year"]) {
        let by = words::step(pieces.word(of));
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
        let dated = digits(pieces, at + 1).is_some()
            || pieces.is(at + 1, &["of"]) && digits(pieces, at + 2).is_some();
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
                && (digits(pieces, next + 2).is_some() || pieces.is(next + 3, &["year"]));
            let half = if ordinal == 0 { 2 } else { ordinal };
            of.then_some((Part::Half(half), next + 1))
        }
        _ => None,
    }
}
