//! Whether two articles tell one story.
//!
//! Similar words are not enough: two earthquakes share most of theirs. What tells the same event
//! is that the openings find their like in the other article, that single sentences share many
//! rare words at once, and that the anchors agree: main names, numbers, years, days and ages. The
//! weights below were fitted by logistic regression on pairs of news articles about the same event
//! and about others (ECB+ train, BASIL), and rounded.

use crate::{
    anchors::Anchors,
    story::{Grid, Story},
};

/// From here on two articles are taken to tell one story.
pub(crate) const YES: f32 = 0.5;

/// Days between the dates of two articles on one story.
const WINDOW_DAYS: i32 = 7;

/// Sentences of an opening.
const OPENING: usize = 3;

/// What nothing known either way is worth.
const BIAS: f32 = 1.8;

/// Below this the whole articles have so little in common that sentences need not be compared.
const UNLIKE: f32 = 0.03;

/// Whether two articles are told apart without a look at their sentences.
pub(crate) fn apart(ours: &Story, theirs: &Story) -> bool {
    days_between(ours, theirs).is_some_and(|days| days > WINDOW_DAYS)
        || ours.vectors.whole.likeness(&theirs.vectors.whole).cosine < UNLIKE
}

/// How sure it is that both tell one story, 0..=1; 0.5 is yes.
pub(crate) fn same_story(
    (ours, our_anchors): (&Story, &Anchors),
    (theirs, their_anchors): (&Story, &Anchors),
    grid: &Grid,
) -> f32 {
    if apart(ours, theirs) {
        return 0.0;
    }
    let opening = opening(grid.rows().map(|row| row.iter().map(|cell| cell.cosine)))
        .min(opening(grid.columns().map(|column| column.map(|cell| cell.cosine))));
    let closest = grid.rows().flatten().map(|cell| cell.cosine).fold(0.0, f32::max);
    let longer = ours.vectors.lines.len().max(theirs.vectors.lines.len()) as f32;
    let days = days_between(ours, theirs);
    let dates = days.map_or(0.0, |days| if days <= 2 { 2.0 } else { 1.0 });
    let ties = our_anchors.ties(their_anchors);
    let evidence = BIAS
        + dates
        + 1.3 * (opening + 0.02).ln()
        + 1.3 * (closest + 0.02).ln()
        + 0.07 * strength(grid)
        - 1.2 * (longer + 1.0).ln()
        + 2.9 * ties.names
        + 0.7 * ties.rarest.sqrt()
        + 2.2 * ties.numbers
        - 1.2 * ties.years
        - 0.9 * ties.days
        - 0.9 * ties.ages;
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
