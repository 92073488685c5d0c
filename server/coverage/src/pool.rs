//! The other outlets' articles, prepared once and kept from one edit of ours to the next.
//!
//! What an article says is found out once and kept with it in the corpus. What a word is worth is
//! learnt from the candidates alone, so that nothing of them changes while the article that they are
//! held against does.

use crate::{
    differ::facts::{Facts, Telling},
    gate::{self, Row, anchors::Anchors},
    pairs::Pairs,
    tellers::family::Kinship,
    words::{
        vectors::{self, Vectors},
        weights::{Vocabulary, Weights},
    },
};
use corpus::Entry;
use std::sync::{Arc, OnceLock};

/// Candidates, prepared for comparison, in order of their ids.
#[derive(Debug)]
pub(crate) struct Pool {
    pub(crate) weights: Weights,
    pub(crate) others: Vec<Other>,
    pub(crate) kinship: Kinship,
    /// The evidence that two of them tell one story.
    between: Pairs<f32>,
}

/// One candidate. What only those on our story need is made when it is asked for.
#[derive(Debug)]
pub(crate) struct Other {
    pub(crate) entry: Arc<Entry>,
    pub(crate) vectors: Arc<Vectors>,
    prepared: Arc<Prepared>,
    telling: OnceLock<Telling>,
}

/// What comparison makes of an article, whatever it is held against.
#[derive(Debug)]
struct Prepared {
    anchors: Anchors,
    vocabulary: Vocabulary,
    facts: OnceLock<Arc<Facts>>,
}

impl Prepared {
    fn of(entry: &Entry) -> Arc<Self> {
        let reading = &entry.reading;
        entry.prepared.get_or_make(|| Self {
            anchors: Anchors::of(reading),
            vocabulary: Vocabulary::of(vectors::sentences(reading)),
            facts: OnceLock::new(),
        })
    }
}

impl Pool {
    /// `entries` prepared, in whatever order; `previous` where that has the same.
    pub(crate) fn of(entries: &[Arc<Entry>], previous: Option<&Arc<Self>>) -> Arc<Self> {
        let mut entries = entries.to_vec();
        entries.sort_by(|a, b| a.id.cmp(&b.id));
        let known = |pool: &&Arc<Self>| {
            let others = pool.others.iter().map(|other| &other.entry);
            entries.len() == pool.others.len()
                && entries.iter().zip(others).all(|(ours, theirs)| Arc::ptr_eq(ours, theirs))
        };
        if let Some(pool) = previous.filter(known) {
            return Arc::clone(pool);
        }
        let prepared: Vec<Arc<Prepared>> = entries.iter().map(|it| Prepared::of(it)).collect();
        let weights = Weights::of(prepared.iter().map(|prepared| &prepared.vocabulary));
        let others = entries.iter().zip(prepared).map(|(entry, prepared)| Other {
            entry: Arc::clone(entry),
            vectors: Arc::new(Vectors::of(&entry.reading, &weights)),
            prepared,
            telling: OnceLock::new(),
        });
        let others = others.collect();
        let between = Pairs::of(entries.len());
        Arc::new(Self { weights, others, kinship: Kinship::of(&entries), between })
    }

    /// The evidence that the candidates at `one` and `other` tell one story.
    pub(crate) fn evidence(&self, one: usize, other: usize) -> f32 {
        *self.between.get(one, other, |later, earlier| {
            let (ours, theirs) = (&self.others[earlier], &self.others[later]);
            let rows = Row::all(&ours.vectors, &theirs.vectors);
            gate::evidence((ours.anchors(), &rows), theirs.anchors())
        })
    }

    /// Where each of `entries` stands in the pool.
    pub(crate) fn places(&self, entries: &[Arc<Entry>]) -> Vec<usize> {
        let place = |entry: &Arc<Entry>| self.others.partition_point(|it| it.entry.id < entry.id);
        entries.iter().map(place).collect()
    }
}

impl Other {
    /// What ties it to one event.
    pub(crate) fn anchors(&self) -> &Anchors {
        &self.prepared.anchors
    }

    /// Everything that is compared.
    pub(crate) fn telling(&self, weights: &Weights) -> &Telling {
        self.telling.get_or_init(|| {
            let reading = &self.entry.reading;
            let facts = self.prepared.facts.get_or_init(|| Arc::new(Facts::of(reading)));
            Telling::with(reading, Arc::clone(&self.vectors), Arc::clone(facts), weights)
        })
    }
}
