//! Headlines: who is named before a colon, or behind the last dash or colon, says the rest.

use super::line::{LABELS, NAME};
use crate::{
    copy::{Copy, Found},
    lexicon::Class,
    phrase,
    unit::Unit,
};
use language::{MentionKind, Tag, names::is_known_person_noun};
use std::ops::Range;

/// Units before a dash or a colon from which they can be a statement.
const STATEMENT: usize = 3;

/// "Ada Moss: “…”", and in a headline "Moss: Bridge Is Safe", "Lake mayor: bridge is safe", "Moss to
/// rivals: ‘…’": everything behind the colon belongs to whoever is named before it.
pub fn speaker_line(copy: &mut Copy) -> bool {
    let units = &copy.units;
    let Some(colon) = units.iter().take(NAME).position(|u| u.is(":")) else { return false };
    let spoken = units.get(colon + 1..).unwrap_or_default();
    let to = (1..colon).find(|&i| units[i].any(&["to", "on"]));
    let to = to.filter(|&to| is_named(&units[..to]));
    // "Ada Moss, director of the port: “…”"
    let comma = (1..colon).find(|&i| units[i].is(","));
    let described = comma.filter(|&comma| {
        let beside = &units[comma + 1..colon];
        is_somebody(copy, &(0..comma)) && !beside.iter().any(|u| u.verbal() || u.quote.is_some())
    });
    let name = 0..to.or(described).unwrap_or(colon);
    let label = name.len() == 1 && units[0].text.len() < 3
        || units[name.clone()].iter().any(|u| u.any(&LABELS));
    let quoted = spoken.first().is_some_and(|u| u.quote.is_some());
    let speaks = is_somebody(copy, &name);
    let titled = units[name.clone()].iter().all(Unit::nominal)
        && units[name.clone()]
            .iter()
            .any(|u| u.tag == Tag::Name || u.word.is_some_and(|w| w.roles.document))
        && headline(spoken);
    let heads = quoted && (speaks || is_named(&units[name.clone()]))
        || titled && is_named(&units[name.clone()])
        || speaks && copy.is_headline() && spoken.len() >= STATEMENT;
    if name.is_empty() || label || !heads {
        return false;
    }
    let found = Found {
        source: Some(name),
        cue: colon..colon + 1,
        content: vec![colon + 1..units.len()],
        class: Some(Class::Speech),
        ..Found::default()
    };
    copy.push(found);
    true
}

/// "14 dead as ferry sinks - coastguard", "‘We can breathe’: Moss": whoever stands behind the last sign
/// of a headline says what stands before it.
pub fn credited(copy: &mut Copy, sentence: &Range<usize>) {
    let units = &copy.units;
    let from = sentence.start + 1;
    let sign = (from..sentence.end).rev().take(NAME).find(|&i| units[i].dash() || units[i].is(":"));
    let Some(sign) = sign.filter(|_| copy.is_headline()) else { return };
    let name = sign + 1..sentence.end;
    let said = &units[sentence.start..sign];
    let states = said.len() + 1 >= STATEMENT || said.iter().any(|u| u.quote.is_some());
    let joins = ["of", "for", "from", "at", "in"];
    let whole = phrase::ahead(units, name.start, name.end, &joins) == name.end;
    if name.is_empty() || !states || !whole || copy.covered(sentence.start) {
        return;
    }
    if !is_somebody(copy, &name) {
        return;
    }
    let found = Found {
        source: Some(name),
        cue: sign..sign + 1,
        content: vec![sentence.start..sign],
        class: Some(Class::Speech),
        ..Found::default()
    };
    copy.push(found);
}

/// Whether these units are written as a name, with titles, brackets and commas.
fn is_named(units: &[Unit]) -> bool {
    let signs = ["(", ")", ",", ".", "-"];
    !units.is_empty()
        && units.iter().all(|u| u.any(&signs) || u.capital() && !u.verbal() && u.quote.is_none())
}

/// Whether these units are a phrase for somebody who can speak: a person or a body by name, or one by
/// what they are: "Lake mayor", "mother of three", "police".
fn is_somebody(copy: &Copy, name: &Range<usize>) -> bool {
    let units = &copy.units[name.clone()];
    let whole = phrase::back(&copy.units, name.start, name.end).is_some_and(|r| r == *name);
    if !whole || units.iter().any(|u| u.verbal() || u.quote.is_some()) {
        return false;
    }
    let joint = units.iter().position(|u| u.tag == Tag::Preposition).unwrap_or(units.len());
    let Some(head) = units[..joint].last() else { return false };
    // A surname alone: the article tells whose it is.
    let body = [MentionKind::Person, MentionKind::Organisation, MentionKind::Unknown];
    if copy.names(&(name.start..name.start + joint)).is_some_and(|kind| body.contains(&kind)) {
        return true;
    }
    let role = head.word.is_some_and(|w| {
        let r = w.roles;
        r.person || r.anonymous || r.official || r.vague || r.epithet || r.outlet
    });
    let noun = head.text.to_lowercase();
    head.tag != Tag::Adjective && (role || is_known_person_noun(&noun))
}

/// Whether the long words of these units all have a capital, as a headline writes them.
fn headline(units: &[Unit]) -> bool {
    let long =
        |u: &&Unit| u.quote.is_none() && u.text.chars().filter(|c| c.is_alphabetic()).count() > 4;
    units.iter().filter(long).take(2).count() == 2 && units.iter().filter(long).all(Unit::capital)
}
