//! # XOUT003: found in no other outlet
//!
//! ## What it does
//! Finds figures, tolls and accusations that none of at least two independent outlets has that tell
//! the same story. Found only with the profiles `fact-check` and `research`, or where `[rules]` sets a
//! severity for it.
//!
//! ## Why
//! What nobody else has is an exclusive or an error, and whoever checks the facts begins with it.
//!
//! ## Examples
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-03-16
//! The earthquake off Puerto Almera killed at least 19 people on Sunday, the interior ministry said.
//!
//! The looting of the harbour shops cost $4.2 million, the chamber of commerce said.
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ XOUT003
//!
//! //- post.md outlet:Northern_Post date:2026-03-16
//! At least 19 people died in Puerto Almera when an earthquake struck on Sunday, officials said.
//!
//! //- herald.md outlet:Coastal_Herald date:2026-03-16
//! Sunday’s earthquake off Puerto Almera has killed 19 people, said the governor, Luz Ibarra.
//! ```
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-03-16
//! The earthquake off Puerto Almera killed at least 19 people on Sunday, the interior ministry said.
//!
//! The looting of the harbour shops cost $4.2 million, the chamber of commerce said.
//!
//! //- post.md outlet:Northern_Post date:2026-03-16
//! At least 19 people died in Puerto Almera when an earthquake struck on Sunday, officials said.
//! ```
//!
//! ## Fix
//! None can be offered: find a second source, or call it exclusive.
//!
//! ## Basis
//! BBC Editorial Guidelines, on single sources.
//!
//! ## Measured precision
//! 226 findings on 144 news articles under `research`; of 45 that were read and looked up, 41 stood in
//! no other article. They are where a check begins, not errors.

use crate::{Check, Context, Diagnostic, Rule, Severity};
use article::BlockKind;
use sourcing::{Checkable, Claim};

/// Independent outlets that tell the story before their silence means anything.
const ENOUGH: usize = 2;

/// The rule.
pub static RULE: Rule = Rule {
    id: "XOUT003",
    name: "found in no other outlet",
    severity: Severity::Hint,
    source: include_str!("alone.rs"),
    check: Check::Article(check),
};

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let others = context.independent(0..context.coverage.tellers.len());
    // Where a store did not answer, nobody knows who else has it.
    if others < ENOUGH || !context.coverage.gaps.is_empty() {
        return;
    }
    let alone = context.reading.claims.iter().filter(|claim| is_alone(context, claim));
    out.extend(alone.map(|claim| {
        let message = format!("None of {others} independent reports of this story has this.");
        Diagnostic::new(&RULE, context.reading.span(claim.place), message)
    }));
}

fn is_alone(context: &Context<'_>, claim: &Claim) -> bool {
    let kind = context.reading.article.blocks[claim.place.block].kind;
    let grave = claim.grave
        || claim.checkable.iter().any(|it| matches!(it, Checkable::Number | Checkable::Accusation));
    let point = context.coverage.points.get(claim.sentence);
    grave && kind == BlockKind::Paragraph && point.is_some_and(|point| point.reports.is_empty())
}
