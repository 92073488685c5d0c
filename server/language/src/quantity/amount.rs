//! A number with its unit, and the two ends of a range.

use super::{
    modifier,
    unit::{self, Unit},
};
use crate::{
    number::{self, Form, Number},
    piece::{self, Pieces},
};

/// One end of a range, or the whole.
pub(super) struct Amount {
    pub number: Number,
    /// Where the number itself starts, after a currency sign.
    pub start: usize,
    pub unit: Option<Unit>,
    pub end: usize,
}

/// The amount at piece `at`: "$5 million", "12 miles", "-5 degrees", "12".
pub(super) fn read(pieces: &Pieces, at: usize) -> Option<Amount> {
    let minus = minus(pieces, at);
    let first = at + usize::from(minus);
    let currency = unit::before(pieces, first);
    let start = currency.map_or(first, |(_, end)| end);
    let mut number = number::read(pieces, start, currency.is_some())?;
    if minus {
        number.value = -number.value;
    }
    if let Some((unit, _)) = currency {
        return pieces.is_digits(start).then_some(Amount {
            number,
            start,
            unit: Some(unit),
            end: number.end,
        });
    }
    let next = pieces.past_hyphen(number.end);
    let scale = if number.step >= 1000.0 { number.value } else { 1.0 };
    let (unit, end) = match unit::after(pieces, next, scale) {
        Some((unit, end)) => (Some(unit), end),
        None => (None, number.end),
    };
    Some(Amount { number, start, unit, end })
}

/// A minus sign, or the word, that belongs to the number after it.
fn minus(pieces: &Pieces, at: usize) -> bool {
    let sign = piece::is_dash(pieces.word(at)) && !pieces.glued(at) && pieces.glued(at + 1);
    (sign || pieces.is(at, &["minus"])) && pieces.is_digits(pieces.past_hyphen(at + 1))
}

/// The other end of a range that begins with `first` at piece `at`: "10 to 15", "$5m-$10m",
/// "between 5 and nearly 8", "four or five", and the loser's side of "3-1".
pub(super) fn second(pieces: &Pieces, at: usize, first: &Amount) -> Option<Amount> {
    if first.number.form == Form::Vague {
        return None;
    }
    let join = first.end;
    let start = modifier::before(pieces, at).map_or(at, |(_, start)| start);
    let before = pieces.before(start);
    let from = before == "from";
    let dash = pieces.hyphen(join);
    let next = match pieces.word(join) {
        _ if dash && pieces.is(join + 1, &["to"]) => pieces.past_hyphen(join + 2),
        _ if dash => join + 1,
        "to" if from && !ranging(pieces, start) => return None,
        "to" | "or" => join + 1,
        "and" if before == "between" => join + 1,
        _ => return None,
    };
    let bounded = (next + 1..next + 4)
        .find(|&at| modifier::before(pieces, at).is_some_and(|(_, start)| start == next));
    let second = read(pieces, bounded.unwrap_or(next))?;
    let words = !dash;
    let rising = second.number.value > first.number.value || second.number.step > first.number.step;
    // "rose 0.4 per cent to 13,176", "rose by $43 million to $419 million" are a change and a level.
    let change = modifier::direction(pieces, start).is_some();
    let same_unit = match (first.unit, second.unit) {
        (Some(a), Some(b)) => a.measure == b.measure && !(change && words),
        (Some(_), None) => pieces.is(join, &["and"]) || (!change && first.start > at),
        _ => true,
    };
    (same_unit && second.number.form != Form::Vague && (rising || !words)).then_some(second)
}

/// "prices range from $5 to $10" gives a range; "rose from 5 to 10" a change.
fn ranging(pieces: &Pieces, start: usize) -> bool {
    start >= 2
        && pieces.is(
            start - 2,
            &["range", "ranges", "ranging", "ranged", "anywhere", "vary", "varying", "varies"],
        )
}
