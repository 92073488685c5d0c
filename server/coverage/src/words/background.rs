//! How common words are in English at large.

use crate::words::index::TermMap;
use language::{data, terms, token};
use std::sync::LazyLock;

/// Words of a sentence, on the average of news copy.
const SENTENCE: f32 = 22.0;

/// One word in 2^19 is each word that is not listed.
const RAREST: i32 = 19;

/// Share of sentences that have each listed stem.
static CHANCES: LazyLock<TermMap<f32>> =
    LazyLock::new(|| read(include_str!("../../data/common-words.txt")));

/// The share of English sentences that have the term, 0..=1.
pub(crate) fn chance(term: u64) -> f32 {
    CHANCES.get(&term).copied().unwrap_or(SENTENCE * 2f32.powi(-RAREST))
}

fn read(file: &'static str) -> TermMap<f32> {
    let mut chances = TermMap::default();
    for line in data::entries(file) {
        let Some((band, words)) = line.split_once(':') else { continue };
        let chance = SENTENCE * 2f32.powi(-band.parse::<i32>().unwrap_or(RAREST));
        for token in token::tokenize(words) {
            for term in terms::of(words, &[token]) {
                *chances.entry(term.id).or_insert(0.0) += chance;
            }
        }
    }
    for chance in chances.values_mut() {
        *chance = chance.min(1.0);
    }
    chances
}
