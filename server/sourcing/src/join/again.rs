//! What an edit leaves of the attributions.
//!
//! Paragraphs are joined one after another, since who speaks in one rests on who spoke before it. Each
//! keeps what came out of it. After an edit that changed no name, a paragraph
//! is joined again only where it or a neighbour that it looks at has changed, or where it begins with
//! something else than before; mostly that is so for one paragraph or two.

use super::Floor;
use crate::{Attribution, Reading, cast::Memory};
use std::{iter, sync::Arc};

/// What a paragraph begins with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stage {
    pub floor: Floor,
    /// The last block in which somebody was quoted.
    pub quoted_in: Option<usize>,
    pub memory: Memory,
}

/// One paragraph, joined.
#[derive(Debug, Clone)]
pub struct Joined {
    /// What the next one begins with.
    pub after: Arc<Stage>,
    /// What is said in it.
    pub said: Arc<[Arc<Attribution>]>,
}

impl Joined {
    /// A paragraph in which nobody speaks.
    pub fn silent(stage: &Arc<Stage>) -> Self {
        Self { after: Arc::clone(stage), said: Arc::default() }
    }
}

/// Blocks before one that it looks at.
const BEFORE: usize = 2;

/// Blocks behind one that it looks at.
const BEHIND: usize = 1;

/// An earlier reading that has the same names and the same script.
pub struct Known<'a> {
    pub reading: &'a Reading,
    /// For each block, whether it is the one that stood in its place.
    same: Vec<bool>,
}

impl<'a> Known<'a> {
    /// That of an article of whose blocks `same` tells whether they were there.
    pub fn new(reading: &'a Reading, same: Vec<bool>) -> Self {
        Self { reading, same }
    }

    /// The blocks that are not those that stood in their places.
    pub fn edited(&self) -> impl Iterator<Item = usize> {
        self.same.iter().enumerate().filter(|(_, same)| !**same).map(|(block, _)| block)
    }

    /// The paragraph that begins with `stage`, if joining it would give the same again.
    pub fn at(&self, block: usize, stage: &Arc<Stage>) -> Option<&'a Joined> {
        let joined = &self.reading.joined;
        let known = joined.get(block)?;
        let is_same = |block: usize| self.same.get(block).copied().unwrap_or(false);
        let (first, last) = (block.saturating_sub(BEFORE), block + BEHIND);
        let ends = iter::once(joined.len() == self.same.len() || last < self.same.len());
        let around = (first..=last).take_while(|&at| at < self.same.len()).map(is_same);
        let looks_at = stage.floor.0.iter().map(|place| is_same(place.block));
        let begins = block.checked_sub(1).is_none_or(|before| {
            let known = &joined[before].after;
            Arc::ptr_eq(known, stage) || known == stage
        });
        (begins && ends.chain(around).chain(looks_at).all(|same| same)).then_some(known)
    }
}
