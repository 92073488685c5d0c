//! What happened to those counted, within their own clause.

use super::{Role, State, WORDS};
use crate::{
    Tag,
    lexicon::{self, Set, Table},
    number,
    piece::Pieces,
};
use std::sync::LazyLock;

type Phrases = Table<Vec<(Vec<&'static str>, State)>>;

struct States {
    /// Said of the counted, by first word.
    done: Phrases,
    /// Has the counted as its object.
    doing: Table<State>,
    nouns: Table<State>,
}

static STATES: LazyLock<States> = LazyLock::new(|| {
    let mut states =
        States { done: Phrases::default(), doing: Table::default(), nouns: Table::default() };
    for line in lexicon::entries(include_str!("../../data/states.txt")) {
        let mut fields = line.split('|').map(str::trim);
        let Some(state) = fields.next().and_then(named) else { continue };
        let mut list = || {
            let field = fields.next().unwrap_or_default();
            field.split(',').map(str::trim).filter(|phrase| !phrase.is_empty())
        };
        for phrase in list() {
            let words: Vec<&str> = phrase.split_whitespace().collect();
            states.done.entry(words[0]).or_default().push((words, state));
        }
        states.doing.extend(list().map(|word| (word, state)));
        states.nouns.extend(list().map(|word| (word, state)));
    }
    for phrases in states.done.values_mut() {
        phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    states
});

fn named(name: &str) -> Option<State> {
    Some(match name {
        "killed" => State::Killed,
        "injured" => State::Injured,
        "missing" => State::Missing,
        "arrested" => State::Arrested,
        "evacuated" => State::Evacuated,
        "displaced" => State::Displaced,
        "rescued" => State::Rescued,
        "hospitalised" => State::Hospitalised,
        "charged" => State::Charged,
        "cut off" => State::CutOff,
        "destroyed" => State::Destroyed,
        "damaged" => State::Damaged,
        _ => return None,
    })
}

/// What may stand between those counted and their state.
static LIGHT: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "light").collect());

/// What begins an aside: ", including two children,".
static ASIDES: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "aside").collect());

/// Words that begin the object of a verb.
static OBJECTS: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "object").collect());

/// Auxiliaries before a participle that has no object.
static PASSIVE: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "passive").collect());

/// Nouns that say what a number behind them counts: "deaths: 12".
static COUNTED: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "counted").collect());

/// What a toll does.
static RISEN: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "risen").collect());

/// What may stand between "toll" or "killing" and the number.
static TOLL: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "toll").collect());

/// Pieces looked through on either side.
const REACH: usize = 14;

/// State and role of the counted phrase at pieces `start..end` (modifiers included).
pub(crate) fn of(pieces: &Pieces, start: usize, end: usize) -> Option<(State, Role)> {
    if let Some((state, at)) = said_after(pieces, end) {
        let active = STATES.doing.contains_key(pieces.word(at)) && takes_object(pieces, at);
        if !active {
            return Some((state, Role::Whole));
        }
        return Some((state, Role::Agent));
    }
    said_before(pieces, start).map(|state| (state, Role::Whole))
}

/// The state of a counted noun that is one itself: "12 deaths", "300 arrests".
pub(crate) fn of_noun(word: &str) -> Option<State> {
    STATES.nouns.get(word).copied()
}

/// The state said inside the counted phrase: "14 missing miners".
pub(crate) fn within(pieces: &Pieces, start: usize, end: usize) -> Option<State> {
    (start..end).find_map(|at| done_at(pieces, at))
}

