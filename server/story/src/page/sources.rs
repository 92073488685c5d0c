//! Who the sources are, by outlet.

use super::{Page, markup::Markup};
use crate::{types::Source, words::count};

impl Page<'_> {
    pub(super) fn sources(&self, out: &mut Markup) {
        let articles = &self.story.articles;
        if articles.iter().all(|it| it.sources.is_empty() && it.unsourced == 0) {
            return;
        }
        Self::section(out, "sources", "Who the sources are", |out| {
            out.within("dl", &[("class", "sources")], |out| {
                for (number, article) in articles.iter().enumerate() {
                    out.within("dt", &[("dir", "auto")], |out| {
                        self.article_link(out, number, &article.outlet);
                        if number == 0 {
                            out.raw(" ").tag("small", &[], "this article");
                        }
                    });
                    out.within("dd", &[], |out| {
                        if article.sources.is_empty() {
                            out.raw("Nobody is named.");
                        }
                        out.within("ul", &[], |out| {
                            article.sources.iter().for_each(|source| Self::source(out, source));
                        });
                        if article.unsourced > 0 {
                            let alone = count(article.unsourced, "statement");
                            out.tag(
                                "p",
                                &[("class", "from")],
                                &format!(
                                    "{alone} that can be checked and for which nobody is named."
                                ),
                            );
                        }
                    });
                }
            });
        });
    }

    fn source(out: &mut Markup, source: &Source) {
        out.within("li", &[("class", if source.unnamed { "unnamed" } else { "named" })], |out| {
            out.tag("bdi", &[], &source.name);
            if source.unnamed {
                out.raw(" ").tag("small", &[], "unnamed");
            }
            if source.statements > 1 {
                let times = format!("{} statements", source.statements);
                let attributes = [("title", &*times), ("class", "times")];
                out.raw(" ").within("small", &attributes, |out| {
                    out.raw("×\u{2009}").text(&source.statements.to_string());
                });
            }
        });
    }
}
