//! Who did what to whom, where two outlets have it the other way round: one says that Ayo succeeded
//! Brandt, the other that Brandt succeeded Ayo.
//!
//! Only relations that do not go both ways in one story are compared, and only where both people or
//! bodies are named.

use crate::{
    DifferenceKind,
    differ::{
        assertion::{Assertion, Assertions},
        doubt::Unless,
    },
    event::{
        at::At,
        phrase::Phrase,
        statement::{Polarity, Statement, Statements},
    },
    words::{base::base, index::TermMap, sentence::Words},
};
use language::{Tag, data, terms, token};
use sourcing::{Place, Reading};
use std::{ops::Range, sync::LazyLock};

/// Where some tokens stand among those of a sentence.
pub(crate) type Tokens = Range<usize>;

/// How a listed word ties two names together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tie {
    Verb,
    /// With the preposition before the second name.
    VerbWith(&'static str),
    /// "Successor of Ayo", "Ayo's successor".
    Noun,
}

/// A relation that a listed word tells.
#[derive(Debug, Clone, Copy)]
struct Relation {
    /// The line it stands on.
    line: usize,
    tie: Tie,
    /// Whether the first name is that of who does it.
    forward: bool,
}

/// For the base of each listed verb the relations that it tells.
static RELATIONS: LazyLock<TermMap<Vec<Relation>>> = LazyLock::new(|| listed().0);
/// The same for the term of each listed noun.
static NOUNS: LazyLock<TermMap<Vec<Relation>>> = LazyLock::new(|| listed().1);

fn listed() -> (TermMap<Vec<Relation>>, TermMap<Vec<Relation>>) {
    let (mut verbs, mut nouns): (TermMap<Vec<_>>, TermMap<Vec<_>>) = Default::default();
    for (line, words) in data::entries(include_str!("../../data/one-way.txt")).enumerate() {
        let Some((there, back)) = words.split_once('|') else { continue };
        for (forward, words) in [(true, there), (false, back)] {
            for word in words.split_whitespace() {
                let (word, tie) = match word.split_once('_') {
                    Some((noun, "of")) => (noun, Tie::Noun),
                    Some((verb, preposition)) => (verb, Tie::VerbWith(preposition)),
                    None => (word, Tie::Verb),
                };
                let relation = Relation { line, tie, forward };
                match (tie, terms::id_of(word)) {
                    (Tie::Noun, Some(term)) => nouns.entry(term).or_default().push(relation),
                    _ => verbs.entry(base(word)).or_default().push(relation),
                }
            }
        }
    }
    (verbs, nouns)
}

/// One relation between two names.
#[derive(Debug, PartialEq)]
pub(crate) struct Role {
    sentence: At<usize>,
    place: At<Place>,
    relation: usize,
    /// Terms of the name of who does it.
    doer: Vec<u64>,
    /// Terms of the name of whom it is done to.
    done_to: Vec<u64>,
}

/// The relations that an article tells.
pub(crate) type Roles = Assertions<Role>;

impl Roles {
    pub(crate) fn of(reading: &Reading, statements: &Statements) -> Self {
        let mut roles: Vec<Role> = Vec::new();
        let yes = statements.all().iter().filter(|it| it.polarity == Polarity::Yes);
        for statement in yes.filter(|it| RELATIONS.contains_key(&it.verb)) {
            roles.extend(of_statement(reading, statement));
        }
        for sentence in 0..reading.sentences.len() {
            roles.extend(of_nouns(reading, sentence));
        }
        Self::new(roles)
    }
}

impl Assertion for Role {
    const KIND: DifferenceKind = DifferenceKind::Polarity;

    fn unless(at: usize) -> Unless {
        Unless::Role(at)
    }

    fn sentence(&self) -> usize {
        self.sentence.0
    }

    fn place(&self) -> Place {
        self.place.0
    }

    /// Whether it has the two the other way round.
    fn contradicts(&self, other: &Self) -> bool {
        let meet = |a: &[u64], b: &[u64]| a.iter().any(|name| b.contains(name));
        self.relation == other.relation
            && meet(&self.doer, &other.done_to)
            && meet(&self.done_to, &other.doer)
            && !meet(&self.doer, &other.doer)
            && !meet(&self.done_to, &other.done_to)
    }

    fn why(ours: &str, theirs: &str) -> String {
        format!("“{ours}” here, the other way round there: “{theirs}”")
    }
}

impl Role {
    fn new(
        (sentence, place): (usize, Place),
        relation: Relation,
        one: Vec<u64>,
        other: Vec<u64>,
    ) -> Option<Self> {
        let (doer, done_to) = if relation.forward { (one, other) } else { (other, one) };
        let both = !doer.is_empty() && !done_to.is_empty();
        let (sentence, place) = (At(sentence), At(place));
        both.then_some(Self { sentence, place, relation: relation.line, doer, done_to })
    }
}

