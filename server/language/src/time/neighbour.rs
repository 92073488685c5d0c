//! Times told by what stands beside them: "the day before", "the day after tomorrow", "in the
//! morning", "the early hours of Wednesday", "year-end".

use super::{
    Found, TimeKind,
    calendar::Unit,
    date,
    meaning::{Lean, Meaning},
    relative::{self, part_of_day, told_day, unit},
    tense, words,
};
use crate::{Tag, piece::Pieces};

/// The expression at piece `at`; `base` is the date before it in the text.
pub(super) fn read(pieces: &Pieces, at: usize, base: Option<&Meaning>) -> Option<Found> {
    if pieces.is(at, &["year"]) {
        return year_end(pieces, at);
    }
    if !pieces.is(at, &["the"]) {
        return None;
    }
    before_or_after(pieces, at, base).or_else(|| part(pieces, at, base))
}

/// "the day before", "the week after", "the night before", "the day after tomorrow".
fn before_or_after(pieces: &Pieces, at: usize, base: Option<&Meaning>) -> Option<Found> {
    let by = match pieces.word(at + 2) {
        "before" | "earlier" => -1,
        "after" | "later" => 1,
        _ => return None,
    };
    let end = at + 3;
    let beyond = if by < 0 { "yesterday" } else { "tomorrow" };
    if pieces.is(at + 1, &["day"]) && pieces.is(end, &[beyond]) {
        let day = Meaning::Shift { unit: Unit::Day, by: 2 * by, grain: Unit::Day };
        return Some(Found::new(end + 1, TimeKind::Date, day));
    }
    if pieces.is_word(end) {
        // "the day before he left"
        return None;
    }
    if let Some(part) = words::value(pieces.word(at + 1), &["part"]) {
        return Some(part_of_day(Some(told_day(base, by)), part, end));
    }
    let unit = unit(pieces, at + 1)?;
    let meaning = match base {
        Some(base) => Meaning::From { base: Box::new(base.clone()), unit, by },
        None => Meaning::Plain(Meaning::Shift { unit, by, grain: unit }.value()),
    };
    Some(Found::new(end, TimeKind::Date, meaning))
}

/// "in the morning", "the morning of July 1", "the early hours of Wednesday".
fn part(pieces: &Pieces, at: usize, base: Option<&Meaning>) -> Option<Found> {
    let hours = pieces.is(at + 1, &["early", "small"]) && pieces.is(at + 2, &["hours"]);
    let (part, end) = if hours {
        ("MO", at + 3)
    } else {
        (words::value(pieces.word(at + 1), &["part"])?, at + 2)
    };
    if pieces.is(end, &["of"])
        && let Some(day) = date::read(pieces, end + 1)
            .or_else(|| relative::read(pieces, end + 1, base))
            .filter(|found| relative::is_day(&found.meaning))
    {
        let weekday = day.weekday;
        return Some(Found { weekday, ..part_of_day(Some(day.meaning), part, day.end) });
    }
    // At night is when things happen of themselves; "in the morning" is of one day.
    let led = pieces.is(at.wrapping_sub(1), &["in", "during", "by", "throughout"]);
    let dated = |base: &Meaning| relative::is_day(base) || matches!(base, Meaning::At { .. });
    let day = base.filter(|base| dated(base)).map(|_| told_day(base, 0));
    let told = led && matches!(part, "MO" | "AF" | "EV") && !pieces.is(end, &["of"]);
    told.then(|| part_of_day(day, part, end))
}

/// "year-end", "year end", "year's end".
fn year_end(pieces: &Pieces, at: usize) -> Option<Found> {
    let next = if pieces.possessive(at + 1) { at + 2 } else { pieces.past_hyphen(at + 1) };
    if !pieces.is(next, &["end"]) {
        return None;
    }
    if pieces.hyphen(at + 1) {
        let since = pieces.before(at) == "since";
        let lean = if since { Lean::Last } else { tense::lean(pieces, at) };
        let meaning = Meaning::MonthDay { month: 12, day: 31, lean };
        return Some(Found::new(next + 1, TimeKind::Date, meaning));
    }
    let year = Meaning::Shift { unit: Unit::Year, by: 0, grain: Unit::Year };
    Some(Found::new(next + 1, TimeKind::Date, year))
}

/// "the latest quarter", "for the quarter", "for the week", "the year ended": a stretch that nothing
/// in the text tells. Results are those of the quarter that is over.
pub(super) fn untold(pieces: &Pieces, at: usize) -> Option<Found> {
    if !pieces.is(at, &["the"]) {
        return None;
    }
    let latest = usize::from(pieces.is(at + 1, &["latest"]));
    let fiscal = usize::from(pieces.is(at + 1, &["fiscal"]));
    let word = at + 1 + latest + fiscal;
    let end = word + 1;
    let closed = pieces.is(end, &["ended", "ending"]);
    let led = pieces.is(at.wrapping_sub(1), &["for", "in", "of", "from", "during"]);
    let alone =
        !pieces.is_word(end) || matches!(pieces.tag(end), Tag::Preposition | Tag::Subordinator);
    let shift =
        |unit, by| Some(Found::new(end, TimeKind::Date, Meaning::Shift { unit, by, grain: unit }));
    match pieces.word(word) {
        "year" if closed => Some(relative::plain(end, TimeKind::Duration, "P1Y")),
        "quarter" if latest == 1 || closed || (led && alone) => shift(Unit::Quarter, -1),
        "week" if led && alone && !pieces.is(end, &["of"]) => shift(Unit::Week, 0),
        _ => None,
    }
}
