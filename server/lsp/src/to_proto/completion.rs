//! What could be written next.

use super::range;
use crate::{
    completion::{Item, Kind},
    position::LineIndex,
};
use tower_lsp::ls_types as proto;

/// Items in their order, over the text of `lines`.
pub fn completion(items: Vec<Item>, lines: &LineIndex) -> proto::CompletionResponse {
    let item = |(rank, item): (usize, Item)| proto::CompletionItem {
        label: item.text.clone(),
        kind: Some(match item.kind {
            Kind::Person => proto::CompletionItemKind::CLASS,
            Kind::Source => proto::CompletionItemKind::MODULE,
            Kind::Phrase => proto::CompletionItemKind::TEXT,
            Kind::Rule => proto::CompletionItemKind::CONSTANT,
            Kind::Setting => proto::CompletionItemKind::PROPERTY,
        }),
        documentation: (item.kind == Kind::Rule).then(|| rule(&item.text)).flatten(),
        detail: (!item.detail.is_empty()).then_some(item.detail),
        sort_text: Some(format!("{rank:04}")),
        text_edit: Some(proto::CompletionTextEdit::Edit(proto::TextEdit {
            range: range(lines, item.span),
            new_text: item.text,
        })),
        ..proto::CompletionItem::default()
    };
    items.into_iter().enumerate().map(item).collect::<Vec<_>>().into()
}

/// The first words of a rule's page.
fn rule(id: &str) -> Option<proto::Documentation> {
    let docs = rules::registry::find(id.trim_matches('"'))?.docs();
    let value = docs.split("\n## Why").next().unwrap_or(&docs).trim().into();
    let kind = proto::MarkupKind::Markdown;
    Some(proto::Documentation::MarkupContent(proto::MarkupContent { kind, value }))
}
