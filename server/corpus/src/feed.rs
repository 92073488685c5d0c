//! Feeds: what an RSS or Atom file, or a file of fact-checks, brings, item by item.
//!
//! Nothing is fetched here. Document types and entities of a feed's own are not read, so that no
//! feed can make more of itself than it is.

mod checks;
mod copy;

use article::Date;
use copy::Body;
pub use copy::slug;
use roxmltree::{Document, Node, ParsingOptions};

/// Most bytes of a feed.
pub const LARGEST: usize = 20 * 1024 * 1024;
/// Most elements and texts of a feed.
const MOST_NODES: u32 = 1_000_000;

/// Encodings that can be told by their bytes.
const READ: &[&str] = &["utf-8", "utf-16", "us-ascii", "ascii", "iso-8859-1", "windows-1252"];

/// A feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// What it calls itself.
    pub title: String,
    /// In its order.
    pub items: Vec<Item>,
    /// Items that are no articles: their titles, and why.
    pub skipped: Vec<(String, &'static str)>,
}

/// An article of a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What the feed tells it by: its guid, or else its link, or else its title.
    pub id: String,
    /// Its headline.
    pub title: String,
    /// Who published it, where the feed brings what others published.
    pub outlet: Option<String>,
    /// The day it was published, where it was published.
    pub date: Option<Date>,
    /// Where it can be read.
    pub url: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// How it rates the claim that is its text, where it is a fact-check.
    pub claim_rating: Option<String>,
    /// Its text.
    body: Body,
}

/// Why something is no feed that can be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FeedError {
    /// A page, not a feed.
    #[error(
        "this is a web page, not a feed: look on it for a link to its RSS or Atom feed, and add that"
    )]
    Page,
    /// Some other XML.
    #[error("its root element is <{0}>; expected <rss>, <feed> (Atom) or <RDF> (RSS 1.0)")]
    Unknown(String),
    /// It declares entities or a document type.
    #[error("it declares a document type (DTD), which is not read: take out its <!DOCTYPE …>")]
    Dtd,
    /// Not XML.
    #[error("it is not well-formed XML: {0}")]
    Xml(String),
    /// Not JSON.
    #[error("it is not well-formed JSON: {0}")]
    Json(String),
    /// Some other JSON.
    #[error(
        "it is JSON without a fact-check; expected schema.org ClaimReview, or what the Fact Check \
         Tools API answers"
    )]
    NoReview,
    /// Not in an encoding that is read.
    #[error("it is in {0}, which is not read: convert it first, as by iconv -f {0} -t UTF-8")]
    Encoding(String),
    /// More than is read.
    #[error("it is larger than a feed of at most {} MB and a million elements", LARGEST >> 20)]
    Large,
    /// No text at all.
    #[error("it is empty or no text; expected an RSS or Atom file, or fact-checks as JSON")]
    NoText,
}

impl Feed {
    /// Reads the bytes of an RSS 0.9x, 1.0 or 2.0 or an Atom file, of fact-checks as JSON, or of a page
    /// that has them as data.
    pub fn read(bytes: &[u8]) -> Result<Self, FeedError> {
        if bytes.len() > LARGEST {
            return Err(FeedError::Large);
        }
        let decoded = article::decode(bytes).map_err(|_| FeedError::NoText)?;
        let text = decoded.text.trim();
        if text.is_empty() {
            return Err(FeedError::NoText);
        }
        if is_page(text) {
            return checks::page(text).ok_or(FeedError::Page);
        }
        if text.starts_with(['{', '[']) {
            return checks::json(text);
        }
        let encoding = declared_encoding(text).filter(|_| decoded.problem.is_some());
        if let Some(encoding) = encoding.filter(|it| !READ.contains(&&*it.to_ascii_lowercase())) {
            return Err(FeedError::Encoding(encoding.into()));
        }
        let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
        let document =
            Document::parse_with_options(text, options).map_err(|error| match error {
                roxmltree::Error::DtdDetected => FeedError::Dtd,
                roxmltree::Error::NodesLimitReached => FeedError::Large,
                error => FeedError::Xml(error.to_string()),
            })?;
        let root = document.root_element();
        let (head, items) = match root.tag_name().name() {
            "rss" | "RDF" => (child(root, "channel").unwrap_or(root), "item"),
            "feed" => (root, "entry"),
            other => return Err(FeedError::Unknown(other.into())),
        };
        // The items of RSS 1.0 stand beside its channel.
        let holder = if root.tag_name().name() == "RDF" { root } else { head };
        let mut feed =
            Self { title: line(head, &["title"]), items: Vec::new(), skipped: Vec::new() };
        for node in holder.children().filter(|node| node.tag_name().name() == items) {
            match item(node) {
                Ok(item) => feed.items.push(item),
                Err(why) => feed.skipped.push((line(node, &["title"]), why)),
            }
        }
        Ok(feed)
    }
}

