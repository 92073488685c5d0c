//! The report as a web page: one file with its style and its script, without anything from
//! elsewhere.

mod elsewhere;
mod evidence;
mod head;
mod markup;
mod matrix;
mod parts;
mod policy;
mod quotes;
mod sources;
mod timeline;

use crate::types::{Passage, Story};
use corpus::ArticleId;
use markup::Markup;
use policy::{POLICY, SCRIPT, STYLE};

/// The report as a page. `address` says where the file of an article lies as seen from the page, as
/// a URL without a fragment; `None` where it is in no file.
pub fn html(story: &Story, address: &dyn Fn(&ArticleId) -> Option<String>) -> String {
    let page = Page { story, address };
    let mut out = Markup::default();
    out.raw("<!doctype html>\n").within("html", &[("lang", "en")], |out| {
        out.within("head", &[], |out| {
            out.empty("meta", &[("charset", "utf-8")]);
            let policy = [("http-equiv", "Content-Security-Policy"), ("content", &**POLICY)];
            out.empty("meta", &policy);
            out.empty(
                "meta",
                &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")],
            );
            out.tag("title", &[], &format!("{} – story report", page.headline()));
            out.within("style", &[], |out| _ = out.raw(STYLE));
        });
        out.raw("\n").within("body", &[], |out| {
            out.within("main", &[], |out| page.main(out));
            out.raw("\n").within("script", &[], |out| _ = out.raw(SCRIPT));
        });
    });
    out.raw("\n");
    out.finish()
}

struct Page<'a> {
    story: &'a Story,
    address: &'a dyn Fn(&ArticleId) -> Option<String>,
}

impl Page<'_> {
    fn main(&self, out: &mut Markup) {
        self.head(out);
        self.matrix(out);
        self.timeline(out);
        self.quotes(out);
        self.names(out);
        self.missing(out);
        self.sources(out);
        self.foot(out);
    }

    fn headline(&self) -> &str {
        self.story.articles.first().map_or("", |ours| &ours.headline)
    }

    /// Where a passage opens.
    fn link_to(&self, passage: &Passage) -> Option<String> {
        let article = self.story.articles.get(passage.article)?;
        (self.address)(&article.id).map(|address| format!("{address}#{}", passage.spot))
    }
}
