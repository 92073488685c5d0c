//! What a shared word is worth: much where it is rare in English and in the story.

use crate::words::{index::TermMap, kindred};
use language::Term;

/// Sentences of English at large that stand behind every story, so that a story of few sentences
/// still knows which words are rare.
const BACKGROUND: f32 = 500.0;

/// From this rarity on a word says what a text is about; about one word in 400 and rarer.
const TELLING: f32 = 3.0;

/// Articles that are compared at a time.
const COMPARED: f32 = 2.0;

/// What a word of the same class is worth beside the same word.
const KINDRED: f32 = 0.6;

/// How rare the terms of some articles are.
#[derive(Debug, Default)]
pub(crate) struct Weights {
    sentences: f32,
    rarities: TermMap<f32>,
}

/// How many sentences of an article have each of its terms, and each class that they belong to.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    sentences: f32,
    terms: Vec<(u64, f32)>,
}

/// The terms of a text, sorted, as a direction of length 1.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Vector(Vec<Weighted>);

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Weighted {
    term: u64,
    pub(crate) weight: f32,
    rarity: f32,
}

/// How much two texts have in common.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Likeness {
    /// Cosine of the angle between the two, 0..=1 but for rounding.
    pub(crate) cosine: f32,
    /// Sum of the rarities of the telling words that both have; unlike the cosine it grows with
    /// their number.
    pub(crate) strength: f32,
    /// How many words both have.
    pub(crate) words: u16,
}

impl Vocabulary {
    /// Of the sentences of an article.
    pub(crate) fn of<'a>(lines: impl Iterator<Item = &'a [Term]>) -> Self {
        let mut sentences = 0.0;
        let mut terms: Vec<u64> = Vec::new();
        for line in lines {
            sentences += 1.0;
            let first = terms.len();
            terms.extend(line.iter().map(|term| term.id));
            terms.extend(line.iter().flat_map(|term| kindred::classes(term.id)));
            terms[first..].sort_unstable();
            let mut last = None;
            let mut kept = first;
            for at in first..terms.len() {
                if last.replace(terms[at]) != Some(terms[at]) {
                    terms[kept] = terms[at];
                    kept += 1;
                }
            }
            terms.truncate(kept);
        }
        terms.sort_unstable();
        let terms = terms.chunk_by(|a, b| a == b);
        Self { sentences, terms: terms.map(|same| (same[0], same.len() as f32)).collect() }
    }
}

impl Weights {
    /// Learns from the articles that will be compared, as from two of them: where all tell one
    /// story, the words that make it one are no less rare.
    pub(crate) fn of<'a>(articles: impl Iterator<Item = &'a Vocabulary>) -> Self {
        let mut weights = Self::default();
        let mut all = 0.0;
        for article in articles {
            all += 1.0;
            weights.sentences += article.sentences;
            for (term, having) in &article.terms {
                *weights.rarities.entry(*term).or_insert(0.0) += having;
            }
        }
        let share = COMPARED / f32::max(all, 1.0);
        weights.sentences *= share;
        for (term, having) in &mut weights.rarities {
            *having = rarity(*term, *having * share, weights.sentences);
        }
        weights
    }

    /// Logarithm of how surprising the term or class is; 0 for one that every sentence has.
    pub(crate) fn rarity(&self, term: u64) -> f32 {
        let known = self.rarities.get(&term).copied();
        known.unwrap_or_else(|| rarity(term, 0.0, self.sentences))
    }

    /// `terms`, which are sorted, as a vector.
    pub(crate) fn vector(&self, terms: &[Term]) -> Vector {
        let weighted = |term: &Term| {
            let rarity = self.rarity(term.id);
            let weight = (1.0 + (term.count as f32).ln()) * rarity;
            Weighted { term: term.id, weight, rarity }
        };
        let mut vector: Vec<Weighted> = terms.iter().map(weighted).collect();
        for at in 0..vector.len() {
            let kin = vector[at].kin();
            vector.extend(kin);
        }
        vector.sort_by(|a, b| a.term.cmp(&b.term).then(b.weight.total_cmp(&a.weight)));
        vector.dedup_by_key(|weighted| weighted.term);
        let length = vector.iter().map(|term| term.weight * term.weight).sum::<f32>().sqrt();
        if length > 0.0 {
            for term in &mut vector {
                term.weight /= length;
            }
        }
        Vector(vector)
    }
}

/// How surprising a term or class is that `having` of `sentences` have.
fn rarity(term: u64, having: f32, sentences: f32) -> f32 {
    surprise(kindred::chance(term), having, sentences)
}

/// The same for what `chance` of all English sentences have.
pub(crate) fn surprise(chance: f32, having: f32, sentences: f32) -> f32 {
    ((BACKGROUND + sentences) / (BACKGROUND * chance + having)).ln().max(0.0)
}

impl Weighted {
    /// The classes of the term as terms of their own.
    fn kin(&self) -> impl Iterator<Item = Self> + use<> {
        let weight = KINDRED * self.weight;
        kindred::classes(self.term).iter().map(move |&term| Self { term, weight, rarity: 0.0 })
    }
}

impl Likeness {
    /// Adds a term that both have, with its weight in theirs.
    pub(crate) fn add(&mut self, ours: Weighted, weight: f32) {
        self.cosine += ours.weight * weight;
        self.words = self.words.saturating_add(u16::from(ours.rarity > 0.0));
        if ours.rarity >= TELLING {
            self.strength += ours.rarity;
        }
    }
}

impl Vector {
    /// Its terms with their weights, sorted.
    pub(crate) fn terms(&self) -> impl Iterator<Item = (u64, Weighted)> {
        self.0.iter().map(|weighted| (weighted.term, *weighted))
    }

    /// Share of this vector whose terms `other` has too, 0..=1, leaving aside those of `except`,
    /// which are sorted.
    pub(crate) fn covered_by(&self, other: &Self, except: &[u64]) -> f32 {
        let mut theirs = other.0.iter().peekable();
        let (mut shared, mut all) = (0.0, 0.0);
        for ours in self.0.iter().filter(|it| except.binary_search(&it.term).is_err()) {
            let worth = ours.weight * ours.weight;
            all += worth;
            while theirs.next_if(|theirs| theirs.term < ours.term).is_some() {}
            if theirs.next_if(|theirs| theirs.term == ours.term).is_some() {
                shared += worth;
            }
        }
        if all > 0.0 { shared / all } else { 0.0 }
    }
}
