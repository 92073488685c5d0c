//! # QUO003: quote worded differently elsewhere
//!
//! ## What it does
//! Finds quotes that other outlets give to the same speaker in other words. A quote that stands
//! within a longer one agrees with it. Where most outlets have it as you do, it is only a hint.
//!
//! ## Why
//! Only one of the two can be what was said.
//!
//! ## Examples
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-02-06
//! Judge Adaeze Okonjo called the fire at the Castleford depot of Halvorsen Freight “an avoidable failure of basic care and duty”.
//!                                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ QUO003
//!
//! //- post.md outlet:Northern_Post date:2026-02-06
//! Judge Adaeze Okonjo said the fire at the Castleford depot of Halvorsen Freight was “a wholly avoidable failure of basic care and duty”.
//! ```
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-02-06
//! Judge Adaeze Okonjo called the fire at the Castleford depot of Halvorsen Freight “a wholly avoidable failure”.
//!
//! //- post.md outlet:Northern_Post date:2026-02-06
//! Judge Adaeze Okonjo said the fire at the Castleford depot of Halvorsen Freight was “a wholly avoidable failure of basic care and duty”.
//! ```
//!
//! ## Fix
//! None can be offered: quoted words are changed only by somebody who has heard or read them.
//!
//! ## Basis
//! Reuters Handbook of Journalism, on quotes; Chicago Guide to Fact-Checking, on quotations.

use crate::{Context, Diagnostic, Rule, Severity, evidence::quoted, rules::quotes::disputed};
use coverage::DifferenceKind;

/// The rule.
pub static RULE: Rule = Rule {
    id: "QUO003",
    name: "quote worded differently elsewhere",
    severity: Severity::Warning,
    source: include_str!("other_words.rs"),
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let reading = context.reading;
    for disputed in disputed(context, DifferenceKind::Quote) {
        let Some(first) = disputed.versions.first() else { continue };
        let theirs = context.reading_of(first.teller);
        let message = format!(
            "Quoted as {} here and as {} by {}: check the recording or the text.",
            quoted(reading.words(reading.quotes[disputed.quote].inside)),
            quoted(theirs.words(theirs.quotes[first.theirs].inside)),
            context.outlets(&disputed.tellers()),
        );
        out.push(disputed.finding(context, &RULE, message));
    }
}
