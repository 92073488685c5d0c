//! Lines of a file, whatever ends them.

use crate::Span;

/// A line without the white space around its words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line<'a> {
    /// Its words.
    pub text: &'a str,
    /// Where the words stand.
    pub span: Span,
}

/// The lines of `source`, ended by LF, CR LF or a lone CR. `base` is added to every offset.
pub(crate) fn lines(source: &str, base: usize) -> impl Iterator<Item = Line<'_>> {
    let mut rest = source;
    let mut at = base;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let ends = |byte| matches!(byte, b'\n' | b'\r');
        let end = rest.bytes().position(ends).unwrap_or(rest.len());
        let (line, tail) = rest.split_at(end);
        let next = match tail.as_bytes() {
            [b'\r', b'\n', ..] => 2,
            [] => 0,
            _ => 1,
        };
        let text = line.trim_matches(is_blank);
        let start = at + (line.len() - line.trim_start_matches(is_blank).len());
        at += end + next;
        rest = &tail[next..];
        Some(Line { text, span: Span::new(start, start + text.len()) })
    })
}

/// White space and the invisible characters that copying from a page leaves behind.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}')
}
