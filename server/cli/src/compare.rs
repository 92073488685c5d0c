//! `presscheck compare`: two articles side by side.

use crate::{batch, failure::Failure, input, json::pair};
use article::CodePoints;
use coverage::{Comparison, DifferenceKind, Gate, Severity};
use serde_json::{Value, json};
use sourcing::{Place, Reading};
use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

const SHAPES: &str = r#"With `-`, standard input is JSON Lines:
  {"id", "a": TEXT | {"text", "date"?, "outlet"?, "format"?}, "b": …}

The output is JSON Lines in the order of the input:
  {"id", "same_story": 0..1, "pairs": [{"a": [s, e], "b": [s, e], "rank", "score", "shown",
    "relation": "agrees|adds|wording|updates|conflicts|related",
    "differences": [{"kind", "severity": "conflict|update|wording", "a", "b", "why"}]}]}

From 0.5 on, same_story is a yes. For each sentence of A there are up to five of B, best first;
the one that a hover would show is marked `shown`.
Every span is [start, end) in Unicode code points of the text as given. A record that cannot be
read yields {"id", "error"}; the others are read all the same, and the exit code is 2."#;

/// Compare two articles sentence by sentence
#[derive(clap::Args)]
#[command(after_long_help = SHAPES)]
pub struct Arguments {
    /// Two article files, or `-` for JSON Lines on standard input
    #[arg(required = true, num_args = 1..=2, value_names = ["A", "B"])]
    files: Vec<PathBuf>,
    /// Whether articles that seem to tell different stories are left uncompared
    #[arg(long, value_enum, default_value = "on")]
    gate: GateArgument,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum GateArgument {
    On,
    Off,
}

/// Compares two files or a batch of pairs.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let gate = match arguments.gate {
        GateArgument::On => Gate::On,
        GateArgument::Off => Gate::Off,
    };
    let compare = |here: &Reading, there: &Reading| {
        comparison(here, there, &coverage::compare(here, there, gate))
    };
    match &arguments.files[..] {
        [only] if only.as_os_str() == "-" => batch::run(|record| {
            let side = |name: &str| {
                input::article(&record[name]).map_err(|error| format!("in `{name}`: {error}"))
            };
            Ok(compare(&side("a")?, &side("b")?))
        }),
        [here, there] => {
            let value = compare(&input::file(here)?, &input::file(there)?);
            writeln!(io::stdout(), "{value}")?;
            Ok(ExitCode::SUCCESS)
        }
        _ => Err(Failure::Told("comparing: expected two files, or `-` for JSON Lines".into())),
    }
}

fn comparison(here: &Reading, there: &Reading, comparison: &Comparison) -> Value {
    let (a, b) = (CodePoints::of(&here.article.source), CodePoints::of(&there.article.source));
    let ours = |place: Place| pair(&a, here.span(place));
    let theirs = |place: Place| pair(&b, there.span(place));
    json!({
        "id": null,
        "same_story": comparison.same_story,
        "pairs": comparison.pairs.iter().map(|pair| json!({
            "a": ours(here.sentences[pair.here].place),
            "b": theirs(there.sentences[pair.there].place),
            "rank": pair.rank,
            "score": pair.score,
            "shown": pair.shown,
            "relation": pair.relation.name(),
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
