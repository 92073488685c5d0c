//! Findings for programs.

use super::{newsrooms::Article, passage::position, report::shown};
use crate::{
    failure::Failure,
    json::{self, CodePoints},
};
use corpus::Corpus;
use rules::{Diagnostic, Fix, Related, Safety, Target};
use serde_json::{Value, json};
use std::io::Write;

/// Writes an array with one finding a line.
pub fn write(out: &mut impl Write, articles: &[Article<'_>]) -> Result<(), Failure> {
    let records = articles.iter().flat_map(|article| {
        let points = CodePoints::of(&article.checked.reading.article.source);
        let findings = article.checked.findings.iter();
        findings.map(move |finding| record(article, &points, finding))
    });
    out.write_all(b"[")?;
    for (index, record) in records.enumerate() {
        write!(out, "{}{record}", if index == 0 { "\n" } else { ",\n" })?;
    }
    out.write_all(b"\n]\n")?;
    Ok(())
}

fn record(article: &Article<'_>, points: &CodePoints<'_>, finding: &Diagnostic) -> Value {
    let (line, column) = position(&article.checked.reading.article, finding.span.start);
    json!({
        "path": shown(&article.path),
        "rule": finding.rule,
        "severity": json::severity(finding.severity),
        "span": points.pair(finding.span),
        "line": line,
        "column": column,
        "message": finding.message,
        "related": finding.related.iter().map(|it| related(article, points, it)).collect::<Vec<_>>(),
        "fixes": finding.fixes.iter().map(|it| fix(article, points, it)).collect::<Vec<_>>(),
    })
}

fn related(article: &Article<'_>, own: &CodePoints<'_>, related: &Related) -> Value {
    let entry =
        related.article.as_ref().and_then(|id| article.newsroom.corpus.get(id).ok().flatten());
    let (path, span, words) = match &entry {
        Some(entry) => {
            let theirs = CodePoints::of(&entry.reading.article.source);
            let path = shown(&article.newsroom.path_of(&entry.id));
            (path, theirs.pair(related.span), theirs.pair(related.words))
        }
        None => (shown(&article.path), own.pair(related.span), own.pair(related.words)),
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

fn fix(article: &Article<'_>, points: &CodePoints<'_>, fix: &Fix) -> Value {
    json!({
        "title": fix.title,
        "safe": fix.safety == Safety::Safe,
        "edits": fix.edits.iter().filter(|edit| edit.target == Target::Article).map(|edit| json!({
            "path": shown(&article.path),
            "span": points.pair(edit.span),
            "text": edit.text,
        })).collect::<Vec<_>>(),
    })
}
