//! What the sentences of an article speak of, found by word.

use crate::{
    align::{
        point::{Outline, Points, Sum},
        who::Cast,
    },
    words::{index::Index, vectors::COMPARED, weights::Weights},
};
use sourcing::Reading;
use std::sync::{Arc, OnceLock};

/// The points of each sentence that is compared.
#[derive(Debug)]
pub(crate) struct Agenda {
    pub(crate) lines: Vec<Points>,
    /// Made when something is held against them.
    index: OnceLock<Index>,
}

/// What each sentence that is compared speaks of.
pub(crate) fn outlines(reading: &Reading) -> Vec<Arc<Outline>> {
    let cast = Cast::of(reading);
    let compared = 0..reading.sentences.len().min(COMPARED);
    compared.map(|at| Arc::new(Outline::of(reading, at, &cast))).collect()
}

impl Agenda {
    pub(crate) fn of(outlines: &[Arc<Outline>], weights: &Weights) -> Self {
        let lines = outlines.iter().map(|outline| Points::of(outline, weights)).collect();
        Self { lines, index: OnceLock::new() }
    }

    /// What each line has in common with `line`, in whatever clauses.
    pub(crate) fn beside(&self, line: &Points) -> Vec<Sum> {
        let mut beside = vec![Sum::default(); self.lines.len()];
        let ideas = line.ideas.iter().map(|idea| (idea.term, *idea));
        let index =
            self.index.get_or_init(|| {
                let lines = self.lines.iter().enumerate();
                Index::of(lines.flat_map(|(at, line)| {
                    line.ideas.iter().map(move |it| (it.term, at, it.share))
                }))
            });
        index.meet(ideas, |ours, at, theirs| beside[at].add(ours, theirs));
        beside
    }
}
