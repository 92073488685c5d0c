//! From our types to the protocol's.

use crate::{
    actions::{Action, Kind},
    files::Files,
    hover::{Hover, Link},
    outbox::Weight,
    position::{Encoding, LineIndex, Position},
    rule_pages,
    session::Session,
    state::{DocumentId, Finished},
};
use article::Span;
use corpus::{ArticleId, Entry};
use rules::{Diagnostic, Edit, Related, Severity, Target};
use serde_json::json;
use std::{collections::HashMap, path::Path, str::FromStr};
use tower_lsp::ls_types::{self as proto, Uri};

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

/// The URI of an open file, as the editor writes it.
pub fn uri(id: &DocumentId) -> Option<Uri> {
    Uri::from_str(&id.0).ok()
}

/// The URI of a file.
pub fn file_uri(path: &Path) -> Option<Uri> {
    path.is_absolute().then(|| Uri::from_file_path(path)).flatten()
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

/// Name of a kind of change.
pub fn action_kind(kind: Kind) -> proto::CodeActionKind {
    match kind {
        Kind::QuickFix => proto::CodeActionKind::QUICKFIX,
        Kind::FixAll => proto::CodeActionKind::new("source.fixAll.presscheck"),
    }
}

/// A change on offer; `None` where the editor could not carry it out.
pub fn action(
    action: &Action<'_>,
    finished: &Finished,
    files: &Files,
    session: &Session,
) -> Option<proto::CodeActionOrCommand> {
    let mut operations = Vec::new();
    for target in [Target::Article, Target::Sidecar, Target::IgnoreFile, Target::Config] {
        let edits: Vec<_> = action.edits.iter().filter(|edit| edit.target == target).collect();
        if !edits.is_empty() {
            operations.push(operation(target, &edits, finished, files, session)?);
        }
    }
    let mut others = Others::new(finished, session);
    let finding = action.finding.map(|finding| diagnostic(finding, finished, &mut others));
    Some(proto::CodeActionOrCommand::CodeAction(proto::CodeAction {
        title: action.title.clone(),
        kind: Some(action_kind(action.kind)),
        diagnostics: finding.map(|finding| vec![finding]),
        edit: Some(workspace_edit(operations, session)?),
        is_preferred: action.preferred.then_some(true),
        ..proto::CodeAction::default()
    }))
}

/// Changes of one file.
struct Operation {
    uri: Uri,
    /// The editor's number for the text that they are made for, where the file is open.
    version: Option<i32>,
    /// Whether the file is there already.
    exists: bool,
    edits: Vec<proto::TextEdit>,
}

fn operation(
    target: Target,
    edits: &[&Edit],
    finished: &Finished,
    files: &Files,
    session: &Session,
) -> Option<Operation> {
    let of = |lines: &LineIndex| {
        let edit = |edit: &&Edit| proto::TextEdit {
            range: range(lines, edit.span),
            new_text: edit.text.clone(),
        };
        edits.iter().map(edit).collect()
    };
    if target == Target::Article {
        return Some(Operation {
            uri: uri(&finished.id)?,
            version: Some(finished.version),
            exists: true,
            edits: of(&finished.lines),
        });
    }
    let file = files.get(target)?;
    let (uri, version) = match &file.open {
        Some((id, version)) => (uri(id)?, Some(*version)),
        None => (file_uri(&file.path)?, None),
    };
    let text = file.text.as_deref().unwrap_or_default();
    let edits = of(&LineIndex::new(text.into(), session.encoding));
    Some(Operation { uri, version, exists: file.text.is_some(), edits })
}

fn workspace_edit(operations: Vec<Operation>, session: &Session) -> Option<proto::WorkspaceEdit> {
    let creates = operations.iter().any(|operation| !operation.exists);
    if creates && !(session.creates_files && session.versioned_edits) {
        return None;
    }
    let edit = proto::WorkspaceEdit::default();
    if !session.versioned_edits {
        let changes = operations.into_iter().map(|it| (it.uri, it.edits)).collect();
        return Some(proto::WorkspaceEdit { changes: Some(changes), ..edit });
    }
    let steps = operations.into_iter().flat_map(steps).collect();
    let steps = proto::DocumentChanges::Operations(steps);
    Some(proto::WorkspaceEdit { document_changes: Some(steps), ..edit })
}

fn steps(operation: Operation) -> impl Iterator<Item = proto::DocumentChangeOperation> {
    let Operation { uri, version, exists, edits } = operation;
    let create = (!exists).then(|| {
        let options = proto::CreateFileOptions { overwrite: None, ignore_if_exists: Some(true) };
        proto::DocumentChangeOperation::Op(proto::ResourceOp::Create(proto::CreateFile {
            uri: uri.clone(),
            options: Some(options),
            annotation_id: None,
        }))
    });
    let edit = proto::DocumentChangeOperation::Edit(proto::TextDocumentEdit {
        text_document: proto::OptionalVersionedTextDocumentIdentifier { uri, version },
        edits: edits.into_iter().map(proto::OneOf::Left).collect(),
    });
    create.into_iter().chain([edit])
}

/// The findings of a checked text.
pub fn diagnostics(finished: &Finished, session: &Session) -> Vec<proto::Diagnostic> {
    let mut others = Others::new(finished, session);
    let findings = finished.checked.findings.iter();
    let findings = findings.map(|finding| diagnostic(finding, finished, &mut others));
    let problems = finished.checked.reading.article.problems.iter();
    problems.map(|problem| unread(problem, finished)).chain(findings).collect()
}

/// What of the file could not be read as meant.
fn unread(problem: &article::Problem, finished: &Finished) -> proto::Diagnostic {
    proto::Diagnostic {
        range: range(&finished.lines, problem.span),
        severity: Some(proto::DiagnosticSeverity::INFORMATION),
        code: Some(proto::NumberOrString::String("READ".into())),
        source: Some("presscheck".into()),
        message: problem.message.clone(),
        ..proto::Diagnostic::default()
    }
}

fn diagnostic(
    finding: &Diagnostic,
    finished: &Finished,
    others: &mut Others<'_>,
) -> proto::Diagnostic {
    let related: Vec<_> = if others.session.related {
        finding.related.iter().filter_map(|related| others.information(related)).collect()
    } else {
        Vec::new()
    };
    proto::Diagnostic {
        range: range(&finished.lines, finding.span),
        severity: Some(match finding.severity {
            Severity::Hint => proto::DiagnosticSeverity::HINT,
            Severity::Information => proto::DiagnosticSeverity::INFORMATION,
            Severity::Warning => proto::DiagnosticSeverity::WARNING,
            Severity::Error => proto::DiagnosticSeverity::ERROR,
        }),
        code: Some(proto::NumberOrString::String(finding.rule.into())),
        code_description: rule_page(finding.rule, others.session),
        source: Some("presscheck".into()),
        message: finding.message.clone(),
        related_information: (!related.is_empty()).then_some(related),
        tags: None,
        data: Some(json!({ "rule": finding.rule, "span": [finding.span.start, finding.span.end] })),
    }
}

fn rule_page(rule: &str, session: &Session) -> Option<proto::CodeDescription> {
    let folder = session.rule_pages.get().filter(|_| session.code_links)?;
    file_uri(&rule_pages::path(folder, rule)).map(|href| proto::CodeDescription { href })
}

/// Positions in the other outlets' articles; each is indexed once for all findings.
struct Others<'a> {
    finished: &'a Finished,
    session: &'a Session,
    /// URI and lines of an article; `None` where it is no file.
    known: HashMap<ArticleId, Option<(Uri, LineIndex)>>,
}

