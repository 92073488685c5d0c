//! Two articles side by side.

use crate::{
    Difference, Relation,
    differ::{
        self, Beside,
        facts::{Facts, Telling},
    },
    gate::{self, Row, anchors::Anchors},
    words::{
        vectors::{self, Vectors},
        weights::{Vocabulary, Weights},
    },
};
use language::TextRange;
use sourcing::Reading;
use std::sync::Arc;

/// Whether articles that seem to tell different stories are compared at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// Only one story's articles are compared.
    On,
    /// The caller knows that they are about one event.
    Off,
}

/// Two articles side by side.
#[derive(Debug, Clone, Default)]
pub struct Comparison {
    /// How sure it is that both tell one story, 0..=1; 0.5 is the gate's yes.
    pub same_story: f32,
    /// For each sentence of the first, up to five of the second, best first.
    pub pairs: Vec<Pair>,
}

/// A sentence of each.
#[derive(Debug, Clone)]
pub struct Pair {
    /// Index into the first reading's sentences.
    pub here: usize,
    /// Index into the second's.
    pub there: usize,
    /// 1 for the best of its sentence.
    pub rank: usize,
    /// Similarity, 0..=1.
    pub score: f32,
    /// Whether a hover on the first shows the second: a reader sees the same point in both.
    pub shown: bool,
    /// The statement of the first that the second is about, where it has two people's.
    pub part: Option<TextRange>,
    /// How the second stands to the first.
    pub relation: Relation,
    /// Where and how they differ.
    pub differences: Vec<Difference>,
}

/// Compares two articles.
pub fn compare(here: &Reading, there: &Reading, gate: Gate) -> Comparison {
    let words = [here, there].map(|reading| Vocabulary::of(vectors::sentences(reading)));
    let weights = Weights::of(words.iter());
    let (ours, theirs) = (Vectors::of(here, &weights), Vectors::of(there, &weights));
    let (our_anchors, their_anchors) = (Anchors::of(here), Anchors::of(there));
    let rows = Row::all(&ours, &theirs);
    let evidence = gate::evidence((&our_anchors, &rows), &their_anchors);
    let same_story = gate::sure(evidence);
    if gate == Gate::On && evidence < gate::YES {
        return Comparison { same_story, pairs: Vec::new() };
    }
    let telling = |reading: &Reading, vectors: Vectors| {
        let facts = Arc::new(Facts::of(reading));
        Telling::with(reading, Arc::new(vectors), facts, &weights)
    };
    let (ours, theirs) = (telling(here, ours), telling(there, theirs));
    let beside = Beside::of((here, &ours), (there, &theirs), 0);
    let pairs = (0..ours.vectors.lines.len()).flat_map(|here| {
        let found = beside.found(here);
        let shown = differ::shown(&found);
        let beside = &beside;
        found.into_iter().enumerate().map(move |(index, found)| Pair {
            here,
            there: found.there,
            rank: index + 1,
            score: found.score,
            shown: shown.contains(&index),
            part: found.part.map(|part| beside.moved(here, part)),
            relation: beside.relation(here, &found),
            differences: found.differences,
        })
    });
    Comparison { same_story, pairs: pairs.collect() }
}
