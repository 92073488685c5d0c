//! # XOUT005: rated by a fact-check
//!
//! ## What it does
//! Finds sentences that say what a published fact-check is about, unless it found the claim to be
//! right, the paragraph or the next one says itself that the claim is disputed, or the article names
//! the fact-checker.
//!
//! A fact-check is a file of the newsroom with a `claim_rating` in its front matter; its copy is the
//! claim that was checked. `presscheck corpus add` makes such files of schema.org `ClaimReview`. A sentence says the claim if it has nearly all of its words and all of
//! its figures and contradicts nothing of it, however old the fact-check is.
//!
//! ## Why
//! A claim that somebody has examined comes back in the next speech. Readers should learn both.
//!
//! ## Examples
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-03-16
//! The harbour tunnel has cost every household in Almera 4,000 dollars, Senator Ada Moss told a rally.
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ XOUT005
//!
//! //- tunnel.md outlet:Plain_Facts date:2024-10-02
//! ---
//! claim_rating: False
//! url: https://facts.example/tunnel
//! ---
//! The harbour tunnel cost each Almera household 4,000 dollars.
//! ```
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-03-16
//! The harbour tunnel has cost every household in Almera 4,000 dollars, Senator Ada Moss told a rally.
//!
//! The city’s accounts show that this is not true: the state paid for it.
//!
//! //- tunnel.md outlet:Plain_Facts date:2024-10-02
//! ---
//! claim_rating: False
//! ---
//! The harbour tunnel cost each Almera household 4,000 dollars.
//! ```
//!
//! ## Fix
//! None can be offered: read the fact-check, and say what it found.
//!
//! ## Basis
//! International Fact-Checking Network, Code of Principles; schema.org `ClaimReview`.
//!
//! ## Measured precision
//! 332 sentences of 144 news articles, taken for checked claims: 41 findings in other articles, all of
//! them the claim, and none in an article of another story.

use crate::{Check, Context, Diagnostic, Related, Rule, Severity, data, evidence::quoted};
use article::day;
use corpus::Entry;
use coverage::Reviewed;
use std::sync::LazyLock;

/// The rule.
pub static RULE: Rule = Rule {
    id: "XOUT005",
    name: "rated by a fact-check",
    severity: Severity::Warning,
    source: include_str!("reviewed.rs"),
    check: Check::Article(check),
};

/// Ratings that find nothing wrong.
static THAT_HOLD: LazyLock<Vec<&str>> =
    LazyLock::new(|| data::lines(include_str!("../../../data/ratings-that-hold.txt")));

/// How copy says itself that a claim is disputed.
static REBUTTALS: LazyLock<Vec<&str>> =
    LazyLock::new(|| data::lines(include_str!("../../../data/rebuttals.txt")));

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for reviewed in &context.coverage.reviewed {
        let Some(rating) = &reviewed.review.reading.article.metadata.claim_rating else { continue };
        let Some(sentence) = context.reading.sentences.get(reviewed.sentence) else { continue };
        let block = sentence.place.block;
        let is_copy =
            context.reading.article.blocks.get(block).is_some_and(article::Block::is_copy);
        if !is_copy || holds(&rating.value) || is_answered(context, block, &reviewed.review) {
            continue;
        }
        let related = claim(reviewed);
        let date = related.date.map(|date| format!(" on {}", day(date))).unwrap_or_default();
        let (who, said) = (&reviewed.review.outlet, quoted(&related.text));
        let mut message = format!("{who} rated this “{}”{date}: {said}.", rating.value);
        if let Some(url) = &reviewed.review.reading.article.metadata.url {
            message = format!("{message} See {}", url.value);
        }
        out.push(Diagnostic {
            related: vec![related],
            ..Diagnostic::new(&RULE, context.reading.span(sentence.place), message)
        });
    }
}

/// Whether a rating finds the claim to be right.
fn holds(rating: &str) -> bool {
    let rating = rating.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    // "5 of 5"
    let full = rating.split_once(" of ").is_some_and(|(value, best)| value == best);
    full || THAT_HOLD.contains(&&*rating)
}

/// Whether the article deals with the claim itself: it names who examined it, or says in this
/// paragraph or the next that it is disputed.
fn is_answered(context: &Context<'_>, block: usize, review: &Entry) -> bool {
    let mut names = context.reading.entities.iter();
    if names.any(|entity| entity.name.eq_ignore_ascii_case(&review.outlet.0)) {
        return true;
    }
    let next = context.copy().map(|(index, _)| index).find(|index| block < *index);
    [Some(block), next].into_iter().flatten().any(|block| {
        let text = context.reading.article.blocks[block].text.to_lowercase();
        REBUTTALS.iter().any(|words| text.contains(words))
    })
}

/// The claim as the fact-check has it.
fn claim(reviewed: &Reviewed) -> Related {
    let (entry, reading) = (&reviewed.review, &reviewed.review.reading);
    let place = reading.sentences[reviewed.claim].place;
    let span = reading.span(place);
    Related {
        article: Some(entry.id.clone()),
        outlet: Some(entry.outlet.clone()),
        date: entry.date,
        span,
        words: span,
        text: reading.words(place).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rating_holds_whole_or_in_full() {
        for rating in ["True", "mostly true.", "5 of 5", "Correct!"] {
            assert!(holds(rating), "{rating}");
        }
        for rating in ["False", "True, but misleading", "1 of 5", "Half true"] {
            assert!(!holds(rating), "{rating}");
        }
    }
}
