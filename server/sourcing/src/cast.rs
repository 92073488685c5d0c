//! Whom a source names: pronouns, roles and names resolved to the article's people and bodies.
//!
//! A source is looked at as a label ("MOSS:"), as a pronoun, as a phrase that holds a name, and last
//! as a description of somebody who was named before ("the 54-year-old", "the agency"). What none of
//! them can place stays as it is written.

mod bodies;
mod callings;
mod description;
mod direction;
mod index;
mod joint;
mod label;
mod phrase;
mod pronoun;
mod relative;
mod script;
mod topic;
mod variation;

use crate::{Name, Paragraph, Place, SourceKind, body::body, source_kind};
use article::Article;
pub use index::Index;
use language::{
    Entity, EntityId, MentionKind, TextRange,
    names::{Gender, is_person_noun},
};
pub use pronoun::Pronoun;
pub use script::{Below, Script, Voice, is_plain};
use std::{cell::Cell, sync::Arc};

/// The words of descriptions, by what they tell.
const DESCRIPTIONS: &str = include_str!("../data/descriptions.txt");

/// A source, resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The fullest form the article has: "Emmanuel Macron"; else the words of the mention.
    pub name: String,
    /// The same as an entity.
    pub entity: Option<EntityId>,
    /// What kind of source it is.
    pub kind: SourceKind,
}

impl Speaker {
    /// The body or government it stands for; nobody for a person.
    pub fn body(&self) -> Option<&'static str> {
        let speaks = matches!(self.kind, SourceKind::Official | SourceKind::Document);
        speaks.then(|| body(&self.name)).flatten()
    }
}

/// The people and bodies of one article, and who had the floor last.
pub struct Cast<'a> {
    article: &'a Article,
    paragraphs: &'a [Arc<Paragraph>],
    names: &'a [Name],
    entities: &'a [Entity],
    index: Arc<Index>,
    script: Arc<Script>,
    /// Speakers so far, the last one last.
    floor: Vec<Arc<Speaker>>,
    /// What they were spoken of as, in lower case: "captain", of "a captain who gave his name as Kone".
    told: Arc<Vec<(EntityId, String)>>,
    /// Who put the question that is answered.
    asked: Option<EntityId>,
    /// How many sentences are looked at, each for what the one behind it is about.
    looking_back: Cell<usize>,
}

/// Who has spoken, as far as it matters for what follows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Memory {
    floor: Vec<Arc<Speaker>>,
    told: Arc<Vec<(EntityId, String)>>,
}

/// How many things that speakers were spoken of as are remembered.
const TOLD: usize = 256;

/// How many speakers back a pronoun or a description looks for whom it stands for.
const MEMORY: usize = 12;

impl<'a> Cast<'a> {
    /// An empty stage; `index` is that of `entities`.
    pub fn new(
        article: &'a Article,
        paragraphs: &'a [Arc<Paragraph>],
        names: &'a [Name],
        entities: &'a [Entity],
        index: &Arc<Index>,
    ) -> Self {
        let index = Arc::clone(index);
        let script = Arc::new(Script::of(article, paragraphs));
        let (floor, told) = (Vec::new(), Arc::default());
        let (asked, looking_back) = (None, Cell::new(0));
        Self {
            article,
            paragraphs,
            names,
            entities,
            index,
            script,
            floor,
            told,
            asked,
            looking_back,
        }
    }

    /// Who speaks in which lines of the article.
    pub fn script(&self) -> &Arc<Script> {
        &self.script
    }

    /// Who has spoken so far.
    pub fn memory(&self) -> Memory {
        let recent = self.floor.len().saturating_sub(MEMORY);
        Memory { floor: self.floor[recent..].to_vec(), told: Arc::clone(&self.told) }
    }

    /// Goes on behind those who had spoken then.
    pub fn recall(&mut self, memory: &Memory) {
        let Memory { floor, told } = memory.clone();
        (self.floor, self.told) = (floor, told);
    }

    /// Takes note of who put the question that is answered next, if it is an answer.
    pub fn answers(&mut self, asked: Option<EntityId>) {
        self.asked = asked;
    }

    /// Whether it is an answer to somebody’s question, who does not give it.
    fn has_asked(&self, id: EntityId) -> bool {
        self.asked == Some(id)
    }

    /// Whom `source` names.
    pub fn resolve(&self, source: Place) -> Option<Speaker> {
        let words = self.words(source);
        if self.is_label(source) {
            return Some(self.label(source));
        }
        match Pronoun::of(words) {
            Some(pronoun) => self.pronoun(pronoun, source),
            None => Some(self.joint(source).unwrap_or_else(|| self.phrase(source))),
        }
    }

