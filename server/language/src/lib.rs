//! Reads the text of one block: sentences, tokens, names, quantities, times.
//!
//! In: clean text of one paragraph. Out: a [`Text`]. Times are found here and resolved by
//! [`Time::resolve`] when the article's date is known; mentions of names are found here and joined
//! into entities by [`names::resolve`] when all mentions of an article are known.
//! Knows nothing of formats, articles or editors. Pure: the same text gives the same result.

mod folded;
mod lexicon;
pub mod names;
mod number;
mod people;
mod piece;
pub mod quantity;
pub mod sentence;
pub mod tag;
pub mod terms;
pub mod time;
pub mod token;

pub use lexicon::{Set, Table, WordHasher};

/// Reads the data files of this room and of those below.
pub mod data {
    pub use crate::lexicon::{class, entries, lines, words};
}
pub use names::{Entity, EntityId, Mention, MentionKind};
pub use quantity::{Comparable, Interval, Measure, Modifier, Quantity, Role, State};
pub use sentence::{Sentence, Terms};
pub use terms::Term;
pub use time::{Time, TimeKind};
pub use token::{Tag, Token, TokenKind};

use folded::Folded;
use piece::Pieces;
use std::ops::Range;

/// A byte range of the text given to this room, `start..end`. Not a position in a file: a block's
/// source map leads from here to there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct TextRange {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl TextRange {
    /// `start..end`; an end before the start gives an empty range at the start.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies inside.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The words at this range; empty where it does not lie on `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

impl From<TextRange> for Range<usize> {
    fn from(range: TextRange) -> Self {
        range.start..range.end
    }
}

/// A text that has been read. All ranges are into the text it was read from.
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// Words, numbers and marks in order.
    pub tokens: Vec<Token>,
    /// Sentences in order; together they hold every token.
    pub sentences: Vec<Sentence>,
    /// Mentions of people, places and organisations, in order.
    pub mentions: Vec<Mention>,
    /// Quantities in order.
    pub quantities: Vec<Quantity>,
    /// Time expressions in order, not yet resolved.
    pub times: Vec<Time>,
}

impl Text {
    /// The tokens that lie in `range`.
    pub fn tokens_in(&self, range: TextRange) -> &[Token] {
        let first = self.tokens.partition_point(|token| token.range.start < range.start);
        let past = self.tokens.partition_point(|token| token.range.end <= range.end);
        self.tokens.get(first..past).unwrap_or_default()
    }
}

/// Reads one text.
pub fn read(text: &str) -> Text {
    let mut tokens = token::tokenize(text);
    let folded = Folded::of(text, &tokens);
    let sentences = sentence::split(text, &tokens);
    let headlines = tag::headlines(text, &tokens, &sentences);
    tag::tag(text, &folded, &mut tokens, &sentences, &headlines);
    let mentions = names::find(text, &folded, &tokens, &sentences, &headlines);
    let pieces = Pieces::cut(text, &folded, &tokens, &sentences);
    let times = time::find(&pieces);
    let quantities = quantity::find(&pieces, &times);
    Text { tokens, sentences, mentions, quantities, times }
}
