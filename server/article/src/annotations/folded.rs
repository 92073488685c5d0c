//! A text as two people type it alike: what re-wrapping, CR LF and "smart quotes" change is gone.

use crate::{SourceMap, Span};

/// The text with every run of white space as one space and every quotation mark straight.
#[derive(Debug)]
pub(super) struct Folded {
    pub text: String,
    /// From bytes of `text` to bytes of what was folded.
    map: SourceMap,
}

impl Folded {
    pub fn of(source: &str) -> Self {
        let mut folded =
            Self { text: String::with_capacity(source.len()), map: SourceMap::default() };
        let mut rest = source;
        while let Some(c) = rest.chars().next() {
            let at = source.len() - rest.len();
            let space = rest.len() - rest.trim_start().len();
            let width = if space > 0 { space } else { c.len_utf8() };
            let (written, tail) = rest.split_at(width);
            let mut buffer = [0; 4];
            let new = if space > 0 { " " } else { &*straight(c).encode_utf8(&mut buffer) };
            folded.text.push_str(new);
            if new == written {
                folded.map.push(at, width);
            } else {
                folded.map.push_instead(Span::new(at, at + width), new.len());
            }
            rest = tail;
        }
        folded
    }

    /// Where bytes of the folded text stand in the source.
    pub fn span(&self, start: usize, end: usize) -> Span {
        self.map.span_of(start..end)
    }

    /// The byte of the folded text that stands for one of the source.
    pub fn at(&self, source: usize) -> usize {
        self.map.text_offset(source)
    }
}

/// Words alone, folded.
pub(super) fn fold(words: &str) -> String {
    Folded::of(words).text
}

fn straight(c: char) -> char {
    match c {
        '“' | '”' | '„' | '‟' => '"',
        '‘' | '’' | '‚' | '‛' => '\'',
        other => other,
    }
}
