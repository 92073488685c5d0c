//! What a rule may look at.

use crate::Settings;
use coverage::Coverage;
use sourcing::Reading;

/// What a rule may look at.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The article under check.
    pub reading: &'a Reading,
    /// What the other outlets have.
    pub coverage: &'a Coverage,
    /// The newsroom's settings.
    pub settings: &'a Settings,
}
