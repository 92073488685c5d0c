//! What a sentence says that can be checked, from its own words.

use crate::{
    Checkable, Checkables, Class, Quoted,
    lexicon::{self, Matter},
};
use language::{Measure, Quantity, State, Tag, Text, TextRange, Token, time};
use std::cell::LazyCell;

/// What a sentence says that can be checked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// Why it can be checked.
    pub checkable: Checkables,
    /// Whether it states something as a fact.
    pub states: bool,
    /// Whether an editor would ask who says so, and how surely.
    pub hard: Option<Hard>,
    /// Whether it goes on with what was said before it.
    pub goes_on: bool,
    /// Whether it names a poll, a study or other figures that the ones around it may come from.
    pub cites: bool,
}

/// A statement that nobody should print without saying who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hard {
    /// A share, a sum of money.
    Figure,
    /// A toll: how many were killed, hurt, driven out.
    Toll,
    /// A wrong that somebody did, or what an outlet cannot see for itself.
    Charge,
}

/// Bytes within which the object of a verb follows: "killed at least 40 civilians".
const OBJECT: usize = 18;

/// Words behind which a toll is that of an event everybody knows of.
const RECALLS: [&str; 8] =
    ["that", "which", "where", "who", "following", "after", "since", "before"];

/// First words of a sentence that turn away from the one before.
const TURNS: [&str; 9] = [
    "but",
    "however",
    "meanwhile",
    "yet",
    "separately",
    "elsewhere",
    "still",
    "nevertheless",
    "although",
];

/// A paragraph whose sentences and clauses are asked what can be checked in them.
pub struct Statements<'a> {
    text: &'a str,
    read: &'a Text,
    quoted: &'a [Quoted],
    /// What its words make of a statement, in order: looked up once for sentences and clauses.
    matters: Vec<(&'a Token, Matter)>,
    /// The words that leave it open, in order.
    open: Vec<&'a Token>,
}

impl<'a> Statements<'a> {
    /// Those of `text`.
    pub fn of(text: &'a str, read: &'a Text, quoted: &'a [Quoted]) -> Self {
        let lower = text.to_ascii_lowercase();
        let (mut matters, mut open) = (Vec::new(), Vec::new());
        for token in &read.tokens {
            let word = token.range.of(&lower);
            match lexicon::matter(word) {
                // "in May" is no possibility.
                Some(Matter::Open) if word == "may" && token.tag != Tag::Auxiliary => {}
                Some(Matter::Open) => open.push(token),
                matter => matters.extend(matter.map(|matter| (token, matter))),
            }
        }
        Self { text, read, quoted, matters, open }
    }

    /// What a sentence says, or the part of it at `range`.
    pub fn facts(&self, sentence: TextRange, range: TextRange) -> Facts {
        let Self { text, read, quoted, .. } = *self;
        let tokens = read.tokens_in(range);
        let first = self.matters.partition_point(|(token, _)| token.range.start < range.start);
        let end = self.matters.partition_point(|(token, _)| token.range.end <= range.end);
        let matters = self.matters.get(first..end).unwrap_or_default();
        let next = self.open.partition_point(|token| token.range.start < range.start);
        let open = self.open.get(next).is_some_and(|token| token.range.end <= range.end);
        let times = || within(&read.times, range, |time| time.range).map(|time| time.range);
        let quantities = || within(&read.quantities, range, |quantity| quantity.range);
        let has = |matter: Matter| matters.iter().any(|(_, it)| *it == matter);
        let speaks = quoted.iter().any(|q| q.inside.overlaps(range));
        let checkable = [
            (Checkable::Number, quantities().any(|q| counts(text, q))),
            (Checkable::Date, times().next().is_some()),
            (Checkable::Superlative, has(Matter::First)),
            (Checkable::Accusation, has(Matter::Wrong)),
            (Checkable::Cause, has(Matter::Cause)),
            (Checkable::Event, past(tokens)),
        ];
        let checkable =
            checkable.into_iter().filter(|(_, is)| *is).map(|(reason, _)| reason).collect();
        // "after the attack that killed 14 people", "three years ago": known, and only recalled.
        let long_ago = times().any(|time| is_long_ago(time.of(text)));
        let recalls = |token: &&Token| RECALLS.contains(&token.range.of(text));
        let recalls = LazyCell::new(|| tokens.iter().find(recalls).map(|token| token.range.start));
        let recalled = |at: TextRange| long_ago || recalls.is_some_and(|word| word < at.start);
        let toll = quantities().any(|q| {
            q.value >= 2.0
                && !recalled(q.range)
                && matches!(
                    q.state,
                    Some(State::Killed | State::Injured | State::Missing | State::Displaced)
                )
        });
        let share = quantities().any(|q| {
            matches!(q.measure, Measure::Percent) && q.number.of(text).contains(char::is_numeric)
                || matches!(q.measure, Measure::Money) && q.value >= 1_000_000.0
        });
        // What happened in a year that must be named is on record, and so is what a market or an
        // authority did in public.
        let dated = times().any(|time| names_year(time.of(text)));
        let figure = share && !dated && !has(Matter::Market) && !has(Matter::Public);
        let tells = LazyCell::new(|| first_told(text, tokens));
        let does = |matter: Matter| {
            let heard = |token: &Token| tells.is_some_and(|verb| verb < token.range.start);
            let done = |token: &Token| is_done(text, tokens, token) && !heard(token);
            matters.iter().any(|(token, it)| *it == matter && done(token))
        };
        let object = |verb: Matter, noun: Matter| {
            matters.windows(2).any(|pair| {
                let apart = pair[1].0.range.start.saturating_sub(pair[0].0.range.end);
                (pair[0].1, pair[1].1) == (verb, noun) && apart < OBJECT
            })
        };
        let did = does(Matter::Wrong)
            || does(Matter::Commit) && object(Matter::Commit, Matter::Wrong)
            || does(Matter::Harm) && object(Matter::Harm, Matter::Victim);
        let technical =
            has(Matter::Weapon) && has(Matter::Able) || has(Matter::Failed) && has(Matter::Check);
        let hidden = has(Matter::Hidden) && (has(Matter::Wrong) || has(Matter::Weapon));
        let charge = did && !has(Matter::Court) || technical || hidden;
        let opening = tokens.first().map_or("", |token| token.range.of(text));
        let question = text.get(..sentence.end).is_some_and(|t| t.trim_end().ends_with('?'));
        // "letters seen by this newspaper"
        let by = |at: TextRange| text.get(at.end..).is_some_and(|rest| rest.starts_with(" by "));
        let shown = matters.iter().any(|(token, it)| *it == Matter::Own && by(token.range));
        let aside = !opening.starts_with(char::is_alphanumeric);
        let hard = match () {
            () if speaks || aside => None,
            () if charge => Some(Hard::Charge),
            () if toll && !dated => Some(Hard::Toll),
            () => figure.then_some(Hard::Figure),
        };
        Facts {
            checkable,
            states: !question && !open,
            hard,
            goes_on: !TURNS.iter().any(|turn| turn.eq_ignore_ascii_case(opening)),
            cites: has(Matter::Figures) || shown,
        }
    }
}

