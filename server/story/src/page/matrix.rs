//! Who reports what: the points of the article beside the other articles.

use super::{Page, markup::Markup};
use crate::{
    types::{Alone, Point, Report, Standing},
    words::count,
};
use std::collections::BTreeSet;

/// Articles up to which each empty cell says so in words that are seen.
const FEW: usize = 6;

impl Page<'_> {
    pub(super) fn matrix(&self, out: &mut Markup) {
        let story = self.story;
        if story.articles.len() == 1 {
            return self.alone_alone(out);
        }
        if story.points.is_empty() && story.alone.is_empty() {
            return;
        }
        Self::section(out, "who", "Who reports what", |out| {
            if !story.points.is_empty() {
                out.tag("p", &[("class", "hint")], "Choose a report to read both passages.");
            }
            let title = [
                ("class", "scroll"),
                ("role", "region"),
                ("aria-label", "Table of points and outlets"),
                ("tabindex", "0"),
            ];
            out.within("div", &title, |out| self.table(out));
            self.families(out);
            Self::legend(out);
        });
    }

    /// Of an article that nobody else's stands beside.
    fn alone_alone(&self, out: &mut Markup) {
        if self.story.alone.is_empty() {
            return;
        }
        Self::section(out, "alone", "What can be checked in it", |out| {
            out.within("ul", &[("class", "plain")], |out| {
                for alone in &self.story.alone {
                    out.within("li", &[], |out| {
                        out.within("p", &[("class", "copy"), ("dir", "auto")], |out| {
                            Self::words(out, &alone.ours);
                        });
                        Self::from(out, &alone.cites, |out| self.file(out, &alone.ours));
                    });
                }
            });
        });
    }

    fn table(&self, out: &mut Markup) {
        let story = self.story;
        let width = story.articles.len();
        let class = if self.is_wide() { "matrix many" } else { "matrix" };
        let differing = story.points.iter().filter(|point| point.gravest().differs()).count();
        let (differ, agree) = story.points.split_at(differing);
        out.within("table", &[("class", class)], |out| {
            out.within("thead", &[], |out| {
                out.within("tr", &[], |out| {
                    out.within("th", &[("scope", "col")], |out| {
                        out.tag("span", &[("class", "outlet")], "This article says");
                    });
                    (1..width).for_each(|article| self.column(out, article));
                });
            });
            for (id, title, points) in
                [("differ", "Reported differently", differ), ("agree", "Reported alike", agree)]
            {
                if points.is_empty() {
                    continue;
                }
                out.within("tbody", &[("id", id)], |out| {
                    Self::group(out, title, points.len(), width);
                    for point in points {
                        self.row(out, point);
                    }
                });
            }
            if !story.alone.is_empty() {
                out.within("tbody", &[("id", "alone")], |out| {
                    Self::group(out, "Only in this article", story.alone.len(), width);
                    story.alone.iter().for_each(|alone| self.alone(out, alone));
                });
            }
        });
    }

    fn group(out: &mut Markup, title: &str, number: usize, width: usize) {
        out.within("tr", &[("class", "group")], |out| {
            let attributes = [("scope", "rowgroup"), ("colspan", &*width.to_string())];
            out.within("th", &attributes, |out| {
                out.within("span", &[], |out| {
                    out.text(title).raw(" ").tag("small", &[], &count(number, "point"));
                });
            });
        });
    }

    fn column(&self, out: &mut Markup, number: usize) {
        let Some(article) = self.story.articles.get(number) else { return };
        out.within("th", &[("scope", "col")], |out| {
            out.within("span", &[("class", "outlet"), ("dir", "auto")], |out| {
                self.article_link(out, number, &article.outlet);
            });
            if let Some(family) = article.family {
                let letter = letter(family);
                let label = format!("counted once, see note {letter}");
                out.raw(" ").tag("sup", &[("title", &label)], &letter);
            }
            if let Some(date) = article.date {
                out.raw(" ");
                Self::time(out, date, &date.strftime("%-d %b").to_string());
            }
        });
    }

    fn row(&self, out: &mut Markup, point: &Point) {
        let id = format!("p{}", point.sentence);
        out.within("tr", &[("class", "point")], |out| {
            out.within("th", &[("scope", "row")], |out| {
                out.within("a", &[("href", &format!("#{id}")), ("class", "copy")], |out| {
                    out.within("bdi", &[], |out| Self::words(out, &point.ours));
                });
                Self::cites(out, &point.cites);
                if self.is_wide() {
                    out.raw(" ");
                    Self::tallied(out, point);
                }
            });
            let mut reports = point.reports.iter().peekable();
            for article in 1..self.story.articles.len() {
                let Some(report) = reports.next_if(|it| it.passage.article == article) else {
                    self.not_reported(out, article);
                    continue;
                };
                while reports.next_if(|it| it.passage.article == article).is_some() {}
                self.cell(out, &format!("#{id}-{article}"), report);
            }
        });
        self.evidence(out, &id, point);
    }

    /// Whether a reader must scroll to see all of a row.
    fn is_wide(&self) -> bool {
        self.story.articles.len() - 1 > FEW
    }

    /// How many reports stand how, for who does not see the whole row.
    fn tallied(out: &mut Markup, point: &Point) {
        out.within("span", &[("class", "tallied")], |out| {
            for standing in Standing::ALL {
                let reports = point.reports.iter().filter(|report| report.standing == standing);
                let articles: BTreeSet<usize> = reports.map(|it| it.passage.article).collect();
                if !articles.is_empty() {
                    let says = format!("{} {}", articles.len(), standing.says());
                    out.within("span", &[("class", standing.name())], |out| {
                        Self::signed(out, standing.sign(), &says);
                    });
                    out.raw(" ");
                }
            }
        });
    }

    fn not_reported(&self, out: &mut Markup, article: usize) {
        let attributes = [("class", "none"), ("data-outlet", self.story.outlet(article))];
        out.within("td", &attributes, |out| {
            Self::signed(out, "–", "not reported");
        });
    }

    fn cell(&self, out: &mut Markup, to: &str, report: &Report) {
        let outlet = self.story.outlet(report.passage.article);
        let attributes = [("class", report.standing.name()), ("data-outlet", outlet)];
        out.within("td", &attributes, |out| {
            out.within("a", &[("href", to)], |out| {
                Self::standing(out, report.standing);
                if let Some(value) = &report.value {
                    out.raw(" ").tag("q", &[("dir", "auto")], value);
                }
            });
        });
    }

    fn alone(&self, out: &mut Markup, alone: &Alone) {
        let width = (self.story.articles.len() - 1).to_string();
        out.within("tr", &[("class", "point")], |out| {
            out.within("th", &[("scope", "row")], |out| {
                out.within("span", &[("class", "copy"), ("dir", "auto")], |out| {
                    Self::words(out, &alone.ours);
                });
                Self::cites(out, &alone.cites);
            });
            out.within("td", &[("class", "alone"), ("colspan", &width)], |out| {
                out.within("span", &[], |out| {
                    Self::signed(out, "◆", "only here");
                    out.raw(" · ");
                    self.file(out, &alone.ours);
                });
            });
        });
    }

    /// "citing the police", under a claim.
    fn cites(out: &mut Markup, cites: &str) {
        if !cites.is_empty() {
            out.raw(" ").tag("small", &[("dir", "auto")], cites);
        }
    }

    fn families(&self, out: &mut Markup) {
        if self.story.families.is_empty() {
            return;
        }
        out.within("ul", &[("class", "notes")], |out| {
            for (number, family) in self.story.families.iter().enumerate() {
                let because = match &*family.because {
                    "" => "one text",
                    because => because,
                };
                let who = self.story.outlets(family.articles.iter().copied());
                out.within("li", &[], |out| {
                    out.tag("sup", &[], &letter(number)).raw(" ");
                    out.text(&format!("{who}: {because}, counted once."));
                });
            }
        });
    }

    fn legend(out: &mut Markup) {
        out.within("details", &[("class", "legend")], |out| {
            out.tag("summary", &[], "What the signs mean");
            out.within("dl", &[], |out| {
                let standings =
                    Standing::ALL.map(|it| (it.name(), it.sign(), it.says(), meaning(it)));
                let others = [
                    ("none", "–", "not reported", "Nothing in that article makes this point."),
                    ("alone", "◆", "only here", "No other article makes this point."),
                ];
                for (class, sign, says, meaning) in standings.into_iter().chain(others) {
                    out.within("dt", &[("class", class)], |out| Self::signed(out, sign, says));
                    out.tag("dd", &[], meaning);
                }
            });
        });
    }
}

fn meaning(standing: Standing) -> &'static str {
    match standing {
        Standing::Conflicts => "Both cannot be right, however the words are read.",
        Standing::Later => {
            "A newer report has another value of something that changes, such as a toll."
        }
        Standing::Wording => {
            "The same point in words that matter, such as a quote that is not the same."
        }
        Standing::Earlier => {
            "An older report has the value of its day; this article has the newer one."
        }
        Standing::Adds => "The same, and more.",
        Standing::Agrees => "The same.",
        Standing::Part => {
            "A part of the point, or the point in words too different to say that they agree."
        }
    }
}

/// The letter of a note: A to Z, then A1 and on.
fn letter(number: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(number % 26).unwrap_or_default());
    match number / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{round}"),
    }
}
