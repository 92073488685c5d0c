//! The files beside an article that a change may touch, as they stand.

use crate::state::{DocumentId, Finished, Home, Snapshot, State};
use article::Format;
use newsroom::{Annotations, CONFIG_FILE, IGNORE_FILE, Newsroom};
use rules::{Beside, Target};
use std::{
    io,
    path::{Path, PathBuf},
};

/// The files beside an article.
#[derive(Debug, Default)]
pub struct Files {
    id: String,
    name: String,
    inline: bool,
    sidecar: Option<File>,
    ignores: Option<File>,
    config: Option<File>,
}

/// A file beside an article.
#[derive(Debug)]
pub struct File {
    /// Where it is or would be.
    pub path: PathBuf,
    /// Its name and version in the editor, where it is open there.
    pub open: Option<(DocumentId, i32)>,
    /// Its text, where there is one.
    pub text: Option<String>,
}

impl Files {
    /// The files beside `file`: the editor's text where it has one open, else what is on disk.
    pub fn read(file: &Snapshot, finished: &Finished, state: &State) -> Self {
        let read = |path: PathBuf| File::read(path, state);
        let in_folder = |name: &str| finished.folder.as_deref().and_then(|it| read(it.join(name)));
        let sidecar = match &file.home {
            Home::File(path) => read(Newsroom::sidecar_path(path)),
            Home::Untitled(_) | Home::Settings(_) => None,
        };
        let name = file.home.path().file_name().unwrap_or_default();
        let inline = match finished.config.annotations {
            Some(chosen) => chosen == Annotations::Inline,
            None => finished.checked.reading.article.format == Format::Markdown,
        };
        Self {
            id: finished.article.to_string(),
            name: name.to_string_lossy().into_owned(),
            inline,
            sidecar,
            ignores: in_folder(IGNORE_FILE),
            config: in_folder(CONFIG_FILE),
        }
    }

    /// The same for the rules.
    pub fn beside(&self) -> Beside<'_> {
        Beside {
            id: &self.id,
            name: &self.name,
            inline: self.inline,
            sidecar: text(self.sidecar.as_ref()),
            ignores: text(self.ignores.as_ref()),
            config: text(self.config.as_ref()),
        }
    }

    /// The file that edits of `target` change; `None` for the article itself, and where the article
    /// has no such file and cannot have one.
    pub fn get(&self, target: Target) -> Option<&File> {
        match target {
            Target::Article => None,
            Target::Sidecar => self.sidecar.as_ref(),
            Target::IgnoreFile => self.ignores.as_ref(),
            Target::Config => self.config.as_ref(),
        }
    }
}

impl File {
    /// `None` for a file that is there and cannot be read: to change it blindly would destroy it.
    fn read(path: PathBuf, state: &State) -> Option<Self> {
        if let Some((id, file)) = state.at(&path) {
            let (text, version) = (file.document.text(), file.document.version);
            return Some(Self { path, open: Some((id, version)), text: Some(text) });
        }
        let text = on_disk(&path).ok()?;
        Some(Self { path, open: None, text })
    }
}

fn text(file: Option<&File>) -> Option<&str> {
    file.and_then(|file| file.text.as_deref())
}

fn on_disk(path: &Path) -> io::Result<Option<String>> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
