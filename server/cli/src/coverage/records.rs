//! The report for programs.

use crate::{
    check::{newsrooms::Article, report::shown},
    json::pair,
};
use article::CodePoints;
use serde_json::{Value, json};
use story::{Passage, Story};

/// An array with a record for each article, one a line.
pub fn array(articles: &[Article<'_>], stories: &[Story]) -> String {
    let records = articles.iter().zip(stories).map(|(article, story)| {
        let sources = story.articles.iter().map(|it| source(article, &it.id));
        let record = Record { article, story, points: sources.map(CodePoints::of).collect() };
        record.value().to_string()
    });
    format!("[\n{}\n]\n", records.collect::<Vec<_>>().join(",\n"))
}

/// The text of the file of one of the articles of the story.
fn source<'a>(article: &'a Article<'_>, id: &corpus::ArticleId) -> &'a str {
    let tellers = &article.checked.coverage.tellers;
    let other = tellers.iter().find(|teller| teller.entry.id == *id);
    let reading = other.map_or(&article.checked.reading, |teller| &teller.entry.reading);
    &reading.article.source
}

struct Record<'a> {
    article: &'a Article<'a>,
    story: &'a Story,
    /// Positions in the files of the story's articles.
    points: Vec<CodePoints<'a>>,
}

impl Record<'_> {
    fn value(&self) -> Value {
        let story = self.story;
        let ours = &story.articles[0];
        let date = |date: Option<article::Date>| date.map(|date| date.to_string());
        json!({
            "path": shown(&self.article.path),
            "headline": ours.headline,
            "outlet": ours.outlet,
            "date": date(ours.date),
            "independent": story.independent,
            "articles": story.articles.iter().map(|it| json!({
                "path": shown(&self.article.newsroom.path_of(&it.id)),
                "outlet": it.outlet,
                "headline": it.headline,
                "date": date(it.date),
                "url": it.url,
            })).collect::<Vec<_>>(),
            "families": story.families.iter().map(|it| json!({
                "articles": it.articles,
                "because": it.because,
            })).collect::<Vec<_>>(),
            "points": story.points.iter().map(|point| json!({
                "span": self.span(&point.ours),
                "text": point.ours.text,
                "reports": point.reports.iter().map(|report| json!({
                    "article": report.passage.article,
                    "standing": report.standing.name(),
                    "span": self.span(&report.passage),
                    "text": report.passage.text,
                    "differences": report.why,
                })).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
            "alone": story.alone.iter().map(|it| json!({
                "span": self.span(&it.ours),
                "text": it.ours.text,
            })).collect::<Vec<_>>(),
            "figures": story.figures.iter().map(|it| json!({
                "span": self.span(&it.ours),
                "text": it.ours.text,
                "steps": it.steps.iter().map(|step| json!({
                    "words": step.words,
                    "date": date(step.date),
                    "articles": step.articles,
                    "standing": step.standing.name(),
                })).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
            "quotes": story.quotes.iter().map(|quote| json!({
                "span": self.span(&quote.ours),
                "text": quote.ours.text,
                "speaker": quote.speaker,
                "versions": quote.versions.iter().map(|version| json!({
                    "articles": version.articles,
                    "standing": version.standing.name(),
                    "span": self.span(&version.passage),
                    "text": version.passage.text,
                    "speaker": version.speaker,
                })).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
            "names": story.names.iter().map(|it| json!({
                "ours": it.ours,
                "theirs": it.theirs,
                "articles": it.articles,
                "with_us": it.with_us,
            })).collect::<Vec<_>>(),
            "missing": story.missing.iter().map(|it| json!({
                "families": it.families,
                "reports": it.passages.iter().map(|passage| json!({
                    "article": passage.article,
                    "span": self.span(passage),
                    "text": passage.text,
                })).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
            "sources": story.articles.iter().enumerate().flat_map(|(at, it)| {
                it.sources.iter().map(move |source| json!({
                    "article": at,
                    "name": source.name,
                    "statements": source.statements,
                    "unnamed": source.unnamed,
                }))
            }).collect::<Vec<_>>(),
            "gaps": story.gaps,
        })
    }

    fn span(&self, passage: &Passage) -> Value {
        pair(&self.points[passage.article], passage.span)
    }
}
