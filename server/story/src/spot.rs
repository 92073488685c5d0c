//! Where a passage stands, for links.

use article::Span;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::{fmt, path::Path};

/// The lines and columns of a passage, from 1. Columns are UTF-16 units, as pages and the editors
/// that show them count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Line and column of the first character.
    pub start: (usize, usize),
    /// The same of what follows the last.
    pub end: (usize, usize),
}

impl fmt::Display for Spot {
    /// As the fragment of a link that VS Code opens: "L12,5-L12,60".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ((line, column), (to_line, to_column)) = (self.start, self.end);
        write!(f, "L{line},{column}-L{to_line},{to_column}")
    }
}

/// The lines of a source file.
pub(crate) struct Lines<'a> {
    source: &'a str,
    /// Where each begins.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(crate) fn of(source: &'a str) -> Self {
        let breaks = source.match_indices('\n').map(|(at, _)| at + 1);
        Self { source, starts: std::iter::once(0).chain(breaks).collect() }
    }

    pub(crate) fn spot(&self, span: Span) -> Spot {
        Spot { start: self.at(span.start), end: self.at(span.end) }
    }

    fn at(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let before = self.source.get(start..offset).unwrap_or_default();
        (line, before.encode_utf16().count() + 1)
    }
}

/// What a part of a path may not hold as it is in an address.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The address of the file at `path` for a page that lies in `folder`: relative where both are in
/// one tree. Both paths are absolute.
pub fn relative(folder: &Path, path: &Path) -> String {
    let (mut from, mut to) = (folder.components().peekable(), path.components().peekable());
    while from.peek().is_some() && from.peek() == to.peek() {
        from.next();
        to.next();
    }
    let up = from.map(|_| "..".to_owned());
    let down = to
        .map(|part| utf8_percent_encode(&part.as_os_str().to_string_lossy(), RESERVED).to_string());
    up.chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spot_counts_lines_from_one_and_columns_as_pages_do() {
        let source = "one\n⛴️😀 two\n";
        let start = source.find("two").unwrap_or_default();
        let spot = Lines::of(source).spot(Span::new(start, start + 3));
        assert_eq!(spot.to_string(), "L2,6-L2,9");
        assert_eq!(Lines::of("").spot(Span::new(0, 0)).to_string(), "L1,1-L1,1");
    }

    #[track_caller]
    fn check_address(folder: &str, path: &str, want: &str) {
        assert_eq!(relative(Path::new(folder), Path::new(path)), want);
    }

    #[test]
    fn an_address_leads_from_the_page_to_the_file() {
        check_address("/desk", "/desk/wire/a.md", "wire/a.md");
        check_address("/desk/out", "/desk/wire/a.md", "../wire/a.md");
        check_address("/desk", "/desk/Élysée #1: 50%.md", "%C3%89lys%C3%A9e%20%231%3A%2050%25.md");
        check_address("/desk", "/desk/javascript:alert(1)", "javascript%3Aalert%281%29");
    }
}
