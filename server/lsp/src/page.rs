//! Words on a hover, as Markdown or as plain text.

use std::fmt::Write as _;
pub use story::{count, list};

/// How the editor shows hovers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markup {
    /// As Markdown.
    Markdown,
    /// As they stand.
    Plain,
}

/// What a point of a list begins with.
const POINT: &str = "- ";

/// Most characters in a line of plain text: editors that show no Markdown break lines anywhere.
const WIDTH: usize = 80;

/// A text in the making. Everything that comes from copy is escaped on its way in.
#[derive(Debug)]
pub struct Page {
    markup: Markup,
    text: String,
}

impl Page {
    /// An empty page.
    pub fn new(markup: Markup) -> Self {
        Self { markup, text: String::new() }
    }

    /// Words.
    pub fn say(&mut self, words: &str) -> &mut Self {
        let mut before = ' ';
        let mut rest = words.chars().peekable();
        while let Some(character) = rest.next() {
            let special = match character {
                '\\' | '`' | '*' | '[' | '<' => true,
                // Inside a word it stresses nothing.
                '_' => {
                    let inside = |it: char| it.is_alphanumeric() || it == '_';
                    !(inside(before) && rest.peek().copied().is_some_and(inside))
                }
                _ => false,
            };
            if special && self.markup == Markup::Markdown {
                self.text.push('\\');
            }
            self.text.push(if character == '\n' { ' ' } else { character });
            before = character;
        }
        self
    }

    /// Words that stand out.
    pub fn stress(&mut self, words: &str) -> &mut Self {
        // Markdown takes no stress that begins or ends with a space.
        let inner = words.trim();
        if self.markup == Markup::Plain || inner.is_empty() {
            return self.say(words);
        }
        let (before, after) = words.split_once(inner).unwrap_or_default();
        self.text.push_str(before);
        self.text.push_str("**");
        self.say(inner);
        self.text.push_str("**");
        self.text.push_str(after);
        self
    }

    /// Words that lead to `url`.
    pub fn link(&mut self, words: &str, url: Option<&str>) -> &mut Self {
        let Some(url) = url.filter(|_| self.markup == Markup::Markdown) else {
            return self.say(words);
        };
        self.text.push('[');
        self.say(words);
        let _ = write!(self.text, "]({url})");
        self
    }

    /// A new paragraph.
    pub fn paragraph(&mut self) -> &mut Self {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        self
    }

    /// A new point of a list.
    pub fn point(&mut self) -> &mut Self {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.text.push_str(POINT);
        self
    }

    /// The finished text; `None` where nothing was said.
    pub fn finish(self) -> Option<String> {
        if self.text.is_empty() || self.markup == Markup::Markdown {
            return Some(self.text).filter(|text| !text.is_empty());
        }
        let lines = self.text.lines().map(|line| match line.strip_prefix(POINT) {
            Some(words) => story::wrapped(POINT, words, WIDTH),
            None => story::wrapped("", line, WIDTH),
        });
        Some(lines.collect::<Vec<_>>().join("\n"))
    }
}
