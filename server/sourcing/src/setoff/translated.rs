//! Forms that come with translation: "For Ada Moss, it is “a first victory”"; "“…”, so Moss"; "« … », cuts
//! Moss".

use crate::{
    clause,
    copy::{Copy, Found},
    lexicon::Class,
    phrase,
    unit::Unit,
};
use language::{MentionKind, Tag, names::is_person_noun};
use std::ops::Range;

/// Finds whose side a sentence gives: "For Moss, …" where words of it are quoted, "…, so Moss".
pub fn side(copy: &mut Copy, sentence: &Range<usize>) {
    let found = view(copy, sentence).or_else(|| so(copy, sentence));
    let found = found.or_else(|| relative_view(copy, sentence));
    if let Some(found) = found {
        copy.push(found);
    }
}

/// "At the palace, one pleads …", "From the union they qualify it as …": what a body’s people say, who
/// are only "one" or "they".
pub fn house(copy: &mut Copy, sentence: &Range<usize>) {
    let units = &copy.units;
    let start = sentence.start + 1;
    if !units.get(sentence.start).is_some_and(|u| u.any(&["at", "from", "in", "within"])) {
        return;
    }
    let end = phrase::ahead(units, start, sentence.end, &["of", "for"]);
    let one = end + usize::from(units.get(end).is_some_and(|u| u.is(",")));
    let said = one < sentence.end && units[one].any(&["one", "they"]);
    let joint = (start..end).find(|&i| units[i].tag == Tag::Preposition).unwrap_or(end);
    // "In the county, they say" may be anybody there.
    let inside = units[sentence.start].any(&["in", "within"]);
    let head = &units[joint.max(1) - 1];
    let official = head.word.is_some_and(|w| w.roles.official) && !head.capital() && !inside;
    let body = joint > start
        && (copy.names(&(start..joint)) == Some(MentionKind::Organisation)
            || head.any(&["entourage", "camp", "ranks", "circles", "headquarters"])
            || official);
    if !said || !body {
        return;
    }
    let theirs = |found: &&mut Found| {
        found.cue.start > one
            && found.cue.start < sentence.end
            && found.source.as_ref().is_none_or(|source| *source == (one..one + 1))
    };
    copy.found.iter_mut().filter(theirs).for_each(|found| {
        found.source = Some(start..end);
        found.carried = false;
    });
    // "one tempers: “…”"
    let colon = (one + 2..sentence.end.min(one + 4)).find(|&i| copy.units[i].is(":"));
    if let Some(colon) = colon.filter(|&colon| colon + 1 < sentence.end && !copy.covered(colon + 1))
    {
        copy.push(Found {
            source: Some(start..end),
            cue: one + 1..one + 2,
            content: vec![colon + 1..sentence.end],
            class: Some(Class::Speech),
            ..Found::default()
        });
    }
}

/// "For Ada Moss, who heads the union, “it is a first victory”".
fn view(copy: &Copy, sentence: &Range<usize>) -> Option<Found> {
    let units = &copy.units;
    let start = sentence.start + 1;
    units.get(sentence.start).filter(|u| u.is("for"))?;
    let end = phrase::ahead(units, start, sentence.end, &["of", "for", "from"]);
    let end = phrase::with_name(units, start, end, sentence.end);
    let kind = copy.names(&(start..end));
    let body = [MentionKind::Person, MentionKind::Organisation];
    let role = units.get(end.checked_sub(1)?)?.word.is_some_and(|w| w.roles.person);
    let closes = units.get(end).filter(|u| u.is(",") && end < sentence.end && end > start);
    closes.filter(|_| role || kind.is_some_and(|kind| body.contains(&kind)))?;
    // What describes the name ends with the last comma before the first words that are quoted.
    let quote = (end..sentence.end).find(|&i| {
        let named = units[i - 1].nominal() || units[i - 1].tag == Tag::Determiner;
        // "For the coach, the team “forgot to live” in the end."
        let whole =
            !units[end..sentence.end].iter().any(|u| matches!(u.tag, Tag::Verb | Tag::Auxiliary));
        units[i].speech() || units[i].quote.is_some() && (!named || whole)
    })?;
    let opens = units[end + 1].any(&["who", "which", "a", "an"]) || apposed(units, end + 1, quote);
    let close = if opens { (end + 1..quote).rev().find(|&i| units[i].is(","))? } else { end };
    Some(Found {
        source: Some(start..end),
        cue: sentence.start..start,
        content: vec![close + 1..sentence.end],
        class: Some(Class::Claim),
        ..Found::default()
    })
}

