//! Builds the clean text of a block together with its way back to the source.

use crate::{Block, BlockKind, SourceMap, Span};

/// Clean text under construction.
#[derive(Debug, Default)]
pub(crate) struct Clean {
    text: String,
    map: SourceMap,
}

impl Clean {
    /// Adds the words of `source` at `span` as they are.
    pub fn verbatim(&mut self, source: &str, span: Span) {
        let words = source.get(span.start..span.end).unwrap_or_default();
        // Where markup fell out between two spaces, one is enough.
        let doubled = words.starts_with(' ') && self.text.ends_with(' ');
        let skip = usize::from(doubled && self.map.source_end() != span.start);
        self.text.push_str(&words[skip..]);
        self.map.push(span.start + skip, words.len() - skip);
    }

    /// Adds the words of `source` at `span` except those at `cuts`, which are sorted.
    pub fn verbatim_without(&mut self, source: &str, span: Span, cuts: &[Span]) {
        let mut at = span.start;
        let first = cuts.partition_point(|cut| cut.end <= span.start);
        for cut in cuts[first..].iter().take_while(|cut| cut.start < span.end) {
            self.verbatim(source, Span::new(at, cut.start));
            at = at.max(cut.end);
        }
        self.verbatim(source, Span::new(at, span.end));
    }

    /// Adds `text`, which stands for what the source has at `span`.
    pub fn instead(&mut self, span: Span, text: &str) {
        self.text.push_str(text);
        self.map.push_instead(span, text.len());
    }

    /// Adds a space for the line break before `next`, unless there is one.
    pub fn space(&mut self, next: usize) {
        if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.instead(Span::new(self.map.source_end().min(next), next), " ");
        }
    }

    /// Whether it holds no words.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The block, without white space around its text; `None` when nothing is left.
    pub fn finish(self, kind: BlockKind, span: Span) -> Option<Block> {
        let trimmed = self.text.trim_end();
        let (map, _) = self.map.split_at(trimmed.len());
        let words = trimmed.trim_start();
        let (_, map) = map.split_at(trimmed.len() - words.len());
        (!words.is_empty()).then(|| Block { kind, span, text: words.into(), map })
    }
}
