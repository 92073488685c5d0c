//! A passage of another article, cut to what a hover has room for.

use crate::page::Page;
use coverage::{Difference, DifferenceKind};
use sourcing::{Place, Reading};
use std::{iter, ops::Range};

/// Longest passage shown, in characters; a longer one is cut around what differs.
const LONGEST: usize = 280;

/// The words at `place` of `theirs`, with those that differ from `ours` standing out.
pub fn passage(
    page: &mut Page,
    ours: &Reading,
    (theirs, place): (&Reading, Place),
    differences: &[Difference],
) {
    let words = theirs.words(place);
    let inside = differences.iter().filter(|difference| {
        difference.there.block == place.block && place.range.covers(difference.there.range)
    });
    let mut stressed: Vec<Range<usize>> = inside
        .flat_map(|difference| {
            let start = difference.there.range.start - place.range.start;
            let changed = match difference.kind {
                DifferenceKind::Quote => {
                    story::changed(ours.words(difference.here), theirs.words(difference.there))
                }
                _ => iter::once(0..difference.there.range.len()).collect(),
            };
            changed.into_iter().map(move |range| start + range.start..start + range.end)
        })
        .filter(|range| !range.is_empty() && range.len() < words.len())
        .collect();
    stressed.sort_by_key(|range| range.start);
    let (mut at, end) = window(words, stressed.first().map_or(0, |range| range.start));
    if 0 < at {
        page.say("… ");
    }
    for range in stressed {
        if range.start < at || end < range.end {
            continue;
        }
        page.say(&words[at..range.start]).stress(&words[range.clone()]);
        at = range.end;
    }
    page.say(words[at..end].trim_end());
    if end < words.len() {
        page.say(" …");
    }
}

/// The part of `words` to show so that `offset` is in it: whole words, [`LONGEST`] at most.
fn window(words: &str, offset: usize) -> (usize, usize) {
    let boundary =
        |at: usize| (0..=at.min(words.len())).rev().find(|&at| words.is_char_boundary(at));
    let space = |from: usize| words[from..].find(' ').map_or(words.len(), |at| from + at + 1);
    if words.len() <= LONGEST {
        return (0, words.len());
    }
    let start = match offset.checked_sub(LONGEST / 2).and_then(boundary) {
        None | Some(0) => 0,
        Some(start) => space(start).min(offset),
    };
    let end = space(boundary(start + LONGEST).unwrap_or(words.len()));
    (start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_passage_is_cut_at_words_around_what_differs() {
        let words = "word ".repeat(100) + "forty" + &" word".repeat(100);
        let (start, end) = window(&words, 500);
        assert!(start <= 500 && 505 <= end && end - start <= LONGEST + 10);
        assert!(words[start..].starts_with("word") && words[..end].ends_with(' '));
        let accents = "é".repeat(1000);
        let (start, end) = window(&accents, 998);
        assert!(accents.get(start..end).is_some());
    }
}