/// "the mayor, Ada Moss, for whom “help came late”".
fn relative_view(copy: &Copy, sentence: &Range<usize>) -> Option<Found> {
    let units = &copy.units;
    let inner = sentence.start + 1..sentence.end.saturating_sub(2);
    let at = inner.clone().find(|&i| units[i].is("for") && units[i + 1].is("whom"))?;
    let source = clause::followed(units, sentence.start, at, true)?;
    let somebody = phrase::is_somebody(units, source.start, source.end)
        || copy.names(&source) == Some(MentionKind::Person);
    (somebody && units[at - 1].is(",")).then(|| Found {
        source: Some(source),
        cue: at..at + 2,
        content: vec![at + 2..sentence.end],
        class: Some(Class::Claim),
        ..Found::default()
    })
}

/// "For the union, third force in the house, “…”": a phrase that another comma closes, before any verb.
fn apposed(units: &[Unit], from: usize, high: usize) -> bool {
    let comma = (from..high).find(|&i| units[i].is(","));
    comma.is_some_and(|comma| units[from..comma].iter().all(|u| !u.verbal()))
}

/// "“…”, so Moss, chairman of the union, on Friday."
fn so(copy: &Copy, sentence: &Range<usize>) -> Option<Found> {
    let units = &copy.units;
    let at = (sentence.start.max(1)..sentence.end).find(|&i| {
        let stop = i == sentence.start && i > 1 && units[i - 1].is(".");
        let before = &units[i - 1 - usize::from(stop)];
        units[i].any(&["so", "thus"]) && (before.is(",") || before.quote.is_some())
    })?;
    let end = phrase::ahead(units, at + 1, sentence.end, &["of", "for", "from"]);
    let named = units[at + 1..end].iter().any(|u| u.tag == Tag::Name);
    let verbs = units[at + 1..sentence.end]
        .iter()
        .any(|u| matches!(u.tag, Tag::Verb | Tag::Auxiliary | Tag::Infinitive));
    // "“…” So the mayor, Ada Moss, on Friday." – the words have a sentence of their own.
    let end_of = at - usize::from(units[at - 1].any(&[",", "."]));
    let said = if at == sentence.start { end_of - 1 } else { sentence.start }..end_of;
    let end = phrase::with_name(units, at + 1, end, sentence.end);
    let named = named
        || units[at + 1..end].iter().any(|u| u.tag == Tag::Name)
        || phrase::is_somebody(units, at + 1, end);
    let free = at > sentence.start || !copy.covered(said.start);
    (free && named && !verbs && !said.is_empty()).then(|| Found {
        source: Some(at + 1..end),
        cue: at..at + 1,
        content: vec![said],
        class: Some(Class::Speech),
        ..Found::default()
    })
}

