//! What all parts of the page are made of.

use super::{Page, markup::Markup};
use crate::types::{Passage, Standing};
use article::{Date, day};

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
        out.tag("bdi", &[("class", "outlet")], self.story.outlet(article));
        if let Some(date) = self.story.date(article) {
            out.raw(", ");
            Self::time(out, date, &day(date));
        }
    }

    /// A day.
    pub(super) fn time(out: &mut Markup, date: Date, words: &str) {
        out.tag("time", &[("datetime", &date.to_string())], words);
    }
}
