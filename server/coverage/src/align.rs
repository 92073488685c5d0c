//! Which sentence of another article makes the same point.

use crate::weights::Likeness;

/// Most sentences of another article that are kept for one of ours.
const KEPT: usize = 5;

/// Below this two sentences have nothing to do with each other.
const LEAST: f32 = 0.05;

/// From here on a reader sees that two sentences make the same point, if they also share a number,
/// a quote or [`TELLING`] words.
const PLAIN: f32 = 0.22;

/// The rarities of two words that say what a sentence is about.
const TELLING: f32 = 7.0;

/// The first sentence of an article is more likely to say what others say; the second half as
/// much, and so on. Measured on coreference-labelled news (ECB+).
const LEAD: f32 = 0.2;

/// What a number or a quote adds that both sentences have.
const SHARED: f32 = 0.1;

/// A sentence of theirs for one of ours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Match {
    /// Index into their sentences.
    pub(crate) there: usize,
    /// Similarity with what stands for it by position, 0..=1.
    pub(crate) score: f32,
    /// Whether it has so much in common with ours that a reader sees the same point in it.
    pub(crate) plain: bool,
}

/// The best of their sentences for one of ours, which stands beside all of theirs in `row`; best
/// first. `shares` says whether a sentence of theirs has a number or a quote of ours.
pub(crate) fn best(row: &[Likeness], shares: impl Fn(usize) -> bool) -> Vec<Match> {
    let mut matches: Vec<Match> = row
        .iter()
        .enumerate()
        .filter_map(|(there, likeness)| {
            let shared = if shares(there) { SHARED } else { 0.0 };
            let alike = likeness.cosine + shared;
            let score = (alike + LEAD / (1 + there) as f32) / (1.0 + LEAD + SHARED);
            let plain = alike + shared >= PLAIN && (shared > 0.0 || likeness.strength >= TELLING);
            (alike > LEAST).then_some(Match { there, score: score.min(1.0), plain })
        })
        .collect();
    matches.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.there.cmp(&b.there)));
    matches.truncate(KEPT);
    matches
}
