//! Attribution set off from its clause: "according to X", "NAME: …", "“…” – NAME", "reportedly".

use crate::{
    attribute::{Copy, Found, Said},
    clause::{Group, Shape},
    lexicon::{Class, Inflection},
    phrase,
    unit::Unit,
};
use language::{Tag, TextRange};
use std::ops::Range;

/// Prepositions that carry the source of "according to" on.
const JOINS: [&str; 10] = ["of", "for", "from", "in", "by", "at", "with", "to", "on", "close"];

/// Adverbs that say somebody else says so, and not who.
const HEARSAY: [&str; 6] =
    ["reportedly", "allegedly", "supposedly", "purportedly", "seemingly", "apparently"];

/// Words that stand before a colon and name nobody.
const LABELS: [&str; 20] = [
    "byline",
    "dateline",
    "note",
    "update",
    "updated",
    "correction",
    "abstract",
    "summary",
    "headline",
    "breaking",
    "watch",
    "video",
    "related",
    "read",
    "photos",
    "exclusive",
    "opinion",
    "analysis",
    "transcript",
    "live",
];

/// Longest name of a speaker before a colon or behind a dash, in units.
const NAME: usize = 10;

/// Longest name of a speaker in a transcript, in bytes.
const LINE: usize = 60;

/// Finds what is set off in `sentence`.
pub fn find(copy: &mut Copy, sentence: &Range<usize>, groups: &[Group]) {
    for at in sentence.clone() {
        let unit = &copy.units[at];
        if unit.is(":") && before_colon(copy, sentence, at) {
            continue;
        }
        let unit = &copy.units[at];
        if unit.any(&["in", "by"]) && words_of(copy, sentence, at) {
            continue;
        }
        let unit = &copy.units[at];
        if unit.is("according") && copy.units.get(at + 1).is_some_and(|u| u.is("to")) {
            according(copy, sentence, at, groups);
        } else if unit.any(&["in", "under", "from"]) && at == sentence.start {
            in_document(copy, sentence);
        } else if unit.is("as") {
            relayed(copy, sentence, at);
        } else if unit.any(&HEARSAY) {
            hearsay(copy, sentence, at, groups);
        }
    }
    credit(copy, sentence);
}

/// "The bridge is old – Ada Moss: “…”", "More from the report: “…”": only a name stands between a dash,
/// or the beginning, and the colon.
fn before_colon(copy: &mut Copy, sentence: &Range<usize>, at: usize) -> bool {
    let units = &copy.units;
    if at == sentence.start || !units.get(at + 1).is_some_and(Unit::speech) {
        return false;
    }
    let low =
        (sentence.start..at).rev().find(|&i| units[i].dash()).map_or(sentence.start, |i| i + 1);
    let plain = units[low..at].iter().all(|u| !u.verbal() && u.quote.is_none() && !u.is(","));
    let Some(start) = phrase::core_back(units, low, at).filter(|_| plain && at - low <= NAME)
    else {
        return false;
    };
    let led = start > low && units[start - 1].is("from");
    let names = |u: &Unit| u.tag == Tag::Name || led && u.word.is_some_and(|w| w.roles.document);
    if !(start == low || led) || !units[start..at].iter().any(names) {
        return false;
    }
    let found = Found {
        source: Some(start..at),
        cue: at..at + 1,
        content: vec![at + 1..sentence.end],
        class: Some(Class::Speech),
        ..Found::default()
    };
    copy.push(found);
    true
}

/// "In Moss’s words, …": the possessive before the noun is the source.
fn words_of(copy: &mut Copy, sentence: &Range<usize>, at: usize) -> bool {
    let units = &copy.units;
    let end = phrase::core_ahead(units, at + 1, sentence.end);
    let said =
        ["words", "view", "opinion", "telling", "account", "estimation", "phrase", "reading"];
    let told = end > at + 2
        && units[end - 1].any(&said)
        && units.get(end).is_some_and(|u| u.is(",") || u.quote.is_some())
        && (units[end - 2].possessive() || units[end - 2].any(&["his", "her", "their", "its"]));
    let begins = at == sentence.start;
    if !told || !begins && !units[at - 1].parts() && units[at - 1].tag != Tag::Subordinator {
        return false;
    }
    let content = end + usize::from(units[end].is(","))..sentence.end;
    if content.is_empty() {
        return false;
    }
    let found = Found {
        source: Some(at + 1..end - 1),
        cue: end - 1..end,
        content: vec![content],
        class: Some(Class::Speech),
        ..Found::default()
    };
    copy.push(found);
    true
}

