//! "The winegrower" for somebody who was named before and of whom nothing like it was said: copy that
//! avoids to repeat a name calls people by what else they are.

use super::{
    Cast, DESCRIPTIONS, Speaker,
    description::{agree, last},
};
use crate::{
    Place, SourceKind,
    lexicon::{self, Roles},
    source_kind,
};
use language::{
    EntityId, MentionKind, Set, data,
    names::{gender, is_calling, is_office, is_person_noun},
};
use std::sync::LazyLock;

/// Bytes before a description in which somebody else can have been brought on by the same noun.
const EARLIER: usize = 2000;

/// Speakers back that can be meant.
const SPOKE: usize = 2;

/// Words from "a" to the noun that it belongs to.
const PHRASE: usize = 3;

/// Nouns that copy calls people by whom it does not name.
static UNNAMED: LazyLock<Set> = LazyLock::new(|| data::class(DESCRIPTIONS, "unnamed").collect());

/// What somebody is on the way to an office.
static RUNS: LazyLock<Set> = LazyLock::new(|| data::class(DESCRIPTIONS, "runs").collect());

/// Ends of nouns for what somebody does, that end no other words.
static DOERS: LazyLock<Vec<&str>> = LazyLock::new(|| data::class(DESCRIPTIONS, "doer").collect());

impl Cast<'_> {
    /// Whom the sentences before are about, or who spoke last, where a noun for a person that is new to the
    /// text can mean that one.
    pub(super) fn varied(&self, source: Place, phrase: &str, noun: &str) -> Option<Speaker> {
        let noun = noun.rsplit('-').next().unwrap_or(noun);
        // "The Advocate" is a newspaper.
        let written = source_kind::head(self.words(source));
        if written.starts_with(char::is_uppercase) || !speaks(noun) {
            return None;
        }
        if self.is_brought_on(source, noun) || self.is_guests(source) {
            return None;
        }
        // "The head of the agency": in the paragraph of whom it means.
        let words = source_kind::plain(self.words(source));
        let here = words.len() > phrase.len() + "the ".len();
        let proper =
            words.get(phrase.len()..).is_some_and(|rest| rest.contains(char::is_uppercase));
        if here && (is_office(noun) || noun == "leader" || proper) {
            return None;
        }
        let sex = gender(noun).unwrap_or_default();
        let before = self.subject_before(source).into_iter().chain(self.topics(source));
        let spoke = self.floor.iter().rev().take(if here { 0 } else { SPOKE });
        let last = spoke.map(|speaker| Speaker::clone(speaker));
        let mut near = before.chain(last).filter(|speaker| {
            let asked = speaker.entity.is_some_and(|id| self.has_asked(id));
            self.is_human(speaker) && agree(sex, self.gender(speaker)) && !asked
        });
        // What is only guessed to be somebody’s name may be a town’s.
        let spoke = |id: EntityId| self.floor.iter().any(|speaker| speaker.entity == Some(id));
        let guessed = |it: &Speaker| it.entity.is_some_and(|id| self.may_be_body(id) && !spoke(id));
        let first = near.next()?;
        let found =
            if guessed(&first) { near.find(|it| !guessed(it)).unwrap_or(first) } else { first };
        let otherwise = found.entity.is_some_and(|id| self.is_otherwise(id, noun));
        (!otherwise).then_some(found)
    }

    /// Whether a speaker is one person.
    fn is_human(&self, speaker: &Speaker) -> bool {
        match speaker.entity {
            Some(id) => self.entities[id.0].kind == MentionKind::Person,
            None => {
                speaker.kind == SourceKind::Anonymous
                    && is_person_noun(&source_kind::head(&speaker.name).to_lowercase())
            }
        }
    }

    /// Whether it stands in a line of somebody who is no reporter, and calls others by what they are.
    fn is_guests(&self, source: Place) -> bool {
        let line = self.paragraphs[source.block].said.first().filter(|said| said.line);
        let label = line.and_then(|line| line.source.first());
        label.is_some_and(|&range| {
            let label = Place { range, ..source };
            self.is_line(label) && !self.narrates(label)
        })
    }

    /// Whether somebody was brought on by the noun before: "a young driver".
    fn is_brought_on(&self, source: Place, noun: &str) -> bool {
        let (mut left, mut end) = (EARLIER, source.range.start);
        for block in (0..=source.block).rev() {
            let text = &*self.article.blocks[block].text;
            let till = &text[..text.floor_char_boundary(end.min(text.len()))];
            let near = &till[till.floor_char_boundary(till.len().saturating_sub(left))..];
            if introduces(near, noun) {
                return true;
            }
            left = left.saturating_sub(near.len());
            if left == 0 {
                return false;
            }
            end = usize::MAX;
        }
        false
    }

    /// Whether the noun is an office, and somebody is known to be something else.
    fn is_otherwise(&self, id: EntityId, noun: &str) -> bool {
        let runs = |role: &str| RUNS.contains(last(role));
        let known = |role: &str| is_calling(last(role)) && !runs(role);
        is_office(noun) && self.roles(id).any(known)
    }
}

/// Whether a text holds the noun behind "a", "one", "his".
fn introduces(text: &str, noun: &str) -> bool {
    const FIRST: [&str; 6] = ["a", "an", "one", "another", "two", "some"];
    const SAYS_WHAT: [&str; 5] = ["is", "was", "as", "became", "herself"];
    // Most texts do not hold it at all.
    let mut windows = text.as_bytes().windows(noun.len().max(1));
    if !windows.any(|bytes| bytes.eq_ignore_ascii_case(noun.as_bytes())) {
        return false;
    }
    let (mut left, mut at) = (0_usize, 0);
    text.split_inclusive(|c: char| !c.is_alphanumeric()).any(|piece| {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let before = text[..at].trim_end();
        at += piece.len();
        left = match word {
            "" => left,
            _ if word.eq_ignore_ascii_case("the") => 0,
            _ if FIRST.iter().any(|first| word.eq_ignore_ascii_case(first)) => {
                // "Ada Moss, a driver", "Moss is a driver"
                let says = || SAYS_WHAT.contains(&before.rsplit(' ').next().unwrap_or_default());
                if before.ends_with([',', '(']) || says() { 0 } else { PHRASE }
            }
            _ => left.saturating_sub(1),
        };
        left > 0 && word.eq_ignore_ascii_case(noun)
    })
}

/// Whether a noun is for one person who can speak.
fn speaks(noun: &str) -> bool {
    if UNNAMED.contains(noun) {
        return false;
    }
    let grown = || DOERS.iter().any(|end| noun.ends_with(end));
    let Some(word) = lexicon::word(noun) else {
        return is_calling(noun) || grown();
    };
    let Roles { person, epithet, official, outlet, body, document, anonymous, .. } = word.roles;
    let other = official || outlet || body || document || anonymous;
    !word.plural && !other && (person || epithet || is_calling(noun))
}
