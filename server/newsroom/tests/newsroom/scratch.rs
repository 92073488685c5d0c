//! A folder that is removed when the test ends.

use newsroom::{Newsroom, Skipped};
use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};

/// A folder of its own under the build's temporary one.
pub struct Scratch(PathBuf);

impl Scratch {
    /// With `files`: name and content.
    pub fn new(files: &[(&str, &str)]) -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let scratch = Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
        std::fs::create_dir_all(&scratch.0).unwrap();
        for (name, content) in files {
            scratch.write(name, content.as_bytes());
        }
        scratch
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub fn write(&self, name: &str, content: &[u8]) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }

    pub fn open(&self) -> (Newsroom, Vec<Skipped>) {
        Newsroom::open(&self.0, &|_, _| ControlFlow::Continue(()))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Ids and outlets of the articles of a newsroom.
pub fn articles(newsroom: &Newsroom) -> Vec<String> {
    newsroom.corpus.cards().map(|card| format!("{} by {}", card.id, card.outlet)).collect()
}
