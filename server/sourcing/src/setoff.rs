//! Attribution set off from its clause: "according to X", "NAME: …", "“…” – NAME", "reportedly".

mod bite;
mod headline;
mod line;
mod translated;

pub use bite::bites;
pub use headline::speaker_line;
pub use line::{is_loud, transcript};
pub use translated::{house, inverted};

use crate::{
    clause::{Group, Shape},
    copy::{Copy, Found},
    lexicon::{Class, Inflection},
    phrase,
    unit::Unit,
};
use language::{Tag, data};
use line::{before_colon, credit};
use std::{ops::Range, sync::LazyLock};

/// The words of attributions that are set off.
const WORDS: &str = include_str!("../data/set-off.txt");

/// Prepositions that carry the source of "according to" on.
const JOINS: [&str; 10] = ["of", "for", "from", "in", "by", "at", "with", "to", "on", "close"];

/// Units between "per" and the comma behind its source.
const SOURCE: usize = 12;

/// Adverbs that say somebody else says so, and not who.
const HEARSAY: [&str; 6] =
    ["reportedly", "allegedly", "supposedly", "purportedly", "seemingly", "apparently"];

/// Nouns for what somebody said, behind a possessive: "in Moss’s words".
static SAID: LazyLock<Vec<&str>> = LazyLock::new(|| data::class(WORDS, "said").collect());

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
            according(copy, sentence, at..at + 2, groups);
        } else if unit.is("per") && (at == sentence.start || closes(&copy.units[at - 1])) {
            per(copy, sentence, at, groups);
        } else if unit.any(&["in", "under", "from"]) && at == sentence.start {
            in_document(copy, sentence);
        } else if unit.is("as") {
            relayed(copy, sentence, at);
        } else if unit.any(&HEARSAY) {
            hearsay(copy, sentence, at, groups);
        }
    }
    credit(copy, sentence);
    headline::credited(copy, sentence);
    translated::side(copy, sentence);
}

/// "In Moss’s words, …": the possessive before the noun is the source.
fn words_of(copy: &mut Copy, sentence: &Range<usize>, at: usize) -> bool {
    let units = &copy.units;
    let near = units.get(at + 1..(at + 6).min(sentence.end)).unwrap_or_default();
    if !near.iter().any(|u| u.any(&SAID)) {
        return false;
    }
    let end = phrase::core_ahead(units, at + 1, sentence.end);
    // "in the words of Ada Moss, …"
    let of = (at + 2..at + 4).find(|&i| units.get(i).is_some_and(|u| u.is("of")));
    if let Some(of) = of.filter(|&of| units[of - 1].any(&SAID)) {
        let end = phrase::ahead(units, of + 1, sentence.end, &["of", "for", "from"]);
        let set_off = units.get(end).is_some_and(|u| u.any(&[",", ":"]) || u.quote.is_some());
        if set_off && end > of + 1 && end < sentence.end {
            copy.push(Found {
                source: Some(of + 1..end),
                cue: at..of + 1,
                content: vec![end..sentence.end],
                class: Some(Class::Speech),
                ..Found::default()
            });
            return true;
        }
    }
    let told = end > at + 2
        && units[end - 1].any(&SAID)
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

/// Whether a comma stands there, inside the marks of a quotation or not.
fn closes(unit: &Unit) -> bool {
    unit.is(",") || unit.quote.is_some() && unit.text.ends_with(',')
}

/// "Per a memo, the plant will close.", "The plant will close, per Reuters.": set off from the sentence on both
/// sides, unlike "per day".
fn per(copy: &mut Copy, sentence: &Range<usize>, at: usize, groups: &[Group]) {
    let units = &copy.units;
    let end = phrase::ahead(units, at + 1, sentence.end, &JOINS);
    let comma = (end..sentence.end).take(SOURCE).find(|&i| units[i].is(","));
    let leads = at == sentence.start && end > at + 1 && comma.is_some();
    let closes = at > sentence.start && (end >= sentence.end || units[end].any(&[",", "."]));
    let told = units[at + 1..end]
        .iter()
        .any(|u| u.tag == Tag::Name || u.word.is_some_and(|w| w.roles.document || w.roles.outlet));
    if (leads || closes) && told {
        according(copy, sentence, at..at + 1, groups);
    }
}

fn according(copy: &mut Copy, sentence: &Range<usize>, cue: Range<usize>, groups: &[Group]) {
    let units = &copy.units;
    let (at, start) = (cue.start, cue.end);
    let mut end = phrase::ahead(units, start, sentence.end, &JOINS);
    if end == start {
        return;
    }
    let leads = at == sentence.start
        || units[at - 1].any(&[":", ";"]) && !units[at].is("per")
        || at <= sentence.start + 2 && units[at - 1].any(&["but", "and", "that", ",", "yet", "so"]);
    end = phrase::with_name(units, start, end, sentence.end);
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
        cue,
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
            || units[i].tag == Tag::Verb
                && units[i]
                    .word
                    .is_some_and(|w| w.verbs.iter().any(|(_, v)| v.class == Class::Stance))
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
