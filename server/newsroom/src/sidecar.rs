//! The annotations beside an article: `ARTICLE.annotations.jsonld`.

use std::path::{Path, PathBuf};

const SUFFIX: &str = ".annotations.jsonld";

/// The file that holds the annotations of the article at `path`.
pub fn sidecar_path(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(SUFFIX);
    name.into()
}

/// Whether `path` is such a file.
pub(crate) fn is_sidecar(path: &Path) -> bool {
    path.to_str().is_some_and(|path| path.ends_with(SUFFIX))
}
