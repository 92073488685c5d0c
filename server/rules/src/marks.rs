//! What rules that look at one paragraph alone have marked in each.

use crate::Rule;
use article::Changed;
use language::TextRange;
use sourcing::{Place, Reading};
use std::{collections::BTreeMap, sync::Arc};

/// What rules that look at one paragraph alone have marked in each: kept with an article, so that
/// after an edit only the paragraphs that changed are looked at.
#[derive(Debug, Default)]
pub struct Marks {
    /// For each rule, by its id, one for each block: its marks, or nothing where it has not looked.
    by_rule: BTreeMap<&'static str, Vec<Option<Box<[TextRange]>>>>,
}

impl Marks {
    /// Those of `reading`, as far as its paragraphs were looked at in an earlier one.
    pub(crate) fn again(reading: &Reading, previous: Option<(&Reading, &Self)>) -> Self {
        let Some((before, marks)) = previous else { return Self::default() };
        let changed = Changed::list(&before.paragraphs, &reading.paragraphs, Arc::ptr_eq);
        let kept = |old: &Vec<Option<Box<[TextRange]>>>| {
            let blocks = 0..reading.paragraphs.len();
            blocks.map(|at| old.get(changed.old(at)?)?.clone()).collect()
        };
        Self { by_rule: marks.by_rule.iter().map(|(rule, old)| (*rule, kept(old))).collect() }
    }

    /// Where `mark` finds something in the copy, in order.
    pub(crate) fn places<'a>(
        &'a mut self,
        rule: &Rule,
        mark: fn(&str) -> Vec<TextRange>,
        reading: &'a Reading,
    ) -> impl Iterator<Item = Place> + use<'a> {
        let blocks = &reading.article.blocks;
        let marked = self.by_rule.entry(rule.id).or_default();
        marked.resize(blocks.len(), None);
        for ((marked, block), paragraph) in marked.iter_mut().zip(blocks).zip(&reading.paragraphs) {
            if marked.is_none() && block.is_copy() && paragraph.unread.is_none() {
                *marked = Some(mark(&block.text).into());
            }
        }
        let places = marked.iter().zip(blocks).enumerate();
        places.filter(|(_, (_, block))| block.is_copy()).flat_map(|(block, (marked, _))| {
            marked.iter().flatten().map(move |&range| Place { block, range })
        })
    }
}
