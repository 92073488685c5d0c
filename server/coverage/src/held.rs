//! What an edit of ours leaves as it was.
//!
//! A sentence that did not change finds in the same candidates what it found before. Whatever an
//! article decides as a whole is decided anew: the story gate, quotes, differences.

use crate::{
    align::{Match, Shares},
    differ::{Beside, Telling},
    gate::Row,
    pool::{Other, Pool},
};
use std::sync::Arc;

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
}

/// What one of our sentences found in one candidate.
#[derive(Debug)]
pub(crate) struct Matches {
    pub(crate) found: Vec<Match>,
    /// The facts that it shared with it then.
    shares: Vec<Shares>,
}

/// Which of our sentences stood in the article before, and where.
#[derive(Debug)]
pub(crate) struct Unchanged<'a> {
    memory: Option<&'a Memory>,
    lines: Vec<Option<usize>>,
}

impl Memory {
    pub(crate) fn of(pool: Arc<Pool>, ours: Telling, held: Vec<Held>) -> Self {
        Self { pool, held, ours }
    }
}

impl<'a> Unchanged<'a> {
    /// An edit leaves what is before and what is behind it.
    pub(crate) fn of(memory: Option<&'a Memory>, pool: &Arc<Pool>, ours: &Telling) -> Self {
        let now = ours.vectors.lines.len();
        let Some(memory) = memory.filter(|memory| Arc::ptr_eq(&memory.pool, pool)) else {
            return Self { memory: None, lines: vec![None; now] };
        };
        let before = memory.ours.vectors.lines.len();
        let same = |was: usize, is: usize| {
            memory.ours.vectors.lines[was] == ours.vectors.lines[is]
                && memory.ours.agenda.lines[was] == ours.agenda.lines[is]
        };
        let most = before.min(now);
        let head = (0..most).take_while(|&at| same(at, at)).count();
        let tail = (1..=most - head).take_while(|&at| same(before - at, now - at)).count();
        let line = |at: usize| match at {
            _ if at < head => Some(at),
            _ if at >= now - tail => Some(at + before - now),
            _ => None,
        };
        Self { memory: Some(memory), lines: (0..now).map(line).collect() }
    }

    /// Our sentences beside `other`, the candidate at `at`, as the story gate looks at them.
    pub(crate) fn rows(&self, at: usize, ours: &Telling, other: &Other) -> Vec<Row> {
        let before = self.held(at);
        let rows = self.lines.iter().zip(&ours.vectors.lines).map(|(was, line)| {
            let kept = was.and_then(|was| before?.rows.get(was).copied());
            kept.unwrap_or_else(|| Row::of(&other.vectors.beside(line)))
        });
        rows.collect()
    }

    /// What our sentences find in the candidate at `at`.
    pub(crate) fn matches(&self, at: usize, beside: &Beside) -> Vec<Arc<Matches>> {
        let before = self.held(at);
        let matches = self.lines.iter().enumerate().map(|(here, was)| {
            let shares = beside.shares(here);
            let kept = was.and_then(|was| before?.matches.get(was));
            let kept = kept.filter(|kept| kept.shares == shares);
            kept.cloned().unwrap_or_else(|| {
                Arc::new(Matches { found: beside.matches(here, &shares), shares })
            })
        });
        matches.collect()
    }

    fn held(&self, at: usize) -> Option<&'a Held> {
        self.memory?.held.get(at)
    }
}
