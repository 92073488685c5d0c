//! The door of the room: a reading and candidates in, [`Coverage`] out.

use crate::{
    Coverage, Point, Report, Teller,
    differ::{self, Beside, facts::Telling},
    gate::{self, anchors::Anchors, together},
    held::{Held, Matches, Memory, Unchanged},
    pool::Pool,
    tellers::{citations, family, names, reviews},
};
use corpus::Candidates;
use sourcing::Reading;
use std::{cmp::Reverse, sync::Arc};

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
    let mut all_held: Vec<Held> = pool.others.iter().map(|_| Held::default()).collect();
    let mut told = Vec::new();
    let mut evidence = Vec::with_capacity(pool.others.len());
    for (at, (other, held)) in pool.others.iter().zip(&mut all_held).enumerate() {
        held.rows = unchanged.rows(at, &ours, other);
        evidence.push(gate::evidence((&anchors, &held.rows), other.anchors()));
    }
    let with_us = together::with_us(&evidence, |one, other| pool.evidence(one, other));
    for at in pool.places(&candidates.entries) {
        let other = &pool.others[at];
        let held = &mut all_held[at];
        if with_us[at] {
            let theirs = other.telling(&pool.weights);
            let teller = told.len();
            let there = &other.entry.reading;
            let kept = |quote: usize| unchanged.quote(at, quote);
            let beside = Beside::again((reading, &ours), (there, theirs), teller, kept);
            held.matches = unchanged.matches(at, &beside);
            for (here, matches) in held.matches.iter().enumerate() {
                show(&mut coverage.points[here].reports, &beside, here, matches, teller);
            }
            coverage.quotes.extend(beside.quotes.iter().flatten().cloned());
            held.quotes = beside.quotes;
            coverage.offices.extend(beside.offices);
            let entry = Arc::clone(&other.entry);
            coverage.tellers.push(Teller { entry, family: teller });
            told.push(at);
        }
    }
    for point in &mut coverage.points {
        // What differs first, then by score, of equals in order of the tellers. Of numbers that are
        // not negative the bits are in order, too.
        let rank = |it: &Report| (it.differences.is_empty(), Reverse(it.score.to_bits()));
        point.reports.sort_by_cached_key(rank);
    }
    coverage.quotes.sort_by_key(|version| (version.quote, version.teller));
    let others = told.iter().map(|at| &pool.others[*at].telling(&pool.weights).facts.spellings);
    coverage.names = names::variants(&ours.facts.spellings, &others.collect::<Vec<_>>());
    coverage.citations =
        citations::among(reading, &coverage.tellers, told.iter().map(|at| pool.kinship.cites(*at)));
    coverage.families = family::join(reading, &pool.kinship, &told);
    for (index, family) in coverage.families.iter().enumerate() {
        family.tellers.iter().for_each(|teller| coverage.tellers[*teller].family = index);
    }
    coverage.memory = Some(Arc::new(Memory::of(pool, ours, all_held)));
    coverage
}

/// Adds what a hover on our sentence shows of a teller.
fn show(reports: &mut Vec<Report>, beside: &Beside, here: usize, matches: &Matches, teller: usize) {
    let first = reports.len();
    let settled = beside.is_settled(here);
    if let Some(known) = matches.settled.get().filter(|_| settled) {
        reports.extend_from_slice(known);
    } else {
        let told = matches.told.get_or_init(|| beside.told(here, &matches.found));
        let found = beside.compare(here, &matches.found, told);
        let shown = differ::shown(&found);
        let found = found.into_iter().enumerate().filter(|(at, _)| shown.contains(at));
        reports.extend(found.map(|(_, found)| Report {
            teller,
            part: found.part,
            sentence: found.there,
            score: found.score,
            relation: beside.relation(here, &found),
            differences: found.differences,
        }));
        if settled && told.iter().all(Vec::is_empty) {
            matches.settled.get_or_init(|| reports[first..].to_vec());
        }
    }
    for report in &mut reports[first..] {
        report.teller = teller;
        report.part = report.part.map(|part| beside.moved(here, part));
    }
}
