//! `presscheck coverage`: who reports what.

mod records;

use crate::{
    batch,
    check::{
        newsrooms::{self, Article},
        report::shown,
        selection::Selection,
    },
    failure::Failure,
    terminal::{Color, Terminal},
};
use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};
use story::Story;

const SHAPES: &str = r#"The articles of the newsroom, which is the nearest folder above with a presscheck.toml or else the
folder itself, are what each article is compared with.

--format html is one page that needs no other file and no network: a table of points and outlets,
passages side by side, how figures changed, quotes, what the article lacks, sources. Its links to
passages are relative to the folder of --output, or without it to the current folder.

--format json is an array with a record for each article:
  {"path", "headline", "outlet", "date", "independent",
   "articles": [{"path", "outlet", "headline", "date", "url"}],
   "families": [{"articles", "because"}],
   "points": [{"span", "text", "reports": [{"article", "standing": "conflicts|later|wording|earlier|
     adds|agrees|part", "span", "text", "differences"}]}],
   "alone": [{"span", "text"}],
   "figures": [{"span", "text", "steps": [{"words", "date", "articles", "standing"}]}],
   "quotes": [{"span", "text", "speaker",
     "versions": [{"articles", "standing", "span", "text", "speaker"}]}],
   "names": [{"ours", "theirs", "articles", "with_us"}],
   "missing": [{"families", "reports": [{"article", "span", "text"}]}],
   "sources": [{"article", "name", "statements", "unnamed"}],
   "gaps"}

Every `article` is an index into `articles`, of which the first is the article itself. Every span is
[start, end) in Unicode code points of the text of its file. `gaps` says what could not be asked."#;

/// Show who reports what of the story of an article
#[derive(clap::Args)]
#[command(after_long_help = SHAPES)]
pub struct Arguments {
    /// Article files and folders; for a page, one article
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// How the report is written
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// File to write it to, in place of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
    Html,
}

/// Reports on the articles that the paths name.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let (newsrooms, mut problems) = newsrooms::open(&arguments.paths, &Selection::default())?;
    let number: usize = newsrooms.iter().map(newsrooms::Opened::len).sum();
    if arguments.format == Format::Html && number != 1 {
        say(&problems);
        return Err(Failure::Told(format!(
            "writing a page: it is about one article, and {number} are named; name one file, or \
             use --format json for all of them"
        )));
    }
    let articles = newsrooms::check(&newsrooms, &mut problems);
    let stories = batch::in_order(&articles.iter().collect::<Vec<_>>(), |article| {
        let id = article.newsroom.id_of(&article.path);
        story::tell(&id, &article.checked.reading, &article.checked.coverage)
    });
    let report = match arguments.format {
        Format::Text => text(&articles, &stories, arguments.output.is_some()),
        Format::Json => records::array(&articles, &stories),
        Format::Html => {
            let folder = folder(arguments.output.as_deref())?;
            let pages = articles.iter().zip(&stories);
            pages.map(|(article, story)| page(article, story, &folder)).collect()
        }
    };
    match &arguments.output {
        Some(path) => {
            fs::write(path, report).map_err(|error| Failure::at(path, "writing", &error))?;
        }
        None => io::stdout().write_all(report.as_bytes())?,
    }
    say(&problems);
    Ok(ExitCode::from(if problems.is_empty() { 0 } else { 2 }))
}

fn text(articles: &[Article<'_>], stories: &[Story], to_file: bool) -> String {
    let terminal = Terminal::of_standard_output(Color::Never);
    let width = if to_file { crate::terminal::USUAL } else { terminal.width };
    let reports = articles.iter().zip(stories).map(|(article, story)| {
        story::text(story, width, &|id| shown(&article.newsroom.path_of(id)))
    });
    reports.collect::<Vec<_>>().join("\n\n")
}

/// The page, with links as seen from `folder`.
fn page(article: &Article<'_>, story: &Story, folder: &Path) -> String {
    story::html(story, &|id| Some(story::relative(folder, &article.newsroom.path_of(id))))
}

/// The folder in which the page will lie.
fn folder(output: Option<&Path>) -> Result<PathBuf, Failure> {
    let folder = match output.and_then(Path::parent) {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    std::env::current_dir()
        .and_then(|here| std::path::absolute(here.join(folder)))
        .map_err(|error| Failure::at(folder, "finding", &error))
}

/// Says what could not be read, where it mixes with no report.
fn say(problems: &[String]) {
    for problem in problems {
        eprintln!("presscheck: {problem}");
    }
}
