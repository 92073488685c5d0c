//! Tags in both storages, on copy put together at random: what is tagged reads as before, is read
//! back and obeyed, and what is untagged is byte for byte what it was.
#![allow(clippy::unwrap_used, missing_docs)]

use article::{Article, Format, Hint};
use corpus::Candidates;
use coverage::Coverage;
use fastrand::Rng;
use rules::{Beside, Context, Edit, Fix, Settings, Target};
use sourcing::Reading;
use std::sync::Arc;

/// One of these.
fn one<'a>(dice: &mut Rng, of: &[&'a str]) -> &'a str {
    of[dice.usize(..of.len())]
}

const BEGIN: &[&str] = &[
    "",
    "",
    "",
    "# ",
    "## ",
    "- ",
    "> ",
    "> - ",
    "1. ",
    "    ",
    "<p>",
    "*",
    "| a | ",
    "[“x”](y) ",
];
const OPEN: &[&str] = &["“", "“", "\"", "‘", "«", "“‘", "'", "„", "[“", "*“", "[", "&ldquo;", "“["];
const CLOSE: &[&str] =
    &["”", ",”", ".\"", "’", "»", "’”", "'", "“", "”]", "”*", "”](u)", "]", "&rdquo;", "", "]”"];
const INSIDE: &[&str] = &[
    "we will not go home ",
    "não vamos 🏠 ",
    "it is [sic] late ",
    "[the firm](http://x.y/z) knew ",
    "it *was* wrong ",
    "a `code[0]` here ",
    "{.quote} ",
    "\\] and \\[ ",
    "] ",
    "[ ",
    "it’s ",
    "\r\n",
    "<b>bold</b> ",
    "&amp; so on ",
    "**“inner”** ",
    "‘inner’ ",
    "\\\" ",
    "_so ",
    "![x](y) ",
    "we all lost ",
];
const SAID: &[&str] = &[
    " said Anna Smyth.",
    " Ben Hall said.",
    " the mayor said, ",
    " she said.",
    " ",
    " according to NATO.",
    ": Anna Smyth.",
    " and ",
    " [he](x) said.",
    " said Ben “Red” Hall.",
];

fn copy(dice: &mut Rng) -> String {
    let end = one(dice, &["\n", "\r\n"]);
    let mut copy = format!("Anna Smyth, the mayor, met Ben Hall.{end}{end}");
    for _ in 0..=dice.usize(..4) {
        copy.push_str(one(dice, BEGIN));
        for _ in 0..=dice.usize(..3) {
            copy.push_str(one(dice, OPEN));
            for _ in 0..=dice.usize(..4) {
                copy.push_str(one(dice, INSIDE));
            }
            copy.push_str(one(dice, CLOSE));
            copy.push_str(one(dice, SAID));
        }
        copy.push_str(end);
        copy.push_str(one(dice, &["", end]));
    }
    copy
}

/// An article and what is beside it.
struct Desk {
    copy: String,
    sidecar: Option<String>,
    inline: bool,
    reading: Reading,
}

impl Desk {
    fn new(copy: String, sidecar: Option<String>, inline: bool) -> Self {
        let format = if inline { Format::Markdown } else { Format::Plain };
        let mut article: Article = article::read(&*copy, format, &Hint::default());
        if let Some(sidecar) = &sidecar {
            article.annotate(&**sidecar);
        }
        let reading = sourcing::read(Arc::new(article), None);
        Self { copy, sidecar, inline, reading }
    }

    fn ask<T>(&self, question: impl FnOnce(&Context<'_>, &Beside<'_>) -> T) -> T {
        let none = Candidates::default();
        let coverage: Coverage = coverage::cover(&self.reading, &none);
        let settings = Settings::default();
        let context = Context::new(&self.reading, &coverage, &settings);
        let sidecar = self.sidecar.as_deref();
        question(&context, &Beside { name: "a", inline: self.inline, sidecar, ..Beside::default() })
    }

    /// What can be done about a quote.
    fn offers(&self, quote: usize) -> Vec<Fix> {
        let Some(quote) = self.reading.quotes.get(quote) else { return Vec::new() };
        let at = self.reading.span(quote.inside).start;
        self.ask(|context, beside| rules::quote_fixes(context, beside, at))
    }

    fn after(&self, fix: &Fix) -> Self {
        let of = |target| fix.edits.iter().filter(move |edit| edit.target == target);
        let copy = applied(&self.copy, of(Target::Article));
        let mut sidecar = self.sidecar.clone();
        if of(Target::Sidecar).next().is_some() {
            sidecar = Some(applied(&sidecar.unwrap_or_default(), of(Target::Sidecar)));
        }
        Self::new(copy, sidecar, self.inline)
    }

    fn blocks(&self) -> Vec<&str> {
        self.reading.article.blocks.iter().map(|block| &*block.text).collect()
    }

    /// Who said each quote, by its tag.
    fn speakers(&self) -> Vec<Option<&str>> {
        let tag =
            |quote: &sourcing::Quote| self.reading.article.tags.get(quote.tag?)?.speaker.as_deref();
        self.reading.quotes.iter().map(tag).collect()
    }
}

