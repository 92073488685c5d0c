//! Where the content of a verb begins and what it may be.

use super::{Cue, REASONS};
use crate::{lexicon::Frames, phrase, unit::Unit};
use language::Tag;
use std::ops::Range;

/// Words that open a clause as content.
pub const OPENERS: [&str; 10] =
    ["that", "whether", "if", "how", "why", "what", "who", "when", "where", "which"];

/// Whether the verb can have this content; `clause` says whether a verb is in it.
pub fn fits(units: &[Unit], frames: Frames, content: &Range<usize>, clause: bool) -> bool {
    let first = &units[content.start];
    let quoted = units[content.clone()].iter().any(|u| u.quote.is_some());
    let opened = first.any(&OPENERS);
    let noun = frames.has('n') || frames.has('o');
    noun || frames.has('c') && (clause || quoted)
        || frames.has('t') && opened
        || frames.has('q') && (first.speech() || quoted && frames.has('c'))
        || frames.has('i') && first.tag == Tag::To
        || frames.has('g') && first.text.ends_with("ing")
        || frames.has('s') && units[content.clone()].iter().take(16).any(|u| u.is("as"))
        || frames.has('d')
            && units[content.clone()]
                .windows(2)
                .take(16)
                .any(|pair| pair[0].is("at") && pair[1].tag == Tag::Number)
}

/// Steps over adverbs, times and places behind the cue: "said | on Tuesday in a statement | that".
/// Gives where that ends, and where content begins if any stands there.
pub fn behind(units: &[Unit], cue: &Cue, high: usize) -> (usize, Option<usize>) {
    let frames = cue.verb.frames;
    let clause = frames.has('c') || frames.has('q');
    let mut at = cue.range.end;
    for _ in 0..8 {
        let Some(unit) = units.get(at).filter(|_| at < high) else { return (at, None) };
        if unit.any(&OPENERS) {
            // "disputes that account", "denies that."
            let this = unit.is("that") && (frames.has('n') || frames.has('o'));
            return (at, (clause || frames.has('t') || this).then_some(at));
        }
        if unit.speech() {
            return (at, Some(at));
        }
        let next = units.get(at + 1).filter(|_| at + 1 < high);
        if unit.is(":") || unit.is(",") && next.is_some_and(Unit::speech) {
            return (at, Some(at + 1));
        }
        // "said on Monday in Dayton, Ohio, | that"
        if unit.is(",")
            && at > cue.range.end
            && let Some(that) = resumes(units, at, high)
        {
            at = that;
            continue;
        }
        if unit.is(",") || unit.any(&[".", ";", "?", "!"]) || unit.dash() {
            return (at, None);
        }
        if unit.tag == Tag::To {
            let fits = frames.has('i') || frames.has('o') || frames.has('c');
            return (at, fits.then_some(at));
        }
        if !clause && !frames.has('i') {
            let noun = ['n', 'o', 's', 'd'].iter().any(|&frame| frames.has(frame));
            let ing = frames.has('g') && unit.text.ends_with("ing");
            return (at, (noun || ing).then_some(at));
        }
        let skipped = adverbial(units, at, high);
        if skipped > at {
            at = skipped;
            continue;
        }
        if unit.any(&REASONS) && at > cue.range.end {
            return (at, None);
        }
        // "asked Tom Hale, “…”": whom it is said to.
        let to =
            if clause { phrase::ahead(units, at, high, &["of", "at", "from", "in"]) } else { at };
        let set_off = units.get(to).is_some_and(|u| u.is(",") || u.is(":"));
        if to > at && set_off && to + 1 < high && units[to + 1].speech() {
            return (to, Some(to + 1));
        }
        if frames.has('a') {
            let addressee = phrase::ahead(units, at, high, &["of", "at", "from", "in"]);
            if addressee > at {
                return addressed(units, cue, at, addressee, high);
            }
        }
        let fits = clause || frames.has('n');
        return (at, fits.then_some(at));
    }
    (at, None)
}

