//! "X is expected to …", "was seen by Y as …", "was quoted as saying …".

use super::{Cue, content::noun_limit};
use crate::{clause::Shape, copy::Found, lexicon::Class, phrase, unit::Unit};
use language::Tag;

/// Whether "by X" or "in the report" begins at `at`.
fn bears(units: &[Unit], at: usize, limit: usize) -> bool {
    units[at].is("by")
        || units[at].is("in") && {
            let end = phrase::ahead(units, at + 1, limit, &["of"]);
            let head = units[at + 1..end].iter().rev().find_map(|u| u.word);
            head.is_some_and(|w| w.roles.document)
        }
}

/// "X is expected to …", "was seen by Y as …", "was quoted as saying …".
pub fn passive(units: &[Unit], cue: &Cue, limit: usize) -> Option<Found> {
    let subject = cue.group.subject.range();
    let mut rest = cue.range.end..limit;
    let mut source = None;
    let mut range = cue.range.clone();
    let next = |i: usize| units.get(i).filter(|_| i < limit);
    if units[cue.group.head].any(&["quoted", "cited"])
        && next(rest.start).is_some_and(|u| u.any(&["as", "with"]))
    {
        // "is quoted with the words: “…”"
        let colon = (rest.start..limit).take(6).find(|&i| units[i].is(":"));
        range.end = colon.map_or(rest.start + 2, |colon| colon + 1).min(limit);
        // "as telling reporters | that"
        let tells = next(range.end - 1).is_some_and(|u| u.is("telling"));
        let told = if tells { phrase::core_ahead(units, range.end, limit) } else { range.end };
        let content = told..limit;
        return Some(Found {
            source: subject,
            cue: range,
            content: vec![content],
            class: Some(Class::Speech),
            ..Found::default()
        });
    }
    if let Some(by) =
        (rest.start..limit).find(|&i| bears(units, i, limit)).filter(|&i| i < rest.start + 8)
    {
        let end = phrase::ahead(units, by + 1, limit, &["of", "for", "from", "at", "in"]);
        if end > by + 1 {
            source = Some(by + 1..end);
            if by == rest.start {
                range.end = by + 1;
                rest.start = end;
                // "the fears voiced by Moss | go beyond that"
                let goes_on = ["as", "to", "for", "in", "over", "that"];
                if cue.group.shape == Shape::Reduced && !next(end).is_some_and(|u| u.any(&goes_on))
                {
                    rest.end = end;
                }
            } else {
                rest.end = by;
            }
        }
    }
    if cue.group.shape == Shape::Reduced
        && source.is_none()
        && !next(rest.start).is_some_and(|u| u.any(&["as", "to"]))
    {
        return None;
    }
    // "which can be found here, Lind says"
    if subject.as_ref().is_some_and(|s| units[s.start].any(&["which", "who", "that"])) {
        rest.end = noun_limit(units, &rest);
    }
    let addressed = cue.verb.frames.has('a')
        && next(rest.start).is_some_and(|u| !u.is("by") && u.tag != Tag::Preposition);
    let content: Vec<_> = subject
        .filter(|_| !addressed)
        .into_iter()
        .chain([rest])
        .filter(|r| !r.is_empty())
        .collect();
    Some(Found { source, cue: range, content, class: Some(cue.verb.class), ..Found::default() })
}
