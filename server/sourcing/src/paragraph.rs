//! One paragraph, read from its text alone, so that it can be kept while other paragraphs change.

use crate::{
    Quoted, attribute,
    calm::calm,
    cast::is_plain,
    clauses::{self, Clause},
    facts::{Facts, Statements},
    quotes,
    said::{Said, Told},
};
use language::{Sentence, Text, TextRange};
use std::{
    fmt,
    panic::{UnwindSafe, catch_unwind},
};

/// Longest text that is read, in bytes: some 16,000 words in one paragraph. What one paragraph costs
/// must have an end, whatever it holds; a clock would give other findings on another machine.
pub const LONGEST: usize = 100_000;

/// What the text of one block says, whatever surrounds it.
#[derive(Debug, Clone, Default)]
pub struct Paragraph {
    /// Its words.
    pub text: Text,
    /// Its quoted regions, in order.
    pub quoted: Vec<Quoted>,
    /// What each sentence says that can be checked.
    pub facts: Vec<Facts>,
    /// The clauses of the sentences that have several, in order.
    pub clauses: Vec<Clause>,
    /// Who says what, as far as it tells by itself, in order of content.
    pub said: Vec<Said>,
    /// Who or what its sentences are about: the subjects of their main clauses, in order.
    pub subjects: Vec<TextRange>,
    /// Whether it can have no part in a broadcast script.
    pub plain: bool,
    /// Why it was not read, if it was not; then there is nothing else.
    pub unread: Option<Unread>,
}

/// Why a paragraph was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// It is longer than [`LONGEST`].
    TooLong,
    /// Its reader failed.
    Failed,
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => write!(
                f,
                "this paragraph was not read: it is longer than {LONGEST} bytes. Break it into \
                 paragraphs; the rest of the file is read"
            ),
            Self::Failed => f.write_str(
                "this paragraph was not read: its reader failed. This is a bug in presscheck; \
                 please report it. The rest of the file is read",
            ),
        }
    }
}

impl Paragraph {
    /// Reads the text of one block.
    pub fn read(text: &str) -> Self {
        if LONGEST < text.len() {
            return Self { unread: Some(Unread::TooLong), ..Self::default() };
        }
        Self::guarded(|| Self::understood(text))
    }

    /// What `read` gives. Where it fails, nothing of this paragraph, and every other is read.
    fn guarded(read: impl FnOnce() -> Self + UnwindSafe) -> Self {
        let failed = || Self { unread: Some(Unread::Failed), ..Self::default() };
        catch_unwind(read).unwrap_or_else(|_| failed())
    }

    fn understood(written: &str) -> Self {
        let text = &*calm(written);
        let read = language::read(text);
        let quoted = quotes::scan(text);
        let told = attribute::attributions(text, &read, &quoted);
        let statements = Statements::of(text, &read, &quoted);
        let facts = |sentence: &Sentence| statements.facts(sentence.range, sentence.range);
        let facts = read.sentences.iter().map(facts).collect();
        let clauses = clauses::clauses(text, &read, &statements, &told);
        let Told { said, subjects, .. } = told;
        let plain = is_plain(written, &said);
        Self { text: read, quoted, facts, clauses, said, subjects, plain, unread: None }
    }

    /// The clauses of the sentence at `range`; none where it is all one.
    pub fn clauses_in(&self, range: TextRange) -> &[Clause] {
        let first = self.clauses.partition_point(|clause| clause.range.start < range.start);
        let past = self.clauses.partition_point(|clause| clause.range.end <= range.end);
        self.clauses.get(first..past).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_fails_takes_its_paragraph_alone() {
        let failed = Paragraph::guarded(|| panic!("on purpose"));
        assert_eq!(failed.unread, Some(Unread::Failed));
        let told = "“No,” said Ann Lee.";
        let read = Paragraph::guarded(|| Paragraph::understood(told));
        assert_eq!((read.unread, read.quoted.len()), (None, 1));
    }

    #[test]
    fn a_paragraph_without_end_is_not_read() {
        let told = "“No,” said Ann Lee. ";
        let fits = told.repeat(LONGEST / told.len());
        assert_eq!(Paragraph::read(&fits).unread, None);
        assert_eq!(Paragraph::read(&(fits + told)).unread, Some(Unread::TooLong));
    }
}