/// Content behind a phrase between commas: "told me, off the record, | that"; "excluded, on the other hand,
/// | any return".
pub fn beyond_inserted(units: &[Unit], frames: Frames, comma: usize, high: usize) -> Option<usize> {
    units.get(comma).filter(|u| u.is(","))?;
    // "said in a letter, seen by the Echo, | that"
    let seen = ["seen", "obtained", "published", "released", "quoted", "reported", "reviewed"];
    let opens = |u: &&Unit| matches!(u.tag, Tag::Preposition | Tag::Adverb) || u.any(&seen);
    units.get(comma + 1).filter(opens)?;
    let close = (comma + 2..high.min(comma + 8)).find(|&i| units[i].is(","))?;
    let plain = |u: &Unit| !u.verbal() && u.quote.is_none();
    let next = units.get(close + 1).filter(|_| close + 1 < high)?;
    let noun = frames.has('n') && (next.tag == Tag::Determiner || next.nominal());
    let clause = (frames.has('c') || frames.has('q') || frames.has('t')) && next.any(&OPENERS);
    let fits = noun || clause || next.speech() && frames.has('q');
    (fits && units[comma + 2..close].iter().all(plain)).then_some(close + 1)
}

/// Where "that" or a quotation follows a comma or a place between commas.
fn resumes(units: &[Unit], comma: usize, high: usize) -> Option<usize> {
    let names = units[comma + 1..high].iter().take(3).take_while(|u| u.tag == Tag::Name).count();
    let closes = comma + 1 + names;
    let after = if names > 0 && units.get(closes).is_some_and(|u| u.is(",")) {
        closes + 1
    } else {
        comma + 1
    };
    units.get(after).filter(|u| after < high && (u.is("that") || u.speech())).map(|_| after)
}

/// Content behind a person addressed: "told reporters | on Tuesday that …".
fn addressed(
    units: &[Unit],
    cue: &Cue,
    first: usize,
    mut at: usize,
    high: usize,
) -> (usize, Option<usize>) {
    let frames = cue.verb.frames;
    for _ in 0..6 {
        let Some(unit) = units.get(at).filter(|_| at < high) else { break };
        let next = units.get(at + 1).filter(|_| at + 1 < high);
        if unit.tag == Tag::To {
            return (at, Some(if frames.has('o') { first } else { at }));
        }
        if unit.any(&OPENERS) || unit.speech() {
            return (at, Some(at));
        }
        if unit.is(":") || unit.is(",") && next.is_some_and(Unit::speech) {
            return (at, Some(at + 1));
        }
        let skipped = if unit.is("of") { at } else { adverbial(units, at, high) };
        if skipped == at {
            let begins = unit.nominal()
                || matches!(unit.tag, Tag::Determiner | Tag::Pronoun)
                || unit.is("of");
            return (at, begins.then_some(at));
        }
        at = skipped;
    }
    (at, (frames.has('n') && at > first).then_some(first))
}

/// End of an adverb, a time or a preposition phrase at `at`.
fn adverbial(units: &[Unit], at: usize, high: usize) -> usize {
    let unit = &units[at];
    if unit.any(&phrase::TIMES) || unit.tag == Tag::Adverb {
        return at + 1;
    }
    if unit.any(&["last", "next", "this"])
        && units.get(at + 1).is_some_and(|u| u.any(&phrase::TIMES))
    {
        return at + 2;
    }
    let places = [
        "in",
        "on",
        "at",
        "during",
        "to",
        "of",
        "from",
        "through",
        "via",
        "after",
        "before",
        "with",
        "about",
        "by",
        "across",
        "around",
        "near",
        "outside",
        "inside",
        "throughout",
    ];
    if unit.any(&places) && !units.get(at + 1).is_some_and(|u| u.any(&["least", "most", "all"])) {
        let end = phrase::ahead(units, at + 1, high, &["of", "at", "with", "in", "on", "for"]);
        if end > at + 1 {
            return end;
        }
    }
    at
}

/// A noun phrase as content ends where a new clause begins behind a comma.
pub fn noun_limit(units: &[Unit], content: &Range<usize>) -> usize {
    let stop = |i: &usize| {
        let next = units.get(i + 1);
        units[*i].is(";")
            || units[*i].is(",")
                && next.is_some_and(|u| {
                    matches!(u.tag, Tag::Participle | Tag::Subordinator | Tag::Conjunction)
                        || u.any(&["who", "which", "but", "while", "as", "with"])
                })
    };
    (content.start..content.end).find(stop).unwrap_or(content.end)
}
