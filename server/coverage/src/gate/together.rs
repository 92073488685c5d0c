//! Which candidates tell our story, judged together.
//!
//! Two articles alone may leave a doubt: one has three sentences, one leads with the inquest and one
//! with the funeral. Among others the doubt goes: what tells our story is like most that tell it, and
//! what tells of its twin is like those that tell of that one. So we and the candidates nearest to us
//! are joined into groups, always the two whose articles are likeliest of one story on the average;
//! who is in ours tells our story.

use crate::gate;

/// Candidates that are grouped with us. The others are held against our group, so that a newsroom
/// full of one story costs little more.
const GROUPED: usize = 6;
/// Below this evidence a candidate tells another story, whoever tells ours.
const FAR: f32 = -6.0;
/// From this evidence on it tells our story, whoever else does: what reports two stories is like one
/// article of each.
const SURE: f32 = 3.0;
/// The evidence of two articles counts as this at most, so that two prints of one wire do not
/// outweigh all others.
const MOST: f32 = 6.0;

/// For each candidate whether it tells our story. It takes the evidence that each does, and that two
/// of them tell one.
pub(crate) fn with_us(ours: &[f32], between: impl Fn(usize, usize) -> f32) -> Vec<bool> {
    let mut near: Vec<usize> = (0..ours.len()).filter(|&at| FAR <= ours[at]).collect();
    near.sort_by(|&a, &b| ours[b].total_cmp(&ours[a]).then(a.cmp(&b)));
    // We are article 0, the candidates follow from the nearest on.
    let evidence = |one: usize, other: usize| match (one.min(other), one.max(other)) {
        (0, other) => ours[near[other - 1]],
        (one, other) => between(near[one - 1], near[other - 1]),
    };
    let group = our_group(near.len().min(GROUPED), &evidence);
    let mut with_us = vec![false; ours.len()];
    for (at, &candidate) in near.iter().enumerate() {
        let article = at + 1;
        with_us[candidate] = SURE <= ours[candidate]
            || if article <= GROUPED {
                group.contains(&article)
            } else {
                gate::YES <= mean(&group, &[article], &evidence)
            };
    }
    with_us
}

/// Article 0 and those of the next `others` that are grouped with it.
fn our_group(others: usize, evidence: &impl Fn(usize, usize) -> f32) -> Vec<usize> {
    let mut groups: Vec<Vec<usize>> = (0..=others).map(|article| vec![article]).collect();
    while let Some((one, other)) = likeliest(&groups, evidence) {
        let joined = groups.remove(other);
        groups[one].extend(joined);
    }
    groups.swap_remove(0)
}

/// The two groups most likely of one story, the earlier first; none where all are of different ones.
fn likeliest(
    groups: &[Vec<usize>],
    evidence: &impl Fn(usize, usize) -> f32,
) -> Option<(usize, usize)> {
    let pairs = (0..groups.len()).flat_map(|other| (0..other).map(move |one| (one, other)));
    let judged =
        pairs.map(|(one, other)| (mean(&groups[one], &groups[other], evidence), one, other));
    let best = judged.reduce(|best, next| if best.0 < next.0 { next } else { best });
    best.filter(|best| gate::YES <= best.0).map(|(_, one, other)| (one, other))
}

/// The mean evidence that an article of one group and one of the other tell one story.
fn mean(one: &[usize], other: &[usize], evidence: &impl Fn(usize, usize) -> f32) -> f32 {
    let pairs = one.iter().flat_map(|&one| other.iter().map(move |&other| (one, other)));
    let sum: f32 = pairs.map(|(one, other)| evidence(one, other).clamp(-MOST, MOST)).sum();
    sum / (one.len() * other.len()) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `evidence` has a row for each article after us, of its evidence with us and with those before
    /// it; `with_us` those that tell our story.
    #[track_caller]
    fn check(evidence: &[&[f32]], with_us: &[bool]) {
        let ours: Vec<f32> = evidence.iter().map(|row| row[0]).collect();
        let between = |one: usize, other: usize| evidence[one.max(other)][one.min(other) + 1];
        assert_eq!(super::with_us(&ours, between), with_us);
    }

    #[test]
    fn two_articles_alone_decide_for_themselves() {
        check(&[], &[]);
        check(&[&[0.5]], &[true]);
        check(&[&[-0.5]], &[false]);
    }

    #[test]
    fn company_settles_a_doubt() {
        // A short report that is like the other two.
        check(&[&[4.0], &[2.0, 3.0], &[-1.0, 2.0, 2.0]], &[true, true, true]);
        // Like us by chance, and not like the others.
        check(&[&[4.0], &[2.0, 3.0], &[1.0, -4.0, -3.0]], &[true, true, false]);
    }

    #[test]
    fn a_twin_stays_with_its_own() {
        check(&[&[2.0], &[1.0, -3.0], &[-4.0, -5.0, 5.0]], &[true, false, false]);
    }

    #[test]
    fn a_report_of_two_stories_tells_both() {
        check(&[&[4.0], &[3.5, -5.0]], &[true, true]);
    }

    #[test]
    fn what_is_far_is_not_asked_for() {
        super::with_us(&[5.0, -7.0], |_, _| panic!("a far candidate was compared"));
    }

    #[test]
    fn more_than_are_grouped_are_held_against_the_group() {
        let mut rows: Vec<Vec<f32>> = (0..GROUPED).map(|before| vec![5.0; before + 1]).collect();
        let beside = |evidence: f32| [vec![1.0], vec![evidence; GROUPED]].concat();
        rows.push(beside(1.0));
        rows.push([beside(-2.0), vec![0.0]].concat());
        let rows: Vec<&[f32]> = rows.iter().map(Vec::as_slice).collect();
        let mut expected = vec![true; GROUPED + 1];
        expected.push(false);
        check(&rows, &expected);
    }
}
