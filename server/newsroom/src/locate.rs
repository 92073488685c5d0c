//! Finds the newsroom that a file belongs to.

use crate::config_file::CONFIG_FILE;
use std::path::{Component, Path, PathBuf};

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

/// Why no articles can be read at `path`.
pub(crate) fn unusable(path: &Path) -> Option<&'static str> {
    if is_off_limits(path, home().as_deref()) {
        return Some("is not read whole; name the folder of the articles");
    }
    (!path.exists()).then_some("is not there; check the spelling of the path")
}

/// The path that `written`, a path in the settings of the newsroom at `root`, means: absolute, without
/// `..`; `~/` is the home folder.
pub(crate) fn resolve(root: &Path, written: &str) -> PathBuf {
    let path = match (written.strip_prefix("~/"), home()) {
        (Some(within), Some(home)) => home.join(within),
        _ => root.join(written),
    };
    let mut plain = PathBuf::new();
    for part in std::path::absolute(&path).unwrap_or(path).components() {
        match part {
            Component::ParentDir => drop(plain.pop()),
            Component::CurDir => {}
            part => plain.push(part),
        }
    }
    plain
}

/// How `path` is written in the settings of the newsroom at `root`: relative where it lies in it or
/// beside it, so that the newsroom can be moved.
pub(crate) fn written(root: &Path, path: &Path) -> String {
    let slashes = |within: &Path| {
        let parts = within.components().map(|part| part.as_os_str().to_string_lossy());
        parts.collect::<Vec<_>>().join("/")
    };
    if let Ok(within) = path.strip_prefix(root) {
        return slashes(within);
    }
    let beside = root.parent().filter(|parent| parent.parent().is_some());
    match beside.and_then(|parent| path.strip_prefix(parent).ok()) {
        Some(within) => format!("../{}", slashes(within)),
        None => path.to_string_lossy().into_owned(),
    }
}
