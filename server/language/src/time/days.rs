//! Days that share their month: "15-16 July", "July 15-16", "3 to 5 May 2024", "March 3 and 4".

use super::{
    Found, TimeKind,
    calendar::Period,
    date::{day_number, month, month_day, trailing_year},
    meaning::Meaning,
};
use crate::{Tag, piece::Pieces};
use jiff::civil::Date;

/// The first of two days whose month stands behind the second: the 15 of "15-16 July".
pub(super) fn before_month(pieces: &Pieces, at: usize) -> Option<Found> {
    let (first, end) = day_number(pieces, at)?;
    let (_, _, after) = joined(pieces, end, first)?;
    let (month, month_end) = month(pieces, after)?;
    let whole = month_day(pieces, at, month, first, month_end);
    Some(Found { end, ..whole })
}

/// The second day behind a month and its first, and the piece it begins at: the 16 of "July 15-16".
/// A year after it is that of both.
pub(super) fn after_month(pieces: &Pieces, first: &mut Found) -> Option<(usize, Found)> {
    let Meaning::MonthDay { month: month_of, day, .. } = first.meaning else { return None };
    if pieces.word(first.end.checked_sub(1)?).parse() != Ok(day) {
        return None;
    }
    let (second, start, end) = joined(pieces, first.end, day)?;
    let dashed = pieces.hyphen(first.end);
    let counts = pieces.is_word(end) && pieces.tag(end) != Tag::Preposition;
    if month(pieces, end).is_some() || (counts && !dashed) {
        return None;
    }
    if let Some((year, end)) = trailing_year(pieces, end)
        && let (Ok(from), Ok(to)) =
            (Date::new(year, month_of, day), Date::new(year, month_of, second))
    {
        first.meaning = Meaning::Fixed(Period::Day(from));
        return Some((start, Found::new(end, TimeKind::Date, Meaning::Fixed(Period::Day(to)))));
    }
    let mut meaning = first.meaning.clone();
    if let Meaning::MonthDay { day, .. } = &mut meaning {
        *day = second;
    }
    Some((start, Found::new(end, TimeKind::Date, meaning)))
}

/// A later day after "-", "to" or "and" at piece `at`: the day, its piece, one past it.
fn joined(pieces: &Pieces, at: usize, least: i8) -> Option<(i8, usize, usize)> {
    let join = pieces.hyphen(at) || pieces.is(at, &["to", "and", "or", "through", "until"]);
    let (day, end) = day_number(pieces, at + 1).filter(|(day, _)| join && *day > least)?;
    Some((day, at + 1, end))
}
