//! How two people are related, as two outlets tell it: her brother for one, her cousin for the other.

use crate::{
    DifferenceKind,
    differ::{
        assertion::{Assertion, Assertions},
        doubt::Unless,
        roles::{self, is_one},
    },
    event::at::At,
    words::{index::TermMap, sentence::Words},
};
use language::{Tag, data, terms};
use sourcing::{Place, Reading};
use std::sync::LazyLock;

/// A relation, and whether the noun is said of the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kinship {
    line: usize,
    forward: bool,
}

/// For the term of each listed noun its relation, and the same where it was one.
static KINSHIPS: LazyLock<[TermMap<Kinship>; 2]> = LazyLock::new(|| {
    let mut kinships = [TermMap::default(), TermMap::default()];
    for (line, words) in data::entries(include_str!("../../data/kin.txt")).enumerate() {
        let Some((one, other)) = words.split_once('|') else { continue };
        // Of a relation that goes both ways the first side is kept.
        for (forward, words) in [(true, one), (false, other)] {
            for word in words.split_whitespace() {
                let was = word.strip_prefix("former_");
                let Some(term) = terms::id_of(was.unwrap_or(word)) else { continue };
                let listed = &mut kinships[usize::from(was.is_some())];
                listed.entry(term).or_insert(Kinship { line, forward });
            }
        }
    }
    kinships
});

/// Two people and what the first is to the second.
#[derive(Debug, PartialEq)]
pub(crate) struct Tie {
    sentence: At<usize>,
    place: At<Place>,
    line: usize,
    /// Terms of their names.
    one: Vec<u64>,
    other: Vec<u64>,
}

/// Who is whose, as an article tells it.
pub(crate) type Kin = Assertions<Tie>;

impl Kin {
    pub(crate) fn of(reading: &Reading) -> Self {
        Self::by_sentence(reading, of_sentence)
    }
}

impl Assertion for Tie {
    const KIND: DifferenceKind = DifferenceKind::Polarity;

    fn unless(at: usize) -> Unless {
        Unless::Kin(at)
    }

    fn sentence(&self) -> usize {
        self.sentence.0
    }

    fn place(&self) -> Place {
        self.place.0
    }

    fn contradicts(&self, other: &Self) -> bool {
        let straight = is_one(&self.one, &other.one) && is_one(&self.other, &other.other);
        let turned = is_one(&self.one, &other.other) && is_one(&self.other, &other.one);
        // Two who share a surname are told apart by nothing else.
        self.line != other.line && straight != turned
    }
}

fn of_sentence(reading: &Reading, sentence: usize) -> Vec<Tie> {
    let Some(words) = Words::of(reading, sentence) else { return Vec::new() };
    let tie = |at: usize| {
        let noun = words.term(at)?;
        if !KINSHIPS.iter().any(|listed| listed.contains_key(&noun)) {
            return None;
        }
        let former = at > 0 && words.is(at - 1, "former");
        let Kinship { line, forward } = *KINSHIPS[usize::from(former)].get(&noun)?;
        let (one, whose) = roles::ends(&words, at).or_else(|| beside(&words, at))?;
        let tokens = one.start.min(whose.start).min(at)..one.end.max(whose.end).max(at + 1);
        let place = Place { range: words.range(tokens)?, ..reading.sentences[sentence].place };
        let (one, other) = (roles::terms(&words, one), roles::terms(&words, whose));
        let (one, other) = if forward { (one, other) } else { (other, one) };
        let both = !one.is_empty() && !other.is_empty();
        both.then_some(Tie { sentence: At(sentence), place: At(place), line, one, other })
    };
    let nouns = (0..words.tokens.len()).filter(|&at| words.is_tagged(at, Tag::Noun));
    nouns.filter_map(tie).collect()
}

/// "Ayo and his wife, Brandt".
fn beside(words: &Words, at: usize) -> Option<(roles::Tokens, roles::Tokens)> {
    let his = at.checked_sub(1 + usize::from(words.is(at.checked_sub(1)?, "former")))?;
    let and = his.checked_sub(1)?;
    if !words.any(his, &["his", "her"]) || !words.any(and, &["and", "with"]) {
        return None;
    }
    let whose = roles::name_before(words, and).filter(|name| !name.is_empty())?;
    let start = at + 1 + usize::from(words.is(at + 1, ","));
    let one = roles::name_ahead(words, start).filter(|name| name.start == start)?;
    Some((one, whose))
}
