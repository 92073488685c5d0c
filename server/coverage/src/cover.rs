//! The door of the room: a reading and candidates in, [`Coverage`] out.

use crate::{
    Coverage, Family, Point, Relation, Report, Teller,
    align::{self, Lines},
    weights::Weights,
};
use corpus::Candidates;
use sourcing::Reading;

/// Below this a sentence is not shown as a report of the same point.
const SHOWN: f32 = 0.25;

/// What `candidates` have of the story of `reading`.
pub fn cover(reading: &Reading, candidates: &Candidates) -> Coverage {
    let entries = &candidates.entries;
    let pool = entries.iter().flat_map(|entry| align::terms(&entry.reading));
    let weights = Weights::of(align::terms(reading).chain(pool));
    let ours = Lines::of(reading, &weights);
    let mut points = vec![Point::default(); reading.sentences.len()];
    let mut tellers = Vec::new();
    for entry in entries {
        let theirs = Lines::of(&entry.reading, &weights);
        for (point, matches) in points.iter_mut().zip(ours.align(&theirs)) {
            let best = matches.first().filter(|found| found.score >= SHOWN);
            point.reports.extend(best.map(|found| Report {
                teller: tellers.len(),
                sentence: found.there,
                score: found.score,
                relation: Relation::Related,
                differences: Vec::new(),
            }));
        }
        let family = tellers.len();
        tellers.push(Teller { entry: entry.clone(), same_story: 1.0, family });
    }
    for point in &mut points {
        point.reports.sort_by(|a, b| {
            b.relation
                .cmp(&a.relation)
                .then(b.score.total_cmp(&a.score))
                .then(a.teller.cmp(&b.teller))
        });
    }
    let families = (0..tellers.len())
        .map(|teller| Family { tellers: vec![teller], ..Family::default() })
        .collect();
    Coverage { tellers, families, points, gaps: candidates.gaps.clone(), ..Coverage::default() }
}
