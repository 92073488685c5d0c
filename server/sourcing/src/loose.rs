//! Quotations that no cue of their own sentence governs.

use crate::{
    attribute::{Copy, Found},
    clause::{Group, Shape, Subject},
    lexicon::Class,
};
use std::ops::Range;

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
        let named = |g: &&Group| g.shape != Shape::Infinitive && g.subject != Subject::None;
        let before = groups.iter().rev().filter(|g| g.head < at).find(named);
        let group = before.or_else(|| groups.iter().find(named));
        let source = group.and_then(|g| g.subject.range()).filter(|s| !s.contains(&at));
        let carried = source.is_none();
        let cue = group.map_or(at..at, |g| g.range.clone());
        copy.found.push(Found {
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
    let quoted = |copy: &Copy, found: &Found| {
        found.class.is_some_and(|c| c != Class::Stance)
            && found.content.iter().any(|r| copy.units[r.clone()].iter().any(|u| u.quote.is_some()))
    };
    let before = (0..copy.found.len()).rev().find(|&i| quoted(copy, &copy.found[i]));
    let adjacent = before.filter(|&i| {
        copy.found[i].content.last().is_some_and(|last| {
            copy.sentences.iter().position(|s| s.contains(&(last.end - 1))).map(|s| s + 1)
                == copy.sentences.iter().position(|s| s == sentence)
                || copy.found[i].cue.end >= sentence.start.saturating_sub(8)
        })
    });
    if let Some(i) = adjacent {
        copy.found[i].content.push(sentence.clone());
        return;
    }
    let last = copy.found.iter().rev().find(|f| f.source.is_some());
    let source = last.and_then(|f| f.source.clone());
    let carried = source.is_none();
    copy.found.push(Found {
        source,
        cue: sentence.start..sentence.start,
        content: vec![sentence.clone()],
        class: Some(Class::Speech),
        carried,
        ..Found::default()
    });
}
