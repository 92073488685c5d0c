//! Parts of a whole, and words for an unknown number.

use super::{AROUND, Class, Form, Number, WORDS, below_twenty, look, same, scale, scaled};
use crate::{
    lexicon::{self, Set},
    piece::{self, Pieces},
};
use std::sync::LazyLock;

/// "half a million", "a quarter of a million", "half a dozen".
pub(super) fn part_of_scale(pieces: &Pieces, at: usize) -> Option<Number> {
    let (value, end) = top_and_part(pieces, at)?;
    let of = if pieces.is(end, &["of"]) { end + 1 } else { end };
    // "half a million", "half million"
    let unit = if pieces.is(of, &["a"]) { of + 1 } else { of };
    let factor = scale(pieces.word(unit)).filter(|_| unit > of || of == end)?;
    let number = Number {
        end: unit + 1,
        value: value * factor,
        most: None,
        step: value * factor,
        form: Form::Words,
    };
    Some(number)
}

/// "a third", "two-thirds", "half", "three quarters". A single part must be of something, or "a
/// third" is the one after the second.
pub(super) fn share(pieces: &Pieces, at: usize) -> Option<Number> {
    let (value, end) = top_and_part(pieces, at)?;
    let last = pieces.before(end);
    let top = end > at + 1;
    if !top && OF_TWO.contains(pieces.word(at.wrapping_sub(1))) {
        // "the second half of the game"
        return None;
    }
    if last == "half" && pieces.is(end, &["a", "an"]) {
        // "half an hour"
        return Some(Number { end: end + 1, value, most: None, step: value, form: Form::Words });
    }
    let one = top && pieces.is(at, &["one"]);
    let of = (pieces.is(end, &["of"]) && (top || last == "half"))
        || (last == "half" && HALF_OF.contains(pieces.word(end)));
    let number = Number { end, value, most: None, step: value, form: Form::Share };
    (last.ends_with('s') || of || one).then_some(number)
}

/// What goes before a half or quarter that is a part of a game or a year.
static OF_TWO: LazyLock<Set> = LazyLock::new(|| lexicon::class(AROUND, "of-two").collect());

/// What follows a "half" that is a share or a measure, unlike that of a game.
static HALF_OF: LazyLock<Set> = LazyLock::new(|| lexicon::class(AROUND, "half-of").collect());

fn top_and_part(pieces: &Pieces, at: usize) -> Option<(f64, usize)> {
    let part = |at: usize| look(pieces.word(at), |class| class == Class::Part);
    let word = pieces.word(at);
    if matches!(word, "half" | "quarter") {
        return Some((1.0 / part(at)?, at + 1));
    }
    let top = if matches!(word, "a" | "an") { 1.0 } else { below_twenty(word)? };
    let next = pieces.past_hyphen(at + 1);
    let bottom = part(next)?;
    let plural = pieces.word(next).ends_with('s');
    (plural != (top <= 1.0) && top < bottom).then_some((top / bottom, next + 1))
}

/// "hundreds", "tens of thousands", "a few dozen", "several".
pub(super) fn vague(pieces: &Pieces, at: usize) -> Option<Number> {
    let word = pieces.word(at);
    if let Some(factor) = look(word, |class| class == Class::Plural) {
        let of = |at: usize| {
            pieces.is(at, &["of"]).then(|| look(pieces.word(at + 1), |c| c == Class::Plural))?
        };
        let (value, end) = match of(at + 1) {
            Some(next) => (factor * next, at + 3),
            None if word == "tens" => return None,
            None => (factor, at + 1),
        };
        return Some(Number {
            end,
            value,
            most: Some(value * 10.0),
            step: value,
            form: Form::Vague,
        });
    }
    let entries = WORDS.get(word)?;
    let (value, most) = entries.iter().find_map(|(class, value)| match class {
        Class::Vague(most) => Some((*value, *most)),
        _ => None,
    })?;
    // "a couple of hundred"
    let of = pieces.is(at + 1, &["of"]) && scale(pieces.word(at + 2)).is_some();
    let end = if of { at + 2 } else { at + 1 };
    let number = Number { end, value, most: Some(most), step: 1.0, form: Form::Vague };
    Some(scaled(pieces, number, false))
}

/// The 5 of "in 5", "in five" after "one", or of "out of five" after a smaller number, and one past
/// it.
pub(super) fn one_in(pieces: &Pieces, at: usize, top: f64) -> Option<(f64, usize)> {
    let out = pieces.is(at, &["out"]) && pieces.is(at + 1, &["of"]);
    let here = if out { at + 2 } else { at + 1 };
    let spell = &["minute", "minutes", "hours", "days", "years"];
    if !(out || pieces.is(at, &["in"])) || pieces.is(here + 1, spell) {
        return None;
    }
    let word = pieces.word(here);
    let whole = piece::numeral(word)
        .filter(|_| pieces.is_digits(here))
        .map(|(value, _)| value)
        .or_else(|| below_twenty(word))?;
    let few = if out { top < whole && whole <= 10.0 } else { top <= 4.0 || same(top, 9.0) };
    (few && WHOLES.contains(&whole)).then_some((whole, here + 1))
}

/// The wholes that shares are counted in; "one in 2019" is not a share.
const WHOLES: [f64; 14] =
    [3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 20.0, 25.0, 50.0, 100.0, 1000.0];
