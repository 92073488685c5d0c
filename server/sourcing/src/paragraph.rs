//! One paragraph, read from its text alone, so that it can be kept while other paragraphs change.

use language::Text;

/// What the text of one block says, whatever surrounds it.
#[derive(Debug, Clone, Default)]
pub struct Paragraph {
    /// Its words.
    pub text: Text,
}

impl Paragraph {
    /// Reads the text of one block.
    pub fn read(text: &str) -> Self {
        Self { text: language::read(text) }
    }
}
