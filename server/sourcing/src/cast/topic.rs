//! Whom the sentences before a source are about: those for whom a pronoun or a description behind them
//! stands first.

use super::{Cast, MEMORY, Pronoun, Speaker};
use crate::{Name, Place, Said, source_kind};
use language::{EntityId, MentionKind, TextRange};

/// How often what a sentence is about is told from the sentence before.
const FARTHEST: usize = 2;

/// How many people of a sentence can be meant behind it.
const PEOPLE: usize = 3;

impl Cast<'_> {
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
    pub(super) fn content_of(&self, block: usize, source: usize) -> Option<&[TextRange]> {
        let said = &self.paragraphs.get(block)?.said;
        let theirs = |s: &&Said| s.source.first().is_some_and(|s| s.start == source);
        said.iter().find(theirs).map(|said| &*said.content)
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
}
