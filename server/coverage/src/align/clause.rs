//! A sentence cut into clauses: what each speaks of, and who has the floor in it.

use crate::{
    align::who::Cast,
    words::{kindred, sentence::Words},
};
use language::{Tag, TextRange, Token, TokenKind};
use sourcing::Reading;
use std::ops::Range;

/// Clauses of a sentence that are told apart; what follows belongs to the last one.
const MOST: usize = 30;

/// The clauses of a sentence.
#[derive(Debug, Default)]
pub(crate) struct Clauses {
    /// What they speak of, sorted by term.
    pub(crate) ideas: Vec<Idea>,
    /// Who has the floor in each: the terms of a person's name, sorted; empty where nobody has.
    pub(crate) speakers: Vec<Vec<u64>>,
    /// Where each but the first begins.
    borders: Vec<usize>,
}

/// A term, or a class of words for one thing, and the clauses that have it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Idea {
    pub(crate) term: u64,
    /// How rare it is, shared out among the classes that the word belongs to, or the words of a
    /// name; before it is weighed, its part.
    pub(crate) rarity: f32,
    /// How much of a word or a name it is, 0..=1.
    pub(crate) share: f32,
    /// One bit a clause.
    pub(crate) clauses: u32,
    pub(crate) name: bool,
}

impl Clauses {
    pub(crate) fn of(reading: &Reading, sentence: usize, cast: &Cast) -> Self {
        let Some(words) = Words::of(reading, sentence) else { return Self::default() };
        let starts = words.tokens.iter().filter(|token| is_border(words.text, token));
        let borders: Vec<usize> = starts.map(|token| token.range.start).take(MOST - 1).collect();
        let speakers = vec![Vec::new(); borders.len() + 1];
        let mut clauses = Self { ideas: Vec::new(), speakers, borders };
        clauses.add_words(&words, cast, sentence);
        clauses.add_meant(cast, sentence);
        clauses.ideas.sort_by(|a, b| a.term.cmp(&b.term).then(b.rarity.total_cmp(&a.rarity)));
        clauses.ideas.dedup_by(|next, kept| {
            let same = next.term == kept.term;
            kept.clauses |= if same { next.clauses } else { 0 };
            same
        });
        clauses
    }

    /// The clauses that have a part of `range`.
    pub(crate) fn within(&self, range: TextRange) -> Range<usize> {
        let first = self.borders.partition_point(|&border| border <= range.start);
        let last = self.borders.partition_point(|&border| border < range.end);
        first..last + 1
    }

    /// Words, but those of names: a name stands for its entity.
    fn add_words(&mut self, words: &Words, cast: &Cast, sentence: usize) {
        let mut names: Vec<TextRange> =
            cast.meant(sentence).iter().filter_map(|meant| meant.name).collect();
        names.sort_unstable_by_key(|name| name.start);
        for (at, token) in words.tokens.iter().enumerate() {
            let before = names.partition_point(|name| name.start <= token.range.start);
            if before.checked_sub(1).is_some_and(|at| names[at].covers(token.range)) {
                continue;
            }
            let clauses = bits(self.within(token.range));
            let name = token.tag == Tag::Name;
            if let Some(term) = words.term(at) {
                self.ideas.extend(Idea::of(term, 1.0, clauses, name));
            }
        }
    }

    fn add_meant(&mut self, cast: &Cast, sentence: usize) {
        for meant in cast.meant(sentence) {
            let clauses = self.within(meant.range);
            let terms = cast.terms(meant.entity);
            let share = 1.0 / terms.len() as f32;
            for &term in terms {
                self.ideas.extend(Idea::of(term, share, bits(clauses.clone()), true));
            }
            if meant.speaks {
                self.speakers[clauses].fill(terms.to_vec());
            }
        }
    }
}

impl Idea {
    /// The term, or the classes that it belongs to.
    fn of(term: u64, share: f32, clauses: u32, name: bool) -> impl Iterator<Item = Self> {
        let kin = kindred::classes(term);
        let own = kin.is_empty().then_some(term);
        let part = share / kin.len().max(1) as f32;
        own.into_iter().chain(kin.iter().copied()).map(move |term| Self {
            term,
            rarity: part,
            share,
            clauses,
            name,
        })
    }
}

/// One bit a clause.
pub(crate) fn bits(clauses: Range<usize>) -> u32 {
    clauses.fold(0, |bits, clause| bits | 1 << clause)
}

/// Whether a clause may begin here.
fn is_border(text: &str, token: &Token) -> bool {
    match token.kind {
        TokenKind::Word => {
            token.tag == Tag::Subordinator
                || matches!(
                    token.range.of(text),
                    "and" | "but" | "while" | "which" | "who" | "that" | "saying" | "as"
                )
        }
        TokenKind::Number | TokenKind::Address => false,
        _ => matches!(token.range.of(text), "," | ";" | ":" | "—" | "–" | "(" | ")"),
    }
}
