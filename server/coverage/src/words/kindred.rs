//! Words that news uses for one thing: "call" and "conversation", "Moscow" and "Russia".

use crate::words::{background, index::TermMap};
use language::{data, terms, token};
use std::sync::LazyLock;

static KINDRED: LazyLock<Kindred> =
    LazyLock::new(|| Kindred::read(include_str!("../../data/kindred.txt")));

#[derive(Debug, Default)]
struct Kindred {
    /// Classes of each listed term.
    classes: TermMap<Vec<u64>>,
    /// Share of sentences that have a word of each class.
    chances: TermMap<f32>,
}

impl Kindred {
    fn read(file: &'static str) -> Self {
        let mut kindred = Self::default();
        for line in data::entries(file) {
            let class = terms::hash(line);
            for term in terms::of(line, &token::tokenize(line)) {
                kindred.classes.entry(term.id).or_default().push(class);
                *kindred.chances.entry(class).or_insert(0.0) += background::chance(term.id);
            }
        }
        kindred
    }
}

/// The classes that the term belongs to.
pub(crate) fn classes(term: u64) -> &'static [u64] {
    KINDRED.classes.get(&term).map_or(&[], Vec::as_slice)
}

/// The share of English sentences that have the term, or a word of the class, 0..=1.
pub(crate) fn chance(term: u64) -> f32 {
    let listed = KINDRED.chances.get(&term);
    listed.map_or_else(|| background::chance(term), |chance| chance.min(1.0))
}

/// Whether news uses the two words for one thing.
pub(crate) fn same(ours: u64, theirs: u64) -> bool {
    let kin = |class: &u64| classes(theirs).contains(class);
    ours == theirs || classes(ours).iter().any(kin)
}
