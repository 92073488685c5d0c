//! What one paragraph says, before the article is known.

use crate::lexicon::Class;
use language::TextRange;

/// One attribution, as its paragraph alone shows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// The mention of the source as written; empty where none stands in the sentence.
    pub source: Vec<TextRange>,
    /// What a source that is a relative pronoun follows: "the judge" of "the judge who told them".
    pub antecedent: Option<TextRange>,
    /// The words that attribute.
    pub cue: Vec<TextRange>,
    /// What is attributed, outer quotation marks included.
    pub content: Vec<TextRange>,
    /// What the cue does; `None` for words of the writer that only hedge ("reportedly").
    pub class: Option<Class>,
    /// Whether the source must be looked for before this paragraph or sentence.
    pub carried: bool,
    /// Through whom it reached the writer: "quoted by X".
    pub via: Option<TextRange>,
    /// The attribution in whose content it stands, as an index into the paragraph's.
    pub within: Option<usize>,
    /// Whether it is a whole line of a transcript, with its label as the source.
    pub line: bool,
}

/// What the clauses of one paragraph tell.
#[derive(Debug, Default)]
pub struct Told {
    /// Its attributions, in order of content.
    pub said: Vec<Said>,
    /// The subjects of its sentences.
    pub subjects: Vec<TextRange>,
    /// Where the clauses of its sentences begin, but the first of each.
    pub borders: Vec<usize>,
}
