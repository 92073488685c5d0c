//! The head of the page: the story, and how much there is to look at.

use super::{Page, markup::Markup};
use crate::{types::Standing, words::count};

impl Page<'_> {
    pub(super) fn head(&self, out: &mut Markup) {
        let story = self.story;
        out.within("header", &[], |out| {
            out.tag("p", &[("class", "kicker")], "Story report");
            out.tag("h1", &[("dir", "auto")], self.headline());
            out.within("p", &[("class", "byline")], |out| {
                self.byline(out, 0);
                if let Some(ours) = story.articles.first() {
                    out.raw(" · ");
                    self.article_link(out, 0, &ours.id.to_string());
                }
            });
            out.within("p", &[("class", "lead")], |out| _ = out.text(&story.lead()));
            if story.articles.len() > 1 {
                self.tally(out);
            }
            for gap in &story.gaps {
                out.tag("p", &[("class", "gap"), ("role", "note")], gap);
            }
        });
    }

    /// What there is to look at, with the way to it.
    fn tally(&self, out: &mut Markup) {
        let story = self.story;
        let points = |wanted: &[Standing]| {
            story.points.iter().filter(|point| wanted.contains(&point.gravest())).count()
        };
        let mut items: Vec<(&str, &str, &str, String)> = Vec::new();
        let mut item = |number: usize, class, sign, to, one: &str, several: &str| {
            let words = if number == 1 { one } else { several };
            if number > 0 {
                items.push((class, sign, to, words.replace('#', &number.to_string())));
            }
        };
        for (standing, one, several) in [
            (Standing::Conflicts, "# point conflicts", "# points conflict"),
            (Standing::Later, "# point has a later value", "# points have later values"),
            (Standing::Wording, "# point in other words", "# points in other words"),
        ] {
            let number = points(&[standing]);
            item(number, standing.name(), standing.sign(), "#differ", one, several);
        }
        let agree: Vec<_> = Standing::ALL.into_iter().filter(|it| !it.differs()).collect();
        let agree = points(&agree);
        item(agree, "agrees", "=", "#agree", "# point others have too", "# points others have too");
        item(story.alone.len(), "alone", "◆", "#alone", "# point only here", "# points only here");
        let missing = story.missing.len();
        item(missing, "none", "–", "#missing", "# point only elsewhere", "# points only elsewhere");
        out.within("nav", &[("aria-label", "What there is to look at")], |out| {
            out.within("ul", &[("class", "tally")], |out| {
                for (class, sign, to, words) in &items {
                    out.within("li", &[("class", class)], |out| {
                        out.within("a", &[("href", to)], |out| {
                            Self::signed(out, sign, words);
                        });
                    });
                }
            });
        });
    }

    pub(super) fn article_link(&self, out: &mut Markup, article: usize, words: &str) {
        let id = self.story.articles.get(article).map(|it| &it.id);
        match id.and_then(|id| (self.address)(id)) {
            Some(to) => {
                let attributes = [("href", &*to), ("class", "file"), ("data-file", "")];
                out.tag("a", &attributes, words);
            }
            None => _ = out.text(words),
        }
    }

    pub(super) fn foot(&self, out: &mut Markup) {
        let articles = count(self.story.articles.len(), "article");
        out.raw("\n").within("footer", &[], |out| {
            out.tag("p", &[], &format!(
                "Made by presscheck from {articles} on this machine; nothing was sent anywhere. It \
                 lays passages side by side and does not say which of them is right."
            ));
        });
    }
}
