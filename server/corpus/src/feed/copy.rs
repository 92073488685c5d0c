//! The text of an item, and the article file that it becomes.

use super::{Feed, Item, flat};
use article::{Block, BlockKind, Format, Hint};
use language::terms::hash;
use roxmltree::Node;
use std::fmt::Write;

/// The text of an item: paragraphs as an article has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body(Vec<(BlockKind, String)>);

/// Where items keep their text, the fullest first.
const KEPT: &[&str] = &["encoded", "content", "description", "summary"];

/// Characters of a file's name that its headline gives.
const LONGEST: usize = 60;

impl Body {
    /// That of an item; `None` where it holds no words.
    pub fn of(item: Node<'_, '_>) -> Option<Self> {
        let bodies = KEPT
            .iter()
            .flat_map(|name| item.children().filter(move |child| child.tag_name().name() == *name));
        bodies.map(|node| Self::read(&html(node))).find(|body| !body.0.is_empty())
    }

    /// A text of one block.
    pub fn of_one(kind: BlockKind, text: String) -> Self {
        Self(vec![(kind, text)])
    }

    /// Reads HTML as it is read inside an article: without empty lines and indents it is all one
    /// block of Markdown.
    pub fn read(html: &str) -> Self {
        let lines = html.lines().map(str::trim).filter(|line| !line.is_empty());
        let html = format!("<div>\n{}\n</div>\n", lines.collect::<Vec<_>>().join("\n"));
        let read = article::read(&*html, Format::Markdown, &Hint::default());
        let text = |block: &Block| (block.kind, flat(&block.text));
        Self(read.blocks.iter().map(text).filter(|(_, text)| !text.is_empty()).collect())
    }

    /// All of it on one line.
    pub fn line(&self) -> String {
        self.0.iter().map(|(_, text)| &**text).collect::<Vec<_>>().join(" ")
    }

    /// Its first words, for an item without a title.
    pub fn opening(&self) -> String {
        let text = self.0.first().map_or("", |(_, text)| text);
        let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
        let whole = end == text.len();
        let cut = if whole { end } else { text[..end].rfind(' ').unwrap_or(end) };
        format!("{}{}", &text[..cut], if whole { "" } else { "…" })
    }
}

/// The words of an element, those of its own elements included.
pub fn text_of(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(Node::is_text);
    texts.filter_map(|text| text.text()).collect()
}

/// An element's text as HTML: RSS keeps it so, or as bare paragraphs; Atom says how it keeps it.
pub fn html(node: Node<'_, '_>) -> String {
    let text = text_of(node);
    match node.attribute("type") {
        Some("xhtml") => node.document().input_text()[node.range()].to_owned(),
        Some("text" | "text/plain") => paragraphs(&text.replace('&', "&amp;").replace('<', "&lt;")),
        _ if text.contains('<') => text,
        _ => paragraphs(&text),
    }
}

fn paragraphs(text: &str) -> String {
    text.split("\n\n").flat_map(|paragraph| ["<p>", paragraph, "</p>"]).collect()
}

impl Item {
    /// Tells its file from every other: the end of the file's name.
    pub fn mark(&self) -> String {
        format!("{:010x}", hash(&self.id) & 0xff_ffff_ffff)
    }

    /// A name for its file: day, headline, and [`Item::mark`].
    pub fn file_name(&self) -> String {
        let day = self.date.map(|date| format!("{date}-")).unwrap_or_default();
        format!("{day}{}-{}.md", slug(&self.title), self.mark())
    }

    /// Its file: Markdown, what is known about it at the head. `feed` published it, unless the item
    /// says who did.
    pub fn article(&self, feed: &Feed) -> String {
        let mut text = String::from("---\n");
        let mut say = |key: &str, value: Option<String>| {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                let _ = writeln!(text, "{key}: {value}");
            }
        };
        say("title", Some(quoted(&self.title)));
        say("outlet", self.outlet.as_ref().or(Some(&feed.title)).map(|name| quoted(name)));
        say("date", self.date.map(|date| date.to_string()));
        say(
            "author",
            match &*self.authors {
                [] => None,
                authors => {
                    let authors: Vec<String> = authors.iter().map(|name| quoted(name)).collect();
                    Some(format!("[{}]", authors.join(", ")))
                }
            },
        );
        say("url", self.url.as_deref().map(quoted));
        say("claim_rating", self.claim_rating.as_deref().map(quoted));
        text.push_str("---\n");
        // The copy of a fact-check is the claim alone.
        if self.claim_rating.is_none() {
            let _ = write!(text, "\n# {}\n", escaped(&self.title));
        }
        for (kind, words) in &self.body.0 {
            let mark = match kind {
                BlockKind::Headline | BlockKind::Subhead => "## ",
                BlockKind::BlockQuote => "> ",
                BlockKind::ListItem => "- ",
                BlockKind::Paragraph | BlockKind::Caption | BlockKind::Boilerplate => "",
            };
            let _ = write!(text, "\n{mark}{}\n", escaped(words));
        }
        text
    }
}

/// Letters and digits of `text`, with hyphens between its words.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let word = word.to_lowercase();
        let length = slug.chars().count() + word.chars().count();
        if LONGEST < length && !slug.is_empty() {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(LONGEST));
    }
    slug
}

/// A string of YAML.
fn quoted(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// `line` as Markdown that says just that.
fn escaped(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len());
    let number = line.find(|c: char| !c.is_ascii_digit()).filter(|&end| 0 < end);
    for (at, c) in line.char_indices() {
        let opens = at == 0 && matches!(c, '#' | '>' | '-' | '+' | '=' | '~' | ':' | '|');
        let counts = number == Some(at) && matches!(c, '.' | ')');
        let entity =
            c == '&' && line[at + 1..].starts_with(|c: char| c == '#' || c.is_alphabetic());
        if opens || counts || entity || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
