//! `presscheck annotate`: batch reading of articles.

use crate::{annotations::annotations, batch, failure::Failure, input};
use newsroom::guarded;
use serde_json::{Value, json};
use sourcing::Reading;
use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

const SHAPES: &str = r#"With `-`, standard input is JSON Lines:
  {"doc_id", "text", "format"?: "text|markdown", "outlet"?, "date"?: "YYYY-MM-DD"}

The output is JSON Lines in the order of the input:
  {"doc_id", "outlet", "date", "attributions", "quotes", "claims", "quantities", "times", "names"}

With a file's own sidecar, ARTICLE.annotations.jsonld, its tags are obeyed, and those whose quote is
gone are listed in "orphans": [{"quote", "speaker"}]. What could not be read as meant, or is too
long to be read, is listed in "problems": [{"span", "message"}].

Every span is [start, end) in Unicode code points of the text as given. A record that cannot be
read yields {"id", "error"}; the others are read all the same, and the exit code is 2."#;

/// Read articles and write who says what in them, one JSON object a line
#[derive(clap::Args)]
#[command(after_long_help = SHAPES)]
pub struct Arguments {
    /// Article files, or `-` for JSON Lines on standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// Annotates files or a batch.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    if arguments.files.iter().any(|file| file.as_os_str() == "-") {
        return batch::run(|record| Ok(annotations(&input::article(record)?)));
    }
    let mut out = io::stdout().lock();
    let mut failed = false;
    for some in arguments.files.chunks(64) {
        for (path, read) in some.iter().zip(batch::in_order(some, |path| read(path))) {
            let mut value = read.map_or_else(
                |error| {
                    failed = true;
                    json!({ "doc_id": null, "error": error })
                },
                |reading| annotations(&reading),
            );
            value["doc_id"] = Value::from(path.to_string_lossy());
            writeln!(out, "{value}")?;
        }
    }
    Ok(ExitCode::from(if failed { 2 } else { 0 }))
}

fn read(path: &Path) -> Result<Reading, String> {
    guarded(|| input::file(path).map_err(|failure| failure.to_string()))
}
