//! What stands between a subject and its verb and describes it: appositives, offices, places, ages.

use crate::{phrase, unit::Unit};
use language::{Tag, names::is_known_person_noun};
use std::ops::Range;

/// Longest appositive between a subject and its verb, in units.
pub const APPOSITIVE: usize = 40;

/// "Ed Rendell, a former governor, | said": the phrase before the first comma, with what stands
/// between the commas.
pub fn over_appositive(units: &[Unit], low: usize, comma: usize) -> Option<Range<usize>> {
    let floor = low.max(comma.saturating_sub(APPOSITIVE));
    let dash = units[comma].dash();
    // "Ada Moss, who married her partner, Jan Holt, in May, | said": the relative clause goes on to the
    // comma before the verb.
    let relative = (floor + 2..comma)
        .rev()
        .find(|&i| units[i].any(&["who", "whose"]) && units[i - 1].is(","))
        .filter(|&who| !units[who..comma].iter().any(|u| u.speech() || u.dash() || u.is(";")));
    let described = relative.filter(|_| !dash).and_then(|who| apposed(units, floor, who, comma));
    described.or_else(|| apposed(units, floor, comma, comma))
}

/// The phrase before one of the last commas before `from`, with everything up to `comma`.
fn apposed(units: &[Unit], floor: usize, from: usize, comma: usize) -> Option<Range<usize>> {
    let dash = units[comma].dash();
    let low = floor;
    let mut open = from;
    for _ in 0..6 {
        let opens = |u: &Unit| if dash { u.dash() } else { u.is(",") };
        open = (floor..open).rev().find(|&i| opens(&units[i]) || units[i].speech())?;
        if units[open].speech() {
            return None;
        }
        // "A doctor there, reached by phone,"
        let there = open > low + 1 && units[open - 1].any(&["there", "here"]);
        let end = open - usize::from(there);
        let Some(found) = phrase::back(units, low, end) else { continue };
        let found = over_description(units, low, with_office_before(units, low, found));
        let begins = clause_begins(units, low, found.start);
        let inner = &units[open + 1];
        let age = units[found.clone()].iter().all(|u| u.tag == Tag::Number);
        let age = age || in_place(units, low, &found) || is_party(units, &found);
        if !begins || age || units[found.start].tag == Tag::Preposition {
            continue;
        }
        let adverbial = matches!(inner.tag, Tag::Preposition | Tag::Adverb | Tag::Subordinator)
            || inner.text.ends_with("ing");
        return Some(if adverbial && !inner.any(&["of", "from", "r", "d"]) {
            found
        } else {
            found.start..comma + 1
        });
    }
    None
}

/// "Rep. Ada Moss, | R-Utah,": the party and the state of the name before.
fn is_party(units: &[Unit], found: &Range<usize>) -> bool {
    let first = units[found.start].text;
    let party = ["D-", "R-", "I-"].iter().any(|party| first.starts_with(party));
    let member = units[found.start].any(&["republican", "democrat", "independent"])
        && units.get(found.start + 1).is_some_and(|u| u.is("of"));
    party && first.len() > 3 && found.len() < 3 || member && found.len() < 5
}

/// "of Raleigh, | N.C.,": the second name of a place, behind a preposition and a comma.
fn in_place(units: &[Unit], low: usize, found: &Range<usize>) -> bool {
    let names = |range: Range<usize>| units[range].iter().all(|u| u.tag == Tag::Name);
    let Some(comma) = found.start.checked_sub(1).filter(|&i| i > low) else { return false };
    let town = phrase::core_back(units, low, comma);
    found.len() < 3
        && units[comma].is(",")
        && names(found.clone())
        && town.is_some_and(|t| {
            t > low && names(t..comma) && units[t - 1].any(&["of", "in", "from", "at", "near"])
        })
}

/// "Otto Lind, the head of the port, | one of its founders,": a phrase behind a comma that describes
/// the name before it.
fn over_description(units: &[Unit], low: usize, mut found: Range<usize>) -> Range<usize> {
    for _ in 0..2 {
        let describes = matches!(
            units[found.start].tag,
            Tag::Determiner | Tag::Noun | Tag::Adjective | Tag::Number
        );
        if !describes || found.start < low + 2 || !units[found.start - 1].is(",") {
            break;
        }
        let Some(named) = phrase::back(units, low, found.start - 1) else { break };
        let last = &units[named.end - 1];
        let person =
            units[named.clone()].iter().any(|u| u.tag == Tag::Name) && !last.any(&phrase::TIMES);
        if !person || last.tag == Tag::Number || !clause_begins(units, low, named.start) {
            break;
        }
        found.start = named.start;
    }
    found
}

