//! Newsrooms that come and go, and what changes in them.

use super::{Analysis, Event, message};
use crate::{
    log::Weight,
    state::{DocumentId, Home},
};
use newsroom::{CONFIG_FILE, Newsroom};
use std::{
    collections::{BTreeSet, HashSet},
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
};

impl Analysis {
    /// Finds the newsroom for a file that was opened, and says which it is.
    pub(super) fn serve(&mut self, id: &DocumentId) {
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
    pub(super) fn enter(&mut self, folder: PathBuf) {
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
        let Some(events) = self.own_events.upgrade() else { return };
        let outbox = self.outbox.clone();
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
    pub(super) fn read(&mut self, folder: &Path, newsroom: Newsroom) {
        self.rooms.insert(folder.into(), newsroom);
        for id in self.in_room(folder) {
            self.edited(id);
        }
        let missed = std::mem::take(&mut self.missed);
        self.on_disk(&missed);
    }

    /// Reads again what changed on disk; an open file's text is the editor's.
    pub(super) fn on_disk(&mut self, paths: &[PathBuf]) {
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
        self.survey_again();
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
        self.survey_again();
    }

    /// Gives the corpus the texts as they are typed, and checks the files that lie beside them.
    pub(super) fn file(&mut self) {
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
}
