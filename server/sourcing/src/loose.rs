//! Quotations that no cue of their own sentence governs.

use crate::{
    clause::{Group, Shape, Subject},
    copy::{Copy, Found},
    kind,
    lexicon::Class,
    phrase,
    unit::Unit,
};
use language::{MentionKind, Tag};
use std::ops::Range;

/// Longest name of an answer before its colon, in units.
const ANSWER: usize = 6;

/// Gives the quotations of `sentence` that are still free to the speaker who has the floor.
pub fn sentence(copy: &mut Copy, sentence: &Range<usize>, groups: &[Group]) {
    let free: Vec<usize> =
        sentence.clone().filter(|&i| waits(copy, i, groups) && !copy.covered(i)).collect();
    if free.is_empty() {
        return;
    }
    let alone = sentence.clone().all(|i| {
        copy.units[i].quote.is_some() || !copy.units[i].text.contains(char::is_alphanumeric)
    });
    if alone {
        goes_on(copy, sentence, sentence.clone());
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
        // "accused of “…”", "described as “…”": whoever it is done to does not say it.
        let suffers = |g: &&Group| {
            let cue = copy.units[g.head].word.is_some_and(|w| !w.verbs.is_empty());
            let behind = copy.units.get(g.head + 1);
            let done = behind.is_some_and(|u| u.any(&["of", "as", "by", "for", "over"]));
            cue && (g.shape == Shape::Passive || g.shape == Shape::Reduced && done)
        };
        if let Some(group) = before.filter(suffers) {
            copy.push(Found {
                cue: group.range.clone(),
                content: vec![at..at + 1],
                class: Some(Class::Speech),
                ..Found::default()
            });
            continue;
        }
        let source = group
            .and_then(|g| g.subject.range())
            .filter(|s| !s.contains(&at) && copy.units[s.start].tag != Tag::Adverb);
        if source.is_none() {
            match answer(copy, sentence, at).or_else(|| remark(copy, sentence, at)) {
                Some(answer) => copy.push(answer),
                None => goes_on(copy, sentence, at..at + 1),
            }
            continue;
        }
        let cue = group.map_or(at..at, |g| g.range.clone());
        copy.push(Found {
            source,
            cue,
            content: vec![at..at + 1],
            class: Some(Class::Speech),
            ..Found::default()
        });
    }
}

/// "His response: “…”", "Moss’s advice to the council: “…”": the words are the owner's.
fn answer(copy: &Copy, sentence: &Range<usize>, at: usize) -> Option<Found> {
    let colon = at.checked_sub(1).filter(|&i| copy.units[i].is(":"))?;
    let owner = sentence.start;
    let unit = copy.units.get(owner)?;
    let owns = unit.any(&["his", "her", "their"])
        || unit.tag == Tag::Name
            && unit.text.ends_with(['s', '’', '\''])
            && unit.text.contains(['’', '\'']);
    (owns && (2..=ANSWER).contains(&(colon - owner))).then(|| Found {
        source: Some(owner..owner + 1),
        cue: owner + 1..colon,
        content: vec![at..at + 1],
        class: Some(Class::Speech),
        ..Found::default()
    })
}

/// "For Ada Moss that is no comfort: “…”": the words are those of the only person before the colon.
fn remark(copy: &Copy, sentence: &Range<usize>, at: usize) -> Option<Found> {
    let colon = at.checked_sub(1).filter(|&i| i > sentence.start && copy.units[i].is(":"))?;
    let person = |i: &usize| {
        let named = copy.units[*i].tag == Tag::Name && copy.units[i + 1].tag != Tag::Name;
        named && copy.names(&(*i..i + 1)) == Some(MentionKind::Person)
    };
    let mut people = (sentence.start..colon).filter(person);
    let last = people.next().filter(|_| people.next().is_none())?;
    let start = phrase::core_back(&copy.units, sentence.start, last + 1)?;
    Some(Found {
        source: Some(start..last + 1),
        cue: colon..at,
        content: vec![at..at + 1],
        class: Some(Class::Speech),
        ..Found::default()
    })
}