    /// Takes note of who spoke, and by what words they were named.
    pub fn spoke(&mut self, speaker: &Speaker, source: Option<Place>) {
        let noun = source.map(|place| source_kind::head(self.words(place)).to_lowercase());
        let tells = |noun: &String| {
            is_person_noun(noun) || matches!(Pronoun::of(noun), Some(Pronoun::Person(_)))
        };
        if let (Some(id), Some(noun)) = (speaker.entity, noun.filter(tells))
            && matches!(self.entities[id.0].kind, MentionKind::Person | MentionKind::Unknown)
            && self.told.len() < TOLD
        {
            Arc::make_mut(&mut self.told).push((id, noun));
        }
        if self.floor.len() >= MEMORY * 2 {
            self.floor.drain(..MEMORY);
        }
        self.floor.push(Arc::new(speaker.clone()));
    }

    /// A speaker known by a tag or by what was written: the entity of that name, if there is one.
    pub fn by_name(&self, name: &str) -> Speaker {
        let found = self.entities.iter().position(|e| {
            e.name.eq_ignore_ascii_case(name)
                || e.aliases.iter().any(|a| a.eq_ignore_ascii_case(name))
        });
        match found {
            Some(index) => self.entity(EntityId(index)),
            None => {
                Speaker { name: name.to_string(), entity: None, kind: source_kind::of_words(name) }
            }
        }
    }

    fn words(&self, place: Place) -> &'a str {
        place.range.of(&self.article.blocks[place.block].text)
    }

    fn entity(&self, id: EntityId) -> Speaker {
        let entity = &self.entities[id.0];
        Speaker {
            name: plain(&quiet(&entity.name)),
            entity: Some(id),
            kind: source_kind::of_entity(entity),
        }
    }

    /// The gender of the pronoun that can stand for a speaker.
    fn gender(&self, speaker: &Speaker) -> Gender {
        let told = |id: EntityId| match self.entities[id.0].gender {
            Gender::Unknown => self.called_by(id),
            known => known,
        };
        let noun = || language::names::gender(source_kind::head(&speaker.name));
        speaker.entity.map(told).or_else(noun).unwrap_or_default()
    }

    /// What the pronoun tells by which somebody of unknown gender was spoken of last.
    fn called_by(&self, id: EntityId) -> Gender {
        let told = self.told.iter().rev().filter(|(whom, _)| *whom == id);
        let pronouns = told.filter_map(|(_, word)| match Pronoun::of(word) {
            Some(Pronoun::Person(gender)) => Some(gender),
            _ => None,
        });
        pronouns.into_iter().next().unwrap_or_default()
    }

    /// Names that begin in `range` of `block`.
    fn names_in(&self, block: usize, range: TextRange) -> &'a [Name] {
        let from = self
            .names
            .partition_point(|n| (n.place.block, n.place.range.start) < (block, range.start));
        let to = self
            .names
            .partition_point(|n| (n.place.block, n.place.range.start) < (block, range.end));
        &self.names[from..to.max(from)]
    }

    /// Names before a place, the nearest first.
    fn names_before(&self, place: Place) -> impl Iterator<Item = &'a Name> {
        let to = self.names.partition_point(|n| {
            (n.place.block, n.place.range.start) < (place.block, place.range.start)
        });
        self.names[..to].iter().rev()
    }
}

/// "Terence ‘Tel’ Maddox" without the nickname.
fn plain(name: &str) -> String {
    let marks = ['‘', '“', '"'];
    let open = name.find(marks).filter(|&open| name[..open].ends_with(' '));
    let behind = open.and_then(|open| {
        let close = name[open..].find(['’', '”']).map(|at| open + at)?;
        name[close..].split_once(' ').map(|(_, behind)| format!("{}{behind}", &name[..open]))
    });
    behind.unwrap_or_else(|| name.to_string())
}

/// A name that is written in capitals throughout, as elsewhere: "MARGIT HOLLAND". Acronyms stay.
fn quiet(name: &str) -> String {
    let loud = name.len() > 5 && !name.contains(char::is_lowercase) && !name.contains('.');
    if !loud {
        return name.to_string();
    }
    let mut start = true;
    name.chars()
        .flat_map(|c| {
            let cased: Vec<char> = if start { vec![c] } else { c.to_lowercase().collect() };
            start = !c.is_alphanumeric();
            cased
        })
        .collect()
}
