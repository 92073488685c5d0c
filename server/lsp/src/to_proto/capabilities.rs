//! What the server says it can do.

use super::{action_kind, file_uri, legend};
use crate::{
    actions::Kind,
    commands,
    position::Encoding,
    session::{Session, Watches},
};
use serde_json::json;
use std::path::Path;
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
                code_action_kinds: Some(Kind::ALL.map(action_kind).into()),
                resolve_provider: Some(session.resolves_edits),
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
        diagnostic_provider: session.pulls.then(|| {
            proto::DiagnosticServerCapabilities::Options(proto::DiagnosticOptions {
                identifier: Some("presscheck".into()),
                inter_file_dependencies: true,
                workspace_diagnostics: true,
                ..proto::DiagnosticOptions::default()
            })
        }),
        rename_provider: Some(proto::OneOf::Right(proto::RenameOptions {
            prepare_provider: Some(true),
            work_done_progress_options: proto::WorkDoneProgressOptions::default(),
        })),
        inlay_hint_provider: Some(proto::OneOf::Left(true)),
        code_lens_provider: Some(proto::CodeLensOptions { resolve_provider: None }),
        semantic_tokens_provider: Some(
            proto::SemanticTokensOptions {
                legend: legend(),
                range: Some(true),
                full: Some(proto::SemanticTokensFullOptions::Delta { delta: Some(true) }),
                ..proto::SemanticTokensOptions::default()
            }
            .into(),
        ),
        execute_command_provider: Some(proto::ExecuteCommandOptions {
            commands: commands::ALL.map(Into::into).into(),
            ..proto::ExecuteCommandOptions::default()
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

/// What the editor is to tell of its own accord, as far as it can be asked to.
pub fn registrations(session: &Session) -> Vec<proto::Registration> {
    let files = (session.watches != Watches::Nothing)
        .then(|| watching("presscheck/files", |glob| proto::GlobPattern::String(glob.into())));
    let settings = session.tells_settings.then(|| proto::Registration {
        id: "presscheck/settings".into(),
        method: "workspace/didChangeConfiguration".into(),
        register_options: Some(json!({ "section": "presscheck" })),
    });
    files.into_iter().chain(settings).collect()
}

/// The same of a folder or file outside the editor's folders.
pub fn watch(path: &Path) -> Option<proto::Registration> {
    let file = path.is_file();
    let base = file_uri(if file { path.parent()? } else { path })?;
    Some(watching(&watch_id(path), |glob| {
        proto::GlobPattern::Relative(proto::RelativePattern {
            base_uri: proto::OneOf::Right(base.clone()),
            // What lies deeper than a single file is nothing to us.
            pattern: if file { glob.trim_start_matches("**/") } else { glob }.into(),
        })
    }))
}

/// No more of that.
pub fn unwatch(path: &Path) -> proto::Unregistration {
    proto::Unregistration { id: watch_id(path), method: WATCHED_FILES.into() }
}

fn watch_id(path: &Path) -> String {
    format!("presscheck/files of {}", path.display())
}

const WATCHED_FILES: &str = "workspace/didChangeWatchedFiles";

/// The files whose changes on disk matter.
const WATCHED: [&str; 4] = [
    "**/*.{md,markdown,txt,text}",
    "**/presscheck.toml",
    "**/presscheck.ignore.toml",
    "**/*.annotations.jsonld",
];

fn watching(id: &str, pattern: impl Fn(&str) -> proto::GlobPattern) -> proto::Registration {
    let watch = |glob| proto::FileSystemWatcher { glob_pattern: pattern(glob), kind: None };
    let options =
        proto::DidChangeWatchedFilesRegistrationOptions { watchers: WATCHED.map(watch).into() };
    proto::Registration {
        id: id.into(),
        method: WATCHED_FILES.into(),
        register_options: serde_json::to_value(options).ok(),
    }
}
