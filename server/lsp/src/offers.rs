//! Changes on offer, whose edits are sent when one is chosen by those editors that can wait.

use crate::{
    actions::{self, Edits},
    files::Files,
    from_proto,
    ready::Ready,
    to_proto,
};
use article::Span;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::path::PathBuf;
use tower_lsp::ls_types as proto;

/// Where a change was on offer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    /// In which file.
    pub uri: proto::Uri,
    /// In which state of it.
    version: i32,
    /// Where in it.
    range: proto::Range,
    /// What kinds of changes were asked for.
    only: Option<Vec<proto::CodeActionKind>>,
    /// How many stood before it.
    index: usize,
}

impl Origin {
    /// Where `action` was on offer.
    pub fn of(action: &proto::CodeAction) -> Option<Self> {
        serde_json::from_value(action.data.clone()?).ok()
    }
}

/// Changes on offer in `range` of the file at `uri`, of the kinds that `only` asks for.
pub fn at(
    ready: &Ready,
    uri: &proto::Uri,
    range: proto::Range,
    only: Option<&[proto::CodeActionKind]>,
) -> Vec<proto::CodeActionOrCommand> {
    let later = ready.session.resolves_edits;
    let offer = |(index, mut action): (usize, proto::CodeAction)| {
        let (uri, version) = (uri.clone(), ready.finished.version);
        let origin = Origin { uri, version, range, only: only.map(Into::into), index };
        if action.command.is_some() {
            address(&mut action, &origin);
        } else if later {
            action.edit = None;
            action.data = serde_json::to_value(origin).ok();
        }
        proto::CodeActionOrCommand::CodeAction(action)
    };
    let edits = if later { Edits::Later } else { Edits::Now };
    found(ready, range, only, edits).into_iter().enumerate().map(offer).collect()
}

/// Tells the command of `action`, if it has one, what was on offer.
fn address(action: &mut proto::CodeAction, origin: &Origin) {
    if let Some(command) = &mut action.command {
        command.arguments = Some(vec![json!(origin), json!(command.title)]);
    }
}

/// `action` with its edits; `None` where the text has changed since it was on offer.
pub fn resolved(
    ready: &Ready,
    action: &proto::CodeAction,
    origin: &Origin,
) -> Option<proto::CodeAction> {
    let fits = origin.version == ready.finished.version;
    let found = found(ready, origin.range, origin.only.as_deref(), Edits::Now);
    let mut chosen = found.into_iter().nth(origin.index)?;
    address(&mut chosen, origin);
    (fits && chosen.title == action.title).then_some(chosen)
}

/// The edits of what was on offer under `title`, and the files to create before; `None` where the
/// text has changed since.
pub fn once_created(
    ready: &Ready,
    origin: &Origin,
    title: &str,
) -> Option<(proto::WorkspaceEdit, Vec<PathBuf>)> {
    if origin.version != ready.finished.version {
        return None;
    }
    let files = Files::read(&ready.file, &ready.finished, &ready.state);
    let beside = files.beside();
    let span = span(ready, origin.range);
    let wanted = from_proto::wanted(origin.only.as_deref());
    let offers = actions::at(&ready.finished, &beside, span, &wanted, Edits::Now);
    let action = offers.into_iter().find(|action| action.title == title)?;
    to_proto::edit_once_created(&action.edits?, &ready.finished, &files, &ready.session)
}

fn span(ready: &Ready, range: proto::Range) -> Span {
    let (start, end) = from_proto::range(range);
    Span::new(ready.offset(start), ready.offset(end))
}

fn found(
    ready: &Ready,
    range: proto::Range,
    only: Option<&[proto::CodeActionKind]>,
    edits: Edits,
) -> Vec<proto::CodeAction> {
    let span = span(ready, range);
    // Changes of other files need these files' texts, from disk where they are not open.
    let files = Files::read(&ready.file, &ready.finished, &ready.state);
    actions::at(&ready.finished, &files.beside(), span, &from_proto::wanted(only), edits)
        .iter()
        .filter_map(|action| to_proto::action(action, &ready.finished, &files, &ready.session))
        .collect()
}
