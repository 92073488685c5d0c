//! Whose a number is, and whether it tells of a gain, of a loss or of a fall.

use crate::words::{base::base, index::TermMap, sentence::Words};
use language::{Tag, data, token};
use sourcing::Place;
use std::sync::LazyLock;

/// Tokens before a sum or a distance among which the word stands that says what it is.
const GOVERNING: usize = 4;

/// For the base of each listed word whether it tells of a gain.
static GAINS: LazyLock<TermMap<bool>> = LazyLock::new(|| {
    let words = data::words(include_str!("../../data/gains.txt"));
    words.map(|(side, word)| (base(word), side == "gain")).collect()
});

/// Words for falling.
static FALLS: LazyLock<[u64; 4]> =
    LazyLock::new(|| ["fall", "drop", "plunge", "plummet"].map(base));

impl Words<'_> {
    /// The name before a number, if that says whose it is.
    pub(crate) fn owner(&self, place: Place) -> Option<u64> {
        let first = self.tokens.partition_point(|token| token.range.end <= place.range.start);
        let before = first.checked_sub(1)?;
        let owner = match token::possessive(self.word(before)) {
            Some(_) => before,
            None if self.any(before, &["has", "have", "had"]) => before.checked_sub(1)?,
            None => return None,
        };
        self.term(owner).filter(|_| self.is_tagged(owner, Tag::Name))
    }

    /// Whether the words before a sum say that somebody won or that somebody lost it: "net earnings
    /// of", "a loss of nearly", "lost".
    pub(crate) fn gain(&self, place: Place) -> Option<bool> {
        let first = self.tokens.partition_point(|token| token.range.end <= place.range.start);
        let before = (first.saturating_sub(GOVERNING)..first).rev();
        let mut words = before.map(|at| base(self.word(at)));
        words.find_map(|word| GAINS.get(&word).copied())
    }

    /// "A 200-foot fall", "a fall of 200 feet", "fell about 200 feet".
    pub(crate) fn is_of_a_fall(&self, place: Place) -> bool {
        let first = self.tokens.partition_point(|token| token.range.end <= place.range.start);
        let before = (first.saturating_sub(GOVERNING)..first).rev();
        // "Fell from a 60-metre tower" does not say how far.
        let before = before.take_while(|&at| !self.any(at, &["from", "off"]));
        let near = before.chain([self.past(place)]);
        near.map(|at| base(self.word(at))).any(|word| FALLS.contains(&word))
    }
}
