//! What comparison needs of an article, made once, and two articles held against each other.

use crate::{
    point::Points,
    weights::{Likeness, Vector, Weights},
    who::Cast,
};
use article::Date;
use language::Term;
use sourcing::Reading;
use std::sync::Arc;

/// Sentences of an article that are compared, from its first on. Each is held against each of
/// another article: of two books, all would be too many.
pub(crate) const COMPARED: usize = 1_000;

/// An article prepared for comparison.
#[derive(Debug)]
pub(crate) struct Story<'a> {
    pub(crate) reading: &'a Reading,
    pub(crate) date: Option<Date>,
    pub(crate) vectors: Arc<Vectors>,
}

/// The words of an article as directions.
#[derive(Debug)]
pub(crate) struct Vectors {
    /// One for each sentence that is compared.
    pub(crate) lines: Vec<Vector>,
    /// The whole article.
    pub(crate) whole: Vector,
}

/// Each sentence of one article beside each of another.
#[derive(Debug)]
pub(crate) struct Grid {
    columns: usize,
    cells: Vec<Likeness>,
}

impl<'a> Story<'a> {
    pub(crate) fn of(reading: &'a Reading, vectors: Arc<Vectors>) -> Self {
        Self { reading, date: reading.article.metadata.date(), vectors }
    }
}

impl Vectors {
    pub(crate) fn of(reading: &Reading, weights: &Weights) -> Self {
        let compared = sentences(reading).take(COMPARED);
        let lines = compared.map(|terms| weights.vector(terms)).collect();
        let mut terms: Vec<Term> = sentences(reading).flatten().copied().collect();
        terms.sort_unstable();
        terms.dedup_by(|next, kept| {
            let same = next.id == kept.id;
            kept.count += if same { next.count } else { 0 };
            same
        });
        Self { lines, whole: weights.vector(&terms) }
    }
}

/// The points of each sentence of `reading` that is compared.
pub(crate) fn points(reading: &Reading, weights: &Weights) -> Vec<Points> {
    let cast = Cast::of(reading);
    let compared = 0..reading.sentences.len().min(COMPARED);
    compared.map(|at| Points::of(reading, at, &cast, weights)).collect()
}

/// The terms of each sentence of `reading`.
pub(crate) fn sentences(reading: &Reading) -> impl Iterator<Item = &[Term]> {
    reading.sentences.iter().map(|sentence| {
        let text = &reading.paragraphs[sentence.place.block].text;
        text.sentences.get(sentence.index).map_or(&[][..], |sentence| &sentence.terms)
    })
}

impl Grid {
    pub(crate) fn of(ours: &Story, theirs: &Story) -> Self {
        let row = |line: &'_ Vector| -> Vec<Likeness> {
            theirs.vectors.lines.iter().map(|other| line.likeness(other)).collect()
        };
        Self {
            columns: theirs.vectors.lines.len(),
            cells: ours.vectors.lines.iter().flat_map(row).collect(),
        }
    }

    /// Our sentences, each beside all of theirs.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[Likeness]> {
        self.cells.chunks(self.columns.max(1))
    }

    /// Their sentences, each beside all of ours.
    pub(crate) fn columns(&self) -> impl Iterator<Item = impl Iterator<Item = &Likeness>> {
        (0..self.columns).map(|column| self.cells.iter().skip(column).step_by(self.columns))
    }
}
