//! Findings.

use super::{file_uri, locations::Locations, range, uri};
use crate::{
    position::LineIndex,
    rule_pages,
    session::Session,
    state::{Finished, State, lock},
};
use coverage::Teller;
use newsroom::ConfigProblem;
use rules::{Diagnostic, Related, Severity};
use serde_json::json;
use std::{collections::HashMap, sync::Arc};
use tower_lsp::ls_types as proto;

/// The findings of a checked text.
pub fn diagnostics(finished: &Finished, session: &Session) -> Vec<proto::Diagnostic> {
    let mut locations = Locations::new(finished, session);
    let findings = finished.checked.findings.iter();
    let findings = findings.map(|finding| diagnostic(finding, finished, &mut locations));
    let problems = finished.checked.reading.problems();
    problems.iter().map(|problem| unread(problem, finished)).chain(findings).collect()
}

/// The findings of an open text for an editor that has those called `known`.
pub fn report(
    finished: &Arc<Finished>,
    known: Option<&str>,
    state: &State,
    session: &Session,
) -> proto::DocumentDiagnosticReport {
    let related_documents = session.related_documents.then(|| related(finished, state, session));
    let related_documents = related_documents.filter(|documents| !documents.is_empty());
    lock(&state.reported).insert(finished.id.clone(), Arc::downgrade(finished));
    match changed(finished, known, state, session) {
        Ok(report) => proto::RelatedFullDocumentDiagnosticReport {
            related_documents,
            full_document_diagnostic_report: report,
        }
        .into(),
        Err(same) => proto::RelatedUnchangedDocumentDiagnosticReport {
            related_documents,
            unchanged_document_diagnostic_report: same,
        }
        .into(),
    }
}

/// The findings of the open articles that tell the same story, where they are others than the editor
/// has: what one says changes what is found in the other.
fn related(
    finished: &Finished,
    state: &State,
    session: &Session,
) -> HashMap<proto::Uri, proto::DocumentDiagnosticReportKind> {
    let tellers = finished.checked.coverage.tellers.iter();
    let report = |teller: &Teller| {
        let (id, file) = state.at(&finished.path_of(&teller.entry.id))?;
        let theirs = file.finished.filter(|it| it.revision == file.revision)?;
        let now = Arc::downgrade(&theirs);
        let before = lock(&state.reported).insert(id.clone(), now.clone());
        if before.is_some_and(|before| before.ptr_eq(&now)) {
            return None;
        }
        let known = lock(&state.findings).number(&id).map(|number| number.to_string());
        let report = changed(&theirs, known.as_deref(), state, session).ok()?;
        Some((uri(&id)?, proto::DocumentDiagnosticReportKind::Full(report)))
    };
    tellers.filter_map(report).collect()
}

/// The findings of a text that is not open for an editor that has those called `known`.
pub fn surveyed(
    finished: &Finished,
    known: Option<&str>,
    state: &State,
    session: &Session,
) -> Option<proto::WorkspaceDocumentDiagnosticReport> {
    let uri = uri(&finished.id)?;
    Some(match changed(finished, known, state, session) {
        Ok(report) => proto::WorkspaceFullDocumentDiagnosticReport {
            uri,
            version: None,
            full_document_diagnostic_report: report,
        }
        .into(),
        Err(same) => proto::WorkspaceUnchangedDocumentDiagnosticReport {
            uri,
            version: None,
            unchanged_document_diagnostic_report: same,
        }
        .into(),
    })
}

/// The findings of a text, or word that they are those called `known`.
fn changed(
    finished: &Finished,
    known: Option<&str>,
    state: &State,
    session: &Session,
) -> Result<proto::FullDocumentDiagnosticReport, proto::UnchangedDocumentDiagnosticReport> {
    let items = Arc::new(diagnostics(finished, session));
    let result_id = lock(&state.findings).send(&finished.id, &items).0.to_string();
    if known == Some(&result_id) {
        return Err(proto::UnchangedDocumentDiagnosticReport { result_id });
    }
    let items = Arc::unwrap_or_clone(items);
    Ok(proto::FullDocumentDiagnosticReport { result_id: Some(result_id), items })
}

