//! `presscheck tag`: every quote tagged with its speaker.

use crate::{
    check::{
        apply,
        beside::Files,
        newsrooms::{self, Article},
        report::shown,
        selection::Selection,
    },
    failure::Failure,
};
use rules::Fix;
use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

const SHAPES: &str = r#"In Markdown a quote is tagged where it stands, ["…"]{.quote speaker="…" source="…"}; for plain text,
and with `annotations = "sidecar"` in presscheck.toml, in ARTICLE.annotations.jsonld beside it. No
character between quotation marks changes. Quotes whose speaker the copy does not name beside them
are left for a person to tag, in the editor.

Exit code 0, or 2 where something could not be written."#;

/// Tag every quote with the speaker that the copy names for it
#[derive(clap::Args)]
#[command(after_long_help = SHAPES)]
pub struct Arguments {
    /// Article files and folders
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Take every tag away
    #[arg(long)]
    remove: bool,
    /// Show what would change in the copy, and change nothing
    #[arg(long)]
    diff: bool,
}

/// Tags what the paths name.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let (newsrooms, mut problems) = newsrooms::open(&arguments.paths, &Selection::default())?;
    let mut out = io::stdout().lock();
    for article in &mut newsrooms::check(&newsrooms, &mut problems) {
        let Some(mut fix) = offer(article, arguments.remove) else { continue };
        fix.edits.sort_by_key(|edit| edit.span);
        if arguments.diff {
            out.write_all(apply::diff(article, &fix.edits).as_bytes())?;
        } else if let Err(failure) = apply::write(article, &fix.edits) {
            problems.push(failure.to_string());
        } else {
            writeln!(out, "{}: {}", shown(&article.path), fix.title)?;
        }
    }
    out.flush()?;
    for problem in &problems {
        eprintln!("presscheck: {problem}");
    }
    Ok(ExitCode::from(if problems.is_empty() { 0 } else { 2 }))
}

fn offer(article: &Article<'_>, remove: bool) -> Option<Fix> {
    let files = Files::beside(article);
    let offer = if remove { rules::untag_all } else { rules::tag_all };
    offer(&files.context(), &files.names())
}
