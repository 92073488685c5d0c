//! The report as text, for a terminal.

use crate::{
    types::{Passage, Piece, Point, Standing, Story},
    words::wrapped,
};
use article::day;
use corpus::ArticleId;
use std::fmt::{self, Write as _};

/// The report as text of lines of at most `width` characters. `path` is what the reader would type
/// to open an article.
pub fn text(story: &Story, width: usize, path: &dyn Fn(&ArticleId) -> String) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = Text { story, width, path, out: &mut out }.all();
    // Copy must not steer the terminal.
    out.retain(|it| it == '\n' || !it.is_control());
    out
}

struct Text<'a> {
    story: &'a Story,
    width: usize,
    path: &'a dyn Fn(&ArticleId) -> String,
    out: &'a mut String,
}

impl Text<'_> {
    fn all(&mut self) -> fmt::Result {
        let story = self.story;
        let Some(ours) = story.articles.first() else { return Ok(()) };
        self.set("", &ours.headline)?;
        writeln!(self.out, "{}  {}", self.byline(0), (self.path)(&ours.id))?;
        self.set("", &story.lead())?;
        for family in &story.families {
            let who = story.outlets(family.articles.iter().copied());
            self.set("", &format!("Counted once: {who} ({}).", family.because))?;
        }
        for gap in &story.gaps {
            self.set("! ", gap)?;
        }
        let differing = story.points.iter().filter(|point| point.gravest().differs()).count();
        let (differ, agree) = story.points.split_at(differing);
        for (title, points) in [("Reported differently", differ), ("Reported alike", agree)] {
            self.heading(title, points.len())?;
            points.iter().try_for_each(|point| self.point(point))?;
        }
        self.heading("Only in this article", story.alone.len())?;
        for alone in &story.alone {
            self.set("  ◆ ", &format!("{}{}", alone.ours.text, aside(&alone.cites)))?;
        }
        self.figures()?;
        self.quotes()?;
        self.heading("What others report and this article does not", story.missing.len())?;
        for missing in &story.missing {
            let Some(first) = missing.passages.first() else { continue };
            let who = self.story.outlets(missing.passages.iter().map(|passage| passage.article));
            self.set("  – ", &format!("{}{}", first.text, aside(&missing.cites)))?;
            writeln!(self.out, "      {who}  {}", self.place(first))?;
        }
        self.sources()
    }

    fn point(&mut self, point: &Point) -> fmt::Result {
        self.set("  ", &point.ours.text)?;
        for report in point.reports.iter().filter(|report| report.standing <= Standing::Earlier) {
            let why = report.why.join("; ");
            let colon = if why.is_empty() { "" } else { ": " };
            let who = self.byline(report.passage.article);
            let (sign, says) = (report.standing.sign(), report.standing.says());
            self.set(&format!("    {sign} "), &format!("{who} {says}{colon}{why}"))?;
            if report.standing.differs() {
                self.set("        ", &report.passage.text)?;
                writeln!(self.out, "        {}", self.place(&report.passage))?;
            }
        }
        for standing in [Standing::Adds, Standing::Agrees, Standing::Part] {
            let reports = point.reports.iter().filter(|report| report.standing == standing);
            let who = self.story.outlets(reports.map(|report| report.passage.article));
            if !who.is_empty() {
                let (sign, says) = (standing.sign(), standing.says());
                self.set(&format!("    {sign} "), &format!("{says}: {who}"))?;
            }
        }
        Ok(())
    }

    fn figures(&mut self) -> fmt::Result {
        self.heading("Figures that are not the same", self.story.figures.len())?;
        for figures in &self.story.figures {
            self.set("  ", &figures.ours.text)?;
            for step in &figures.steps {
                let says = match step.standing {
                    _ if step.articles.contains(&0) => "",
                    Standing::Conflicts => " (conflict)",
                    Standing::Later => " (update)",
                    Standing::Earlier => " (earlier value)",
                    _ => "",
                };
                let date = step.date.map_or_else(|| "no date".into(), day);
                let who = self.story.outlets(step.articles.iter().copied());
                self.set("    → ", &format!("{date}: {}{says}, {who}", step.words))?;
            }
        }
        Ok(())
    }

    fn quotes(&mut self) -> fmt::Result {
        let differing = |it: &&crate::Version| it.standing != Standing::Agrees;
        let quotes: Vec<_> = self
            .story
            .quotes
            .iter()
            .filter(|it| it.versions.iter().any(|v| differing(&v)))
            .collect();
        self.heading("Quotes that are not the same", quotes.len())?;
        for quote in quotes {
            self.set("  ", &format!("“{}”", quote.ours.text))?;
            for version in quote.versions.iter().filter(differing) {
                let words = version.pieces.iter().map(|piece| match piece {
                    Piece::More => "…".to_owned(),
                    Piece::Both(words) => words.clone(),
                    Piece::Ours(words) => format!("[-{words}-]"),
                    Piece::Theirs(words) => format!("{{+{words}+}}"),
                });
                let words = words.collect::<Vec<_>>().join(" ");
                let who = self.story.outlets(version.articles.iter().copied());
                let speaker = match &version.speaker {
                    Some(speaker) if version.speaker != quote.speaker => {
                        format!(" (as said by {speaker})")
                    }
                    _ => String::new(),
                };
                self.set(
                    &format!("    {} ", version.standing.sign()),
                    &format!("{who}{speaker}: “{words}”"),
                )?;
            }
        }
        Ok(())
    }

    fn sources(&mut self) -> fmt::Result {
        self.heading("Who the sources are", self.story.articles.len())?;
        for article in &self.story.articles {
            let names = article.sources.iter().map(|source| {
                let unnamed = if source.unnamed { " (unnamed)" } else { "" };
                format!("{}{unnamed}", source.name)
            });
            let names: Vec<String> = names.collect();
            let names = if names.is_empty() { "nobody".into() } else { names.join(", ") };
            self.set("  ", &format!("{}: {names}", article.outlet))?;
        }
        Ok(())
    }

    /// A heading over `number` things; nothing over none.
    fn heading(&mut self, title: &str, number: usize) -> fmt::Result {
        if number == 0 {
            return Ok(());
        }
        writeln!(self.out, "\n{title}")
    }

    /// A paragraph that begins with `start`, broken between words.
    fn set(&mut self, start: &str, words: &str) -> fmt::Result {
        writeln!(self.out, "{}", wrapped(start, words, self.width))
    }

    fn byline(&self, article: usize) -> String {
        let Some(article) = self.story.articles.get(article) else { return String::new() };
        match article.date {
            Some(date) => format!("{}, {}", article.outlet, day(date)),
            None => article.outlet.clone(),
        }
    }

    fn place(&self, passage: &Passage) -> String {
        let article = self.story.articles.get(passage.article);
        let path = article.map(|article| (self.path)(&article.id)).unwrap_or_default();
        format!("{path}:{}", passage.spot.start.0)
    }
}

/// " (citing the police)", after a sentence.
fn aside(cites: &str) -> String {
    match cites {
        "" => String::new(),
        cites => format!(" ({cites})"),
    }
}
