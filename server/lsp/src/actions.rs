//! Which changes are on offer where.

use article::Span;
use rules::{Diagnostic, Edit, Safety, Target};

/// What kind of change it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Answers one finding.
    QuickFix,
    /// Makes every safe change of the file.
    FixAll,
}

/// A change on offer.
#[derive(Debug, Clone)]
pub struct Action<'a> {
    /// What it does, in the imperative.
    pub title: String,
    /// What kind of change it is.
    pub kind: Kind,
    /// Whether the editor may choose it where one key applies "the" fix.
    pub preferred: bool,
    /// The finding that it answers.
    pub finding: Option<&'a Diagnostic>,
    /// The changes.
    pub edits: Vec<&'a Edit>,
}

/// The changes on offer for findings that touch `span`, of the kinds `wanted`.
pub fn at<'a>(findings: &'a [Diagnostic], span: Span, wanted: &[Kind]) -> Vec<Action<'a>> {
    let mut actions = Vec::new();
    if wanted.contains(&Kind::QuickFix) {
        let touched = findings
            .iter()
            .filter(|finding| finding.span.start <= span.end && span.start <= finding.span.end);
        actions.extend(touched.flat_map(quick_fixes));
    }
    if wanted.contains(&Kind::FixAll) {
        actions.extend(fix_all(findings));
    }
    actions
}

fn quick_fixes(finding: &Diagnostic) -> impl Iterator<Item = Action<'_>> {
    finding.fixes.iter().enumerate().map(move |(index, fix)| Action {
        title: fix.title.clone(),
        kind: Kind::QuickFix,
        preferred: index == 0 && fix.edits.iter().all(answers),
        finding: Some(finding),
        edits: fix.edits.iter().collect(),
    })
}

/// Whether an edit answers a finding; to silence one is never preferred.
fn answers(edit: &Edit) -> bool {
    edit.target != Target::IgnoreFile && !edit.text.contains("presscheck-ignore")
}

/// Every first safe fix of the file, left out where it would change what another one changes.
fn fix_all(findings: &[Diagnostic]) -> Option<Action<'_>> {
    let safe = findings
        .iter()
        .filter_map(|finding| finding.fixes.iter().find(|fix| fix.safety == Safety::Safe));
    let mut edits: Vec<&Edit> = Vec::new();
    for fix in safe {
        let free = fix.edits.iter().all(|edit| !edits.iter().any(|other| collide(edit, other)));
        if free {
            edits.extend(&fix.edits);
        }
    }
    (!edits.is_empty()).then(|| Action {
        title: "Make every safe change in this file".into(),
        kind: Kind::FixAll,
        preferred: false,
        finding: None,
        edits,
    })
}

fn collide(one: &Edit, other: &Edit) -> bool {
    let (a, b) = (one.span, other.span);
    one.target == other.target && (a == b || a.overlaps(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rules::{Fix, Severity};

    fn edit(start: usize, end: usize) -> Edit {
        Edit { target: Target::Article, span: Span::new(start, end), text: "x".into() }
    }

    fn finding(start: usize, end: usize, safety: Safety, edit: Edit) -> Diagnostic {
        Diagnostic {
            rule: "SRC001",
            severity: Severity::Warning,
            span: Span::new(start, end),
            message: String::new(),
            related: Vec::new(),
            fixes: vec![Fix { title: "Change".into(), safety, edits: vec![edit] }],
        }
    }

    #[test]
    fn only_findings_at_the_cursor_offer_quick_fixes() {
        let findings = [
            finding(0, 5, Safety::Safe, edit(0, 1)),
            finding(10, 15, Safety::Suggested, edit(10, 11)),
        ];
        let offered = |at| super::at(&findings, Span::new(at, at), &[Kind::QuickFix]).len();
        assert_eq!([offered(0), offered(5), offered(7), offered(12)], [1, 1, 0, 1]);
    }

    #[test]
    fn fix_all_makes_safe_changes_only_and_each_place_once() {
        let findings = [
            finding(0, 5, Safety::Safe, edit(0, 3)),
            finding(0, 5, Safety::Safe, edit(2, 4)),
            finding(6, 9, Safety::Suggested, edit(6, 7)),
            finding(8, 9, Safety::Safe, edit(8, 9)),
        ];
        let actions = super::at(&findings, Span::new(0, 0), &[Kind::FixAll]);
        let spans: Vec<_> = actions[0].edits.iter().map(|edit| edit.span.start).collect();
        assert_eq!(spans, [0, 8]);
    }

    #[test]
    fn silencing_a_finding_is_never_preferred() {
        let mut ignore = edit(0, 0);
        ignore.text = "<!-- presscheck-ignore SRC001 -->".into();
        let findings = [finding(0, 5, Safety::Suggested, ignore)];
        assert!(!super::at(&findings, Span::new(0, 0), &[Kind::QuickFix])[0].preferred);
    }
}
