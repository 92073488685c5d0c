//! Pronouns, and other sources that stand for whoever was spoken of last.

use super::{Cast, MEMORY, Speaker};
use crate::{Place, SourceKind, lexicon, source_kind};
use language::{
    EntityId, MentionKind,
    names::{Gender, is_person_noun, is_vessel},
};

/// A pronoun that can be a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pronoun {
    /// he, she
    Person(Gender),
    /// they
    They,
    /// it
    It,
    /// who, which, that
    Relative,
    /// I, we, you
    Speaker,
    /// the latter
    Latter,
}

/// How many mentions before a pronoun are looked at for somebody it can stand for.
const MENTIONS: usize = 8;

/// Bytes of the longest pronoun: "which".
const LONGEST: usize = 5;

/// Steps that somebody whose gender is not known stands behind somebody whose gender fits.
const UNSURE: usize = 2;

impl Pronoun {
    /// The pronoun that `words` are, also with a verb behind its apostrophe: "she’s".
    pub fn of(words: &str) -> Option<Self> {
        let first = words.split([' ', '’', '\'']).next().unwrap_or_default();
        if first.len() > LONGEST {
            return None;
        }
        let pronoun = match &*first.to_ascii_lowercase() {
            "the" => return words.eq_ignore_ascii_case("the latter").then_some(Self::Latter),
            "he" | "his" | "him" => Self::Person(Gender::Male),
            "she" | "her" => Self::Person(Gender::Female),
            "they" | "their" | "them" => Self::They,
            "it" | "its" => Self::It,
            "who" | "which" | "that" | "whom" => Self::Relative,
            "i" | "we" | "us" | "you" => Self::Speaker,
            _ => return None,
        };
        // "The prefect has, for her part, recalled": her part is hers.
        let alone = words.split_whitespace().count() == 1
            || words.len() <= first.len() + 3
            || words
                .split_once(' ')
                .is_some_and(|(_, rest)| matches!(rest, "part" | "side" | "turn"));
        alone.then_some(pronoun)
    }
}