impl<'a> Others<'a> {
    fn new(finished: &'a Finished, session: &'a Session) -> Self {
        Self { finished, session, known: HashMap::new() }
    }

    fn information(&mut self, related: &Related) -> Option<proto::DiagnosticRelatedInformation> {
        let location = match &related.article {
            None => proto::Location {
                uri: uri(&self.finished.id)?,
                range: range(&self.finished.lines, related.span),
            },
            Some(article) => {
                if !self.known.contains_key(article) {
                    let found = self.find(article);
                    self.known.insert(article.clone(), found);
                }
                let (uri, lines) = self.known.get(article)?.as_ref()?;
                proto::Location { uri: uri.clone(), range: range(lines, related.span) }
            }
        };
        Some(proto::DiagnosticRelatedInformation { location, message: passage(related) })
    }

    fn find(&self, article: &ArticleId) -> Option<(Uri, LineIndex)> {
        let tellers = &self.finished.checked.coverage.tellers;
        let teller = tellers.iter().find(|teller| teller.entry.id == *article)?;
        let source = &teller.entry.reading.article.source;
        let uri = file_uri(&self.finished.path_of(article))?;
        Some((uri, LineIndex::new(source.clone(), self.session.encoding)))
    }
}

/// "Reuters, 2025-07-02: the words".
fn passage(related: &Related) -> String {
    let who = related.outlet.iter().map(ToString::to_string);
    let when = related.date.iter().map(ToString::to_string);
    let head: Vec<_> = who.chain(when).collect();
    if head.is_empty() {
        related.text.clone()
    } else {
        format!("{}: {}", head.join(", "), related.text)
    }
}
