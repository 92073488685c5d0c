//! Sentences.

mod stop;
#[cfg(test)]
mod tests;

use crate::{Term, TextRange, Token, terms};
use std::{num::NonZeroU64, ops::Range};
use stop::View;

/// One sentence.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// From its first to its last token, closing marks included.
    pub range: TextRange,
    /// Its tokens, as indices into the text's.
    pub tokens: Range<usize>,
    /// The term of each of its tokens; `None` for marks and function words.
    pub ids: Vec<Option<NonZeroU64>>,
    /// Its content words for comparison, sorted by term.
    pub terms: Vec<Term>,
}

/// Splits tokens into sentences. A stop inside a quotation ends a sentence, except where the
/// words that introduce the speaker follow: “Why?” he asked.
pub fn split(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let view = View { text, tokens };
    let mut sentences = Vec::new();
    let (mut first, mut i) = (0, 0);
    // Whether a straight double mark, whose shape does not tell, has been opened.
    let mut straight = false;
    while i < tokens.len() {
        let mut end = i + 1;
        straight ^= view.word(i) == "\"";
        let stop = view.stop(i);
        while stop.is_some() && view.closes(end, straight) {
            straight ^= view.word(end) == "\"";
            end += 1;
        }
        let last = end == tokens.len() || view.blank_line_before(end);
        if last || stop.is_some_and(|stop| view.ends(stop, first..i, end)) {
            let range = TextRange::new(tokens[first].range.start, tokens[end - 1].range.end);
            let ids = terms::ids(text, &tokens[first..end]);
            let terms = terms::counted(&ids);
            sentences.push(Sentence { range, tokens: first..end, ids, terms });
            first = end;
        }
        i = end;
    }
    sentences
}
