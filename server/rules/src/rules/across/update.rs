//! # XOUT002: older value
//!
//! ## What it does
//! Finds values that grow, such as a toll, for which reports of the same day or later have a later
//! one. Names the value that most independent reports have; among equals the newest.
//!
//! ## Why
//! Yesterday's toll was right yesterday. Before print it should be today's, or say as of when it is.
//!
//! ## Examples
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-03-15
//! The earthquake off Puerto Almera killed at least 12 people on Sunday, the interior ministry said.
//!                                         ^^^^^^^^^^^^^^^^^^ XOUT002
//!
//! //- post.md outlet:Northern_Post date:2026-03-16
//! The earthquake off Puerto Almera killed at least 19 people on Sunday, the interior ministry said.
//! ```
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-03-16
//! The earthquake off Puerto Almera killed at least 19 people on Sunday, the interior ministry said.
//!
//! //- post.md outlet:Northern_Post date:2026-03-15
//! The earthquake off Puerto Almera killed at least 12 people on Sunday, the interior ministry said.
//! ```
//!
//! ## Fix
//! None can be offered: ask for the newest value, or say as of when yours is.
//!
//! ## Basis
//! Reuters Handbook of Journalism, on updates; BBC Editorial Guidelines, on accuracy.
//!
//! ## Measured precision
//! No finding on 144 US news articles.

use crate::{
    Check, Context, Diagnostic, Rule, Severity,
    evidence::quoted,
    rules::across::{Disputed, disputed, finding},
};
use coverage::Difference;
use sourcing::Place;
use std::cmp::Reverse;

/// The rule.
pub static RULE: Rule = Rule {
    id: "XOUT002",
    name: "older value",
    severity: Severity::Information,
    source: include_str!("update.rs"),
    check: Check::Article(check),
};

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (here, value) in disputed(context) {
        // Where somebody contradicts the value, its age is not what matters.
        if value.conflicts.is_empty() {
            out.extend(update(context, *here, value));
        }
    }
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
    let with = |words: &str| {
        let same = later.iter().filter(|it| value_of(context, it) == words);
        context.families(same.map(|(teller, _)| *teller))
    };
    let best =
        later.iter().max_by_key(|it| (with(&value_of(context, it)), date(it.0), Reverse(it.0)))?;
    let newest = value_of(context, best);
    let mut tellers: Vec<usize> = later
        .iter()
        .filter(|it| value_of(context, it) == newest)
        .map(|(teller, _)| *teller)
        .collect();
    tellers.sort_by_key(|teller| *teller != best.0);
    let message = format!(
        "Now {} in {} where this has {}: bring it up to date, or say as of when it is.",
        quoted(context.reading_of(best.0).words(best.1.there)),
        context.outlets(&tellers),
        quoted(context.reading.words(here)),
    );
    Some(finding(context, &RULE, here, &later, message))
}

/// The words of their value, without the modifier: "at least 140 people" and "140 people" are one.
fn value_of(context: &Context<'_>, (teller, difference): &(usize, &Difference)) -> String {
    let reading = context.reading_of(*teller);
    let sentence = reading.sentence_at(difference.there);
    let mut quantities = sentence.into_iter().flat_map(|sentence| reading.quantities(sentence));
    let there = difference.there.range;
    let found = quantities.find(|(place, _)| place.range.overlaps(there));
    found.map_or_else(
        || reading.words(difference.there).to_lowercase(),
        |(_, quantity)| quantity.value.to_string(),
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::harness::Fixture;

    #[test]
    fn the_value_that_most_independent_reports_have_is_named() {
        let fixture = Fixture::new(
            "//- ours.md outlet:Valley_Times date:2026-03-15
The earthquake off Puerto Almera killed at least 12 people on Sunday, the interior ministry said.

//- post.md outlet:Northern_Post date:2026-03-16
The earthquake off Puerto Almera killed at least 19 people on Sunday, the interior ministry said.

//- herald.md outlet:Coastal_Herald date:2026-03-16
Sunday’s earthquake off Puerto Almera has killed 19 people, said the governor, Luz Ibarra.

//- courier.md outlet:Courier date:2026-03-17
At least 31 people were killed by the earthquake off Puerto Almera on Sunday, rescuers said.
",
        );
        let found = fixture.findings(&RULE);
        let [finding] = &found[..] else { panic!("one finding, not {found:#?}") };
        assert!(finding.message.starts_with("Now “at least 19 people”"), "{}", finding.message);
        assert_eq!(finding.related.len(), 3);
    }
}
