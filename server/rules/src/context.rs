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

impl<'a> Context<'a> {
    /// The blocks that may be checked, with their index and text.
    pub(crate) fn copy(&self) -> impl Iterator<Item = (usize, &'a str)> {
        let blocks = self.reading.article.blocks.iter().enumerate();
        blocks.filter(|(_, block)| block.is_copy()).map(|(index, block)| (index, &*block.text))
    }
}
