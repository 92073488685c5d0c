//! Names that stand apart from what they say: before a colon, behind a dash, in front of a line.

use super::WORDS;
use crate::{
    Said,
    copy::{Copy, Found},
    lexicon::Class,
    phrase,
    unit::Unit,
};
use language::{Tag, TextRange, data, names::is_given};
use std::{ops::Range, sync::LazyLock};

/// Words that stand before a colon and name nobody.
pub static LABELS: LazyLock<Vec<&str>> = LazyLock::new(|| data::class(WORDS, "label").collect());

/// Longest name of a speaker before a colon or behind a dash, in units.
pub const NAME: usize = 10;

/// Longest name of a speaker in a transcript, in bytes.
const LINE: usize = 80;

/// "The bridge is old – Ada Moss: “…”", "More from the report: “…”": only a name stands between a dash,
/// or the beginning, and the colon.
pub fn before_colon(copy: &mut Copy, sentence: &Range<usize>, at: usize) -> bool {
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

/// “…” – French presidency
pub fn credit(copy: &mut Copy, sentence: &Range<usize>) {
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

/// Whether the name of a label is in capitals, whatever stands behind it: "MOSS (laughing)",
/// "MOSS, host".
pub fn is_loud(label: &str) -> bool {
    !label.split(['(', '[', ',']).next().unwrap_or(label).contains(char::is_lowercase)
}

/// "Tom Reed": one to four capitalised words, as an interview has them before its lines.
fn is_name(words: &str) -> bool {
    words.split(' ').count() <= 4
        && words.split(' ').all(|word| {
            word.starts_with(char::is_uppercase)
                && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '’'))
        })
}

/// "Tom Reed", "Tom Reed - Warden"
fn is_named(words: &str) -> bool {
    words.split([" - ", " – "][usize::from(words.contains('–'))]).all(is_name)
}

/// Where a line begins behind the time of the tape: "[00:14] MOSS:", "10:01:22 MOSS:".
fn timed(text: &str) -> usize {
    let open = text.len() - text.trim_start_matches(['[', '(']).len();
    let clock = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '-' | '–');
    let end = text.len() - text[open..].trim_start_matches(clock).len();
    let counts =
        text[open..end].contains(':') && text[open..].starts_with(|c| clock(c) && c != ':');
    if counts { text.len() - text[end..].trim_start_matches([']', ')', ' ']).len() } else { 0 }
}

/// Where the colon behind a label stands: not in a time in brackets.
fn label_end(text: &str) -> Option<usize> {
    let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let brings = |at: usize| text[..at].ends_with("SOT") || text[..at].ends_with("CLIP");
    let colons = text.bytes().take(LINE * 2).enumerate().filter(|(_, byte)| *byte == b':');
    colons.map(|(at, _)| at).find(|&at| !digit(at + 1) && !brings(at))
}

/// "SOT (00:12) Ada Moss, warden", "SOT: Ada Moss": the name behind words of directions.
fn taped(label: &str) -> Option<&str> {
    const TAPE: [&str; 6] = ["SOT", "SOUNDBITE", "CLIP", "ACTUALITY", "BITE", "SYNC"];
    let (first, rest) = label.split_once([' ', ':'])?;
    let rest = rest.trim_start();
    let inner = rest.strip_prefix('(').and_then(|inner| inner.split_once(')'));
    let rest = match inner {
        Some((time, "")) => time,
        Some((_, behind)) => behind,
        None => rest,
    };
    let name = rest.split(',').next()?.trim();
    (TAPE.contains(&first) && is_name(name)).then_some(name)
}

/// "WALLACE: …", "OKORO (V/O): …", also inside the marks of a longer quotation: the whole paragraph
/// belongs to the speaker whose name stands in capitals before the colon.
pub fn transcript(text: &str) -> Option<Said> {
    let timed = timed(text);
    let marks = ['"', '“', '”', '«', '‘', '\'', ' ', '['];
    let start = text.len() - text[timed..].trim_start_matches(marks).len();
    let colon = start + label_end(&text[start..])?;
    let label = text[start..colon].trim_end();
    let name = label.split(['(', '[', ']']).next().unwrap_or(label).trim_end();
    let name = taped(label).unwrap_or(name);
    // "ADA MOSS, host"
    let (named, described) = name.split_once(", ").unwrap_or((name, ""));
    let name = if described.contains(char::is_lowercase) { named } else { name };
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let upper = !name.contains(|c: char| c.is_lowercase() || matches!(c, '!' | '?' | '"' | '“'))
        || is_named(name) && text[colon + 1..].starts_with(' ');
    // "ADA MOSS, BYLINE"
    let words = || named.split(|c: char| !c.is_alphanumeric());
    // "LIVE – MOSS" brings somebody on.
    let handed = ["LIVE – ", "LIVE - ", "LIVE: "].iter().any(|live| name.starts_with(live));
    let known =
        !handed && words().any(|word| LABELS.iter().any(|label| word.eq_ignore_ascii_case(label)));
    let spoken = text[colon + 1..].trim_start();
    // "FLOOD - TUESDAY 6PM - REPORTER: ADA MOSS" is the slug of a script.
    let parted = [" - ", " / "].iter().any(|sign| name.contains(sign));
    let slug = parted && !spoken.contains(char::is_lowercase);
    // "JO: I saw it."
    let christened =
        || name.len() == 2 && is_given(&format!("{}{}", &name[..1], name[1..].to_lowercase()));
    let asked = matches!(name, "Q" | "A") || name.is_ascii() && christened();
    if letters < 3 && !asked
        || label.len() > LINE
        || !upper
        || known
        || slug
        || !spoken.contains(char::is_alphanumeric)
    {
        return None;
    }
    let content =
        TextRange::new(text.len() - spoken.len(), text.trim_end().trim_end_matches('.').len());
    Some(Said {
        source: vec![TextRange::new(start, start + label.len())],
        antecedent: None,
        cue: vec![TextRange::new(colon, colon + 1)],
        content: vec![content],
        class: Some(Class::Speech),
        carried: false,
        via: None,
        within: None,
        line: true,
    })
}
