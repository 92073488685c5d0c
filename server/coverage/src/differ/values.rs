//! Numbers that fill one slot in our article and in its reports, whether they differ or not: how a
//! toll rose from one report to the next.

use crate::Coverage;
use sourcing::{Place, Reading};
use std::sync::Arc;

/// A number of ours beside the one that fills its slot in a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Value {
    /// The sentence of ours, as an index into [`Coverage::points`].
    pub sentence: usize,
    /// The report, as an index into the point's reports.
    pub report: usize,
    /// Ours.
    pub here: Place,
    /// Theirs.
    pub there: Place,
    /// Whether theirs is an older state of what grows, so that ours is the update.
    pub superseded: bool,
}

/// The numbers of `reading` that its reports have too, in order.
pub fn values(reading: &Reading, coverage: &Coverage) -> Vec<Value> {
    let Some(memory) = &coverage.memory else { return Vec::new() };
    let (pool, ours) = (&memory.pool, &memory.ours.facts.slots);
    let date = reading.article.metadata.date();
    let mut values = Vec::new();
    for (sentence, point) in coverage.points.iter().enumerate() {
        for (index, report) in point.reports.iter().enumerate() {
            let entry = coverage.tellers.get(report.teller).map(|teller| &teller.entry);
            let mut others = pool.others.iter();
            let other = entry.and_then(|it| others.find(|other| Arc::ptr_eq(&other.entry, it)));
            let Some(other) = other else { continue };
            let later = date.zip(other.entry.date).map(|(here, there)| there.cmp(&here));
            let slots = &other.telling(&pool.weights).facts.slots;
            let found = ours.counterparts(sentence, slots, report.sentence, later);
            values.extend(found.into_iter().map(|it| Value {
                sentence,
                report: index,
                here: it.here,
                there: it.there,
                superseded: it.superseded,
            }));
        }
    }
    values
}
