//! Newsrooms that come and go, and what is typed in them.

use super::{Analysis, Event, message};
use crate::{
    log::Weight,
    page::count,
    state::{DocumentId, Home},
};
use newsroom::{CONFIG_FILE, Config, Newsroom, OnDisk};
use std::{
    collections::BTreeSet,
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
        let config = newsroom.config.clone();
        self.rooms.insert(folder.clone(), newsroom);
        self.watch();
        self.read_in_background(folder, config);
    }

    fn read_in_background(&mut self, folder: PathBuf, config: Config) {
        if !self.reading.insert(folder.clone()) {
            return;
        }
        let Some(events) = self.own_events.upgrade() else { return };
        let outbox = self.outbox.clone();
        let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned();
        let progress = outbox.progress(format!("Reading {name}"));
        let read = move || {
            let opened = catch_unwind(|| {
                // Before it is read: what is written meanwhile is then seen as new.
                let disk = OnDisk::now(&folder, &config);
                (Newsroom::open(&folder, &|done, total| progress.report(done, total)), disk)
            });
            match opened {
                Ok(((newsroom, skipped), disk)) => {
                    for skipped in skipped {
                        outbox.log(Weight::Log, format!("left out: {skipped}"));
                    }
                    let _ = events.send(Event::Read(folder, Box::new(newsroom), disk));
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
        self.tell_limit(folder);
        self.leave();
        let missed = std::mem::take(&mut self.missed);
        self.on_disk(&missed);
    }

    /// Says once of a newsroom that not all it has to say fits in memory.
    pub(super) fn tell_limit(&mut self, folder: &Path) {
        let Some(room) = self.rooms.get_mut(folder) else { return };
        let let_go = room.newsroom.corpus.let_go();
        if let_go == 0 || std::mem::replace(&mut room.told, true) {
            return;
        }
        let line = format!(
            "{}: what the articles say takes more than {} MB of memory. {} are read again from disk \
             when they are needed, which takes longer; `memory_mb` under `[corpus]` in {CONFIG_FILE} \
             sets the limit",
            folder.display(),
            room.config.memory_mb,
            count(let_go, "article")
        );
        self.outbox.log(Weight::Warning, line);
    }

    /// Leaves newsrooms that nothing is open of any more.
    pub(super) fn leave(&mut self) {
        let served: Vec<&Path> = self.served.values().filter_map(Option::as_deref).collect();
        self.rooms.leave(&served);
        self.seen.retain(|folder, _| self.rooms.get_mut(folder).is_some());
        self.watch();
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
        for id in &typed {
            self.look_around(id);
        }
        for id in touched.iter().flat_map(|folder| self.in_room(folder)).collect::<Vec<_>>() {
            // No article is checked against itself.
            if typed.len() != 1 || !typed.contains(&id) {
                self.soon(id);
            }
        }
    }

    pub(super) fn recheck(&mut self, folder: &Path) {
        for id in self.in_room(folder) {
            self.soon(id);
        }
    }

    /// Open files that the newsroom at `folder` serves.
    pub(super) fn in_room(&self, folder: &Path) -> Vec<DocumentId> {
        let mut ids = self.state.ids();
        ids.retain(|id| self.served.get(id).is_some_and(|it| it.as_deref() == Some(folder)));
        ids
    }
}
