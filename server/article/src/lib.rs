//! Reads the bytes of a news file into an [`Article`].
//!
//! In: the text of a Markdown or plain-text file. Out: metadata, blocks of clean text, tags and
//! ignore comments, and a way back from every byte of clean text to the byte of the file.
//! Knows nothing of language, of other articles or of any editor. Parsing never fails: what
//! could not be read is a [`Problem`] beside the article, never a missing article.

mod about;
pub mod annotations;
mod block;
mod byline;
mod changed;
mod clean;
mod code_points;
mod comment;
mod cut;
mod data;
mod date;
mod dateline;
mod decode;
mod fields;
mod front_matter;
mod furniture;
mod html;
mod lines;
mod markdown;
mod metadata;
mod page;
mod pieces;
mod plain;
mod read;
mod span;
mod tag;

pub use block::{Block, BlockKind, SourceMap};
pub use changed::Changed;
pub use code_points::CodePoints;
pub use decode::{DecodeError, Decoded, decode};
pub use jiff::civil::Date;
pub use metadata::{DeclaredSource, Fact, Metadata, Origin, day};
pub use read::{Hint, read, read_again};
pub use span::Span;

use std::sync::Arc;

/// How the bytes of a file are to be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// `CommonMark` with YAML or TOML front matter.
    Markdown,
    /// Text as copied from a page or a wire, page furniture and all.
    Plain,
}

/// One article as found in one file.
#[derive(Debug, Clone)]
pub struct Article {
    /// The whole file as text. Every [`Span`] indexes into it.
    pub source: Arc<str>,
    /// How `source` was read.
    pub format: Format,
    /// Who published it, when, under which headline.
    pub metadata: Metadata,
    /// Headline, paragraphs and furniture in file order; their spans never overlap.
    pub blocks: Vec<Block>,
    /// Quotes that somebody tagged with their speaker, in file order.
    pub tags: Vec<QuoteTag>,
    /// Tags in the sidecar whose quote is no longer in the text.
    pub orphans: Vec<annotations::Orphan>,
    /// `presscheck-ignore` comments, in file order.
    pub ignores: Vec<Ignore>,
    /// What could not be read, for a person to see.
    pub problems: Vec<Problem>,
    /// The text of the sidecar that [`Article::annotate`] read.
    pub sidecar: Option<Arc<str>>,
    /// How the blocks were cut, for the next reading.
    cut: Arc<cut::Cut>,
}

impl Article {
    /// The words of the file at `span`; empty where `span` does not lie on the text.
    pub fn slice(&self, span: Span) -> &str {
        self.source.get(span.start..span.end).unwrap_or_default()
    }

    /// Takes the quote tags of a sidecar over into the article's; a tag in the copy wins over one
    /// beside it.
    pub fn annotate(&mut self, sidecar: impl Into<Arc<str>>) {
        let sidecar = sidecar.into();
        match annotations::Sidecar::open(Some(&sidecar), &self.source) {
            Ok(beside) => {
                let known = std::mem::take(&mut self.tags);
                let past = |tag: &QuoteTag| known.partition_point(|k| k.span.end <= tag.span.start);
                let free = |tag: &QuoteTag| {
                    known.get(past(tag)).is_none_or(|other| !other.span.overlaps(tag.span))
                };
                self.tags = beside.tags().into_iter().filter(free).collect();
                self.tags.extend(known);
                self.tags.sort_by_key(|tag| tag.span);
                self.orphans = beside.orphans();
            }
            Err(problem) => self.problems.push(problem),
        }
        self.sidecar = Some(sidecar);
    }

    /// What to put where so that the words at `quote`, marks included, are tagged in the copy as said
    /// by `speaker` for `body`; `None` where a tag around them would not be read back.
    pub fn tagged(
        &self,
        quote: Span,
        speaker: &str,
        body: Option<&str>,
    ) -> Option<[(Span, String); 2]> {
        tag::fits(self.slice(quote)).then(|| {
            let at = |offset| Span::new(offset, offset);
            [(at(quote.start), "[".into()), (at(quote.end), tag::closing(speaker, body))]
        })
    }
}

/// A quote tagged with its speaker: `["…"]{.quote speaker="…" source="…"}` in the copy, or an
/// annotation beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteTag {
    /// The whole tag, brackets and braces included.
    pub span: Span,
    /// What stands inside the square brackets, quotation marks included.
    pub quote: Span,
    /// Who said it.
    pub speaker: Option<String>,
    /// The body or outlet it was said for or through.
    pub source: Option<String>,
}

impl QuoteTag {
    /// One beside the copy, of the words at `quote`.
    pub fn beside(quote: Span, speaker: &str, source: Option<&str>) -> Self {
        let owned = |text: &str| text.to_owned();
        Self { span: quote, quote, speaker: Some(owned(speaker)), source: source.map(owned) }
    }

    /// Whether it stands in the copy, and not beside it.
    pub fn is_inline(&self) -> bool {
        self.span != self.quote
    }

    /// What to put in place of what in `source`, where it stands in the copy, so that it names
    /// `speaker` for `body`. What else it says is kept.
    pub fn retagged(&self, source: &str, speaker: &str, body: Option<&str>) -> (Span, String) {
        let closing = Span::new(self.quote.end, self.span.end);
        (closing, tag::reclosing(source, self, speaker, body))
    }

    /// What to cut out of the copy that it stands in, so that the words it is around are left as
    /// they were.
    pub fn cuts(&self) -> [Span; 2] {
        [Span::new(self.span.start, self.quote.start), Span::new(self.quote.end, self.span.end)]
    }
}

/// `<!-- presscheck-ignore RULE…: reason -->`, or `presscheck-ignore-file`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignore {
    /// The comment.
    pub span: Span,
    /// Rule ids it silences; empty means every rule.
    pub rules: Vec<String>,
    /// Where it applies: the whole file, or the block that this span covers (the block the comment
    /// stands in, or the next one where it stands alone).
    pub scope: Option<Span>,
    /// What the writer gave as reason.
    pub reason: Option<String>,
}

/// Something in the file that could not be read as meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where; the start of the file when the whole file is meant.
    pub span: Span,
    /// What was being read, what was expected, what to try.
    pub message: String,
}

impl Problem {
    /// One of the whole file.
    pub fn of_file(message: String) -> Self {
        Self { span: Span::default(), message }
    }
}
