//! # SRC009: another outlet’s finding without credit
//!
//! ## What it does
//! Finds statements that one outlet says it found out itself (“documents obtained by the Post”, “the
//! Post has learned”, “told the Post”), that no independent other outlet has, and that your article
//! makes on its own word, without naming that outlet anywhere. Only earlier articles and those of the
//! same day can be what yours rests on.
//!
//! ## Why
//! Other people's work is credited, and if it turns out wrong, it was theirs.
//!
//! ## Examples
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-02-07
//! Halvorsen Freight kept two of the five fire doors of its Castleford depot chained for three years before the fire.
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ SRC009
//!
//! //- post.md outlet:Northern_Post date:2026-02-06
//! Halvorsen Freight kept two of the five fire doors of its Castleford depot chained for three years before the fire, according to documents obtained by the Northern Post.
//! ```
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-02-07
//! Halvorsen Freight kept two of the five fire doors of its Castleford depot chained for three years before the fire, the Northern Post reported.
//!
//! //- post.md outlet:Northern_Post date:2026-02-06
//! Halvorsen Freight kept two of the five fire doors of its Castleford depot chained for three years before the fire, according to documents obtained by the Northern Post.
//! ```
//!
//! ## Fix
//! Inserts “, NAME reported” with the outlet's name.
//!
//! ## Basis
//! Associated Press, on credit to other news organisations.
//!
//! ## Measured precision
//! No finding on 144 US news articles; before statements that name a source of their own, or say
//! nothing that can be checked, were left out, 0 of 2.

use crate::{Check, Context, Diagnostic, Rule, Severity, data, rules::sourcing::insert_at_end};
use article::BlockKind;
use coverage::{Relation, Report};
use language::MentionKind;
use sourcing::{Reading, Sourcing};
use std::sync::LazyLock;

/// The rule.
pub static RULE: Rule = Rule {
    id: "SRC009",
    name: "another outlet’s finding without credit",
    severity: Severity::Warning,
    source: include_str!("uncredited.rs"),
    check: Check::Article(check),
};

static CUES: LazyLock<Vec<&str>> =
    LazyLock::new(|| data::lines(include_str!("../../../data/findings-of-their-own.txt")));

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let own = context.reading.article.metadata.date();
    for (sentence, point) in context.coverage.points.iter().enumerate() {
        let agree = |report: &&Report| {
            matches!(report.relation, Relation::Agrees | Relation::Adds) && report.part.is_none()
        };
        let reports: Vec<&Report> = point.reports.iter().filter(agree).collect();
        if context.families(reports.iter().map(|report| report.teller)) != 1 {
            continue;
        }
        let claims = || context.reading.claims.iter().filter(|claim| claim.sentence == sentence);
        let sourced = claims().any(|claim| claim.sourcing == Sourcing::Sourced);
        // "That proposal went nowhere" is nothing to find out.
        let checkable = claims().any(|claim| !claim.checkable.is_empty());
        if sourced || !checkable {
            continue;
        }
        let earlier = |report: &&&Report| {
            let theirs = context.coverage.tellers[report.teller].entry.date;
            own.zip(theirs).is_some_and(|(ours, theirs)| theirs <= ours)
        };
        let found = |report: &&Report| Some((report.teller, their_own(context, report)?));
        let Some((teller, claimed)) = reports.iter().filter(earlier).find_map(found) else {
            continue;
        };
        let entry = &context.coverage.tellers[teller].entry;
        if names(context.reading, &entry.outlet.0) {
            continue;
        }
        let place = context.reading.sentences[sentence].place;
        let theirs = entry.reading.sentences[claimed].place;
        let message = format!(
            "{} says that it found this out itself, and nobody else has it: credit it.",
            entry.outlet
        );
        let credit = format!("{} reported", entry.outlet);
        out.push(Diagnostic {
            related: vec![context.related(teller, theirs)],
            fixes: insert_at_end(context, place, &credit).into_iter().collect(),
            ..Diagnostic::new(&RULE, context.reading.span(place), message)
        });
    }
}

/// The sentence in which the outlet says that it found it out itself: the one that reports it, or
/// behind a headline the first of the copy.
fn their_own(context: &Context<'_>, report: &Report) -> Option<usize> {
    let entry = &context.coverage.tellers[report.teller].entry;
    let reading = &*entry.reading;
    let outlet = bare(&entry.outlet.0);
    let is_headline = |sentence: &usize| {
        let place = reading.sentences[*sentence].place;
        reading.article.blocks[place.block].kind == BlockKind::Headline
    };
    let mut from = report.sentence..reading.sentences.len();
    let sentence = from.find(|sentence| !is_headline(sentence))?;
    let words = reading.words(reading.sentences[sentence].place);
    let words = words.to_lowercase().replace("the ", "");
    let own = CUES.iter().any(|cue| words.contains(&*cue.replace("OUTLET", &outlet)));
    (own && words.contains(&*outlet)).then_some(sentence)
}

/// Whether the article names the outlet, to credit it or otherwise.
fn names(reading: &Reading, outlet: &str) -> bool {
    let outlet = bare(outlet);
    let copied = reading.article.metadata.taken_from.iter();
    let outlets = reading.names.iter().filter(|name| name.kind != MentionKind::Place);
    copied.map(|fact| bare(&fact.value)).any(|it| it == outlet)
        || outlets.map(|name| bare(reading.words(name.name))).any(|it| it == outlet)
}

fn bare(outlet: &str) -> String {
    outlet.to_lowercase().trim_start_matches("the ").to_owned()
}
