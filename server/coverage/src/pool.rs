//! The other outlets' articles, prepared once and kept from one edit of ours to the next.
//!
//! What a word is worth is learnt from the candidates alone, so that nothing of them changes while
//! the article that they are held against does.

use crate::{
    differ::Facts,
    point::Points,
    story::{self, Vectors},
    weights::Weights,
};
use corpus::Entry;
use std::sync::{Arc, OnceLock};

/// Candidates, prepared for comparison.
#[derive(Debug, Default)]
pub struct Pool {
    pub(crate) weights: Weights,
    pub(crate) others: Vec<Other>,
}

/// One candidate. What most of them never need is made when it is asked for.
#[derive(Debug)]
pub(crate) struct Other {
    pub(crate) entry: Arc<Entry>,
    pub(crate) vectors: Arc<Vectors>,
    facts: Arc<OnceLock<Arc<Facts>>>,
    points: OnceLock<Arc<Vec<Points>>>,
}

impl Pool {
    /// `entries` prepared; what they have in common with `previous` is taken over from there.
    pub(crate) fn of(entries: &[Arc<Entry>], previous: Option<&Arc<Self>>) -> Arc<Self> {
        let known = |pool: &&Arc<Self>| {
            let others = pool.others.iter().map(|other| &other.entry);
            entries.len() == pool.others.len()
                && entries.iter().zip(others).all(|(ours, theirs)| Arc::ptr_eq(ours, theirs))
        };
        if let Some(pool) = previous.filter(known) {
            return Arc::clone(pool);
        }
        let terms = entries.iter().flat_map(|entry| story::sentences(&entry.reading));
        let weights = Weights::of(terms);
        let others = entries.iter().map(|entry| {
            let before = previous.into_iter().flat_map(|pool| &pool.others);
            let before = before.into_iter().find(|other| Arc::ptr_eq(&other.entry, entry));
            Other {
                entry: Arc::clone(entry),
                vectors: Arc::new(Vectors::of(&entry.reading, &weights)),
                facts: before.map(|other| Arc::clone(&other.facts)).unwrap_or_default(),
                points: OnceLock::new(),
            }
        });
        let others = others.collect();
        Arc::new(Self { weights, others })
    }
}

impl Other {
    /// What it says, whatever it is held against.
    pub(crate) fn facts(&self) -> &Arc<Facts> {
        self.facts.get_or_init(|| Arc::new(Facts::of(&self.entry.reading)))
    }

    /// The points of its sentences.
    pub(crate) fn points(&self, weights: &Weights) -> &Arc<Vec<Points>> {
        self.points.get_or_init(|| Arc::new(story::points(&self.entry.reading, weights)))
    }
}
