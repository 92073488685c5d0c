//! Whether one outlet says that something happened and the other that it did not.
//!
//! A denial contradicts a statement that says at least as much: "did not approve the bill" stands
//! against "approved the bill on Tuesday", while "did not approve it on Monday" does not. Two verbs
//! of opposite meaning contradict one another when the same people do them to the same thing.

use crate::{
    Difference, DifferenceKind, Severity,
    differ::doubt::{Tentative, Unless},
    event::statement::{Polarity, Statement, Statements},
    words::{base::base, index::TermMap},
};
use language::data;
use sourcing::Reading;
use std::{cmp::Ordering, sync::LazyLock};

/// For the base of each listed verb the line it stands on and its side of the bar.
static OPPOSITES: LazyLock<TermMap<Vec<(usize, bool)>>> = LazyLock::new(|| {
    let mut sides: TermMap<Vec<(usize, bool)>> = TermMap::default();
    for (line, words) in data::entries(include_str!("../../data/opposites.txt")).enumerate() {
        let Some((one, other)) = words.split_once('|') else { continue };
        for (side, words) in [(false, one), (true, other)] {
            for word in words.split_whitespace() {
                sides.entry(base(word)).or_default().push((line, side));
            }
        }
    }
    sides
});

/// Verbs whose denial says nothing that another outlet could contradict.
static EMPTY: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let verbs = "say tell comment respond know think believe want expect seem appear reply mean";
    verbs.split(' ').map(base).collect()
});

/// Words that two statements share, beside the verb, before they are about one thing; fewer do
/// where neither says more, or where one says it of nobody at all.
const ENOUGH: usize = 2;

/// Share of the shorter statement's words that the other must have, where the verbs are opposite.
const MOSTLY: f32 = 0.6;

/// How the statements of two sentences contradict each other. `later` says how the other
/// article's date stands to ours.
pub(crate) fn differences(
    (ours, reading, here): (&Statements, &Reading, usize),
    (theirs, other, there): (&Statements, &Reading, usize),
    later: Option<Ordering>,
    moving: bool,
) -> Vec<Tentative> {
    let (our_own, their_own) = (ours.of_sentence(here), theirs.of_sentence(there));
    let differ = |(at, statement): (usize, &Statement)| {
        let rival = their_own.iter().find(|rival| contradict(statement, rival, moving))?;
        // Whoever says both tells of two times, or of a change.
        if theirs.all().iter().any(|other| contradict(other, rival, moving)) {
            return None;
        }
        let severity = match later {
            _ if !statement.so_far && !rival.so_far => Severity::Conflict,
            Some(Ordering::Less) if statement.so_far => return None,
            Some(Ordering::Greater) if rival.so_far => return None,
            _ => Severity::Update,
        };
        let why = format!(
            "“{}” here, “{}” there",
            reading.words(statement.place.0),
            other.words(rival.place.0)
        );
        let kind = DifferenceKind::Polarity;
        let (here, there) = (statement.place.0, rival.place.0);
        let difference = Difference { kind, severity, here, there, why };
        Some(Tentative::new(difference, Unless::Statement { at, moving }))
    };
    our_own.iter().enumerate().filter_map(differ).collect()
}

/// Whether the article takes back the statement at `at` of a sentence.
pub(crate) fn takes_back(ours: &Statements, here: usize, at: usize, moving: bool) -> bool {
    let statement = ours.of_sentence(here).get(at);
    statement.is_some_and(|it| ours.all().iter().any(|other| contradict(other, it, moving)))
}

/// `moving` says that they speak of values that rise and fall by the hour.
fn contradict(ours: &Statement, theirs: &Statement, moving: bool) -> bool {
    // What is cheap comes first: each statement is held against all of another article.
    if ours.verb == theirs.verb || ours.exists || theirs.exists {
        let (no, yes) = match (ours.polarity, theirs.polarity) {
            (Polarity::No | Polarity::Nobody, Polarity::Yes) => (ours, theirs),
            (Polarity::Yes, Polarity::No | Polarity::Nobody) => (theirs, ours),
            _ => return false,
        };
        let least = if no.polarity == Polarity::Nobody { 1 } else { ENOUGH };
        let enough = || no.shared(yes) >= least || no.words.len() == yes.words.len();
        let same = no.verb == yes.verb || no.exists;
        return same
            && ours.same_case(theirs)
            && no.within(yes)
            && enough()
            && !EMPTY.contains(&no.verb);
    }
    ours.polarity == theirs.polarity
        && !moving
        && ours.leads_to == theirs.leads_to
        && opposite(ours.verb, theirs.verb)
        && ours.same_case(theirs)
        && ours.touches(theirs)
        && theirs.touches(ours)
        && ours.shared(theirs) >= ENOUGH
        && ours.shared(theirs) as f32 >= MOSTLY * ours.words.len().min(theirs.words.len()) as f32
}

fn opposite(ours: u64, theirs: u64) -> bool {
    let (Some(ours), Some(theirs)) = (OPPOSITES.get(&ours), OPPOSITES.get(&theirs)) else {
        return false;
    };
    ours.iter().any(|&(line, side)| theirs.contains(&(line, !side)))
}
