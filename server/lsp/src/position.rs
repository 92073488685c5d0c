//! Lines and columns, as an editor counts them.

use article::Span;
use std::sync::Arc;

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

/// From bytes of one text to positions. Built in one pass; a look-up costs the same wherever it
/// falls, also on a line of a megabyte.
#[derive(Debug)]
pub struct LineIndex {
    text: Arc<str>,
    encoding: Encoding,
    /// First byte of each line.
    starts: Vec<usize>,
    /// Columns before every `STEP`-th byte; empty where a column is a byte.
    marks: Vec<usize>,
}

/// Bytes between two marks: what a look-up has to count at most, and 6 % of the text in memory.
const STEP: usize = 128;

impl LineIndex {
    /// The lines of `text`.
    pub fn new(text: Arc<str>, encoding: Encoding) -> Self {
        let bytes = text.as_bytes();
        let breaks = bytes.iter().enumerate().filter(|&(at, byte)| match byte {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        let starts = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        let marks = match encoding {
            Encoding::Utf8 => Vec::new(),
            Encoding::Utf16 | Encoding::Utf32 => std::iter::once(0)
                .chain(bytes.chunks_exact(STEP).scan(0, |before, chunk| {
                    *before += encoding.columns(chunk);
                    Some(*before)
                }))
                .collect(),
        };
        Self { text, encoding, starts, marks }
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
        let Some(before) = self.marks.get(offset / STEP) else { return offset };
        let rest = &self.text.as_bytes()[offset / STEP * STEP..offset];
        before + self.encoding.columns(rest)
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
