//! What the server says it can do.

use super::action_kind;
use crate::{actions::Kind, position::Encoding, session::Session};
use tower_lsp::ls_types as proto;

/// What the server can do.
pub fn capabilities(session: &Session) -> proto::ServerCapabilities {
    proto::ServerCapabilities {
        position_encoding: Some(match session.encoding {
            Encoding::Utf8 => proto::PositionEncodingKind::UTF8,
            Encoding::Utf16 => proto::PositionEncodingKind::UTF16,
            Encoding::Utf32 => proto::PositionEncodingKind::UTF32,
        }),
        text_document_sync: Some(
            proto::TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(proto::TextDocumentSyncKind::INCREMENTAL),
                ..proto::TextDocumentSyncOptions::default()
            }
            .into(),
        ),
        hover_provider: Some(true.into()),
        code_action_provider: Some(
            proto::CodeActionOptions {
                code_action_kinds: Some([Kind::QuickFix, Kind::FixAll].map(action_kind).into()),
                ..proto::CodeActionOptions::default()
            }
            .into(),
        ),
        completion_provider: Some(proto::CompletionOptions {
            // The speaker of a tag. After anything else, a pop-up nobody asked for would take the
            // next line break.
            trigger_characters: Some(vec!["\"".into()]),
            ..proto::CompletionOptions::default()
        }),
        document_symbol_provider: Some(proto::OneOf::Left(true)),
        workspace_symbol_provider: Some(proto::OneOf::Left(true)),
        definition_provider: Some(proto::OneOf::Left(true)),
        references_provider: Some(proto::OneOf::Left(true)),
        document_highlight_provider: Some(proto::OneOf::Left(true)),
        selection_range_provider: Some(true.into()),
        folding_range_provider: Some(true.into()),
        document_link_provider: Some(proto::DocumentLinkOptions {
            resolve_provider: None,
            work_done_progress_options: proto::WorkDoneProgressOptions::default(),
        }),
        workspace: Some(proto::WorkspaceServerCapabilities {
            workspace_folders: Some(proto::WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(proto::OneOf::Left(true)),
            }),
            ..proto::WorkspaceServerCapabilities::default()
        }),
        ..proto::ServerCapabilities::default()
    }
}

/// The files whose changes on disk matter.
pub fn watchers() -> Vec<proto::Registration> {
    let watch = |glob: &str| proto::FileSystemWatcher {
        glob_pattern: proto::GlobPattern::String(glob.into()),
        kind: None,
    };
    let options = proto::DidChangeWatchedFilesRegistrationOptions {
        watchers: [
            "**/*.{md,markdown,txt,text}",
            "**/presscheck.toml",
            "**/presscheck.ignore.toml",
            "**/*.annotations.jsonld",
        ]
        .map(watch)
        .into(),
    };
    vec![proto::Registration {
        id: "presscheck/files".into(),
        method: "workspace/didChangeWatchedFiles".into(),
        register_options: serde_json::to_value(options).ok(),
    }]
}
