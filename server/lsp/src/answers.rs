//! Answers to requests, from the newest finished result.

use crate::{
    actions::{self, Kind},
    hover,
    page::Markup,
    position::{LineIndex, Position},
    session::Session,
    state::{Finished, Home, Snapshot, State},
    to_proto::{self, Changed},
};
use article::Span;
use newsroom::{CONFIG_FILE, IGNORE_FILE, Newsroom};
use rules::Target;
use std::{path::PathBuf, sync::Arc};
use tower_lsp::ls_types as proto;

/// How others report the words at `position`. Where the text has moved since the result, its
/// words are found where they stand now; words that changed have no answer yet.
pub fn hover(file: &Snapshot, position: Position, session: &Session) -> Option<proto::Hover> {
    let finished = file.finished.as_deref()?;
    let now = file.document.offset(position, session.encoding);
    let current = finished.revision == file.revision;
    let offset = if current { now } else { file.document.offset_in(finished.lines.text(), now)? };
    let markup = if session.markdown { Markup::Markdown } else { Markup::Plain };
    let link = |entry: &corpus::Entry, span| to_proto::link(finished, entry, span);
    let hover = hover::at(&finished.checked, offset, markup, &link)?;
    let range = current.then(|| to_proto::range(&finished.lines, hover.span));
    Some(to_proto::hover(hover, range, session))
}

/// Changes on offer between `start` and `end` of a text that is checked as it stands.
pub fn actions(
    file: &Snapshot,
    finished: &Finished,
    (start, end): (Position, Position),
    wanted: &[Kind],
    state: &State,
    session: &Session,
) -> Vec<proto::CodeActionOrCommand> {
    let offset = |position| file.document.offset(position, session.encoding);
    let span = Span::new(offset(start), offset(end));
    let files = |target| changed(target, file, finished, state, session);
    actions::at(&finished.checked.findings, span, wanted)
        .iter()
        .filter_map(|action| to_proto::action(action, finished, session, &files))
        .collect()
}

/// The file that a change of `target` is made in.
fn changed(
    target: Target,
    file: &Snapshot,
    finished: &Finished,
    state: &State,
    session: &Session,
) -> Option<Changed> {
    let lines = |text: &str| Arc::new(LineIndex::new(text.into(), session.encoding));
    let path: PathBuf = match (target, &file.home) {
        (Target::Article, _) => {
            return Some(Changed {
                uri: to_proto::uri(&finished.id)?,
                lines: Arc::clone(&finished.lines),
                version: Some(finished.version),
                exists: true,
            });
        }
        (Target::Sidecar, Home::File(path)) => Newsroom::sidecar_path(path),
        (Target::Sidecar, Home::Untitled(_)) => return None,
        (Target::IgnoreFile, _) => finished.folder.as_deref()?.join(IGNORE_FILE),
        (Target::Config, _) => finished.folder.as_deref()?.join(CONFIG_FILE),
    };
    if let Some((id, open)) = state.at(&path) {
        return Some(Changed {
            uri: to_proto::uri(&id)?,
            lines: lines(&open.document.text()),
            version: Some(open.document.version),
            exists: true,
        });
    }
    let text = std::fs::read_to_string(&path);
    Some(Changed {
        uri: to_proto::file_uri(&path)?,
        exists: text.is_ok(),
        lines: lines(&text.unwrap_or_default()),
        version: None,
    })
}
