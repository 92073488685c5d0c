//! A sentence by its tokens, and what stands around a place in it.

use crate::words::{base::base_of, kindred};
use language::{Tag, TextRange, Time, TokenKind};
use sourcing::{Place, Reading};
use std::{num::NonZeroU64, ops::Range};

/// Verbs before the day of a telling.
const TOLD: [&str; 7] = ["said", "says", "told", "announced", "reported", "added", "reporters"];

/// Tokens looked at on either side of a value.
const REACH: usize = 7;

/// The tokens of a sentence.
pub(crate) struct Words<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [language::Token],
    /// The term of each token.
    ids: &'a [Option<NonZeroU64>],
}

impl<'a> Words<'a> {
    pub(crate) fn of(reading: &'a Reading, sentence: usize) -> Option<Self> {
        let at = reading.sentences.get(sentence)?;
        let text = &reading.paragraphs[at.place.block].text;
        let sentence = text.sentences.get(at.index)?;
        let tokens = text.tokens.get(sentence.tokens.clone())?;
        let ids = &reading.terms(at.place.block, at.index)?.ids;
        Some(Self { text: &reading.article.blocks[at.place.block].text, tokens, ids })
    }

    /// The words of one token; empty behind the last.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.range.of(self.text))
    }

    /// Whether the token at `at` is this word, in any case; an apostrophe has any of its shapes.
    pub(crate) fn is(&self, at: usize, word: &str) -> bool {
        is_word(self.word(at), word)
    }

    /// Whether the token at `at` is one of these words.
    pub(crate) fn any(&self, at: usize, words: &[&str]) -> bool {
        let found = self.word(at);
        words.iter().any(|word| is_word(found, word))
    }

    /// Whether the token at `at` has this part of speech.
    pub(crate) fn is_tagged(&self, at: usize, tag: Tag) -> bool {
        self.tokens.get(at).is_some_and(|token| token.tag == tag)
    }

    /// Where the tokens of `range` stand.
    pub(crate) fn range(&self, range: Range<usize>) -> Option<TextRange> {
        let tokens = self.tokens.get(range)?;
        Some(TextRange::new(tokens.first()?.range.start, tokens.last()?.range.end))
    }

    /// The term of one token; none for a function word.
    pub(crate) fn term(&self, at: usize) -> Option<u64> {
        self.ids.get(at).copied().flatten().map(NonZeroU64::get)
    }

    /// The base of the verb or noun at `at`.
    pub(crate) fn base(&self, at: usize) -> u64 {
        let token = self.tokens.get(at);
        let term = token.filter(|token| token.kind == TokenKind::Word).and_then(|_| self.term(at));
        base_of(self.word(at), term)
    }

    /// The terms of the tokens in `range`.
    pub(crate) fn terms(&self, range: TextRange) -> impl Iterator<Item = u64> {
        let first = self.tokens.partition_point(|token| token.range.start < range.start);
        let past = self.tokens.partition_point(|token| token.range.end <= range.end);
        (first..past).filter_map(|at| self.term(at))
    }

    /// Whether the token at `at` belongs to a time that something has lasted since: "since
    /// September 11, 2022".
    pub(crate) fn is_since(&self, at: usize) -> bool {
        let before = self.tokens.get(at.saturating_sub(4)..at).unwrap_or_default();
        before.iter().any(|token| token.range.of(self.text).eq_ignore_ascii_case("since"))
    }

    /// Whether the time at `at` follows a verb of telling: "officials said Monday".
    pub(crate) fn is_told(&self, at: usize) -> bool {
        let told = |at| self.any(at, &TOLD);
        let before = |steps| at.checked_sub(steps).is_some_and(told);
        before(1) || before(2) && self.any(at - 1, &["on", "late", "early"])
    }

    /// Whether the time at `place` follows a verb of telling.
    pub(crate) fn tells(&self, place: Place) -> bool {
        self.is_told(self.tokens.partition_point(|token| token.range.end <= place.range.start))
    }

    /// The nouns and verbs near `place`, sorted: what a number there is about. Words that news
    /// uses for one thing are one.
    pub(crate) fn about(&self, place: Place) -> Vec<u64> {
        let first = self.tokens.partition_point(|token| token.range.end <= place.range.start);
        let past = self.past(place);
        let before = first.saturating_sub(REACH)..first;
        let after = past..(past + REACH).min(self.tokens.len());
        let telling = |at: &usize| {
            let token = &self.tokens[*at];
            token.kind == TokenKind::Word
                && matches!(token.tag, Tag::Noun | Tag::Verb | Tag::Participle | Tag::Infinitive)
        };
        let kin = |term: u64| kindred::classes(term).first().copied().unwrap_or(term);
        let mut about: Vec<u64> =
            before.chain(after).filter(telling).filter_map(|at| self.term(at)).map(kin).collect();
        about.sort_unstable();
        about.dedup();
        about
    }

    /// The word before `place`, in lower case.
    pub(crate) fn before(&self, place: Place) -> String {
        let first = self.tokens.partition_point(|token| token.range.end <= place.range.start);
        let token = first.checked_sub(1).and_then(|at| self.tokens.get(at));
        token.map_or_else(String::new, |token| token.range.of(self.text).to_lowercase())
    }

    /// The word after `place`, in lower case.
    pub(crate) fn after(&self, place: Place) -> String {
        let token = self.tokens.get(self.past(place));
        token.map_or_else(String::new, |token| token.range.of(self.text).to_lowercase())
    }
}

/// The term of the token at `at` of a block.
pub(crate) fn term_of(reading: &Reading, block: usize, at: usize) -> Option<u64> {
    let sentences = &reading.paragraphs.get(block)?.text.sentences;
    let sentence = sentences.partition_point(|sentence| sentence.tokens.end <= at);
    let first = sentences.get(sentence)?.tokens.start;
    let ids = &reading.terms(block, sentence)?.ids;
    ids.get(at.checked_sub(first)?).copied().flatten().map(NonZeroU64::get)
}

/// The time that `range` belongs to: a month is no name that two events share.
pub(crate) fn time_at(times: &[Time], range: TextRange) -> Option<&Time> {
    let past = times.partition_point(|time| time.range.start <= range.start);
    let time = times.get(past.checked_sub(1)?)?;
    time.range.overlaps(range).then_some(time)
}

fn is_word(found: &str, word: &str) -> bool {
    let apostrophe = '’'.len_utf8() - 1;
    match found.len() {
        length if length == word.len() => found.eq_ignore_ascii_case(word),
        length if length == word.len() + apostrophe => {
            found.contains('’') && found.replace('’', "'").eq_ignore_ascii_case(word)
        }
        _ => false,
    }
}
