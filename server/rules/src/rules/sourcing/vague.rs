//! # SRC007: vague attribution
//!
//! ## What it does
//! Finds statements put in the mouth of nobody in particular: "critics say", "experts believe",
//! "some analysts". Silent where one of the group is named at once: "including", "such as", the
//! next sentence of the paragraph, or a quotation that begins the next one; and where somebody who is
//! named says it of them. A group is marked once an article.
//!
//! ## Why
//! The words sound like a source and are none: nobody can be asked, and the writer's own view may
//! hide behind them.
//!
//! ## Examples
//! ```news
//! Some analysts see the call as a return to the table.
//! ^^^^^^^^^^^^^ SRC007
//! ```
//! Who is placed or named is somebody, and who only acts says nothing:
//! ```news
//! Analysts at the Lowther Institute see the call as a return to the table.
//!
//! Critics say the bridge is a waste. Marit Halvorsen, who runs the ferry, said nobody had asked for it.
//!
//! Some experts left the hall. Several officials said the vote was lost.
//! ```
//!
//! ## Fix
//! None can be offered: name who holds the view, or say how many were asked.
//!
//! ## Basis
//! SPJ Code of Ethics, on identifying sources clearly; AP's news values.
//!
//! ## Measured precision
//! 8 of 8 findings on 144 US news articles judged right by hand, 16 of 18 on 210 articles of seven other
//! outlets (every fourth of `PolNeAR` train).

use crate::{
    Check, Context, Diagnostic, Rule, Severity, data,
    evidence::quoted,
    rules::sourcing::{named, names, names_in, vouches},
};
use language::{MentionKind, TextRange};
use sourcing::{Attribution, Class, Place, Reading, SourceKind};
use std::{collections::HashSet, sync::LazyLock};

/// The rule.
pub static RULE: Rule = Rule {
    id: "SRC007",
    name: "vague attribution",
    severity: Severity::Warning,
    source: include_str!("vague.rs"),
    check: Check::Article(check),
};

static CROWDS: LazyLock<Vec<&str>> =
    LazyLock::new(|| data::lines(include_str!("../../../data/crowds.txt")));

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let reading = context.reading;
    let mut marked = HashSet::new();
    for (attribution, source) in named(reading, |kind| kind == Some(SourceKind::Vague)) {
        let words = reading.words(source);
        let lower = words.to_lowercase();
        if marked.contains(&lower) {
            continue;
        }
        let vague = holds(reading, attribution) && is_crowd(words) && !points_back(reading, source);
        let named = || {
            is_told(reading, source)
                || belongs_somewhere(reading, source)
                || is_exemplified(reading, source)
        };
        if !vague || named() {
            continue;
        }
        marked.insert(lower);
        let message =
            format!("{} are nobody in particular: name at least one who says so.", quoted(words));
        out.push(Diagnostic::new(&RULE, reading.span(source), message));
    }
}

/// Whether the source says or thinks that something is so; who "looked at" it does not.
fn holds(reading: &Reading, attribution: &Attribution) -> bool {
    let cue = attribution.cue.last().map_or("", |cue| reading.words(*cue));
    let acts = ["at", "to", "on", "about", "of", "for", "in"].iter().any(|it| cue.ends_with(it));
    let thinks = attribution.class == Some(Class::Mental) && !acts;
    thinks || attribution.class.is_some_and(vouches)
}

/// Whether "some" and "many" are of a group named before: "some also said", "as many believe".
fn points_back(reading: &Reading, source: Place) -> bool {
    let words = reading.words(source);
    let bare = ["some", "many"].iter().any(|it| words.eq_ignore_ascii_case(it));
    let also = reading.article.blocks[source.block].text[source.range.end..].starts_with(" also ");
    bare && (also || words.starts_with(char::is_lowercase))
}

