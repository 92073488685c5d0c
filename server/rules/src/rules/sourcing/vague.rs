//! # SRC007: vague attribution
//!
//! ## What it does
//! Finds statements put in the mouth of nobody in particular: "critics say", "experts believe",
//! "some analysts", "it is widely thought".
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
//! ```news
//! Analysts at the Lowther Institute see the call as a return to the table.
//! ```
//!
//! ## Fix
//! None can be offered: name who holds the view, or say how many were asked.
//!
//! ## Basis
//! SPJ Code of Ethics, on identifying sources clearly; AP's news values.

use crate::{
    Context, Diagnostic, Rule, Severity, data,
    evidence::quoted,
    rules::sourcing::{is_bare_sources, named},
};
use language::MentionKind;
use sourcing::{Place, Reading, SourceKind};
use std::sync::LazyLock;

/// The rule.
pub static RULE: Rule = Rule {
    id: "SRC007",
    name: "vague attribution",
    severity: Severity::Warning,
    source: include_str!("vague.rs"),
    check,
};

static CROWDS: LazyLock<Vec<&str>> =
    LazyLock::new(|| data::lines(include_str!("../../../data/crowds.txt")));

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let reading = context.reading;
    for (attribution, source) in named(reading) {
        let words = reading.words(source);
        let vague = attribution.kind == Some(SourceKind::Vague) && !is_crowd(words);
        if !vague || is_bare_sources(words) || belongs_somewhere(reading, source) {
            continue;
        }
        let message =
            format!("{} are nobody in particular: name at least one who says so.", quoted(words));
        out.push(Diagnostic::new(&RULE, reading.span(source), message));
    }
}

/// Whether the source is placed by a name: "analysts at the Lowther Institute". A nationality places
/// nobody.
fn belongs_somewhere(reading: &Reading, source: Place) -> bool {
    use MentionKind::{Organisation, Outlet, Person};
    let first = reading.names.partition_point(|name| {
        (name.place.block, name.place.range.start) < (source.block, source.range.start)
    });
    reading.names[first..]
        .iter()
        .take_while(|name| {
            name.place.block == source.block && source.range.covers(name.place.range)
        })
        .any(|name| matches!(name.kind, Organisation | Outlet | Person))
}

/// Whether the words name those who were there or were named before, as often as nobody.
fn is_crowd(words: &str) -> bool {
    CROWDS.iter().any(|crowd| words.eq_ignore_ascii_case(crowd))
}