impl Cast<'_> {
    /// Whom a pronoun stands for.
    pub(super) fn pronoun(&self, pronoun: Pronoun, source: Place) -> Option<Speaker> {
        match pronoun {
            Pronoun::Person(gender) => self.person(source, gender, |_| true),
            Pronoun::They => self.nearest(source, |speaker| match speaker.kind {
                _ if is_many(speaker) => Some(0),
                SourceKind::Person => Some(UNSURE + 1),
                _ => Some(UNSURE),
            }),
            // A name that nobody knows for a person’s may be a firm’s.
            Pronoun::It => self.nearest(source, |speaker| match speaker.entity {
                _ if is_many(speaker) => None,
                Some(id) if self.may_be_body(id) => Some(1),
                // "The cable warned … It said …"
                None if self.is_thing(speaker) => Some(0),
                _ => (speaker.kind != SourceKind::Person).then_some(0),
            }),
            Pronoun::Relative => self.antecedent(source),
            Pronoun::Latter => self.latter(source),
            Pronoun::Speaker => None,
        }
    }

    /// The person spoken of last who is of this gender, as far as it is known, and fits.
    pub(super) fn person(
        &self,
        source: Place,
        gender: Gender,
        fits: impl Fn(&Speaker) -> bool,
    ) -> Option<Speaker> {
        let first = self.topics(source).next();
        // "The agency quotes him": who does something to him is somebody else.
        let doer = self.doer(source).map(|place| self.phrase(place).name);
        let others = self.spoken_about(source);
        // Whoever spoke last goes on: “…,” Asa Moss said. “…,” he added.
        let is_person = |id: EntityId| self.entities[id.0].kind == MentionKind::Person;
        let holds_floor = |speaker: &Speaker| {
            speaker.entity.is_some_and(is_person)
                && self.floor.last().is_some_and(|last| last.entity == speaker.entity)
        };
        self.nearest(source, |speaker| {
            let head = || source_kind::head(&speaker.name);
            let human = speaker.kind == SourceKind::Anonymous
                || speaker.kind == SourceKind::Person && speaker.entity.is_some()
                || is_person_noun(&head().to_lowercase()) && speaker.entity.is_none();
            let another =
                speaker.entity.is_some_and(|id| others.contains(&id) || self.has_asked(id));
            let done_to = doer.as_ref() == Some(&speaker.name);
            let human = human && !is_vessel(&speaker.name);
            if !human || is_many(speaker) || !fits(speaker) || done_to || another {
                return None;
            }
            let unnamed = speaker.entity.is_none_or(|id| {
                !matches!(self.entities[id.0].kind, MentionKind::Person | MentionKind::Role)
                    && !self.told.iter().any(|(whom, _)| *whom == id)
            });
            let last = first.as_ref().is_some_and(|first| first.name == speaker.name);
            let unsure = match last {
                true => 0,
                false if holds_floor(speaker) => UNSURE - 1,
                false => UNSURE,
            };
            match self.gender(speaker) {
                Gender::Unknown if gender == Gender::Unknown => Some(usize::from(unnamed)),
                Gender::Unknown => Some(unsure + usize::from(unnamed && !last)),
                theirs => (theirs == gender || gender == Gender::Unknown).then_some(0),
            }
        })
    }

    /// Of those spoken of before `source` the nearest, where `behind` says how many steps further
    /// than it is somebody counts, and nothing for whom it cannot be.
    ///
    /// First come those whom the sentences before it in its paragraph are about, then those who
    /// spoke, then those who were mentioned.
    fn nearest(
        &self,
        source: Place,
        behind: impl Fn(&Speaker) -> Option<usize>,
    ) -> Option<Speaker> {
        let mentioned = self
            .names_before(source)
            .take(MENTIONS)
            .filter_map(|n| n.entity)
            .map(|id| self.entity(id));
        let spoken = self.floor.iter().rev().take(MEMORY).map(|speaker| Speaker::clone(speaker));
        let mut seen: Vec<String> = Vec::new();
        let mut nearest: Option<(usize, Speaker)> = None;
        let mut fitting = 0;
        for speaker in self.topics(source).chain(spoken).chain(mentioned) {
            // Nobody further away can come before whoever is this near.
            if nearest.as_ref().is_some_and(|(steps, _)| *steps <= fitting) {
                break;
            }
            if seen.contains(&speaker.name) {
                continue;
            }
            seen.push(speaker.name.clone());
            let Some(steps) = behind(&speaker).map(|steps| fitting + steps) else { continue };
            fitting += 1;
            if nearest.as_ref().is_none_or(|(nearer, _)| steps < *nearer) {
                nearest = Some((steps, speaker));
            }
        }
        nearest.map(|(_, speaker)| speaker)
    }

    /// The subject of the sentence in which an object pronoun stands behind it.
    fn doer(&self, source: Place) -> Option<Place> {
        if !matches!(self.words(source), "him" | "her" | "them") {
            return None;
        }
        let paragraph = self.paragraphs.get(source.block)?;
        let at = source.range.start;
        let all = &paragraph.text.sentences;
        let sentence = &all[all.partition_point(|s| s.range.start <= at).checked_sub(1)?];
        let from = paragraph.subjects.partition_point(|s| s.start < sentence.range.start);
        let subject = paragraph.subjects[from..].iter().find(|s| s.end <= at)?;
        Some(Place { block: source.block, range: *subject })
    }

    /// Whether a speaker is something that has spoken: "the cable".
    fn is_thing(&self, speaker: &Speaker) -> bool {
        let spoke = || self.floor.iter().rev().take(MEMORY).any(|known| **known == *speaker);
        let noun = source_kind::head(&speaker.name);
        noun.starts_with(char::is_lowercase) && !is_person_noun(noun) && spoke()
    }

    /// "He called Moss’s words unfair": whoever is named behind the pronoun in what it says is somebody
    /// else.
    fn spoken_about(&self, source: Place) -> Vec<EntityId> {
        // "In the deal he outlined, Moss offered …"
        let subjects = self.paragraphs.get(source.block).map_or(&[][..], |it| &it.subjects);
        if subjects.binary_search(&source.range).is_err() {
            return Vec::new();
        }
        let content = self.content_of(source.block, source.range.start).unwrap_or_default();
        let behind = content.iter().filter(|content| source.range.end <= content.start);
        let names = behind.flat_map(|content| self.names_in(source.block, *content));
        let person = |id: &EntityId| self.entities[id.0].kind == MentionKind::Person;
        let apart = names.filter(|name| name.kind != MentionKind::Role);
        apart.filter_map(|name| name.entity).filter(person).collect()
    }

    /// "The latter": who or what was named last.
    fn latter(&self, source: Place) -> Option<Speaker> {
        let named = self.names_before(source).take(MENTIONS);
        let speaks = |id: &EntityId| {
            !matches!(self.entities[id.0].kind, MentionKind::Place | MentionKind::Nationality)
        };
        named.filter_map(|n| n.entity).find(speaks).map(|id| self.entity(id))
    }
}

/// Whether a speaker is several: "residents", "Ada Moss and Jan Holt".
fn is_many(speaker: &Speaker) -> bool {
    let head = source_kind::head(&speaker.name);
    let plural =
        head.ends_with('s') && !["ss", "us", "is", "gas"].iter().any(|e| head.ends_with(e));
    let lower = head.to_lowercase();
    let noun = head.starts_with(char::is_lowercase)
        || speaker.entity.is_none() && lexicon::word(&lower).is_some_and(|word| word.plural)
        || speaker.entity.is_none() && lower.strip_suffix('s').is_some_and(is_person_noun);
    speaker.entity.is_none() && speaker.name.contains(" and ")
        || noun && (plural || matches!(&*lower, "people" | "men" | "women" | "police"))
}
