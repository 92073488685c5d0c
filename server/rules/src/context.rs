//! What a rule may look at.

use crate::{Settings, rules::across::Disputed};
use coverage::Coverage;
use sourcing::{Place, Reading};
use std::{cell::OnceCell, collections::BTreeMap};

/// What a rule may look at.
#[derive(Debug)]
pub struct Context<'a> {
    /// The article under check.
    pub reading: &'a Reading,
    /// What the other outlets have.
    pub coverage: &'a Coverage,
    /// The newsroom's settings.
    pub settings: &'a Settings,
    /// What others have differently, gathered when the first rule asks.
    pub(crate) disputed: OnceCell<BTreeMap<Place, Disputed<'a>>>,
}

impl<'a> Context<'a> {
    /// An article, what others have of its story, and the newsroom's settings.
    pub fn new(reading: &'a Reading, coverage: &'a Coverage, settings: &'a Settings) -> Self {
        Self { reading, coverage, settings, disputed: OnceCell::new() }
    }

    /// The blocks that may be checked, with their index and text: those that were read.
    pub(crate) fn copy(&self) -> impl Iterator<Item = (usize, &'a str)> {
        let Reading { article, paragraphs, .. } = self.reading;
        let blocks = article.blocks.iter().zip(paragraphs).enumerate();
        let read = blocks.filter(|(_, (block, it))| block.is_copy() && it.unread.is_none());
        read.map(|(index, (block, _))| (index, &*block.text))
    }
}
