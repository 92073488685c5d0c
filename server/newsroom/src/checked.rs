//! One article taken through every room.

use coverage::Coverage;
use rules::{Diagnostic, Marks};
use sourcing::Reading;
use std::sync::Arc;

/// One article taken through every room.
#[derive(Debug, Clone)]
pub struct Checked {
    /// What it says.
    pub reading: Arc<Reading>,
    /// What the others have.
    pub coverage: Arc<Coverage>,
    /// What to do about it, ignored findings left out.
    pub findings: Arc<Vec<Diagnostic>>,
    /// What the rules marked in each paragraph, for the next check.
    pub marks: Arc<Marks>,
}
