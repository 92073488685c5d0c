//! Where one clause of a sentence ends and the next one begins.

use super::{Group, Shape};
use crate::unit::Unit;
use language::Tag;

/// Words that lead a clause with a subject of its own behind a comma.
pub const LEADS: [&str; 10] =
    ["but", "and", "while", "whereas", "though", "although", "yet", "so", "or", "nor"];

/// Words that open a sentence with a clause that states something of its own.
const FRONTS: [&str; 9] =
    ["while", "although", "though", "whereas", "after", "before", "when", "since", "because"];

/// Units between the word that leads a clause and its subject: "but | by late afternoon | the mayor".
const FRONTED: usize = 12;

/// The units with which the clauses of a sentence begin, but for the first. A clause has a verb and
/// a subject of its own, and depends on no other verb.
pub fn borders(units: &[Unit], groups: &[Group], low: usize) -> Vec<usize> {
    let mut borders = Vec::new();
    let mut begins = low;
    let finite = |g: &&Group| matches!(g.shape, Shape::Finite | Shape::Passive);
    let mut verb = None;
    for group in groups.iter().filter(finite) {
        let subject = group.subject.range().filter(|s| s.end <= group.range.start);
        let subject = subject.filter(|s| !units[s.start].relative());
        if let Some(subject) = subject
            && let Some(verb) = verb.filter(|&verb| verb < subject.start)
            && let Some(border) = border(units, verb, begins, subject.start)
        {
            borders.push(border);
            begins = border;
        }
        verb = Some(group.head);
    }
    borders
}

/// Where the clause with the subject at `subject` begins, behind the verb before it.
fn border(units: &[Unit], verb: usize, begins: usize, subject: usize) -> Option<usize> {
    let fronted = units[begins].any(&FRONTS);
    let low = (verb + 1).max(subject.saturating_sub(FRONTED));
    for at in (low..subject).rev() {
        let unit = &units[at];
        // "– and eight others – have": of two dashes the second only ends what stands between them.
        let before = &units[at - 1];
        let comma = at > verb + 1 && (stops(before) || before.dash() && !unit.is("and"));
        if unit.is(";") {
            return Some(at + 1);
        }
        if unit.any(&LEADS) && (comma || unit.is("but")) {
            return Some(at);
        }
        if stops(unit) && fronted && at + 1 == subject {
            return Some(at + 1);
        }
        if unit.verbal()
            || unit.dash()
            || unit.relative()
            || unit.speech() && !stops(unit)
            || matches!(unit.tag, Tag::Subordinator | Tag::Conjunction)
        {
            return None;
        }
    }
    None
}

/// Whether a clause can end with it.
fn stops(unit: &Unit) -> bool {
    unit.is(",") || unit.is(";") || unit.quote.is_some() && unit.text.ends_with(',')
}
