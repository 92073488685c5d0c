//! The door of the room: a reading and candidates in, [`Coverage`] out.

use crate::{
    Coverage, Point, Report, Teller,
    differ::{self, Beside, Facts, Found, Telling},
    family, gate, names,
    story::{self, Grid, Story},
    weights::Weights,
};
use corpus::Candidates;
use sourcing::Reading;
use std::sync::Arc;

/// What `candidates` have of the story of `reading`.
pub fn cover(reading: &Reading, candidates: &Candidates) -> Coverage {
    let entries = &candidates.entries;
    let mut coverage = Coverage {
        points: vec![Point::default(); reading.sentences.len()],
        gaps: candidates.gaps.clone(),
        ..Coverage::default()
    };
    if entries.is_empty() {
        return coverage;
    }
    let pool = entries.iter().flat_map(|entry| story::sentences(&entry.reading));
    let weights = Weights::of(story::sentences(reading).chain(pool));
    let facts = Arc::new(Facts::of(reading));
    let ours = Telling { story: Story::of(reading, &weights), facts };
    for entry in entries {
        let theirs = Story::of(&entry.reading, &weights);
        if gate::apart(&ours.story, &theirs) {
            continue;
        }
        let facts = Arc::new(Facts::of(&entry.reading));
        let theirs = Telling { story: theirs, facts };
        let grid = Grid::of(&ours.story, &theirs.story);
        let same_story = gate::same_story(&ours, &theirs, &grid, &weights);
        if same_story < gate::YES {
            continue;
        }
        let teller = coverage.tellers.len();
        let beside = Beside::of(&ours, &theirs, &grid, teller);
        for (point, found) in coverage.points.iter_mut().zip(beside.sentences()) {
            let shown = differ::shown(&found);
            let found = found.into_iter().enumerate().filter(|(at, _)| shown.contains(at));
            point.reports.extend(found.map(|(_, found)| report(teller, found)));
        }
        coverage.quotes.extend(beside.quotes);
        coverage.tellers.push(Teller { entry: entry.clone(), same_story, family: teller });
    }
    for point in &mut coverage.points {
        point.reports.sort_by(|a, b| {
            let differs = |report: &Report| report.differences.len().min(1);
            differs(b)
                .cmp(&differs(a))
                .then(b.score.total_cmp(&a.score))
                .then(a.teller.cmp(&b.teller))
        });
    }
    coverage.quotes.sort_by_key(|version| (version.quote, version.teller));
    let others: Vec<&Reading> =
        coverage.tellers.iter().map(|teller| &*teller.entry.reading).collect();
    coverage.names = names::variants(reading, &others);
    coverage.families = family::join(reading, &mut coverage.tellers);
    coverage
}

fn report(teller: usize, found: Found) -> Report {
    Report {
        teller,
        part: found.part,
        sentence: found.there,
        score: found.score,
        relation: found.relation,
        differences: found.differences,
    }
}
