//! # SRC008: “reportedly” with nobody named
//!
//! ## What it does
//! Finds "reportedly", "allegedly", "it was reported that" and their kin in a sentence that names
//! nobody who reported or alleged it. Silent where that sentence or the one before names an outlet,
//! and where an alleged offence is one that somebody is charged with.
//!
//! ## Why
//! The word says that somebody else is the source, and keeps the name to itself.
//!
//! ## Examples
//! ```news
//! Moscow reportedly asked that the call be kept secret.
//!        ^^^^^^^^^^ SRC008
//! ```
//! ```news
//! Moscow reportedly asked that the call be kept secret, according to the Northern Post.
//!
//! The mayor was charged with fraud for allegedly selling the bridge.
//! ```
//!
//! ## Fix
//! Inserts ", according to TK" before the final stop, to be filled in.
//!
//! ## Basis
//! Reuters Handbook of Journalism, on attribution; BBC Editorial Guidelines, on accuracy.
//!
//! ## Measured precision
//! 6 of 6 findings on 144 US news articles judged right by hand.

use crate::{
    Check, Context, Diagnostic, Rule, Severity, data,
    evidence::quoted,
    rules::sourcing::{insert_at_end, names, names_in},
};
use language::MentionKind;
use sourcing::SourceKind;
use std::sync::LazyLock;

/// The rule.
pub static RULE: Rule = Rule {
    id: "SRC008",
    name: "“reportedly” with nobody named",
    severity: Severity::Information,
    source: include_str!("reportedly.rs"),
    check: Check::Article(check),
};

static REPORTIVES: LazyLock<Vec<&str>> =
    LazyLock::new(|| data::lines(include_str!("../../../data/reportives.txt")));

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let reading = context.reading;
    let names_outlet = |sentence: usize| {
        names_in(reading, sentence, |kind| kind == Some(SourceKind::Outlet))
            || names(reading, reading.sentences[sentence].place).any(|it| it == MentionKind::Outlet)
    };
    for attribution in &reading.attributions {
        let nobody =
            attribution.source.is_empty() && attribution.via.is_none() && !attribution.inherited;
        let Some(cue) = attribution.cue.first().copied().filter(|_| nobody) else { continue };
        let Some(sentence) = reading.sentence_at(cue) else { continue };
        let place = reading.sentences[sentence].place;
        if !is_reportive(reading.words(cue))
            || names_in(reading, sentence, |_| true)
            || (sentence.saturating_sub(1)..=sentence).any(names_outlet)
            || is_charged(reading.words(cue), reading.words(place))
        {
            continue;
        }
        let message =
            format!("{} does not say by whom: name who reports it.", quoted(reading.words(cue)));
        out.push(Diagnostic {
            fixes: insert_at_end(context, place, "according to TK").into_iter().collect(),
            ..Diagnostic::new(&RULE, reading.span(cue), message)
        });
    }
}

/// Whether somebody is charged with what is alleged: the charge is the source.
fn is_charged(cue: &str, sentence: &str) -> bool {
    let charges = ["charged", "charges", "indicted", "accused", "arrested", "sued", "convicted"];
    cue.eq_ignore_ascii_case("allegedly")
        && sentence.split(|c: char| !c.is_alphabetic()).any(|word| charges.contains(&word))
}

/// Whether the cue passes on what others say: "reportedly", "is believed". Passives of what was done,
/// such as "was told", do not, nor does a verb whose subject is elsewhere.
fn is_reportive(cue: &str) -> bool {
    let last = cue.rsplit(' ').next().unwrap_or_default();
    let passive = last.len() < cue.len() || last.ends_with("ly");
    passive && REPORTIVES.iter().any(|word| last.eq_ignore_ascii_case(word))
}
