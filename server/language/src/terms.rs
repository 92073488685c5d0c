//! Content words of a sentence as comparable terms.

use crate::{Token, TokenKind};

/// A stemmed content word and how often the sentence has it. The number is a stable hash of the
/// stem, the same on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term {
    /// Hash of the stem.
    pub id: u64,
    /// Occurrences in the sentence.
    pub count: u32,
}

/// The terms of `tokens`, sorted by id, function words left out.
pub fn of(text: &str, tokens: &[Token]) -> Vec<Term> {
    let mut ids: Vec<u64> = tokens
        .iter()
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        .map(|token| hash(&token.range.of(text).to_lowercase()))
        .collect();
    ids.sort_unstable();
    let mut terms: Vec<Term> = Vec::new();
    for id in ids {
        match terms.last_mut() {
            Some(term) if term.id == id => term.count += 1,
            _ => terms.push(Term { id, count: 1 }),
        }
    }
    terms
}

/// FNV-1a, 64 bits: stable across platforms and releases.
pub fn hash(word: &str) -> u64 {
    word.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |h, byte| (h ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
