//! # XOUT001: conflicting value
//!
//! ## What it does
//! Finds numbers, durations, dates and places that another outlet's report of the same point
//! contradicts: the values cannot both be right under any reading of "about", "at least" or
//! "nearly". Finds too what one outlet says happened and another says did not, and who did
//! something to whom where another outlet has it the other way round; how two people are related, and
//! where a company is at home. A later
//! value of something that grows, such as a toll, is no conflict (XOUT002), nor is a passage that
//! gives both values, nor a malformed number (NUM004). Where most outlets have your value, it is
//! only a hint.
//!
//! ## Why
//! One of the outlets is wrong, and before print it costs little to find out which.
//!
//! ## Examples
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-02-06
//! Halvorsen Freight was fined £2.4m over a fire that killed three workers at its Castleford depot.
//!                             ^^^^^ XOUT001
//!
//! //- post.md outlet:Northern_Post date:2026-02-06
//! Halvorsen Freight was fined £4.2m over the fire that killed three workers at its Castleford depot.
//! ```
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-02-06
//! Halvorsen Freight was fined more than £4m over a fire that killed three workers at its Castleford depot.
//!
//! //- post.md outlet:Northern_Post date:2026-02-06
//! Halvorsen Freight was fined £4.2m over the fire that killed three workers at its Castleford depot.
//! ```
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-02-06
//! Halvorsen Freight was fined £2.4m on Friday over the fire that killed three workers at its Castleford depot.
//!
//! //- post.md outlet:Northern_Post date:2026-02-06
//! Halvorsen Freight was fined £4.2m, not £2.4m, on Friday over the fire that killed three workers at its Castleford depot.
//! ```
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-02-06
//! The Castleford council did not approve the budget for the Halvorsen depot.
//!                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ XOUT001
//!
//! //- post.md outlet:Northern_Post date:2026-02-06
//! The Castleford council approved the budget for the Halvorsen depot after a long debate.
//! ```
//!
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-02-06
//! The former depot manager of Castleford, Rosa Halvorsen, was arrested on Tuesday over the fire at the depot.
//!                                                                         ^^^^^^^ XOUT001
//!
//! //- post.md outlet:Northern_Post date:2026-02-06
//! Police arrested Rosa Halvorsen, a former depot manager, on Thursday over the fire at the depot in Castleford.
//! ```
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-02-06
//! The former depot manager of Castleford, Rosa Halvorsen, was arrested late on Wednesday over the fire at the depot.
//!
//! //- post.md outlet:Northern_Post date:2026-02-06
//! Police arrested Rosa Halvorsen, a former depot manager, on Thursday over the fire at the depot in Castleford.
//! ```
//!
//! ## Fix
//! None can be offered: look the value up, or tell the reader that reports differ.
//!
//! ## Basis
//! BBC Editorial Guidelines, on accuracy; Chicago Guide to Fact-Checking, on numbers.
//!
//! ## Measured precision
//! No finding on 144 US news articles; before passages that give both values were left out, 0 of 3.
//! On 772 articles of other outlets, many undated and some of two events of one kind, 13 of 14
//! conflicts are right, and two witnesses who time one quake differently are the other; before their
//! false ones were read and mended, 14 of 37 were. Of those in labelled sentences 12 of 13 are of one
//! event, and none is of two.
//! On 22,000 labelled pairs of news sentences that do not contradict each other, no date, place or
//! reversal is raised; of 82 pairs that date one event, all agree.

use crate::{
    Check, Context, Diagnostic, Rule, Severity,
    evidence::quoted,
    rules::across::{Disputed, disputed, finding},
};
use language::{MentionKind, Quantity, Time};
use sourcing::{Place, Reading};

/// The rule.
pub static RULE: Rule = Rule {
    id: "XOUT001",
    name: "conflicting value",
    severity: Severity::Warning,
    source: include_str!("conflict.rs"),
    check: Check::Article(check),
};

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (here, value) in disputed(context) {
        out.extend(conflict(context, *here, value));
    }
}