/// "The mayor’s chief of staff, Ada Moss | said": a name in apposition to the office before it.
pub fn with_office_before(units: &[Unit], low: usize, found: Range<usize>) -> Range<usize> {
    if units[found.start].tag != Tag::Name
        || found.start < low + 2
        || !units[found.start - 1].is(",")
    {
        return found;
    }
    let comma = found.start - 1;
    let office = units[comma - 1]
        .word
        .is_some_and(|w| !w.plural && (w.roles.person || w.roles.anonymous || w.roles.vague));
    match phrase::back(units, low, comma) {
        Some(before) if office && clause_begins(units, low, before.start) => {
            before.start..found.end
        }
        _ => found,
    }
}

/// What a relative pronoun follows, with what describes it: "Ada Moss, secretary of the Front, | who".
pub fn antecedent(units: &[Unit], source: &Range<usize>) -> Option<Range<usize>> {
    if source.len() != 1 || !units[source.start].any(&["who", "which", "that"]) {
        return None;
    }
    let low = (0..source.start).rev().find(|&i| units[i].ends).map_or(0, |i| i + 1);
    followed(units, low, source.start, units[source.start].is("who"))
}

/// The phrase, with a name it describes, that a relative clause at `at` follows.
pub fn followed(units: &[Unit], low: usize, at: usize, person: bool) -> Option<Range<usize>> {
    let end = at - usize::from(at > low && units[at - 1].is(","));
    let found = phrase::back(units, low, end)?;
    // "was booed down the tunnel by fans who"
    let by = found.clone().rev().find(|&i| person && units[i].is("by"));
    let found = by.map_or(found.start, |by| by + 1)..found.end;
    // "over the objections of residents who"
    let core = phrase::core_back(units, low, end).filter(|&core| core > found.start && person);
    let core = core.map(|core| over_office(units, low, core));
    let found =
        core.filter(|&core| is_people(units, &found, core)).unwrap_or(found.start)..found.end;
    let named = |range: &Range<usize>| units[range.clone()].iter().any(|u| u.tag == Tag::Name);
    let first = units[found.start].tag;
    if first == Tag::Pronoun {
        return None;
    }
    // "Ada Moss, secretary of the Front, who"; "Ada Moss, the judge who"
    let party = is_party(units, &found);
    let describes = party || first != Tag::Name && (end < at || first == Tag::Determiner);
    let comma = found.start.checked_sub(1).filter(|&i| i > low && describes && units[i].is(","));
    let before = comma.and_then(|i| phrase::back(units, low, i)).filter(named).filter(|b| {
        // "In Ohio, the judge who"
        let fronted = b.start == low + 1 && units[low].tag == Tag::Preposition;
        // "obligations from Walter Energy, another company that"
        let name = person || units[b.start].tag == Tag::Name;
        !fronted && name && !units[b.end - 1].any(&phrase::TIMES)
    });
    match before {
        Some(before) if person || !named(&found) => Some(before.start..found.end),
        _ => Some(found),
    }
}

/// "the mayor’s | chief of staff": where an office of two nouns begins.
fn over_office(units: &[Unit], low: usize, core: usize) -> usize {
    let of = core.checked_sub(1).filter(|&of| of > low && units[of].is("of"));
    let head = of.filter(|&of| is_known_person_noun(&units[of - 1].text.to_lowercase()));
    head.and_then(|of| phrase::core_back(units, low, of)).unwrap_or(core)
}

/// Whether people end a phrase, behind `core`, that a thing heads: "objections of | residents".
fn is_people(units: &[Unit], found: &Range<usize>, core: usize) -> bool {
    let person = |u: &Unit| {
        let lower = u.text.to_lowercase();
        is_known_person_noun(lower.strip_suffix('s').unwrap_or(&lower))
            || u.word.is_some_and(|w| w.roles.person || w.roles.vague || w.roles.anonymous)
    };
    let joint = found.clone().find(|&i| units[i].tag == Tag::Preposition).unwrap_or(core);
    let head = joint.checked_sub(1).map(|i| &units[i]);
    let thing = head.is_some_and(|u| u.tag == Tag::Noun && !person(u));
    thing && units[found.end - 1].tag == Tag::Noun && person(&units[found.end - 1])
}

/// Whether a clause can begin at `at`.
fn clause_begins(units: &[Unit], low: usize, at: usize) -> bool {
    at == low || {
        let before = &units[at - 1];
        before.parts()
            || before.speech()
            || before.leads_over()
            || before.is("as")
            || matches!(before.tag, Tag::Conjunction | Tag::Subordinator | Tag::Mark)
            || before.tag == Tag::Adverb && clause_begins(units, low, at - 1)
    }
}
