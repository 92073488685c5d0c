//! The door of the room: a context in, sorted findings out.

use crate::{Context, Diagnostic, leaves_quotes_alone, registry};

/// All findings, sorted by place and rule, with the severities of the settings.
pub fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in registry::ALL {
        if !context.settings.is_off(rule) {
            (rule.check)(context, &mut found);
        }
    }
    found.retain_mut(|finding| {
        let severity = registry::find(finding.rule)
            .and_then(|rule| context.settings.severity(rule, finding.severity));
        if let Some(severity) = severity {
            finding.severity = severity;
            finding.fixes.retain(|fix| leaves_quotes_alone(context.reading, &fix.edits));
        }
        severity.is_some()
    });
    found.sort_by_key(|finding| (finding.span, finding.rule));
    found
}
