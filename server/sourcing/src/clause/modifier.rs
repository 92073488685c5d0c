//! What stands between a subject and its verb and is no description: relative clauses, participles and
//! infinitives, adverbs and times.

use super::{Group, Shape};
use crate::{phrase, unit::Unit};
use language::Tag;
use std::ops::Range;

/// "A juror who was excused on Monday | said": the phrase before a relative clause, with that clause,
/// where what stands before the verb is no subject of its own.
pub fn over_relative(
    units: &[Unit],
    low: usize,
    last: usize,
    earlier: &[Group],
) -> Option<Range<usize>> {
    let tail = (low..=last).rev().take_while(|&i| !units[i].parts() && !units[i].speech());
    let that = |i: usize| {
        i > low
            && units[i].is("that")
            && matches!(units[i - 1].tag, Tag::Noun | Tag::Name)
            && earlier.last().is_some_and(|g| g.range.start == i + 1)
    };
    let relative = tail.filter(|&i| units[i].any(&["who", "whose", "which"]) || that(i)).last()?;
    let verb = earlier.last().filter(|g| g.range.start > relative)?;
    let head = phrase::back(units, low, relative).filter(|head| head.end == relative)?;
    if let Some(found) = phrase::back(units, low, last + 1) {
        let before = &units[found.start.checked_sub(1).filter(|&i| i > relative)?];
        let governs = before.tag == Tag::Preposition
            || before.any(&["as", "since", "after", "before", "until"]);
        // "who met Moss | said", but not "who thinks Moss | said".
        let clausal = units[verb.head]
            .word
            .is_some_and(|w| w.verbs.iter().any(|(_, v)| v.frames.has('c') || v.frames.has('t')));
        let object = found.start == verb.range.end && !clausal;
        (governs || object).then_some(())?;
    }
    Some(head.start..last + 1)
}

/// The last unit before adverbs and times that stand between subject and verb.
pub fn over_times(units: &[Unit], low: usize, mut at: usize) -> usize {
    // "less than two weeks | ago said"
    if units.get(at + 1).is_some_and(|u| u.is("ago")) || units[at].is("ago") {
        at -= usize::from(units[at].is("ago") && at > low);
        let counts = |u: &Unit| {
            matches!(u.tag, Tag::Number | Tag::Determiner)
                || u.any(&["than", "less", "more", "about", "nearly", "just"])
        };
        let first = (low..at).rev().take(5).take_while(|&i| counts(&units[i])).last();
        at = first.unwrap_or(at).max(low + 1) - 1;
    }
    // "The crews no longer | want"
    if at > low + 1 && units[at].is("longer") && units[at - 1].is("no") {
        at -= 2;
    }
    for _ in 0..3 {
        if at > low && (units[at].any(&phrase::TIMES) || units[at].any(&["year", "years"])) {
            let led = units[at - 1].any(&["last", "this", "next", "on"]);
            at -= 1 + usize::from(led && at > low + 1);
        } else if at > low && units[at].tag == Tag::Adverb {
            at -= 1;
        } else {
            break;
        }
    }
    at
}

/// Whether a verb that looks finite can be a passive without its auxiliary, as a second verb behind
/// it shows: "a poll released on Wednesday shows".
pub fn reduced(units: &[Unit], group: &Group) -> bool {
    let head = &units[group.head];
    let tells = head
        .word
        .is_some_and(|w| w.verbs.iter().any(|(_, v)| v.frames.has('c') || v.frames.has('e')));
    group.shape == Shape::Reduced
        || group.shape == Shape::Finite
            && group.range.len() == 1
            && head.text.ends_with("ed")
            && !tells
}

/// "One group campaigning to leave the union | said": what stands before the verb belongs to a
/// phrase that a participle or an infinitive goes on with.
pub fn over_modifiers(
    units: &[Unit],
    low: usize,
    mut found: Range<usize>,
    earlier: &[Group],
) -> Range<usize> {
    // "Moss derided what he | called"
    if units[found.start].any(&["he", "she", "they", "it", "we", "i"]) {
        return found;
    }
    for group in earlier.iter().rev().take(3) {
        let preposition = found.start > low && units[found.start - 1].tag == Tag::Preposition;
        let joint = found.start - usize::from(preposition);
        // "had the lake drained after | engineers found"
        if preposition && units[joint].any(&["after", "before", "since", "until", "as"]) {
            break;
        }
        let modifies =
            matches!(group.shape, Shape::Infinitive | Shape::Participle) || reduced(units, group);
        let Some(between) = units.get(group.range.end..joint) else { break };
        let date = between.iter().all(|u| matches!(u.tag, Tag::Name | Tag::Number));
        if !modifies
            || between.len() > if date { 4 } else { 1 }
            || between.iter().any(|u| u.parts() || u.quote.is_some())
        {
            break;
        }
        // "a report dated Aug. 2 and seen by Moss | describes"
        if group.range.start > low && units[group.range.start - 1].is("and") {
            found.start = group.range.start - 1;
            continue;
        }
        let Some(before) = phrase::back(units, low, group.range.start) else { break };
        found.start = before.start;
    }
    found
}
