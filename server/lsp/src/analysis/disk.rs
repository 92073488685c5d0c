//! What changes on disk: told by the editor where it can watch it, looked for where it cannot.

use super::{Analysis, Event};
use crate::{
    session::Watches,
    state::{DocumentId, Home},
    to_proto,
};
use newsroom::{CONFIG_FILE, OnDisk};
use std::{
    collections::{BTreeSet, HashSet},
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// How soon a newsroom that nobody watches is looked at again.
const LOOK_AGAIN: Duration = Duration::from_secs(2);

impl Analysis {
    /// Has the editor watch what newsrooms read outside its folders, and no more than that.
    pub(super) fn watch(&mut self) {
        if self.session.watches != Watches::Anywhere {
            return;
        }
        let wanted: BTreeSet<PathBuf> =
            self.rooms.all().flat_map(|(folder, _)| self.rooms.outside(folder)).collect();
        let gone: Vec<_> =
            self.watched.difference(&wanted).map(|path| to_proto::unwatch(path)).collect();
        let new: Vec<_> =
            wanted.difference(&self.watched).filter_map(|path| to_proto::watch(path)).collect();
        if !gone.is_empty() {
            self.outbox.unregister(gone);
        }
        if !new.is_empty() {
            self.outbox.register(new);
        }
        self.watched = wanted;
    }

    /// Looks, in the background, whether something changed in the newsroom that serves `id`, where the
    /// editor does not tell.
    pub(super) fn look_around(&mut self, id: &DocumentId) {
        let Some(folder) = self.served.get(id).cloned().flatten() else { return };
        let told = match self.session.watches {
            Watches::Anywhere => true,
            Watches::ItsFolders => self.rooms.outside(&folder).is_empty(),
            Watches::Nothing => false,
        };
        // What was never seen is being read.
        let lately = self.seen.get(&folder).is_none_or(|(_, then)| then.elapsed() < LOOK_AGAIN);
        if told || lately || self.looking.contains(&folder) {
            return;
        }
        let Some(events) = self.own_events.upgrade() else { return };
        let config = self.rooms.room(Some(&folder)).config.clone();
        self.looking.insert(folder.clone());
        let look = move || {
            let disk = OnDisk::now(&folder, &config);
            let _ = events.send(Event::Seen(folder, disk));
        };
        let _ = std::thread::Builder::new().name("looker".into()).spawn(look);
    }

    /// A newsroom has been looked at: what changed in it is read again.
    pub(super) fn saw(&mut self, folder: &Path, disk: OnDisk) {
        self.looking.remove(folder);
        if self.reading.contains(folder) {
            return;
        }
        let Some((before, then)) = self.seen.get_mut(folder) else { return };
        let changed = disk.since(before);
        (*before, *then) = (disk, Instant::now());
        if !changed.is_empty() {
            self.on_disk(&changed);
        }
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
            for folder in self.rooms.readers_of(path) {
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
        }
        for folder in touched {
            self.recheck(&folder);
            self.tell_limit(&folder);
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
        } else {
            self.watch();
        }
        for id in self.state.ids() {
            self.serve(&id);
            self.soon(id);
        }
        self.survey_again();
    }
}