fn according(copy: &mut Copy, sentence: &Range<usize>, at: usize, groups: &[Group]) {
    let units = &copy.units;
    let start = at + 2;
    let mut end = phrase::ahead(units, start, sentence.end, &JOINS);
    if end == start {
        return;
    }
    let leads = at == sentence.start
        || at <= sentence.start + 2 && units[at - 1].any(&["but", "and", "that", ",", "yet", "so"]);
    let comma = (end..sentence.end).find(|&i| units[i].is(","));
    let mut via = None;
    let content = if leads {
        if let Some(comma) = comma {
            // "According to a close source, quoted by Le Parisien, …"
            let appositive = comma + 1 < sentence.end
                && (units[comma + 1].any(&["quoted", "cited", "who", "which", "a", "an"]))
                && (comma + 1..sentence.end).any(|i| units[i].is(","));
            end = comma;
            let mut from = comma + 1;
            if appositive {
                let by =
                    (comma + 1..sentence.end).take(4).find(|&i| units[i].any(&["by", "in", "to"]));
                via = by.map(|i| i + 1..phrase::ahead(units, i + 1, sentence.end, &["of", "for"]));
                from =
                    (comma + 1..sentence.end).find(|&i| units[i].is(",")).map_or(from, |i| i + 1);
            }
            vec![from..sentence.end]
        } else {
            vec![end..sentence.end]
        }
    } else {
        let from = clause_start(copy, sentence, at);
        let units = &copy.units;
        let mut content = vec![from..at];
        let rest = comma.filter(|&i| i <= end + 1).map(|i| i + 1).filter(|&i| i < sentence.end);
        if let Some(rest) = rest
            && units[at - 1].is(",")
            && (units[rest].verbal() && units[rest].tag != Tag::Participle
                || units[rest].any(&["and", "but"]))
            && !groups.iter().any(|g| g.range.start > rest && is_speech(copy, g))
        {
            content.push(rest..sentence.end);
        }
        content
    };
    let closed = start..via.as_ref().map_or(end, |via: &Range<usize>| via.end.max(end));
    copy.close(closed);
    copy.push(Found {
        source: Some(start..end),
        cue: at..start,
        content,
        via,
        class: Some(Class::Speech),
        ..Found::default()
    });
}

/// "In the poll, X leads": the document before the comma says so.
fn in_document(copy: &mut Copy, sentence: &Range<usize>) {
    let units = &copy.units;
    let start = sentence.start + 1;
    let end = phrase::ahead(units, start, sentence.end, &["of", "for", "by", "from"]);
    let document = (start..end).rev().find_map(|i| units[i].word).is_some_and(|w| w.roles.document);
    let spoken = (end..sentence.end).any(|i| {
        units[i].speech()
            || units[i].word.is_some_and(|w| w.verbs.iter().any(|(_, v)| v.class == Class::Speech))
    });
    if !document || end + 1 >= sentence.end {
        return;
    }
    let introduces = units[end].is(":") && units[end + 1].speech();
    if !introduces && (spoken || !units[end].is(",") || units[sentence.start].is("from")) {
        return;
    }
    copy.push(Found {
        source: Some(start..end),
        cue: sentence.start..start,
        content: vec![end + 1..sentence.end],
        class: Some(Class::Evidential),
        ..Found::default()
    });
}

/// ", as outlined in a Reuters dispatch,": the sentence around it reached the writer that way.
fn relayed(copy: &mut Copy, sentence: &Range<usize>, at: usize) {
    let units = &copy.units;
    let participle = units.get(at + 1).is_some_and(|u| {
        u.word.is_some_and(|w| {
            w.verbs.iter().any(|(i, _)| matches!(i, Inflection::Past | Inflection::Participle))
        })
    });
    let by = at + 2;
    if !participle || by + 1 >= sentence.end || !units[by].any(&["in", "by", "to"]) {
        return;
    }
    let end = phrase::ahead(units, by + 1, sentence.end, &["of", "for", "from", "at"]);
    let begins = at == sentence.start;
    let set_off = begins || units[at - 1].parts();
    let closes = end >= sentence.end || units[end].parts() || units[end].is(".");
    if end == by + 1 || !set_off || !closes {
        return;
    }
    let content = [sentence.start..at, (end + 1).min(sentence.end)..sentence.end];
    let found = Found {
        source: Some(by + 1..end),
        cue: at..by + 1,
        content: content.into_iter().filter(|r| !r.is_empty()).collect(),
        class: Some(Class::Speech),
        ..Found::default()
    };
    copy.close(at..end);
    copy.push(found);
}

fn is_speech(copy: &Copy, group: &Group) -> bool {
    copy.units[group.head]
        .word
        .is_some_and(|w| w.verbs.iter().any(|(_, v)| v.class == Class::Speech))
}

/// Where the clause that "according to" closes begins: the sentence, or the other half of it.
fn clause_start(copy: &Copy, sentence: &Range<usize>, at: usize) -> usize {
    let units = &copy.units;
    let joint = (sentence.start..at).rev().find(|&i| units[i].is(";"));
    joint.map_or(sentence.start, |i| i + 1)
}

