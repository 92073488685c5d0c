//! Answers to requests, from the newest finished result.

use crate::{
    actions::{self, Kind},
    files::Files,
    hover,
    page::Markup,
    position::Position,
    session::Session,
    state::{Finished, Snapshot, State},
    to_proto,
};
use article::Span;
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
    let files = Files::read(file, finished, state);
    actions::at(finished, &files.beside(), span, wanted)
        .iter()
        .filter_map(|action| to_proto::action(action, finished, &files, session))
        .collect()
}
