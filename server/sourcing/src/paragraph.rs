//! One paragraph, read from its text alone, so that it can be kept while other paragraphs change.

use crate::{Quoted, quotes};
use language::Text;

/// What the text of one block says, whatever surrounds it.
#[derive(Debug, Clone, Default)]
pub struct Paragraph {
    /// Its words.
    pub text: Text,
    /// Its quoted regions, in order.
    pub quoted: Vec<Quoted>,
}

impl Paragraph {
    /// Reads the text of one block.
    pub fn read(text: &str) -> Self {
        Self { text: language::read(text), quoted: quotes::scan(text) }
    }
}
