//! Whose words they are where the subject of the verb only hands them on, or is nobody in particular.

use super::{Cue, OF};
use crate::{
    clause::{Group, Shape},
    copy::Found,
    phrase,
    unit::Unit,
};
use std::ops::Range;

/// "The agency quoted the minister as | saying that …": whose words they are, and through whom they came.
pub fn quoted_as(
    units: &[Unit],
    cue: &Cue,
    groups: &[Group],
) -> Option<(Range<usize>, Option<Range<usize>>)> {
    let before = groups.iter().rev().find(|g| g.head < cue.group.range.start)?;
    let outer = quotes_as(units, before)?;
    (outer.end + 1 == cue.group.range.start).then(|| (outer, before.subject.range()))
}

/// The object of a verb that quotes somebody "as saying" something.
pub fn quotes_as(units: &[Unit], group: &Group) -> Option<Range<usize>> {
    const QUOTES: [&str; 6] = ["quote", "quotes", "quoted", "cite", "cites", "cited"];
    let active = matches!(group.shape, Shape::Finite | Shape::Participle);
    if !units[group.head].any(&QUOTES) && !units[group.head].any(&["quoting", "citing"]) || !active
    {
        return None;
    }
    let start = group.range.end;
    let end = phrase::ahead(units, start, units.len(), &OF);
    let said = units.get(end).is_some_and(|u| u.is("as"))
        && units.get(end + 1).is_some_and(|u| u.text.ends_with("ing"));
    (said && end > start).then_some(start..end)
}

/// "At the ministry, one hears that …", "From the ministry it was said that …", "one can read in the
/// report": where nobody in particular says it, the place it comes from does.
pub fn impersonal(
    units: &[Unit],
    cue: &Cue,
    found: &Found,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let subject = cue.group.subject.range()?;
    let passive = cue.group.shape == Shape::Passive && found.source.is_none();
    let nobody = units[subject.start].any(&["it", "we"]) && subject.len() == 1 && passive;
    if !(units[subject.start].is("one") && subject.len() == 1 || nobody) {
        return None;
    }
    let places = if nobody { &["in", "at", "from"][..] } else { &["in"] };
    let document = units.get(cue.range.end).filter(|u| u.any(places)).and_then(|_| {
        let end = phrase::ahead(units, cue.range.end + 1, sentence.end, &OF);
        (end > cue.range.end + 1).then_some(cue.range.end + 1..end)
    });
    let fronted = || {
        let leads = ["from", "at", "in", "on", "within", "among", "inside"];
        units.get(sentence.start).filter(|u| u.any(&leads))?;
        let mut start = sentence.start + 1;
        if units.get(start + 1).is_some_and(|u| u.any(&["side", "part"])) {
            start += 3;
        }
        let end = phrase::ahead(units, start, subject.start, &OF);
        (end > start && end + 1 >= subject.start).then_some(start..end)
    };
    document.or_else(fronted)
}

/// Gives what nobody in particular says to `source`; where it stands behind the cue, what is said is the
/// clause behind it or all that stands before: "The dam is safe, it was said at the ministry."
pub fn give(units: &[Unit], cue: &Cue, found: &mut Found, source: Range<usize>) {
    let subject = cue.group.subject.range();
    found.content.retain(|range| Some(range) != subject.as_ref());
    if source.start > cue.range.end {
        found.content.retain(|range| range.start < cue.range.start || range.end > source.end);
        for range in &mut found.content {
            if range.start > cue.range.start {
                range.start = range.start.max(source.end);
            }
        }
        let says = |range: &Range<usize>| {
            units[range.clone()].iter().any(|u| u.text.contains(char::is_alphanumeric))
        };
        found.content.retain(says);
        let before = subject.map_or(cue.range.start, |s| s.start);
        let opens = units[..before].iter().rposition(|u| u.ends).map_or(0, |i| i + 1);
        if found.content.is_empty() && before > opens + 1 {
            found.content.push(opens..before);
        }
    }
    found.source = Some(source);
}
