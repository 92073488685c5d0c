//! From our types to the protocol's.

use crate::{
    outbox::Weight,
    position::{Encoding, LineIndex, Position},
    session::Session,
    state::{DocumentId, Finished},
};
use article::Span;
use corpus::ArticleId;
use rules::{Diagnostic, Related, Severity};
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

/// The findings of a checked text.
pub fn diagnostics(finished: &Finished, session: &Session) -> Vec<proto::Diagnostic> {
    let mut others = Others { finished, session, known: HashMap::new() };
    let findings = finished.checked.findings.iter();
    findings.map(|finding| diagnostic(finding, finished, &mut others)).collect()
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
        code_description: None,
        source: Some("presscheck".into()),
        message: finding.message.clone(),
        related_information: (!related.is_empty()).then_some(related),
        tags: None,
        data: Some(json!({ "rule": finding.rule, "span": [finding.span.start, finding.span.end] })),
    }
}

/// Positions in the other outlets' articles; each is indexed once for all findings.
struct Others<'a> {
    finished: &'a Finished,
    session: &'a Session,
    /// URI and lines of an article; `None` where it is no file.
    known: HashMap<ArticleId, Option<(Uri, LineIndex)>>,
}

impl Others<'_> {
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
