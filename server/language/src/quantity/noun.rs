//! What a number counts: the head of the noun phrase after it.

use crate::{
    Tag,
    lexicon::{self, Set},
    piece::Pieces,
};
use std::sync::LazyLock;

static PEOPLE: LazyLock<Set> = LazyLock::new(|| {
    lexicon::entries(include_str!("../../data/people.txt"))
        .flat_map(str::split_whitespace)
        .collect()
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
    ) || STOPS.contains(&pieces.word(at))
}

/// Words that end a noun phrase whatever their tag.
const STOPS: &[&str] = &[
    "in",
    "of",
    "at",
    "on",
    "by",
    "to",
    "for",
    "with",
    "from",
    "and",
    "or",
    "but",
    "the",
    "a",
    "an",
    "who",
    "that",
    "which",
    "were",
    "was",
    "are",
    "is",
    "have",
    "had",
    "has",
    "been",
    "be",
    "after",
    "before",
    "during",
    "since",
    "while",
    "when",
    "as",
    "than",
    "into",
    "under",
    "over",
    "through",
    "across",
    "near",
    "this",
    "his",
    "her",
    "their",
    "its",
    "it",
    "they",
    "he",
    "she",
    "not",
    "will",
    "would",
    "could",
    "can",
    "may",
    "said",
    "says",
    "died",
    "killed",
    "including",
    "between",
    "against",
    "without",
    "percent",
    "per",
];

pub(crate) fn is_person(pieces: &Pieces, at: usize) -> bool {
    let word = pieces.word(at);
    let lemma = singular(word);
    PEOPLE.contains(word)
        || PEOPLE.contains(lemma.as_str())
        || ["ists", "women", "goers"].iter().any(|tail| word.ends_with(tail))
        || (pieces.capital(at)
            && ["ians", "ans", "ese", "is"].iter().any(|tail| word.ends_with(tail)))
}

/// Plural by form or by the list of irregular ones.
fn plural(word: &str) -> bool {
    const IRREGULAR: &[&str] = &[
        "people",
        "men",
        "women",
        "children",
        "police",
        "personnel",
        "troops",
        "feet",
        "teeth",
        "mice",
        "sheep",
        "fish",
        "deer",
        "aircraft",
        "spacecraft",
        "series",
        "species",
        "cattle",
        "staff",
        "servicemen",
        "policemen",
        "gunmen",
        "fishermen",
        "firemen",
        "criteria",
        "media",
        "data",
    ];
    if IRREGULAR.contains(&word) || (word.len() > 5 && word.ends_with("men")) {
        return true;
    }
    word.len() > 2
        && word.ends_with('s')
        && !["ss", "us", "is", "as"].iter().any(|tail| word.ends_with(tail))
        && ![
            "across",
            "always",
            "perhaps",
            "besides",
            "towards",
            "afterwards",
            "overseas",
            "does",
            "says",
            "yes",
        ]
        .contains(&word)
        || matches!(word, "israelis" | "iraqis" | "pakistanis" | "bus" | "viruses" | "taxis")
}

/// Singular of a noun by rule; "people" is its own.
pub(crate) fn singular(word: &str) -> String {
    const IRREGULAR: &[(&str, &str)] = &[
        ("men", "man"),
        ("women", "woman"),
        ("children", "child"),
        ("feet", "foot"),
        ("lives", "life"),
        ("wives", "wife"),
        ("knives", "knife"),
        ("thieves", "thief"),
        ("wolves", "wolf"),
        ("halves", "half"),
        ("leaves", "leaf"),
        ("movies", "movie"),
        ("zombies", "zombie"),
        ("series", "series"),
        ("buses", "bus"),
        ("species", "species"),
        ("troops", "troop"),
        ("houses", "house"),
        ("horses", "horse"),
        ("cases", "case"),
        ("nurses", "nurse"),
        ("courses", "course"),
        ("bases", "base"),
        ("phases", "phase"),
        ("increases", "increase"),
        ("releases", "release"),
        ("causes", "cause"),
        ("databases", "database"),
        ("purchases", "purchase"),
        ("warehouses", "warehouse"),
        ("hostages", "hostage"),
        ("heroes", "hero"),
        ("caches", "cache"),
        ("shoes", "shoe"),
        ("ties", "tie"),
        ("axes", "axe"),
        ("mice", "mouse"),
        ("teeth", "tooth"),
        ("promises", "promise"),
        ("licenses", "license"),
        ("expenses", "expense"),
        ("responses", "response"),
    ];
    if let Some((_, base)) = IRREGULAR.iter().find(|(plural, _)| *plural == word) {
        return (*base).to_owned();
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
