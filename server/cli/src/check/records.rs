//! Findings for programs.

use super::{
    beside::{self, Files},
    newsrooms::Article,
    report::shown,
};
use crate::{
    failure::Failure,
    json::{self, pair},
};
use article::CodePoints;
use rules::{Diagnostic, Fix, Related, Safety, Target};
use serde_json::{Value, json};
use std::io::Write;

/// Writes an array with one finding a line.
pub fn write(out: &mut impl Write, articles: &[Article<'_>]) -> Result<(), Failure> {
    let mut separator = "\n";
    out.write_all(b"[")?;
    for article in articles.iter().filter(|article| !article.checked.findings.is_empty()) {
        let files = Files::beside(article);
        let points = CodePoints::of(files.text(Target::Article));
        for finding in article.checked.findings.iter() {
            write!(out, "{separator}{}", record(article, &files, &points, finding))?;
            separator = ",\n";
        }
    }
    out.write_all(b"\n]\n")?;
    Ok(())
}

fn record(
    article: &Article<'_>,
    files: &Files<'_>,
    points: &CodePoints<'_>,
    finding: &Diagnostic,
) -> Value {
    let (line, column) = points.line_and_column(finding.span.start);
    let related = finding.related.iter().map(|it| related(article, points, it));
    let offers = files.fixes(finding);
    json!({
        "path": shown(&article.path),
        "rule": finding.rule,
        "severity": json::severity(finding.severity),
        "span": pair(points, finding.span),
        "line": line,
        "column": column,
        "message": finding.message,
        "related": related.collect::<Vec<_>>(),
        "fixes": offers.iter().map(|it| fix(article, files, points, it)).collect::<Vec<_>>(),
    })
}

fn related(article: &Article<'_>, own: &CodePoints<'_>, related: &Related) -> Value {
    let (path, span, words) = match article.other(related) {
        Some(entry) => {
            let theirs = CodePoints::of(&entry.reading.article.source);
            let path = shown(&article.newsroom.path_of(&entry.id));
            (path, pair(&theirs, related.span), pair(&theirs, related.words))
        }
        None => (shown(&article.path), pair(own, related.span), pair(own, related.words)),
    };
    json!({
        "outlet": related.outlet.as_ref().map(|outlet| &*outlet.0),
        "path": path,
        "span": span,
        "words": words,
        "text": related.text,
        "date": related.date.map(|date| date.to_string()),
    })
}

fn fix(article: &Article<'_>, files: &Files<'_>, points: &CodePoints<'_>, fix: &Fix) -> Value {
    let edits = fix.edits.iter().map(|edit| {
        let span = match edit.target {
            Target::Article => pair(points, edit.span),
            other => pair(&CodePoints::of(files.text(other)), edit.span),
        };
        json!({
            "path": shown(&beside::path(article, edit.target)),
            "span": span,
            "text": edit.text,
        })
    });
    json!({
        "title": fix.title,
        "safe": fix.safety == Safety::Safe,
        "edits": edits.collect::<Vec<_>>(),
    })
}
