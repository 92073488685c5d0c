//! The thread that checks.
//!
//! It alone owns the newsrooms and it alone publishes, so nothing it does can overtake itself.
//! Everything it has to know reaches it as an [`Event`]; a burst of edits of one file becomes one
//! check, of the newest text.

use crate::{
    directory,
    document::Document,
    log::Weight,
    outbox::Outbox,
    position::LineIndex,
    rooms::Rooms,
    rule_pages,
    session::Session,
    state::{DocumentId, Finished, Home, Revision, State},
    to_proto,
};
use article::Problem;
use newsroom::{CONFIG_FILE, Checked, IgnoreFile, Newsroom};
use std::{
    any::Any,
    collections::{BTreeSet, HashMap, HashSet, VecDeque},
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    time::Duration,
};
use tokio::sync::oneshot;
use tower_lsp::ls_types::WorkspaceSymbol;

/// How long the editor must be still before other open files are told of what was typed in one.
const QUIET: Duration = Duration::from_millis(400);

/// Something the analysis thread has to know.
pub enum Event {
    /// The editor's folders changed.
    Folders { removed: Vec<PathBuf>, added: Vec<PathBuf> },
    /// A file was opened.
    Opened(DocumentId),
    /// The text of an open file changed.
    Edited(DocumentId),
    /// A file was closed.
    Closed(DocumentId, Home),
    /// Files changed on disk.
    OnDisk(Vec<PathBuf>),
    /// A newsroom's folder has been read.
    Read(PathBuf, Box<Newsroom>),
    /// Something is asked of whole newsrooms.
    Asked(Question),
}

/// What is asked of whole newsrooms, and where the answer goes.
pub enum Question {
    /// People and stories by words of their names.
    Find { query: String, reply: oneshot::Sender<Vec<WorkspaceSymbol>> },
}

/// What was published of a file: of which text, what could not be read, what was found.
type News = (Revision, Vec<Problem>, Arc<Vec<rules::Diagnostic>>);

/// The thread's belongings.
pub struct Analysis {
    state: Arc<State>,
    session: Arc<Session>,
    outbox: Outbox,
    events: Receiver<Event>,
    own_events: Sender<Event>,
    rooms: Rooms,
    /// Newsrooms that are being read.
    reading: HashSet<PathBuf>,
    /// Files that changed on disk meanwhile, to be read again.
    missed: Vec<PathBuf>,
    /// Which newsroom's folder serves each open file; found once, not at every key.
    served: HashMap<DocumentId, Option<PathBuf>>,
    /// Questions, which wait until no file does.
    asked: VecDeque<Question>,
    /// Files to check, the next one last.
    due: Vec<DocumentId>,
    /// Files whose newest text the corpus does not have yet.
    unfiled: BTreeSet<DocumentId>,
    /// What was last published.
    published: HashMap<DocumentId, News>,
    /// Whether editors show things beside the words that no longer fit what is known.
    outdated: bool,
    /// Failures that were reported.
    reported: HashSet<String>,
}

impl Analysis {
    /// Starts the thread; events go to the returned sender's other end.
    pub fn start(
        state: Arc<State>,
        session: Arc<Session>,
        outbox: Outbox,
        (own_events, events): (Sender<Event>, Receiver<Event>),
    ) -> std::io::Result<()> {
        let analysis = Self {
            state,
            session,
            outbox,
            events,
            own_events,
            rooms: Rooms::default(),
            reading: HashSet::new(),
            missed: Vec::new(),
            served: HashMap::new(),
            asked: VecDeque::new(),
            due: Vec::new(),
            unfiled: BTreeSet::new(),
            published: HashMap::new(),
            outdated: false,
            reported: HashSet::new(),
        };
        std::thread::Builder::new().name("analysis".into()).spawn(|| analysis.run()).map(drop)
    }

