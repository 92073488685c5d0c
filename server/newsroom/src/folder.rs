//! The newsroom's folder.

use crate::{
    Checked, Config, ConfigProblem, IgnoreFile,
    config_file::{self, CONFIG_FILE},
    guarded,
    ignore_file::IGNORE_FILE,
    ignored, locate,
    reader::{Files, Reader, outlet},
    sidecar, walk,
};
use article::Article;
use corpus::{ArticleId, Candidates, Corpus, Entry, Memory, Query};
use std::{
    fmt,
    io::ErrorKind,
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
};

/// A folder of articles.
#[derive(Debug, Default)]
pub struct Newsroom {
    /// Its folder.
    pub root: PathBuf,
    /// Its configuration.
    pub config: Config,
    /// Findings that somebody dismissed.
    pub ignored: IgnoreFile,
    /// Its articles.
    pub corpus: Memory,
}

/// A file that was passed over, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The file.
    pub path: PathBuf,
    /// Why, and what to do about it.
    pub reason: String,
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.reason)
    }
}

/// Hears how many files of how many are read; breaks it off.
pub type Progress<'a> = dyn Fn(usize, usize) -> ControlFlow<()> + 'a;

/// Most other articles that one is compared with.
const MOST_CANDIDATES: usize = 50;

impl Newsroom {
    /// The nearest folder at or above `path` that holds a `presscheck.toml`, the home folder and
    /// the root of the file system excepted.
    pub fn find_root(path: &Path) -> Option<PathBuf> {
        locate::configured_root(path, locate::home().as_deref())
    }

    /// The newsroom in `root` with its configuration and ignore file, its articles not yet read.
    pub fn configured(root: &Path) -> (Self, Vec<ConfigProblem>) {
        let root = std::path::absolute(root).unwrap_or_else(|_| root.into());
        let mut problems = Vec::new();
        let mut settings = |name: &str| {
            let path = root.join(name);
            match std::fs::read(&path) {
                Ok(bytes) => Some((path, String::from_utf8_lossy(&bytes).into_owned())),
                Err(error) if error.kind() == ErrorKind::NotFound => None,
                Err(error) => {
                    let message = format!("could not be read: {error}");
                    problems.push(ConfigProblem { path, line: 1, message });
                    None
                }
            }
        };
        let (config, ignored) = (settings(CONFIG_FILE), settings(IGNORE_FILE));
        let (config, found) =
            config.map(|(path, text)| config_file::parse(&path, &text)).unwrap_or_default();
        problems.extend(found);
        let (ignored, found) =
            ignored.map(|(path, text)| IgnoreFile::parse(&path, &text)).unwrap_or_default();
        problems.extend(found);
        let shelf = Files { root: root.clone(), config: config.clone() };
        let bytes = usize::try_from(config.memory_mb).unwrap_or(usize::MAX).saturating_mul(1 << 20);
        let corpus = Memory::over(Arc::new(shelf), bytes);
        (Self { root, config, ignored, corpus }, problems)
    }

    /// The newsroom in `root` with all its articles. `progress` hears how many files of how many
    /// are read, and may break it off; what is read by then is kept. Says which files it passed
    /// over; problems of the configuration are told by [`Newsroom::configured`].
    pub fn open(root: &Path, progress: &Progress<'_>) -> (Self, Vec<Skipped>) {
        let (mut newsroom, _) = Self::configured(root);
        if locate::is_off_limits(&newsroom.root, locate::home().as_deref()) {
            let reason = "not read as a newsroom: open the folder of the articles".into();
            let path = newsroom.root.clone();
            return (newsroom, vec![Skipped { path, reason }]);
        }
        let (files, mut skipped) = walk::files(&newsroom.root, &newsroom.config);
        let shelf = Files { root: newsroom.root.clone(), config: newsroom.config.clone() };
        let mut unread = files.len();
        read_all(&files, shelf.reader(), |at, entry| {
            unread -= 1;
            match entry {
                Ok(entry) => newsroom.corpus.shelve(entry),
                Err(reason) => skipped.push(Skipped { path: files[at].clone(), reason }),
            }
            progress(files.len() - unread, files.len())
        });
        if 0 < unread {
            let reason = format!("broken off; {unread} of {} files were not read", files.len());
            skipped.push(Skipped { path: newsroom.root.clone(), reason });
        }
        skipped.sort_by(|a, b| a.path.cmp(&b.path));
        (newsroom, skipped)
    }

