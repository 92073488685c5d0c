//! Which sentence of another article makes the same point.

use crate::weights::{Vector, Weights};
use sourcing::Reading;

/// Most sentences of another article that are kept for one of ours.
pub(crate) const KEPT: usize = 5;

/// Below this two sentences have nothing to do with each other.
const LEAST: f32 = 0.05;

/// What the first sentence of an article is more likely to say what others say; the second half
/// as much, and so on. Measured on coreference-labelled news (ECB+).
const LEAD: f32 = 0.1;

/// A sentence of theirs for one of ours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Match {
    /// Index into their sentences.
    pub(crate) there: usize,
    /// Similarity, 0..=1.
    pub(crate) score: f32,
}

/// What alignment needs of an article's sentences.
#[derive(Debug)]
pub(crate) struct Lines {
    vectors: Vec<Vector>,
}

impl Lines {
    pub(crate) fn of(reading: &Reading, weights: &Weights) -> Self {
        let vectors = terms(reading).map(|terms| weights.vector(terms)).collect();
        Self { vectors }
    }

    /// The vector of a sentence.
    pub(crate) fn vector(&self, sentence: usize) -> &Vector {
        &self.vectors[sentence]
    }

    /// For each of our sentences the best of theirs, best first.
    pub(crate) fn align(&self, theirs: &Self) -> Vec<Vec<Match>> {
        self.vectors.iter().map(|ours| best(ours, theirs)).collect()
    }
}

/// The terms of each sentence of `reading`.
pub(crate) fn terms(reading: &Reading) -> impl Iterator<Item = &[language::Term]> {
    reading.sentences.iter().map(|sentence| {
        let text = &reading.paragraphs[sentence.place.block].text;
        text.sentences.get(sentence.index).map_or(&[][..], |sentence| &sentence.terms)
    })
}

fn best(ours: &Vector, theirs: &Lines) -> Vec<Match> {
    let mut matches: Vec<Match> = theirs
        .vectors
        .iter()
        .enumerate()
        .map(|(there, vector)| (there, ours.cosine(vector)))
        .filter(|&(_, likeness)| likeness > LEAST)
        .map(|(there, likeness)| {
            let score = (likeness + LEAD / (1 + there) as f32) / (1.0 + LEAD);
            Match { there, score: score.min(1.0) }
        })
        .collect();
    matches.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.there.cmp(&b.there)));
    matches.truncate(KEPT);
    matches
}
