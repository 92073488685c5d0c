//! Quotations that no cue of their own sentence governs.

use crate::{
    attribute::{Copy, Found},
    clause::{Group, Shape, Subject},
    lexicon::Class,
};
use std::ops::Range;

/// Units between the end of an attribution and a quotation that goes on with it: the source and the
/// full stop of an inverted one.
const NEAR: usize = 8;

/// Gives the quotations of `sentence` that are still free to the speaker who has the floor.
pub fn sentence(copy: &mut Copy, sentence: &Range<usize>, groups: &[Group]) {
    let free: Vec<usize> =
        sentence.clone().filter(|&i| copy.units[i].speech() && !copy.covered(i)).collect();
    if free.is_empty() {
        return;
    }
    let alone = sentence.clone().all(|i| {
        copy.units[i].quote.is_some() || !copy.units[i].text.contains(char::is_alphanumeric)
    });
    if alone {
        goes_on(copy, sentence);
        return;
    }
    for at in free {
        let relative = |g: &Group| {
            g.subject.range().is_some_and(|s| {
                copy.units[s.start].any(&["who", "which", "that", "there", "it", "what", "this"])
            })
        };
        let named =
            |g: &&Group| g.shape != Shape::Infinitive && g.subject != Subject::None && !relative(g);
        let before = groups.iter().rev().filter(|g| g.head < at).find(named);
        let group = before.or_else(|| groups.iter().find(named));
        let source = group
            .and_then(|g| g.subject.range())
            .filter(|s| !s.contains(&at) && copy.units[s.start].tag != language::Tag::Adverb);
        let carried = source.is_none();
        let cue = group.map_or(at..at, |g| g.range.clone());
        copy.push(Found {
            source,
            cue,
            content: vec![at..at + 1],
            class: Some(Class::Speech),
            carried,
            ..Found::default()
        });
    }
}

/// A sentence that is nothing but a quotation goes on with the one before, or waits for the one
/// behind.
fn goes_on(copy: &mut Copy, sentence: &Range<usize>) {
    let quoted = |found: &Found| {
        found.class.is_some_and(|c| c != Class::Stance)
            && found.cue.start < sentence.start
            && found.content.iter().any(|r| copy.units[r.clone()].iter().any(|u| u.quote.is_some()))
    };
    let innermost = copy.found.iter().rposition(quoted);
    let before = innermost.map(|i| copy.outermost(i));
    // It follows directly where the sentence before is that attribution's.
    let directly = before.filter(|&i| {
        let found = &copy.found[i];
        let last = found.content.iter().map(|r| r.end).chain([found.cue.end]).max().unwrap_or(0);
        last + NEAR >= sentence.start
    });
    if let Some(i) = directly {
        copy.extend(i, sentence.clone());
        return;
    }
    let earlier = copy.found.iter().filter(|found| found.cue.start < sentence.start);
    let source = earlier.rev().find_map(|found| found.source.clone());
    copy.push(Found {
        carried: source.is_none(),
        source,
        cue: sentence.start..sentence.start,
        content: vec![sentence.clone()],
        class: Some(Class::Speech),
        ..Found::default()
    });
}
