//! Whom a source names: pronouns, roles and names resolved to the article's people and bodies.
//!
//! A source is looked at as a label ("MOSS:"), as a pronoun, as a phrase that holds a name, and last
//! as a description of somebody who was named before ("the 54-year-old", "the agency"). What none of
//! them can place stays as it is written.

mod callings;
mod description;
mod direction;
mod index;
mod phrase;
mod pronoun;
mod script;

use crate::{Name, Paragraph, Place, SourceKind, body::body, setoff::is_loud, source_kind};
use article::Article;
pub use index::Index;
use language::{
    Entity, EntityId, MentionKind, TextRange,
    names::{Gender, is_person_noun},
};
pub use pronoun::Pronoun;
pub use script::{Below, Script, Voice};
use std::sync::Arc;

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
}

/// Who has spoken, as far as it matters for what follows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Memory {
    floor: Vec<Arc<Speaker>>,
    told: Arc<Vec<(EntityId, String)>>,
}

/// How many mentions before a label are looked at for its person.
const MENTIONS: usize = 64;

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
        Self { article, paragraphs, names, entities, index, script, floor, told }
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
            name: quiet(&entity.name),
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

    /// Whether the source is a line's label: "MOSS:", "PREMIER ADA MOSS (V/O):".
    pub fn is_label(&self, source: Place) -> bool {
        let text = &*self.article.blocks[source.block].text;
        let rest = text.get(source.range.end..).unwrap_or_default();
        let words = self.words(source);
        let name = words.split(['(', '[']).next().unwrap_or(words);
        let loud = is_loud(words) || !name.contains(' ');
        source.range.start == 0 && loud && rest.trim_start_matches([')', ' ']).starts_with(':')
    }

    /// Whether what stands before a colon is the label of a line: in capitals, or as often as in an
    /// interview.
    pub fn is_line(&self, label: Place) -> bool {
        let words = self.words(label);
        is_loud(words) || self.script.is_interviewed(words)
    }

    /// Whether a label is that of the newsroom's own reporter or presenter in a broadcast script.
    pub fn narrates(&self, label: Place) -> bool {
        self.script.narrates(self.words(label))
    }

    /// What a line of directions makes of a block.
    pub fn below(&self, block: usize) -> Option<Below> {
        self.script.below(block)
    }

    /// The person of the article whose surname a label ends in; else the label as it stands.
    pub fn label(&self, source: Place) -> Speaker {
        let words = self.words(source);
        // "Ministry: bridge will be rebuilt"
        let body =
            matches!(source_kind::of_words(words), SourceKind::Official | SourceKind::Document);
        if body && words.contains(char::is_lowercase) && !words.contains(' ') {
            return self.phrase(source);
        }
        let name = words.split([',', '(', '[']).next().unwrap_or(words).trim();
        // "TAPE – MOSS"
        let name = direction::named(name).unwrap_or(name);
        // "Ada Moss MP"
        let honour = |word: &str| word.len() < 5 && !word.contains(char::is_lowercase);
        let plain = name
            .rsplit_once(' ')
            .filter(|(rest, last)| honour(last) && rest.contains(char::is_lowercase));
        let name = plain.map_or(name, |(rest, _)| rest);
        // "DEPUTY PREMIER ADA MOSS"
        let titled = |name: &'a str| {
            let (title, rest) = name.split_once(' ')?;
            // "WOMAN WITH PRAM"
            let joins = ["with", "of", "in", "at", "from", "on", "for"];
            let joined = joins.iter().any(|it| index::first(rest).eq_ignore_ascii_case(it));
            (is_person_noun(&title.to_lowercase()) && !joined).then_some((title, rest))
        };
        // "(ANCHOR LEAD)", "(IN VISION)"
        if let Some(presenter) =
            script::presenter(name).filter(|_| !is_person_noun(&name.to_lowercase()))
        {
            return Speaker { name: presenter.to_string(), entity: None, kind: SourceKind::Person };
        }
        let untitled = std::iter::successors(Some(name), |name| titled(name).map(|(_, it)| it));
        let name = untitled.last().unwrap_or(name);
        let lower = name.to_lowercase();
        let named_last = || {
            let mut before = self.names_before(source).filter_map(|n| n.entity).take(MENTIONS);
            // "ADA MOSS" is no Otto Moss.
            let given = lower.split_once(' ').map(|(first, _)| first);
            let same = |id: &EntityId| {
                let theirs = self.entities[id.0].name.to_lowercase();
                let (first, _) = theirs.split_once(' ').unwrap_or_default();
                theirs.contains(' ')
                    && index::last(&theirs) == index::last(&lower)
                    && given.is_none_or(|given| given == first || given.ends_with('.'))
            };
            before.find(same)
        };
        let known = self.index.name(&lower).or_else(named_last);
        let kind = SourceKind::Person;
        let alone = || self.index.surname(&lower).filter(|_| !lower.contains(' '));
        if let Some(id) = known.or_else(alone).or_else(|| self.only_given(&lower)) {
            return Speaker { kind, ..self.entity(id) };
        }
        let id = self.names_in(source.block, source.range).last().and_then(|n| n.entity);
        let body = id.map(|id| self.entity(id)).filter(|s| s.name.contains(' ') && s.kind != kind);
        let somebody = |id: &EntityId| self.entities[id.0].kind != MentionKind::Organisation;
        let id = id.filter(somebody);
        body.unwrap_or_else(|| Speaker { name: quiet(name), entity: id, kind })
    }
    /// The person of this first name, where there is one alone: "LENA:".
    fn only_given(&self, first: &str) -> Option<EntityId> {
        let given = |entity: &Entity| {
            let (theirs, _) = entity.name.split_once(' ')?;
            (entity.kind == MentionKind::Person && theirs.eq_ignore_ascii_case(first)).then_some(())
        };
        let mut found = (0..).zip(self.entities).filter_map(|(at, it)| given(it).map(|()| at));
        found.next().filter(|_| found.next().is_none()).map(EntityId)
    }
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
            start = !c.is_alphabetic();
            cased
        })
        .collect()
}
