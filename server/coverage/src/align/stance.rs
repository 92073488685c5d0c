//! Whether a sentence says that something is so, that it is not, or leaves it open.
//!
//! Two sentences with the same words agree only where they take the same stance: "has shown a
//! certificate" and "hasn't shown it" are about one point, and that is all that can be said.

use crate::words::{base::small, index::TermMap, sentence::Words};
use language::{data, terms};
use sourcing::Reading;
use std::sync::LazyLock;

/// For each listed word whether it denies; one that does not leaves open.
static TURNS: LazyLock<TermMap<bool>> = LazyLock::new(|| {
    let words = data::words(include_str!("../../data/stance.txt"));
    words.map(|(stance, word)| (terms::hash(word), stance == "denies")).collect()
});

/// Bytes of the longest listed word, and more than any verb that ends in n't.
const LONGEST: usize = 12;

/// How a sentence means what it says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Stance {
    /// Of two denials one takes back the other.
    denies: bool,
    open: bool,
}

impl Stance {
    pub(crate) fn of(reading: &Reading, sentence: usize) -> Self {
        let Some(words) = Words::of(reading, sentence) else { return Self::default() };
        let mut stance = Self::default();
        for at in 0..words.tokens.len() {
            let word = words.word(at);
            if word.len() > LONGEST {
                continue;
            }
            match TURNS.get(&small(word)) {
                Some(true) => stance.denies ^= true,
                Some(false) => stance.open = true,
                None => stance.denies ^= word.ends_with("n't") || word.ends_with("n’t"),
            }
        }
        stance
    }
}
