//! # XOUT001: conflicting value
//!
//! ## What it does
//! Finds numbers, dates, durations and places that another outlet's report of the same point
//! contradicts: the values cannot both be right under any reading of "about", "at least" or
//! "nearly". A later value of something that grows, such as a toll, is no conflict; it is shown as
//! what other outlets now say. Where most outlets have your value, it is only a hint.
//!
//! ## Why
//! One of the outlets is wrong, and before print it costs little to find out which.
//!
//! ## Examples
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-02-06
//! Halvorsen Freight was fined £2.4m over a fire that killed three workers at its Castleford depot.
//!                             ^^^^^ XOUT001
//!
//! //- post.md outlet:Northern_Post date:2026-02-06
//! Halvorsen Freight was fined £4.2m over the fire that killed three workers at its Castleford depot.
//! ```
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-02-06
//! Halvorsen Freight was fined more than £4m over a fire that killed three workers at its Castleford depot.
//!
//! //- post.md outlet:Northern_Post date:2026-02-06
//! Halvorsen Freight was fined £4.2m over the fire that killed three workers at its Castleford depot.
//! ```
//!
//! ## Fix
//! None can be offered: look the value up, or tell the reader that reports differ.
//!
//! ## Basis
//! BBC Editorial Guidelines, on accuracy; Chicago Guide to Fact-Checking, on numbers.

use crate::{Context, Diagnostic, Rule, Severity, evidence::quoted};
use article::BlockKind;
use coverage::{Difference, DifferenceKind, Report};
use sourcing::{Place, Reading};
use std::collections::{BTreeMap, HashSet};

/// The rule.
pub static RULE: Rule = Rule {
    id: "XOUT001",
    name: "conflicting value",
    severity: Severity::Warning,
    source: include_str!("conflict.rs"),
    check,
};

/// One value of ours, and the reports that have it differently.
#[derive(Default)]
struct Disputed<'a> {
    conflicts: Vec<(usize, &'a Difference)>,
    updates: Vec<(usize, &'a Difference)>,
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut disputed: BTreeMap<Place, Disputed> = BTreeMap::new();
    for report in context.coverage.points.iter().flat_map(|point| &point.reports) {
        for difference in report.differences.iter().filter(|it| is_value(it.kind)) {
            let value = disputed.entry(difference.here).or_default();
            match difference.severity {
                coverage::Severity::Conflict => value.conflicts.push((report.teller, difference)),
                coverage::Severity::Update => value.updates.push((report.teller, difference)),
                coverage::Severity::Wording => {}
            }
        }
    }
    // The headline repeats what the copy says: one finding for one error.
    let words = |place: &Place| context.reading.words(*place).to_lowercase();
    let headline = |place: &Place| {
        matches!(
            context.reading.article.blocks[place.block].kind,
            BlockKind::Headline | BlockKind::Subhead
        )
    };
    let in_copy: HashSet<String> =
        disputed.keys().filter(|place| !headline(place)).map(words).collect();
    for (here, value) in &disputed {
        if headline(here) && in_copy.contains(&words(here)) {
            continue;
        }
        out.extend(conflict(context, *here, value).or_else(|| update(context, *here, value)));
    }
}

/// Whether a difference is about what happened; words, speakers and names have their own rules.
fn is_value(kind: DifferenceKind) -> bool {
    use DifferenceKind::{Date, Duration, Number, Place, Polarity};
    matches!(kind, Number | Date | Duration | Place | Polarity)
}

/// The finding on a value that others contradict.
fn conflict(context: &Context<'_>, here: Place, value: &Disputed<'_>) -> Option<Diagnostic> {
    let (first, difference) = value.conflicts.first()?;
    let tellers: Vec<usize> = value.conflicts.iter().map(|(teller, _)| *teller).collect();
    let against = context.independent(tellers.iter().copied());
    let with_us = 1 + context.independent(who_agrees(context, here));
    let message = format!(
        "{} conflicts with {} in {}: look it up, or say that reports differ.",
        quoted(context.reading.words(here)),
        quoted(context.reading_of(*first).words(difference.there)),
        context.outlets(&tellers),
    );
    let mut finding = finding(context, here, &value.conflicts, message);
    if against < with_us {
        finding.severity = Severity::Hint;
    }
    Some(finding)
}

/// The finding on a value that others have a later one for.
fn update(context: &Context<'_>, here: Place, value: &Disputed<'_>) -> Option<Diagnostic> {
    let date = |teller: usize| context.coverage.tellers[teller].entry.date;
    let (newest, difference) = value.updates.iter().max_by_key(|(teller, _)| date(*teller))?;
    let message = format!(
        "{} now has {} where this has {}: bring it up to date, or say as of when it is.",
        context.outlets(&[*newest]),
        quoted(context.reading_of(*newest).words(difference.there)),
        quoted(context.reading.words(here)),
    );
    let mut finding = finding(context, here, &value.updates, message);
    finding.severity = Severity::Information;
    Some(finding)
}

fn finding(
    context: &Context<'_>,
    here: Place,
    differences: &[(usize, &Difference)],
    message: String,
) -> Diagnostic {
    let related =
        differences.iter().map(|(teller, it)| context.related(*teller, it.there)).collect();
    Diagnostic { related, ..Diagnostic::new(&RULE, context.reading.span(here), message) }
}

/// Tellers whose report of the point has a value like ours at `here`.
fn who_agrees<'a>(context: &Context<'a>, here: Place) -> impl Iterator<Item = usize> + use<'a> {
    let reading = context.reading;
    let coverage = context.coverage;
    let sentence = reading.sentence_at(here);
    let reports =
        sentence.and_then(|it| coverage.points.get(it)).into_iter().flat_map(|it| &it.reports);
    reports
        .filter(move |report| {
            let theirs = &*coverage.tellers[report.teller].entry.reading;
            let differs = |it: &Difference| it.here.range.overlaps(here.range);
            !report.differences.iter().any(differs) && has_value(reading, here, theirs, report)
        })
        .map(|report| report.teller)
}

/// Whether their sentence has a quantity that ours may be, or a time that is the same.
fn has_value(ours: &Reading, here: Place, theirs: &Reading, report: &Report) -> bool {
    let at_here = |place: &Place| place.block == here.block && place.range.overlaps(here.range);
    let there = theirs.sentences[report.sentence].place;
    let in_sentence = |place: &Place| place.block == there.block && there.range.covers(place.range);
    let quantity = ours
        .sentence_at(here)
        .into_iter()
        .flat_map(|it| ours.quantities(it))
        .filter(|(place, _)| at_here(place))
        .any(|(_, our)| {
            theirs.quantities(report.sentence).any(|(_, their)| {
                our.measure == their.measure
                    && our.unit == their.unit
                    && our.low.unwrap_or(f64::MIN) <= their.high.unwrap_or(f64::MAX)
                    && their.low.unwrap_or(f64::MIN) <= our.high.unwrap_or(f64::MAX)
            })
        });
    quantity
        || ours.times.iter().filter(|(place, _)| at_here(place)).any(|(_, our)| {
            theirs
                .times
                .iter()
                .filter(|(place, _)| in_sentence(place))
                .any(|(_, their)| our.value == their.value)
        })
}
