//! `presscheck corpus`: the articles that others are compared with.

use crate::{check::report::shown, failure::Failure};
use ::corpus::Feed;
use newsroom::{CONFIG_FILE, Newsroom};
use std::{
    fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};
use story::count;

const SHAPES: &str = r"The articles of a newsroom are those in its folder, and what was added to them:

- a folder or an article elsewhere is named in presscheck.toml, under [corpus] also, and read where it
  lies;
- the items of a feed, an RSS or Atom file, are written as Markdown files into feeds/NAME. Adding it
  again brings what is new and what changed in it, and keeps what is no longer in it;
- published fact-checks are added like a feed: a page that has them as ClaimReview, a JSON file of such,
  or an answer of the Fact Check Tools API. What an article says of such a claim, XOUT005 finds.

presscheck itself uses no network: something else fetches a feed and hands it over, as in
  curl -sL https://example.org/feed.xml | presscheck corpus add -

What was added is taken back by `remove`: a folder elsewhere is no longer named, and stays as it is; of
a feed the files that `add` wrote are deleted.

Exit code 0, or 2 where something could not be done.";

/// List, add and take back what articles are compared with
#[derive(clap::Args)]
#[command(after_long_help = SHAPES)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Folder of the newsroom; by default the nearest one above that holds a presscheck.toml, or else
    /// the current folder
    #[arg(long, global = true, value_name = "FOLDER")]
    newsroom: Option<PathBuf>,
}

#[derive(clap::Subcommand)]
enum Command {
    /// Add folders and articles elsewhere, and the items of feeds
    Add {
        /// Folders, articles, RSS or Atom files, fact-checks as JSON; `-` is a feed on standard input
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Outlet of a feed's items, where the feed's own title is not its name
        #[arg(long, value_name = "NAME")]
        outlet: Option<String>,
    },
    /// List the places that articles come from
    List,
    /// Take back what was added
    Remove {
        /// Places, as `list` shows them
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
}

/// Does what the arguments say.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let current = std::env::current_dir().unwrap_or_default();
    let root = match &arguments.newsroom {
        Some(root) => root.clone(),
        None => Newsroom::find_root(&current).unwrap_or(current),
    };
    if !root.is_dir() {
        return Err(Failure::Told(format!(
            "--newsroom {}: there is no such folder",
            root.display()
        )));
    }
    let (mut newsroom, unusable) = Newsroom::configured(&root);
    let mut notes: Vec<String> = unusable.iter().map(ToString::to_string).collect();
    let mut problems = Vec::new();
    let mut out = io::stdout().lock();
    match &arguments.command {
        Command::Add { paths, outlet } => {
            for path in paths {
                match add(&newsroom, path, outlet.as_deref()) {
                    Ok((done, left_out)) => {
                        writeln!(out, "{done}")?;
                        notes.extend(left_out);
                    }
                    Err(why) => problems.push(format!("adding {}: {why}", path.display())),
                }
                newsroom = Newsroom::configured(&root).0;
            }
        }
        Command::List => {
            writeln!(out, "{}", shown(&newsroom.root))?;
            for (place, articles) in newsroom.places() {
                writeln!(out, "  {place}: {}", count(articles, "article"))?;
            }
        }
        Command::Remove { paths } => {
            for path in paths {
                match remove(&newsroom, path) {
                    Ok(done) => writeln!(out, "{}: {done}", path.display())?,
                    Err(why) => problems.push(format!("removing {}: {why}", path.display())),
                }
            }
        }
    }
    out.flush()?;
    for line in notes.iter().chain(&problems) {
        eprintln!("presscheck: {line}");
    }
    Ok(ExitCode::from(if problems.is_empty() { 0 } else { 2 }))
}

/// Adds what is at `path`; says what was done, and what of it was left out.
fn add(
    newsroom: &Newsroom,
    path: &Path,
    outlet: Option<&str>,
) -> Result<(String, Vec<String>), String> {
    let written = path.to_string_lossy();
    if written.starts_with("http://") || written.starts_with("https://") {
        return Err(format!(
            "presscheck uses no network. Fetch the feed and hand it over: \
             curl -sL '{written}' | presscheck corpus add -"
        ));
    }
    if written == "-" {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        return file(newsroom, &bytes, outlet);
    }
    let full = std::path::absolute(path).map_err(|error| error.to_string())?;
    if full.is_dir() || Newsroom::is_text(&full) {
        let added = newsroom.add(&full)?;
        let articles = count(added.articles, "article");
        let done = if added.before {
            format!("{written}: part of the newsroom before, with {articles}")
        } else {
            format!(
                "{written}: {articles} added; named in {}",
                shown(&newsroom.root.join(CONFIG_FILE))
            )
        };
        let others = match added.others {
            0 => String::new(),
            others => format!("; {} left out, neither Markdown nor text", count(others, "file")),
        };
        let skipped = added.skipped.iter().map(ToString::to_string).collect();
        return Ok((done + &others, skipped));
    }
    let bytes = fs::read(&full)
        .map_err(|error| format!("{error}; expected a folder, an article or a feed"))?;
    file(newsroom, &bytes, outlet)
}

/// Takes back what is at `path`, as one would type it here or as `list` shows it; says what was done.
fn remove(newsroom: &Newsroom, path: &Path) -> Result<String, String> {
    let here = std::path::absolute(path).map_err(|error| error.to_string())?;
    for path in [&*here, path] {
        match newsroom.take_back(path)? {
            Some(0) => return Ok("no longer named".into()),
            Some(files) => return Ok(format!("{} deleted", count(files, "article"))),
            None => {}
        }
    }
    Err(format!(
        "it was not added; `presscheck corpus list` shows what was, and [corpus] exclude in \
         {CONFIG_FILE} leaves out articles of the newsroom's own folder"
    ))
}

/// Writes the items of a feed.
fn file(
    newsroom: &Newsroom,
    bytes: &[u8],
    outlet: Option<&str>,
) -> Result<(String, Vec<String>), String> {
    let mut feed = Feed::read(bytes).map_err(|error| error.to_string())?;
    if let Some(outlet) = outlet {
        feed.title = outlet.into();
    }
    let filed = newsroom.file_feed(&feed)?;
    let counts = [(filed.new, "new"), (filed.changed, "changed"), (filed.same, "as before")];
    let counts: Vec<String> = counts
        .iter()
        .filter(|(count, _)| 0 < *count)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    let counts = if counts.is_empty() { "no articles".into() } else { counts.join(", ") };
    let done = format!("{}: {counts}; in {}", feed.title, shown(&filed.folder));
    if !filed.failed.is_empty() {
        let unwritten: Vec<String> = filed.failed.iter().map(ToString::to_string).collect();
        return Err(format!("{done}; {}", unwritten.join("; ")));
    }
    let skipped = feed.skipped.iter().map(|(title, why)| format!("left out “{title}”: {why}"));
    Ok((done, skipped.collect()))
}
