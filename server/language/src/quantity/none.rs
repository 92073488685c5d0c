//! Counts without a number: "no one", "no injuries", "none of the 150", "not a single house", and
//! "both drivers".

use super::{Measure, Modifier, Quantity, Role, State, noun, noun::Noun, state};
use crate::{number, piece::Pieces};

/// Whether such a count can begin with `word`.
pub(super) fn leads(word: &str) -> bool {
    matches!(word, "no" | "not" | "none" | "neither" | "nobody" | "both")
}

/// The count at piece `at`, and where reading goes on.
pub(super) fn read(pieces: &Pieces, at: usize) -> Option<(Quantity, usize)> {
    match pieces.word(at) {
        "nobody" => Some(count(pieces, at, at + 1, 0.0, None, state::of(pieces, at, at + 1))),
        "no" if pieces.is(
            pieces.past_hyphen(at + 1),
            &["one", "deaths", "injuries", "fatalities", "casualties", "arrests"],
        ) =>
        {
            let end = pieces.past_hyphen(at + 1) + 1;
            let said = state::of_noun(pieces.word(end - 1)).map(|state| (state, Role::Whole));
            let said = said.or_else(|| state::of(pieces, at, end));
            Some(count(pieces, at, end, 0.0, None, said))
        }
        "not" => not_one(pieces, at),
        "none" | "neither" => of_them(pieces, at, 0.0),
        "both" => both(pieces, at).or_else(|| of_them(pieces, at, 2.0)),
        _ => None,
    }
}

/// "Not a single house was hit", "not one person was hurt".
fn not_one(pieces: &Pieces, at: usize) -> Option<(Quantity, usize)> {
    let end = match (pieces.word(at + 1), pieces.word(at + 2)) {
        ("a", "single") => at + 3,
        ("one", _) => at + 2,
        _ => return None,
    };
    let noun = noun::counted(pieces, end, true)?;
    let end = noun.end;
    let said = state::of(pieces, at, end);
    Some(count(pieces, at, end, 0.0, Some(noun), said))
}

/// "None of the 150 passengers was hurt": said only where it tells a state. The 150 are read on
/// their own.
fn of_them(pieces: &Pieces, at: usize, value: f64) -> Option<(Quantity, usize)> {
    if !pieces.is(at + 1, &["of"]) {
        return None;
    }
    let mut end = at + 2;
    while pieces.is(end, &["the", "them", "those", "his", "her", "its", "their", "our"]) {
        end += 1;
    }
    let number = number::read(pieces, end, false);
    let noun = noun::counted(pieces, number.map_or(end, |number| number.end), false);
    let last = noun.as_ref().map_or(number.map_or(end, |number| number.end), |noun| noun.end);
    let said = state::of(pieces, at, last)?;
    let (quantity, _) = count(pieces, at, at + 1, value, noun, Some(said));
    Some((quantity, at + 1))
}

/// "Both drivers were hurt", "both died".
fn both(pieces: &Pieces, at: usize) -> Option<(Quantity, usize)> {
    let noun = noun::counted(pieces, at + 1, false);
    let end = noun.as_ref().map_or(at + 1, |noun| noun.end);
    let pair = noun.is_some() || pieces.is(end, &["were", "are", "have", "had", "died"]);
    if !pair || pieces.is(end, &["and"]) {
        return None;
    }
    let said = state::of(pieces, at, end)?;
    Some(count(pieces, at, end, 2.0, noun, Some(said)))
}

/// Whether the number that begins at piece `start` is the whole that "none of the" speaks of.
pub(super) fn is_of_none(pieces: &Pieces, start: usize) -> bool {
    start >= 3
        && pieces.is(start - 2, &["of"])
        && pieces.is(start - 3, &["none", "neither", "both"])
}

fn count(
    pieces: &Pieces,
    at: usize,
    end: usize,
    value: f64,
    noun: Option<Noun>,
    said: Option<(State, Role)>,
) -> (Quantity, usize) {
    let range = pieces.range(at, end);
    let things = noun.as_ref().is_some_and(|noun| !noun.person);
    let quantity = Quantity {
        range,
        number: range,
        value,
        low: Some(value),
        high: Some(value),
        modifier: Modifier::Exactly,
        measure: Measure::Count,
        unit: if things { String::new() } else { "person".into() },
        counts: noun.map(|noun| noun.lemma),
        state: said.map(|(state, _)| state),
        upper: None,
        vague: false,
        role: said.map_or(Role::Whole, |(_, role)| role),
        per: None,
    };
    (quantity, end)
}
