//! The units clause analysis works on: words and signs outside quotations, and whole quotations.

mod quotation;
mod verbs;

use crate::{
    Quoted,
    lexicon::{self, Word},
};
use language::{Tag, Text, TextRange, TokenKind};
use quotation::{is_work, quotation};
use std::ops::Range;

/// A word, a sign or a whole quotation.
#[derive(Debug, Clone, Copy)]
pub struct Unit<'t> {
    /// Where it stands; for a quotation, marks included.
    pub range: TextRange,
    /// Its words.
    pub text: &'t str,
    /// Part of speech; a short quotation stands as a noun, a long one as [`Tag::Other`].
    pub tag: Tag,
    /// What the lexicon knows of it.
    pub word: Option<&'static Word>,
    /// Index of the quotation it is.
    pub quote: Option<usize>,
    /// Whether a sentence ends with it.
    pub ends: bool,
}

impl Unit<'_> {
    /// Whether it is this word, in any case.
    pub fn is(&self, word: &str) -> bool {
        self.text.len() == word.len() && self.text.eq_ignore_ascii_case(word)
    }

    /// Whether it is one of these words.
    pub fn any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }

    /// Whether it is a quotation of a clause or more.
    pub fn speech(&self) -> bool {
        self.quote.is_some() && self.tag == Tag::Other
    }

    /// Whether it is a quotation that leads over to its speaker: “…,” Moss said.
    pub fn leads_over(&self) -> bool {
        self.quote.is_some() && self.text.ends_with([',', '?', '!', '…'])
    }

    /// Whether it can be part of the core of a noun phrase.
    pub fn nominal(&self) -> bool {
        matches!(self.tag, Tag::Noun | Tag::Name | Tag::Number | Tag::Adjective)
    }

    /// Whether it is a verb of any form.
    pub fn verbal(&self) -> bool {
        matches!(self.tag, Tag::Verb | Tag::Auxiliary | Tag::Infinitive | Tag::Participle)
    }

    /// Whether it is a comma, a dash or a sign that parts clauses.
    pub fn parts(&self) -> bool {
        self.dash() || matches!(self.text, "," | ";" | ":")
    }

    /// Whether it is a dash between clauses.
    pub fn dash(&self) -> bool {
        matches!(self.text, "—" | "–" | "―" | "--" | "---" | "-")
    }

    /// Whether it is a relative pronoun, also with its verb: "who", "who’s".
    pub fn relative(&self) -> bool {
        if !self.text.starts_with(['w', 't', 'W', 'T']) {
            return false;
        }
        let stem = self.text.split(['’', '\'']).next().unwrap_or_default();
        ["who", "which", "that"].iter().any(|word| stem.eq_ignore_ascii_case(word))
    }

    /// Whether it is a pronoun with its verb: "there’s", "they're".
    pub fn contracted(&self) -> bool {
        self.tag == Tag::Pronoun && self.text.contains(['’', '\''])
    }

    /// Whether it begins with a capital.
    pub fn capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether it ends in a possessive.
    pub fn possessive(&self) -> bool {
        self.quote.is_none()
            && matches!(self.tag, Tag::Name | Tag::Noun)
            && language::token::possessive(self.text).is_some()
    }
}

/// The units of one paragraph.
pub fn units<'t>(text: &'t str, read: &Text, quoted: &[Quoted]) -> Vec<Unit<'t>> {
    let mut units: Vec<Unit<'t>> = Vec::with_capacity(read.tokens.len());
    let mut sentences = read.sentences.iter().map(|s| s.range.end).peekable();
    let mut next = 0;
    let lower = text.to_ascii_lowercase();
    for token in &read.tokens {
        while quoted.get(next).is_some_and(|q| q.outside.end <= token.range.start) {
            next += 1;
        }
        while sentences.next_if(|&end| end < token.range.end).is_some() {}
        let ends = sentences.peek() == Some(&token.range.end);
        let quote = quoted.get(next).filter(|q| q.outside.overlaps(token.range));
        if let Some(quote) = quote.filter(|q| !q.inside.is_empty()) {
            let closes = ends && token.range.end >= quote.outside.end;
            if let Some(unit) = units.last_mut().filter(|unit| unit.quote == Some(next)) {
                unit.ends = closes;
            } else {
                // An opening mark that stands like a closing one was counted to the
                // sentence before it.
                if let Some(before) = units.last_mut().filter(|_| ends && !closes) {
                    before.ends = true;
                }
                let unit = quotation(text, quote, next, closes, units.last());
                units.push(unit);
            }
            continue;
        }
        let words = token.range.of(text);
        let is_word = token.kind == TokenKind::Word;
        let word = is_word.then(|| lexicon::word(token.range.of(&lower))).flatten();
        units.push(Unit {
            range: token.range,
            text: words,
            tag: if words.starts_with('@') { Tag::Name } else { token.tag },
            word,
            quote: None,
            ends,
        });
    }
    for at in 0..units.len() {
        if units[at].speech() && is_work(&units, at) {
            units[at].tag = Tag::Noun;
        }
    }
    verbs::tag(&mut units);
    units
}

/// Units after which a sentence is cut, so that a text without full stops costs no more than others.
const LONGEST: usize = 400;

/// The sentences of `units`; a quotation is never cut.
pub fn sentences(units: &[Unit]) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    for (i, unit) in units.iter().enumerate() {
        if unit.ends || i + 1 == units.len() || i + 1 - start == LONGEST {
            ranges.push(start..i + 1);
            start = i + 1;
        }
    }
    ranges
}
