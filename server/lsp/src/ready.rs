//! What requests are answered from.

use crate::{
    position::Position,
    session::Session,
    state::{Finished, Snapshot, State},
};
use sourcing::Reading;
use std::sync::Arc;

/// A file whose newest text is checked, so that what is said of it fits what its writer sees.
#[derive(Debug)]
pub struct Ready {
    /// The file as it is.
    pub file: Snapshot,
    /// What came out.
    pub finished: Arc<Finished>,
    /// All open files.
    pub state: Arc<State>,
    /// Whom it is said to.
    pub session: Arc<Session>,
}

impl Ready {
    /// What the text says.
    pub fn reading(&self) -> &Reading {
        &self.finished.checked.reading
    }

    /// The byte at `position`, or at the nearest position that exists.
    pub fn offset(&self, position: Position) -> usize {
        self.file.document.offset(position, self.session.encoding)
    }
}
