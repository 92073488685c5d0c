//! Whether two articles tell one story.
//!
//! Similar words are not enough: two earthquakes share most of theirs. What tells the same event
//! is that the openings find their like in the other article, that single sentences share many
//! rare words at once, and that the anchors agree: main names, numbers, years, days and ages. The
//! weights below were fitted by logistic regression on pairs of news articles about the same event
//! and about others (ECB+ train, BASIL), and rounded.

use crate::{anchors::Anchors, weights::Likeness};

/// From here on two articles are taken to tell one story.
pub(crate) const YES: f32 = 0.5;

/// Sentences of an opening.
const OPENING: usize = 3;

/// What nothing known either way is worth.
const BIAS: f32 = 1.8;

/// How one of our sentences stands beside all of another article.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    /// The most that it has in common with one of theirs.
    nearest: Likeness,
    /// Cosines with the first of theirs.
    opening: [f32; OPENING],
}

impl Row {
    pub(crate) fn of(beside: &[Likeness]) -> Self {
        let mut row = Self { nearest: Likeness::default(), opening: [0.0; OPENING] };
        for (at, likeness) in beside.iter().enumerate() {
            row.nearest.cosine = row.nearest.cosine.max(likeness.cosine);
            row.nearest.strength = row.nearest.strength.max(likeness.strength);
            if let Some(cosine) = row.opening.get_mut(at) {
                *cosine = likeness.cosine;
            }
        }
        row
    }
}

/// How sure it is that both tell one story, 0..=1; 0.5 is yes. Of us it takes our sentences beside
/// theirs, of them how many they have.
pub(crate) fn same_story(
    (ours, rows): (&Anchors, &[Row]),
    (theirs, lines): (&Anchors, usize),
) -> f32 {
    let column = |at: usize| rows.iter().map(|row| row.opening[at]).fold(0.0, f32::max);
    let ours_met = mean(rows.iter().take(OPENING).map(|row| row.nearest.cosine));
    let theirs_met = mean((0..OPENING.min(lines)).map(column));
    let closest = rows.iter().map(|row| row.nearest.cosine).fold(0.0, f32::max);
    let longer = rows.len().max(lines) as f32;
    let dates = ours.days_from(theirs).map_or(0.0, |days| if days <= 2 { 2.0 } else { 1.0 });
    let ties = ours.ties(theirs);
    let evidence = BIAS
        + dates
        + 1.3 * (ours_met.min(theirs_met) + 0.02).ln()
        + 1.3 * (closest + 0.02).ln()
        + 0.07 * strength(rows)
        - 1.2 * (longer + 1.0).ln()
        + 2.9 * ties.names
        + 0.7 * ties.rarest.sqrt()
        + 2.2 * ties.numbers
        - 1.2 * ties.years
        - 0.9 * ties.days
        - 0.9 * ties.ages;
    1.0 / (1.0 + (-evidence).exp())
}

/// The mean of the five sentences of ours that share most rare words with one of theirs.
fn strength(rows: &[Row]) -> f32 {
    let mut best: Vec<f32> = rows.iter().map(|row| row.nearest.strength).collect();
    best.sort_by(|a, b| b.total_cmp(a));
    mean(best.into_iter().take(5))
}

fn mean(values: impl Iterator<Item = f32>) -> f32 {
    let (sum, count) = values.fold((0.0, 0), |(sum, count), value| (sum + value, count + 1));
    sum / count.max(1) as f32
}
