//! The rules' documentation as files that the code of a finding leads to.
//!
//! A link to the web would leave the machine and could show another version's page. A file in the
//! user's cache folder opens offline in every editor that follows links, and fits this server.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

/// Writes a page for each rule where it is not there yet; says in which folder.
pub fn write() -> io::Result<PathBuf> {
    let folder = cache()?.join(concat!("rules-", env!("CARGO_PKG_VERSION")));
    fs::create_dir_all(&folder)?;
    for rule in rules::registry::ALL {
        let (page, path) = (rule.docs(), path(&folder, rule.id));
        if fs::read(&path).ok().as_deref() != Some(page.as_bytes()) {
            fs::write(path, page)?;
        }
    }
    Ok(folder)
}

/// The page of a rule.
pub fn path(folder: &Path, rule: &str) -> PathBuf {
    folder.join(format!("{rule}.md"))
}

/// Our folder among the user's caches, by the customs of the system.
pub fn cache() -> io::Result<PathBuf> {
    let set = |name| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let at_home = if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" };
    let caches = if cfg!(windows) {
        set("LOCALAPPDATA")
    } else {
        let home = || Some(env::home_dir()?.join(at_home)).filter(|it| it.is_absolute());
        set("XDG_CACHE_HOME").or_else(home)
    };
    let none = || io::Error::other("no folder for caches: set XDG_CACHE_HOME or HOME");
    Ok(caches.ok_or_else(none)?.join("presscheck"))
}
