//! A passage of another article, cut to what a hover has room for.

use crate::page::Page;
use coverage::Difference;
use sourcing::{Place, Reading};

/// Longest passage shown, in characters; a longer one is cut around what differs.
const LONGEST: usize = 280;

/// The words at `place`, with those that differ standing out.
pub fn passage(page: &mut Page, reading: &Reading, place: Place, differences: &[Difference]) {
    let words = reading.words(place);
    let mut stressed: Vec<_> = differences
        .iter()
        .map(|difference| difference.there)
        .filter(|there| there.block == place.block && place.range.covers(there.range))
        .map(|there| there.range.start - place.range.start..there.range.end - place.range.start)
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
