//! Finds the quantities of a text, one after the other, and what they tell of each other.

use super::{Measure, Quantity, Role, State, draft::Draft, last::Last, none, unit};
use crate::{
    Time, TimeKind,
    piece::{PieceKind, Pieces},
};

/// Finds the quantities of a text. A number inside a date or a time of day is none; one inside a
/// duration is.
pub(crate) fn find(pieces: &Pieces, times: &[Time]) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut times = times.iter().filter(|time| time.kind != TimeKind::Duration).peekable();
    let mut last: Option<Last> = None;
    let mut told: Option<(usize, State)> = None;
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        while times.next_if(|time| time.range.end <= piece.range.start).is_some() {}
        let inside = times.peek().is_some_and(|time| time.range.start <= piece.range.start);
        let read = if inside || !starts(pieces, at) { None } else { read(pieces, at, &mut last) };
        let Some((quantity, end)) = read else {
            at += 1;
            continue;
        };
        if let Some(mut quantity) = quantity {
            // "five killed and another 70 hurt": the 70 go beside the five, and are all the hurt.
            let state = quantity.state.map(|state| (piece.sentence, state));
            let other = |told: (usize, State)| told.0 == piece.sentence && Some(told) != state;
            if quantity.role == Role::More && state.is_some() && told.is_some_and(other) {
                quantity.role = Role::Whole;
            }
            told = state.or(told);
            found.push(quantity);
        }
        at = end.max(at + 1);
    }
    share_states(pieces.text, &mut found);
    found
}

/// Whether a quantity can begin at piece `at`: a cheap test, since most words begin none.
fn starts(pieces: &Pieces, at: usize) -> bool {
    let word = pieces.word(at);
    match pieces.kind(at) {
        Some(PieceKind::Digits) => true,
        Some(PieceKind::Sign) => !matches!(word, "," | "." | "'" | "’" | "“" | "”" | "\""),
        Some(PieceKind::Word) => {
            pieces.numeral(at)
                || matches!(word, "a" | "an" | "minus")
                || none::leads(word)
                || word.ends_with("fold")
                || unit::before(pieces, at).is_some()
        }
        None => false,
    }
}

/// The quantity whose number begins at piece `at`, and where reading goes on; the quantity is
/// `None` where the number measures nothing.
fn read(pieces: &Pieces, at: usize, last: &mut Option<Last>) -> Option<(Option<Quantity>, usize)> {
    if let Some((quantity, end)) = none::read(pieces, at) {
        return Some((Some(quantity), end));
    }
    let mut draft = Draft::read(pieces, at, *last)?;
    if draft.is_label() {
        return Some((None, draft.end));
    }
    draft.state();
    if draft.is_pronoun() {
        return Some((None, draft.first.end));
    }
    let end = draft.end;
    *last = Some(draft.last());
    Some((Some(draft.finish()), end))
}

/// "Two women and one man died", "killed two women and one man": the parts of a list share its state.
fn share_states(text: &str, found: &mut [Quantity]) {
    let joined = |a: &Quantity, b: &Quantity| {
        let between = text.get(a.range.end..b.range.start).unwrap_or_default();
        let alike = a.measure == Measure::Count && b.measure == Measure::Count && a.unit == b.unit;
        alike && a.role == b.role && matches!(between.trim(), "and" | ",")
    };
    for i in (1..found.len()).rev() {
        if found[i - 1].state.is_none() && joined(&found[i - 1], &found[i]) {
            found[i - 1].state = found[i].state;
        }
    }
    for i in 1..found.len() {
        let after = text.get(found[i].range.end..).unwrap_or_default();
        let ends =
            after.is_empty() || after.starts_with([',', '.', ';']) || after.starts_with(" in ");
        if found[i].state.is_none() && ends && joined(&found[i - 1], &found[i]) {
            found[i].state = found[i - 1].state;
        }
    }
}
