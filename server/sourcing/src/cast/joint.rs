//! "Both leaders", "the two sides": two people as one source.

use super::{Cast, DESCRIPTIONS, Speaker};
use crate::{Place, SourceKind};
use language::{EntityId, MentionKind, Set, data};
use std::sync::LazyLock;

/// Nouns for two that are one source.
static PAIRS: LazyLock<Set> = LazyLock::new(|| data::class(DESCRIPTIONS, "pair").collect());

impl Cast<'_> {
    /// "Both leaders", "the two sides": the two people or bodies named first.
    pub(super) fn joint(&self, source: Place) -> Option<Speaker> {
        let lower = self.words(source).to_lowercase();
        let begins = ["both ", "the two ", "the leaders", "the presidents", "the pair"];
        let head = lower.rsplit(' ').next().unwrap_or_default();
        if !begins.iter().any(|it| lower.starts_with(it)) || !PAIRS.contains(head) {
            return None;
        }
        let all = self.names.partition_point(|n| n.place < source);
        let mut people: Vec<EntityId> = Vec::new();
        for id in self.names[..all].iter().filter_map(|n| n.entity) {
            if self.entities[id.0].kind == MentionKind::Person && !people.contains(&id) {
                people.push(id);
            }
            if people.len() == 2 {
                break;
            }
        }
        let [a, b] = people[..] else { return None };
        let name = format!("{} and {}", self.entities[a.0].name, self.entities[b.0].name);
        Some(Speaker { name, entity: None, kind: SourceKind::Person })
    }
}
