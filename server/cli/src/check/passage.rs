//! A passage of an article with the words in it that matter, set for a terminal.

use article::{CodePoints, Span};
use sourcing::Reading;

/// Longest passage that is shown whole, in characters; of a longer one, the part around the words.
const LONGEST: usize = 420;

/// A passage of a file.
pub struct Passage {
    /// Line and column of the words, from 1.
    pub line: usize,
    pub column: usize,
    text: String,
    /// The words, in bytes of `text`.
    words: std::ops::Range<usize>,
}

/// One line of a passage as set.
pub struct Line {
    /// The line.
    pub text: String,
    /// Where the words stand in it, in characters; empty where they do not.
    pub words: std::ops::Range<usize>,
}

impl Passage {
    /// The sentence or sentences around `words`; `points` are of the same text.
    pub fn of(reading: &Reading, points: &CodePoints<'_>, words: Span) -> Self {
        let source = &*reading.article.source;
        let around = within_reach(source, sentences(reading, words), words);
        let slice = |start: usize, end: usize| one_line(source.get(start..end).unwrap_or_default());
        let (before, within, after) = (
            slice(around.start, words.start),
            slice(words.start, words.end),
            slice(words.end, around.end),
        );
        let before = before.trim_start();
        let before = last(before, LONGEST.saturating_sub(within.chars().count()) / 2);
        let after = first(after.trim_end(), LONGEST.saturating_sub(within.chars().count()) / 2);
        let words_at = before.len()..before.len() + within.len();
        let (line, column) = points.line_and_column(words.start);
        Self { line, column, text: format!("{before}{within}{after}"), words: words_at }
    }

    /// The passage in lines of at most `width` characters, broken between words.
    pub fn set(&self, width: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut start = 0;
        while start < self.text.len() {
            let rest = &self.text[start..];
            let end = start + break_at(rest, width);
            let chars = |at: usize| self.text[start..at.clamp(start, end)].chars().count();
            lines.push(Line {
                text: self.text[start..end].to_owned(),
                words: chars(self.words.start)..chars(self.words.end),
            });
            let spaces = self.text[end..].len() - self.text[end..].trim_start().len();
            start = end + spaces;
        }
        lines
    }
}

/// Where the first line of `text` ends: before the last space that fits, or wherever it must.
pub fn break_at(text: &str, width: usize) -> usize {
    let Some((limit, _)) = text.char_indices().nth(width) else { return text.trim_end().len() };
    match text[..limit].rfind(' ') {
        _ if text[limit..].starts_with(' ') => limit,
        Some(space) if space > 0 => space,
        _ => limit,
    }
}

/// The sentences that `words` touch; the line where no sentence is known.
fn sentences(reading: &Reading, words: Span) -> Span {
    let sentence = |offset: usize| {
        let place = reading.place_of(offset)?;
        let index = reading.sentence_at(place)?;
        Some(reading.span(reading.sentences[index].place))
    };
    let last = words.end.saturating_sub(1).max(words.start);
    let (first, last) = (sentence(words.start), sentence(last));
    let around = match (first, last) {
        (Some(first), Some(last)) => Span::new(first.start, last.end),
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => {
            let source = &*reading.article.source;
            let start =
                source.get(..words.start).and_then(|it| it.rfind('\n')).map_or(0, |at| at + 1);
            let end = source.get(words.end..).and_then(|it| it.find('\n'));
            Span::new(start, end.map_or(source.len(), |at| words.end + at))
        }
    };
    Span::new(around.start.min(words.start), around.end.max(words.end))
}

/// `around` without what is too far from `words` to be shown: of a file that is one sentence, each
/// finding would else read everything.
fn within_reach(source: &str, around: Span, words: Span) -> Span {
    const REACH: usize = 8 * LONGEST;
    Span::new(
        around.start.max(source.floor_char_boundary(words.start.saturating_sub(REACH))),
        around.end.min(source.ceil_char_boundary(words.end.saturating_add(REACH))),
    )
}

/// White space as single spaces.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        let c = if c.is_whitespace() { ' ' } else { c };
        if !(c == ' ' && line.ends_with(' ')) {
            line.push(c);
        }
    }
    line
}

fn first(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((limit, _)) => format!("{} …", &text[..text[..limit].rfind(' ').unwrap_or(limit)]),
    }
}

fn last(text: &str, most: usize) -> String {
    let Some(extra) = text.chars().count().checked_sub(most + 1) else { return text.to_owned() };
    let limit = text.char_indices().nth(extra).map_or(0, |(at, _)| at);
    let start = text[limit..].find(' ').map_or(limit, |space| limit + space);
    format!("…{}", &text[start..])
}
