//! # XOUT004: corrected elsewhere
//!
//! ## What it does
//! Finds what another outlet has corrected, where your article shares the point that its notice
//! speaks of, and what an outlet has withdrawn, where your article shares any point of it.
//!
//! ## Why
//! An error that its author has owned up to should not live on in your copy.
//!
//! ## Examples
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-02-07
//! Halvorsen Freight was fined £2.4m over a fire that killed three workers at its Castleford depot.
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ XOUT004
//!
//! //- post.md outlet:Northern_Post date:2026-02-06
//! Halvorsen Freight was fined £4.2m over the fire that killed three workers at its Castleford depot.
//!
//! Correction: An earlier version of this article said that Halvorsen Freight was fined £2.4m. It was £4.2m.
//! ```
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-02-07
//! Halvorsen Freight was fined £2.4m over a fire that killed three workers at its Castleford depot.
//!
//! //- post.md outlet:Northern_Post date:2026-02-06
//! Halvorsen Freight was fined more than £2m over the fire that killed three workers at its Castleford depot.
//!
//! Correction: An earlier version of this article misspelt the name of the judge, Adaeze Okonjo.
//! ```
//!
//! ## Fix
//! None can be offered: read the notice, and check yours against it.
//!
//! ## Basis
//! Associated Press, on corrections: who used a story is told of its correction.
//!
//! ## Measured precision
//! No finding on 916 news articles.

use crate::{Check, Context, Diagnostic, Rule, Severity, data, evidence::quoted};
use sourcing::{Place, Reading};
use std::{collections::BTreeSet, sync::LazyLock};

/// The rule.
pub static RULE: Rule = Rule {
    id: "XOUT004",
    name: "corrected elsewhere",
    severity: Severity::Error,
    source: include_str!("corrected.rs"),
    check: Check::Article(check),
};

/// Rare words and numbers that our sentence shares with a notice before it is what that speaks of.
const ENOUGH: usize = 4;
/// Longest paragraph that is a notice, in bytes.
const LONGEST: usize = 1_000;

/// What became of a story, and how a notice says so.
static NOTICES: LazyLock<Vec<(bool, &str)>> = LazyLock::new(|| {
    let lines = data::lines(include_str!("../../../data/notices.txt"));
    let notices = lines.into_iter().filter_map(|line| line.split_once(": "));
    notices.map(|(what, words)| (what == "withdrawn", words)).collect()
});

/// What an outlet says about an error of its own.
struct Notice {
    withdrawn: bool,
    place: Place,
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (teller, told) in context.coverage.tellers.iter().enumerate() {
        let other = &*told.entry.reading;
        let Some(notice) = notice(other) else { continue };
        let Some(sentence) = touched(context, teller, &notice) else { continue };
        let place = context.reading.sentences[sentence].place;
        let done = if notice.withdrawn { "withdrawn" } else { "corrected" };
        let message = format!(
            "{} has {done} its story: {}. Check that this does not rest on the error.",
            context.outlets(&[teller]),
            quoted(other.words(notice.place)),
        );
        let mut finding = Diagnostic {
            related: vec![context.related(teller, notice.place)],
            ..Diagnostic::new(&RULE, context.reading.span(place), message)
        };
        if !notice.withdrawn {
            finding.severity = Severity::Warning;
        }
        out.push(finding);
    }
}

/// The notice of an article, the gravest.
fn notice(reading: &Reading) -> Option<Notice> {
    let blocks = reading.article.blocks.iter().enumerate();
    let short = blocks.filter(|(_, block)| block.text.len() <= LONGEST);
    let notices = short.filter_map(|(index, block)| {
        let text = block.text.trim_start();
        let begins = |at: usize, words: &str| {
            text.get(at..at + words.len()).is_some_and(|it| it.eq_ignore_ascii_case(words))
        };
        // Without a copy in lower case: this is asked of every article on the story at every key.
        let starts = || text.match_indices(' ').map(|(space, _)| space + 1).chain([0]);
        let says = |words: &str| match words.strip_prefix("... ") {
            Some(anywhere) => starts().any(|at| begins(at, anywhere)),
            None => begins(0, words),
        };
        let (withdrawn, _) = NOTICES.iter().find(|(_, words)| says(words))?;
        let range = language::TextRange::new(0, block.text.len());
        Some(Notice { withdrawn: *withdrawn, place: Place { block: index, range } })
    });
    notices.max_by_key(|notice| notice.withdrawn)
}

/// Our sentence that a notice speaks of: the one that shares most words with it, or of a story that
/// was withdrawn the first that makes a point of it.
fn touched(context: &Context<'_>, teller: usize, notice: &Notice) -> Option<usize> {
    let is_told = |sentence: &usize| {
        let point = context.coverage.points.get(*sentence);
        point.is_some_and(|point| point.reports.iter().any(|report| report.teller == teller))
    };
    let mut sentences = (0..context.reading.sentences.len()).filter(is_told);
    if notice.withdrawn {
        return sentences.next();
    }
    let theirs = context.reading_of(teller);
    let notices = (0..).map_while(|sentence| theirs.terms(notice.place.block, sentence));
    let said: BTreeSet<u64> =
        notices.flat_map(|sentence| &sentence.counted).map(|term| term.id).collect();
    let shared = |sentence: usize| {
        let at = &context.reading.sentences[sentence];
        let terms = context.reading.terms(at.place.block, at.index);
        let terms = terms.map_or(&[][..], |terms| &terms.counted);
        terms.iter().filter(|term| said.contains(&term.id)).count()
    };
    let best = sentences.map(|it| (shared(it), std::cmp::Reverse(it))).max()?;
    (best.0 >= ENOUGH).then_some(best.1.0)
}
