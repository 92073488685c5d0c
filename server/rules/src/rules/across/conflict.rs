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
use coverage::{Difference, DifferenceKind};
use language::{Quantity, Time};
use sourcing::Place;
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

impl Disputed<'_> {
    /// Tellers with their passages.
    fn passages(&self) -> impl Iterator<Item = (usize, Place)> {
        self.conflicts.iter().chain(&self.updates).map(|(teller, it)| (*teller, it.there))
    }
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
    let is_headline = |place: &Place| {
        let kind = context.reading.article.blocks[place.block].kind;
        matches!(kind, BlockKind::Headline | BlockKind::Subhead)
    };
    let in_copy: HashSet<(usize, Place)> = disputed
        .iter()
        .filter(|(here, _)| !is_headline(here))
        .flat_map(|(_, it)| it.passages())
        .collect();
    for (here, value) in &disputed {
        // The headline repeats what the copy says: one finding for one error.
        if is_headline(here) && value.passages().any(|passage| in_copy.contains(&passage)) {
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
    let against = context.families(tellers.iter().copied());
    let with_us = 1 + context.independent(who_agrees(context, here, &tellers));
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
    let own = context.reading.article.metadata.date()?;
    let date = |teller: usize| context.coverage.tellers[teller].entry.date;
    let later: Vec<_> = value
        .updates
        .iter()
        .filter(|(teller, _)| date(*teller).is_some_and(|it| own <= it))
        .copied()
        .collect();
    let (newest, difference) = later.iter().max_by_key(|(teller, _)| date(*teller))?;
    let message = format!(
        "{} now has {} where this has {}: bring it up to date, or say as of when it is.",
        context.outlets(&[*newest]),
        quoted(context.reading_of(*newest).words(difference.there)),
        quoted(context.reading.words(here)),
    );
    let mut finding = finding(context, here, &later, message);
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

/// Tellers, those `against` us left out, who give a value like ours at `here` anywhere.
fn who_agrees<'a>(
    context: &Context<'a>,
    here: Place,
    against: &'a [usize],
) -> impl Iterator<Item = usize> + use<'a> {
    let ours = context.reading;
    let at_here =
        move |place: &Place| place.block == here.block && place.range.overlaps(here.range);
    let quantities: Vec<&Quantity> = ours
        .sentence_at(here)
        .into_iter()
        .flat_map(|sentence| ours.quantities(sentence))
        .filter_map(|(place, quantity)| at_here(&place).then_some(quantity))
        .collect();
    let times: Vec<&Time> =
        ours.times.iter().filter_map(|(place, time)| at_here(place).then_some(time)).collect();
    let tellers = context.coverage.tellers.iter().enumerate();
    tellers
        .filter(|(teller, _)| !against.contains(teller))
        .filter(move |(_, teller)| {
            let theirs = &teller.entry.reading;
            let counted = theirs.paragraphs.iter().flat_map(|it| &it.text.quantities);
            let mut told = theirs.times.iter().map(|(_, time)| time);
            counted.into_iter().any(|their| quantities.iter().any(|our| is_like(our, their)))
                || told.any(|their| times.iter().any(|our| our.value == their.value))
        })
        .map(|(teller, _)| teller)
}

/// Whether two quantities are of one kind and can be the same number.
fn is_like(our: &Quantity, their: &Quantity) -> bool {
    let below = |low: Option<f64>, high: Option<f64>| {
        low.unwrap_or(f64::NEG_INFINITY) <= high.unwrap_or(f64::INFINITY)
    };
    our.measure == their.measure
        && our.unit == their.unit
        && our.state == their.state
        && below(our.low, their.high)
        && below(their.low, our.high)
}
