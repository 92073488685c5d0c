//! A noun phrase: its head, its names, and whether it says "no".

use crate::words::sentence::Words;
use language::{Tag, token};
use sourcing::Place;
use std::ops::Range;

/// Words for nobody and nothing.
const NONE: [&str; 6] = ["no", "nobody", "none", "nothing", "neither", "nor"];
/// Words for people of whom nothing else is said.
const ANYBODY: [&str; 2] = ["person", "people"];
/// Pronouns for somebody of whom nothing else is said.
const SOMEBODY: [&str; 9] =
    ["one", "nobody", "nothing", "none", "anyone", "anybody", "someone", "somebody", "body"];

/// People or things as a clause names them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Phrase {
    /// Base of its head; `None` for "nobody", "someone" and "people", who can be anybody.
    head: Option<u64>,
    /// Terms of the names in it.
    names: Vec<u64>,
    /// Whether it begins with "no".
    pub(crate) denied: bool,
}

impl Phrase {
    /// The first noun phrase of `range`, with the names that stand beside it; none where a pronoun
    /// leaves open who is meant.
    pub(crate) fn ahead(words: &Words, range: Range<usize>) -> Option<Self> {
        let mut denied = false;
        let mut head = None;
        let mut names = Vec::new();
        let start = range.start;
        for at in range.clone() {
            let Some(token) = words.tokens.get(at) else { break };
            let any = |list: &[&str]| words.any(at, list);
            denied |= head.is_none() && any(&NONE);
            match token.tag {
                _ if head.is_none() && any(&SOMEBODY) => {
                    // "none of the kids" names them behind, "one kid" too.
                    let more = words.is(at + 1, "of")
                        || at + 1 < range.end && words.is_tagged(at + 1, Tag::Noun);
                    if !more {
                        return Some(Self { head: None, names, denied });
                    }
                }
                Tag::Pronoun if head.is_none() => return None,
                Tag::Noun | Tag::Name if token::possessive(words.word(at)).is_some() => {}
                Tag::Noun if is_anybody(words, at) => {
                    return Some(Self { head: None, names, denied });
                }
                Tag::Noun => head = Some(words.base(at)),
                Tag::Name => {
                    head = Some(words.base(at));
                    names.extend(words.term(at));
                }
                Tag::Determiner | Tag::Adjective | Tag::Number | Tag::Participle | Tag::Adverb
                    if head.is_none() => {}
                Tag::Preposition if head.is_none() && words.is(at, "of") => {}
                // "Chargers defensive lineman Williams": a name that is no head.
                Tag::Adjective
                    if words.is_tagged(at - 1, Tag::Name) && is_nominal(words, at + 1) => {}
                Tag::Conjunction | Tag::Mark if head.is_none() && at > start => {}
                _ => break,
            }
        }
        if names.is_empty() {
            names.extend(apposition(words, range).filter_map(|at| words.term(at)));
        }
        Some(Self { head: Some(head?), names, denied })
    }

    /// Terms of the names in it.
    pub(crate) fn names(&self) -> &[u64] {
        &self.names
    }

    /// Whether its head is one of `words`.
    pub(crate) fn is_among(&self, words: &[u64]) -> bool {
        self.head.is_none_or(|head| words.binary_search(&head).is_ok())
    }

    /// Whether the two are called the same, and not only named with one name: "Chargers receiver
    /// Jackson" is not "Chargers lineman Williams".
    pub(crate) fn is_called(&self, other: &Self) -> bool {
        let named =
            |phrase: &Self, head: Option<u64>| head.is_some_and(|it| phrase.names.contains(&it));
        self.head.is_some() && self.head == other.head
            || named(self, other.head)
            || named(other, self.head)
    }

    /// Whether the two can be the same people or things.
    pub(crate) fn names_what(&self, other: &Self) -> bool {
        let nobody = |phrase: &Self| phrase.head.is_none() && phrase.denied;
        self.head == other.head
            || nobody(self)
            || nobody(other)
            || self.names.iter().any(|name| other.names.contains(name))
    }
}

impl Words<'_> {
    /// What the share at `place` is a share of: "women" in "83 percent of women", "Egypt" in "52
    /// percent in Egypt".
    pub(crate) fn share_of(&self, place: Place) -> Option<Phrase> {
        let past = self.past(place);
        let of = (past.saturating_sub(2)..=past).find(|&at| self.is(at, "of"));
        let land = || (self.is(past, "in") && self.is_tagged(past + 1, Tag::Name)).then_some(past);
        Phrase::ahead(self, of.or_else(land)? + 1..self.tokens.len())
    }

    /// The first token behind `place`.
    pub(crate) fn past(&self, place: Place) -> usize {
        self.tokens.partition_point(|token| token.range.start < place.range.end)
    }
}

/// The name set off behind what somebody is said to be: "the former head of the port, Viktor
/// Salman,".
fn apposition(words: &Words, range: Range<usize>) -> Range<usize> {
    let comma = range.clone().find(|&at| words.is(at, ",")).unwrap_or(range.end);
    let name = (comma + 1..range.end).take_while(|&at| words.is_tagged(at, Tag::Name));
    let past = comma + 1 + name.count();
    let whole = past == range.end || words.is(past, ",");
    if whole && past > comma + 1 { comma + 1..past } else { 0..0 }
}

fn is_nominal(words: &Words, at: usize) -> bool {
    words.is_tagged(at, Tag::Noun) || words.is_tagged(at, Tag::Name)
}

/// Whether the word at `at` is the second of "no one".
pub(crate) fn is_no_one(words: &Words, at: usize) -> bool {
    words.is(at, "one") && at > 0 && words.is(at - 1, "no")
}

/// Whether the word at `at` says no more than that they are people.
pub(crate) fn is_anybody(words: &Words, at: usize) -> bool {
    words.any(at, &ANYBODY)
}
