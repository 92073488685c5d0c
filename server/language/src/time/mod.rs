//! Times: expressions in a text, and the interval on the calendar they mean.

mod calendar;
mod clock;
mod date;
mod days;
mod duration;
mod meaning;
mod neighbour;
mod relative;
mod tense;
#[cfg(test)]
mod tests;
mod words;
mod year;

pub(crate) use words::all as words;

use crate::{Interval, TextRange, piece::Pieces, quantity::modifier};
use jiff::civil::{Date, DateTime};
use meaning::Meaning;

/// The words that stand around years and clock times, by what they tell.
const WORDS: &str = include_str!("../../data/time-words.txt");

/// Whether `word` is a month's full name as written: "March".
pub fn is_month(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && word.chars().skip(1).all(char::is_lowercase)
        && words::value(&word.to_lowercase(), &["month"]).is_some()
}

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
    /// Follows "since" or "from": it says when something began that still goes on.
    pub since: bool,
    /// What the words mean, for [`Time::resolve`].
    meaning: Meaning,
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
    /// is the last one, the day of writing included; where the clause looks ahead ("will meet on
    /// Tuesday"), the next one.
    #[must_use]
    pub fn resolve(&self, anchor: Date) -> Self {
        let (value, from, to) = self.meaning.resolve(anchor);
        Self { value, from, to, ..self.clone() }
    }
}

/// How long ago a resolved time began, in seconds: from its last moment to its first, as seen on
/// any moment of `anchor`. "since September 2022" in copy of July 2025 is 2.75 to 2.84 years, and
/// overlaps with "nearly three years".
pub fn since_as_duration(since: &Time, anchor: Date) -> Option<Interval> {
    let until = anchor.to_datetime(jiff::civil::Time::midnight());
    let seconds = |from: DateTime, to: DateTime| to.duration_since(from).as_secs_f64();
    let low = seconds(since.to?, until);
    let high =
        seconds(since.from?, anchor.tomorrow().ok()?.to_datetime(jiff::civil::Time::midnight()));
    (high >= 0.0).then_some(Interval { low: Some(low.max(0.0)), high: Some(high) })
}

/// An expression being read.
struct Found {
    end: usize,
    kind: TimeKind,
    meaning: Meaning,
    weekday: Option<(i8, TextRange)>,
}

impl Found {
    fn new(end: usize, kind: TimeKind, meaning: Meaning) -> Self {
        Self { end, kind, meaning, weekday: None }
    }
}

/// Finds the time expressions of a text.
pub(crate) fn find(pieces: &Pieces) -> Vec<Time> {
    let mut finder = Finder { pieces, times: Vec::new(), base: None, day: None, free: 0 };
    let mut at = 0;
    while at < pieces.len() {
        let base = finder.base.as_ref();
        let found = starts(pieces, at).then(|| read(pieces, at, base)).flatten();
        let Some(mut found) = found else {
            at += 1;
            continue;
        };
        join(pieces, &mut found);
        let second = days::after_month(pieces, &mut found);
        let mut end = found.end;
        finder.keep(at, found);
        if let Some((start, second)) = second {
            end = second.end;
            finder.keep(start, second);
        }
        at = end.max(at + 1);
    }
    finder.times
}

struct Finder<'p, 'a> {
    pieces: &'p Pieces<'a>,
    times: Vec<Time>,
    /// The last date found, which others are told from.
    base: Option<Meaning>,
    /// The last day found and its sentence: "on Tuesday in Paris at 9 p.m." is on Tuesday.
    day: Option<(usize, Box<Meaning>)>,
    /// First piece that no expression holds.
    free: usize,
}

