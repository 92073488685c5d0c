//! `presscheck check`: the findings, as in the editor.

pub mod apply;
pub mod beside;
pub mod newsrooms;
mod passage;
mod records;
pub mod report;
mod sarif;
pub mod selection;
mod stories;
mod workflow;

use crate::{failure::Failure, terminal};
use newsrooms::Article;
use rules::Severity;
use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

const SHAPES: &str = r#"Folders are read whole. The other articles of the newsroom, which is the nearest folder above with a
presscheck.toml or else the folder itself, are what each article is compared with.

--format json is an array of findings, in order of path and place:
  {"path", "rule", "severity": "error|warning|information|hint", "span": [s, e], "line", "column",
   "message", "related": [{"outlet", "path", "span", "words", "text", "date"}],
   "fixes": [{"title", "safe", "edits": [{"path", "span", "text"}]}]}

--format sarif is one SARIF 2.1.0 log, columns in code points. --format github is a workflow command
`::warning file=…,line=…,…::…` a finding, which GitHub shows beside the line.

Every span is [start, end) in Unicode code points of the text of its file; lines and columns count
from 1. `text` is the passage at `span`, and `words` the part of it that matters. What people read,
text and github, leaves hints out. What of a file could not be read as meant is told in lines
`note: path:line: …`, among the findings as text, on standard error otherwise.

Exit code 0: no finding at or above --fail-on. 1: at least one. 2: something could not be checked."#;

/// Check articles: what nobody is named for, and what other outlets report differently
#[derive(clap::Args)]
#[command(after_long_help = SHAPES)]
pub struct Arguments {
    /// Article files and folders
    #[arg(default_value = ".")]
    paths: Vec<PathBuf>,
    /// How findings are written
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    #[command(flatten)]
    selection: selection::Selection,
    /// Severity from which the exit code is 1
    #[arg(long, value_enum, default_value = "error", value_name = "SEVERITY")]
    fail_on: FailOn,
    /// Apply the safe fixes to the files, then report what is left
    #[arg(long)]
    fix: bool,
    /// Show what --fix would change, and change nothing
    #[arg(long)]
    diff: bool,
    /// When to use colour
    #[arg(long, value_enum, default_value = "auto")]
    color: terminal::Color,
}

#[derive(Clone, Copy, PartialEq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
    Sarif,
    Github,
}

#[derive(Clone, Copy, PartialEq, clap::ValueEnum)]
enum FailOn {
    Error,
    Warning,
    Information,
    Hint,
    Never,
}

impl FailOn {
    fn reached_by(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity >= Severity::Error,
            Self::Warning => severity >= Severity::Warning,
            Self::Information => severity >= Severity::Information,
            Self::Hint => true,
            Self::Never => false,
        }
    }
}

/// Checks what the paths name.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let (newsrooms, mut problems) = newsrooms::open(&arguments.paths, &arguments.selection)?;
    let mut articles = newsrooms::check(&newsrooms, &mut problems);
    let mut out = io::BufWriter::new(io::stdout().lock());
    if arguments.diff {
        for article in &articles {
            out.write_all(apply::diff(article, &apply::safe(article)).as_bytes())?;
        }
    } else if arguments.fix {
        for article in &mut articles {
            let edits = apply::safe(article);
            problems.extend(apply::write(article, &edits).err().map(|it| it.to_string()));
        }
    }
    if !arguments.diff {
        if arguments.format != Format::Text {
            for article in &articles {
                report::notes(&mut io::stderr(), article)?;
            }
        }
        match arguments.format {
            Format::Text => {
                let terminal = terminal::Terminal::of_standard_output(arguments.color);
                report::write(&mut out, &articles, &terminal)?;
            }
            Format::Json => records::write(&mut out, &articles)?,
            Format::Sarif => sarif::write(&mut out, &articles)?,
            Format::Github => workflow::write(&mut out, &articles)?,
        }
    }
    out.flush()?;
    for problem in &problems {
        eprintln!("presscheck: {problem}");
    }
    let reached = |article: &Article| {
        article.checked.findings.iter().any(|it| arguments.fail_on.reached_by(it.severity))
    };
    Ok(ExitCode::from(match () {
        () if !problems.is_empty() => 2,
        () if articles.iter().any(reached) => 1,
        () => 0,
    }))
}
