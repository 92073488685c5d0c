//! All rules.

use crate::{Context, Diagnostic, Severity};

/// A rule.
pub trait Rule: Sync {
    /// What it is.
    fn meta(&self) -> &'static Meta;

    /// Adds its findings to `out`.
    fn check(&self, context: &Context<'_>, out: &mut Vec<Diagnostic>);
}

/// What a rule is.
#[derive(Debug)]
pub struct Meta {
    /// "SRC001".
    pub id: &'static str,
    /// "unsourced claim".
    pub name: &'static str,
    /// Severity before settings.
    pub severity: Severity,
    /// The comment at the head of its file.
    pub docs: &'static str,
}

/// Every rule, in order of id.
pub static ALL: &[&dyn Rule] = &[];

/// The rule with this id, in any case.
pub fn find(id: &str) -> Option<&'static dyn Rule> {
    ALL.iter().copied().find(|rule| rule.meta().id.eq_ignore_ascii_case(id))
}
