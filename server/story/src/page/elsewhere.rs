//! What the article would learn from the others: names spelt otherwise, points it lacks.

use super::{Page, markup::Markup};
use crate::{types::Missing, words::count};
use std::collections::BTreeSet;

/// Points of one outlet alone that are shown at once; the rest is folded away.
const SHOWN: usize = 8;

impl Page<'_> {
    pub(super) fn names(&self, out: &mut Markup) {
        let story = self.story;
        if story.names.is_empty() {
            return;
        }
        Self::section(out, "names", "Names spelt otherwise", |out| {
            out.within("ul", &[("class", "plain")], |out| {
                for name in &story.names {
                    let theirs = self.story.outlets(name.articles.iter().copied());
                    let alike = match self.story.outlets(name.with_us.iter().copied()) {
                        none if none.is_empty() => "; nobody else as here".to_owned(),
                        alike => format!("; as here in {alike}"),
                    };
                    out.within("li", &[("dir", "auto")], |out| {
                        out.tag("strong", &[], &name.ours).raw(" here, ");
                        out.tag("strong", &[], &name.theirs);
                        out.text(&format!(" in {theirs}{alike}."));
                    });
                }
            });
        });
    }

    pub(super) fn missing(&self, out: &mut Markup) {
        let story = self.story;
        if story.missing.is_empty() {
            return;
        }
        Self::section(out, "missing", "What others report and this article does not", |out| {
            // What one outlet alone has is less pressing, and there may be much of it.
            let several = story.missing.iter().take_while(|it| it.families > 1).count();
            let shown = several.max(SHOWN.min(story.missing.len()));
            let (first, rest) = story.missing.split_at(shown);
            let points = |out: &mut Markup, points: &[Missing]| {
                out.within("ul", &[("class", "plain")], |out| {
                    for missing in points {
                        self.lacking(out, missing);
                    }
                });
            };
            points(out, first);
            if !rest.is_empty() {
                out.within("details", &[], |out| {
                    let more =
                        format!("{}, each in one text alone", count(rest.len(), "more point"));
                    out.tag("summary", &[], &more);
                    points(out, rest);
                });
            }
        });
    }

    fn lacking(&self, out: &mut Markup, missing: &Missing) {
        let Some(first) = missing.passages.first() else { return };
        let articles: Vec<usize> = missing.passages.iter().map(|it| it.article).collect();
        let outlets: BTreeSet<&str> = articles.iter().map(|it| self.story.outlet(*it)).collect();
        out.within("li", &[], |out| {
            out.within("p", &[("class", "why")], |out| {
                out.tag("bdi", &[("class", "outlet")], &self.story.some_outlets(&articles));
                if missing.families < outlets.len() {
                    out.text(&match missing.families {
                        1 => ": one text, counted once".to_owned(),
                        some => format!(": {some} independently"),
                    });
                }
            });
            out.within("p", &[("class", "copy"), ("dir", "auto")], |out| Self::words(out, first));
            Self::from(out, &missing.cites, |out| match &*missing.passages {
                [only] => self.file(out, only),
                several => several.iter().enumerate().for_each(|(at, passage)| {
                    out.raw(if at == 0 { "" } else { " · " });
                    self.open(out, passage, self.story.outlet(passage.article));
                }),
            });
        });
    }
}
