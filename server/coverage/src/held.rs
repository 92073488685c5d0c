//! What an edit of ours leaves as it was.
//!
//! A sentence that did not change finds in the same candidates what it found before. Whatever an
//! article decides as a whole is decided anew: the story gate, quotes, differences.

use crate::{
    QuoteVersion, Report,
    align::{Match, Shares},
    differ::{Beside, doubt::Tentative, facts::Telling},
    gate::Row,
    kept::kept,
    pool::{Other, Pool},
};
use std::sync::{Arc, OnceLock};

/// The candidates as they were prepared and what our sentences found in them, for the next coverage
/// of the same article.
#[derive(Debug)]
pub struct Memory {
    pub(crate) pool: Arc<Pool>,
    /// One for each candidate.
    pub(crate) held: Vec<Held>,
    /// How our sentences were.
    pub(crate) ours: Telling,
}

/// What our sentences found in one candidate.
#[derive(Debug, Default)]
pub(crate) struct Held {
    /// One for each sentence; none where the candidate was told apart before.
    pub(crate) rows: Vec<Row>,
    /// One for each sentence; none where it tells another story.
    pub(crate) matches: Vec<Arc<Matches>>,
    /// One for each quote that is compared; none likewise.
    pub(crate) quotes: Vec<Option<QuoteVersion>>,
}

/// What one of our sentences found in one candidate.
#[derive(Debug, Default)]
pub(crate) struct Matches {
    pub(crate) found: Vec<Match>,
    /// The facts that it shared with it then.
    shares: Vec<Shares>,
    /// How each of them differs, as far as the sentences tell.
    pub(crate) told: OnceLock<Vec<Vec<Tentative>>>,
    /// What a hover shows of it, where that depends on nothing but the sentences themselves; the
    /// parts from our sentence's start.
    pub(crate) settled: OnceLock<Vec<Report>>,
}

/// Which of our sentences stood in the article before, and where.
#[derive(Debug)]
pub(crate) struct Unchanged<'a> {
    memory: Option<&'a Memory>,
    lines: Vec<Option<Line>>,
    quotes: Vec<Option<usize>>,
}

/// A sentence as it was.
#[derive(Debug, Clone, Copy)]
struct Line {
    was: usize,
    /// Whether it says what it said: its words alone do not tell, nor who speaks.
    says_the_same: bool,
}

impl Matches {
    fn of(found: Vec<Match>, shares: Vec<Shares>) -> Self {
        Self { found, shares, told: OnceLock::new(), settled: OnceLock::new() }
    }

    /// Their sentences that had a quote of ours.
    fn quoted(&self) -> impl Iterator<Item = usize> {
        self.shares.iter().filter(|shares| shares.quote).map(|shares| shares.there)
    }
}

impl Memory {
    pub(crate) fn of(pool: Arc<Pool>, ours: Telling, held: Vec<Held>) -> Self {
        Self { pool, held, ours }
    }
}

impl<'a> Unchanged<'a> {
    pub(crate) fn of(memory: Option<&'a Memory>, pool: &Arc<Pool>, ours: &Telling) -> Self {
        let now = ours.vectors.lines.len();
        let Some(memory) = memory.filter(|memory| Arc::ptr_eq(&memory.pool, pool)) else {
            return Self { memory: None, lines: vec![None; now], quotes: Vec::new() };
        };
        let before = memory.ours.vectors.lines.len();
        let same = |was: usize, is: usize| {
            memory.ours.vectors.lines[was] == ours.vectors.lines[is]
                && memory.ours.agenda.lines[was] == ours.agenda.lines[is]
                && ours.lead.is_same(is, &memory.ours.lead, was)
        };
        let same_date = memory.ours.date == ours.date;
        let line = |(at, was): (usize, Option<usize>)| {
            let was = was?;
            let says_the_same = same_date && ours.facts.is_same(at, &memory.ours.facts, was);
            Some(Line { was, says_the_same })
        };
        let lines = kept(before, now, same).into_iter().enumerate().map(line).collect();
        let quotes = ours.facts.quotes.kept(&memory.ours.facts.quotes);
        Self { memory: Some(memory), lines, quotes }
    }

    /// Our sentences beside `other`, the candidate at `at`, as the story gate looks at them.
    pub(crate) fn rows(&self, at: usize, ours: &Telling, other: &Other) -> Vec<Row> {
        let before = self.held(at);
        let rows = self.lines.iter().zip(&ours.vectors.lines).map(|(was, line)| {
            let kept = was.and_then(|line| before?.rows.get(line.was).copied());
            kept.unwrap_or_else(|| Row::of(line, &other.vectors))
        });
        rows.collect()
    }

    /// What our sentences find in the candidate at `at`.
    pub(crate) fn matches(&self, at: usize, beside: &Beside) -> Vec<Arc<Matches>> {
        let before = self.held(at);
        let matches = self.lines.iter().enumerate().map(|(here, line)| {
            let kept = line.and_then(|line| Some((line, before?.matches.get(line.was)?)));
            // The same numbers as before, too.
            let same = kept
                .filter(|(line, kept)| line.says_the_same && beside.quoted(here).eq(kept.quoted()));
            if let Some((_, kept)) = same {
                return Arc::clone(kept);
            }
            let shares = beside.shares(here);
            match kept.filter(|(_, kept)| kept.shares == shares) {
                Some((_, kept)) => Arc::new(Matches::of(kept.found.clone(), shares)),
                None => Arc::new(Matches::of(beside.matches(here, &shares), shares)),
            }
        });
        matches.collect()
    }

    /// What the candidate at `at` had of one of our quotes that is as it was.
    pub(crate) fn quote(&self, at: usize, quote: usize) -> Option<&'a Option<QuoteVersion>> {
        let was = self.quotes.get(quote).copied().flatten()?;
        self.held(at)?.quotes.get(was)
    }

    fn held(&self, at: usize) -> Option<&'a Held> {
        self.memory?.held.get(at)
    }
}
