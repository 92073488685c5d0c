//! From the protocol's types to ours.

use crate::{
    actions::Kind,
    document::Change,
    offers::Origin,
    position::{Encoding, Position},
    session::{Refresh, Session, Watches},
    state::{DocumentId, Home, Trace},
};
use newsroom::{CONFIG_FILE, IGNORE_FILE};
use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, OnceLock},
};
use tower_lsp::ls_types::{self as proto, Uri};

/// What an editor that introduces itself so can do.
pub fn session(params: &proto::InitializeParams) -> Session {
    let client = &params.capabilities;
    let text = client.text_document.as_ref();
    let workspace = client.workspace.as_ref();
    let edits = workspace.and_then(|it| it.workspace_edit.as_ref());
    let offered = client.general.as_ref().and_then(|it| it.position_encodings.as_deref());
    let can_create = edits.and_then(|it| it.resource_operations.as_deref());
    let refreshes = workspace.map(refreshes).unwrap_or_default();
    Session {
        encoding: encoding(offered.unwrap_or_default()),
        folders: folders(params),
        markdown: text
            .and_then(|it| it.hover.as_ref()?.content_format.as_ref())
            .is_none_or(|formats| formats.contains(&proto::MarkupKind::Markdown)),
        versioned_edits: edits.and_then(|it| it.document_changes).unwrap_or_default(),
        applies_edits: workspace.and_then(|it| it.apply_edit).unwrap_or_default(),
        previews: edits.is_some_and(|it| it.change_annotation_support.is_some()),
        creates_files: can_create
            .is_some_and(|kinds| kinds.contains(&proto::ResourceOperationKind::Create)),
        related: text
            .and_then(|it| it.publish_diagnostics.as_ref()?.related_information)
            .unwrap_or_default(),
        code_links: text
            .and_then(|it| it.publish_diagnostics.as_ref()?.code_description_support)
            .unwrap_or_default(),
        reports: params
            .initialization_options
            .as_ref()
            .is_some_and(|options| options["reports"] == true),
        nested_symbols: text
            .and_then(|it| it.document_symbol.as_ref()?.hierarchical_document_symbol_support)
            .unwrap_or_default(),
        // One that cannot be told to ask again would miss what other files change.
        pulls: text.is_some_and(|it| it.diagnostic.is_some())
            && refreshes.contains(&Refresh::Findings),
        related_documents: text
            .and_then(|it| it.diagnostic.as_ref()?.related_document_support)
            .unwrap_or_default(),
        resolves_edits: text
            .and_then(|it| it.code_action.as_ref()?.resolve_support.as_ref())
            .is_some_and(|it| it.properties.iter().any(|property| property == "edit")),
        tells_settings: workspace
            .and_then(|it| it.did_change_configuration.as_ref()?.dynamic_registration)
            .unwrap_or_default(),
        has_settings: workspace.and_then(|it| it.configuration).unwrap_or_default(),
        shows_documents: client
            .window
            .as_ref()
            .and_then(|it| Some(it.show_document.as_ref()?.support))
            .unwrap_or_default(),
        refreshes,
        rule_pages: OnceLock::new(),
        progress: client.window.as_ref().and_then(|it| it.work_done_progress).unwrap_or_default(),
        watches: workspace
            .and_then(|it| it.did_change_watched_files)
            .map(watches)
            .unwrap_or_default(),
    }
}

fn watches(client: proto::DidChangeWatchedFilesClientCapabilities) -> Watches {
    match (client.dynamic_registration, client.relative_pattern_support) {
        (Some(true), Some(true)) => Watches::Anywhere,
        (Some(true), _) => Watches::ItsFolders,
        _ => Watches::Nothing,
    }
}

fn refreshes(workspace: &proto::WorkspaceClientCapabilities) -> Vec<Refresh> {
    let findings = workspace.diagnostics.as_ref().and_then(|it| it.refresh_support);
    let hints = workspace.inlay_hint.as_ref().and_then(|it| it.refresh_support);
    let lenses = workspace.code_lens.as_ref().and_then(|it| it.refresh_support);
    let tokens = workspace.semantic_tokens.as_ref().and_then(|it| it.refresh_support);
    let all = [
        (findings, Refresh::Findings),
        (hints, Refresh::Hints),
        (lenses, Refresh::Lenses),
        (tokens, Refresh::Tokens),
    ];
    all.into_iter().filter(|(can, _)| *can == Some(true)).map(|(_, what)| what).collect()
}

/// Bytes where the editor can count in them; else UTF-16, which every editor must understand.
fn encoding(offered: &[proto::PositionEncodingKind]) -> Encoding {
    let has = |kind| offered.contains(&kind);
    if has(proto::PositionEncodingKind::UTF8) {
        Encoding::Utf8
    } else if has(proto::PositionEncodingKind::UTF32) && !has(proto::PositionEncodingKind::UTF16) {
        Encoding::Utf32
    } else {
        Encoding::Utf16
    }
}

