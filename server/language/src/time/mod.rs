//! Times: expressions in a text, and the interval on the calendar they mean.

use crate::{TextRange, piece::Pieces};
use jiff::civil::{Date, DateTime};

/// A time expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// Where it stands.
    pub range: TextRange,
    /// TIMEX3 type.
    pub kind: TimeKind,
    /// TIMEX3 value as far as known without the article's date: "XXXX-WXX-2" for a bare Tuesday;
    /// after [`Time::resolve`] the full one: "2025-07-01".
    pub value: String,
    /// First moment meant; `None` when open or not resolved.
    pub from: Option<DateTime>,
    /// First moment no longer meant; `None` when open or not resolved.
    pub to: Option<DateTime>,
    /// Weekday written beside a date, Monday = 1, with its range: "Tuesday, March 4".
    pub weekday: Option<(i8, TextRange)>,
}

/// TIMEX3 type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeKind {
    /// A day, month, year, decade.
    Date,
    /// Finer than a day.
    Time,
    /// How long.
    Duration,
    /// How often.
    Set,
}

impl Time {
    /// The expression as understood on `anchor`, the day the article was written. News "Tuesday"
    /// is the last one, the day of writing included.
    #[must_use]
    pub fn resolve(&self, _anchor: Date) -> Self {
        self.clone()
    }
}

/// Finds the time expressions of `text`.
pub(crate) fn find(_pieces: &Pieces) -> Vec<Time> {
    Vec::new()
}