fn applied<'a>(text: &str, edits: impl Iterator<Item = &'a Edit>) -> String {
    let mut edits: Vec<&Edit> = edits.collect();
    edits.sort_by_key(|edit| edit.span);
    let mut text = text.to_owned();
    for edit in edits.iter().rev() {
        text.replace_range(edit.span.start..edit.span.end, &edit.text);
    }
    text
}

/// A tag changes no word, is obeyed, and can be taken away without a trace.
fn tag_and_untag_each(desk: &Desk, seed: u64) -> usize {
    let mut tried = 0;
    for index in 0..desk.reading.quotes.len() {
        for fix in desk.offers(index).into_iter().take(2) {
            let Some(speaker) = fix.title.strip_prefix("Tag quote as said by ") else { continue };
            tried += 1;
            let tagged = desk.after(&fix);
            let shown = format!("seed {seed}, {}:\n{}\n{}", fix.title, desk.copy, tagged.copy);
            assert_eq!(tagged.blocks(), desk.blocks(), "{shown}");
            let mut expected = desk.speakers();
            expected[index] = Some(speaker);
            assert_eq!(tagged.speakers(), expected, "{shown}");

            let offers = tagged.offers(index);
            for change in offers.iter().take(1) {
                let Some((_, other)) = change.title.split_once("speaker to ") else { continue };
                assert_eq!(tagged.after(change).speakers()[index], Some(other), "{shown}");
            }
            let untag =
                offers.iter().find(|fix| fix.title.starts_with("Remove the tag")).expect(&shown);
            assert_eq!(tagged.after(untag).copy, desk.copy, "{shown}");
            assert_eq!(tagged.after(untag).speakers(), desk.speakers(), "{shown}");
        }
    }
    tried
}

fn tag_and_untag_all(desk: &Desk, seed: u64) -> usize {
    let Some(fix) = desk.ask(rules::tag_all) else { return 0 };
    let tagged = desk.after(&fix);
    let shown = format!("seed {seed}, {}:\n{}\n{}", fix.title, desk.copy, tagged.copy);
    assert_eq!(tagged.blocks(), desk.blocks(), "{shown}");
    let count = tagged.speakers().into_iter().flatten().count();
    assert!(fix.title.contains(&format!(" {count} ")) || count == 1, "{count}: {shown}");
    let untagged = tagged.after(&tagged.ask(rules::untag_all).expect(&shown));
    assert_eq!(untagged.copy, desk.copy, "{shown}");
    assert!(untagged.speakers().iter().all(Option::is_none), "{shown}");
    count
}

/// How many copies are tried: enough to find what the first ones found; more when looking for more.
fn seeds() -> std::ops::Range<u64> {
    let set = std::env::var("PRESSCHECK_SEEDS").ok().and_then(|count| count.parse().ok());
    0..set.unwrap_or(100)
}

#[track_caller]
fn try_copies(inline: bool) {
    let (mut one_by_one, mut at_once) = (0, 0);
    for seed in seeds() {
        let desk = Desk::new(copy(&mut Rng::with_seed(seed)), None, inline);
        one_by_one += tag_and_untag_each(&desk, seed);
        at_once += tag_and_untag_all(&desk, seed);
    }
    assert!(one_by_one > 100 && at_once > 40, "only {one_by_one} and {at_once} tags were tried");
}

#[test]
fn in_the_copy() {
    try_copies(true);
}

#[test]
fn in_the_sidecar() {
    try_copies(false);
}

/// Edits elsewhere in the article, through which every tag in the copy holds.
#[test]
fn a_tag_in_the_copy_holds_while_the_article_is_edited() {
    const NEW: &[&str] =
        &["x", "\r\n", "é", "🙂", "“", "\"", "[", "]", "{", "A new lede.\n\n", "*", "`", "<"];
    let mut held = 0;
    for seed in seeds() {
        let mut dice = Rng::with_seed(seed);
        let said = "“We will not go home tonight,” Anna Smyth said.\n\n";
        let desk = Desk::new(format!("{said}{}", copy(&mut dice)), None, true);
        let Some(fix) = desk.offers(0).into_iter().next() else { continue };
        let mut desk = desk.after(&fix);
        for _ in 0..6 {
            let first = said.len() + "[]{.quote speaker=\"Anna Smyth\"}".len();
            let start = desk.copy.ceil_char_boundary(first + dice.usize(..desk.copy.len() - first));
            let end = desk.copy.ceil_char_boundary((start + dice.usize(..4)).min(desk.copy.len()));
            let mut copy = desk.copy.clone();
            copy.replace_range(start..end, one(&mut dice, NEW));
            desk = Desk::new(copy, None, true);
            assert_eq!(desk.speakers()[0], Some("Anna Smyth"), "seed {seed}:\n{}", desk.copy);
            held += 1;
        }
    }
    assert!(held > 300, "only {held} edits were tried");
}
