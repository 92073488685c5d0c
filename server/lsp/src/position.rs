//! Lines and columns, as an editor counts them.

use article::{Changed, Span};
use std::{ops::Range, sync::Arc};

/// In what a column counts; agreed on once, when the editor connects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units: what every editor understands.
    #[default]
    Utf16,
    /// Code points.
    Utf32,
}

impl Encoding {
    /// Columns that `bytes` take up. A character counts at its first byte, so the sum over the
    /// pieces of a text is that of the whole, wherever it is cut.
    fn columns(self, bytes: &[u8]) -> usize {
        let characters = || bytes.iter().filter(|&&byte| !is_continuation(byte)).count();
        match self {
            Self::Utf8 => bytes.len(),
            Self::Utf16 => characters() + bytes.iter().filter(|&&byte| byte >= 0xF0).count(),
            Self::Utf32 => characters(),
        }
    }
}

fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

/// A line and a column in it, both from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Position {
    /// Line; `\n`, `\r\n` and `\r` end one.
    pub line: usize,
    /// Column in units of the agreed [`Encoding`].
    pub column: usize,
}

/// From bytes of one text to positions. Built in one pass, and after an edit only where the text
/// changed; a look-up costs the same wherever it falls, also on a line of a megabyte.
#[derive(Debug)]
pub struct LineIndex {
    text: Arc<str>,
    encoding: Encoding,
    /// First byte of each line.
    starts: Vec<usize>,
    /// Columns before some of the bytes, from the first on; not kept where a column is a byte.
    marks: Vec<Mark>,
}

/// How many columns stand before a byte.
#[derive(Debug, Clone, Copy, Default)]
struct Mark {
    byte: usize,
    columns: usize,
}

/// Most bytes between two marks: what a look-up has to count, and an eighth of the text in memory.
const STEP: usize = 128;

impl LineIndex {
    /// The lines of `text`.
    pub fn new(text: Arc<str>, encoding: Encoding) -> Self {
        let mut index = Self { text, encoding, starts: vec![0], marks: vec![Mark::default()] };
        index.find_starts(1..index.text.len() + 1);
        index.count_to(index.text.len());
        index
    }

    /// The lines of `text`, which an edit made of the one that this was built from.
    #[must_use]
    pub fn edited(&self, text: Arc<str>) -> Self {
        let changed = Changed::text(&self.text, &text);
        let Range { start, end } = changed.old;
        // Whether a line starts at a byte is told by it and the one before it.
        let past = self.starts.partition_point(|&at| at < start).max(1);
        let rest = self.starts.partition_point(|&at| at <= end).max(past);
        let kept = self.marks.partition_point(|mark| mark.byte <= start);
        let marks = self.marks.get(..kept).unwrap_or_default().to_vec();
        let (starts, encoding) = (self.starts[..past].to_vec(), self.encoding);
        let mut index = Self { text, encoding, starts, marks };
        index.find_starts(changed.new.start.max(1)..changed.new.end + 1);
        index.starts.extend(self.starts[rest..].iter().map(|&at| changed.moved(at)));
        let rest = self.marks.partition_point(|mark| mark.byte < end).max(kept);
        let Some(first) = self.marks.get(rest) else {
            index.count_to(index.text.len());
            return index;
        };
        let columns = index.count_to(changed.moved(first.byte));
        index.marks.extend(self.marks[rest..].iter().map(|mark| Mark {
            byte: changed.moved(mark.byte),
            columns: columns + mark.columns - first.columns,
        }));
        index
    }

    /// Adds the lines that start at one of `places`.
    fn find_starts(&mut self, places: Range<usize>) {
        let bytes = self.text.as_bytes();
        let starts = |at: &usize| match bytes.get(at - 1) {
            Some(b'\n') => true,
            Some(b'\r') => bytes.get(*at) != Some(&b'\n'),
            _ => false,
        };
        self.starts.extend(places.filter(starts));
    }

    /// Adds marks from the last one to `end`; gives the columns before that.
    fn count_to(&mut self, end: usize) -> usize {
        if self.encoding == Encoding::Utf8 {
            return end;
        }
        let bytes = self.text.as_bytes();
        let Mark { mut byte, mut columns } = self.marks.last().copied().unwrap_or_default();
        while byte + STEP < end {
            columns += self.encoding.columns(&bytes[byte..byte + STEP]);
            byte += STEP;
            self.marks.push(Mark { byte, columns });
        }
        columns + self.encoding.columns(&bytes[byte.min(end)..end])
    }

    /// The text it was built from.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The position of a byte; past the end, that of the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let line = self.starts.partition_point(|&start| start <= offset).saturating_sub(1);
        Position {
            line,
            column: self.columns_before(offset) - self.columns_before(self.starts[line]),
        }
    }

    /// A line without its break; past the end, the empty one there.
    pub fn line(&self, line: usize) -> Span {
        let end = self.text.len();
        let start = self.starts.get(line).copied().unwrap_or(end);
        let next = self.starts.get(line + 1).copied().unwrap_or(end);
        let words = self.text.get(start..next).unwrap_or_default().trim_end_matches(['\r', '\n']);
        Span::new(start, start + words.len())
    }

    /// The positions of both ends of `span`.
    pub fn range(&self, span: Span) -> (Position, Position) {
        (self.position(span.start), self.position(span.end))
    }

    fn columns_before(&self, offset: usize) -> usize {
        if self.encoding == Encoding::Utf8 {
            return offset;
        }
        let past = self.marks.partition_point(|mark| mark.byte <= offset);
        let Mark { byte, columns } =
            past.checked_sub(1).map_or_else(Mark::default, |at| self.marks[at]);
        columns + self.encoding.columns(&self.text.as_bytes()[byte..offset])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(
        text: &str,
        needle: &str,
        utf8: (usize, usize),
        utf16: (usize, usize),
        utf32: (usize, usize),
    ) {
        let offset = text.find(needle).expect("needle in text");
        let expected = [(Encoding::Utf8, utf8), (Encoding::Utf16, utf16), (Encoding::Utf32, utf32)];
        for (encoding, (line, column)) in expected {
            let index = LineIndex::new(text.into(), encoding);
            assert_eq!(index.position(offset), Position { line, column }, "{encoding:?}");
        }
    }

    #[test]
    fn a_column_counts_what_was_agreed_on() {
        check("He said no.", "no", (0, 8), (0, 8), (0, 8));
        check("“Oui”, dit-il", "dit", (0, 11), (0, 7), (0, 7));
        check("Storm 🌪️ hits", "hits", (0, 14), (0, 10), (0, 9));
    }

    #[test]
    fn every_kind_of_line_break_ends_a_line_and_nothing_else_does() {
        check("a\r\nb\rc\nd", "d", (3, 0), (3, 0), (3, 0));
        check("a\u{2028}b\u{0B}c\u{85}d", "d", (0, 9), (0, 6), (0, 6));
    }

    #[test]
    fn a_line_longer_than_the_step_is_counted_right() {
        let text = format!("{}x", "é🌪".repeat(1000));
        check(&text, "x", (0, 6000), (0, 3000), (0, 2000));
        let exactly = "é".repeat(STEP);
        let index = LineIndex::new(exactly.as_str().into(), Encoding::Utf16);
        assert_eq!(index.position(usize::MAX), Position { line: 0, column: STEP });
    }
}
