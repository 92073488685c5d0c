//! The door of the room: a reading and candidates in, [`Coverage`] out.

use crate::{
    Coverage, Point, Report, Teller,
    differ::{self, Beside, Found, Telling},
    family, gate, names,
    pool::Pool,
    story::{Grid, Story},
};
use corpus::Candidates;
use sourcing::Reading;
use std::sync::Arc;

/// What `candidates` have of the story of `reading`.
pub fn cover(reading: &Reading, candidates: &Candidates) -> Coverage {
    cover_again(reading, candidates, None)
}

/// The same, with what was prepared for an earlier coverage of the article: the result does not
/// depend on it.
pub fn cover_again(
    reading: &Reading,
    candidates: &Candidates,
    previous: Option<&Coverage>,
) -> Coverage {
    let mut coverage = Coverage {
        points: vec![Point::default(); reading.sentences.len()],
        gaps: candidates.gaps.clone(),
        ..Coverage::default()
    };
    if candidates.entries.is_empty() {
        return coverage;
    }
    let pool = previous.and_then(|coverage| coverage.pool.as_ref());
    let pool = Pool::of(&candidates.entries, pool);
    let weights = &pool.weights;
    let ours = Telling::of(reading, weights);
    for other in &pool.others {
        let entry = &other.entry;
        let story = Story::of(&entry.reading, Arc::clone(&other.vectors));
        if gate::apart(&ours.story, &story) {
            continue;
        }
        let facts = Arc::clone(other.facts());
        let grid = Grid::of(&ours.story, &story);
        let same_story =
            gate::same_story((&ours.story, &ours.facts.anchors), (&story, &facts.anchors), &grid);
        if same_story < gate::YES {
            continue;
        }
        let theirs = Telling { story, points: Arc::clone(other.points(weights)), facts };
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
    coverage.pool = Some(pool);
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
