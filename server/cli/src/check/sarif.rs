//! Findings as a SARIF 2.1.0 log, for tools that gather those of many programs.

use super::{newsrooms::Article, report::shown};
use crate::failure::Failure;
use article::{CodePoints, Span};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use rules::{Diagnostic, Related, Rule, Severity, registry};
use serde_json::{Value, json};
use std::io::Write;

/// What a path in a URI may not hold as it is.
const RESERVED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Writes one log with one run.
pub fn write(out: &mut dyn Write, articles: &[Article<'_>]) -> Result<(), Failure> {
    let results: Vec<Value> = articles
        .iter()
        .flat_map(|article| {
            let points = CodePoints::of(&article.checked.reading.article.source);
            let findings = article.checked.findings.iter();
            findings.map(|it| result(article, &points, it)).collect::<Vec<_>>()
        })
        .collect();
    let driver = json!({
        "name": "presscheck",
        "version": env!("CARGO_PKG_VERSION"),
        "rules": registry::ALL.iter().map(|it| rule(it)).collect::<Vec<_>>(),
    });
    let log = json!({
        "version": "2.1.0",
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "runs": [{ "tool": { "driver": driver }, "columnKind": "unicodeCodePoints", "results": results }],
    });
    writeln!(out, "{log:#}")?;
    Ok(())
}

fn rule(rule: &Rule) -> Value {
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.name },
        "help": { "text": rule.docs(), "markdown": rule.docs() },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

fn result(article: &Article<'_>, points: &CodePoints<'_>, finding: &Diagnostic) -> Value {
    let related = finding.related.iter().map(|it| other(article, points, it));
    json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": { "text": finding.message },
        "locations": [{ "physicalLocation": location(&shown(&article.path), points, finding.span) }],
        "relatedLocations": related.collect::<Vec<_>>(),
    })
}

/// A passage that a finding rests on.
fn other(article: &Article<'_>, own: &CodePoints<'_>, related: &Related) -> Value {
    let place = match article.other(related) {
        Some(entry) => {
            let path = shown(&article.newsroom.path_of(&entry.id));
            location(&path, &CodePoints::of(&entry.reading.article.source), related.words)
        }
        None => location(&shown(&article.path), own, related.words),
    };
    let outlet = related.outlet.as_ref().map_or(String::new(), |outlet| format!("{}: ", outlet.0));
    json!({ "physicalLocation": place, "message": { "text": format!("{outlet}{}", related.text) } })
}

fn location(path: &str, points: &CodePoints<'_>, span: Span) -> Value {
    let (line, column) = points.line_and_column(span.start);
    let (end_line, end_column) = points.line_and_column(span.end);
    // A path from the root is no relative reference.
    let scheme = if path.starts_with('/') { "file://" } else { "" };
    let uri = format!("{scheme}{}", utf8_percent_encode(path, RESERVED));
    json!({
        "artifactLocation": { "uri": uri },
        "region": {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
        },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "note",
    }
}
