//! What the server knows, behind one short lock.
//!
//! Handlers change it before anything else and never wait; the analysis thread takes snapshots of
//! it and puts results back. Nothing is computed while the lock is held.

use crate::{
    document::{Change, Document},
    position::{Encoding, LineIndex},
    preferences::Preferences,
    sent::Sent,
};
use corpus::ArticleId;
use newsroom::{Checked, Config};
use std::{
    collections::BTreeMap,
    fmt,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
};
use tokio::sync::watch;
use tower_lsp::ls_types::{Diagnostic, SemanticToken};

/// Names an open file: its URI, as the editor writes it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocumentId(pub Arc<str>);

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Where the text of an open file will be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Home {
    /// In this file.
    File(Arc<Path>),
    /// Nowhere yet; the name says only in which format it is written.
    Untitled(Arc<Path>),
    /// In this file, which is no article but says how articles are checked.
    Settings(Arc<Path>),
}

impl Home {
    /// A path to check it under.
    pub fn path(&self) -> &Path {
        match self {
            Self::File(path) | Self::Untitled(path) | Self::Settings(path) => path,
        }
    }
}

/// Tells any two states of any open texts apart, also where an editor reuses version numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Revision(u64);

/// An open file at one moment.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// Where it will be kept.
    pub home: Home,
    /// Its text.
    pub document: Document,
    /// Which state of it this is.
    pub revision: Revision,
    /// The newest result there is, possibly of an earlier state.
    pub finished: Option<Arc<Finished>>,
    /// The state that could not be checked, if there is one.
    given_up: Option<Revision>,
}

/// A checked text.
#[derive(Debug)]
pub struct Finished {
    /// Which file was checked.
    pub id: DocumentId,
    /// Which state was checked.
    pub revision: Revision,
    /// The editor's number for it.
    pub version: i32,
    /// What came out.
    pub checked: Checked,
    /// Positions in the text that was checked.
    pub lines: Arc<LineIndex>,
    /// The newsroom's folder; `None` where none serves the file.
    pub folder: Option<Arc<Path>>,
    /// The newsroom's configuration.
    pub config: Arc<Config>,
    /// The file's name in the newsroom.
    pub article: ArticleId,
}

impl Finished {
    /// The file of an article of the corpus.
    pub fn path_of(&self, article: &ArticleId) -> PathBuf {
        self.folder.as_deref().unwrap_or(Path::new("")).join(&*article.0)
    }
}

/// All open files.
#[derive(Debug, Default)]
pub struct State {
    open: Mutex<Open>,
    /// Ticks after every stored result.
    ticks: watch::Sender<()>,
    /// What the user wants to see.
    preferences: Mutex<Preferences>,
    /// What of its own doings the editor wants to hear.
    trace: Mutex<Trace>,
    /// The tokens that the editor has.
    pub tokens: Mutex<Sent<SemanticToken>>,
    /// The findings that the editor asked for and has.
    pub findings: Mutex<Sent<Diagnostic>>,
    /// The results whose findings these are.
    pub reported: Mutex<BTreeMap<DocumentId, Weak<Finished>>>,
}

/// What of the server's doings an editor wants to hear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Trace {
    /// Nothing.
    #[default]
    Off,
    /// A line for each check.
    Messages,
    /// The same, and what was read.
    Verbose,
}

#[derive(Debug, Default)]
struct Open {
    files: BTreeMap<DocumentId, Snapshot>,
    revisions: u64,
}

impl Open {
    fn next(&mut self) -> Revision {
        self.revisions += 1;
        Revision(self.revisions)
    }
}

impl State {
    /// A file was opened.
    pub fn open(&self, id: DocumentId, home: Home, document: Document) {
        let mut open = self.lock();
        let revision = open.next();
        open.files
            .insert(id, Snapshot { home, document, revision, finished: None, given_up: None });
    }

    /// A file was changed; says whether it is open.
    pub fn change(
        &self,
        id: &DocumentId,
        changes: Vec<Change>,
        version: i32,
        encoding: Encoding,
    ) -> bool {
        let mut open = self.lock();
        let revision = open.next();
        let Some(file) = open.files.get_mut(id) else { return false };
        file.document.apply(changes, version, encoding);
        file.revision = revision;
        true
    }

    /// A file was closed.
    pub fn close(&self, id: &DocumentId) -> Option<Snapshot> {
        lock(&self.tokens).forget(id);
        lock(&self.findings).forget(id);
        lock(&self.reported).remove(id);
        self.lock().files.remove(id)
    }

    /// An open file as it is now.
    pub fn snapshot(&self, id: &DocumentId) -> Option<Snapshot> {
        self.lock().files.get(id).cloned()
    }

    /// The open file that is kept at `path`, as it is now.
    pub fn at(&self, path: &Path) -> Option<(DocumentId, Snapshot)> {
        let open = self.lock();
        let mut files = open.files.iter();
        let kept =
            |home: &Home| matches!(home, Home::File(at) | Home::Settings(at) if **at == *path);
        files.find(|(_, file)| kept(&file.home)).map(|(id, file)| (id.clone(), file.clone()))
    }

    /// The open files.
    pub fn ids(&self) -> Vec<DocumentId> {
        self.lock().files.keys().cloned().collect()
    }

    /// Keeps a result; says whether it is of the text as it is now.
    pub fn finish(&self, finished: Arc<Finished>) -> bool {
        let current = {
            let mut open = self.lock();
            let Some(file) = open.files.get_mut(&finished.id) else { return false };
            let current = file.revision == finished.revision;
            // A result of a file that was closed and opened again since is older than its opening.
            if current || file.finished.as_ref().is_some_and(|old| old.revision < finished.revision)
            {
                file.finished = Some(finished);
            }
            current
        };
        self.ticks.send_replace(());
        current
    }

    /// No result of this state will come.
    pub fn give_up(&self, id: &DocumentId, revision: Revision) {
        if let Some(file) = self.lock().files.get_mut(id) {
            file.given_up = Some(revision);
        }
        self.ticks.send_replace(());
    }

    /// The file once its newest text is checked; `None` where it is closed or waiting is no use.
    pub async fn settled(&self, id: &DocumentId) -> Option<(Snapshot, Arc<Finished>)> {
        let mut ticks = self.ticks.subscribe();
        loop {
            let file = self.snapshot(id)?;
            if matches!(file.home, Home::Settings(_)) || file.given_up == Some(file.revision) {
                return None;
            }
            if let Some(finished) = file.finished.clone().filter(|it| it.revision == file.revision)
            {
                return Some((file, finished));
            }
            ticks.changed().await.ok()?;
        }
    }

    /// What the user wants to see.
    pub fn preferences(&self) -> Preferences {
        *lock(&self.preferences)
    }

    /// The user wants to see something else; says whether that is new.
    pub fn prefer(&self, preferences: Preferences) -> bool {
        std::mem::replace(&mut *lock(&self.preferences), preferences) != preferences
    }

    /// What of the server's doings the editor wants to hear.
    pub fn trace(&self) -> Trace {
        *lock(&self.trace)
    }

    /// The editor wants to hear more or less.
    pub fn set_trace(&self, trace: Trace) {
        *lock(&self.trace) = trace;
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        lock(&self.open)
    }
}

/// Locks; what a thread that panicked left behind is whole, since nothing is computed under a lock.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