/// A quotation with nobody beside it goes on with the sentence before, or waits for the one behind.
fn goes_on(copy: &mut Copy, sentence: &Range<usize>, content: Range<usize>) {
    if let Some(i) = before_it(copy, sentence) {
        copy.extend(i, content);
        return;
    }
    if let Some(owner) = asked(copy, sentence) {
        copy.push(Found {
            cue: owner.end..sentence.start,
            source: Some(owner),
            content: vec![content],
            class: Some(Class::Speech),
            ..Found::default()
        });
        return;
    }
    let earlier = copy.found.iter().filter(|found| found.cue.start < sentence.start);
    let somebody =
        |s: &Range<usize>| !copy.units[s.start].any(&["who", "which", "that", "it", "this"]);
    let source = earlier.rev().find_map(|found| found.source.clone().filter(somebody));
    copy.push(Found {
        carried: source.is_none(),
        source,
        cue: content.start..content.start,
        content: vec![content],
        class: Some(Class::Speech),
        ..Found::default()
    });
}

/// "The diocese’s verdict? “Necessary.”": whose word the question before asks for.
fn asked(copy: &Copy, sentence: &Range<usize>) -> Option<Range<usize>> {
    let before = copy.sentences.iter().rev().find(|s| s.end == sentence.start)?;
    let units = copy.units.get(before.clone())?;
    let last = units.last()?;
    let verdict = last.is("?") && units.len() <= ANSWER && !units.iter().any(Unit::verbal);
    let owner = units.iter().position(Unit::possessive).filter(|_| verdict)?;
    Some(before.start..before.start + owner + 1)
}

/// The attribution that the sentence before belongs to, where that one is quoted too. Whoever speaks
/// goes before whoever a relative clause says something of: “…,” said Moss, who thinks “…”
fn before_it(copy: &Copy, sentence: &Range<usize>) -> Option<usize> {
    let quoted = |found: &Found| {
        found.class.is_some_and(|c| c != Class::Stance)
            && found.cue.start < sentence.start
            && found.content.iter().any(|r| copy.units[r.clone()].iter().any(|u| u.quote.is_some()))
    };
    let relative =
        |found: &Found| found.source.as_ref().is_some_and(|s| copy.units[s.start].relative());
    let speaks = copy.found.iter().rposition(|found| quoted(found) && !relative(found));
    let before = copy.outermost(speaks.or_else(|| copy.found.iter().rposition(quoted))?);
    let last = copy.sentences.iter().rev().find(|s| s.end <= sentence.start).map_or(0, |s| s.start);
    let found = &copy.found[before];
    let ends = found.content.iter().map(|r| r.end).chain([found.cue.end]).max().unwrap_or(0);
    (ends > last).then_some(before)
}

/// Whether a quotation is somebody’s words by its length, by the verb before it, or as what somebody
/// takes another for: "admires him as a ‘strong leader’".
fn waits(copy: &Copy, at: usize, groups: &[Group]) -> bool {
    let unit = &copy.units[at];
    if unit.speech() || unit.quote.is_none() || kind::title(unit.text) {
        return unit.speech();
    }
    let verb = groups.iter().rev().find(|g| g.head < at);
    let attributes = verb.is_some_and(|g| {
        copy.units[g.head].word.is_some_and(|w| !w.verbs.is_empty()) && !names(copy, g)
    });
    let mut before = copy.units[..at].iter().rev().take(2);
    let taken = before.find(|u| u.tag != Tag::Determiner).is_some_and(|u| u.is("as"));
    attributes || taken
}

/// Whether a verb only gives a thing its name: "a class called ‘Bridges’", "the so-called ‘bridge’".
fn names(copy: &Copy, group: &Group) -> bool {
    let unit = &copy.units[group.head];
    let so = group.head > 0 && copy.units[group.head - 1].any(&["so", "so-"]);
    let names = ["called", "named", "titled", "entitled", "dubbed", "labeled", "known"];
    unit.any(&names) && (group.shape == Shape::Reduced || so)
}
