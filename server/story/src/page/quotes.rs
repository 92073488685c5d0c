//! Quotes side by side.

use super::{Page, markup::Markup};
use crate::{
    types::{Piece, Quote, Standing, Version},
    words::count,
};

impl Page<'_> {
    pub(super) fn quotes(&self, out: &mut Markup) {
        let story = self.story;
        if story.quotes.is_empty() {
            return;
        }
        Self::section(out, "quotes", "Quotes side by side", |out| {
            story.quotes.iter().for_each(|quote| self.quote(out, quote));
            let alone = story.quotes_alone;
            if alone > 0 {
                let more = format!("{} only in this article.", count(alone, "more quote"));
                out.tag("p", &[("class", "from")], &more);
            }
        });
    }

    fn quote(&self, out: &mut Markup, quote: &Quote) {
        out.within("div", &[("class", "quote")], |out| {
            out.within("div", &[("class", "ours")], |out| {
                Self::quoted(out, |out| _ = out.text(&quote.ours.text));
                let who = quote.speaker.as_deref().unwrap_or("nobody is named");
                Self::from(out, who, |out| self.file(out, &quote.ours));
            });
            out.within("div", &[("class", "theirs")], |out| {
                quote.versions.iter().for_each(|version| self.version(out, quote, version));
            });
        });
    }

    fn version(&self, out: &mut Markup, quote: &Quote, version: &Version) {
        let (class, sign, says) = match version.standing {
            Standing::Conflicts => ("conflicts", "≠", "another speaker"),
            Standing::Wording => ("wording", "≈", "other words"),
            _ => ("agrees", "=", "the same words, or a part of them"),
        };
        out.within("div", &[("class", class)], |out| {
            out.within("p", &[("class", &format!("why {class}"))], |out| {
                Self::signed(out, sign, says);
                out.raw(": ");
                out.tag("bdi", &[], &self.story.outlets(version.articles.iter().copied()));
            });
            if version.standing == Standing::Agrees {
                return;
            }
            if version.standing == Standing::Wording {
                Self::quoted(out, |out| Self::pieces(out, &version.pieces));
            }
            let who = version.speaker.as_deref().unwrap_or("nobody is named");
            let who = if version.speaker == quote.speaker { "" } else { who };
            Self::from(out, who, |out| self.file(out, &version.passage));
        });
    }

    fn quoted(out: &mut Markup, inner: impl FnOnce(&mut Markup)) {
        out.within("blockquote", &[("dir", "auto")], |out| {
            out.raw("“");
            inner(out);
            out.raw("”");
        });
    }

    /// Both versions in one; what only we have struck out, what only they have underlined.
    fn pieces(out: &mut Markup, pieces: &[Piece]) {
        for (at, piece) in pieces.iter().enumerate() {
            if at > 0 {
                out.raw(" ");
            }
            match piece {
                Piece::More => _ = out.raw("…"),
                Piece::Both(words) => _ = out.text(words),
                Piece::Ours(words) => Self::changed(out, "del", "only here: ", words),
                Piece::Theirs(words) => Self::changed(out, "ins", "only there: ", words),
            }
        }
    }

    fn changed(out: &mut Markup, tag: &'static str, hidden: &'static str, words: &str) {
        out.within(tag, &[], |out| {
            out.tag("span", &[("class", "unseen")], hidden).text(words);
        });
    }
}
