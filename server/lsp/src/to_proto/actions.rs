//! Changes on offer, and the edits that they make.

use super::{diagnostics::diagnostic, file_uri, locations::Locations, range, uri};
use crate::{
    actions::{Action, Kind},
    commands,
    files::Files,
    position::LineIndex,
    session::Session,
    state::Finished,
};
use rules::{Edit, Target};
use std::{collections::HashMap, path::PathBuf};
use tower_lsp::ls_types::{self as proto, Uri};

/// Name of a kind of change.
pub fn action_kind(kind: Kind) -> proto::CodeActionKind {
    match kind {
        Kind::QuickFix => proto::CodeActionKind::QUICKFIX,
        Kind::Ignore => proto::CodeActionKind::new("quickfix.ignore.presscheck"),
        Kind::FixAll => proto::CodeActionKind::new("source.fixAll.presscheck"),
        Kind::TagAll => proto::CodeActionKind::new("source.tagQuotes.presscheck"),
        Kind::UntagAll => proto::CodeActionKind::new("source.untagQuotes.presscheck"),
    }
}

/// A change on offer; as a command without arguments where it needs a file that the editor cannot
/// create, and without edits where they are made later. `None` for a file that cannot be.
pub fn action(
    action: &Action<'_>,
    finished: &Finished,
    files: &Files,
    session: &Session,
) -> Option<proto::CodeAction> {
    let mut locations = Locations::new(finished, session);
    let finding = action.finding.map(|finding| diagnostic(finding, finished, &mut locations));
    let command = |edits: &[Edit]| {
        edit_once_created(edits, finished, files, session)?;
        Some(proto::Command::new(action.title.clone(), commands::APPLY.into(), None))
    };
    let (edit, command) = match &action.edits {
        None => (None, None),
        Some(edits) => match workspace_edit(edits, finished, files, session) {
            Some(edit) => (Some(edit), None),
            None => (None, Some(command(edits)?)),
        },
    };
    Some(proto::CodeAction {
        title: action.title.clone(),
        kind: Some(action_kind(action.kind)),
        diagnostics: finding.map(|finding| vec![finding]),
        edit,
        command,
        is_preferred: action.preferred.then_some(true),
        ..proto::CodeAction::default()
    })
}

/// Edits of the article and of the files beside it; `None` where the editor could not make them.
pub fn workspace_edit(
    edits: &[Edit],
    finished: &Finished,
    files: &Files,
    session: &Session,
) -> Option<proto::WorkspaceEdit> {
    let operations = operations(edits, finished, files, session)?;
    let creates = operations.iter().any(|operation| !operation.exists);
    let possible = !creates || session.creates_files && session.versioned_edits;
    possible.then(|| in_editor(operations, session))
}

/// The same for files that are all there, and those that must be created before.
pub fn edit_once_created(
    edits: &[Edit],
    finished: &Finished,
    files: &Files,
    session: &Session,
) -> Option<(proto::WorkspaceEdit, Vec<PathBuf>)> {
    let mut operations = operations(edits, finished, files, session)?;
    let changed = |target: &Target| edits.iter().any(|edit| edit.target == *target);
    let beside = [Target::Sidecar, Target::IgnoreFile, Target::Config].into_iter().filter(changed);
    let missing = beside.filter_map(|target| files.get(target)).filter(|file| file.text.is_none());
    let missing = missing.map(|file| file.path.clone()).collect();
    for operation in &mut operations {
        operation.exists = true;
    }
    Some((in_editor(operations, session), missing))
}

fn operations(
    edits: &[Edit],
    finished: &Finished,
    files: &Files,
    session: &Session,
) -> Option<Vec<Operation>> {
    let mut operations = Vec::new();
    for target in [Target::Article, Target::Sidecar, Target::IgnoreFile, Target::Config] {
        let edits: Vec<_> = edits.iter().filter(|edit| edit.target == target).collect();
        if !edits.is_empty() {
            operations.push(operation(target, &edits, finished, files, session)?);
        }
    }
    Some(operations)
}

/// What to tell somebody whose editor can neither create `files` nor be asked to change them.
pub fn cannot_create(files: &[PathBuf]) -> String {
    let names: Vec<_> = files.iter().map(|path| path.display().to_string()).collect();
    let names = names.join(" and ");
    format!("presscheck: this editor cannot create {names}. Create it, empty, and choose again.")
}

/// Changes of one file.
struct Operation {
    uri: Uri,
    /// The editor's number for the text that they are made for, where the file is open.
    version: Option<i32>,
    /// Whether the file is there already.
    exists: bool,
    edits: Vec<TextEdit>,
}

/// A change of a text, perhaps one that the editor is to show before it is made.
type TextEdit = proto::OneOf<proto::TextEdit, proto::AnnotatedTextEdit>;

fn operation(
    target: Target,
    edits: &[&Edit],
    finished: &Finished,
    files: &Files,
    session: &Session,
) -> Option<Operation> {
    let of = |lines: &LineIndex| edits.iter().map(|edit| text_edit(edit, lines, session)).collect();
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

fn in_editor(operations: Vec<Operation>, session: &Session) -> proto::WorkspaceEdit {
    let edit = proto::WorkspaceEdit::default();
    if !session.versioned_edits {
        let plain = |edits: Vec<TextEdit>| edits.into_iter().map(unannotated).collect();
        let changes = operations.into_iter().map(|it| (it.uri, plain(it.edits))).collect();
        return proto::WorkspaceEdit { changes: Some(changes), ..edit };
    }
    let annotations = annotations(&operations);
    let steps = operations.into_iter().flat_map(steps).collect();
    let steps = proto::DocumentChanges::Operations(steps);
    let change_annotations = (!annotations.is_empty()).then_some(annotations);
    proto::WorkspaceEdit { document_changes: Some(steps), change_annotations, ..edit }
}

fn text_edit(edit: &Edit, lines: &LineIndex, session: &Session) -> TextEdit {
    let text_edit = proto::TextEdit { range: range(lines, edit.span), new_text: edit.text.clone() };
    match &edit.label {
        Some(label) if session.previews && session.versioned_edits => {
            let annotation_id = label.clone();
            proto::OneOf::Right(proto::AnnotatedTextEdit { text_edit, annotation_id })
        }
        _ => proto::OneOf::Left(text_edit),
    }
}

fn unannotated(edit: TextEdit) -> proto::TextEdit {
    match edit {
        proto::OneOf::Left(edit) => edit,
        proto::OneOf::Right(annotated) => annotated.text_edit,
    }
}

/// What labels stand for: changes that a person looks through first.
fn annotations(operations: &[Operation]) -> HashMap<String, proto::ChangeAnnotation> {
    let edits = operations.iter().flat_map(|operation| &operation.edits);
    let labels = edits.filter_map(|edit| match edit {
        proto::OneOf::Left(_) => None,
        proto::OneOf::Right(annotated) => Some(annotated.annotation_id.clone()),
    });
    let annotation = |label: String| proto::ChangeAnnotation {
        label,
        needs_confirmation: Some(true),
        description: None,
    };
    labels.map(|label| (label.clone(), annotation(label))).collect()
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
        edits,
    });
    create.into_iter().chain([edit])
}
