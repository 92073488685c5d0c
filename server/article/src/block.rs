//! Blocks: stretches of clean text with a way back to the source.

use crate::{Changed, Span};
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

    /// Whether `text` is its text. Texts that an edit left alone are one and the same.
    pub fn has_text(&self, text: &Arc<str>) -> bool {
        Arc::ptr_eq(&self.text, text) || self.text == *text
    }

    /// The same, where the text behind a change now stands.
    #[must_use]
    pub(crate) fn moved(&self, changed: &Changed) -> Self {
        let span = Span::new(changed.moved(self.span.start), changed.moved(self.span.end));
        let text = Arc::clone(&self.text);
        Self { kind: self.kind, span, text, map: self.map.moved(changed) }
    }

    /// Both sides of an offset of the text that is the start of a character.
    #[must_use]
    pub fn split_at(&self, offset: usize) -> (Self, Self) {
        let (left, right) = self.text.split_at_checked(offset).unwrap_or((&self.text, ""));
        let (before, after) = self.map.split_at(left.len());
        let (left_end, right_start) = (self.map.closing(left.len()), self.map.opening(left.len()));
        let block = |text: &str, map, span| Self { kind: self.kind, span, text: text.into(), map };
        (
            block(left, before, Span::new(self.span.start, left_end)),
            block(right, after, Span::new(right_start.max(left_end), self.span.end)),
        )
    }

    /// Whether its words are the outlet's statements, and so may be checked.
    pub fn is_copy(&self) -> bool {
        self.kind != BlockKind::Boilerplate
    }
}

/// From clean text to source: runs of text, each either verbatim in the source or standing for
/// other words there (an entity, a line break).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceMap {
    /// In order of text and of source.
    runs: Vec<Run>,
    /// Length of the text.
    len: usize,
}

/// A run of text and the source it comes from. Verbatim where both are of one length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    /// Its offset in the text.
    text: usize,
    /// Its offset in the source.
    source: usize,
    /// Its bytes in the source.
    width: usize,
    /// Whether text and source advance byte for byte.
    verbatim: bool,
}

impl SourceMap {
    /// A text that stands in the source unchanged from `start` on.
    pub fn contiguous(start: usize, len: usize) -> Self {
        let mut map = Self::default();
        map.push(start, len);
        map
    }

    /// The next `len` bytes of text stand in the source from `source` on.
    pub fn push(&mut self, source: usize, len: usize) {
        if len == 0 {
            return;
        }
        match self.runs.last_mut() {
            Some(run) if run.verbatim && run.source + run.width == source => run.width += len,
            _ => self.runs.push(Run { text: self.len, source, width: len, verbatim: true }),
        }
        self.len += len;
    }

    /// The next `len` bytes of text stand for the words of the source at `span`.
    pub fn push_instead(&mut self, span: Span, len: usize) {
        if len == 0 {
            return;
        }
        let Span { start: source, .. } = span;
        self.runs.push(Run { text: self.len, source, width: span.len(), verbatim: false });
        self.len += len;
    }

    fn moved(&self, changed: &Changed) -> Self {
        let moved = |run: &Run| Run { source: changed.moved(run.source), ..*run };
        Self { runs: self.runs.iter().map(moved).collect(), len: self.len }
    }

    /// Length of the text it maps.
    pub fn text_len(&self) -> usize {
        self.len
    }

    /// Where the source of the text ends.
    pub fn source_end(&self) -> usize {
        self.runs.last().map_or(0, |run| run.source + run.width)
    }

    /// Source span of a text range. A range over several runs covers the markup between them, and
    /// one that touches an entity covers it whole.
    pub fn span_of(&self, range: Range<usize>) -> Span {
        let start = self.opening(range.start.min(self.len));
        if range.end <= range.start {
            return Span::new(start, start);
        }
        Span::new(start, self.closing(range.end.min(self.len)))
    }

    /// Text offset of a source offset; one inside markup falls to the end of the run before it.
    pub fn text_offset(&self, source: usize) -> usize {
        let past = self.runs.partition_point(|run| run.source <= source);
        let Some(run) = past.checked_sub(1).and_then(|i| self.runs.get(i)) else { return 0 };
        let end = self.runs.get(past).map_or(self.len, |next| next.text);
        let ahead = source - run.source;
        match run.verbatim {
            true => (run.text + ahead).min(end),
            false if ahead < run.width => run.text,
            false => end,
        }
    }

    /// Both sides of a text offset that is the start of a character.
    #[must_use]
    pub fn split_at(&self, text: usize) -> (Self, Self) {
        let (mut before, mut after) = (Self::default(), Self::default());
        for (i, run) in self.runs.iter().enumerate() {
            let end = self.runs.get(i + 1).map_or(self.len, |next| next.text);
            let span = Span::new(run.source, run.source + run.width);
            let cut = text.clamp(run.text, end) - run.text;
            let rest = end - run.text - cut;
            if run.verbatim {
                before.push(run.source, cut);
                after.push(run.source + cut, rest);
            } else {
                before.push_instead(span, cut);
                after.push_instead(span, rest);
            }
        }
        (before, after)
    }

    /// The runs that stand in the source as they are, as `(text, source)` ranges.
    pub fn verbatim(&self) -> impl Iterator<Item = (Range<usize>, Span)> {
        self.runs.iter().filter(|run| run.verbatim).map(|run| {
            (run.text..run.text + run.width, Span::new(run.source, run.source + run.width))
        })
    }

    /// Source offset at which the character at `text` opens.
    fn opening(&self, text: usize) -> usize {
        let past = self.runs.partition_point(|run| run.text <= text);
        let Some(run) = past.checked_sub(1).and_then(|i| self.runs.get(i)) else { return 0 };
        match run.verbatim {
            true => run.source + (text - run.text),
            false if text >= self.len => run.source + run.width,
            false => run.source,
        }
    }

    /// Source offset at which the character before `text` closes.
    fn closing(&self, text: usize) -> usize {
        let past = self.runs.partition_point(|run| run.text < text);
        let Some(run) = past.checked_sub(1).and_then(|i| self.runs.get(i)) else { return 0 };
        run.source + if run.verbatim { text - run.text } else { run.width }
    }
}
