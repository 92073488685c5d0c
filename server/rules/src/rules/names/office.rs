//! # NAM004: office differs elsewhere
//!
//! ## What it does
//! Finds people whom another outlet of the story gives another office, and offices that another
//! outlet gives somebody else: “Interior Minister Lindqvist” here and “Justice Minister Lindqvist”
//! there, “Iranian President” before two names. Offices that one person can hold at once are not
//! held against each other, nor are former ones, nor those whose holder the other article names too.
//!
//! ## Why
//! A wrong title is a correction, and a wrong office-holder makes a reader doubt the rest.
//!
//! ## Examples
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-03-16
//! The search in the market hall of Puerto Almera is over, Interior Minister Luz Ferrer said on Monday.
//!                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAM004
//!
//! //- post.md outlet:Northern_Post date:2026-03-16
//! On Monday the search in the market hall of Puerto Almera ended, said Health Minister Luz Ferrer.
//! ```
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-03-16
//! The search in the market hall of Puerto Almera is over, Chilean President Luz Ferrer said on Monday.
//!                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAM004
//!
//! //- post.md outlet:Northern_Post date:2026-03-16
//! On Monday the search in the market hall of Puerto Almera ended, said Chilean President Ana Soto.
//! ```
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-03-16
//! The search in the market hall of Puerto Almera is over, Defence Minister Luz Ferrer said on Monday.
//!
//! //- post.md outlet:Northern_Post date:2026-03-16
//! On Monday the search in the market hall of Puerto Almera ended, said Ms Ferrer, the secretary of defense and a former interior minister.
//! ```
//!
//! ## Fix
//! None can be offered: look up who holds the office.
//!
//! ## Basis
//! Chicago Guide to Fact-Checking, on names and titles.
//!
//! ## Measured precision
//! No finding on 144 US news articles. On 772 of other outlets 4, all right: a CEO who is a COO
//! elsewhere, and two governors of one island.

use crate::{Check, Context, Diagnostic, Rule, Severity, evidence::quoted};
use coverage::OfficeVariant;
use std::collections::BTreeMap;

/// The rule.
pub static RULE: Rule = Rule {
    id: "NAM004",
    name: "office differs elsewhere",
    severity: Severity::Information,
    source: include_str!("office.rs"),
    check: Check::Article(check),
};

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut by_entity: BTreeMap<usize, Vec<&OfficeVariant>> = BTreeMap::new();
    for variant in &context.coverage.offices {
        by_entity.entry(variant.entity).or_default().push(variant);
    }
    for variants in by_entity.values() {
        out.extend(finding(context, variants));
    }
}

fn finding(context: &Context<'_>, variants: &[&OfficeVariant]) -> Option<Diagnostic> {
    let first = variants.first()?;
    let tellers: Vec<usize> = variants.iter().map(|variant| variant.teller).collect();
    let message = format!(
        "{} here, {} in {}: check who holds which office.",
        quoted(context.reading.words(first.difference.here)),
        quoted(context.reading_of(first.teller).words(first.difference.there)),
        context.outlets(&tellers),
    );
    let related = variants.iter().map(|it| context.related(it.teller, it.difference.there));
    Some(Diagnostic {
        related: related.collect(),
        ..Diagnostic::new(&RULE, context.reading.span(first.difference.here), message)
    })
}
