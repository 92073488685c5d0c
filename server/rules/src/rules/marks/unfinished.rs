//! # TKM001: unfinished copy
//!
//! ## What it does
//! Finds the marks that a desk leaves in copy for itself: `TK` and `TKTK` for what is to come, `CQ`
//! for what was checked, `XXX` for what is missing, `[CHECK]`, and filler text.
//!
//! ## Why
//! They are for colleagues. Printed, they tell the reader that the copy was not finished.
//!
//! ## Examples
//! ```news
//! The ship carried TK passengers, said Anna Smyth (CQ), its owner.
//!                  ^^ TKM001
//!                                                  ^^ TKM001
//! ```
//! Names, flight numbers, sizes and addresses are not marks:
//! ```news
//! TK Maxx sells XXXL shirts at https://example.com/TK and the jet was flight TK 1980.
//! ```
//!
//! ## Fix
//! None can be offered: only the desk knows what was to come.
//!
//! ## Basis
//! Desk practice; the Chicago Guide to Fact-Checking has a checker query such marks before print.

use crate::{Check, Context, Diagnostic, Rule, Severity, data};
use language::TextRange;
use sourcing::Place;
use std::sync::LazyLock;

/// The rule.
pub static RULE: Rule = Rule {
    id: "TKM001",
    name: "unfinished copy",
    severity: Severity::Error,
    source: include_str!("unfinished.rs"),
    check: Check::Paragraph(markers, report),
};

static MARKERS: LazyLock<Vec<&str>> =
    LazyLock::new(|| data::lines(include_str!("../../../data/markers.txt")));
/// What a marker can begin with, so that most characters are passed over at one look.
static FIRST: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut first: Vec<char> = MARKERS.iter().filter_map(|marker| marker.chars().next()).collect();
    first.sort_unstable();
    first.dedup();
    first
});
static NAMES: LazyLock<Vec<&str>> =
    LazyLock::new(|| data::lines(include_str!("../../../data/not-markers.txt")));

fn report(context: &Context<'_>, marker: Place) -> Diagnostic {
    let words = context.reading.words(marker);
    let message =
        format!("“{words}” marks unfinished copy: fill in what is missing, or take the mark out.");
    Diagnostic::new(&RULE, context.reading.span(marker), message)
}

/// Whether `word` is such a mark itself.
pub(crate) fn is_marker(word: &str) -> bool {
    MARKERS.contains(&word)
}

/// Where markers stand in `text`, in order.
fn markers(text: &str) -> Vec<TextRange> {
    let mut found: Vec<TextRange> = Vec::new();
    for (at, _) in text.match_indices(FIRST.as_slice()) {
        if found.last().is_some_and(|last| at < last.end) {
            continue;
        }
        let here = MARKERS.iter().filter(|marker| text[at..].starts_with(**marker));
        let Some(marker) = here.max_by_key(|marker| marker.len()) else { continue };
        let end = at + marker.len();
        if stands_alone(text, at, end) && !in_address(text, at) && !in_name(text, at, end) {
            found.push(TextRange::new(at, end));
        }
    }
    found
}

/// Whether `at..end` is a word of its own, and not the code of a flight ("TK 1980").
fn stands_alone(text: &str, at: usize, end: usize) -> bool {
    let before = text[..at].chars().next_back();
    let mut after = text[end..].chars();
    let joined = |c: char| c.is_alphanumeric() || matches!(c, '_' | '#' | '@' | '&');
    let next = after.next();
    let code = matches!(next, Some(' ' | '-')) && after.next().is_some_and(|c| c.is_ascii_digit());
    let bracketed = text[at..].starts_with('[');
    bracketed || !(before.is_some_and(joined) || next.is_some_and(joined) || code)
}

/// Whether `at` lies in a web or mail address.
fn in_address(text: &str, at: usize) -> bool {
    let begun = text[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
    let word = text[at - begun.len()..].split_whitespace().next().unwrap_or_default();
    word.contains("://") || word.starts_with("www.") || word.contains('@')
}

/// Whether `at..end` is part of a name such as "TK Maxx".
fn in_name(text: &str, at: usize, end: usize) -> bool {
    NAMES.iter().any(|name| {
        name.match_indices(&text[at..end]).any(|(inside, _)| {
            at.checked_sub(inside)
                .and_then(|start| text.get(start..))
                .is_some_and(|rest| rest.starts_with(name))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::harness::check;

    #[test]
    fn any_kind_of_space_may_stand_before_a_mark() {
        for space in ["\u{2028}", "\u{a0}", "\u{3000}"] {
            assert_eq!(super::markers(&format!("It cost{space}TK euros.")).len(), 1, "{space:?}");
        }
    }

    #[test]
    fn marks_in_all_their_places() {
        check(
            &RULE,
            "
A TK-year-old man paid $TK million.
  ^^ TKM001
                        ^^ TKM001

“We lost TKTK houses,” she said.
         ^^^^ TKM001

The mayor, XXX, agreed.
           ^^^ TKM001

Rain fell for 12 days [CHECK].
                      ^^^^^^^ TKM001

Lorem ipsum dolor sit amet, consectetur.
^^^^^^^^^^^ TKM001
",
        );
    }

    #[test]
    fn words_that_only_look_like_marks() {
        check(&RULE, "He won Super Bowl XXX. The ATK and the TKO came from TK1980.");
        check(&RULE, "CQ Roll Call reported it. Write to TK@example.com.");
        check(&RULE, "Dr. T. K. Rao and T.K. Menon met.");
    }
}
