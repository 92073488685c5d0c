//! Shapes of the machine contract that several commands share.

use article::{CodePoints, Span};
use rules::Severity;
use serde_json::{Value, json};

/// A span as `[start, end]` in code points.
pub fn pair(points: &CodePoints<'_>, span: Span) -> Value {
    json!([points.before(span.start), points.before(span.end)])
}

/// A severity as the contract and the messages name it.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Hint => "hint",
        Severity::Information => "information",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}
