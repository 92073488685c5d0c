//! The door of the room: text in, [`Article`] out.

use crate::{Article, Block, BlockKind, Date, Fact, Format, Metadata, Origin, SourceMap, Span};
use std::sync::Arc;

/// What the caller knows about a file beyond its text.
#[derive(Debug, Clone, Default)]
pub struct Hint {
    /// File name with its last folder, for outlet and date in names: `wire/2025-07-02-caliber.txt`.
    pub name: String,
    /// Outlet, where the caller's word is final.
    pub outlet: Option<String>,
    /// Publication date, where the caller's word is final.
    pub published: Option<Date>,
}

/// Reads `source` as `format`. Never fails: see [`Article::problems`].
pub fn read(source: impl Into<Arc<str>>, format: Format, hint: &Hint) -> Article {
    let source: Arc<str> = source.into();
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        let text = line.trim();
        if !text.is_empty() {
            let start = at + line.find(text).unwrap_or(0);
            blocks.push(Block {
                kind: BlockKind::Paragraph,
                span: Span::new(start, start + text.len()),
                text: text.into(),
                map: SourceMap::contiguous(start, text.len()),
            });
        }
        at += line.len();
    }
    let told = |value: &Option<String>| {
        value.clone().map(|value| Fact { value, span: None, origin: Origin::Caller })
    };
    Article {
        metadata: Metadata {
            outlet: told(&hint.outlet),
            published: hint.published.map(|value| Fact {
                value,
                span: None,
                origin: Origin::Caller,
            }),
            ..Metadata::default()
        },
        source,
        format,
        blocks,
        tags: Vec::new(),
        ignores: Vec::new(),
        problems: Vec::new(),
    }
}
