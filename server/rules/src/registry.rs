//! All rules.

use crate::{
    Context, Diagnostic, Severity,
    rules::{across, dates, marks, names, numbers, quotes, sourcing},
};

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

/// Every rule, in order of id.
pub static ALL: &[&Rule] = &[
    &dates::weekday::RULE,
    &names::spelling::RULE,
    &numbers::malformed::RULE,
    &quotes::speakerless::RULE,
    &quotes::other_words::RULE,
    &quotes::other_speaker::RULE,
    &quotes::unbalanced::RULE,
    &quotes::lost_tag::RULE,
    &sourcing::unsourced::RULE,
    &sourcing::single_anonymous::RULE,
    &sourcing::bare_sources::RULE,
    &sourcing::vague::RULE,
    &sourcing::reportedly::RULE,
    &sourcing::unknown_speaker::RULE,
    &marks::unfinished::RULE,
    &across::conflict::RULE,
    &across::update::RULE,
];

/// The rule with this id, in any case.
pub fn find(id: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.id.eq_ignore_ascii_case(id))
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
