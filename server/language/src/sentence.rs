//! Sentences.

mod stop;
#[cfg(test)]
mod tests;

use crate::{Term, TextRange, Token, terms};
use std::{fmt, num::NonZeroU64, ops::Range, sync::OnceLock};
use stop::View;

/// One sentence.
#[derive(Clone)]
pub struct Sentence {
    /// From its first to its last token, closing marks included.
    pub range: TextRange,
    /// Its tokens, as indices into the text's.
    pub tokens: Range<usize>,
    terms: OnceLock<Box<Terms>>,
}

/// What a sentence is compared by.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    /// The term of each of its tokens; `None` for marks and function words.
    pub ids: Vec<Option<NonZeroU64>>,
    /// Its content words, sorted by term.
    pub counted: Vec<Term>,
}

impl Sentence {
    /// What it is compared by, made when it is first asked for: most articles are compared with none.
    /// `text` and `tokens` are those in which it was found.
    pub fn terms(&self, text: &str, tokens: &[Token]) -> &Terms {
        self.terms.get_or_init(|| {
            let ids = terms::ids(text, tokens.get(self.tokens.clone()).unwrap_or_default());
            let counted = terms::counted(&ids);
            Box::new(Terms { ids, counted })
        })
    }
}

impl fmt::Debug for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Whether the terms were asked for is no part of what was read.
        let Self { range, tokens, terms: _ } = self;
        f.debug_struct("Sentence").field("range", range).field("tokens", tokens).finish()
    }
}

/// Splits tokens into sentences. A stop inside a quotation ends a sentence, except where the
/// words that introduce the speaker follow: “Why?” he asked.
pub(crate) fn split(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let view = View { text, tokens };
    let mut sentences = Vec::new();
    let (mut first, mut i) = (0, 0);
    // Whether a straight double mark, whose shape does not tell, has been opened.
    let mut straight = false;
    while i < tokens.len() {
        let mut end = i + 1;
        straight ^= view.is_straight(i);
        let stop = view.stop(i);
        while stop.is_some() && view.closes(end, straight) {
            straight ^= view.is_straight(end);
            end += 1;
        }
        let last = end == tokens.len() || view.blank_line_before(end);
        if last || stop.is_some_and(|stop| view.ends(stop, first..i, end)) {
            let range = TextRange::new(tokens[first].range.start, tokens[end - 1].range.end);
            sentences.push(Sentence { range, tokens: first..end, terms: OnceLock::new() });
            first = end;
        }
        i = end;
    }
    sentences
}