impl Finder<'_, '_> {
    /// Keeps the expression that begins at piece `at`.
    fn keep(&mut self, at: usize, mut found: Found) {
        let start = widen(self.pieces, at, &found).max(self.free);
        let range = self.pieces.range(start, found.end);
        let sentence = self.pieces.sentence(at);
        if let Meaning::At { day: day @ None, .. } = &mut found.meaning {
            *day = self.day.clone().filter(|(of, _)| *of == sentence).map(|(_, day)| day);
        } else if relative::is_day(&found.meaning) {
            self.day = Some((sentence, Box::new(found.meaning.clone())));
        }
        if matches!(found.kind, TimeKind::Date | TimeKind::Time)
            && !matches!(found.meaning, Meaning::Plain(_))
        {
            self.base = Some(found.meaning.clone());
        }
        self.free = found.end.max(at + 1);
        self.times.push(Time {
            range,
            kind: found.kind,
            value: found.meaning.value(),
            from: None,
            to: None,
            weekday: found.weekday,
            since: self.pieces.before(start) == "since",
            meaning: found.meaning,
        });
    }
}

/// Whether an expression can begin at piece `at`: a cheap test, since most words begin none.
fn starts(pieces: &Pieces, at: usize) -> bool {
    const ARTICLES: &[&str] =
        &["the", "a", "an", "that", "this", "these", "those", "at", "every", "each"];
    const BEHIND: &[&str] =
        &["same", "current", "latest", "fiscal", "moment", "present", "future", "small", "other"];
    let known = |at: usize| pieces.timely(at) || pieces.numeral(at);
    let leads = |at: usize| known(at) || !pieces.is_word(at) || pieces.is(at, BEHIND);
    pieces.is_digits(at)
        || (pieces.is_word(at) && known(at) && (!pieces.is(at, ARTICLES) || leads(at + 1)))
}

fn read(pieces: &Pieces, at: usize, base: Option<&Meaning>) -> Option<Found> {
    clock::read(pieces, at)
        .or_else(|| date::read(pieces, at))
        .or_else(|| neighbour::read(pieces, at, base))
        .or_else(|| relative::read(pieces, at, base))
        .or_else(|| duration::read(pieces, at, base))
        .or_else(|| neighbour::untold(pieces, at))
}

/// Joins a day with the part of day or the clock time right after it, and the other way round:
/// "Tuesday night", "9 p.m. on Tuesday".
fn join(pieces: &Pieces, found: &mut Found) {
    if relative::is_day(&found.meaning) {
        if let Some(part) = words::value(pieces.word(found.end), &["part"]) {
            let day = found.meaning.clone();
            *found = Found {
                weekday: found.weekday,
                ..relative::part_of_day(Some(day), part, found.end + 1)
            };
        }
        return;
    }
    let Meaning::At { day: day @ None, .. } = &mut found.meaning else { return };
    let gap = if pieces.is(found.end, &["on", ","]) { found.end + 1 } else { found.end };
    let Some(next) = date::read(pieces, gap).or_else(|| relative::read(pieces, gap, None)) else {
        return;
    };
    if relative::is_day(&next.meaning) {
        *day = Some(Box::new(next.meaning));
        found.end = next.end;
        found.weekday = next.weekday;
    }
}

/// First piece of the expression with the words that belong to it: "early", "the end of", "nearly".
fn widen(pieces: &Pieces, at: usize, found: &Found) -> usize {
    let mut start = at;
    let counted = pieces.is_digits(at) || pieces.is(at, &["a", "an"]) || pieces.numeral(at);
    if counted && matches!(found.meaning, Meaning::Shift { .. } | Meaning::Plain(_)) {
        while let Some((_, before)) = modifier::before(pieces, start) {
            start = before;
        }
    }
    if !matches!(found.kind, TimeKind::Date) || matches!(found.meaning, Meaning::Plain(_)) {
        return start;
    }
    let hyphen = usize::from(start > 0 && pieces.hyphen(start - 1));
    let before = start.wrapping_sub(1 + hyphen);
    if words::value(pieces.word(before), &["position"]).is_some() {
        start = before;
        if pieces.before(start) == "the" && hyphen == 1 {
            start -= 1;
        }
    } else if pieces.before(start) == "fiscal" {
        start -= 1;
    } else if pieces.before(start) == "of"
        && start >= 3
        && pieces.is(start - 2, &["end", "beginning", "start", "middle"])
        && pieces.is(start - 3, &["the"])
    {
        start -= 3;
    }
    start
}