    /// Takes the article at `path` into the corpus as `text`, or as it is on disk. Says why where it
    /// cannot; an earlier version of it is then forgotten.
    pub fn refresh_file(&mut self, path: &Path, text: Option<&str>) -> Option<Skipped> {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.into());
        if path == self.root.join(IGNORE_FILE) {
            self.ignored = Self::configured(&self.root).0.ignored;
            return None;
        }
        if !walk::is_article(&path, &self.root, &self.config) {
            return None;
        }
        match self.reader().entry(&path, text) {
            Ok(entry) if text.is_none() => {
                self.corpus.shelve(entry);
                None
            }
            Ok(entry) => {
                self.file(entry);
                None
            }
            Err(reason) => {
                self.remove_file(&path);
                Some(Skipped { path, reason })
            }
        }
    }

    /// Takes the article at `path` into the corpus as it was checked, without reading it again.
    pub fn refresh_checked(&mut self, path: &Path, checked: &Checked) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.into());
        let reading = Arc::clone(&checked.reading);
        if !walk::is_article(&path, &self.root, &self.config) {
            return;
        }
        if !reading.article.blocks.iter().any(article::Block::is_copy) {
            self.remove_file(&path);
            return;
        }
        let entry = self.reader().entry_of(&path, reading);
        self.file(entry);
    }

    /// Forgets the article at `path`; says whether it was there.
    pub fn remove_file(&mut self, path: &Path) -> bool {
        if path == self.root.join(IGNORE_FILE) {
            self.ignored = IgnoreFile::default();
        }
        self.corpus.remove(&self.id_of(path)).unwrap_or(false)
    }

    fn file(&mut self, entry: Entry) {
        // Keeping in memory cannot fail; a store that can will have somebody to tell.
        let _ = self.corpus.file(entry);
    }

    /// The name of the article at `path`: relative to the root, or absolute where it lies outside.
    pub fn id_of(&self, path: &Path) -> ArticleId {
        self.reader().id_of(path)
    }

    /// Where the article called `id` lies.
    pub fn path_of(&self, id: &ArticleId) -> PathBuf {
        self.root.join(&*id.0)
    }

    /// Reads `text`, the article at `path`, with what the newsroom knows about it and the quote tags
    /// in the sidecar beside it.
    pub fn article(&self, path: &Path, text: &str) -> Article {
        self.reader().article(path, text, None)
    }

    fn reader(&self) -> Reader<'_> {
        Reader { root: &self.root, config: &self.config }
    }

    /// Takes `text`, the article at `path`, through every room. What stands unchanged in `previous`
    /// is taken over from there; the result is the same as without it.
    pub fn check(&self, path: &Path, text: &str, previous: Option<&Checked>) -> Checked {
        let id = self.id_of(path);
        // Whatever was read for the others to be compared with need not be read again.
        let filed = || Some(Arc::clone(&self.corpus.get(&id).ok()??.reading));
        let known = previous.map(|checked| Arc::clone(&checked.reading)).or_else(filed);
        let known = known.as_deref();
        let article = self.reader().article(path, text, known.map(|reading| &*reading.article));
        let reading = sourcing::read(Arc::new(article), known);
        let outlet = outlet(&reading, &id);
        let query = Query {
            reading: &reading,
            id: &id,
            outlet: Some(&outlet),
            date: reading.article.metadata.date(),
            window_days: self.config.window_days,
            limit: MOST_CANDIDATES,
        };
        let candidates = self.corpus.candidates(&query).unwrap_or_else(|error| Candidates {
            gaps: vec![error.to_string()],
            ..Candidates::default()
        });
        let covered = previous.map(|checked| &*checked.coverage);
        let coverage = coverage::cover_again(&reading, &candidates, covered);
        let context = rules::Context::new(&reading, &coverage, &self.config.rules);
        let known = previous.map(|checked| (&*checked.reading, &*checked.marks));
        let (mut findings, marks) = rules::check_again(&context, known);
        let dismissed = ignored::Dismissed::new(&reading.article, &id, &self.ignored);
        // The copy of a fact-check is somebody else's claim, right or wrong.
        let is_review = reading.article.metadata.is_review();
        findings.retain(|finding| !is_review && !dismissed.covers(finding));
        Checked {
            reading: Arc::new(reading),
            coverage: Arc::new(coverage),
            findings: Arc::new(findings),
            marks: Arc::new(marks),
        }
    }

    /// Whether the file at `path` can be an article, by its name.
    pub fn is_text(path: &Path) -> bool {
        walk::format(path).is_some()
    }

    /// Where the annotations of the article at `path` are kept.
    pub fn sidecar_path(path: &Path) -> PathBuf {
        sidecar::sidecar_path(path)
    }
}

/// Reads `files` on all cores. `take` gets each with its number as it comes, and may break it off.
fn read_all(
    files: &[PathBuf],
    reader: Reader<'_>,
    mut take: impl FnMut(usize, Result<Entry, String>) -> ControlFlow<()>,
) {
    let next = AtomicUsize::new(0);
    let cores = std::thread::available_parallelism().map_or(1, Into::into);
    // Read files wait here until they are taken; a few, lest they all be in memory at once.
    let (send, read) = mpsc::sync_channel(4 * cores);
    std::thread::scope(|scope| {
        for _ in 0..cores.min(files.len()) {
            let (send, next) = (send.clone(), &next);
            scope.spawn(move || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(path) = files.get(at) else { return };
                    let entry = guarded(|| reader.entry(path, None));
                    if send.send((at, entry)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(send);
        for (at, entry) in read {
            if take(at, entry).is_break() {
                next.store(files.len(), Ordering::Relaxed);
            }
        }
    });
}
