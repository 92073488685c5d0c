//! The phrases of a hover.

use crate::page::{Page, list};
use coverage::{Difference, DifferenceKind, Relation, Report};

/// "**Conflicts: 12 people killed against 40 people killed.** "
pub fn label(page: &mut Page, differences: &[Difference]) {
    let Some(gravest) = differences.iter().max_by_key(|difference| difference.severity) else {
        return;
    };
    let label = match gravest.severity {
        coverage::Severity::Conflict => "Conflicts",
        coverage::Severity::Update => "Later",
        coverage::Severity::Wording => "Worded differently",
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
