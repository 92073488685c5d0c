//! The article's people and bodies, found by what a source calls them.

use language::{Entity, EntityId, MentionKind};
use std::collections::HashMap;

/// For each key the entity that was named first.
#[derive(Debug, Default)]
pub struct Index {
    /// Whole names of several words, in lower case.
    names: HashMap<String, EntityId>,
    /// Their last words.
    surnames: HashMap<String, EntityId>,
    ages: HashMap<u16, EntityId>,
    /// The nouns that head what stands beside them: "banker", "agency".
    roles: HashMap<String, EntityId>,
}

impl Index {
    /// Takes the entities in once, so that no source costs a search through all of them.
    pub fn of(entities: &[Entity]) -> Self {
        let mut index = Self::default();
        for (at, entity) in entities.iter().enumerate() {
            let id = EntityId(at);
            if entity.name.contains(' ') {
                let name = entity.name.to_lowercase();
                let bearer = index.surnames.entry(last(&name).to_string()).or_insert(id);
                let person = |id: EntityId| entities[id.0].kind == MentionKind::Person;
                if person(id) && !person(*bearer) {
                    *bearer = id;
                }
                index.names.entry(name).or_insert(id);
            }
            if let Some(age) = entity.about.age {
                index.ages.entry(age).or_insert(id);
            }
            // An office alone is nobody yet.
            if entity.kind == MentionKind::Role {
                continue;
            }
            for role in entity.about.roles.iter().chain(&entity.titles) {
                let head = role.split_once(" of ").map_or(&**role, |(head, _)| head);
                index.roles.entry(last(head).to_string()).or_insert(id);
            }
        }
        index
    }

    /// Whose whole name it is, in lower case.
    pub fn name(&self, name: &str) -> Option<EntityId> {
        self.names.get(name).copied()
    }

    /// Whose last name it is, in lower case.
    pub fn surname(&self, name: &str) -> Option<EntityId> {
        self.surnames.get(name).copied()
    }

    /// Who is of this age.
    pub fn age(&self, age: u16) -> Option<EntityId> {
        self.ages.get(&age).copied()
    }

    /// Who is said to be one of these.
    pub fn role(&self, noun: &str) -> Option<EntityId> {
        self.roles.get(noun).copied()
    }
}

/// The last word.
pub fn last(words: &str) -> &str {
    let space = words.bytes().rposition(|byte| byte == b' ');
    space.map_or(words, |at| &words[at + 1..])
}

/// The first word.
pub fn first(words: &str) -> &str {
    words.split(' ').next().unwrap_or(words)
}
