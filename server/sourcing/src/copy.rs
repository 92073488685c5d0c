//! One paragraph while it is read: what the finders look at, and what they have found.

use crate::{
    lexicon::Class,
    unit::{self, Unit},
};
use language::{Mention, MentionKind};
use std::ops::Range;

/// One paragraph while it is read.
pub struct Copy<'t> {
    /// Its units.
    pub units: Vec<Unit<'t>>,
    /// Its sentences, as ranges of units.
    pub sentences: Vec<Range<usize>>,
    /// Its names.
    pub names: &'t [Mention],
    /// What was found so far, in order of cue.
    pub found: Vec<Found>,
    /// For each unit, the attribution in whose content it lies, the last one found.
    governors: Vec<Option<usize>>,
    /// Units that belong to a source and attribute nothing further.
    closed: Vec<Range<usize>>,
}

/// An attribution as ranges of units.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Units of the source.
    pub source: Option<Range<usize>>,
    /// Units of the cue.
    pub cue: Range<usize>,
    /// Units of the content.
    pub content: Vec<Range<usize>>,
    /// What the cue does.
    pub class: Option<Class>,
    /// Whether the source must be looked for elsewhere.
    pub carried: bool,
    /// Units that say through whom it reached the writer.
    pub via: Option<Range<usize>>,
    /// The attribution in whose content its cue stands, as an index into what was found.
    pub within: Option<usize>,
}

impl<'t> Copy<'t> {
    /// A paragraph of which nothing was found yet.
    pub fn new(units: Vec<Unit<'t>>, names: &'t [Mention]) -> Self {
        let sentences = unit::sentences(&units);
        let governors = vec![None; units.len()];
        Self { units, sentences, names, found: Vec::new(), governors, closed: Vec::new() }
    }

    /// Whether a unit lies in content that was found.
    pub fn covered(&self, unit: usize) -> bool {
        self.governor(unit).is_some()
    }

    /// The attribution in whose content a unit lies, the last one found.
    pub fn governor(&self, unit: usize) -> Option<usize> {
        self.governors.get(unit).copied().flatten()
    }

    /// What the name is that ends where these units end.
    pub fn names(&self, units: &Range<usize>) -> Option<MentionKind> {
        let end = units.end.checked_sub(1).and_then(|last| self.units.get(last))?.range.end;
        let past = self.names.partition_point(|n| n.range.end < end);
        self.names.get(past).filter(|n| n.range.start < end).map(|n| n.kind)
    }

    /// Whether the paragraph is one sentence without a full stop, as headlines are.
    pub fn is_headline(&self) -> bool {
        self.sentences.len() == 1
            && self.units.last().is_some_and(|u| {
                !u.any(&[".", ":", "…"]) && (u.quote.is_none() || !u.text.ends_with(['.', ',']))
            })
    }

    /// Takes an attribution in.
    pub fn push(&mut self, found: Found) {
        let index = self.found.len();
        for range in found.content.clone() {
            self.govern(range, index);
        }
        self.found.push(found);
    }

    /// Gives more content to an attribution found before.
    pub fn extend(&mut self, index: usize, range: Range<usize>) {
        self.govern(range.clone(), index);
        self.found[index].content.push(range);
    }

    /// The attribution that hands on, at last, what one says.
    pub fn outermost(&self, mut index: usize) -> usize {
        while let Some(outer) = self.found[index].within.filter(|&i| self.found[i].source.is_some())
        {
            index = outer;
        }
        index
    }

    /// Marks units as part of a source: what stands there attributes nothing further.
    pub fn close(&mut self, range: Range<usize>) {
        self.closed.push(range);
    }

    /// Whether a unit belongs to a source that was set off.
    pub fn closed(&self, unit: usize) -> bool {
        self.closed.iter().rev().take(4).any(|range| range.contains(&unit))
    }

    fn govern(&mut self, range: Range<usize>, index: usize) {
        if let Some(units) = self.governors.get_mut(range) {
            units.fill(Some(index));
        }
    }
}
