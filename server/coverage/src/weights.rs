//! What a shared word is worth: much where it is rare in English and in the story.

use crate::background;
use language::Term;
use std::collections::HashMap;

/// Sentences of English at large that stand behind every story, so that a story of few sentences
/// still knows which words are rare.
const BACKGROUND: f32 = 100.0;

/// Weights of the terms of some articles.
#[derive(Debug, Default)]
pub(crate) struct Weights {
    sentences: f32,
    having: HashMap<u64, f32>,
}

/// The terms of a text with their weights, sorted by term; of length 1.
#[derive(Debug, Clone, Default)]
pub(crate) struct Vector(Vec<(u64, f32)>);

impl Weights {
    /// Learns from the sentences of the articles that will be compared.
    pub(crate) fn of<'a>(sentences: impl Iterator<Item = &'a [Term]>) -> Self {
        let mut weights = Self::default();
        for terms in sentences {
            weights.sentences += 1.0;
            for term in terms {
                *weights.having.entry(term.id).or_insert(0.0) += 1.0;
            }
        }
        weights
    }

    /// Logarithm of how surprising the term is; 0 for one that every sentence has.
    pub(crate) fn rarity(&self, term: u64) -> f32 {
        let having = self.having.get(&term).copied().unwrap_or(0.0);
        let expected = BACKGROUND * background::chance(term);
        ((BACKGROUND + self.sentences) / (expected + having)).ln().max(0.0)
    }

    /// `terms` as a vector.
    pub(crate) fn vector(&self, terms: &[Term]) -> Vector {
        let mut vector: Vec<(u64, f32)> = terms
            .iter()
            .map(|term| (term.id, (1.0 + (term.count as f32).ln()) * self.rarity(term.id)))
            .collect();
        let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        if length > 0.0 {
            vector.iter_mut().for_each(|(_, weight)| *weight /= length);
        }
        Vector(vector)
    }
}

impl Vector {
    /// Its terms and their weights.
    pub(crate) fn terms(&self) -> &[(u64, f32)] {
        &self.0
    }

    /// Cosine of the angle between the two, 0..=1.
    pub(crate) fn cosine(&self, other: &Self) -> f32 {
        shared(&self.0, &other.0).map(|(ours, theirs)| ours * theirs).sum::<f32>().min(1.0)
    }

    /// Share of this vector's weight whose terms `other` has too, 0..=1.
    pub(crate) fn covered_by(&self, other: &Self) -> f32 {
        shared(&self.0, &other.0).map(|(ours, _)| ours * ours).sum::<f32>().min(1.0)
    }
}

/// Weights of the terms that both have.
fn shared<'a>(a: &'a [(u64, f32)], b: &'a [(u64, f32)]) -> impl Iterator<Item = (f32, f32)> + 'a {
    let (mut i, mut j) = (0, 0);
    std::iter::from_fn(move || {
        while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
            match x.0.cmp(&y.0) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    i += 1;
                    j += 1;
                    return Some((x.1, y.1));
                }
            }
        }
        None
    })
}
