//! # SRC001: unsourced claim
//!
//! ## What it does
//! Finds checkable statements, such as figures, capabilities and accusations, for which nobody is named
//! in the sentence or just before it, and which no other outlet of the newsroom reports either.
//! What another outlet reports is only hinted at, with the offer to credit it; so is a share or a sum of
//! money, which may be on record. A toll is asked about where the story opens with it.
//!
//! ## Why
//! The reader cannot judge what nobody stands behind, and neither can the desk when it is disputed.
//!
//! ## Examples
//! ```news
//! The police chief, Ana Ruiz, resigned on Friday.
//!
//! The company hid 40 deaths from the inspectors.
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ SRC001
//! ```
//! ```news
//! The company hid 40 deaths from the inspectors, according to court records.
//! ```
//!
//! ## Fix
//! Inserts ", according to TK" before the final stop, or ", OUTLET reported" where another outlet
//! has it. The `TK` is itself marked until a source is filled in.
//!
//! ## Basis
//! Reuters Handbook of Journalism, on sourcing every statement; BBC Editorial Guidelines, on accuracy.
//!
//! ## Measured precision
//! Too few warnings to give a share: on 20 articles of `PolNeAR` dev (every fourth) and 20 of a newsroom of
//! real US stories (every seventh) none, on all 228 of both none, on the 840 of `PolNeAR` train one, on five
//! war reports one; both are right, read by hand. Wider readings of the rule fired more and were right in
//! 20 to 70 of 100, which is why figures are hints (6 on the 228, 5 right; about half right on train).

use crate::{Check, Context, Diagnostic, Rule, Severity, rules::sourcing::insert_at_end};
use article::BlockKind;
use language::{Measure, Quantity};
use sourcing::{Claim, Reading, Sourcing};
use std::cell::LazyCell;

/// The rule.
pub static RULE: Rule = Rule {
    id: "SRC001",
    name: "unsourced claim",
    severity: Severity::Warning,
    source: include_str!("unsourced.rs"),
    check: Check::Article(check),
};

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let reading = context.reading;
    let mut claims: Vec<&Claim> = reading.claims.iter().collect();
    claims.retain(|claim| claim.sourcing == Sourcing::Unsourced);
    let poll = LazyCell::new(|| first_poll(reading));
    claims.retain(|claim| {
        claim.grave || !is_entry(reading, claim) && !is_polled(reading, claim, *poll)
    });
    // One question for a sentence is enough.
    claims.dedup_by_key(|claim| claim.sentence);
    for claim in claims {
        let kind = reading.article.blocks[claim.place.block].kind;
        if matches!(kind, BlockKind::Headline | BlockKind::Subhead | BlockKind::Caption) {
            continue;
        }
        let sentence = reading.sentences[claim.sentence].place;
        let credit = context.corroboration(claim.sentence).next();
        let (message, severity, insert) = match credit {
            None => (
                "Nobody is named for this: say who says so, or how it is known.".to_owned(),
                if claim.grave { RULE.severity } else { Severity::Hint },
                "according to TK".to_owned(),
            ),
            Some(report) => {
                let outlet = &context.coverage.tellers[report.teller].entry.outlet;
                let message =
                    format!("Nobody is named for this; {outlet} reports it: credit a source.");
                (message, Severity::Hint, format!("{outlet} reported"))
            }
        };
        let related = credit.map(|report| {
            let theirs = context.reading_of(report.teller).sentences[report.sentence].place;
            context.related(report.teller, theirs)
        });
        out.push(Diagnostic {
            severity,
            related: related.into_iter().collect(),
            fixes: insert_at_end(context, sentence, &insert).into_iter().collect(),
            ..Diagnostic::new(&RULE, reading.span(claim.place), message)
        });
    }
}

/// Whether the claim is a line of a table rather than a statement: "Undecided 9%".
fn is_entry(reading: &Reading, claim: &Claim) -> bool {
    const STATEMENT: usize = 5;
    reading.words(claim.place).split_whitespace().take(STATEMENT).count() < STATEMENT
}

/// The first block that names a poll.
fn first_poll(reading: &Reading) -> Option<usize> {
    const POLLS: [&str; 8] =
        ["poll", "polls", "survey", "surveys", "polling", "surveyed", "polled", "respondents"];
    let names = |text: &str| {
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        words.any(|word| POLLS.iter().any(|poll| word.eq_ignore_ascii_case(poll)))
    };
    reading.article.blocks.iter().position(|block| names(&block.text))
}

/// Whether the claim goes on with the answers of a poll that the article names before it: "A third of
/// independents, 33%, say so".
fn is_polled(reading: &Reading, claim: &Claim, poll: Option<usize>) -> bool {
    let share = |quantity: &Quantity| quantity.measure == Measure::Percent;
    let behind = poll.is_some_and(|poll| poll <= claim.place.block);
    behind && reading.quantities(claim.sentence).any(|(_, quantity)| share(quantity))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::harness::{check, check_fix};

    #[test]
    fn asks_for_a_source_before_the_final_stop() {
        let lede = "The chief, Ana Ruiz, resigned on Friday.\n\n";
        let before = format!("{lede}The company hid 40 deaths from the inspectors.");
        let after =
            format!("{lede}The company hid 40 deaths from the inspectors, according to TK.");
        check_fix(&RULE, &before, "Insert “, according to TK”", &after);
    }

    #[test]
    fn the_answers_of_a_poll_are_the_polls() {
        check(
            &RULE,
            "
The chief, Ana Ruiz, resigned on Friday.

The road is shut.

About 40 percent of the nurses in the valley earn less than the rent costs them.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ SRC001

The Lowther Institute asked 900 people in its survey whether the dam is safe.

The road is shut.

About 40 percent of the nurses in the valley believe that the dam will not hold.

Undecided: 9 percent.
",
        );
    }
}
