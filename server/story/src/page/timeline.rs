//! How the story was reported: who had it when, and how figures changed.

use super::{Page, markup::Markup};
use crate::types::{Figure, Figures, Standing};
use article::day;

impl Page<'_> {
    pub(super) fn timeline(&self, out: &mut Markup) {
        if self.story.articles.len() == 1 {
            return;
        }
        Self::section(out, "timeline", "How it was reported", |out| {
            self.days(out);
            if self.story.figures.is_empty() {
                return;
            }
            out.tag("h3", &[], "Figures that are not the same");
            self.story.figures.iter().for_each(|figures| self.figures(out, figures));
        });
    }

    /// Who had the story when.
    fn days(&self, out: &mut Markup) {
        let articles = &self.story.articles;
        let mut days: Vec<_> = articles.iter().map(|it| (it.date.is_none(), it.date)).collect();
        days.sort_unstable();
        days.dedup();
        out.within("ol", &[("class", "days")], |out| {
            for (at, (_, date)) in days.into_iter().enumerate() {
                out.within("li", &[], |out| {
                    out.within("div", &[], |out| {
                        match date {
                            Some(date) => Self::time(out, date, &day(date)),
                            None => _ = out.tag("span", &[("class", "undated")], "No date"),
                        }
                        if at == 0 && date.is_some() {
                            out.raw(" ").tag("small", &[("class", "first")], "first");
                        }
                    });
                    out.within("ul", &[], |out| {
                        let of_day = articles.iter().enumerate().filter(|(_, it)| it.date == date);
                        of_day.for_each(|(number, _)| self.told(out, number));
                    });
                });
            }
        });
    }

    fn told(&self, out: &mut Markup, number: usize) {
        let Some(article) = self.story.articles.get(number) else { return };
        out.within("li", &[], |out| {
            out.within("strong", &[("dir", "auto")], |out| {
                self.article_link(out, number, &article.outlet);
            });
            if number == 0 {
                out.raw(" ").tag("small", &[], "this article");
            }
            out.raw(" ").tag("bdi", &[], &article.headline);
            let web = article.url.as_deref();
            if let Some(url) =
                web.filter(|it| it.starts_with("https://") || it.starts_with("http://"))
            {
                out.raw(" ").tag("a", &[("href", url), ("rel", "noreferrer")], "on the web");
            }
        });
    }

    fn figures(&self, out: &mut Markup, figures: &Figures) {
        out.within("div", &[("class", "figures")], |out| {
            out.within("p", &[("class", "copy"), ("dir", "auto")], |out| {
                Self::words(out, &figures.ours);
            });
            out.within("ol", &[("class", "steps")], |out| {
                figures.steps.iter().for_each(|step| self.step(out, step));
            });
        });
    }

    fn step(&self, out: &mut Markup, step: &Figure) {
        let ours = step.articles.contains(&0);
        let (class, sign, says) = match step.standing {
            _ if ours => ("agrees", "◆", "this article"),
            Standing::Earlier => ("earlier", Standing::Earlier.sign(), "earlier value"),
            Standing::Later => ("later", Standing::Later.sign(), "update"),
            Standing::Conflicts => ("conflicts", Standing::Conflicts.sign(), "conflict"),
            _ => ("agrees", Standing::Agrees.sign(), "agrees"),
        };
        out.within("li", &[("class", class)], |out| {
            match step.date {
                Some(date) => Self::time(out, date, &date.strftime("%-d %b").to_string()),
                None => _ = out.tag("span", &[("class", "undated")], "no date"),
            }
            out.raw(" ").within("strong", &[("dir", "auto")], |out| {
                self.open(out, &step.passage, &step.words);
            });
            out.raw(" ");
            Self::signed(out, sign, says);
            let others = step.articles.iter().copied().filter(|&article| article != 0);
            let others = self.story.outlets(others);
            if !others.is_empty() {
                let also = if ours { "also " } else { "" };
                out.raw(" ").tag("small", &[("dir", "auto")], &format!("{also}{others}"));
            }
        });
    }
}
