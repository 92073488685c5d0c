//! Whether two articles tell one story.
//!
//! Similar words are not enough: two earthquakes share most of theirs. What tells the same event
//! is that both lead with the same, that single sentences share many rare words at once, and that
//! the anchors agree: whom and what they name most, numbers, days and ages. What each of these is
//! worth stands in `data/story-gate.txt`, with how it was fitted.

pub(crate) mod anchors;
pub(crate) mod people;
pub(crate) mod together;
pub(crate) mod topic;

use crate::{
    gate::anchors::Anchors,
    words::{
        vectors::Vectors,
        weights::{Likeness, Vector},
    },
};
use language::data;
use std::{collections::HashMap, ops::RangeInclusive, sync::LazyLock};

/// From this evidence on two articles are taken to tell one story.
pub(crate) const YES: f32 = 0.0;

/// What each sign is worth, in order of the signs.
static WORTH: LazyLock<[f32; SIGNS]> = LazyLock::new(|| {
    let entries = data::entries(include_str!("../data/story-gate.txt"));
    let fitted: HashMap<&str, &str> = entries.filter_map(|line| line.split_once(' ')).collect();
    let worth = |sign: &str| fitted.get(sign).and_then(|worth| worth.parse().ok());
    let nothing = Anchors::default();
    signs((&nothing, &[]), &nothing).map(|(sign, _)| worth(sign).unwrap_or_default())
});

const SIGNS: usize = 22;

/// Sentences of ours that stand for all: those that share most rare words with one of theirs.
const STRONGEST: usize = 5;

/// The most that one of our sentences has in common with one of another article's.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row(Likeness);

impl Row {
    /// Those of all our sentences.
    pub(crate) fn all(ours: &Vectors, theirs: &Vectors) -> Vec<Self> {
        ours.lines.iter().map(|line| Self::of(line, theirs)).collect()
    }

    pub(crate) fn of(line: &Vector, theirs: &Vectors) -> Self {
        let mut nearest = Likeness::default();
        for likeness in theirs.beside(line) {
            nearest.cosine = nearest.cosine.max(likeness.cosine);
            nearest.strength = nearest.strength.max(likeness.strength);
        }
        Self(nearest)
    }
}

/// What speaks for one story and what against it, as the logarithm of the odds. Of us it takes our
/// sentences beside theirs.
pub(crate) fn evidence((ours, rows): (&Anchors, &[Row]), theirs: &Anchors) -> f32 {
    let signs = signs((ours, rows), theirs);
    signs.iter().zip(&*WORTH).map(|((_, value), worth)| worth * value).sum()
}

/// How sure it is that both tell one story, 0..=1; 0.5 is yes.
pub(crate) fn sure(evidence: f32) -> f32 {
    1.0 / (1.0 + (-evidence).exp())
}

/// What speaks for and against one story.
fn signs((ours, rows): (&Anchors, &[Row]), theirs: &Anchors) -> [(&'static str, f32); SIGNS] {
    let closest = rows.iter().map(|row| row.0.cosine).fold(0.0, f32::max);
    let ties = ours.ties(theirs);
    let days = ours.days_from(theirs);
    let within = |range: RangeInclusive<i32>| {
        if days.is_some_and(|days| range.contains(&days)) { 1.0 } else { 0.0 }
    };
    [
        ("bias", 1.0),
        ("closest", (closest + 0.02).ln()),
        ("strength", strength(rows)),
        ("longer", (ties.longer as f32 + 10.0).ln()),
        ("lead", ties.overlap.lead),
        ("headline", ties.overlap.headline),
        ("main", ties.overlap.main),
        ("kept", ties.overlap.kept),
        ("absent", ties.overlap.absent),
        ("rarest", ties.overlap.rarest.sqrt()),
        ("person", ties.company.person),
        ("leading", ties.company.leading),
        ("cast", ties.company.cast),
        ("numbers", ties.numbers),
        ("tolls", ties.tolls),
        ("ages", ties.ages),
        ("scores", ties.scores),
        ("days", ties.days),
        ("dated", within(0..=2)),
        ("week", within(3..=7)),
        ("later", days.map_or(0.0, |days| (days as f32 / 7.0).max(1.0).ln())),
        ("year", within(300..=i32::MAX)),
    ]
}

/// How many rare words the strongest sentences share with one of theirs, on the average.
fn strength(rows: &[Row]) -> f32 {
    let mut best = [0.0; STRONGEST];
    for row in rows {
        let mut next = row.0.strength;
        for known in &mut best {
            (*known, next) = (next.max(*known), next.min(*known));
        }
    }
    best.iter().sum::<f32>() / rows.len().clamp(1, STRONGEST) as f32
}
