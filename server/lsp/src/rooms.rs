//! Which newsroom serves which file.

use newsroom::{Config, Newsroom};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    sync::Arc,
};

/// The newsrooms in use. A file is served by the nearest folder above it that holds a
/// `presscheck.toml`, as on the command line; else by the editor's folder that it lies in.
#[derive(Debug, Default)]
pub struct Rooms {
    folders: Vec<PathBuf>,
    entered: BTreeMap<PathBuf, Room>,
    /// Serves the files that no newsroom serves.
    nobodys: Room,
}

/// A newsroom and how far it is read.
#[derive(Debug, Default)]
pub struct Room {
    /// Its folder; `None` for files outside every newsroom.
    pub folder: Option<Arc<Path>>,
    /// Its configuration.
    pub config: Arc<Config>,
    /// The engine.
    pub newsroom: Newsroom,
    /// Whether its readers know that not everything fits in memory.
    pub told: bool,
}

impl Rooms {
    /// The editor's folders changed.
    pub fn set_folders(&mut self, removed: &[PathBuf], added: Vec<PathBuf>) {
        self.folders.retain(|folder| !removed.contains(folder) && !added.contains(folder));
        self.folders.extend(added);
    }

    /// The newsroom's folder for a file or folder.
    pub fn folder_of(&self, path: &Path) -> Option<PathBuf> {
        Newsroom::find_root(path).or_else(|| {
            let within = self.folders.iter().filter(|folder| path.starts_with(folder));
            within.max_by_key(|folder| folder.components().count()).cloned()
        })
    }

    /// The newsrooms that a file on disk is part of: the one that serves it, and those that name it or
    /// a folder around it besides their own.
    pub fn readers_of(&self, path: &Path) -> BTreeSet<PathBuf> {
        let names = |room: &Room| room.config.also.iter().any(|also| path.starts_with(also));
        let others = self.entered.iter().filter(|(_, room)| names(room));
        others.map(|(folder, _)| folder.clone()).chain(self.folder_of(path)).collect()
    }

    /// What the newsroom at `folder` reads outside the editor's folders, itself included.
    pub fn outside(&self, folder: &Path) -> Vec<PathBuf> {
        let also = self.entered.get(folder).map(|room| room.config.also.clone());
        let places = also.unwrap_or_default().into_iter().chain([folder.into()]);
        places.filter(|place| !self.folders.iter().any(|own| place.starts_with(own))).collect()
    }

    /// The room of `folder`, if it was entered before.
    pub fn get_mut(&mut self, folder: &Path) -> Option<&mut Room> {
        self.entered.get_mut(folder)
    }

    /// All rooms with their folders.
    pub fn all(&self) -> impl Iterator<Item = (&Path, &Room)> {
        self.entered.iter().map(|(folder, room)| (folder.as_path(), room))
    }

    /// The room that serves `folder`.
    pub fn room(&self, folder: Option<&Path>) -> &Room {
        folder.and_then(|folder| self.entered.get(folder)).unwrap_or(&self.nobodys)
    }

    /// Nothing is served from `folder` any more.
    pub fn remove(&mut self, folder: &Path) {
        self.entered.remove(folder);
    }

    /// Leaves the newsrooms that serve none of the editor's folders and are not among `others`.
    pub fn leave(&mut self, others: &[&Path]) {
        let own: Vec<_> = self.folders.iter().filter_map(|folder| self.folder_of(folder)).collect();
        self.entered.retain(|room, _| own.contains(room) || others.contains(&room.as_path()));
    }

    /// Puts `newsroom` in charge of `folder`.
    pub fn insert(&mut self, folder: PathBuf, newsroom: Newsroom) {
        let shared = Some(Arc::from(folder.as_path()));
        self.entered.insert(
            folder,
            Room {
                folder: shared,
                config: Arc::new(newsroom.config.clone()),
                newsroom,
                told: false,
            },
        );
    }
}
