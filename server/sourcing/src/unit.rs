//! The units clause analysis works on: words and signs outside quotations, and whole quotations.

use crate::{
    Quoted, kind,
    lexicon::{self, Inflection, Word},
};
use language::{Tag, Text, TextRange, TokenKind};
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

/// Words from which a quotation counts as a clause of its own.
const CLAUSE: usize = 4;

/// The units of one paragraph.
pub fn units<'t>(text: &'t str, read: &Text, quoted: &[Quoted]) -> Vec<Unit<'t>> {
    let mut units: Vec<Unit<'t>> = Vec::with_capacity(read.tokens.len());
    let mut sentences = read.sentences.iter().map(|s| s.range.end).peekable();
    let mut next = 0;
    let mut lower = String::new();
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
                let stands = standing(units.last());
                units.push(quotation(text, quote, next, closes, stands));
            }
            continue;
        }
        let words = token.range.of(text);
        let word = if token.kind == TokenKind::Word {
            lower.clear();
            lower.push_str(words);
            lower.make_ascii_lowercase();
            lexicon::word(&lower)
        } else {
            None
        };
        units.push(Unit {
            range: token.range,
            text: words,
            tag: token.tag,
            word,
            quote: None,
            ends,
        });
    }
    for at in 1..units.len() {
        if tells(&units, at) || hands_over(&units, at) {
            units[at].tag = Tag::Verb;
        }
        // "on her show, “The Long Way Home,” which"
        if units[at].relative() && units[at - 1].speech() && kind::title(units[at - 1].text) {
            units[at - 1].tag = Tag::Noun;
        }
    }
    for sentence in self::sentences(&units) {
        if let Some(verb) = only_verb(&units, sentence) {
            units[verb].tag = Tag::Verb;
        }
    }
    units
}

/// "A poll released Wednesday | shows that": a verb that reads like a noun behind a day or a name.
fn tells(units: &[Unit], at: usize) -> bool {
    let unit = &units[at];
    let before = &units[at - 1];
    unit.tag == Tag::Noun
        && before.tag == Tag::Name
        && !before.possessive()
        && units.get(at + 1).is_some_and(|u| u.is("that") || u.tag == Tag::To)
        && unit.word.is_some_and(|w| w.verbs.iter().any(|(i, _)| *i == Inflection::Third))
}

/// “…,” the report | states: behind a quotation and its speaker, a verb that reads like a noun.
fn hands_over(units: &[Unit], at: usize) -> bool {
    if units[at].tag != Tag::Noun || units[at].word.is_none() {
        return false;
    }
    let speaker = units[..at].iter().rev().take(6);
    let words = speaker
        .take_while(|u| matches!(u.tag, Tag::Name | Tag::Noun | Tag::Adjective | Tag::Determiner))
        .take_while(|u| u.quote.is_none())
        .count();
    let speaks = |w: &Word| {
        w.verbs.iter().any(|(i, v)| {
            let behind = units.get(at + 1);
            let follows = v.particles.first().is_none_or(|p| behind.is_some_and(|u| u.is(p)));
            *i != Inflection::Ing && v.frames.has('q') && follows
        })
    };
    words > 0
        && at > words
        && units[at - words - 1].leads_over()
        && units[at].word.is_some_and(speaks)
        && units.get(at + 1).is_none_or(|u| !u.nominal() && !u.verbal())
        && matches!(units[at - 1].tag, Tag::Name | Tag::Noun)
}

/// "Lawmakers Rip Moss As ‘Unfit’": a sentence without a verb has one that reads like a noun.
fn only_verb(units: &[Unit], sentence: Range<usize>) -> Option<usize> {
    let range = sentence.start + 1..sentence.end;
    if units[sentence.clone()].iter().any(|u| matches!(u.tag, Tag::Verb | Tag::Auxiliary)) {
        return None;
    }
    range.clone().find(|&i| {
        let before = &units[i - 1];
        let plural = before.text.ends_with('s') && !before.possessive();
        let agrees = |w: &Word| {
            let fits = |inflection: Inflection| match inflection {
                Inflection::Third => !plural,
                Inflection::Base => plural,
                _ => false,
            };
            w.verbs.iter().any(|(inflection, _)| fits(*inflection))
        };
        matches!(units[i].tag, Tag::Noun | Tag::Name)
            && units[i].word.is_some_and(agrees)
            && before.quote.is_none()
            && matches!(before.tag, Tag::Name | Tag::Noun)
            && !before.possessive()
            && units[i + 1..sentence.end].first().is_some_and(|next| {
                next.quote.is_some()
                    || next.tag == Tag::Noun && next.capital()
                    || matches!(next.tag, Tag::Name | Tag::Determiner | Tag::Pronoun)
            })
    })
}

/// How a quotation stands behind the unit before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It opens a sentence, is set off by a sign, or follows a verb that speaks.
    Apart,
    /// It is a part of the writer's sentence.
    Inside,
}

fn standing(before: Option<&Unit>) -> Standing {
    let apart = before.is_none_or(|u| {
        let speaks = |w: &Word| w.verbs.iter().any(|(_, v)| v.frames.has('q'));
        u.ends || u.parts() || u.quote.is_some() || u.verbal() && u.word.is_some_and(speaks)
    });
    if apart { Standing::Apart } else { Standing::Inside }
}

fn quotation<'t>(
    text: &'t str,
    quoted: &Quoted,
    index: usize,
    ends: bool,
    standing: Standing,
) -> Unit<'t> {
    let words = quoted.inside.of(text);
    let long = words.split_whitespace().take(CLAUSE).count() == CLAUSE;
    let speech = words.ends_with(['!', '?'])
        || match standing {
            Standing::Apart => long || words.ends_with([',', '.']),
            // “on ‘The Long Way Home,’”: the comma belongs to the sentence around the title.
            Standing::Inside => long && !kind::title(words),
        };
    Unit {
        range: quoted.outside,
        text: words,
        tag: if speech { Tag::Other } else { Tag::Noun },
        word: None,
        quote: Some(index),
        ends,
    }
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
