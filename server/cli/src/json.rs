//! Shapes of the machine contract that several commands share.

use article::Span;
use rules::Severity;
use serde_json::{Value, json};

/// Converts byte offsets of a text to code points.
pub struct CodePoints<'a> {
    text: &'a str,
    /// Code points before every 64th byte boundary.
    steps: Vec<usize>,
}

const STEP: usize = 64;

impl<'a> CodePoints<'a> {
    /// Counts `text` once.
    pub fn of(text: &'a str) -> Self {
        let mut steps = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0;
        for (at, byte) in text.bytes().enumerate() {
            if at % STEP == 0 {
                steps.push(count);
            }
            count += usize::from(byte & 0b1100_0000 != 0b1000_0000);
        }
        steps.push(count);
        Self { text, steps }
    }

    /// Code points before byte `at`.
    pub fn offset(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        let from = at / STEP * STEP;
        let rest = self.text.as_bytes()[from..at].iter();
        self.steps[at / STEP] + rest.filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count()
    }

    /// A span as `[start, end]`.
    pub fn pair(&self, span: Span) -> Value {
        json!([self.offset(span.start), self.offset(span.end)])
    }
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
