//! Passages under their point: ours, and theirs beside it.

use super::{Page, markup::Markup};
use crate::types::{Point, Report};
use article::day;

impl Page<'_> {
    /// Our passage, and theirs beside it.
    pub(super) fn evidence(&self, out: &mut Markup, id: &str, point: &Point) {
        let width = self.story.articles.len().to_string();
        out.within("tr", &[("class", "evidence"), ("id", id)], |out| {
            out.within("td", &[("colspan", &width)], |out| {
                out.within("div", &[("class", "sides")], |out| {
                    out.within("div", &[("class", "ours")], |out| {
                        out.within("h3", &[], |out| {
                            out.raw("This article");
                            if let Some(date) = self.story.date(0) {
                                out.raw(", ");
                                Self::time(out, date, &day(date));
                            }
                        });
                        out.within("blockquote", &[("dir", "auto")], |out| {
                            Self::words(out, &point.ours);
                        });
                        Self::from(out, &point.cites, |out| self.file(out, &point.ours));
                        self.first_told(out, point);
                    });
                    out.within("div", &[("class", "theirs")], |out| self.theirs(out, id, point));
                    out.within("p", &[("class", "close")], |out| {
                        out.tag("a", &[("href", "#who")], "Close");
                    });
                });
            });
        });
        out.raw("\n");
    }

    fn theirs(&self, out: &mut Markup, id: &str, point: &Point) {
        let by_article = point.reports.chunk_by(|a, b| a.passage.article == b.passage.article);
        let mut by_article: Vec<&[Report]> = by_article.collect();
        by_article.sort_by_key(|reports| reports.first().map(|report| report.standing));
        for of_article in by_article {
            let Some(first) = of_article.first() else { continue };
            let article = first.passage.article;
            let id = format!("{id}-{article}");
            out.within("div", &[("class", "report"), ("id", &id)], |out| {
                out.within("h3", &[], |out| self.byline(out, article));
                for report in of_article {
                    self.report(out, report);
                }
            });
        }
    }

    fn report(&self, out: &mut Markup, report: &Report) {
        out.within("p", &[("class", &format!("why {}", report.standing.name()))], |out| {
            Self::standing(out, report.standing);
            if !report.why.is_empty() {
                out.raw(": ").tag("bdi", &[], &report.why.join("; "));
            }
        });
        out.within("blockquote", &[("dir", "auto")], |out| Self::words(out, &report.passage));
        Self::from(out, &report.cites, |out| self.file(out, &report.passage));
    }

    fn first_told(&self, out: &mut Markup, point: &Point) {
        let others = point.reports.iter().map(|report| report.passage.article);
        let all = std::iter::once(0).chain(others);
        if let Some(first) = self.story.first(all) {
            out.tag("p", &[("class", "from")], &first);
        }
    }

    /// "citing the police · wire/reuters.md:12", under a passage.
    pub(super) fn from(out: &mut Markup, cites: &str, link: impl FnOnce(&mut Markup)) {
        out.within("p", &[("class", "from")], |out| {
            if !cites.is_empty() {
                out.tag("bdi", &[], cites).raw(" · ");
            }
            link(out);
        });
    }
}
