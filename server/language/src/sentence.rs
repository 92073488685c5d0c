//! Sentences.

use crate::{Term, TextRange, Token, TokenKind, terms};
use std::ops::Range;

/// One sentence.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// From its first to its last token, closing marks included.
    pub range: TextRange,
    /// Its tokens, as indices into the text's.
    pub tokens: Range<usize>,
    /// Its content words for comparison, sorted by term.
    pub terms: Vec<Term>,
}

/// Splits tokens into sentences.
pub fn split(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut first = 0;
    for (i, token) in tokens.iter().enumerate() {
        let last = i + 1 == tokens.len();
        let stop = token.kind == TokenKind::Sign && matches!(token.range.of(text), "." | "!" | "?");
        if last || stop {
            let range = TextRange::new(tokens[first].range.start, token.range.end);
            let terms = terms::of(text, &tokens[first..=i]);
            sentences.push(Sentence { range, tokens: first..i + 1, terms });
            first = i + 1;
        }
    }
    sentences
}
