//! Who tells the story, in words.

use crate::{
    types::Story,
    words::{count, list},
};
use article::{Date, day};
use std::collections::BTreeSet;

impl Story {
    /// "5 other outlets, 4 of them independently, tell this story. First on 1 July 2025: Reuters."
    pub(crate) fn lead(&self) -> String {
        let others: BTreeSet<&str> = self.articles.iter().skip(1).map(|it| &*it.outlet).collect();
        if others.is_empty() {
            return "No other article in this newsroom tells this story.".into();
        }
        let independent = match self.independent {
            0 => ", none of them independently of this one,".to_owned(),
            all if all >= others.len() => String::new(),
            some => format!(", {some} of them independently,"),
        };
        let tell = if others.len() == 1 { "tells" } else { "tell" };
        let others = count(others.len(), "other outlet");
        let first = self.first(0..self.articles.len());
        let first = first.map(|first| format!(" {first}")).unwrap_or_default();
        format!("{others}{independent} {tell} this story.{first}")
    }

    /// The outlet of an article of the report.
    pub(crate) fn outlet(&self, article: usize) -> &str {
        self.articles.get(article).map_or("", |article| &article.outlet)
    }

    /// The day of an article of the report.
    pub(crate) fn date(&self, article: usize) -> Option<Date> {
        self.articles.get(article)?.date
    }

    /// Names of outlets, each once: "Reuters, AP and this article".
    pub(crate) fn outlets(&self, articles: impl IntoIterator<Item = usize>) -> String {
        let mut seen = BTreeSet::new();
        let names = articles.into_iter().map(|article| match article {
            0 => "this article".to_owned(),
            other => self.outlet(other).to_owned(),
        });
        let names: Vec<String> = names.filter(|name| seen.insert(name.clone())).collect();
        list(&names)
    }

    /// The same with no more names than a line holds: "Reuters, AP, AFP and 4 others".
    pub(crate) fn some_outlets(&self, articles: &[usize]) -> String {
        const MOST: usize = 4;
        let outlets: BTreeSet<&str> = articles.iter().map(|it| self.outlet(*it)).collect();
        if outlets.len() <= MOST {
            return self.outlets(articles.iter().copied());
        }
        let names: Vec<&str> = articles.iter().take(MOST - 1).map(|it| self.outlet(*it)).collect();
        format!("{} and {} others", names.join(", "), outlets.len() - names.len())
    }

    /// "First on 1 July 2025: Reuters and AP."; nothing where that cannot be told.
    pub(crate) fn first(&self, articles: impl IntoIterator<Item = usize>) -> Option<String> {
        let articles: BTreeSet<usize> = articles.into_iter().collect();
        let dated = articles.iter().filter_map(|&it| Some((self.date(it)?, it)));
        let dated: BTreeSet<(Date, usize)> = dated.collect();
        if dated.len() < 2 {
            return None;
        }
        let (first, _) = *dated.first()?;
        let then = dated.iter().take_while(|(date, _)| *date == first);
        let who = self.some_outlets(&then.map(|(_, article)| *article).collect::<Vec<_>>());
        let among = if dated.len() < articles.len() { ", of those that give a date" } else { "" };
        Some(format!("First on {}: {who}{among}.", day(first)))
    }
}
