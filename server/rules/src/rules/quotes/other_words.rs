//! # QUO003: quote worded differently elsewhere
//!
//! ## What it does
//! Finds quotes that other outlets give to the same speaker in other words, and shows the first words
//! that differ. A quote that stands within a longer one agrees with it; capitals, punctuation,
//! brackets, accents, contractions, abbreviations and British or American spelling make no difference.
//! Where most outlets have it as you do, it is only a hint.
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
//!
//! ## Measured precision
//! 36 of 38 warnings on 144 US news articles judged right by hand.

use crate::{
    Check, Context, Diagnostic, Rule, Severity,
    rules::quotes::{disputed, wording},
};
use coverage::DifferenceKind;

/// The rule.
pub static RULE: Rule = Rule {
    id: "QUO003",
    name: "quote worded differently elsewhere",
    severity: Severity::Warning,
    source: include_str!("other_words.rs"),
    check: Check::Article(check),
};

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let reading = context.reading;
    for disputed in disputed(context, DifferenceKind::Quote) {
        let Some(first) = disputed.versions.first() else { continue };
        let theirs = context.reading_of(first.teller);
        let here = reading.words(reading.quotes[disputed.quote].inside);
        let there = theirs.words(theirs.quotes[first.theirs].inside);
        let Some((here, there)) = wording::difference(here, there) else { continue };
        let message = format!(
            "“{here}” here, “{there}” in {}: check the recording or the text.",
            context.outlets(&disputed.tellers()),
        );
        out.push(disputed.finding(context, &RULE, message));
    }
}
