//! What a rule is.

use crate::{Context, Diagnostic, Severity};

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
    /// Adds its findings.
    pub check: fn(&Context<'_>, &mut Vec<Diagnostic>),
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
