//! Where a body is at home, as two outlets tell it: "Lima-based Istra Freight" for one, "the Chilean
//! company Istra Freight" for the other.

use crate::{
    DifferenceKind,
    differ::{
        assertion::{Assertion, Assertions},
        doubt::Unless,
        lands::Spot,
        roles::{Tokens, is_name, is_one, name_before, terms},
    },
    event::at::At,
    words::{base::base, index::TermSet, sentence::Words},
};
use language::{Tag, data, names::country_of};
use sourcing::{Place, Reading};
use std::sync::LazyLock;

/// Words for bodies that have one home.
static BODIES: LazyLock<TermSet> = LazyLock::new(|| {
    let lines = data::entries(include_str!("../../data/homes.txt"));
    lines.flat_map(str::split_whitespace).map(base).collect()
});

/// Words of the longest name of a place.
const LONGEST: usize = 3;

/// A body and its home.
#[derive(Debug, PartialEq)]
pub(crate) struct Home {
    sentence: At<usize>,
    place: At<Place>,
    /// Terms of the body's name.
    body: Vec<u64>,
    spot: Spot,
}

/// Where the bodies of an article are at home.
pub(crate) type Homes = Assertions<Home>;

impl Homes {
    pub(crate) fn of(reading: &Reading) -> Self {
        Self::by_sentence(reading, of_sentence)
    }
}

impl Assertion for Home {
    const KIND: DifferenceKind = DifferenceKind::Place;

    fn unless(at: usize) -> Unless {
        Unless::Home(at)
    }

    fn sentence(&self) -> usize {
        self.sentence.0
    }

    fn place(&self) -> Place {
        self.place.0
    }

    fn contradicts(&self, other: &Self) -> bool {
        is_one(&self.body, &other.body) && self.spot.is_apart(other.spot)
    }
}

fn of_sentence(reading: &Reading, sentence: usize) -> Vec<Home> {
    let Some(words) = Words::of(reading, sentence) else { return Vec::new() };
    let home = |at: usize| {
        let (spot, told, body) = based(&words, at)
            .or_else(|| based_in(&words, at))
            .or_else(|| seat(&words, at))
            .or_else(|| native(&words, at))?;
        let tokens = told.start.min(body.start)..told.end.max(body.end);
        let place = Place { range: words.range(tokens)?, ..reading.sentences[sentence].place };
        let body = terms(&words, body);
        let (sentence, place) = (At(sentence), At(place));
        (!body.is_empty()).then_some(Home { sentence, place, body, spot })
    };
    (0..words.tokens.len()).filter_map(home).collect()
}

/// Where a body is at home, the words that say so, and the words for the body.
type Found = (Spot, Tokens, Tokens);

/// "Lima-based Istra Freight", "Istra Freight, a Lima-based company".
fn based(words: &Words, at: usize) -> Option<Found> {
    let place = words.word(at).strip_suffix("-based")?;
    let first = (at.saturating_sub(LONGEST - 1)..at).find(|&first| {
        let before = words.range(first..at).map(|range| range.of(words.text));
        before.is_some_and(|before| Spot::of(&format!("{before} {place}")).is_some())
    });
    let spot = match first.and_then(|first| words.range(first..at)) {
        Some(range) => Spot::of(&format!("{} {place}", range.of(words.text)))?,
        None => Spot::of(place)?,
    };
    let first = first.unwrap_or(at);
    let past = (at + 1..words.tokens.len()).find(|&at| !is_told(words, at))?;
    Some((spot, first..past, body_of(words, first, past)?))
}

/// "Istra Freight is based in Lima", "Istra Freight, a company with headquarters in Lima".
fn based_in(words: &Words, at: usize) -> Option<Found> {
    if !words.any(at, &["based", "headquartered"]) || !words.is(at + 1, "in") {
        return None;
    }
    let (spot, past) = spot_at(words, at + 2)?;
    let mut before = at;
    let is = |at: usize, list: &[&str]| at > 0 && words.any(at - 1, list);
    before -= usize::from(is(before, &["is", "are", "was", "were"]));
    before -= usize::from(is(before, &["which", "that"]));
    // Behind what it is said to be: "Istra Freight, a company based in Lima".
    let noun = (0..before).rev().take_while(|&at| {
        [Tag::Noun, Tag::Adjective, Tag::Determiner].iter().any(|&tag| words.is_tagged(at, tag))
    });
    let start = noun.last().unwrap_or(before);
    let start = if words.is_tagged(start, Tag::Determiner) { start } else { before };
    let comma = usize::from(start > 0 && words.is(start - 1, ","));
    let body = name_before(words, start - comma)?;
    Some((spot, at..past, body))
}

/// "Istra Freight's headquarters is in Lima", "Istra Freight has its headquarters in Lima".
fn seat(words: &Words, at: usize) -> Option<Found> {
    if !words.is(at, "headquarters") {
        return None;
    }
    let verb = usize::from(words.any(at + 1, &["is", "are", "was", "were"]));
    let (spot, past) = words.is(at + 1 + verb, "in").then(|| spot_at(words, at + 2 + verb))??;
    let whose = at.checked_sub(1)?;
    let its = words.is(whose, "its") && whose > 0 && words.any(whose - 1, &["has", "had", "with"]);
    let body = name_before(words, if its { whose - 1 } else { at })?;
    Some((spot, at..past, body))
}

/// "The Chilean company Istra Freight", "Istra Freight, a Chilean shipping company".
fn native(words: &Words, at: usize) -> Option<Found> {
    if !words.is_tagged(at, Tag::Name) || !is_told(words, at + 1) {
        return None;
    }
    let past = (at + 1..words.tokens.len()).find(|&at| !is_told(words, at))?;
    let body = words.word(past.checked_sub(1).filter(|&last| last > at)?);
    let whole = at == 0 || !is_name(words, at - 1);
    if !whole || !BODIES.contains(&base(body)) {
        return None;
    }
    let spot = Spot::of(country_of(words.word(at))?)?;
    Some((spot, at..past, body_of(words, at, past)?))
}

/// Whether the word can stand in what a body is said to be: "shipping company".
fn is_told(words: &Words, at: usize) -> bool {
    words.is_tagged(at, Tag::Noun) || words.is_tagged(at, Tag::Adjective)
}

/// The body of which something is said: behind it, or before it and a comma.
fn body_of(words: &Words, first: usize, past: usize) -> Option<Tokens> {
    let start = past + usize::from(words.is(past, ","));
    let end = (start..=words.tokens.len()).find(|&at| !words.is_tagged(at, Tag::Name))?;
    // "The Chilean company, Peru said": a comma behind the name too makes it that of the company.
    let set_off = start == past || words.is(end, ",");
    if start < end && set_off && !words.is_tagged(end, Tag::Noun) {
        return Some(start..end);
    }
    let article = first.checked_sub(1).filter(|&at| words.is_tagged(at, Tag::Determiner))?;
    let said = article.checked_sub(1)?;
    let is = words.any(said, &[",", "is", "was"]);
    is.then(|| name_before(words, said)).flatten()
}

/// The place that begins at `at`, and where it ends.
fn spot_at(words: &Words, at: usize) -> Option<(Spot, usize)> {
    let at = at + usize::from(words.is(at, "the"));
    (at + 1..=at + LONGEST).rev().find_map(|past| {
        let name = words.range(at..past)?.of(words.text);
        Some((Spot::of(name)?, past))
    })
}
