//! Changes on offer, whose edits are sent when one is chosen by those editors that can wait.

use crate::{actions, files::Files, from_proto, ready::Ready, to_proto};
use article::Span;
use serde::{Deserialize, Serialize};
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
        if later {
            let (uri, version) = (uri.clone(), ready.finished.version);
            let origin = Origin { uri, version, range, only: only.map(Into::into), index };
            action.edit = None;
            action.data = serde_json::to_value(origin).ok();
        }
        proto::CodeActionOrCommand::CodeAction(action)
    };
    with_edits(ready, range, only).into_iter().enumerate().map(offer).collect()
}

/// `action` with its edits; `None` where the text has changed since it was on offer.
pub fn resolved(
    ready: &Ready,
    action: &proto::CodeAction,
    origin: &Origin,
) -> Option<proto::CodeAction> {
    let fits = origin.version == ready.finished.version;
    let found = with_edits(ready, origin.range, origin.only.as_deref());
    found.into_iter().nth(origin.index).filter(|it| fits && it.title == action.title)
}

fn with_edits(
    ready: &Ready,
    range: proto::Range,
    only: Option<&[proto::CodeActionKind]>,
) -> Vec<proto::CodeAction> {
    let (start, end) = from_proto::range(range);
    let span = Span::new(ready.offset(start), ready.offset(end));
    // Changes of other files need these files' texts, from disk where they are not open.
    let files = Files::read(&ready.file, &ready.finished, &ready.state);
    actions::at(&ready.finished, &files.beside(), span, &from_proto::wanted(only))
        .iter()
        .filter_map(|action| to_proto::action(action, &ready.finished, &files, &ready.session))
        .collect()
}
