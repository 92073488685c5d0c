//! The text of an open file, as the editor has it.

use crate::position::{Encoding, Position};
use ropey::{Rope, RopeSlice};
use std::ops::Range;

/// One step of a change.
#[derive(Debug, Clone)]
pub struct Change {
    /// What is replaced; `None` for the whole text.
    pub range: Option<Range<Position>>,
    /// By what.
    pub text: String,
}

/// The text of an open file. Cloning it is cheap: that is how work gets a snapshot.
#[derive(Debug, Clone)]
pub struct Document {
    rope: Rope,
    /// The editor's number for this state of the text.
    pub version: i32,
}

impl Document {
    /// A file as it was opened.
    pub fn new(text: &str, version: i32) -> Self {
        Self { rope: Rope::from_str(text), version }
    }

    /// Applies `changes` one after another, each to what the one before it left. Positions that do
    /// not exist fall to the nearest that does: an editor may be wrong, its user must not suffer.
    pub fn apply(&mut self, changes: Vec<Change>, version: i32, encoding: Encoding) {
        for Change { range, text } in changes {
            match range {
                Some(range) => self.replace(range, &text, encoding),
                None => self.rope = Rope::from_str(&text),
            }
        }
        self.version = version;
    }

    fn replace(&mut self, range: Range<Position>, text: &str, encoding: Encoding) {
        let one = self.character(range.start, encoding);
        let other = self.character(range.end, encoding);
        let (start, end) = (one.min(other), one.max(other));
        // Neither can fail: both ends were clamped to the text just now.
        if self.rope.try_remove(start..end).is_ok() {
            let _ = self.rope.try_insert(start, text);
        }
    }

    /// The byte at `position`, or at the nearest position that exists.
    pub fn offset(&self, position: Position, encoding: Encoding) -> usize {
        let character = self.character(position, encoding);
        self.rope.try_char_to_byte(character).unwrap_or_else(|_| self.rope.len_bytes())
    }

    fn character(&self, position: Position, encoding: Encoding) -> usize {
        let (Some(line), Ok(start)) =
            (self.rope.get_line(position.line), self.rope.try_line_to_char(position.line))
        else {
            return self.rope.len_chars();
        };
        let end = line.len_chars() - break_len(line);
        let column = match encoding {
            Encoding::Utf8 => line.try_byte_to_char(position.column),
            Encoding::Utf16 => line.try_utf16_cu_to_char(position.column),
            Encoding::Utf32 => Ok(position.column),
        };
        start + column.unwrap_or(end).min(end)
    }

    /// The whole text.
    pub fn text(&self) -> String {
        String::from(&self.rope)
    }

    /// Where `offset` stood in `old`, an earlier state of this text. `None` inside what changed
    /// since; everything before the first and after the last change is the same text, moved.
    pub fn offset_in(&self, old: &str, offset: usize) -> Option<usize> {
        let from_end = self.rope.len_bytes().checked_sub(offset)?;
        if old.as_bytes().get(..=offset).is_some_and(|start| self.starts_with(start)) {
            return Some(offset);
        }
        let there = old.len().checked_sub(from_end)?;
        self.ends_with(&old.as_bytes()[there..]).then_some(there)
    }

    fn starts_with(&self, mut start: &[u8]) -> bool {
        for chunk in self.rope.chunks() {
            let length = chunk.len().min(start.len());
            let (same, rest) = start.split_at(length);
            if chunk.as_bytes()[..length] != *same {
                return false;
            }
            start = rest;
            if start.is_empty() {
                break;
            }
        }
        start.is_empty()
    }

    fn ends_with(&self, mut end: &[u8]) -> bool {
        let (chunks, ..) = self.rope.chunks_at_byte(self.rope.len_bytes());
        for chunk in chunks.reversed() {
            if end.is_empty() {
                break;
            }
            let length = chunk.len().min(end.len());
            let (rest, same) = end.split_at(end.len() - length);
            if chunk.as_bytes()[chunk.len() - length..] != *same {
                return false;
            }
            end = rest;
        }
        end.is_empty()
    }
}

/// Characters of the break that ends `line`.
fn break_len(line: RopeSlice<'_>) -> usize {
    let mut last = line.chars_at(line.len_chars());
    match last.prev() {
        Some('\n') if last.prev() == Some('\r') => 2,
        Some('\n' | '\r') => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: usize, column: usize) -> Position {
        Position { line, column }
    }

    #[track_caller]
    fn check(before: &str, range: Range<Position>, text: &str, after: &str) {
        let mut document = Document::new(before, 1);
        let change = Change { range: Some(range), text: text.into() };
        document.apply(vec![change], 2, Encoding::Utf16);
        assert_eq!(document.text(), after);
        assert_eq!(document.version, 2);
    }

    #[test]
    fn a_change_replaces_what_it_names() {
        check("one two", at(0, 4)..at(0, 7), "three", "one three");
        check("one\r\ntwo", at(0, 3)..at(1, 0), " ", "one two");
        check("🌪 storm", at(0, 3)..at(0, 8), "calm", "🌪 calm");
        check("", at(0, 0)..at(0, 0), "first", "first");
    }

    #[test]
    fn a_position_that_does_not_exist_falls_to_the_nearest() {
        check("one\ntwo\n", at(0, 99)..at(0, 99), "!", "one!\ntwo\n");
        check("one\r\ntwo", at(0, 99)..at(0, 99), "!", "one!\r\ntwo");
        check("one", at(99, 99)..at(99, 99), "!", "one!");
        check("one", at(0, 3)..at(0, 1), "", "o");
        check("🌪", at(0, 1)..at(0, 1), "x", "x🌪");
        check("one", at(usize::MAX, usize::MAX)..at(usize::MAX, usize::MAX), "!", "one!");
    }

    #[test]
    fn steps_of_one_change_follow_one_another() {
        let mut document = Document::new("a", 1);
        let insert = |column, text: &str| Change {
            range: Some(at(0, column)..at(0, column)),
            text: text.into(),
        };
        document.apply(vec![insert(1, "b"), insert(2, "c")], 2, Encoding::Utf16);
        assert_eq!(document.text(), "abc");
        document.apply(vec![Change { range: None, text: "x".into() }], 3, Encoding::Utf16);
        assert_eq!(document.text(), "x");
    }

    #[test]
    fn unchanged_text_is_found_again_after_an_edit() {
        let document = Document::new("Ten people were hurt. She left.", 2);
        let old = "Ten were hurt. She left.";
        assert_eq!(document.offset_in(old, 1), Some(1));
        assert_eq!(document.offset_in(old, 6), None);
        assert_eq!(document.offset_in(old, 22), Some(15));
        assert_eq!(document.offset_in(old, 31), Some(24));
    }
}
