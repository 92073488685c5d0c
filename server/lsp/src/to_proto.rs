//! From our types to the protocol's.

mod actions;
mod article_report;
mod beside;
mod capabilities;
mod completion;
mod diagnostics;
mod locations;
mod passages;
mod story_report;
mod tokens;

pub use actions::{action, action_kind, cannot_create, edit_once_created, workspace_edit};
pub use article_report::{ArticleReport, ArticleReportParams, FileChecked, article_report};
pub use beside::{hint, lens};
pub use capabilities::{capabilities, registrations, unwatch, watch};
pub use completion::completion;
pub use diagnostics::{diagnostics, report, settings_problems, surveyed};
pub use passages::{document_link, fold, found, highlight, locations, outline, selection};
pub use story_report::{StoryReport, StoryReportParams, in_browser, story_report};
pub use tokens::{legend, semantic_tokens, tokens_edit};

use crate::{
    hover::{Hover, Link},
    log::Weight,
    position::{LineIndex, Position},
    session::Session,
    state::{DocumentId, Finished},
};
use article::Span;
use corpus::Entry;
use std::{path::Path, str::FromStr};
use tower_lsp::ls_types::{self as proto, Uri};

/// The URI of an open file, as the editor writes it.
pub fn uri(id: &DocumentId) -> Option<Uri> {
    Uri::from_str(&id.0).ok()
}

/// The URI of a file.
pub fn file_uri(path: &Path) -> Option<Uri> {
    path.is_absolute().then(|| Uri::from_file_path(path)).flatten()
}

/// What a file would be called if it were open.
pub fn file_id(path: &Path) -> Option<DocumentId> {
    file_uri(path).map(|uri| DocumentId(uri.as_str().into()))
}

/// Weight of a log line.
pub fn message_type(weight: Weight) -> proto::MessageType {
    match weight {
        Weight::Error => proto::MessageType::ERROR,
        Weight::Warning => proto::MessageType::WARNING,
        Weight::Log => proto::MessageType::LOG,
    }
}

/// A position; a line or column beyond what the protocol can say becomes the last it can.
pub fn position(position: Position) -> proto::Position {
    let number = |number| u32::try_from(number).unwrap_or(u32::MAX);
    proto::Position { line: number(position.line), character: number(position.column) }
}

/// A range of the text that `lines` was built from.
pub fn range(lines: &LineIndex, span: Span) -> proto::Range {
    let (start, end) = lines.range(span);
    proto::Range { start: position(start), end: position(end) }
}

/// A hover over words of the text that `lines` was built from, moved to where they stand now.
pub fn hover(hover: Hover, range: Option<proto::Range>, session: &Session) -> proto::Hover {
    let kind =
        if session.markdown { proto::MarkupKind::Markdown } else { proto::MarkupKind::PlainText };
    let contents = proto::MarkupContent { kind, value: hover.text };
    proto::Hover { contents: proto::HoverContents::Markup(contents), range }
}

/// The way to a passage of another article.
pub fn link(finished: &Finished, entry: &Entry, span: Span) -> Link {
    let source = &entry.reading.article.source;
    let before = source.get(..span.start).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|&character| character != '\n').count() + 1;
    let url = file_uri(&finished.path_of(&entry.id));
    // `#L12,5` opens the place in VS Code; others take the line or go to the file.
    Link {
        url: url.map(|url| format!("{}#L{line},{column}", url.as_str())),
        place: format!("{}:{line}", entry.id),
    }
}
