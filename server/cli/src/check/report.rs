//! Findings for people: what is wrong, the words, and what the other outlets have.

use super::{beside::Files, newsrooms::Article, passage::Passage, stories};
use crate::{
    failure::Failure,
    json,
    terminal::{self, Terminal},
};
use article::CodePoints;
use rules::{Diagnostic, Related, Severity};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Write},
    path::Path,
};

/// Passages of others that are shown in full; the rest are named.
const SHOWN: usize = 2;

/// Writes all findings but hints, and how many there are.
pub fn write(
    out: &mut dyn Write,
    articles: &[Article<'_>],
    terminal: &Terminal,
) -> Result<(), Failure> {
    for article in articles {
        notes(out, article)?;
        let files = Files::beside(article);
        let points = CodePoints::of(&article.checked.reading.article.source);
        let mut printer = Printer { out, article, files, points, terminal };
        for finding in article.checked.findings.iter().filter(|it| it.severity > Severity::Hint) {
            printer.finding(finding)?;
        }
    }
    writeln!(out, "{}", summary(articles, terminal))?;
    Ok(())
}

/// Writes a line for each thing in the article's files that could not be read as meant.
pub fn notes(out: &mut dyn Write, article: &Article<'_>) -> io::Result<()> {
    let points = CodePoints::of(&article.checked.reading.article.source);
    for problem in &article.problems {
        let (line, _) = points.line_and_column(problem.span.start);
        writeln!(out, "note: {}:{line}: {}", shown(&article.path), problem.message)?;
    }
    Ok(())
}

struct Printer<'a> {
    out: &'a mut dyn Write,
    article: &'a Article<'a>,
    files: Files<'a>,
    /// Positions in the article.
    points: CodePoints<'a>,
    terminal: &'a Terminal,
}

impl Printer<'_> {
    fn finding(&mut self, finding: &Diagnostic) -> io::Result<()> {
        self.message(finding)?;
        let reading = &self.article.checked.reading;
        let metadata = &reading.article.metadata;
        let outlet = metadata.outlet.as_ref().map(|fact| &*fact.value);
        let passage = Passage::of(reading, &self.points, finding.span);
        self.place("┌─", &self.article.path, &passage, outlet, metadata.date())?;
        self.passage(&passage, '^', terminal::of_severity(finding.severity))?;
        for related in finding.related.iter().take(SHOWN) {
            self.related(related)?;
        }
        let rest = finding.related.iter().skip(SHOWN).filter_map(|it| it.outlet.as_ref());
        let rest: BTreeSet<&str> = rest.map(|outlet| &*outlet.0).collect();
        if !rest.is_empty() {
            let rest = rest.into_iter().collect::<Vec<_>>().join(", ");
            writeln!(self.out, "  {} likewise {rest}", self.faint("├─"))?;
        }
        let answers = self.files.answers(finding);
        let fixes: Vec<&str> = answers.iter().take(3).map(|fix| &*fix.title).collect();
        if !fixes.is_empty() {
            writeln!(self.out, "  {} fix: {}", self.faint("└─"), fixes.join("; or "))?;
        }
        writeln!(self.out)
    }

    /// The severity, the rule and what it has to say, in lines that fit.
    fn message(&mut self, finding: &Diagnostic) -> io::Result<()> {
        let style = terminal::of_severity(finding.severity);
        let label = format!("{}[{}]", json::severity(finding.severity), finding.rule);
        write!(self.out, "{}:", self.terminal.paint(style, &label))?;
        let mut taken = label.chars().count() + 1;
        for word in finding.message.split(' ') {
            let length = word.chars().count() + 1;
            if self.terminal.width < taken + length {
                write!(self.out, "\n   ")?;
                taken = 3;
            }
            write!(self.out, " {}", self.terminal.paint(terminal::bold(), word))?;
            taken += length;
        }
        writeln!(self.out)
    }

    /// What another outlet has.
    fn related(&mut self, related: &Related) -> io::Result<()> {
        let Some(entry) = self.article.other(related) else { return Ok(()) };
        let points = CodePoints::of(&entry.reading.article.source);
        let passage = Passage::of(&entry.reading, &points, related.words);
        let path = self.article.newsroom.path_of(&entry.id);
        self.place("├─", &path, &passage, Some(&entry.outlet.0), related.date)?;
        self.passage(&passage, '-', terminal::faint())
    }

    fn place(
        &mut self,
        corner: &str,
        path: &Path,
        passage: &Passage,
        outlet: Option<&str>,
        date: Option<article::Date>,
    ) -> io::Result<()> {
        let date = date.map(article::day);
        let who: Vec<&str> = outlet.into_iter().chain(date.as_deref()).collect();
        let who = self.terminal.paint(terminal::bold(), &who.join(", "));
        let (path, line, column) = (shown(path), passage.line, passage.column);
        writeln!(self.out, "  {} {path}:{line}:{column}  {who}", self.faint(corner))
    }

    fn passage(&mut self, passage: &Passage, mark: char, style: anstyle::Style) -> io::Result<()> {
        let bar = self.faint("│");
        for line in passage.set(self.terminal.width - 4) {
            writeln!(self.out, "  {bar} {}", line.text)?;
            if !line.words.is_empty() {
                let marks = self.terminal.paint(style, &mark.to_string().repeat(line.words.len()));
                writeln!(self.out, "  {bar} {}{marks}", " ".repeat(line.words.start))?;
            }
        }
        Ok(())
    }

    fn faint(&self, text: &str) -> String {
        self.terminal.paint(terminal::faint(), text)
    }
}

/// A path as the reader would type it.
pub fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// "21 articles in 4 stories: 3 errors, 14 warnings".
fn summary(articles: &[Article<'_>], terminal: &Terminal) -> String {
    let mut counts: BTreeMap<Severity, usize> = BTreeMap::new();
    for finding in articles.iter().flat_map(|article| article.checked.findings.iter()) {
        *counts.entry(finding.severity).or_default() += 1;
    }
    let hints = counts.remove(&Severity::Hint).unwrap_or_default();
    let found: Vec<String> = counts
        .iter()
        .rev()
        .map(|(severity, count)| {
            let name = match (severity, count) {
                (Severity::Information, _) => "for information",
                (Severity::Error, 1) => "error",
                (Severity::Error, _) => "errors",
                (_, 1) => "warning",
                _ => "warnings",
            };
            terminal.paint(terminal::of_severity(*severity), &format!("{count} {name}"))
        })
        .collect();
    let found = if found.is_empty() { "nothing to report".to_owned() } else { found.join(", ") };
    let stories = match stories::count(articles) {
        0 => String::new(),
        1 => ", 1 story that several outlets tell".to_owned(),
        n => format!(", {n} stories that several outlets tell"),
    };
    let hints = match hints {
        0 => String::new(),
        1 => "; 1 hint is left out".to_owned(),
        n => format!("; {n} hints are left out"),
    };
    format!("{}{stories}: {found}{hints}.", story::count(articles.len(), "article"))
}
