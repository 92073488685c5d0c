//! Words that a text has with a capital where only a name has one.

use crate::{Sentence, Token, TokenKind, token::possessive};
use std::{cell::OnceCell, collections::HashSet};

/// Words that some sentence has with a capital where only a name has one. Few texts have a word
/// about which that must be known, so they are looked for when it is first asked.
pub struct Capitalised<'a> {
    text: &'a str,
    tokens: &'a [Token],
    sentences: &'a [Sentence],
    headlines: &'a [bool],
    words: OnceCell<HashSet<&'a str>>,
}

impl<'a> Capitalised<'a> {
    /// Those of `text`; `headlines` says of each sentence whether it is capitalised as one.
    pub fn new(
        text: &'a str,
        tokens: &'a [Token],
        sentences: &'a [Sentence],
        headlines: &'a [bool],
    ) -> Self {
        Self { text, tokens, sentences, headlines, words: OnceCell::new() }
    }

    /// Whether `word`, without a possessive ending, is one of them.
    pub fn contains(&self, word: &str) -> bool {
        self.words.get_or_init(|| self.find()).contains(word)
    }

    fn find(&self) -> HashSet<&'a str> {
        let plain = self.sentences.iter().zip(self.headlines).filter(|(_, headline)| !**headline);
        let tokens = plain.filter_map(|(sentence, _)| self.tokens.get(sentence.tokens.clone()));
        let pairs = tokens.flat_map(|tokens| tokens.windows(2));
        let words = pairs.filter(|pair| pair.iter().all(|token| token.kind == TokenKind::Word));
        words
            .map(|pair| pair[1].range.of(self.text))
            .filter(|word| word.starts_with(char::is_uppercase))
            .map(|word| possessive(word).unwrap_or(word))
            .collect()
    }
}