fn item(node: Node<'_, '_>) -> Result<Item, &'static str> {
    let url = link(node);
    let title = line(node, &["title"]);
    let id = [exact(node, &["guid", "id"]), url.clone().unwrap_or_default(), title.clone()];
    let id = id.into_iter().find(|id| !id.is_empty()).ok_or("has neither a title nor a link")?;
    let body = Body::of(node).ok_or("holds no text")?;
    let outlet = child(node, "source").map(|source| match line(source, &["title"]) {
        title if title.is_empty() => flat(&copy::text_of(source)),
        title => title,
    });
    Ok(Item {
        title: if title.is_empty() { body.opening() } else { title },
        outlet: outlet.filter(|outlet| !outlet.is_empty()),
        date: date(&exact(node, &["pubDate", "published", "date", "issued", "updated"])),
        url,
        authors: authors(node),
        claim_rating: None,
        id,
        body,
    })
}

/// The first child of that name, in whatever namespace.
fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.tag_name().name() == name)
}

/// The words of the first of `names` that has any, on one line. Feeds write titles as HTML, too.
fn line(node: Node<'_, '_>, names: &[&str]) -> String {
    let found = names.iter().filter_map(|name| child(node, name));
    let mut lines = found.map(|node| Body::read(&copy::html(node)).line());
    lines.find(|line| !line.is_empty()).unwrap_or_default()
}

/// The text of the first of `names` that has any, as it is.
fn exact(node: Node<'_, '_>, names: &[&str]) -> String {
    let found = names.iter().filter_map(|name| child(node, name));
    let mut texts = found.map(|node| copy::text_of(node).trim().to_owned());
    texts.find(|text| !text.is_empty()).unwrap_or_default()
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where an item can be read: the text of RSS's link, the alternate of Atom's, a guid that is one.
fn link(node: Node<'_, '_>) -> Option<String> {
    let links = node.children().filter(|child| child.tag_name().name() == "link");
    let own = links.filter(|link| link.attribute("rel").is_none_or(|rel| rel == "alternate"));
    let named =
        own.map(|link| link.attribute("href").map_or_else(|| copy::text_of(link), Into::into));
    let guid = child(node, "guid").map(copy::text_of);
    let mut all = named.chain(guid).map(|link| link.trim().to_owned());
    all.find(|link| link.starts_with("http://") || link.starts_with("https://"))
}

fn authors(node: Node<'_, '_>) -> Vec<String> {
    let named = |name: &'static str| {
        let all = node.children().filter(move |child| child.tag_name().name() == name);
        all.map(|author| match line(author, &["name"]) {
            name if name.is_empty() => person(&flat(&copy::text_of(author))).to_owned(),
            name => name,
        })
        .filter(|name| !name.is_empty())
    };
    let creators: Vec<String> = named("creator").collect();
    if creators.is_empty() { named("author").collect() } else { creators }
}

/// RSS has `desk@example.org (Ada Reyes)`; an address alone is nobody's name.
fn person(author: &str) -> &str {
    match author.split_once('(') {
        Some((address, name)) if address.contains('@') => name.trim_end_matches(')').trim(),
        _ if author.contains('@') => "",
        _ => author,
    }
}

/// The day in `Tue, 10 Jun 2025 04:00:00 -0500` or `2025-06-10T04:00:00Z`, as it was there.
fn date(text: &str) -> Option<Date> {
    let mail = || {
        let parser = jiff::fmt::rfc2822::DateTimeParser::new().relaxed_weekday(true);
        parser.parse_zoned(text).ok().map(|moment| moment.date())
    };
    text.get(..10).and_then(|day| day.parse().ok()).or_else(mail)
}

fn is_page(text: &str) -> bool {
    let head = text.get(..text.floor_char_boundary(512)).unwrap_or(text).to_ascii_lowercase();
    head.starts_with("<!doctype html") || head.starts_with("<html")
}

fn declared_encoding(text: &str) -> Option<&str> {
    let (declaration, _) = text.strip_prefix("<?xml")?.split_once("?>")?;
    let (_, rest) = declaration.split_once("encoding")?;
    rest.split(['"', '\'']).nth(1)
}