/// Whether the words name a crowd that has a view of its own and no names: "some critics of the plan".
fn is_crowd(words: &str) -> bool {
    let ends = [" of ", " in ", " on ", " at ", " who ", " with ", " from ", ",", " and "];
    let end = ends.iter().filter_map(|stop| words.find(stop)).min().unwrap_or(words.len());
    let last = words[..end].rsplit(' ').next().unwrap_or_default();
    // "Some of the deputies" are of a group that is known; "few experts" is no one's view.
    let lower = words.to_lowercase();
    if ["some of ", "many of ", "few ", "no "].iter().any(|start| lower.starts_with(start)) {
        return false;
    }
    CROWDS.iter().any(|crowd| last.eq_ignore_ascii_case(crowd))
}

/// Whether somebody who is named says so of them: "Ruiz said critics saw only the price".
fn is_told(reading: &Reading, source: Place) -> bool {
    let covers = |place: &Place| place.block == source.block && place.range.covers(source.range);
    reading.said_in(source.block).iter().any(|it| {
        let named = it.kind.is_some_and(|kind| kind != SourceKind::Vague);
        named && !it.source.is_empty() && it.content.iter().any(covers)
    })
}

/// Whether the source is placed by a name: "analysts at the Lowther Institute", "Ruiz’s critics". A
/// nationality or a place puts nobody within reach.
fn belongs_somewhere(reading: &Reading, source: Place) -> bool {
    use MentionKind::{Organisation, Outlet, Person};
    let words = reading.words(source);
    let owned = words.starts_with(char::is_uppercase) && words.contains(['’', '\'']);
    owned || names(reading, source).any(|kind| matches!(kind, Organisation | Outlet | Person))
}

/// Whether one of the group is named at once.
fn is_exemplified(reading: &Reading, source: Place) -> bool {
    let Some(sentence) = reading.sentence_at(source) else { return false };
    let place = reading.sentences[sentence].place;
    let rest = TextRange::new(source.range.end, place.range.end.max(source.range.end));
    let behind = reading.words(Place { block: place.block, range: rest });
    let behind = behind.trim_start_matches([',', ' ', '—', '–', '-', '(']);
    if ["including ", "such as ", "like ", "among them ", "led by "]
        .iter()
        .any(|start| behind.starts_with(start))
    {
        return true;
    }
    let Some(next) = reading.sentences.get(sentence + 1).map(|next| next.place) else {
        return false;
    };
    let is_one = next.block == source.block && reading.words(next).contains(" among ");
    // A palace or a newspaper that speaks next is none of the analysts.
    let speaks = || names_in(reading, sentence + 1, |kind| kind == Some(SourceKind::Person));
    if !is_one && !speaks() {
        return false;
    }
    let begins_with_a_quote = reading.words(next).starts_with(['“', '"', '‘']);
    next.block == source.block || begins_with_a_quote
}

#[cfg(test)]
mod tests {
    use super::{RULE, is_crowd};
    use crate::harness::check;

    #[test]
    fn a_crowd_has_views_and_no_names() {
        for words in ["Critics", "some experts", "critics of the plan", "Some"] {
            assert!(is_crowd(words), "{words}");
        }
        for words in [
            "They",
            "many lawmakers",
            "several officials",
            "people with knowledge of it",
            "many of his supporters",
            "few experts",
        ] {
            assert!(!is_crowd(words), "{words}");
        }
    }

    #[test]
    fn one_who_is_named_speaks_for_the_group() {
        check(
            &RULE,
            "
Supporters of the dam, including the mayor, Ana Ruiz, say it will pay for itself.

Experts say the dam will not hold.
^^^^^^^ SRC007

Economists say the dam will pay for itself.

“It will be paid off in ten years,” said Ben Hall, a professor of economics.

Experts say the dam is too low.

Opponents of the dam disagree, saying it is too high. Ben Hall is among them.

Some also said it leaks, as many had believed.

Ana Ruiz said critics believed that the dam would fall.
",
        );
    }
}
