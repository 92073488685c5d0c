//! Abbreviations that are written with a point.

use crate::lexicon::{self, Table};
use std::sync::LazyLock;

/// What the point of an abbreviation can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Abbreviation {
    /// Stands before a name, never ends a sentence: "Mr.", "Sen.".
    Title,
    /// Stands before a number: "No. 5"; before anything else it is a word and a full stop.
    Number,
    /// May end a sentence: "Inc.", "p.m.", "U.S.".
    Either,
    /// One capital: "J.".
    Initial,
}

static TABLE: LazyLock<Table<Abbreviation>> = LazyLock::new(|| {
    lexicon::words(include_str!("../../data/abbreviations.txt"))
        .map(|(class, word)| {
            let kind = match class {
                "title" => Abbreviation::Title,
                "number" => Abbreviation::Number,
                _ => Abbreviation::Either,
            };
            (word, kind)
        })
        .collect()
});

/// What the point after `word`, given without it, can mean; `None` for a word that is not
/// abbreviated so.
pub fn abbreviation(word: &str) -> Option<Abbreviation> {
    // "pro-U.S." is asked about by its last part.
    let word = word.rsplit_once('-').map_or(word, |(_, last)| last);
    let mut chars = word.chars();
    let first = chars.next()?;
    if chars.next().is_none() {
        return (first.is_uppercase() && first != 'I').then_some(Abbreviation::Initial);
    }
    if word.len() <= 12 && word.split('.').all(|part| part.chars().count() == 1) {
        return Some(Abbreviation::Either);
    }
    TABLE.get(word).copied()
}
