//! One paragraph, read from its text alone, so that it can be kept while other paragraphs change.

use crate::{
    Quoted,
    attribute::{self, Said},
    facts::Facts,
    quotes,
};
use language::{Text, TextRange};

/// What the text of one block says, whatever surrounds it.
#[derive(Debug, Clone, Default)]
pub struct Paragraph {
    /// Its words.
    pub text: Text,
    /// Its quoted regions, in order.
    pub quoted: Vec<Quoted>,
    /// What each sentence says that can be checked.
    pub facts: Vec<Facts>,
    /// Who says what, as far as it tells by itself, in order of content.
    pub said: Vec<Said>,
    /// Who or what its sentences are about: the subjects of their main clauses, in order.
    pub subjects: Vec<TextRange>,
}

impl Paragraph {
    /// Reads the text of one block.
    pub fn read(text: &str) -> Self {
        let read = language::read(text);
        let quoted = quotes::scan(text);
        let (said, subjects) = attribute::attributions(text, &read, &quoted);
        let facts = read.sentences.iter().map(|s| Facts::of(text, &read, &quoted, s)).collect();
        Self { text: read, quoted, facts, said, subjects }
    }
}