    fn run(mut self) {
        match rule_pages::write() {
            Ok(folder) => drop(self.session.rule_pages.set(folder)),
            Err(error) => self.outbox.log(
                Weight::Warning,
                format!("findings have no links to their rules' pages, which could not be written: {error}"),
            ),
        }
        loop {
            while let Ok(event) = self.events.try_recv() {
                self.note(event);
            }
            if let Some(id) = self.due.pop() {
                self.check(&id);
                continue;
            }
            if std::mem::take(&mut self.outdated) {
                self.outbox.refresh(self.session.refreshes);
            }
            if let Some(question) = self.asked.pop_front() {
                self.reply(question);
                continue;
            }
            let event = if self.unfiled.is_empty() {
                self.events.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                self.events.recv_timeout(QUIET)
            };
            match event {
                Ok(event) => self.note(event),
                Err(RecvTimeoutError::Timeout) => self.file(),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn note(&mut self, event: Event) {
        match event {
            Event::Folders { removed, added } => {
                self.rooms.set_folders(&removed, added.clone());
                for folder in added {
                    if let Some(folder) = self.rooms.folder_of(&folder) {
                        self.enter(folder);
                    }
                }
            }
            Event::Opened(id) => {
                self.serve(&id);
                self.edited(id);
            }
            Event::Edited(id) => self.edited(id),
            Event::Closed(id, home) => self.closed(&id, &home),
            Event::OnDisk(paths) => self.on_disk(&paths),
            Event::Read(folder, newsroom) => {
                self.reading.remove(&folder);
                self.read(&folder, *newsroom);
            }
            Event::Asked(question) => self.asked.push_back(question),
        }
    }

    fn edited(&mut self, id: DocumentId) {
        self.unfiled.insert(id.clone());
        self.soon(id);
    }

    /// Checks `id` next.
    fn soon(&mut self, id: DocumentId) {
        self.due.retain(|other| *other != id);
        self.due.push(id);
    }

    /// Finds the newsroom for a file that was opened, and says which it is.
    fn serve(&mut self, id: &DocumentId) {
        let Some(file) = self.state.snapshot(id) else { return };
        let (served, line) = match &file.home {
            Home::Settings(_) => return,
            Home::Untitled(_) => (None, format!("{id} is checked on its own until it is saved")),
            Home::File(path) => {
                let folder = self.rooms.folder_of(path);
                if let Some(folder) = &folder {
                    self.enter(folder.clone());
                }
                let config = &self.rooms.room(folder.as_deref()).newsroom.config.path;
                let by = match (config, &folder) {
                    (Some(config), _) => format!("served by {}", config.display()),
                    (None, Some(folder)) => {
                        format!("served by {}, without a presscheck.toml", folder.display())
                    }
                    (None, None) => "checked on its own: there is no presscheck.toml above it and \
                                     no open folder around it"
                        .into(),
                };
                (folder, format!("{} is {by}", path.display()))
            }
        };
        self.served.insert(id.clone(), served);
        self.outbox.log(Weight::Log, line);
    }

    /// Takes up the newsroom at `folder`: its configuration now, its articles in the background.
    fn enter(&mut self, folder: PathBuf) {
        if self.rooms.get_mut(&folder).is_some() {
            return;
        }
        let (newsroom, problems) = Newsroom::configured(&folder);
        for problem in problems {
            self.outbox.log(Weight::Warning, problem);
        }
        self.rooms.insert(folder.clone(), newsroom);
        self.read_in_background(folder);
    }

    fn read_in_background(&mut self, folder: PathBuf) {
        if !self.reading.insert(folder.clone()) {
            return;
        }
        let (events, outbox) = (self.own_events.clone(), self.outbox.clone());
        let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned();
        let progress = outbox.progress(format!("Reading {name}"));
        let read = move || {
            let opened = catch_unwind(|| {
                Newsroom::open(&folder, &|done, total| progress.report(done, total))
            });
            match opened {
                Ok((newsroom, skipped)) => {
                    for skipped in skipped {
                        outbox.log(Weight::Log, format!("left out: {skipped}"));
                    }
                    let _ = events.send(Event::Read(folder, Box::new(newsroom)));
                }
                Err(panic) => outbox.log(
                    Weight::Error,
                    format!(
                        "could not read {}: {}. Files are checked without other outlets",
                        folder.display(),
                        message(&*panic)
                    ),
                ),
            }
        };
        let _ = std::thread::Builder::new().name("reader".into()).spawn(read);
    }

    /// A newsroom has been read: the open files are part of it as they stand, and checked again.
    fn read(&mut self, folder: &Path, newsroom: Newsroom) {
        self.rooms.insert(folder.into(), newsroom);
        for id in self.in_room(folder) {
            self.edited(id);
        }
        let missed = std::mem::take(&mut self.missed);
        self.on_disk(&missed);
    }

    fn closed(&mut self, id: &DocumentId, home: &Home) {
        self.unfiled.remove(id);
        self.served.remove(id);
        self.due.retain(|other| other != id);
        if self.published.remove(id).is_some() || matches!(home, Home::Settings(_)) {
            self.outbox.publish(id, Vec::new(), None);
        }
        if let Home::File(path) = home {
            self.on_disk(&[path.to_path_buf()]);
        }
    }

    /// Reads again what changed on disk; an open file's text is the editor's.
    fn on_disk(&mut self, paths: &[PathBuf]) {
        let open: HashSet<PathBuf> = self
            .state
            .ids()
            .iter()
            .filter_map(|id| self.state.snapshot(id))
            // Articles are checked against settings as they are on disk.
            .filter(|file| !matches!(file.home, Home::Settings(_)))
            .map(|file| file.home.path().to_path_buf())
            .collect();
        let mut touched = BTreeSet::new();
        for path in paths.iter().filter(|path| !open.contains(*path)) {
            if path.file_name().is_some_and(|name| name == CONFIG_FILE) {
                self.reconfigure(path);
                continue;
            }
            let Some(folder) = self.rooms.folder_of(path) else { continue };
            if self.reading.contains(&folder) {
                self.missed.push(path.clone());
            }
            let Some(room) = self.rooms.get_mut(&folder) else { continue };
            let refreshed = catch_unwind(AssertUnwindSafe(|| {
                if path.exists() {
                    room.newsroom.refresh_file(path, None);
                } else {
                    room.newsroom.remove_file(path);
                }
            }));
            if let Err(panic) = refreshed {
                self.report(&path.display().to_string(), &*panic);
            }
            touched.insert(folder);
        }
        for folder in touched {
            self.recheck(&folder);
        }
    }

    /// A `presscheck.toml` was written or removed: other files may be served by it now, and its
    /// newsroom is read anew.
    fn reconfigure(&mut self, config: &Path) {
        let Some(folder) = config.parent() else { return };
        if self.reading.contains(folder) {
            // What is being read has the settings of before: once it is there, begin again.
            self.missed.push(config.into());
        }
        self.rooms.remove(folder);
        if config.exists() {
            self.enter(folder.into());
        }
        for id in self.state.ids() {
            self.serve(&id);
            self.soon(id);
        }
    }

    /// Gives the corpus the texts as they are typed, and checks the files that lie beside them.
    fn file(&mut self) {
        let typed = std::mem::take(&mut self.unfiled);
        let mut touched = BTreeSet::new();
        for id in &typed {
            let Some(file) = self.state.snapshot(id) else { continue };
            let (Home::File(path), Some(finished)) = (&file.home, &file.finished) else { continue };
            let Some(folder) = finished.folder.as_deref() else { continue };
            let Some(room) = self.rooms.get_mut(folder) else { continue };
            let filed = catch_unwind(AssertUnwindSafe(|| {
                room.newsroom.refresh_checked(path, &finished.checked);
            }));
            touched.insert(folder.to_path_buf());
            if let Err(panic) = filed {
                self.report(&id.to_string(), &*panic);
            }
        }
        for id in touched.iter().flat_map(|folder| self.in_room(folder)).collect::<Vec<_>>() {
            // No article is checked against itself.
            if typed.len() != 1 || !typed.contains(&id) {
                self.soon(id);
            }
        }
    }

    fn recheck(&mut self, folder: &Path) {
        for id in self.in_room(folder) {
            self.soon(id);
        }
    }

    /// Open files that the newsroom at `folder` serves.
    fn in_room(&self, folder: &Path) -> Vec<DocumentId> {
        let mut ids = self.state.ids();
        ids.retain(|id| self.served.get(id).is_some_and(|it| it.as_deref() == Some(folder)));
        ids
    }

    fn check(&mut self, id: &DocumentId) {
        let Some(file) = self.state.snapshot(id) else { return };
        if let Home::Settings(path) = &file.home {
            return self.check_settings(id, path, &file.document);
        }
        let folder = self.served.get(id).and_then(Option::as_deref);
        let room = self.rooms.room(folder);
        let text = file.document.text();
        let previous = file.finished.as_ref().map(|finished| &finished.checked);
        let checked = catch_unwind(AssertUnwindSafe(|| {
            room.newsroom.check(file.home.path(), &text, previous)
        }));
        match checked {
            Ok(checked) => {
                let finished = Finished {
                    id: id.clone(),
                    revision: file.revision,
                    version: file.document.version,
                    lines: Arc::new(LineIndex::new(
                        Arc::clone(&checked.reading.article.source),
                        self.session.encoding,
                    )),
                    checked,
                    folder: room.folder.clone(),
                    config: Arc::clone(&room.config),
                    article: room.newsroom.id_of(file.home.path()),
                };
                self.publish(&Arc::new(finished));
            }
            Err(panic) => self.report(&id.to_string(), &*panic),
        }
    }

    /// Marks what is wrong with settings as they are written.
    fn check_settings(&mut self, id: &DocumentId, path: &Path, document: &Document) {
        let lines = LineIndex::new(document.text().into(), self.session.encoding);
        let problems = if path.file_name().is_some_and(|name| name == CONFIG_FILE) {
            newsroom::parse_config(path, lines.text()).1
        } else {
            IgnoreFile::parse(path, lines.text()).1
        };
        let problems = to_proto::settings_problems(&problems, &lines);
        self.outbox.publish(id, problems, Some(document.version));
    }

    fn publish(&mut self, finished: &Arc<Finished>) {
        if !self.state.finish(Arc::clone(finished)) {
            return;
        }
        let Checked { findings, reading, .. } = &finished.checked;
        let id = &finished.id;
        let problems = reading.article.problems.clone();
        let news = (finished.revision, problems, Arc::clone(findings));
        if self.published.get(id) == Some(&news) {
            return;
        }
        let before = self.published.insert(id.clone(), news);
        // After an edit, editors ask again of their own accord.
        self.outdated |= before.is_some_and(|(revision, ..)| revision == finished.revision);
        let diagnostics = to_proto::diagnostics(finished, &self.session);
        self.outbox.publish(id, diagnostics, Some(finished.version));
    }

    fn reply(&self, question: Question) {
        match question {
            // Somebody who went on typing has no use for the answer any more.
            Question::Find { reply, .. } if reply.is_closed() => {}
            Question::Find { query, reply } => {
                let found = self.rooms.all().flat_map(|(folder, room)| {
                    let found = directory::find(room.newsroom.corpus.iter(), &query).into_iter();
                    found.filter_map(move |it| to_proto::found(it, folder, &self.session))
                });
                let _ = reply.send(found.collect());
            }
        }
    }

    /// Says once that something went wrong which must never go wrong.
    fn report(&mut self, file: &str, panic: &(dyn Any + Send)) {
        let failure = format!(
            "presscheck could not check {file} and goes on with the rest. This is a bug in \
             presscheck; please report it: {}",
            message(panic)
        );
        if self.reported.insert(failure.clone()) {
            self.outbox.log(Weight::Error, failure);
        }
    }
}

/// A channel for events.
pub fn channel() -> (Sender<Event>, Receiver<Event>) {
    mpsc::channel()
}

fn message(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message")
}
