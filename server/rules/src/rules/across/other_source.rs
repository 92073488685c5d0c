//! # XOUT006: another source elsewhere
//!
//! ## What it does
//! Finds statements that you lay in one person's mouth and another outlet in somebody else's, where
//! neither article names the other one's source at all.
//!
//! ## Why
//! A statement is worth what its source is worth, and two outlets that heard it from two people heard
//! it twice, or one of them put it down to the wrong one.
//!
//! ## Examples
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-03-16
//! The search in the market hall of Puerto Almera will end at noon on Monday, fire chief Rosario Ibáñez said.
//!                                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^ XOUT006
//!
//! //- post.md outlet:Northern_Post date:2026-03-16
//! The search in the market hall of Puerto Almera will end at noon on Monday, the mayor, Claudia Ferrer, said.
//! ```
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-03-16
//! The search in the market hall of Puerto Almera will end at noon on Monday, fire chief Rosario Ibáñez said.
//!
//! //- post.md outlet:Northern_Post date:2026-03-16
//! The search in the market hall of Puerto Almera will end at noon on Monday, said Ms Ibáñez, who leads the fire brigade.
//! ```
//!
//! ## Fix
//! None can be offered: ask who said it.
//!
//! ## Basis
//! Chicago Guide to Fact-Checking, on attribution.
//!
//! ## Measured precision
//! No finding on 144 US news articles nor on 772 of other outlets; before spellings and titles of one
//! person were left out, 0 of 10.

use crate::{Check, Context, Diagnostic, Rule, Severity, evidence::quoted};
use coverage::{Relation, Report};
use language::MentionKind;
use sourcing::{Attribution, Form, Place, Reading, SourceKind};
use std::sync::Arc;

/// The rule.
pub static RULE: Rule = Rule {
    id: "XOUT006",
    name: "another source elsewhere",
    severity: Severity::Information,
    source: include_str!("other_source.rs"),
    check: Check::Article(check),
};

/// Letters of a title or initial, which many share.
const SHORT: usize = 3;

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (sentence, point) in context.coverage.points.iter().enumerate() {
        // Most sentences nobody else has: who says those is not asked.
        let agreeing: Vec<&Report> = point.reports.iter().filter(|it| agrees(it)).collect();
        if agreeing.is_empty() {
            continue;
        }
        let Some((ours, source)) = said_by(context.reading, sentence) else { continue };
        let rivals: Vec<(usize, Place)> = agreeing
            .into_iter()
            .filter_map(|report| Some((report.teller, other_source(context, ours, report)?)))
            .collect();
        let Some((teller, theirs)) = rivals.first() else { continue };
        let tellers: Vec<usize> = rivals.iter().map(|(teller, _)| *teller).collect();
        let message = format!(
            "Said by {} here, by {} in {}: check who said it.",
            quoted(context.reading.words(source)),
            quoted(context.reading_of(*teller).words(*theirs)),
            context.outlets(&tellers),
        );
        let related = rivals.iter().map(|(teller, place)| context.related(*teller, *place));
        out.push(Diagnostic {
            related: related.collect(),
            ..Diagnostic::new(&RULE, context.reading.span(source), message)
        });
    }
}

fn agrees(report: &Report) -> bool {
    matches!(report.relation, Relation::Agrees | Relation::Adds) && report.part.is_none()
}

/// Where the report names somebody whom our article does not name, and not our source.
fn other_source(context: &Context<'_>, ours: &str, report: &Report) -> Option<Place> {
    let other = context.reading_of(report.teller);
    let (theirs, source) = said_by(other, report.sentence)?;
    (!names(other, ours) && !names(context.reading, theirs)).then_some(source)
}

/// The only person to whom all of a sentence is laid, by full name and in indirect speech.
fn said_by(reading: &Reading, sentence: usize) -> Option<(&str, Place)> {
    let whole = reading.sentences.get(sentence)?.place;
    let here = |it: &&Arc<Attribution>| {
        let places = it.source.iter().chain(&it.content);
        places.clone().any(|at| at.block == whole.block && at.range.overlaps(whole.range))
    };
    let mut found = reading.attributions.iter().filter(here);
    let (only, None) = (found.next()?, found.next()) else { return None };
    let speaker = only.speaker.as_deref()?;
    let named = speaker.split(' ').count() > 1
        && speaker.split(' ').all(|word| word.starts_with(char::is_uppercase));
    let source = *only.source.first()?;
    let plain = only.kind == Some(SourceKind::Person)
        && only.form == Form::Indirect
        && !only.inherited
        && is_person(reading, source);
    (named && plain).then_some((speaker, source))
}

fn is_person(reading: &Reading, source: Place) -> bool {
    let mut names = reading.names.iter().filter(|name| name.kind == MentionKind::Person);
    names.any(|it| it.place.block == source.block && source.range.covers(it.place.range))
}

/// Whether the article writes one of the names of `person` anywhere.
fn names(reading: &Reading, person: &str) -> bool {
    let names = person.split(' ').filter(|name| name.chars().count() > SHORT);
    names.into_iter().any(|name| reading.article.blocks.iter().any(|it| it.text.contains(name)))
}
