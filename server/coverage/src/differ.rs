//! Where two sentences that make the same point differ, and what that makes of the report.

use crate::{Difference, Relation, Severity, align::Match, slots::Slots, story::Story};

/// From here on two sentences are about the same thing closely enough to compare what they say.
const SAME_POINT: f32 = 0.2;

/// What share of a sentence's rare words the other must have for both to say the same.
const COVERED: f32 = 0.4;

/// How their sentence stands to ours.
pub(crate) fn differences(
    ours: (&Story, &Slots),
    here: usize,
    theirs: (&Story, &Slots),
    found: Match,
) -> Vec<Difference> {
    if found.score < SAME_POINT {
        return Vec::new();
    }
    let later = ours.0.date.zip(theirs.0.date).map(|(here, there)| there.cmp(&here));
    ours.1.differences(here, theirs.1, found.there, later)
}

/// What the differences, or without any the shared words, make of a report.
pub(crate) fn relation(
    ours: &Story,
    here: usize,
    theirs: &Story,
    there: usize,
    differences: &[Difference],
) -> Relation {
    match differences.iter().map(|difference| difference.severity).max() {
        Some(Severity::Conflict) => return Relation::Conflicts,
        Some(Severity::Update) => return Relation::Updates,
        Some(Severity::Wording) => return Relation::Wording,
        None => {}
    }
    let (our_line, their_line) = (&ours.lines[here], &theirs.lines[there]);
    let (ours_met, theirs_met) = (our_line.covered_by(their_line), their_line.covered_by(our_line));
    if ours_met < COVERED {
        return Relation::Related;
    }
    if theirs_met < ours_met * 0.7 { Relation::Adds } else { Relation::Agrees }
}
