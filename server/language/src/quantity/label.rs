//! Numbers that measure nothing: "Route 66", "COVID-19", "No. 10", telephone and house numbers.

use super::{Measure, WORDS, amount::Amount, draft::Draft};
use crate::{
    Tag,
    lexicon::{self, Set},
    number::Form,
    number::Number,
    piece,
    piece::Pieces,
};
use std::sync::LazyLock;

static LABELS: LazyLock<Set> = LazyLock::new(|| {
    lexicon::entries(include_str!("../../data/labels.txt"))
        .flat_map(str::split_whitespace)
        .collect()
});

/// What streets are called.
static STREETS: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "street").collect());

impl Draft<'_, '_> {
    /// Whether the number is part of a name and measures nothing.
    pub fn is_label(&self) -> bool {
        let typed = self.measure != Measure::Untyped || self.noun.is_some();
        let last = self.number_end();
        let number = Number { end: last, ..self.first.number };
        match self.measure {
            Measure::Magnitude => false,
            Measure::Score => {
                is_led(self.pieces, self.at)
                    || self
                        .second
                        .as_ref()
                        .is_some_and(|second| leading_zero(self.pieces.word(second.start)))
                    || (self.pieces.is(last, &["-", "/", ":"]) && self.pieces.glued(last))
            }
            // "5-10km" has its unit behind the second number.
            _ => {
                let measured = |amount: &Amount| amount.unit.is_some();
                !measured(&self.first)
                    && !self.second.as_ref().is_some_and(measured)
                    && is_in_label(self.pieces, self.at, &number, typed)
            }
        }
    }

    /// "one" that counts nothing: "this one", "one another", "one can".
    pub fn is_pronoun(&self) -> bool {
        const BEFORE: &[&str] = &[
            "the", "this", "that", "which", "any", "every", "each", "another", "some", "number",
            "day",
        ];
        let pieces = self.pieces;
        if pieces.word(self.at) != "one"
            || self.first.number.end > self.at + 1
            || self.unit.is_some()
            || self.second.is_some()
        {
            return false;
        }
        let name = pieces.capital(self.at)
            && self.at > 0
            && pieces.sentence(self.at - 1) == pieces.sentence(self.at);
        BEFORE.contains(&pieces.before(self.at))
            || pieces.is(self.at + 1, &["another", "day", "or", "thing"])
            || pieces.possessive(self.at + 1)
            || pieces.before(self.at) == "-"
            || (self.noun.is_none() && self.state.is_none())
            || (name && !self.pieces.capital(self.at - 1) && self.noun.is_none())
    }
}

/// Whether the word before piece `at` makes what follows a name: "Boeing 737-800".
fn is_led(pieces: &Pieces, at: usize) -> bool {
    LABELS.contains(pieces.before(at))
        && !pieces.is(
            at.wrapping_sub(1),
            &["game", "match", "games", "matches", "heat", "round", "division"],
        )
}

/// Whether the number at pieces `at..` is part of a name, an address, a telephone number or a list
/// mark. `measured` says that a unit or a counted noun follows it.
fn is_in_label(pieces: &Pieces, at: usize, number: &Number, measured: bool) -> bool {
    let before = pieces.before(at);
    let labelled = LABELS.contains(before)
        || (before == "."
            && at >= 2
            && pieces.is(at - 2, &["no", "nos", "nr", "vol", "sec", "art", "op"]));
    if labelled && number.form != Form::Vague {
        // "the game 3-1", "page one", but "bills 12 people pay"
        return !measured
            || !pieces.is_word(at.wrapping_sub(1))
            || !before.ends_with('s')
            || before == "sections";
    }
    if !pieces.is_digits(at) {
        return false;
    }
    glued_to_word(pieces, at)
        || suffixed(pieces, number.end)
        || chain(pieces, at, number.end)
        || leading_zero(pieces.word(at))
        || (!measured
            && (after_name(pieces, at) || list_mark(pieces, at) || year(pieces, at, number)))
        || address(pieces, at, number.end)
}

/// "G7", "F-16", "COVID-19".
fn glued_to_word(pieces: &Pieces, at: usize) -> bool {
    if !pieces.glued(at) {
        return false;
    }
    let before = at.wrapping_sub(1);
    if pieces.is_word(before) {
        return true;
    }
    piece::is_dash(pieces.before(at))
        && pieces.glued(before)
        && pieces.is_word(before.wrapping_sub(1))
}

/// "5G", "737s", "49ers": letters that are no unit touch the number.
fn suffixed(pieces: &Pieces, end: usize) -> bool {
    pieces.glued(end) && pieces.is_word(end) && !pieces.possessive(end)
}

/// "555-0123-44", "10:30", "1.2.3", "9/11".
fn chain(pieces: &Pieces, at: usize, end: usize) -> bool {
    let joint = |at: usize, signs: &[&str]| {
        pieces.is(at, signs) && pieces.glued(at) && pieces.glued(at + 1)
    };
    let before = at.wrapping_sub(1);
    let after = |signs: &[&str]| joint(end, signs) && pieces.is_digits(end + 1);
    let ahead = |signs: &[&str]| joint(before, signs) && pieces.is_digits(before.wrapping_sub(1));
    // "0800 123 456": numerals side by side
    if pieces.is_digits(end) || pieces.is_digits(before) {
        return true;
    }
    let signs: &[&str] = &[":", "/", "."];
    after(signs)
        || ahead(signs)
        || (after(&["-"]) && joint(end + 2, &["-"]) && pieces.is_digits(end + 3))
}

/// "0401", "007".
fn leading_zero(word: &str) -> bool {
    word.len() > 1 && word.starts_with('0') && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// "Boeing 737", "Galaxy 22": a name goes before, nothing counted comes after.
fn after_name(pieces: &Pieces, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let first = before == 0 || pieces.sentence(before - 1) != pieces.sentence(at);
    pieces.is_word(before)
        && pieces.capital(before)
        && pieces.tag(before) == Tag::Name
        && !first
        && !pieces.possessive(before)
        && pieces.sentence(before) == pieces.sentence(at)
}

/// "(4)" after a name, "1." at the head of a line.
fn list_mark(pieces: &Pieces, at: usize) -> bool {
    let first = at == 0 || pieces.sentence(at - 1) != pieces.sentence(at);
    let bracketed = pieces.before(at) == "(" && pieces.is(at + 1, &[")"]);
    bracketed || (first && pieces.glued(at + 1) && pieces.is(at + 1, &[".", ")"]))
}

/// A bare 2024 is a year that the reader of times could not place.
fn year(pieces: &Pieces, at: usize, number: &Number) -> bool {
    pieces.word(at).len() == 4
        && number.end == at + 1
        && number.in_ones()
        && (1500.0..=2100.0).contains(&number.value)
}

/// "10 Downing Street", "1600 Pennsylvania Ave".
fn address(pieces: &Pieces, at: usize, end: usize) -> bool {
    let capitals =
        (end..end + 4).take_while(|&at| pieces.is_word(at) && pieces.capital(at)).count();
    end == at + 1 && (1..capitals).any(|i| STREETS.contains(pieces.word(end + i)))
}
