//! Shows how a text is read, for tests as data.

use article::{Article, BlockKind, Format, Hint, read};

/// The blocks of `source`, a line each: its kind and its clean text.
pub fn shown(article: &Article) -> String {
    let lines = article.blocks.iter().map(|block| format!("{}: {}", kind(block.kind), block.text));
    lines.chain([String::new()]).collect::<Vec<_>>().join("\n")
}

fn kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Subhead => "subhead",
        BlockKind::Paragraph => "paragraph",
        BlockKind::BlockQuote => "quote",
        BlockKind::ListItem => "item",
        BlockKind::Caption => "caption",
        BlockKind::Boilerplate => "furniture",
    }
}

/// Reads a text without a name.
pub fn article(source: &str, format: Format) -> Article {
    let article = read(source, format, &Hint::default());
    holds(&article);
    article
}

/// What is true of every article: blocks in order and apart, each verbatim run of a block's text the
/// same in the source, and offsets that lead there and back.
#[track_caller]
pub fn holds(article: &Article) {
    let source = &*article.source;
    let mut end = 0;
    for block in &article.blocks {
        assert!(end <= block.span.start, "blocks overlap at {end} in {source:?}");
        assert!(source.get(block.span.start..block.span.end).is_some(), "{:?}", block.span);
        assert!(!block.text.is_empty() && block.map.text_len() == block.text.len());
        end = block.span.end;
        for (text, span) in block.map.verbatim() {
            assert_eq!(block.text.get(text.clone()), source.get(span.start..span.end));
            for (at, _) in block.text[text.clone()].char_indices() {
                let at = text.start + at;
                let start = block.span_of(at..at + 1).start;
                assert_eq!(block.text_offset(start), at, "{source:?}");
            }
            assert!(block.span.covers(span), "{span:?} outside {:?} in {source:?}", block.span);
        }
        for (at, c) in block.text.char_indices() {
            let span = block.span_of(at..at + c.len_utf8());
            assert!(source.get(span.start..span.end).is_some(), "{span:?} in {source:?}");
        }
    }
    for span in
        article.tags.iter().map(|tag| tag.quote).chain(article.ignores.iter().map(|i| i.span))
    {
        assert!(source.get(span.start..span.end).is_some());
    }
}