/// What a clause tells by its verb.
fn of_statement(reading: &Reading, statement: &Statement) -> Vec<Role> {
    let Some(words) = Words::of(reading, statement.sentence.0) else { return Vec::new() };
    let place = statement.place.0;
    let past = words.tokens.partition_point(|token| token.range.start < place.range.end);
    let first = words.tokens.partition_point(|token| token.range.start < place.range.start);
    let start = name_before(&words, first).map_or(first, |name| name.start);
    let names = |phrase: &Option<Phrase>| {
        phrase.as_ref().map_or(Vec::new(), |phrase| phrase.names().to_vec())
    };
    let relations = RELATIONS.get(&statement.verb).into_iter().flatten();
    let roles = relations.filter_map(|&relation| {
        let other = match relation.tie {
            Tie::Verb => names(&statement.done_to),
            Tie::VerbWith(preposition) => {
                let at = (first..past).find(|&at| words.is(at, preposition))?;
                terms(&words, name_ahead(&words, at + 1)?)
            }
            Tie::Noun => return None,
        };
        let place = Place { range: words.range(start..past)?, ..place };
        Role::new((statement.sentence.0, place), relation, names(&statement.doer), other)
    });
    roles.collect()
}

/// What a sentence tells by nouns: "Ayo, the successor of Brandt", "Brandt's successor, Ayo".
fn of_nouns(reading: &Reading, sentence: usize) -> Vec<Role> {
    let Some(words) = Words::of(reading, sentence) else { return Vec::new() };
    let mut roles = Vec::new();
    for at in 0..words.tokens.len() {
        if !words.is_tagged(at, Tag::Noun) {
            continue;
        }
        let relations = words.term(at).and_then(|term| NOUNS.get(&term)).into_iter().flatten();
        roles.extend(relations.filter_map(|&relation| {
            let (one, whose) = ends(&words, at)?;
            let tokens = one.start.min(whose.start).min(at)..one.end.max(whose.end).max(at + 1);
            let place = Place { range: words.range(tokens)?, ..reading.sentences[sentence].place };
            Role::new((sentence, place), relation, terms(&words, one), terms(&words, whose))
        }));
    }
    roles
}

/// Who is the one that the noun at `at` is said of, and whose.
pub(crate) fn ends(words: &Words, at: usize) -> Option<(Tokens, Tokens)> {
    let mut start = at;
    while start > 0 && words.is_tagged(start - 1, Tag::Adjective) {
        start -= 1;
    }
    if words.is(at + 1, "of") {
        let whose = name_ahead(words, at + 2)?;
        let article = start > 0 && words.is_tagged(start - 1, Tag::Determiner);
        let said = start.checked_sub(1 + usize::from(article))?;
        let is = words.any(said, &["is", "was", "are", "were", "became", ","]);
        let one = is.then(|| name_before(words, said)).flatten()?;
        return Some((one, whose));
    }
    let owner = start.checked_sub(1)?;
    token::possessive(words.word(owner))?;
    let whose = name_before(words, owner + 1)?;
    let comma = usize::from(words.is(at + 1, ","));
    let after = name_ahead(words, at + 1 + comma).filter(|name| name.start <= at + comma + 3);
    let is = whose.start.checked_sub(1).filter(|&at| words.any(at, &["is", "was", "became", ","]));
    let one = after.or_else(|| name_before(words, is?))?;
    Some((one, whose))
}

pub(crate) fn terms(words: &Words, range: Range<usize>) -> Vec<u64> {
    range.filter_map(|at| words.term(at)).collect()
}

/// Whether two names can be one's: one is a part of the other.
pub(crate) fn is_one(ours: &[u64], theirs: &[u64]) -> bool {
    let within = |part: &[u64], whole: &[u64]| part.iter().all(|term| whole.contains(term));
    within(ours, theirs) || within(theirs, ours)
}

/// The name ahead of `at`, behind what it is said to be: "the Malaysian company, Ernslaw One".
pub(crate) fn name_ahead(words: &Words, mut at: usize) -> Option<Tokens> {
    let mut commas = 0;
    loop {
        match words.tokens.get(at)?.tag {
            Tag::Name => {
                let end = (at..=words.tokens.len()).find(|&at| !is_name(words, at))?;
                if !words.is_tagged(end, Tag::Noun) && !words.is_tagged(end, Tag::Adjective) {
                    return Some(at..end);
                }
                at = end;
            }
            Tag::Determiner | Tag::Adjective | Tag::Noun | Tag::Participle => at += 1,
            Tag::Mark if words.is(at, ",") && commas == 0 => (at, commas) = (at + 1, 1),
            _ => return None,
        }
    }
}

/// The name that ends before `at`.
pub(crate) fn name_before(words: &Words, at: usize) -> Option<Tokens> {
    let start = (0..at).rev().take_while(|&at| is_name(words, at)).last()?;
    Some(start..at)
}

/// Whether the word belongs to a name, or to one that begins or ends in another word: "Blue
/// Mountain", "Ernslaw One".
pub(crate) fn is_name(words: &Words, at: usize) -> bool {
    let capital = words.word(at).starts_with(char::is_uppercase);
    let other = [Tag::Determiner, Tag::Pronoun, Tag::Preposition, Tag::Conjunction];
    words.is_tagged(at, Tag::Name) || capital && !other.iter().any(|tag| words.is_tagged(at, *tag))
}
