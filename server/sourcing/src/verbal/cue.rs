//! Which verbs of a sentence attribute.

use super::content::OPENERS;
use crate::{
    clause::{Group, Shape},
    lexicon::{Inflection, Verb},
    predicate,
    unit::Unit,
};
use language::Tag;
use std::ops::Range;

/// A verb of the sentence that attributes.
pub struct Cue<'g> {
    /// Its verb group.
    pub group: &'g Group,
    /// What the lexicon says of it.
    pub verb: &'static Verb,
    /// The group and its particles.
    pub range: Range<usize>,
}

/// The verbs of `sentence` that attribute, in order.
pub fn cues<'g>(units: &[Unit], sentence: &Range<usize>, groups: &'g [Group]) -> Vec<Cue<'g>> {
    let quoted = units[sentence.clone()].iter().any(|u| u.quote.is_some());
    let mut cues: Vec<Cue> =
        groups.iter().filter_map(|group| cue(units, group, sentence.end, quoted)).collect();
    // "let it | be known": a verb that belongs to the cue before it.
    let mut end = 0;
    cues.retain(|cue| {
        let free = cue.group.head >= end;
        end = end.max(cue.range.end);
        free
    });
    cues
}

/// The cue of a verb group; `quoted` says whether there are quoted words in its sentence.
fn cue<'g>(units: &[Unit], group: &'g Group, high: usize, quoted: bool) -> Option<Cue<'g>> {
    let word = units[group.head].word?;
    // "in a barely audible whisper as he stood": one does not "whisper".
    let one = group
        .subject
        .range()
        .is_some_and(|s| units[s.start].any(&["a", "an"]) && !units[s.end - 1].text.ends_with('s'));
    // "In a statement read to the panel, she said"
    let fronted = group.shape == Shape::Reduced
        && group.subject.range().is_some_and(|s| {
            let document = units[s.end - 1].word.is_some_and(|w| w.roles.document);
            document && s.start > 0 && units[s.start - 1].is("in")
        });
    if fronted {
        return None;
    }
    let plain = |(i, _): &(Inflection, Verb)| *i == Inflection::Base;
    if one && group.range.len() == 1 && word.verbs.iter().all(plain) {
        return None;
    }
    // "is convinced that", "expressed the hope that" attribute in their own way.
    if predicate::cue(units, group, high).is_some() || predicate::is_held(units, group) {
        return None;
    }
    let (verb, end) = word.verbs.iter().find_map(|(inflection, verb)| {
        let end = group.head + 1 + verb.particles.len();
        let follows = end <= high
            && verb
                .particles
                .iter()
                .zip(&units[group.head + 1..end])
                .all(|(p, u)| u.is(p) && u.tag != Tag::To);
        let fits = match group.shape {
            Shape::Passive | Shape::Reduced => {
                matches!(inflection, Inflection::Past | Inflection::Participle)
            }
            _ => true,
        };
        // "reflecting “new realities”": a verb that takes only a clause attributes no phrase; "to meet
        // and continue talks": one that takes only quoted words attributes no others.
        let opens = || units.get(end).is_some_and(|u| u.any(&OPENERS));
        let possible = match verb.frames {
            frames if frames.takes_only("t") => opens(),
            frames if frames.takes_only("q") => quoted,
            _ => true,
        };
        (follows && fits && possible).then_some((verb, end))
    })?;
    Some(Cue { group, verb, range: group.range.start..end })
}