/// "Both leaders | reportedly | saw value in it."
fn hearsay(copy: &mut Copy, sentence: &Range<usize>, at: usize, groups: &[Group]) {
    let group = groups.iter().find(|g| g.range.contains(&at) || g.range.start == at + 1);
    let subject = group.filter(|g| g.shape != Shape::Infinitive).and_then(|g| g.subject.range());
    let before =
        subject.map(|s| s.start.max(sentence.start)..at).filter(|r| !r.is_empty() && r.start < at);
    let stop =
        (at + 1..sentence.end).find(|&i| copy.units[i].any(&[",", ":"]) || copy.units[i].speech());
    let content = before
        .into_iter()
        .chain([at + 1..stop.unwrap_or(sentence.end)])
        .filter(|r| !r.is_empty())
        .collect();
    copy.push(Found { source: None, cue: at..at + 1, content, class: None, ..Found::default() });
}

/// “…” – French presidency
fn credit(copy: &mut Copy, sentence: &Range<usize>) {
    let units = &copy.units;
    let mut signs = sentence.start.max(1)..sentence.end;
    let Some(dash) = signs.find(|&i| units[i].dash() && units[i - 1].speech()) else { return };
    let name = dash + 1..sentence.end;
    if name.is_empty()
        || name.len() > NAME
        || units[name.clone()].iter().any(|u| u.verbal() || u.speech())
        || !units[name.start].capital()
    {
        return;
    }
    // "– French presidency france24.com": the address is where it was found.
    let last = &units[name.end - 1];
    let address = name.len() > 1 && last.text.contains('.') && !last.text.ends_with('.');
    let via = address.then(|| name.end - 1..name.end);
    let name = name.start..name.end - usize::from(address);
    let found = Found {
        via,
        source: Some(name),
        cue: dash..dash + 1,
        content: vec![sentence.start.min(dash - 1)..dash],
        class: Some(Class::Speech),
        ..Found::default()
    };
    copy.push(found);
}

/// "WALLACE: …", also inside the marks of a longer quotation: the whole paragraph belongs to the
/// speaker whose name stands in capitals before the colon.
pub fn transcript(text: &str) -> Option<Said> {
    let start = text.len() - text.trim_start_matches(['"', '“', '”', '«', '‘', '\'', ' ']).len();
    let colon = start + text[start..].find(':')?;
    let name = text[start..colon].trim_end();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let upper = !name.contains(|c: char| c.is_lowercase() || matches!(c, '!' | '?' | '"' | '“'));
    let words = || name.split(|c: char| !c.is_alphanumeric());
    let label = words().any(|word| LABELS.iter().any(|label| word.eq_ignore_ascii_case(label)));
    let spoken = text[colon + 1..].trim_start();
    if letters < 3
        || name.len() > LINE
        || !upper
        || label
        || !spoken.contains(char::is_alphanumeric)
    {
        return None;
    }
    let content =
        TextRange::new(text.len() - spoken.len(), text.trim_end().trim_end_matches('.').len());
    Some(Said {
        source: vec![TextRange::new(start, start + name.len())],
        cue: vec![TextRange::new(colon, colon + 1)],
        content: vec![content],
        class: Some(Class::Speech),
        carried: false,
        via: None,
        within: None,
    })
}

/// "Ada Moss: “…”", and in a headline "Moss: Bridge Is Safe": everything behind the colon belongs to
/// whoever is named before it.
pub fn speaker_line(copy: &mut Copy) -> bool {
    let units = &copy.units;
    let Some(colon) = units.iter().take(NAME).position(|u| u.is(":")) else { return false };
    let (name, spoken) = (&units[..colon], units.get(colon + 1..).unwrap_or_default());
    let label = name.iter().any(|u| u.text.len() < 3 && name.len() == 1 || u.any(&LABELS));
    let signs = ["(", ")", ",", ".", "-"];
    let named = name.iter().all(|u| u.any(&signs) || u.capital() && !u.verbal());
    let quoted = spoken.first().is_some_and(Unit::speech);
    let source = name.iter().all(Unit::nominal)
        && name.iter().any(|u| u.tag == Tag::Name || u.word.is_some_and(|w| w.roles.document));
    let heads = quoted || source && headline(spoken);
    if name.is_empty() || label || !named || !heads {
        return false;
    }
    let found = Found {
        source: Some(0..colon),
        cue: colon..colon + 1,
        content: vec![colon + 1..units.len()],
        class: Some(Class::Speech),
        ..Found::default()
    };
    copy.push(found);
    true
}

/// Whether the long words of these units all have a capital, as a headline writes them.
fn headline(units: &[Unit]) -> bool {
    let long =
        |u: &&Unit| u.quote.is_none() && u.text.chars().filter(|c| c.is_alphabetic()).count() > 4;
    units.iter().filter(long).take(2).count() == 2 && units.iter().filter(long).all(Unit::capital)
}
