//! What changed on disk, for those whom nobody tells of it.

use crate::{CONFIG_FILE, Config, IGNORE_FILE, sidecar, walk};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    time::SystemTime,
};

/// What tells that a file was written: when, and how long it is in bytes.
type Stamp = (SystemTime, u64);

/// The files that a newsroom reads, as they lay on disk at one time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OnDisk(BTreeMap<PathBuf, Stamp>);

impl OnDisk {
    /// How they lie there now: settings, articles, and the annotations beside these.
    pub fn now(root: &Path, config: &Config) -> Self {
        let settings = [CONFIG_FILE, IGNORE_FILE].map(|name| root.join(name));
        let articles = walk::files(root, config).0.into_iter();
        let files = articles.flat_map(|path| [sidecar::sidecar_path(&path), path]).chain(settings);
        Self(files.filter_map(|path| stamp(&path).map(|stamp| (path, stamp))).collect())
    }

    /// The files that were made, written or deleted since `before`.
    pub fn since(&self, before: &Self) -> Vec<PathBuf> {
        let written = self.0.iter().filter(|(path, stamp)| before.0.get(*path) != Some(stamp));
        let deleted = before.0.keys().filter(|path| !self.0.contains_key(*path));
        written.map(|(path, _)| path).chain(deleted).cloned().collect()
    }
}

fn stamp(path: &Path) -> Option<Stamp> {
    let metadata = path.metadata().ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}