/// "« Nothing is decided », tempers somebody close to the minister": behind a quotation any verb and
/// the name it is turned round with are its speaker’s.
pub fn inverted(copy: &mut Copy, sentence: &Range<usize>) {
    let units = &copy.units;
    let quote = sentence.start;
    let free = |i: usize| units[i].quote.is_some() && !copy.covered(i);
    if sentence.is_empty() || !free(quote) {
        return;
    }
    if units.get(quote + 1).is_some_and(|u| u.is(":") && quote + 2 < sentence.end) {
        if let Some(found) = beyond_colon(copy, sentence, quote) {
            copy.push(found);
        }
        return;
    }
    let comma = units.get(quote + 1).is_some_and(|u| u.is(","));
    if !comma && !units[quote].leads_over() {
        return;
    }
    let verb = quote + 1 + usize::from(comma);
    let start = behind_verb(units, verb, sentence.end);
    let end = phrase::ahead(units, start, sentence.end, &["of", "for", "from", "at", "in"]);
    if end > sentence.end || end <= start || !units.get(verb).is_some_and(acts) {
        return;
    }
    let joint = (start..end).find(|&i| units[i].tag == Tag::Preposition).unwrap_or(end);
    let head = &units[joint - 1];
    let somebody = units[start..joint].iter().any(|u| u.tag == Tag::Name)
        || head.any(&["one", "he", "she", "somebody", "someone"])
        || is_person_noun(&head.text.to_lowercase())
        || head.word.is_some_and(|w| w.roles.anonymous || w.roles.person || w.roles.official);
    let closed = units.get(end).is_none_or(|u| {
        end >= sentence.end
            || u.tag == Tag::Preposition
            || u.tag == Tag::To
            || u.parts()
            || u.is(".")
    });
    if !somebody || !closed {
        return;
    }
    // "…,” fired back Moss, | recalling that": what she goes on to do is hers.
    for found in copy.found.iter_mut().rev().take_while(|found| found.cue.start >= end) {
        let goes_on = found.source.is_none() && units[found.cue.start].text.ends_with("ing");
        if goes_on && found.cue.start < sentence.end {
            found.source = Some(start..end);
        }
    }
    let mut content = vec![quote..quote + 1];
    let rest = (end..sentence.end).find(|&i| units[i].speech());
    content.extend(rest.map(|i| i..i + 1));
    let found = Found {
        source: Some(start..end),
        cue: verb..start,
        content,
        class: Some(Class::Speech),
        ..Found::default()
    };
    copy.push(found);
}

/// "«A black day»: this is the comment of the mayor, Ada Moss": the first person named behind the colon.
fn beyond_colon(copy: &Copy, sentence: &Range<usize>, quote: usize) -> Option<Found> {
    let units = &copy.units;
    let rest = quote + 2..sentence.end;
    let person = rest.clone().find(|&i| {
        units[i].tag == Tag::Name && copy.names(&(i..i + 1)) == Some(MentionKind::Person)
    });
    // "‘Gone by Easter’: theatre boss warns of closure"
    let subject = phrase::ahead(units, rest.start, rest.end, &["of", "for"]);
    let acts = |u: &Unit| u.word.is_some_and(|w| !w.verbs.is_empty()) || u.verbal();
    let role = |u: &Unit| {
        let people = u.text.strip_suffix('s').unwrap_or(u.text);
        is_person_noun(people)
            || u.word.is_some_and(|w| w.roles.person || w.roles.official || w.roles.anonymous)
    };
    let warns = (rest.start..=subject.min(rest.end - 1))
        .rev()
        .take(2)
        .find(|&i| i > rest.start && acts(&units[i]) && role(&units[i - 1]));
    let source = match (warns, person) {
        (Some(verb), _) => rest.start..verb,
        (None, person) => phrase::back(units, rest.start, person? + 1)?,
    };
    let speech = units[rest].iter().any(Unit::speech);
    (!speech).then(|| Found {
        source: Some(source),
        cue: quote + 1..quote + 2,
        content: vec![quote..quote + 1],
        class: Some(Class::Speech),
        ..Found::default()
    })
}

/// Where the subject begins behind a verb: "is indignant | Moss", "recounts, still shaken, | Moss".
fn behind_verb(units: &[Unit], verb: usize, high: usize) -> usize {
    let is =
        |i: usize, tags: &[Tag]| units.get(i).is_some_and(|u| i < high && tags.contains(&u.tag));
    let mut start = verb + 1;
    if units.get(verb).is_some_and(|u| u.any(&["is", "was", "are"])) {
        start += usize::from(is(start, &[Tag::Adjective, Tag::Participle, Tag::Verb]));
    }
    start += usize::from(is(start, &[Tag::Adverb]));
    phrase::over_inserted(units, start, high)
}

/// Whether a word can be a verb in the present or the past, whatever it was taken for.
fn acts(unit: &Unit) -> bool {
    let form = unit.text.ends_with("ed") || unit.text.ends_with('s') && !unit.text.ends_with("ss");
    unit.quote.is_none()
        && unit.text.starts_with(char::is_lowercase)
        && (unit.verbal() || unit.tag == Tag::Noun || unit.any(&["is", "was", "are"]))
        && (form || unit.word.is_some_and(|w| !w.verbs.is_empty()))
}
