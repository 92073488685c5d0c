//! What kind of clause a verb group heads, by its forms and what stands beside it.

use super::{BE, Shape, Subject, description::APPOSITIVE};
use crate::{
    lexicon::{Inflection, Word},
    phrase,
    unit::Unit,
};
use language::Tag;
use std::ops::Range;

/// What kind of clause the verb group at `range` heads, whose verb is `head`.
pub fn shape(units: &[Unit], range: &Range<usize>, head: usize) -> Shape {
    let before = &units[range.start..head];
    let ing = units[head].text.ends_with("ing");
    if before.iter().any(|u| u.tag == Tag::To) && !before.iter().any(|u| u.any(&BE)) {
        return Shape::Infinitive;
    }
    let be = before.iter().any(|u| u.any(&BE));
    let auxiliary = before.iter().any(|u| u.tag == Tag::Auxiliary);
    match () {
        () if be && !ing => Shape::Passive,
        () if auxiliary || ing && contracted(units, range.start) => Shape::Finite,
        // Said X, “…”
        () if opens_speech(units, range, head) => Shape::Finite,
        // "When asked how …, X said"
        () if head == range.start && after_subordinator(units, head) => Shape::Reduced,
        () if units[head].tag == Tag::Participle
            && !ing
            && beside_quotation(units, range.start) =>
        {
            Shape::Finite
        }
        () if ing => Shape::Participle,
        // “…,” said X: behind a quotation the verb is finite, whatever it looks like.
        () if behind_speech(units, range.start) => Shape::Finite,
        // "Minister | accused of ‘…’": what always has an object has lost it to the passive.
        () if lacks_object(units, head) => Shape::Reduced,
        // "…, the statement added."
        () if units[head].ends || units.get(head + 1).is_none_or(|u| u.any(&[".", ":"])) => {
            Shape::Finite
        }
        // "A man who runs a lodge there | lamented, “…”"
        () if leads_quotation(units, head) => Shape::Finite,
        // "Moss, who came in May, | blasted Lind": a passive has no object.
        () if has_object(units, head) => Shape::Finite,
        () if units[head].tag == Tag::Participle => Shape::Reduced,
        () => Shape::Finite,
    }
}

/// "In a note posted on Friday, Moss said": what a preposition governs is nobody’s subject, so the past
/// form behind it is a passive.
pub fn passive_in_phrase(
    units: &[Unit],
    low: usize,
    range: &Range<usize>,
    shape: Shape,
    subject: &Subject,
) -> bool {
    let Subject::Of(subject) = subject else { return false };
    let governed = subject.start == low + 1
        && units[low].tag == Tag::Preposition
        && !units[low].any(&["as", "like", "after", "before", "since", "until"]);
    let comma = || (range.end..range.end + 12).find(|&i| units.get(i).is_none_or(|u| u.is(",")));
    shape == Shape::Finite
        && range.len() == 1
        && governed
        && (units[range.start].text.ends_with("ed") || is_passive_form(units, range))
        && (comma().is_some_and(|i| i < units.len()) || holds_words(units, subject))
}

/// "In a statement read to the panel she said": what stands in a document is said by somebody else.
fn holds_words(units: &[Unit], subject: &Range<usize>) -> bool {
    units[subject.clone()].last().and_then(|u| u.word).is_some_and(|w| w.roles.document)
        && units[subject.start - 1].is("in")
}

/// "a deposition | read aloud in court": a past form that is not regular, with no object behind it.
fn is_passive_form(units: &[Unit], range: &Range<usize>) -> bool {
    let form = |i: Inflection| matches!(i, Inflection::Past | Inflection::Participle);
    let past = units[range.start].word.is_some_and(|w| w.verbs.iter().any(|(i, _)| form(*i)));
    let next = units.get(range.end).map(|u| u.tag);
    past && !units[range.start].is("said") && matches!(next, Some(Tag::Adverb | Tag::Preposition))
}

/// Whether a comma and a quotation stand behind a verb that speaks.
fn leads_quotation(units: &[Unit], head: usize) -> bool {
    units[head].word.is_some_and(Word::quotes)
        && units.get(head + 1).is_some_and(|u| u.is(","))
        && units.get(head + 2).is_some_and(Unit::speech)
}

