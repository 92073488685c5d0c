//! Whether two articles tell one story.
//!
//! Similar words are not enough: two earthquakes share most of theirs. What tells the same event
//! is that the openings find their like in the other article, and that single sentences share
//! many rare words at once. The weights below were fitted by logistic regression on pairs of news
//! articles about the same event and about others (ECB+ train, BASIL), and rounded.

use crate::{
    scene::Scene,
    story::{Grid, Story},
};
use language::MentionKind;
use std::collections::BTreeSet;

/// From here on two articles are taken to tell one story.
pub(crate) const YES: f32 = 0.5;

/// Days between the dates of two articles on one story.
const WINDOW_DAYS: i32 = 7;

/// Sentences of an opening.
const OPENING: usize = 3;

/// Below this the whole articles have so little in common that sentences need not be compared.
const UNLIKE: f32 = 0.04;

/// Whether two articles are told apart without a look at their sentences.
pub(crate) fn apart(ours: &Story, theirs: &Story) -> bool {
    days_between(ours, theirs).is_some_and(|days| days > WINDOW_DAYS)
        || ours.whole.likeness(&theirs.whole).cosine < UNLIKE
}

/// How sure it is that both tell one story, 0..=1; 0.5 is yes.
pub(crate) fn same_story(ours: &Story, theirs: &Story, grid: &Grid) -> f32 {
    if apart(ours, theirs) {
        return 0.0;
    }
    let whole = ours.whole.likeness(&theirs.whole).cosine;
    let opening = opening(grid.rows().map(|row| row.iter().map(|cell| cell.cosine)))
        .min(opening(grid.columns().map(|column| column.map(|cell| cell.cosine))));
    let strength = strength(grid);
    let longer = ours.lines.len().max(theirs.lines.len()) as f32;
    let dates = days_between(ours, theirs).map_or(0.0, |days| if days <= 2 { 2.0 } else { 1.0 });
    let evidence = 9.4 - contradiction(ours, theirs)
        + dates
        + 1.8 * (whole + 0.02).ln()
        + 4.1 * (opening + 0.02).ln()
        + 0.22 * strength
        - 1.3 * (longer + 1.0).ln();
    1.0 / (1.0 + (-evidence).exp())
}

fn days_between(ours: &Story, theirs: &Story) -> Option<i32> {
    let days = ours.date?.until(theirs.date?).ok()?.get_days();
    Some(days.abs())
}

/// How well the first sentences of one article find their like in the other.
fn opening(sentences: impl Iterator<Item = impl Iterator<Item = f32>>) -> f32 {
    let best: Vec<f32> =
        sentences.take(OPENING).map(|likenesses| likenesses.fold(0.0, f32::max)).collect();
    best.iter().sum::<f32>() / best.len().max(1) as f32
}

/// The mean of the five sentences of ours that share most rare words with one of theirs.
fn strength(grid: &Grid) -> f32 {
    let mut best: Vec<f32> =
        grid.rows().map(|row| row.iter().map(|cell| cell.strength).fold(0.0, f32::max)).collect();
    best.sort_by(|a, b| b.total_cmp(a));
    best.truncate(5);
    best.iter().sum::<f32>() / best.len().max(1) as f32
}

/// How much the openings speak against one story: they name nobody and no place in common, or
/// places and none of them in common.
fn contradiction(ours: &Story, theirs: &Story) -> f32 {
    let apart = |a: BTreeSet<u64>, b: BTreeSet<u64>| {
        !a.is_empty() && !b.is_empty() && a.intersection(&b).next().is_none()
    };
    let names = if apart(names(ours), names(theirs)) { 3.0 } else { 0.0 };
    let places = if apart(places(ours), places(theirs)) { 1.5 } else { 0.0 };
    names + places
}

/// Terms of the names in the opening.
fn names(story: &Story) -> BTreeSet<u64> {
    (0..OPENING).flat_map(|sentence| Scene::of(story.reading, sentence).names).collect()
}

/// Places named in the opening.
fn places(story: &Story) -> BTreeSet<u64> {
    let reading = story.reading;
    let places = reading.names.iter().filter(|name| name.kind == MentionKind::Place);
    let opening = places.filter(|name| reading.sentence_at(name.name) < Some(OPENING));
    opening.map(|name| language::terms::hash(&reading.words(name.name).to_lowercase())).collect()
}