/// "12 people, including two children, were reported killed": the first state after the phrase with
/// nothing between but auxiliaries, adverbs and an aside.
fn said_after(pieces: &Pieces, end: usize) -> Option<(State, usize)> {
    let sentence = end.checked_sub(1).map(|last| pieces.sentence(last))?;
    let mut at = end;
    let limit = end + REACH;
    while at < limit && pieces.sentence(at) == sentence {
        if let Some(state) = done_at(pieces, at) {
            return Some((state, at));
        }
        let word = pieces.word(at);
        let light = LIGHT.contains(word) || (word.ends_with("ly") && word.len() > 4);
        if light {
            at += 1;
        } else if matches!(word, "," | "(" | "–" | "—") {
            at = past_aside(pieces, at, word)?;
        } else if word == "and"
            && pieces.tag(at + 1) == Tag::Noun
            && !number::begins(pieces.word(at + 1))
        {
            // "600,000 homes and businesses without electricity"
            at += 2;
        } else if word == "in" && at == end {
            // "12 people in the village were killed": one short phrase of place.
            at = past_place(pieces, at)?;
        } else {
            return None;
        }
    }
    None
}

fn done_at(pieces: &Pieces, at: usize) -> Option<State> {
    let phrases = STATES.done.get(pieces.word(at))?;
    let same =
        |words: &[&str]| words.iter().enumerate().all(|(i, word)| pieces.word(at + i) == *word);
    phrases.iter().find(|(words, _)| same(words)).map(|(_, state)| *state)
}

/// Past ", including two children," or "(…)".
fn past_aside(pieces: &Pieces, at: usize, open: &str) -> Option<usize> {
    let close = if open == "(" { ")" } else { open };
    let opens = open == "(" || ASIDES.contains(pieces.word(at + 1));
    if !opens {
        return None;
    }
    let end = (at + 1..at + 12).find(|&at| pieces.is(at, &[close, ".", ";"]))?;
    (pieces.word(end) == close).then_some(end + 1)
}

fn past_place(pieces: &Pieces, at: usize) -> Option<usize> {
    (at + 1..at + 6).find(|&at| pieces.is(at, &["were", "was", "have", "had", "are", "died"]))
}

/// A participle that is a finite verb with an object: "arrested two", "killed the".
fn takes_object(pieces: &Pieces, at: usize) -> bool {
    let auxiliary = (at.saturating_sub(4)..at).any(|at| PASSIVE.contains(pieces.word(at)));
    let next = at + 1;
    let object = OBJECTS.contains(pieces.word(next))
        || (pieces.is(next, &["at"]) && pieces.is(next + 1, &["least"]))
        || number::read(pieces, next, false).is_some()
        || (pieces.capital(next) && pieces.is_word(next));
    !auxiliary && object
}

/// "killing at least 12", "the death toll rose to 12", "deaths: 12". `start` is at the modifiers.
fn said_before(pieces: &Pieces, start: usize) -> Option<State> {
    let sentence = pieces.sentence(start);
    let mut at = start;
    let mut risen = false;
    for _ in 0..8 {
        at = at.checked_sub(1)?;
        if pieces.sentence(at) != sentence {
            return None;
        }
        let word = pieces.word(at);
        risen |= RISEN.contains(word);
        if let Some(state) = STATES.doing.get(word) {
            return passive_before(pieces, at).then_some(*state);
        }
        if COUNTED.contains(word) {
            return STATES.nouns.get(word).copied();
        }
        let light = word.ends_with("ly") || TOLL.contains(word);
        if !light {
            return if risen { toll_before(pieces, at) } else { None };
        }
    }
    None
}

/// "the death toll from the quake in the south rose to 12": the toll stands before a phrase that
/// says of what. `at` is the end of that phrase.
fn toll_before(pieces: &Pieces, at: usize) -> Option<State> {
    let sentence = pieces.sentence(at);
    let toll = (at.saturating_sub(12)..at).rev().find(|&at| pieces.is(at, &["toll"]))?;
    (pieces.sentence(toll) == sentence).then(|| STATES.nouns.get("toll").copied()).flatten()
}

/// Whether the verb at `at` acts on what follows: not "were killed, 12 …".
fn passive_before(pieces: &Pieces, at: usize) -> bool {
    !pieces.is(at.wrapping_sub(1), &["were", "was", "been", "are", "be", "being"])
}
