//! Which sentence of another article makes the same point.

use crate::weights::Likeness;

/// Most sentences of another article that are kept for one of ours.
const KEPT: usize = 5;

/// Below this two sentences have nothing to do with each other.
const LEAST: f32 = 0.05;

/// The first sentence of an article is more likely to say what others say; the second half as
/// much, and so on. Measured on coreference-labelled news (ECB+).
const LEAD: f32 = 0.1;

/// A sentence of theirs for one of ours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Match {
    /// Index into their sentences.
    pub(crate) there: usize,
    /// Similarity, 0..=1.
    pub(crate) score: f32,
}

/// The best of their sentences for one of ours, which stands beside all of theirs in `row`; best
/// first.
pub(crate) fn best(row: &[Likeness]) -> Vec<Match> {
    let mut matches: Vec<Match> = row
        .iter()
        .enumerate()
        .filter(|(_, likeness)| likeness.cosine > LEAST)
        .map(|(there, likeness)| Match { there, score: score(there, likeness) })
        .collect();
    matches.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.there.cmp(&b.there)));
    matches.truncate(KEPT);
    matches
}

fn score(there: usize, likeness: &Likeness) -> f32 {
    ((likeness.cosine + LEAD / (1 + there) as f32) / (1.0 + LEAD)).min(1.0)
}
