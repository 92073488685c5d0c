//! Which changes are on offer where.

use crate::state::Finished;
use article::Span;
use newsroom::Checked;
use rules::{Beside, Context, Diagnostic, Edit, Fix, Safety, Target};

/// What kind of change it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Answers one finding.
    QuickFix,
    /// Silences one finding.
    Ignore,
    /// Makes every safe change of the file.
    FixAll,
    /// Tags every quote of the file whose speaker is sure.
    TagAll,
    /// Takes every tag of the file away.
    UntagAll,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::QuickFix, Self::Ignore, Self::FixAll, Self::TagAll, Self::UntagAll];
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
    /// The changes; `None` where they are made only once somebody chooses them.
    pub edits: Option<Vec<Edit>>,
}

/// When the edits of changes of the whole file are made. In a long article they are many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edits {
    /// With the offer.
    Now,
    /// Once it is chosen.
    Later,
}

/// The changes of the kinds `wanted` that are on offer at `span`: for findings that touch it, and
/// for a quote that stands there.
pub fn at<'a>(
    finished: &'a Finished,
    beside: &Beside<'_>,
    span: Span,
    wanted: &[Kind],
    edits: Edits,
) -> Vec<Action<'a>> {
    let Checked { reading, coverage, findings, .. } = &finished.checked;
    let context = Context::new(reading, coverage, &finished.config.rules);
    let mut actions = Vec::new();
    if wanted.contains(&Kind::QuickFix) || wanted.contains(&Kind::Ignore) {
        for finding in findings.iter().filter(|finding| touch(finding.span, span)) {
            let fixes = quick_fixes(finding, rules::fixes(&context, beside, finding));
            actions.extend(fixes.filter(|action| wanted.contains(&action.kind)));
        }
    }
    // What changes one place is made at once: it may be what is on offer there already.
    let several = |(_, places): &(String, usize)| edits == Edits::Later && *places > 1;
    let whole = |kind, title: Option<_>, fix: &dyn Fn() -> Option<Fix>| match title.filter(several)
    {
        Some((title, _)) => Some(later(kind, title)),
        None => fix().map(|fix| Action { kind, ..quick_fix(fix) }),
    };
    let tag_all =
        |kind| whole(kind, rules::tag_all_title(&context), &|| rules::tag_all(&context, beside));
    if wanted.contains(&Kind::QuickFix) {
        let of_quote = rules::quote_fixes(&context, beside, span.start);
        // Whoever tags one quote may want to tag them all, and looks in the same menu.
        let all = if of_quote.is_empty() { None } else { tag_all(Kind::QuickFix) };
        let of_quote = of_quote.into_iter().map(quick_fix);
        of_quote.chain(all).for_each(|action| add(&mut actions, action));
    }
    if wanted.contains(&Kind::FixAll) {
        actions.extend(match edits {
            Edits::Now => fix_all(findings),
            Edits::Later => {
                let any = findings.iter().any(|finding| safe(finding).is_some());
                any.then(|| later(Kind::FixAll, FIX_ALL.into()))
            }
        });
    }
    if wanted.contains(&Kind::TagAll)
        && let Some(action) = tag_all(Kind::TagAll)
    {
        add(&mut actions, action);
    }
    let untag = || rules::untag_all(&context, beside);
    if wanted.contains(&Kind::UntagAll)
        && let Some(action) = whole(Kind::UntagAll, rules::untag_all_title(&context), &untag)
    {
        add(&mut actions, action);
    }
    actions
}

/// What changes the whole file, without its edits.
fn later(kind: Kind, title: String) -> Action<'static> {
    Action { title, kind, preferred: false, finding: None, edits: None }
}

/// Offers an action unless another makes the same change.
fn add<'a>(actions: &mut Vec<Action<'a>>, action: Action<'a>) {
    let same = |other: &Action<'_>| match &action.edits {
        Some(edits) => other.edits.as_ref() == Some(edits),
        None => other.edits.is_none() && other.title == action.title,
    };
    if !actions.iter().any(same) {
        actions.push(action);
    }
}

