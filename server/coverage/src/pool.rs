//! The other outlets' articles, prepared once and kept from one edit of ours to the next.
//!
//! What a word is worth is learnt from the candidates alone, so that nothing of them changes while
//! the article that they are held against does.

use crate::{
    agenda::Agenda,
    anchors::Anchors,
    differ::{Facts, Telling},
    family::Kinship,
    story::{self, Vectors},
    weights::Weights,
};
use corpus::Entry;
use std::sync::{Arc, OnceLock};

/// Candidates, prepared for comparison.
#[derive(Debug)]
pub(crate) struct Pool {
    pub(crate) weights: Weights,
    pub(crate) others: Vec<Other>,
    pub(crate) kinship: Kinship,
}

/// One candidate. What only those on our story need is made when it is asked for.
#[derive(Debug)]
pub(crate) struct Other {
    pub(crate) entry: Arc<Entry>,
    pub(crate) vectors: Arc<Vectors>,
    anchors: Arc<OnceLock<Anchors>>,
    facts: Arc<OnceLock<Arc<Facts>>>,
    telling: OnceLock<Telling>,
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
                anchors: before.map(|other| Arc::clone(&other.anchors)).unwrap_or_default(),
                facts: before.map(|other| Arc::clone(&other.facts)).unwrap_or_default(),
                telling: OnceLock::new(),
            }
        });
        let others = others.collect();
        Arc::new(Self { weights, others, kinship: Kinship::of(entries) })
    }
}

impl Other {
    /// What ties it to one event.
    pub(crate) fn anchors(&self) -> &Anchors {
        self.anchors.get_or_init(|| Anchors::of(&self.entry.reading))
    }

    /// Everything that is compared.
    pub(crate) fn telling(&self, weights: &Weights) -> &Telling {
        self.telling.get_or_init(|| {
            let reading = &self.entry.reading;
            Telling {
                date: reading.article.metadata.date(),
                vectors: Arc::clone(&self.vectors),
                agenda: Arc::new(Agenda::of(reading, weights)),
                facts: Arc::clone(self.facts.get_or_init(|| Arc::new(Facts::of(reading)))),
            }
        })
    }
}
