//! Blocks: stretches of clean text with a way back to the source.

use crate::Span;
use std::{ops::Range, sync::Arc};

/// What a block is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The article's headline.
    Headline,
    /// A heading inside the article.
    Subhead,
    /// Running copy.
    Paragraph,
    /// Copy set off as a quotation.
    BlockQuote,
    /// One point of a list.
    ListItem,
    /// A caption or a "Watch:" line.
    Caption,
    /// Page furniture, bylines, datelines on their own, notices: never checked.
    Boilerplate,
}

/// One block of the article.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is on the page.
    pub kind: BlockKind,
    /// Where it stands in the source, markup included.
    pub span: Span,
    /// Its text without markup, entities resolved, soft line breaks as one space.
    pub text: Arc<str>,
    /// From bytes of `text` to bytes of the source.
    pub map: SourceMap,
}

impl Block {
    /// Where `range` of this block's text stands in the source.
    pub fn span_of(&self, range: impl Into<Range<usize>>) -> Span {
        self.map.span_of(range.into())
    }

    /// The offset in this block's text that stands at `source`, or the nearest one before it.
    pub fn text_offset(&self, source: usize) -> usize {
        self.map.text_offset(source)
    }

    /// Whether its words are the outlet's statements, and so may be checked.
    pub fn is_copy(&self) -> bool {
        self.kind != BlockKind::Boilerplate
    }
}

/// From clean text to source: runs in which both advance byte for byte, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceMap {
    /// `(offset in the text, offset in the source)` at the start of each run.
    runs: Vec<(usize, usize)>,
    /// Length of the text.
    len: usize,
}

impl SourceMap {
    /// A text that stands in the source unchanged from `start` on.
    pub fn contiguous(start: usize, len: usize) -> Self {
        Self { runs: vec![(0, start)], len }
    }

    /// The next `len` bytes of text stand in the source from `source` on.
    pub fn push(&mut self, source: usize, len: usize) {
        if len > 0 {
            self.runs.push((self.len, source));
            self.len += len;
        }
    }

    /// Source span of a text range. A range over several runs covers the markup between them.
    pub fn span_of(&self, range: Range<usize>) -> Span {
        let start = self.offset(range.start.min(self.len), false);
        let end = self.offset(range.end.min(self.len), true);
        Span::new(start, end)
    }

    /// Text offset of a source offset; one inside markup falls to the end of the run before it.
    pub fn text_offset(&self, source: usize) -> usize {
        let past = self.runs.partition_point(|&(_, at)| at <= source);
        let Some(run) = past.checked_sub(1) else { return 0 };
        let (text, at) = self.runs[run];
        let end = self.runs.get(past).map_or(self.len, |&(next, _)| next);
        (text + (source - at)).min(end)
    }

    /// Source offset of a text offset; `closing` offsets stay with the run they end.
    fn offset(&self, text: usize, closing: bool) -> usize {
        let past =
            self.runs.partition_point(|&(at, _)| if closing { at < text } else { at <= text });
        let (at, source) = self.runs.get(past.saturating_sub(1)).copied().unwrap_or_default();
        source + (text - at)
    }
}
