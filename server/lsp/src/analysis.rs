//! The thread that checks.
//!
//! It alone owns the newsrooms and it alone publishes, so nothing it does can overtake itself.
//! Everything it has to know reaches it as an [`Event`]; a burst of edits of one file becomes one
//! check, of the newest text.

mod disk;
mod folders;
mod questions;

pub use questions::{Question, Survey};

use crate::{
    document::Document,
    log::Weight,
    outbox::Outbox,
    page::count,
    position::LineIndex,
    rooms::{Room, Rooms},
    rule_pages,
    session::Session,
    state::{DocumentId, Finished, Home, Revision, State, Trace},
    to_proto,
};
use article::Problem;
use newsroom::{CONFIG_FILE, Checked, IgnoreFile, Newsroom, OnDisk};
use std::{
    any::Any,
    collections::{BTreeSet, HashMap, HashSet, VecDeque},
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{
        Arc, Weak,
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    time::{Duration, Instant},
};

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
    /// A newsroom's folder has been read, when it lay so on disk.
    Read(PathBuf, Box<Newsroom>, OnDisk),
    /// A newsroom's folder has been looked at: it lies so on disk now.
    Seen(PathBuf, OnDisk),
    /// Something is asked of whole newsrooms.
    Asked(Question),
}

/// What was published of a file: of which text, what could not be read, what was found.
type News = (Revision, Vec<Problem>, Arc<Vec<rules::Diagnostic>>);

/// The thread's belongings.
pub struct Analysis {
    state: Arc<State>,
    session: Arc<Session>,
    outbox: Outbox,
    events: Receiver<Event>,
    /// Gone with the server, and the thread with it.
    own_events: Weak<Sender<Event>>,
    rooms: Rooms,
    /// Newsrooms that are being read.
    reading: HashSet<PathBuf>,
    /// Files that changed on disk meanwhile, to be read again.
    missed: Vec<PathBuf>,
    /// How newsrooms lay on disk when they were last looked at, and when that was.
    seen: HashMap<PathBuf, (OnDisk, Instant)>,
    /// Newsrooms that are being looked at.
    looking: HashSet<PathBuf>,
    /// What the editor was asked to watch outside its folders.
    watched: BTreeSet<PathBuf>,
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
    /// Whether articles that are not open may have other findings than those last surveyed.
    changed: bool,
    /// Surveys that wait for that.
    held: Vec<Survey>,
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
        (own_events, events): (Weak<Sender<Event>>, Receiver<Event>),
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
            seen: HashMap::new(),
            looking: HashSet::new(),
            watched: BTreeSet::new(),
            served: HashMap::new(),
            asked: VecDeque::new(),
            due: Vec::new(),
            unfiled: BTreeSet::new(),
            published: HashMap::new(),
            changed: false,
            held: Vec::new(),
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
                self.outbox.refresh(self.session.refreshes.clone());
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
                self.leave();
            }
            Event::Opened(id) => {
                self.serve(&id);
                self.look_around(&id);
                self.edited(id);
            }
            Event::Edited(id) => self.edited(id),
            Event::Closed(id, home) => self.closed(&id, &home),
            Event::OnDisk(paths) => self.on_disk(&paths),
            Event::Read(folder, newsroom, disk) => {
                self.reading.remove(&folder);
                self.seen.insert(folder.clone(), (disk, Instant::now()));
                self.read(&folder, *newsroom);
            }
            Event::Seen(folder, disk) => self.saw(&folder, disk),
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

    fn closed(&mut self, id: &DocumentId, home: &Home) {
        self.unfiled.remove(id);
        self.served.remove(id);
        self.due.retain(|other| other != id);
        let pushed = self.published.remove(id).is_some() && !self.session.pulls;
        if pushed || matches!(home, Home::Settings(_)) {
            self.outbox.publish(id, Vec::new(), None);
        }
        if let Home::File(path) = home {
            self.on_disk(&[path.to_path_buf()]);
        }
        self.leave();
    }

    fn check(&mut self, id: &DocumentId) {
        let Some(file) = self.state.snapshot(id) else { return };
        if let Home::Settings(path) = &file.home {
            return self.check_settings(id, path, &file.document);
        }
        let folder = self.served.get(id).and_then(Option::as_deref);
        let room = self.rooms.room(folder);
        let text = file.document.text();
        let previous = file.finished.as_deref();
        let begun = Instant::now();
        let checked = catch_unwind(AssertUnwindSafe(|| {
            room.newsroom.check(file.home.path(), &text, previous.map(|it| &it.checked))
        }));
        match checked {
            Ok(checked) => {
                let source = Arc::clone(&checked.reading.article.source);
                let lines = match previous {
                    Some(previous) => previous.lines.edited(source),
                    None => LineIndex::new(source, self.session.encoding),
                };
                let state = (file.revision, file.document.version);
                let finished =
                    Self::finished(id.clone(), &file.home, state, (checked, lines), room);
                self.trace(&finished, begun);
                self.publish(&Arc::new(finished));
            }
            Err(panic) => {
                self.state.give_up(id, file.revision);
                self.report(&id.to_string(), &*panic);
            }
        }
    }

    fn finished(
        id: DocumentId,
        home: &Home,
        (revision, version): (Revision, i32),
        (checked, lines): (Checked, LineIndex),
        room: &Room,
    ) -> Finished {
        Finished {
            id,
            revision,
            version,
            lines: Arc::new(lines),
            checked,
            folder: room.folder.clone(),
            config: Arc::clone(&room.config),
            article: room.newsroom.id_of(home.path()),
        }
    }

    /// Says, to those who trace the server, what was done in what time.
    fn trace(&self, finished: &Finished, begun: Instant) {
        if self.state.trace() == Trace::Off {
            return;
        }
        let Finished { id, version, checked, .. } = finished;
        let took = begun.elapsed().as_micros();
        let findings = count(checked.findings.len(), "finding");
        let verbose = (self.state.trace() == Trace::Verbose).then(|| {
            let reading = &checked.reading;
            format!(
                "{}, {}, {}, {}",
                count(reading.article.blocks.len(), "block"),
                count(reading.sentences.len(), "sentence"),
                count(reading.quotes.len(), "quote"),
                count(checked.coverage.tellers.len(), "other article")
            )
        });
        self.outbox.trace(format!("{id} version {version}: {findings} in {took} µs"), verbose);
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
        if self.session.reports {
            self.outbox.checked(&finished.id);
        }
        let Checked { findings, reading, .. } = &finished.checked;
        let id = &finished.id;
        let problems = reading.problems();
        let news = (finished.revision, problems, Arc::clone(findings));
        if self.published.get(id) == Some(&news) {
            return;
        }
        let before = self.published.insert(id.clone(), news);
        // After an edit, editors ask again of their own accord.
        self.outdated |= before.is_some_and(|(revision, ..)| revision == finished.revision);
        if self.session.pulls {
            return;
        }
        let diagnostics = to_proto::diagnostics(finished, &self.session);
        self.outbox.publish(id, diagnostics, Some(finished.version));
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
