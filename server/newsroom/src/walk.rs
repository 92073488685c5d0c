//! The article files of a folder.

use crate::{Config, Skipped, sidecar};
use article::Format;
use globset::GlobSet;
use ignore::WalkBuilder;
use std::path::{Path, PathBuf};

/// Larger files are no articles.
const LARGEST: u64 = 20 * 1024 * 1024;

/// The article files of the newsroom at `root`, those elsewhere that it names included, sorted, and
/// what was passed over. Hidden and git-ignored files are left out without a word.
pub(crate) fn files(root: &Path, config: &Config) -> (Vec<PathBuf>, Vec<Skipped>) {
    let (mut files, mut skipped) = below(root, root, config);
    for path in &config.also {
        let (there, passed) = below(path, root, config);
        files.extend(there);
        skipped.extend(passed);
    }
    files.sort();
    files.dedup();
    skipped.sort_by(|a, b| a.path.cmp(&b.path));
    skipped.dedup();
    (files, skipped)
}

/// The article files at or below `path`, and what was passed over.
pub(crate) fn below(path: &Path, root: &Path, config: &Config) -> (Vec<PathBuf>, Vec<Skipped>) {
    let mut files = Vec::new();
    let mut skipped = Vec::new();
    for entry in WalkBuilder::new(path).require_git(false).follow_links(true).build() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                skipped.push(unwalkable(path, &error));
                continue;
            }
        };
        let path = entry.path();
        if !entry.file_type().is_some_and(|kind| kind.is_file()) || !is_article(path, root, config)
        {
            continue;
        }
        match entry.metadata() {
            Ok(metadata) if metadata.len() > LARGEST => skipped.push(Skipped {
                path: path.into(),
                reason: format!("larger than {} MB; too large for an article", LARGEST >> 20),
            }),
            _ => files.push(path.into()),
        }
    }
    (files, skipped)
}

/// How many files at or below `path` are no articles, by their names.
pub(crate) fn others(path: &Path, root: &Path, config: &Config) -> usize {
    let entries = WalkBuilder::new(path).require_git(false).follow_links(true).build().flatten();
    let files = entries.filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
    let beside =
        |path: &Path| sidecar::is_sidecar(path) || path.extension() == Some("toml".as_ref());
    files.filter(|it| !beside(it.path()) && !is_article(it.path(), root, config)).count()
}

/// Whether the file at `path` is one of the newsroom's articles, by its name.
pub(crate) fn is_article(path: &Path, root: &Path, config: &Config) -> bool {
    format(path).is_some()
        && !sidecar::is_sidecar(path)
        && (config.include.is_empty()
            || matches(&config.include, path, root, config)
            || config.also.iter().any(|also| path.starts_with(also)))
        && !matches(&config.exclude, path, root, config)
}

/// Whether one of `globs` means the file at `path`: as it lies in the newsroom's folder or, outside it,
/// in the folder that `also` names, or by all of its path.
pub(crate) fn matches(globs: &GlobSet, path: &Path, root: &Path, config: &Config) -> bool {
    if let Ok(within) = path.strip_prefix(root) {
        return globs.is_match(within);
    }
    globs.is_match(path)
        || config.also.iter().any(|also| path.strip_prefix(also).is_ok_and(|it| globs.is_match(it)))
}

/// The format of a file, by its extension.
pub(crate) fn format(path: &Path) -> Option<Format> {
    let extension = path.extension()?.to_str()?;
    let is = |known: &[&str]| known.iter().any(|other| other.eq_ignore_ascii_case(extension));
    if is(&["md", "markdown"]) {
        return Some(Format::Markdown);
    }
    is(&["txt", "text"]).then_some(Format::Plain)
}

fn unwalkable(root: &Path, error: &ignore::Error) -> Skipped {
    let mut inner = error;
    let mut path = root;
    loop {
        match inner {
            ignore::Error::WithPath { path: at, err } => (path, inner) = (at, err),
            ignore::Error::WithDepth { err, .. } => inner = err,
            ignore::Error::Loop { child, .. } => {
                let reason = "a symbolic link to a folder around it".into();
                return Skipped { path: child.clone(), reason };
            }
            _ => {
                return Skipped {
                    path: path.into(),
                    reason: format!("could not be read: {inner}"),
                };
            }
        }
    }
}
