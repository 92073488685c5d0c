//! How two people are related, as two outlets tell it: her brother for one, her cousin for the other.

use crate::{
    Difference, DifferenceKind, Severity,
    doubt::{Tentative, Unless},
    event::{self, At},
    index::TermMap,
    roles,
    scene::Words,
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
    for (line, words) in data::entries(include_str!("../data/kin.txt")).enumerate() {
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
struct Tie {
    sentence: At<usize>,
    place: At<Place>,
    line: usize,
    /// Terms of their names.
    one: Vec<u64>,
    other: Vec<u64>,
}

/// Who is whose, as an article tells it, in order of sentence.
#[derive(Debug, Default)]
pub(crate) struct Kin(Vec<Tie>);

impl Kin {
    pub(crate) fn of(reading: &Reading) -> Self {
        let sentences = 0..reading.sentences.len();
        Self(sentences.flat_map(|sentence| of_sentence(reading, sentence)).collect())
    }

    fn of_sentence(&self, sentence: usize) -> &[Tie] {
        event::of_sentence(&self.0, |tie| tie.sentence.0, sentence)
    }

    /// Whether a sentence tells what one of `before` told.
    pub(crate) fn is_same(&self, sentence: usize, before: &Self, was: usize) -> bool {
        self.of_sentence(sentence) == before.of_sentence(was)
    }

    /// The two whom the sentences relate in two ways.
    pub(crate) fn differences(
        &self,
        (reading, here): (&Reading, usize),
        theirs: &Self,
        (other, there): (&Reading, usize),
    ) -> Vec<Tentative> {
        let rivals = theirs.of_sentence(there);
        let differ = |(at, tie): (usize, &Tie)| {
            let rival = rivals.iter().find(|rival| tie.contradicts(rival))?;
            // Whoever tells both has two people of one name, or a divorce.
            if theirs.0.iter().any(|other| other.contradicts(rival)) {
                return None;
            }
            let why = format!(
                "“{}” here, “{}” there",
                reading.words(tie.place.0),
                other.words(rival.place.0)
            );
            let (kind, severity) = (DifferenceKind::Polarity, Severity::Conflict);
            let (here, there) = (tie.place.0, rival.place.0);
            let difference = Difference { kind, severity, here, there, why };
            Some(Tentative::new(difference, Unless::Kin(at)))
        };
        self.of_sentence(here).iter().enumerate().filter_map(differ).collect()
    }

    /// Whether the article takes back what stands at `at` of a sentence.
    pub(crate) fn takes_back(&self, here: usize, at: usize) -> bool {
        let ours = self.of_sentence(here).get(at);
        ours.is_some_and(|ours| self.0.iter().any(|other| other.contradicts(ours)))
    }
}

impl Tie {
    fn contradicts(&self, other: &Self) -> bool {
        let straight = is_one(&self.one, &other.one) && is_one(&self.other, &other.other);
        let turned = is_one(&self.one, &other.other) && is_one(&self.other, &other.one);
        // Two who share a surname are told apart by nothing else.
        self.line != other.line && straight != turned
    }
}

/// Whether two names can be one person's: one is a part of the other.
fn is_one(ours: &[u64], theirs: &[u64]) -> bool {
    let within = |part: &[u64], whole: &[u64]| part.iter().all(|term| whole.contains(term));
    within(ours, theirs) || within(theirs, ours)
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
