//! The phrases of a hover.

use crate::page::{Page, list};
use article::Date;
use coverage::{Difference, DifferenceKind, Relation, Report};
use sourcing::{Attribution, Reading, SourceKind, Sourcing};

/// "**Conflicts: 12 people killed against 40 people killed.** "
pub fn label(page: &mut Page, differences: &[Difference]) {
    let Some(gravest) = differences.iter().max_by_key(|difference| difference.severity) else {
        return;
    };
    let label = match gravest.severity {
        coverage::Severity::Conflict => "Conflicts",
        coverage::Severity::Update => "Later",
        coverage::Severity::Wording => "In other words",
    };
    // Both wordings of a quote are on the screen already: ours above, theirs behind the label.
    if gravest.kind == DifferenceKind::Quote {
        page.stress(&format!("{label}.")).say(" ");
    } else {
        page.stress(&format!("{label}: {}.", gravest.why.trim_end_matches('.'))).say(" ");
    }
}

/// ": 1 conflicts, 1 has a later figure, 2 agree and 1 has a part of it."
pub fn agreement(reports: &[&Report]) -> String {
    let number = |wanted: &[Relation]| {
        reports.iter().filter(|report| wanted.contains(&report.relation)).count()
    };
    let agree = number(&[Relation::Agrees, Relation::Adds]);
    let part = number(&[Relation::Related]);
    if let [report] = reports {
        return match report.relation {
            Relation::Conflicts => " and conflicts.".into(),
            Relation::Updates => ", with a later figure.".into(),
            Relation::Wording => ", in other words.".into(),
            Relation::Agrees | Relation::Adds => " and agrees.".into(),
            Relation::Related => ", in part.".into(),
        };
    }
    if part == reports.len() {
        return ", in part.".into();
    }
    if agree == reports.len() {
        return "; all agree.".into();
    }
    let clause = |number: usize, one: &str, several: &str| match number {
        0 => None,
        1 => Some(format!("1 {one}")),
        number => Some(format!("{number} {several}")),
    };
    let clauses: Vec<_> = [
        clause(number(&[Relation::Conflicts]), "conflicts", "conflict"),
        clause(number(&[Relation::Updates]), "has a later figure", "have a later figure"),
        clause(number(&[Relation::Wording]), "words it differently", "word it differently"),
        clause(agree, "agrees", "agree"),
        clause(part, "has a part of it", "have a part of it"),
    ]
    .into_iter()
    .flatten()
    .collect();
    format!(": {}.", list(&clauses))
}

/// ", citing the police": to whom a sentence is sourced where it stands.
pub fn sourced(reading: &Reading, sentence: usize) -> String {
    let mut claims = reading.claims.iter().filter(|claim| claim.sentence == sentence);
    let Some(claim) = claims.clone().find(|claim| claim.attribution.is_some()).or(claims.next())
    else {
        return String::new();
    };
    // What somebody says in the sentence itself comes before what goes on from the one before.
    let whole = reading.sentences[sentence].place;
    let here = |said: &&Attribution| {
        let cue = said.cue.first();
        said.speaker.is_some()
            && cue.is_some_and(|cue| cue.block == whole.block && whole.range.covers(cue.range))
    };
    let own = || reading.attributions.iter().find(here);
    let own = (claim.sourcing == Sourcing::Inherited).then(own).flatten();
    let claimed = || claim.attribution.and_then(|index| reading.attributions.get(index));
    let Some(attribution) = own.or_else(claimed) else {
        return match claim.sourcing {
            Sourcing::Unsourced => ", naming no source".into(),
            _ => String::new(),
        };
    };
    // "the discussion revealed" names no one; a document is cited by its name.
    let nameless = |speaker: &String| !speaker.contains(char::is_uppercase);
    if attribution.kind == Some(SourceKind::Document)
        && attribution.speaker.as_ref().is_some_and(nameless)
    {
        return String::new();
    }
    let written = || attribution.source.first().map(|place| reading.words(*place).to_owned());
    let via = attribution.via.as_ref();
    match (attribution.speaker.clone().or_else(written), via) {
        (Some(source), Some(via)) if source != *via => format!(", citing {source} by way of {via}"),
        (Some(source), _) => format!(", citing {source}"),
        (None, Some(via)) => format!(", citing {via}"),
        (None, None) => ", naming no source".into(),
    }
}

/// "2 July 2025".
pub fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}
