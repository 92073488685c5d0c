//! What editor and server agreed on when they met.

use crate::position::Encoding;
use std::{path::PathBuf, sync::OnceLock};

/// What editor and server agreed on. It does not change afterwards.
#[derive(Debug, Clone, Default)]
#[allow(clippy::struct_excessive_bools)] // each is one capability of the protocol
pub struct Session {
    /// In what columns are counted.
    pub encoding: Encoding,
    /// The editor's folders at the start.
    pub folders: Vec<PathBuf>,
    /// Whether hovers may be Markdown.
    pub markdown: bool,
    /// Whether an edit can name the version of the text that it is made for.
    pub versioned_edits: bool,
    /// Whether the editor makes edits that the server sends of its own accord.
    pub applies_edits: bool,
    /// Whether an edit can be shown, change by change, before it is made.
    pub previews: bool,
    /// Whether an edit can create a file.
    pub creates_files: bool,
    /// Whether a finding can point at other passages.
    pub related: bool,
    /// Whether an outline can be nested.
    pub nested_symbols: bool,
    /// Whether the editor asks for findings, and is not sent them.
    pub pulls: bool,
    /// Whether it takes those of other files along with those of the file that it asks about.
    pub related_documents: bool,
    /// Whether the editor asks for the edits of a change when it is chosen.
    pub resolves_edits: bool,
    /// Whether progress is shown.
    pub progress: bool,
    /// Which files the editor watches when asked.
    pub watches: Watches,
    /// Whether the editor tells of changed settings when asked.
    pub tells_settings: bool,
    /// Whether the editor can be asked for its settings.
    pub has_settings: bool,
    /// Whether the editor can be sent to a place.
    pub shows_documents: bool,
    /// What the editor asks for again when told to.
    pub refreshes: Vec<Refresh>,
    /// Whether the editor wants to know when a file has been checked, to ask for its report.
    pub reports: bool,
    /// Whether the code of a finding can be a link.
    pub code_links: bool,
    /// The folder of the rules' pages, once they are written.
    pub rule_pages: OnceLock<PathBuf>,
}

/// Which files an editor watches when asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Watches {
    /// None.
    #[default]
    Nothing,
    /// Those in its own folders.
    ItsFolders,
    /// Those of any folder.
    Anywhere,
}

/// Something that an editor asks for again when told that it is out of date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refresh {
    /// Findings.
    Findings,
    /// Hints in the text.
    Hints,
    /// Lines above heads.
    Lenses,
    /// Colours.
    Tokens,
}
