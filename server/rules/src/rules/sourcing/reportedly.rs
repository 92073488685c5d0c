//! # SRC008: “reportedly” with nobody named
//!
//! ## What it does
//! Finds "reportedly", "allegedly", "it was reported that" and their kin in a sentence that names
//! nobody who reported or alleged it.
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
//! ```
//!
//! ## Fix
//! Inserts ", according to TK" before the final stop, to be filled in.
//!
//! ## Basis
//! Reuters Handbook of Journalism, on attribution; BBC Editorial Guidelines, on accuracy.

use crate::{
    Context, Diagnostic, Rule, Severity, data,
    evidence::quoted,
    rules::sourcing::{insert_at_end, sentences_naming},
};
use std::sync::LazyLock;

/// The rule.
pub static RULE: Rule = Rule {
    id: "SRC008",
    name: "“reportedly” with nobody named",
    severity: Severity::Information,
    source: include_str!("reportedly.rs"),
    check,
};

static REPORTIVES: LazyLock<Vec<&str>> =
    LazyLock::new(|| data::lines(include_str!("../../../data/reportives.txt")));

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let reading = context.reading;
    let names_somebody = sentences_naming(reading, |_| true);
    for attribution in &reading.attributions {
        let nobody =
            attribution.source.is_empty() && attribution.via.is_none() && !attribution.inherited;
        let Some(cue) = attribution.cue.first().copied().filter(|_| nobody) else { continue };
        let Some(sentence) = reading.sentence_at(cue) else { continue };
        if names_somebody.contains(&sentence) || !is_reportive(reading.words(cue)) {
            continue;
        }
        let place = reading.sentences[sentence].place;
        let message =
            format!("{} does not say by whom: name who reports it.", quoted(reading.words(cue)));
        out.push(Diagnostic {
            fixes: insert_at_end(context, place, "according to TK").into_iter().collect(),
            ..Diagnostic::new(&RULE, reading.span(cue), message)
        });
    }
}

/// Whether the cue passes on what others say: "reportedly", "is believed". Passives of what was done,
/// such as "was told", do not, nor does a verb whose subject is elsewhere.
fn is_reportive(cue: &str) -> bool {
    let last = cue.rsplit(' ').next().unwrap_or_default();
    let passive = last.len() < cue.len() || last.ends_with("ly");
    passive && REPORTIVES.iter().any(|word| last.eq_ignore_ascii_case(word))
}
