//! The door of the room: a reading and candidates in, [`Coverage`] out.

use crate::{
    Coverage, Family, Point, Relation, Report, Teller, align, gate,
    story::{self, Grid, Story},
    weights::Weights,
};
use corpus::Candidates;
use sourcing::Reading;

/// Below this a sentence is not shown as a report of the same point.
const SHOWN: f32 = 0.25;

/// What `candidates` have of the story of `reading`.
pub fn cover(reading: &Reading, candidates: &Candidates) -> Coverage {
    let entries = &candidates.entries;
    let pool = entries.iter().flat_map(|entry| story::sentences(&entry.reading));
    let weights = Weights::of(story::sentences(reading).chain(pool));
    let ours = Story::of(reading, &weights);
    let mut points = vec![Point::default(); reading.sentences.len()];
    let mut tellers = Vec::new();
    for entry in entries {
        let theirs = Story::of(&entry.reading, &weights);
        if gate::apart(&ours, &theirs) {
            continue;
        }
        let grid = Grid::of(&ours, &theirs);
        let same_story = gate::same_story(&ours, &theirs, &grid);
        if same_story < gate::YES {
            continue;
        }
        for (point, row) in points.iter_mut().zip(grid.rows()) {
            let best = align::best(row).into_iter().next().filter(|found| found.score >= SHOWN);
            point.reports.extend(best.map(|found| Report {
                teller: tellers.len(),
                sentence: found.there,
                score: found.score,
                relation: Relation::Related,
                differences: Vec::new(),
            }));
        }
        let family = tellers.len();
        tellers.push(Teller { entry: entry.clone(), same_story, family });
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
