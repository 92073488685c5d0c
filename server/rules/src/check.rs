//! The door of the room: a context in, sorted findings out.

use crate::{
    Check, Context, Diagnostic, Rule, Severity, leaves_quotes_alone, limit, marks::Marks, registry,
};
use article::Span;
use sourcing::Reading;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// All findings, sorted by place and rule, with the severities of the settings.
pub fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    check_again(context, None).0
}

/// The same, with an earlier reading of the article and what was marked in it: the marks of the
/// paragraphs that are still there are taken over. The result does not depend on them.
pub fn check_again(
    context: &Context<'_>,
    previous: Option<(&Reading, &Marks)>,
) -> (Vec<Diagnostic>, Marks) {
    let mut found = Vec::new();
    let mut marks = Marks::again(context.reading, previous);
    for rule in registry::ALL {
        if !context.settings.is_off(rule) {
            let before = found.len();
            run(rule, context, &mut marks, &mut found);
            limit::keep(rule, context.reading, &mut found, before);
        }
    }
    found.retain_mut(|finding| {
        let severity = registry::find(finding.rule)
            .and_then(|rule| context.settings.severity(rule, finding.severity));
        if let Some(severity) = severity {
            finding.severity = severity;
            finding.fixes.retain(|fix| leaves_quotes_alone(context.reading, &fix.edits));
        }
        severity.is_some()
    });
    found.sort_by_key(|finding| (finding.span, finding.rule));
    (found, marks)
}

/// Adds what `rule` finds. One that fails takes nothing else along: it is left out of this article,
/// and that is said.
fn run(rule: &'static Rule, context: &Context<'_>, marks: &mut Marks, found: &mut Vec<Diagnostic>) {
    let before = found.len();
    let ran = catch_unwind(AssertUnwindSafe(|| match rule.check {
        Check::Article(check) => check(context, found),
        Check::Paragraph(mark, report) => {
            let places = marks.places(rule, mark, context.reading);
            found.extend(places.map(|place| report(context, place)));
        }
    }));
    if ran.is_err() {
        found.truncate(before);
        let message = format!(
            "{} failed on this article and was left out. This is a bug in presscheck; please \
             report it",
            rule.id
        );
        let severity = Severity::Information;
        found.push(Diagnostic { severity, ..Diagnostic::new(rule, Span::default(), message) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::harness::Fixture;

    #[test]
    fn a_rule_that_fails_is_named_and_takes_nothing_along() {
        static BROKEN: Rule = Rule {
            id: "SRC001",
            name: "broken",
            severity: Severity::Warning,
            source: "",
            check: Check::Article(|_, found| {
                found.push(Diagnostic::new(&BROKEN, Span::new(1, 2), "half done"));
                assert!(found.is_empty(), "on purpose");
            }),
        };
        let fixture = Fixture::new("It fell.");
        let other = Diagnostic::new(&BROKEN, Span::new(3, 4), "of another rule");
        let mut found = vec![other.clone()];
        run(&BROKEN, &fixture.context(), &mut Marks::default(), &mut found);
        let [first, said] = &found[..] else { panic!("{found:?}") };
        assert_eq!(*first, other);
        assert!(said.message.starts_with("SRC001 failed"), "{said:?}");
    }
}
