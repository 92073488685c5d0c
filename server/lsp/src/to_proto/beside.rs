//! What stands beside the words: hints and lines above heads.

use super::{position, range, uri};
use crate::{
    commands, inlay::Hint, lens::Lens, position::LineIndex, session::Session, state::Finished,
};
use serde_json::json;
use tower_lsp::ls_types as proto;

/// A hint in the text.
pub fn hint(hint: Hint, lines: &LineIndex) -> proto::InlayHint {
    proto::InlayHint {
        position: position(lines.position(hint.at)),
        label: hint.text.into(),
        kind: None,
        text_edits: None,
        tooltip: (!hint.tooltip.is_empty()).then(|| hint.tooltip.into()),
        padding_left: Some(true),
        padding_right: None,
        data: None,
    }
}

/// A line above a head, which leads to what it counts where the editor can go there.
pub fn lens(lens: Lens, finished: &Finished, session: &Session) -> Option<proto::CodeLens> {
    let goes = lens.target.filter(|_| session.shows_documents);
    let (command, arguments) = match goes {
        Some(target) => {
            let place =
                json!({ "uri": uri(&finished.id)?, "range": range(&finished.lines, target) });
            (commands::SHOW, Some(vec![place]))
        }
        None => ("", None),
    };
    Some(proto::CodeLens {
        range: range(&finished.lines, lens.span),
        command: Some(proto::Command { title: lens.title, command: command.into(), arguments }),
        data: None,
    })
}
