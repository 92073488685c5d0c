//! Whether a clause looks ahead: "will meet on Tuesday" is the next one, "met on Tuesday" the last.

use super::{meaning::Lean, words};
use crate::piece::Pieces;

/// Words looked through before the expression.
const REACH: usize = 12;

/// Which weekday or undated date the words before piece `at` ask for.
pub(super) fn lean(pieces: &Pieces, at: usize) -> Lean {
    match pieces.before(at) {
        "last" => return Lean::Last,
        "next" => return Lean::Next,
        "this" => return Lean::This,
        "by" if !told(pieces, at) => return Lean::Ahead,
        _ => {}
    }
    let sentence = pieces.sentence(at);
    let mut near = true;
    for back in 1..=REACH.min(at) {
        let here = at - back;
        if pieces.sentence(here) != sentence || pieces.is(here, &[";", "“", "”", "\""]) {
            break;
        }
        let word = pieces.word(here);
        if (words::value(word, &["ahead"]).is_some() && !pieces.capital(here))
            || matches!(word, "’ll")
        {
            return Lean::Ahead;
        }
        // "Who ran it until May, was arrested on Tuesday": the nearer verb dates it.
        if near && past(word) || matches!(word, "was" | "were" | "had") {
            return Lean::Bare;
        }
        near = near && matches!(word, "on" | "in" | "late" | "early" | "," | "the" | "of");
    }
    Lean::Bare
}

/// "by Tuesday, 12 had died": the clause after the date is told in the past.
fn told(pieces: &Pieces, at: usize) -> bool {
    (at..at + REACH)
        .take_while(|&here| pieces.sentence(here) == pieces.sentence(at))
        .any(|here| pieces.is(here, &["had", "was", "were"]))
}

/// A verb right before the date is in the past: "said Tuesday", "died on July 1".
fn past(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "told"
            | "began"
            | "held"
            | "met"
            | "spoke"
            | "died"
            | "came"
            | "took"
            | "was"
            | "were"
    ) || (word.len() > 4
        && word.ends_with("ed")
        && !matches!(word, "scheduled" | "expected" | "planned" | "slated"))
}