fn folders(params: &proto::InitializeParams) -> Vec<PathBuf> {
    if let Some(folders) = &params.workspace_folders {
        return folders.iter().filter_map(|folder| path(&folder.uri)).collect();
    }
    // Editors from before there were several.
    #[allow(deprecated)]
    let root = params.root_uri.as_ref().and_then(path);
    root.into_iter().collect()
}

/// Folders that came and went.
pub fn changed_folders(event: &proto::WorkspaceFoldersChangeEvent) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let paths = |folders: &[proto::WorkspaceFolder]| {
        folders.iter().filter_map(|folder| path(&folder.uri)).collect()
    };
    (paths(&event.removed), paths(&event.added))
}

/// The file that `uri` names, if it names one.
pub fn path(uri: &Uri) -> Option<PathBuf> {
    if !uri.scheme().as_str().eq_ignore_ascii_case("file") {
        return None;
    }
    uri.to_file_path().map(std::borrow::Cow::into_owned)
}

/// The open file that `uri` names.
pub fn id(uri: &Uri) -> DocumentId {
    DocumentId(uri.as_str().into())
}

/// Where a file with this URI, in the editor's language for it, is kept.
pub fn home(uri: &Uri, language: &str) -> Home {
    if let Some(path) = path(uri) {
        let name = path.file_name().unwrap_or_default();
        if name == CONFIG_FILE || name == IGNORE_FILE {
            return Home::Settings(path.into());
        }
        return Home::File(path.into());
    }
    let name = if language == "markdown" { "untitled.md" } else { "untitled.txt" };
    Home::Untitled(Arc::from(std::path::Path::new(name)))
}

/// A position; whether it exists is for the document to say.
pub fn position(position: proto::Position) -> Position {
    Position { line: position.line as usize, column: position.character as usize }
}

/// A file and a position in it.
pub fn place(at: proto::TextDocumentPositionParams) -> (Uri, Position) {
    (at.text_document.uri, position(at.position))
}

/// Kinds of changes that `only` asks for; without it, all are welcome.
pub fn wanted(only: Option<&[proto::CodeActionKind]>) -> Vec<Kind> {
    let mut kinds = Vec::from(Kind::ALL);
    kinds.retain(|&kind| {
        let name = crate::to_proto::action_kind(kind);
        // A kind asks for everything below it: `source` for `source.fixAll.presscheck`.
        let below = |asked: &proto::CodeActionKind| {
            let rest = name.as_str().strip_prefix(asked.as_str());
            rest.is_some_and(|rest| {
                rest.is_empty() || rest.starts_with('.') || asked.as_str().is_empty()
            })
        };
        only.is_none_or(|only| only.iter().any(below))
    });
    kinds
}

/// Both ends of a range.
pub fn range(range: proto::Range) -> (Position, Position) {
    (position(range.start), position(range.end))
}

/// Steps of a change.
pub fn changes(changes: Vec<proto::TextDocumentContentChangeEvent>) -> Vec<Change> {
    let change = |change: proto::TextDocumentContentChangeEvent| Change {
        range: change.range.map(|range| position(range.start)..position(range.end)),
        text: change.text,
    };
    changes.into_iter().map(change).collect()
}

/// How much the editor wants to hear.
pub fn trace(value: proto::TraceValue) -> Trace {
    match value {
        proto::TraceValue::Off => Trace::Off,
        proto::TraceValue::Messages => Trace::Messages,
        proto::TraceValue::Verbose => Trace::Verbose,
    }
}

/// The findings that an editor has, by file.
pub fn known_findings(ids: Vec<proto::PreviousResultId>) -> HashMap<DocumentId, String> {
    ids.into_iter().map(|known| (id(&known.uri), known.value)).collect()
}

/// What was on offer, and its title, that a command is to make.
pub fn offered(arguments: Vec<serde_json::Value>) -> Option<(Origin, String)> {
    serde_json::from_value(arguments.into()).ok()
}

/// The place that a command is to show.
pub fn shown_place(mut arguments: Vec<serde_json::Value>) -> Option<proto::ShowDocumentParams> {
    let location: proto::Location = serde_json::from_value(arguments.pop()?).ok()?;
    Some(proto::ShowDocumentParams {
        uri: location.uri,
        external: None,
        take_focus: Some(true),
        selection: Some(location.range),
    })
}

/// The file whose report is to be written, and whether to open that.
pub fn asked_report(arguments: Vec<serde_json::Value>) -> Option<(Uri, bool)> {
    let mut arguments = arguments.into_iter();
    let uri = serde_json::from_value(arguments.next()?).ok()?;
    Some((uri, arguments.next().is_some_and(|open| open == true)))
}
