//! What a sentence says that can be checked, from its own words.

use crate::{
    Checkable, Quoted,
    lexicon::{self, Matter},
};
use language::{Measure, Sentence, State, Tag, Text, Token};

/// What a sentence says that can be checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// Why it can be checked, sorted.
    pub checkable: Vec<Checkable>,
    /// Whether it states something as a fact.
    pub states: bool,
    /// Whether an editor would ask who says so.
    pub hard: bool,
    /// Whether it goes on with what was said before it.
    pub goes_on: bool,
}

/// Modals and other words that make a sentence a forecast, a wish or a possibility.
const OPEN: [&str; 20] = [
    "i", "we", "you", "our", "my", "will", "would", "could", "may", "might", "should", "must",
    "can", "if", "whether", "perhaps", "likely", "probably", "possibly", "let",
];

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

impl Facts {
    /// Reads one sentence of `text`.
    pub fn of(text: &str, read: &Text, quoted: &[Quoted], sentence: &Sentence) -> Self {
        let tokens = read.tokens.get(sentence.tokens.clone()).unwrap_or_default();
        let range = sentence.range;
        let quantities = || read.quantities.iter().filter(|q| range.covers(q.range));
        let mut matters = Vec::new();
        let mut open = false;
        let mut lower = String::new();
        for token in tokens {
            lower.clear();
            lower.push_str(token.range.of(text));
            lower.make_ascii_lowercase();
            matters.extend(lexicon::matter(&lower));
            // "in May" is no possibility.
            open |= OPEN.contains(&&*lower) && (lower != "may" || token.tag == Tag::Auxiliary);
        }
        let has = |matter: Matter| matters.contains(&matter);
        let speaks = quoted.iter().any(|q| q.inside.overlaps(range));
        let mut checkable = Vec::new();
        let mark = |checkable: &mut Vec<Checkable>, yes: bool, what| {
            if yes {
                checkable.push(what);
            }
        };
        mark(
            &mut checkable,
            quantities().any(|q| !matches!(q.measure, Measure::Ordinal | Measure::Untyped)),
            Checkable::Number,
        );
        mark(&mut checkable, read.times.iter().any(|t| range.covers(t.range)), Checkable::Date);
        mark(&mut checkable, has(Matter::First), Checkable::Superlative);
        mark(&mut checkable, has(Matter::Wrong), Checkable::Accusation);
        mark(&mut checkable, has(Matter::Cause), Checkable::Cause);
        mark(&mut checkable, past(tokens), Checkable::Event);
        let toll = quantities().any(|q| {
            q.value >= 2.0
                && matches!(
                    q.state,
                    Some(State::Killed | State::Injured | State::Missing | State::Displaced)
                )
        });
        let share = quantities().any(|q| {
            matches!(q.measure, Measure::Percent) && q.number.of(text).contains(char::is_numeric)
                || matches!(q.measure, Measure::Money) && q.value >= 1_000_000.0
        });
        let accusation =
            has(Matter::Wrong) && !has(Matter::Court) && tokens.iter().any(|t| t.tag == Tag::Name);
        let technical =
            has(Matter::Weapon) && has(Matter::Able) || has(Matter::Hidden) && has(Matter::Wrong);
        let first = tokens.first().map_or("", |token| token.range.of(text));
        let question = text.get(..range.end).is_some_and(|t| t.trim_end().ends_with('?'));
        Self {
            checkable,
            states: !question && !open,
            hard: !speaks && (toll || share || accusation || technical),
            goes_on: !TURNS.iter().any(|turn| turn.eq_ignore_ascii_case(first)),
        }
    }
}

/// Whether a finite verb of the sentence stands in a past or perfect form.
fn past(tokens: &[Token]) -> bool {
    tokens.iter().any(|t| t.tag == Tag::Verb)
}
