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
    let first = if minus { pieces.past_hyphen(at + 1) } else { at };
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
    if first.number.form == Form::Vague || pieces.before(first.end).ends_with("fold") {
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
        // "8- to 16-metre"
        "-" if pieces.glued(join) && pieces.is(join + 1, &["to", "or"]) => join + 2,
        "to" if from && changes(pieces, start - 1) => return None,
        "to" | "or" => join + 1,
        "and" if before == "between" => join + 1,
        _ => return None,
    };
    let second = read(pieces, past_bound(pieces, next))?;
    let words = !dash;
    let rising = second.number.value > first.number.value || second.number.step > first.number.step;
    // "rose 0.4 per cent to 13,176", "rose by $43 million to $419 million" are a change and a level.
    let change = modifier::direction(pieces, start).is_some();
    let same_unit = match (first.unit, second.unit) {
        (Some(a), Some(b)) => a.measure == b.measure && !(change && words),
        (Some(_), None) => pieces.is(join, &["and"]) || (!change && first.start > at),
        (None, None) => !(change && pieces.is(join, &["to"])),
        (None, Some(_)) => true,
    };
    (same_unit && second.number.form != Form::Vague && (rising || !words)).then_some(second)
}

/// What a change from `first` at piece `at` came to: "fell from $75 in October to $45.88".
pub(super) fn level(pieces: &Pieces, at: usize, first: &Amount) -> Option<Amount> {
    let start = modifier::before(pieces, at).map_or(at, |(_, start)| start);
    if pieces.before(start) != "from" || !changes(pieces, start - 1) {
        return None;
    }
    let near = first.end..first.end + 5;
    let to = near
        .take_while(|&at| {
            pieces.sentence(at) == pieces.sentence(start) && !pieces.is(at, &[",", ";", "and"])
        })
        .find(|&at| pieces.is(at, &["to"]))?;
    read(pieces, past_bound(pieces, to + 1))
}

/// Past a bound before a number: "nearly" in "and nearly 8".
fn past_bound(pieces: &Pieces, at: usize) -> usize {
    let bounded = |end: usize| modifier::before(pieces, end).is_some_and(|(_, start)| start == at);
    (at + 1..at + 4).find(|&end| bounded(end)).unwrap_or(at)
}

/// Whether the "from" at piece `from` follows a word of change: "rose from 5 to 10" is one, "prices
/// from $5 to $10" give a range.
fn changes(pieces: &Pieces, from: usize) -> bool {
    const RANGING: &[&str] =
        &["range", "ranges", "ranging", "ranged", "anywhere", "vary", "varying", "varies"];
    !pieces.is(from.wrapping_sub(1), RANGING)
        && (from.saturating_sub(8)..from)
            .rev()
            .take_while(|&at| {
                pieces.sentence(at) == pieces.sentence(from)
                    && !pieces.is(at, &[";", ":", "“", "”", "\""])
            })
            .any(|at| modifier::is_change(pieces.word(at)))
}