/// What of the file could not be read as meant.
fn unread(problem: &article::Problem, finished: &Finished) -> proto::Diagnostic {
    proto::Diagnostic {
        range: range(&finished.lines, problem.span),
        severity: Some(proto::DiagnosticSeverity::INFORMATION),
        code: Some(proto::NumberOrString::String("READ".into())),
        source: Some("presscheck".into()),
        message: problem.message.clone(),
        ..proto::Diagnostic::default()
    }
}

/// What is wrong with the settings whose text is that of `lines`.
pub fn settings_problems(problems: &[ConfigProblem], lines: &LineIndex) -> Vec<proto::Diagnostic> {
    let problem = |problem: &ConfigProblem| proto::Diagnostic {
        range: range(lines, lines.line(problem.line.saturating_sub(1))),
        severity: Some(proto::DiagnosticSeverity::WARNING),
        code: Some(proto::NumberOrString::String("CONFIG".into())),
        source: Some("presscheck".into()),
        message: problem.message.clone(),
        ..proto::Diagnostic::default()
    };
    problems.iter().map(problem).collect()
}

/// A finding.
pub fn diagnostic(
    finding: &Diagnostic,
    finished: &Finished,
    locations: &mut Locations<'_>,
) -> proto::Diagnostic {
    let related: Vec<_> = if locations.session.related {
        finding.related.iter().filter_map(|related| information(related, locations)).collect()
    } else {
        Vec::new()
    };
    proto::Diagnostic {
        range: range(&finished.lines, finding.span),
        severity: Some(match finding.severity {
            Severity::Hint => proto::DiagnosticSeverity::HINT,
            Severity::Information => proto::DiagnosticSeverity::INFORMATION,
            Severity::Warning => proto::DiagnosticSeverity::WARNING,
            Severity::Error => proto::DiagnosticSeverity::ERROR,
        }),
        code: Some(proto::NumberOrString::String(finding.rule.into())),
        code_description: rule_page(finding.rule, locations.session),
        source: Some("presscheck".into()),
        message: finding.message.clone(),
        related_information: (!related.is_empty()).then_some(related),
        tags: None,
        // Nothing that a key above it changes: what is the same need not be sent again.
        data: Some(json!({ "rule": finding.rule })),
    }
}

fn rule_page(rule: &str, session: &Session) -> Option<proto::CodeDescription> {
    let folder = session.rule_pages.get().filter(|_| session.code_links)?;
    file_uri(&rule_pages::path(folder, rule)).map(|href| proto::CodeDescription { href })
}

fn information(
    related: &Related,
    locations: &mut Locations<'_>,
) -> Option<proto::DiagnosticRelatedInformation> {
    let location = locations.of(related.article.as_ref(), related.span)?;
    let words = locations.words(related.article.as_ref(), related.words);
    Some(proto::DiagnosticRelatedInformation { location, message: passage(related, words) })
}

/// "Reuters, 2 July 2025: “the words”". Their sentence is in the hover, which editors show below this in
/// the same window, and should not be pushed out of it.
fn passage(related: &Related, words: &str) -> String {
    let text = excerpt(&related.text, words);
    let who = related.outlet.iter().map(ToString::to_string);
    let when = related.date.map(article::day);
    let head: Vec<_> = who.chain(when).collect();
    if head.is_empty() { text } else { format!("{}: {text}", head.join(", ")) }
}

/// Most characters of the words that are shown.
const LONGEST: usize = 60;

/// `words`, or where they are not known `sentence`, cut between words.
fn excerpt(sentence: &str, words: &str) -> String {
    let mut shown = String::new();
    let text = if words.is_empty() { sentence } else { words };
    for word in text.split_whitespace() {
        if !shown.is_empty() && LONGEST < shown.chars().count() + 1 + word.chars().count() {
            return format!("“{shown} …”");
        }
        if !shown.is_empty() {
            shown.push(' ');
        }
        shown.push_str(word);
    }
    format!("“{shown}”")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sentence: &str, words: &str, expected: &str) {
        assert_eq!(excerpt(sentence, words), expected);
    }

    #[test]
    fn the_words_that_matter_are_shown_and_long_ones_cut() {
        let sentence =
            "The haulier Halvorsen Freight was fined £4.2m\nat Leeds crown court on Thursday.";
        check(sentence, "£4.2m", "“£4.2m”");
        let cut = "“The haulier Halvorsen Freight was fined £4.2m at Leeds crown …”";
        check(sentence, sentence, cut);
        check(sentence, "", cut);
    }
}