/// The finding on a value that others contradict.
fn conflict(context: &Context<'_>, here: Place, value: &Disputed<'_>) -> Option<Diagnostic> {
    let (first, difference) = value.conflicts.first()?;
    let tellers: Vec<usize> = value.conflicts.iter().map(|(teller, _)| *teller).collect();
    let against = context.families(tellers.iter().copied());
    let rival = quantity_at(context.reading_of(*first), difference.there);
    let with_us = 1 + context.independent(who_agrees(context, here, &tellers, rival));
    let message = format!(
        "{} conflicts with {} in {}: look it up, or say that reports differ.",
        quoted(context.reading.words(here)),
        quoted(context.reading_of(*first).words(difference.there)),
        context.outlets(&tellers),
    );
    let mut finding = finding(context, &RULE, here, &value.conflicts, message);
    if against < with_us {
        finding.severity = Severity::Hint;
    }
    Some(finding)
}

/// The quantity that `place` holds or lies in.
fn quantity_at(reading: &Reading, place: Place) -> Option<&Quantity> {
    let mut found = reading.quantities(reading.sentence_at(place)?);
    found.find_map(|(at, quantity)| at.range.overlaps(place.range).then_some(quantity))
}

/// Tellers, those `against` us left out, who give a value like ours at `here` anywhere, and not
/// like the `rival`: "at least 12" bears out neither 13 nor 31.
fn who_agrees<'a, 't>(
    context: &Context<'a>,
    here: Place,
    against: &'t [usize],
    rival: Option<&'a Quantity>,
) -> impl Iterator<Item = usize> + use<'a, 't> {
    let ours = context.reading;
    let at_here =
        |place: Place, _: &Time| place.block == here.block && place.range.overlaps(here.range);
    let quantity = quantity_at(ours, here);
    let times: Vec<Time> = ours.times(at_here).map(|(_, time)| time).collect();
    let mut names = ours.names.iter();
    let town = names.find(|name| name.kind == MentionKind::Place && name.place == here);
    let town = town.map(|name| ours.words(name.name));
    let tellers = context.coverage.tellers.iter().enumerate();
    tellers
        .filter(|(teller, _)| !against.contains(teller))
        .filter(move |(_, teller)| {
            let theirs = &teller.entry.reading;
            let counted = theirs.paragraphs.iter().flat_map(|it| &it.text.quantities);
            let mut told = theirs.times(|_, _| !times.is_empty()).map(|(_, time)| time);
            let like_ours = |their: &Quantity| {
                quantity.is_some_and(|our| is_like(our, their))
                    && !rival.is_some_and(|rival| is_like(rival, their))
            };
            counted.into_iter().any(like_ours)
                || told.any(|their| times.iter().any(|our| our.value == their.value))
                || town.is_some_and(|town| {
                    theirs.names.iter().any(|name| theirs.words(name.name) == town)
                })
        })
        .map(|(teller, _)| teller)
}

/// Whether two quantities are of one kind and can be the same number.
fn is_like(our: &Quantity, their: &Quantity) -> bool {
    let (Some(a), Some(b)) = (our.comparable(), their.comparable()) else { return false };
    let kind = (a.measure, a.unit, a.per) == (b.measure, b.unit, b.per);
    kind && our.state == their.state && a.interval.overlaps(b.interval)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::harness::check;

    /// The ferry of two outlets, with what ours says it carried.
    fn ferry(carried: &str, mark: &str) -> String {
        format!(
            "//- ours.md outlet:Valley_Times date:2026-02-06
The Lake Istra ferry between Brennau and Castleford carried {carried} in July, its operator said.
{mark}
//- post.md outlet:Northern_Post date:2026-02-06
The Lake Istra ferry between Brennau and Castleford carried 4,200 passengers in July, its operator said.
"
        )
    }

    #[test]
    fn a_malformed_number_is_held_against_nothing() {
        let mark = format!("{}^^^^^^^^^^^^^^^^ XOUT001", " ".repeat(60));
        check(&RULE, &ferry("6,100 passengers", &mark));
        check(&RULE, &ferry("4,2000 passengers", ""));
    }
}
