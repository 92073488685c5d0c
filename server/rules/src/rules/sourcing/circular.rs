//! # SRC010: circular sourcing
//!
//! ## What it does
//! Finds outlets that you cite and that rest, in the end, on your own article; and of two outlets that
//! you cite the one that rests on the other, or on what the other rests on. The message shows who
//! cites whom.
//!
//! ## Why
//! A report that comes back to where it began corroborates nothing, and two that go back to one are
//! one source.
//!
//! ## Examples
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-02-07
//! Halvorsen Freight will close its Castleford depot in May after the fire, the Northern Post reported.
//!                                                                          ^^^^^^^^^^^^^^^^^ SRC010
//!
//! //- post.md outlet:Northern_Post date:2026-02-07
//! Halvorsen Freight will close its Castleford depot in May after the fire, according to the Valley Times.
//! ```
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-02-07
//! Halvorsen Freight will close its Castleford depot in May after the fire, the Northern Post reported.
//!
//! //- post.md outlet:Northern_Post date:2026-02-07
//! Halvorsen Freight will close its Castleford depot in May after the fire, its chief executive, Ada Halvorsen, said.
//! ```
//!
//! ## Fix
//! None can be offered: go to where it began, or say that it rests on one report.
//!
//! ## Basis
//! BBC Editorial Guidelines, on corroboration; Chicago Guide to Fact-Checking, on sources.
//!
//! ## Measured precision
//! No finding on 916 news articles.

use crate::{Check, Context, Diagnostic, Rule, Severity};
use coverage::{Citation, Text};
use sourcing::Place;
use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    id: "SRC010",
    name: "circular sourcing",
    severity: Severity::Warning,
    source: include_str!("circular.rs"),
    check: Check::Article(check),
};

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut cited: Vec<Citation> = Vec::new();
    for citation in of(context, Text::Own) {
        let Some(place) = citation.place else { continue };
        if let Some(way) = way(context, *citation, Text::Own) {
            let message = format!(
                "This comes back to where it began: {}. Find out where it is from.",
                tree(context, &way)
            );
            out.push(finding(context, place, &way, message));
        } else if let Some((first, ways)) =
            cited.iter().find_map(|first| Some((first, one_source(context, *first, *citation)?)))
        {
            let message = format!(
                "{} and {} are one source: {}. Cite it once.",
                name(context, first.of),
                name(context, citation.of),
                tree(context, &ways)
            );
            out.push(finding(context, place, &ways, message));
        }
        cited.push(*citation);
    }
}

/// What an article cites, in order.
fn of<'a>(context: &Context<'a>, by: Text) -> impl Iterator<Item = &'a Citation> {
    context.coverage.citations.iter().filter(move |citation| citation.by == by)
}

/// The citations that lead from `first` to `goal`, if any do.
fn way(context: &Context<'_>, first: Citation, goal: Text) -> Option<Vec<Citation>> {
    let mut ways = vec![vec![first]];
    let mut seen = BTreeSet::from([first.of]);
    while let Some(way) = ways.pop() {
        let last = way.last()?.of;
        if last == goal {
            return Some(way);
        }
        for next in of(context, last) {
            if next.of == goal || seen.insert(next.of) {
                ways.push(way.iter().chain([next]).copied().collect());
            }
        }
    }
    None
}

/// The citations by which two cited outlets are one source.
fn one_source(context: &Context<'_>, one: Citation, other: Citation) -> Option<Vec<Citation>> {
    if let Some(way) = way(context, one, other.of).or_else(|| way(context, other, one.of)) {
        return (way.len() > 1).then_some(way);
    }
    of(context, one.of).find_map(|ours| {
        let theirs = of(context, other.of).find(|theirs| theirs.of == ours.of)?;
        Some(vec![*ours, *theirs])
    })
}

/// "this article cites Northern Post, Northern Post cites this article": a step each.
fn tree(context: &Context<'_>, way: &[Citation]) -> String {
    let steps = way.iter().map(|citation| {
        format!("{} cites {}", name(context, citation.by), name(context, citation.of))
    });
    steps.collect::<Vec<String>>().join(", ")
}

/// The outlet of an article.
fn name(context: &Context<'_>, text: Text) -> String {
    match text {
        Text::Own => "this article".to_owned(),
        Text::Teller(teller) => context.coverage.tellers[teller].entry.outlet.0.to_string(),
    }
}

fn finding(context: &Context<'_>, place: Place, way: &[Citation], message: String) -> Diagnostic {
    let related = way.iter().filter_map(|citation| match citation.by {
        Text::Own => None,
        Text::Teller(teller) => Some(context.related(teller, citation.place?)),
    });
    Diagnostic {
        related: related.collect(),
        ..Diagnostic::new(&RULE, context.reading.span(place), message)
    }
}