impl Facts {
    /// Whether it says more than that something happened.
    pub fn weigh(&self) -> bool {
        self.hard.is_some() || self.checkable.iter().any(|it| it != Checkable::Event)
    }

    /// Takes in what the next clause says.
    pub fn join(&mut self, next: Self) {
        self.checkable.extend(next.checkable.iter());
        self.states |= next.states;
        self.hard = self.hard.max(next.hard);
        self.cites |= next.cites;
    }
}

/// Whether a quantity is one that can be checked. "One of the two leaders" counts nobody.
fn counts(text: &str, quantity: &Quantity) -> bool {
    let few = quantity.value <= 2.0 && !quantity.number.of(text).contains(char::is_numeric);
    match quantity.measure {
        Measure::Ordinal | Measure::Untyped => false,
        Measure::Count => !few || quantity.state.is_some(),
        _ => true,
    }
}

/// Those of `all`, which are in order, that lie in `range`.
fn within<T>(
    all: &[T],
    range: TextRange,
    at: impl Fn(&T) -> TextRange + Copy,
) -> impl Iterator<Item = &T> {
    let first = all.partition_point(|it| at(it).start < range.start);
    all[first..]
        .iter()
        .take_while(move |it| at(it).start < range.end)
        .filter(move |it| range.covers(at(it)))
}

/// Whether somebody does what the verb `done` says, right before it: "Halden Steel has concealed",
/// not "the papers were concealed".
fn is_done(text: &str, tokens: &[Token], done: &Token) -> bool {
    let at = tokens.partition_point(|t| t.range.start < done.range.start);
    let mut before = tokens.get(..at).unwrap_or_default().iter().rev();
    let subject = before.find(|t| {
        let word = t.range.of(text);
        let have =
            matches!(word, "has" | "have" | "had" | "also" | "then" | "secretly" | "quietly");
        !have && t.tag != Tag::Adverb
    });
    done.tag == Tag::Verb && subject.is_some_and(|t| matches!(t.tag, Tag::Name | Tag::Noun))
}

/// Where somebody begins to tell: "notes" in "Holt notes the company hid".
fn first_told(text: &str, tokens: &[Token]) -> Option<usize> {
    use Class::{Claim, Evidential, Reply, Speech};
    let tells = |token: &&Token| {
        let word = lexicon::word(&token.range.of(text).to_lowercase());
        word.is_some_and(|word| {
            let mut verbs = word.verbs.iter();
            verbs.any(|(_, verb)| matches!(verb.class, Speech | Claim | Reply | Evidential))
        })
    };
    tokens.iter().find(tells).map(|token| token.range.start)
}

/// Whether an expression of time leads back over months: "in March", "last year", "a decade ago".
fn is_long_ago(words: &str) -> bool {
    const LONG: [&str; 9] =
        ["year", "years", "month", "months", "ago", "decade", "decades", "century", "centuries"];
    let mut parts = words.split(' ');
    let month = parts.clone().next_back().is_some_and(time::is_month);
    month || parts.any(|word| LONG.contains(&word))
}

/// Whether an expression of time names its year: "in 2010".
fn names_year(words: &str) -> bool {
    words.split(|c: char| !c.is_alphanumeric()).any(|word| {
        word.len() == 4
            && (word.starts_with("19") || word.starts_with("20") || word.starts_with("18"))
            && word.bytes().all(|b| b.is_ascii_digit())
    })
}

/// Whether a finite verb of the sentence stands in a past or perfect form.
fn past(tokens: &[Token]) -> bool {
    tokens.iter().any(|t| t.tag == Tag::Verb)
}
