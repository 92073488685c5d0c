//! The door of the room: a reading and candidates in, [`Coverage`] out.

use crate::{
    Coverage, Point, Report, Teller,
    anchors::Anchors,
    citations,
    differ::{self, Beside, Telling},
    family, gate,
    held::{Held, Memory, Unchanged},
    names,
    pool::Pool,
    reviews,
};
use corpus::Candidates;
use sourcing::Reading;
use std::sync::Arc;

/// What `candidates` have of the story of `reading`.
pub fn cover(reading: &Reading, candidates: &Candidates) -> Coverage {
    cover_again(reading, candidates, None)
}

/// The same, with what was found for an earlier coverage of the article: the result does not
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
    coverage.reviewed = reviews::of(reading, &candidates.reviews);
    if candidates.entries.is_empty() {
        return coverage;
    }
    let memory = previous.and_then(|coverage| coverage.memory.as_deref());
    let pool = Pool::of(&candidates.entries, memory.map(|memory| &memory.pool));
    let ours = Telling::of(reading, &pool.weights);
    let anchors = Anchors::of(reading);
    let unchanged = Unchanged::of(memory, &pool, &ours);
    let mut all_held = Vec::with_capacity(pool.others.len());
    let mut told = Vec::new();
    for (at, other) in pool.others.iter().enumerate() {
        let mut held = Held::default();
        if !anchors.apart(other.anchors()) {
            held.rows = unchanged.rows(at, &ours, other);
            let same_story = gate::same_story(
                (&anchors, &held.rows),
                (other.anchors(), other.vectors.lines.len()),
            );
            if same_story >= gate::YES {
                let theirs = other.telling(&pool.weights);
                let teller = told.len();
                let there = &other.entry.reading;
                let beside = Beside::of((reading, &ours), (there, theirs), teller);
                held.matches = unchanged.matches(at, &beside);
                for (here, matches) in held.matches.iter().enumerate() {
                    let reports = reports(&beside, here, &matches.found, teller);
                    coverage.points[here].reports.extend(reports);
                }
                coverage.quotes.extend(beside.quotes);
                coverage.offices.extend(beside.offices);
                let entry = Arc::clone(&other.entry);
                coverage.tellers.push(Teller { entry, same_story, family: teller });
                told.push(at);
            }
        }
        all_held.push(held);
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
    coverage.citations =
        citations::among(reading, &coverage.tellers, told.iter().map(|at| pool.kinship.cites(*at)));
    coverage.families = family::join(reading, &pool.kinship, &told);
    for (index, family) in coverage.families.iter().enumerate() {
        family.tellers.iter().for_each(|teller| coverage.tellers[*teller].family = index);
    }
    coverage.memory = Some(Arc::new(Memory::of(pool, ours, all_held)));
    coverage
}

/// What a hover on our sentence shows of a teller.
fn reports(
    beside: &Beside,
    here: usize,
    matches: &[crate::align::Match],
    teller: usize,
) -> Vec<Report> {
    let found = beside.compare(here, matches);
    let shown = differ::shown(&found);
    let found = found.into_iter().enumerate().filter(|(at, _)| shown.contains(at));
    let reports = found.map(|(_, found)| Report {
        teller,
        part: found.part,
        sentence: found.there,
        score: found.score,
        relation: beside.relation(here, &found),
        differences: found.differences,
    });
    reports.collect()
}