/// Whether a name or a pronoun follows a past form as its object. Verbs that name or give can have
/// one in the passive too.
fn has_object(units: &[Unit], head: usize) -> bool {
    let names =
        ["named", "called", "titled", "dubbed", "labeled", "told", "given", "asked", "shown"];
    !units[head].any(&names)
        && units.get(head + 1).is_some_and(|u| {
            u.tag == Tag::Name && !u.any(&phrase::TIMES)
                || u.quote.is_some()
                || u.any(&["him", "her", "them", "it", "he", "she", "they"])
        })
}

/// Whether a past form that only takes an object stands before a preposition instead.
fn lacks_object(units: &[Unit], head: usize) -> bool {
    let next = units.get(head + 1).map_or("", |u| u.text);
    let only = |w: &Word| {
        w.verbs.iter().all(|(i, v)| {
            matches!(i, Inflection::Past | Inflection::Participle)
                && v.particles.first() != Some(&next)
                && (v.frames.has('n') || v.frames.has('s'))
                && !['c', 'q', 't', 'i', 'a', 'g'].iter().any(|&frame| v.frames.has(frame))
        })
    };
    units[head].word.is_some_and(|w| !w.verbs.is_empty() && only(w))
        && units.get(head + 1).is_some_and(|u| u.any(&["of", "by", "as", "over", "for"]))
}

/// Whether a quotation stands before `at`, a dash between them at most.
fn behind_speech(units: &[Unit], at: usize) -> bool {
    let dash = at > 1 && units[at - 1].dash();
    at > 0 && units[at - 1 - usize::from(dash)].speech()
}

/// "He’s | claiming": a pronoun that holds its auxiliary stands before the verb.
fn contracted(units: &[Unit], verb: usize) -> bool {
    let before = verb.checked_sub(1).map(|i| &units[i]);
    before.is_some_and(|u| u.tag == Tag::Pronoun && u.text.contains(['’', '\'']))
}

/// Whether a verb that speaks opens its sentence before a name: Said Otto Lind, “…”
fn opens_speech(units: &[Unit], range: &Range<usize>, head: usize) -> bool {
    let opens = range.start == 0 || units[range.start - 1].ends || units[range.start - 1].is(",");
    let past = |w: &Word| {
        w.verbs
            .iter()
            .any(|(i, v)| *i == Inflection::Past && v.frames.has('q') && !v.frames.has('a'))
    };
    opens
        && head == range.start
        && units[head].word.is_some_and(past)
        && units.get(head + 1).is_some_and(|u| u.tag == Tag::Name)
}

/// Whether a past form follows "when", "if", "once" at once and so has no subject of its own:
/// "When asked if …, X said"; "Asked if …, X said".
fn after_subordinator(units: &[Unit], head: usize) -> bool {
    let leads = ["when", "if", "once", "as", "unless", "until", "while", "though", "although"];
    let past = units[head].word.is_some_and(|w| {
        w.verbs.iter().any(|(i, _)| matches!(i, Inflection::Past | Inflection::Participle))
    });
    let opens = head == 0 || units[head - 1].ends;
    let asked = ["asked", "pressed", "told", "questioned"];
    past && (head > 0 && units[head - 1].any(&leads) || opens && units[head].any(&asked))
}

/// “…,” Mr. Sanders, a senator who ran before, | told reporters: only a name with what describes it
/// stands between a quotation and the verb.
fn beside_quotation(units: &[Unit], verb: usize) -> bool {
    let low = verb.saturating_sub(APPOSITIVE);
    let quote = (low..verb).rev().find(|&i| units[i].leads_over());
    let Some(quote) = quote.filter(|_| units[verb].word.is_some_and(Word::quotes)) else {
        return false;
    };
    let between = &units[quote + 1..verb];
    let relative = between.iter().position(Unit::relative).unwrap_or(between.len());
    between.first().is_some_and(|u| {
        matches!(u.tag, Tag::Name | Tag::Noun | Tag::Determiner | Tag::Adjective | Tag::Number)
    }) && !between[..relative].iter().any(|u| u.verbal() || u.ends)
}
