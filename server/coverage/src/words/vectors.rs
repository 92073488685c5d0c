//! What comparison needs of an article's words, made once.

use crate::words::{
    index::Index,
    weights::{Likeness, Vector, Weights},
};
use language::Term;
use sourcing::Reading;
use std::sync::OnceLock;

/// Sentences of an article that are compared, from its first on. Each is held against each of
/// another article: of two books, all would be too many.
pub(crate) const COMPARED: usize = 1_000;

/// The sentences of an article as directions.
#[derive(Debug)]
pub(crate) struct Vectors {
    /// One for each sentence that is compared.
    pub(crate) lines: Vec<Vector>,
    /// Made when something is held against them.
    index: OnceLock<Index>,
}

impl Vectors {
    pub(crate) fn of(reading: &Reading, weights: &Weights) -> Self {
        let compared = sentences(reading).take(COMPARED);
        let lines = compared.map(|terms| weights.vector(terms)).collect();
        Self { lines, index: OnceLock::new() }
    }

    /// How much each line has in common with `line`.
    pub(crate) fn beside(&self, line: &Vector) -> Vec<Likeness> {
        let mut beside = vec![Likeness::default(); self.lines.len()];
        let index =
            self.index.get_or_init(|| {
                let lines = self.lines.iter().enumerate();
                Index::of(lines.flat_map(|(at, line)| {
                    line.terms().map(move |(term, it)| (term, at, it.weight))
                }))
            });
        index.meet(line.terms(), |ours, at, theirs| beside[at].add(ours, theirs));
        beside
    }
}

/// The terms of each sentence of `reading`.
pub(crate) fn sentences(reading: &Reading) -> impl Iterator<Item = &[Term]> {
    reading.sentences.iter().map(|sentence| {
        let terms = reading.terms(sentence.place.block, sentence.index);
        terms.map_or(&[][..], |terms| &terms.counted)
    })
}
