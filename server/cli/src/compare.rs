//! `presscheck compare`: two articles side by side.

use crate::json::CodePoints;
use article::{Format, Hint};
use coverage::{Comparison, DifferenceKind, Gate, Relation, Severity};
use serde_json::{Value, json};
use sourcing::{Place, Reading};
use std::{
    io::{BufRead, Write},
    process::ExitCode,
    sync::Arc,
};

/// Reads JSON Lines on standard input, writes one record for each.
pub fn run() -> ExitCode {
    let gate = if std::env::args().any(|arg| arg == "--gate=off") { Gate::Off } else { Gate::On };
    let mut out = std::io::stdout().lock();
    let mut failed = false;
    for line in std::io::stdin().lock().lines() {
        let record = line.map_err(|e| e.to_string()).and_then(|line| record(&line, gate));
        let value = record.unwrap_or_else(|error| {
            failed = true;
            json!({ "error": error })
        });
        if writeln!(out, "{value}").is_err() {
            return ExitCode::from(2);
        }
    }
    ExitCode::from(if failed { 2 } else { 0 })
}

fn record(line: &str, gate: Gate) -> Result<Value, String> {
    let input: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let here = side(&input["a"]).ok_or("expected text in `a`")?;
    let there = side(&input["b"]).ok_or("expected text in `b`")?;
    let mut value = comparison(&here, &there, &coverage::compare(&here, &there, gate));
    value["id"] = input["id"].clone();
    Ok(value)
}

fn side(value: &Value) -> Option<Reading> {
    let text = value.as_str().or_else(|| value["text"].as_str())?;
    let hint = Hint {
        outlet: value["outlet"].as_str().map(Into::into),
        published: value["date"].as_str().and_then(|date| date.parse().ok()),
        ..Hint::default()
    };
    Some(sourcing::read(Arc::new(article::read(text, Format::Plain, &hint)), None))
}

fn comparison(here: &Reading, there: &Reading, comparison: &Comparison) -> Value {
    let (a, b) = (CodePoints::of(&here.article.source), CodePoints::of(&there.article.source));
    let ours = |place: Place| a.pair(here.span(place));
    let theirs = |place: Place| b.pair(there.span(place));
    json!({
        "id": null,
        "same_story": comparison.same_story,
        "pairs": comparison.pairs.iter().map(|pair| json!({
            "a": ours(here.sentences[pair.here].place),
            "b": theirs(there.sentences[pair.there].place),
            "rank": pair.rank,
            "score": pair.score,
            "relation": relation(pair.relation),
            "differences": pair.differences.iter().map(|d| json!({
                "kind": kind(d.kind),
                "severity": match d.severity {
                    Severity::Wording => "wording",
                    Severity::Update => "update",
                    Severity::Conflict => "conflict",
                },
                "a": ours(d.here),
                "b": theirs(d.there),
                "why": d.why,
            })).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    })
}

fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Related => "related",
        Relation::Agrees => "agrees",
        Relation::Adds => "adds",
        Relation::Wording => "wording",
        Relation::Updates => "updates",
        Relation::Conflicts => "conflicts",
    }
}

fn kind(kind: DifferenceKind) -> &'static str {
    match kind {
        DifferenceKind::Number => "number",
        DifferenceKind::Date => "date",
        DifferenceKind::Duration => "duration",
        DifferenceKind::Place => "place",
        DifferenceKind::Polarity => "polarity",
        DifferenceKind::Quote => "quote",
        DifferenceKind::Speaker => "speaker",
        DifferenceKind::Name => "name",
        DifferenceKind::Office => "office",
    }
}
