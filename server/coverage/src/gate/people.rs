//! Whom an article is about: its people by how often it names them.
//!
//! The one whom two articles name most is the same person in one story, and another in two events
//! of a kind.

use language::{MentionKind, terms};
use sourcing::Reading;
use std::collections::{BTreeMap, BTreeSet};

/// What two articles share where one of them names nobody.
const UNKNOWN: f32 = 0.3;

/// People of an article, by the hashes of their last names.
#[derive(Debug, Default)]
pub(crate) struct People {
    /// Mentions of each person.
    persons: BTreeMap<u64, u32>,
    /// Mentions of all persons.
    mentions: u32,
    /// Persons of the lead.
    leading: BTreeSet<u64>,
    /// The last word of everybody and everything that it names.
    named: BTreeSet<u64>,
}

/// How far two articles are about the same people.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Company {
    /// Whether the one whom one article names most has the same share of the other, the higher of
    /// both ways, 0..=1.
    pub(crate) person: f32,
    /// Whether one names all persons that the other leads with: 1, 0, or a half where it leads with
    /// none.
    pub(crate) leading: f32,
    /// Share of their mentions of people that are of the same, 0..=1.
    pub(crate) cast: f32,
}

impl People {
    /// `lead` is the last sentence of the lead.
    pub(crate) fn of(reading: &Reading, lead: usize) -> Self {
        let mut people = Self::default();
        for mention in &reading.names {
            let entity = mention.entity.and_then(|id| reading.entities.get(id.0));
            let sentence = reading.sentence_at(mention.place);
            let (Some(entity), Some(sentence)) = (entity, sentence) else { continue };
            let name = entity.name.to_lowercase();
            let last = terms::hash(name.split_whitespace().last().unwrap_or_default());
            people.named.insert(last);
            if entity.kind == MentionKind::Person {
                *people.persons.entry(last).or_insert(0) += 1;
                people.mentions += 1;
                if sentence <= lead + 1 {
                    people.leading.insert(last);
                }
            }
        }
        people
    }

    pub(crate) fn company(&self, other: &Self) -> Company {
        let nobody = self.mentions == 0 || other.mentions == 0;
        let shared = self.persons.keys().map(|name| self.share(*name).min(other.share(*name)));
        Company {
            person: self.follows(other).max(other.follows(self)),
            leading: self.is_met_by(other).max(other.is_met_by(self)),
            cast: if nobody { UNKNOWN } else { shared.sum() },
        }
    }

    fn share(&self, name: u64) -> f32 {
        let mentions = self.persons.get(&name).copied().unwrap_or_default();
        mentions as f32 / self.mentions.max(1) as f32
    }

    fn follows(&self, other: &Self) -> f32 {
        let most = self.persons.iter().max_by_key(|(_, mentions)| **mentions);
        most.map_or(0.5, |(name, _)| (other.share(*name) / self.share(*name)).min(1.0))
    }

    fn is_met_by(&self, other: &Self) -> f32 {
        match () {
            () if self.leading.is_empty() => 0.5,
            () if self.leading.is_subset(&other.named) => 1.0,
            () => 0.0,
        }
    }
}
