//! Attribution by nouns: "his claim that …", "criticism of … by X".

use crate::{
    clause::{self, Group, Shape},
    copy::{Copy, Found},
    lexicon::Class,
    phrase,
};
use language::Tag;
use std::ops::Range;

/// Finds the attributions that nouns of `sentence` make.
pub fn find(copy: &mut Copy, sentence: &Range<usize>, groups: &[Group]) {
    for at in sentence.clone() {
        let unit = &copy.units[at];
        let Some(word) = unit.word.filter(|_| unit.tag == Tag::Noun) else { continue };
        let Some(next) = copy.units.get(at + 1).filter(|_| at + 1 < sentence.end) else { break };
        let that = word.links.that && next.is("that");
        let to = word.links.to && next.tag == Tag::To;
        let prepositions = ["of", "for", "on", "about", "against", "over", "with", "to"];
        let of = word.links.of && next.tag == Tag::Preposition && next.any(&prepositions);
        let Some(source) = owner(copy, sentence.start, at) else { continue };
        if !(that || to || of) {
            continue;
        }
        let end = if of {
            let phrase =
                phrase::ahead(&copy.units, at + 2, sentence.end, &["of", "for", "on", "in", "to"]);
            phrase.max(at + 2)
        } else {
            let comma = (at + 1..sentence.end).find(|&i| copy.units[i].is(","));
            let end = comma.unwrap_or(sentence.end);
            predicate(copy, at + 2..end, groups).unwrap_or(end)
        };
        let content = if of { at + 2..end } else { at + 1..end };
        if content.is_empty() {
            continue;
        }
        let class = if of { Class::Stance } else { Class::Claim };
        copy.push(Found {
            source: Some(source),
            cue: at..at + 1 + usize::from(of),
            content: vec![content],
            class: Some(class),
            within: copy.governor(at),
            ..Found::default()
        });
    }
}

/// "Her claim that the bridge was never inspected | drew laughter": where the verb of the noun itself begins, if
/// the clause that the noun leads, `clause`, has had its own.
fn predicate(copy: &Copy, clause: Range<usize>, groups: &[Group]) -> Option<usize> {
    let finite = |g: &&Group| matches!(g.shape, Shape::Finite | Shape::Passive);
    let mut verbs = clause::groups_in(groups, &clause).filter(finite);
    verbs.next()?;
    let bare = |g: &&Group| {
        let before = &copy.units[g.range.start - 1];
        // "the system that he says | is rigged"
        let says = before.word.is_some_and(|w| w.verbs.iter().any(|(_, v)| v.frames.has('c')));
        let joined = says || before.parts() || before.relative() || before.tag == Tag::Conjunction;
        let own =
            g.subject.range().is_some_and(|s| s.start >= clause.start && s.end <= g.range.start);
        !joined && !own
    };
    verbs.find(bare).map(|g| g.range.start)
}

/// Whose noun it is: "his", "Macron’s".
fn owner(copy: &Copy, low: usize, noun: usize) -> Option<Range<usize>> {
    let units = &copy.units;
    let mut at = noun;
    while at > low
        && (units[at - 1].tag == Tag::Adjective
            || units[at - 1].tag == Tag::Noun && !units[at - 1].possessive())
    {
        at -= 1;
    }
    let before = at.checked_sub(1).filter(|&i| i >= low)?;
    if units[before].any(&["his", "her", "their", "its", "my", "our"]) {
        return Some(before..at);
    }
    if units[before].possessive() { phrase::back(units, low, at) } else { None }
}
