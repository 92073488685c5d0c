//! Finds the newsroom that a file belongs to.

use crate::config_file::CONFIG_FILE;
use std::path::{Path, PathBuf};

/// The nearest folder at or above `path` that holds a `presscheck.toml`. The home folder and the
/// root of the file system are no newsrooms, whatever they hold.
pub(crate) fn configured_root(path: &Path, home: Option<&Path>) -> Option<PathBuf> {
    let path = std::path::absolute(path).ok()?;
    path.ancestors()
        .take_while(|folder| !is_off_limits(folder, home))
        .find(|folder| folder.join(CONFIG_FILE).is_file())
        .map(Into::into)
}

/// Whether `folder` is the root of a file system or the home folder, which are never read.
pub(crate) fn is_off_limits(folder: &Path, home: Option<&Path>) -> bool {
    folder.parent().is_none() || home.is_some_and(|home| home == folder)
}

/// The user's home folder.
pub(crate) fn home() -> Option<PathBuf> {
    std::env::home_dir().filter(|home| !home.as_os_str().is_empty())
}