fn touch(one: Span, other: Span) -> bool {
    one.start <= other.end && other.start <= one.end
}

fn quick_fix(fix: Fix) -> Action<'static> {
    Action {
        title: fix.title,
        kind: Kind::QuickFix,
        preferred: false,
        finding: None,
        edits: Some(fix.edits),
    }
}

fn quick_fixes(finding: &Diagnostic, fixes: Vec<Fix>) -> impl Iterator<Item = Action<'_>> {
    fixes.into_iter().enumerate().map(move |(index, fix)| {
        let kind = if fix.edits.iter().all(answers) { Kind::QuickFix } else { Kind::Ignore };
        let preferred = index == 0 && kind == Kind::QuickFix;
        Action { kind, preferred, finding: Some(finding), ..quick_fix(fix) }
    })
}

/// Whether an edit answers a finding; to silence one is never preferred.
fn answers(edit: &Edit) -> bool {
    match edit.target {
        Target::Article => !edit.text.contains("presscheck-ignore"),
        Target::Sidecar => true,
        Target::IgnoreFile | Target::Config => false,
    }
}

/// Every first safe fix of the file, left out where it would change what another one changes.
fn fix_all(findings: &[Diagnostic]) -> Option<Action<'_>> {
    let safe = findings.iter().filter_map(safe);
    let mut edits: Vec<Edit> = Vec::new();
    for fix in safe {
        if !fix.edits.iter().any(|edit| edits.iter().any(|other| collide(edit, other))) {
            edits.extend(fix.edits.iter().cloned());
        }
    }
    (!edits.is_empty())
        .then(|| Action { edits: Some(edits), ..later(Kind::FixAll, FIX_ALL.into()) })
}

const FIX_ALL: &str = "Make every safe change in this file";

fn safe(finding: &Diagnostic) -> Option<&Fix> {
    finding.fixes.iter().find(|fix| fix.safety == Safety::Safe)
}

fn collide(one: &Edit, other: &Edit) -> bool {
    let (a, b) = (one.span, other.span);
    one.target == other.target && (a == b || a.overlaps(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rules::Severity;

    fn edit(start: usize, end: usize) -> Edit {
        Edit::of(Target::Article, Span::new(start, end), "x")
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
    fn fix_all_makes_safe_changes_only_and_each_place_once() {
        let findings = [
            finding(0, 5, Safety::Safe, edit(0, 3)),
            finding(0, 5, Safety::Safe, edit(2, 4)),
            finding(6, 9, Safety::Suggested, edit(6, 7)),
            finding(8, 9, Safety::Safe, edit(8, 9)),
        ];
        let edits = fix_all(&findings).and_then(|action| action.edits).unwrap_or_default();
        let spans: Vec<_> = edits.iter().map(|edit| edit.span.start).collect();
        assert_eq!(spans, [0, 8]);
    }

    #[test]
    fn silencing_a_finding_is_a_kind_of_its_own_and_never_preferred() {
        let mut ignore = edit(0, 0);
        ignore.text = "<!-- presscheck-ignore SRC001 -->".into();
        let finding = finding(0, 5, Safety::Suggested, edit(0, 1));
        let offered = |edit: Edit| {
            let fix = Fix { title: "Do".into(), safety: Safety::Suggested, edits: vec![edit] };
            let both = vec![fix.clone(), fix];
            let actions = quick_fixes(&finding, both);
            actions.map(|action| (action.kind, action.preferred)).collect::<Vec<_>>()
        };
        assert_eq!(offered(edit(0, 1)), [(Kind::QuickFix, true), (Kind::QuickFix, false)]);
        assert_eq!(offered(ignore), [(Kind::Ignore, false), (Kind::Ignore, false)]);
    }
}
