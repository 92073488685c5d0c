//! What a rule is.

use crate::{Context, Diagnostic, Severity};
use language::TextRange;
use sourcing::Place;

/// A rule: what it is, and how it looks.
#[derive(Debug)]
pub struct Rule {
    /// "SRC001".
    pub id: &'static str,
    /// "unsourced claim".
    pub name: &'static str,
    /// Severity of its gravest findings, before settings.
    pub severity: Severity,
    /// The file it is written in, whose head is its documentation.
    pub source: &'static str,
    /// How it finds what it reports.
    pub check: Check,
}

/// How a rule finds what it reports.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// It looks at the whole article.
    Article(fn(&Context<'_>, &mut Vec<Diagnostic>)),
    /// It looks at the words of one paragraph alone, whatever surrounds them: it marks some, and what
    /// it reports of a mark depends on nothing else. Marks are kept while their paragraph is.
    Paragraph(fn(&str) -> Vec<TextRange>, fn(&Context<'_>, Place) -> Diagnostic),
}

impl Rule {
    /// Its documentation in Markdown: the comment at the head of its file.
    pub fn docs(&self) -> String {
        self.source
            .lines()
            .map_while(|line| line.strip_prefix("//!"))
            .flat_map(|line| [line.strip_prefix(' ').unwrap_or(line), "\n"])
            .collect()
    }
}
