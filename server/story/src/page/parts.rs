//! What all parts of the page are made of.

use super::{Page, markup::Markup};
use crate::{
    types::{Passage, Standing},
    words::{count, day, list},
};
use article::Date;
use std::collections::BTreeSet;

impl Page<'_> {
    /// A part of the page under a heading of its own.
    pub(super) fn section(
        out: &mut Markup,
        id: &'static str,
        title: &str,
        inner: impl FnOnce(&mut Markup),
    ) {
        let heading = format!("{id}-title");
        out.raw("\n").within("section", &[("id", id), ("aria-labelledby", &heading)], |out| {
            out.tag("h2", &[("id", &heading)], title);
            inner(out);
        });
    }

    /// Words of copy, those that differ marked.
    pub(super) fn words(out: &mut Markup, passage: &Passage) {
        let mut at = 0;
        for mark in &passage.marks {
            let Some(before) = passage.text.get(at..mark.start) else { continue };
            let Some(marked) = passage.text.get(mark.clone()) else { continue };
            out.text(before).tag("mark", &[], marked);
            at = mark.end;
        }
        out.text(passage.text.get(at..).unwrap_or_default());
    }

    /// A link to a passage in its file: "wire/reuters.md:12".
    pub(super) fn file(&self, out: &mut Markup, passage: &Passage) {
        let Some(article) = self.story.articles.get(passage.article) else { return };
        let place = format!("{}:{}", article.id, passage.spot.start.0);
        self.open(out, passage, &place);
    }

    /// A link to a passage in its file, in other words.
    pub(super) fn open(&self, out: &mut Markup, passage: &Passage, words: &str) {
        match self.link_to(passage) {
            Some(to) => out.tag("a", &[("href", &to), ("class", "file"), ("data-file", "")], words),
            None => out.tag("span", &[("class", "file")], words),
        };
    }

    /// "≠ conflicts".
    pub(super) fn standing(out: &mut Markup, standing: Standing) {
        Self::signed(out, standing.sign(), standing.says());
    }

    /// Words behind a sign, which is for the eye alone.
    pub(super) fn signed(out: &mut Markup, sign: &str, says: &str) {
        out.within("span", &[("class", "standing")], |out| {
            out.tag("span", &[("class", "sign"), ("aria-hidden", "true")], sign);
            out.raw(" ").tag("span", &[("class", "says")], says);
        });
    }

    /// "Valley Times, 2 July 2025".
    pub(super) fn byline(&self, out: &mut Markup, article: usize) {
        out.tag("bdi", &[("class", "outlet")], self.outlet(article));
        if let Some(date) = self.date(article) {
            out.raw(", ");
            Self::time(out, date, &day(date));
        }
    }

    /// A day.
    pub(super) fn time(out: &mut Markup, date: Date, words: &str) {
        out.tag("time", &[("datetime", &date.to_string())], words);
    }

    pub(super) fn date(&self, article: usize) -> Option<Date> {
        self.story.articles.get(article)?.date
    }

    /// Names of outlets, each once: "Reuters, AP and this article".
    pub(super) fn outlets(&self, articles: impl IntoIterator<Item = usize>) -> String {
        let mut seen = BTreeSet::new();
        let names = articles.into_iter().map(|article| match article {
            0 => "this article".to_owned(),
            other => self.outlet(other).to_owned(),
        });
        let names: Vec<String> = names.filter(|name| seen.insert(name.clone())).collect();
        list(&names)
    }

    /// The same with no more names than a line holds: "Reuters, AP, AFP and 4 others".
    pub(super) fn some_outlets(&self, articles: &[usize]) -> String {
        const MOST: usize = 4;
        let outlets: BTreeSet<&str> = articles.iter().map(|it| self.outlet(*it)).collect();
        if outlets.len() <= MOST {
            return self.outlets(articles.iter().copied());
        }
        let names: Vec<&str> = articles.iter().take(MOST - 1).map(|it| self.outlet(*it)).collect();
        format!("{} and {} others", names.join(", "), outlets.len() - names.len())
    }

    /// "3 other outlets, 2 of them independently".
    pub(super) fn others(&self) -> String {
        let outlets: BTreeSet<&str> =
            self.story.articles.iter().skip(1).map(|it| &*it.outlet).collect();
        let independent = match self.story.independent {
            0 => ", none of them independently of this one",
            all if all >= outlets.len() => "",
            some => {
                return format!(
                    "{}, {some} of them independently",
                    count(outlets.len(), "other outlet")
                );
            }
        };
        format!("{}{independent}", count(outlets.len(), "other outlet"))
    }

    /// "First on 1 July 2025: Reuters and AP."; nothing where that cannot be told.
    pub(super) fn first(&self, articles: impl IntoIterator<Item = usize>) -> Option<String> {
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
