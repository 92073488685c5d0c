//! The door of the room: a context in, sorted findings out.

use crate::{Context, Diagnostic, registry};

/// All findings, sorted by place and rule.
pub fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in registry::ALL {
        rule.check(context, &mut found);
    }
    found.sort_by_key(|finding| (finding.span, finding.rule));
    found
}
