//! Pronouns, and other sources that stand for whoever was spoken of last.

use super::{Cast, MEMORY, Speaker};
use crate::{Name, Place, Said, SourceKind, lexicon, source_kind};
use language::{
    EntityId, MentionKind, TextRange,
    names::{Gender, is_person_noun},
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

/// How often what a sentence is about is told from the sentence before.
const FARTHEST: usize = 2;

/// Bytes of the longest pronoun: "which".
const LONGEST: usize = 5;

/// How many people of a sentence can be meant behind it.
const PEOPLE: usize = 3;

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

    /// "A person close to the family", of whom `noun` is the head, if the paragraph was about one.
    pub(super) fn indefinite(&self, source: Place, noun: &str) -> Option<Speaker> {
        let subjects = &self.paragraphs.get(source.block)?.subjects;
        let past = subjects.partition_point(|s| s.end <= source.range.start);
        let places = subjects[..past].iter().rev().take(2);
        places.map(|&range| Place { block: source.block, range }).find_map(|place| {
            let words = self.words(place);
            let indefinite =
                ["A ", "An ", "One ", "Two ", "Three "].iter().any(|a| words.starts_with(a));
            let same = indefinite && source_kind::head(words).eq_ignore_ascii_case(noun);
            same.then(|| self.phrase(place))
        })
    }

    /// Who the sentence before `source` in its paragraph is about, if it is somebody by name.
    pub(super) fn subject_before(&self, source: Place) -> Option<Speaker> {
        if self.looks_too_far() {
            return None;
        }
        let subjects = &self.paragraphs.get(source.block)?.subjects;
        let past = subjects.partition_point(|s| s.end <= source.range.start);
        let range = *subjects[..past].last()?;
        let place = Place { block: source.block, range };
        match Pronoun::of(self.words(place)) {
            Some(pronoun) => self.looking_back(|| self.pronoun(pronoun, place)),
            None => Some(self.looking_back(|| self.phrase(place))),
        }
    }

    /// Whether what is looked at is too far from whom it is looked at for to tell who that is. What a
    /// sentence is about may rest on the sentence before, and so on to the first one of the article.
    fn looks_too_far(&self) -> bool {
        self.looking_back.get() == FARTHEST
    }

    fn looking_back<T>(&self, look: impl FnOnce() -> T) -> T {
        self.looking_back.set(self.looking_back.get() + 1);
        let seen = look();
        self.looking_back.set(self.looking_back.get() - 1);
        seen
    }

    /// Whom or what the sentences before `source` in its paragraph are about, the last first; where the
    /// paragraph has not begun to be about anybody, the one before ended with somebody.
    pub(super) fn topics(&self, source: Place) -> impl Iterator<Item = Speaker> {
        let sentences = if self.looks_too_far() { 0 } else { MEMORY };
        let here = self.about(source.block, source.range.start, sentences);
        let before = source.block.checked_sub(1).filter(|_| here.is_empty() && sentences > 0);
        let left = before.map(|block| self.about(block, usize::MAX, 1)).unwrap_or_default();
        here.into_iter()
            .chain(left)
            .filter(|&place| Pronoun::of(self.words(place)).is_none())
            .map(|place| self.looking_back(|| self.phrase(place)))
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

    /// The subjects of the last sentences of `block` before `until`, each with the people who are named
    /// in its sentence: "That did not satisfy Ada Moss."
    fn about(&self, block: usize, until: usize, sentences: usize) -> Vec<Place> {
        let Some(paragraph) = self.paragraphs.get(block) else { return Vec::new() };
        let all = &paragraph.text.sentences;
        let past = all.partition_point(|s| s.range.start < until);
        let mut about = Vec::new();
        for sentence in all[..past].iter().rev().take(sentences) {
            let range = sentence.range;
            let place = |range| Place { block, range };
            let from = paragraph.subjects.partition_point(|s| s.start < range.start);
            let subject = paragraph.subjects[from..].iter().find(|s| range.covers(**s));
            // "The mine was shut, Moss said. She …": who says it goes before what it is about.
            let told = subject.and_then(|&subject| self.told_by(block, range, subject));
            about.extend(told.filter(|s| s.end <= until).map(place));
            about.extend(subject.filter(|s| s.end <= until).copied().map(place));
            // Whom "she said" speaks of is not who is spoken of next.
            let pronoun = subject.is_some_and(|&s| Pronoun::of(self.words(place(s))).is_some());
            if pronoun {
                continue;
            }
            // "The draft was sent to Moss, and he …", but not "The charge against Moss, he said, …".
            let own = (range.end > until).then(|| self.content_of(block, until)).flatten();
            let quoted = |n: TextRange| {
                let past = paragraph.quoted.partition_point(|q| q.outside.start <= n.start);
                past.checked_sub(1).is_some_and(|i| paragraph.quoted[i].outside.covers(n))
            };
            let person = |id: EntityId| self.entities[id.0].kind == MentionKind::Person;
            let named = self.names_in(block, range).iter();
            let apart = |n: &Name| {
                n.place.range.end <= until
                    && own.is_none_or(|content| !content.iter().any(|c| c.covers(n.place.range)))
            };
            let people = named
                .filter(|n| n.entity.is_some_and(person) && apart(n) && !quoted(n.place.range));
            let mut people: Vec<&Name> = people.rev().take(PEOPLE).collect();
            // Of several, who has spoken before goes first.
            people.sort_by_key(|n| !self.floor.iter().any(|s| s.entity == n.entity));
            about.extend(people.into_iter().map(|n| n.place));
        }
        about
    }

    /// What somebody says whose mention begins at `source`.
    fn content_of(&self, block: usize, source: usize) -> Option<&[TextRange]> {
        let said = &self.paragraphs.get(block)?.said;
        let theirs = |s: &&Said| s.source.first().is_some_and(|s| s.start == source);
        said.iter().find(theirs).map(|said| &*said.content)
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

    /// Who says what the subject of a sentence does.
    fn told_by(&self, block: usize, sentence: TextRange, subject: TextRange) -> Option<TextRange> {
        let said = &self.paragraphs.get(block)?.said;
        let starts = |s: &Said| s.content.first().map_or(0, |c| c.start);
        let from = said.partition_point(|s| starts(s) < sentence.start);
        let holds = |s: &&Said| {
            s.within.is_none()
                && !s.line
                && s.content.iter().any(|c| c.covers(subject))
                && s.cue.iter().all(|cue| sentence.covers(*cue))
        };
        let here = said[from..].iter().take_while(|s| starts(s) <= subject.start);
        let source = here.take(PEOPLE).find(holds)?.source.first().copied();
        source.filter(|source| source.start > subject.start)
    }

    /// "Ada Moss, who said": what the relative pronoun follows.
    fn antecedent(&self, source: Place) -> Option<Speaker> {
        let before = self.names_before(source).next()?;
        let gap = TextRange::new(before.place.range.end, source.range.start);
        let near = before.place.block == source.block && gap.len() < 80;
        near.then(|| before.entity.map(|id| self.entity(id))).flatten()
    }

    /// Whom or what a relative pronoun stands for that follows the phrase at `antecedent`: of "the rise of
    /// Ada Moss, who" the name that stands beside it, where it fits, and else what heads the phrase.
    pub fn relative(&self, source: Place, antecedent: Place) -> Option<Speaker> {
        // "One board member at Mercy North, who": the name beside it is guessed to be a person's.
        let member = is_person_noun(&source_kind::head(self.words(antecedent)).to_lowercase());
        let sure = |id: EntityId| !member || !self.may_be_body(id);
        let fits = |name: &&Name| match self.words(source) {
            "who" => name.kind == MentionKind::Person && name.entity.is_some_and(sure),
            "which" => !matches!(name.kind, MentionKind::Person | MentionKind::Role),
            _ => false,
        };
        let near = |name: &&Name| {
            let end = name.place.range.end;
            name.place.block == source.block && source.range.start < end + 4
        };
        let beside = self.names_before(source).next().filter(near).filter(fits);
        let named = beside.and_then(|name| name.entity).map(|id| self.entity(id));
        named.or_else(|| self.resolve(antecedent))
    }

    /// "The latter": who or what was named last.
    fn latter(&self, source: Place) -> Option<Speaker> {
        let named = self.names_before(source).take(MENTIONS);
        let speaks = |id: &EntityId| {
            !matches!(self.entities[id.0].kind, MentionKind::Place | MentionKind::Nationality)
        };
        named.filter_map(|n| n.entity).find(speaks).map(|id| self.entity(id))
    }

    /// "Both leaders", "the two sides": the two people or bodies named first.
    pub(super) fn joint(&self, source: Place) -> Option<Speaker> {
        let lower = self.words(source).to_lowercase();
        let pair = ["both ", "the two ", "the leaders", "the presidents", "the pair"];
        let noun = [
            "leaders",
            "presidents",
            "sides",
            "men",
            "women",
            "ministers",
            "countries",
            "capitals",
            "parties",
            "pair",
        ];
        let head = lower.rsplit(' ').next().unwrap_or_default();
        if !pair.iter().any(|p| lower.starts_with(p)) || !noun.contains(&head) {
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
