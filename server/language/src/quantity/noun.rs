//! What a number counts: the head of the noun phrase after it.

use super::WORDS;
use crate::{
    Tag,
    lexicon::{self, Set, Table},
    people,
    piece::Pieces,
};
use std::sync::LazyLock;

/// Plurals by no rule.
static PLURALS: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "plural").collect());

/// Words in -s that are no plurals.
static NO_PLURALS: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "no-plural").collect());

/// Singulars that the rules would not give, by their plurals.
static SINGULARS: LazyLock<Table<&str>> = LazyLock::new(|| {
    lexicon::class(WORDS, "singular").filter_map(|entry| entry.split_once('=')).collect()
});

/// A counted noun phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Noun {
    /// Singular, lower case: "house"; "people" stays.
    pub lemma: String,
    /// One past the head.
    pub end: usize,
    pub person: bool,
}

/// Longest phrase looked through for its head.
const REACH: usize = 7;

/// The noun that a number ending before piece `at` counts: "people" in "12 young people were".
pub(crate) fn counted(pieces: &Pieces, at: usize, one: bool) -> Option<Noun> {
    let mut start = at;
    // "dozens of people", "12 of the people" counts people too.
    if pieces.is(start, &["of"]) {
        start += 1;
        while pieces
            .is(start, &["the", "its", "their", "his", "our", "these", "those", "my", "her"])
        {
            start += 1;
        }
    }
    if pieces.is(start, &["other", "more", "additional", "further"]) {
        start += 1;
    }
    let mut head = None;
    let mut here = pieces.past_hyphen(start);
    for _ in 0..REACH {
        if !pieces.is_word(here)
            || pieces.sentence(here) != pieces.sentence(at)
            || pieces.possessive(here)
        {
            break;
        }
        if stops(pieces, here) && !(here == start && tagged_noun(pieces, here)) {
            break;
        }
        if pieces.possessive(here + 1) {
            // "12 of Johnson's deputies"
            here += 2;
            continue;
        }
        if plural(pieces.word(here)) || (one && tagged_noun(pieces, here)) {
            head = Some(here);
        } else if head.is_some() {
            break;
        }
        here = pieces.past_hyphen(here + 1);
    }
    let head = head?;
    let word = pieces.word(head);
    let lemma = singular(word);
    let person = is_person(pieces, head);
    Some(Noun { lemma, end: head + 1, person })
}

fn tagged_noun(pieces: &Pieces, at: usize) -> bool {
    matches!(pieces.tag(at), Tag::Noun | Tag::Name)
}

/// Whether the phrase cannot go on through this word.
fn stops(pieces: &Pieces, at: usize) -> bool {
    matches!(
        pieces.tag(at),
        Tag::Verb
            | Tag::Auxiliary
            | Tag::Infinitive
            | Tag::Pronoun
            | Tag::Preposition
            | Tag::Subordinator
            | Tag::Conjunction
            | Tag::To
            | Tag::Determiner
            | Tag::Mark
    ) || STOPS.contains(pieces.word(at))
}

/// Words that end a noun phrase whatever their tag.
static STOPS: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "stop").collect());

pub(crate) fn is_person(pieces: &Pieces, at: usize) -> bool {
    let word = pieces.word(at);
    let lemma = singular(word);
    people::is_listed(word)
        || people::is_listed(&lemma)
        || ["ists", "women", "goers"].iter().any(|tail| word.ends_with(tail))
        || (pieces.capital(at)
            && ["ians", "ans", "ese", "is"].iter().any(|tail| word.ends_with(tail)))
}

/// Plural by form or by the list of irregular ones.
fn plural(word: &str) -> bool {
    if PLURALS.contains(word) || (word.len() > 5 && word.ends_with("men")) {
        return true;
    }
    word.len() > 2
        && word.ends_with('s')
        && !["ss", "us", "is", "as"].iter().any(|tail| word.ends_with(tail))
        && !NO_PLURALS.contains(word)
}

/// Singular of a noun by rule; "people" is its own.
pub(crate) fn singular(word: &str) -> String {
    if let Some(&base) = SINGULARS.get(word) {
        return base.to_owned();
    }
    if let Some(stem) = word.strip_suffix("men").filter(|stem| stem.len() > 2) {
        return format!("{stem}man");
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return format!("{stem}y");
    }
    for tail in ["sses", "shes", "ches", "xes", "zes", "uses", "oes"] {
        if word.ends_with(tail) && word.len() > tail.len() + 1 {
            return word[..word.len() - 2].to_owned();
        }
    }
    let kept =
        ["ss", "us", "is"].iter().any(|tail| word.ends_with(tail)) && !word.ends_with("elis");
    match word.strip_suffix('s') {
        Some(stem) if !kept && stem.len() > 1 => stem.to_owned(),
        _ => word.to_owned(),
    }
}
