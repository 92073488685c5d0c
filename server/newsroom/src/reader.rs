//! Files read as articles of a newsroom.

use crate::{Config, guarded, sidecar, walk};
use article::{Article, Decoded, Format, Hint, Problem};
use corpus::{ArticleId, Entry, Outlet, Shelf};
use sourcing::Reading;
use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Reads files with what a newsroom knows about them.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    pub root: &'a Path,
    pub config: &'a Config,
}

impl Reader<'_> {
    /// Reads `text`, the article at `path`, and the quote tags in the sidecar beside it.
    pub fn article(self, path: &Path, text: &str, previous: Option<&Article>) -> Article {
        let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
        let file = path.file_name().unwrap_or_default();
        let name = format!("{}/{}", folder.to_string_lossy(), file.to_string_lossy());
        let format = walk::format(path).unwrap_or(Format::Plain);
        let usual_outlet = self.outlet_by_path(path).map(Into::into);
        let hint = Hint { name, usual_outlet, ..Hint::default() };
        let mut article = article::read_again(text, format, &hint, previous);
        match std::fs::read(sidecar::sidecar_path(path)) {
            Ok(bytes) => article.annotate(String::from_utf8_lossy(&bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => {
                let message = format!("annotations: the file beside could not be read: {error}");
                article.problems.push(Problem::of_file(message));
            }
        }
        article
    }

    /// The article at `path` for the corpus, as `text` or as it is on disk; why not, if it cannot be.
    pub fn entry(self, path: &Path, text: Option<&str>) -> Result<Entry, String> {
        let on_disk = || {
            let bytes = std::fs::read(path).map_err(|e| format!("could not be read: {e}"))?;
            article::decode(&bytes).map_err(|error| error.to_string())
        };
        let assumed = |text: &str| Decoded { text: text.into(), exact: true, problem: None };
        let Decoded { text, problem, .. } = text.map_or_else(on_disk, |text| Ok(assumed(text)))?;
        let mut article = self.article(path, &text, None);
        article.problems.extend(problem.map(Problem::of_file));
        if !article.blocks.iter().any(article::Block::is_copy) {
            return Err("holds no copy".into());
        }
        let reading = Arc::new(sourcing::read(Arc::new(article), None));
        Ok(self.entry_of(path, reading))
    }

    /// The article at `path`, which says `reading`, for the corpus.
    pub fn entry_of(self, path: &Path, reading: Arc<Reading>) -> Entry {
        let id = self.id_of(path);
        let outlet = outlet(&reading, &id);
        let own =
            self.config.outlet.as_ref().is_some_and(|own| own.eq_ignore_ascii_case(&outlet.0));
        Entry::new(id, outlet, own, reading)
    }

    /// The name of the article at `path`: relative to the root, or absolute where it lies outside.
    pub fn id_of(self, path: &Path) -> ArticleId {
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.into());
        let name = match absolute.strip_prefix(self.root) {
            Ok(within) if !self.root.as_os_str().is_empty() => within
                .components()
                .map(|part| part.as_os_str().to_string_lossy())
                .collect::<Vec<_>>()
                .join("/"),
            _ => absolute.to_string_lossy().into_owned(),
        };
        ArticleId(name.into())
    }

    fn outlet_by_path(&self, path: &Path) -> Option<&str> {
        let is_theirs = |globs| walk::matches(globs, path, self.root, self.config);
        let (name, _) = self.config.outlets.iter().find(|(_, globs)| is_theirs(globs))?;
        Some(name)
    }
}

/// The files of a newsroom, for the corpus to fetch articles from.
#[derive(Debug)]
pub(crate) struct Files {
    pub root: PathBuf,
    pub config: Config,
}

impl Files {
    pub fn reader(&self) -> Reader<'_> {
        Reader { root: &self.root, config: &self.config }
    }
}

impl Shelf for Files {
    fn fetch(&self, id: &ArticleId) -> Result<Entry, String> {
        guarded(|| self.reader().entry(&self.root.join(&*id.0), None))
    }
}

/// The outlet of an article. Articles that name none are told apart by their files.
pub(crate) fn outlet(reading: &Reading, id: &ArticleId) -> Outlet {
    let name = match &reading.article.metadata.outlet {
        Some(fact) => fact.value.clone(),
        None => format!("unnamed outlet ({})", shortened(id)),
    };
    Outlet(name.into())
}

/// Most characters of a file's name that are shown whole.
const SHORT: usize = 24;

/// What tells an article's file from others: its name, with the folder where it is a mere number
/// or date, and only the ends of it where it is long.
fn shortened(id: &ArticleId) -> String {
    let name = id.0.rsplit_once('.').map_or(&*id.0, |(name, _)| name);
    let (folders, file) = name.rsplit_once('/').unwrap_or(("", name));
    let folder = folders.rsplit('/').next().unwrap_or_default();
    if !folder.is_empty() && !file.contains(char::is_alphabetic) {
        return format!("{folder}/{file}");
    }
    let letters: Vec<char> = file.chars().collect();
    if letters.len() <= SHORT {
        return file.into();
    }
    let text = |letters: &[char]| letters.iter().collect::<String>();
    format!("{}…{}", text(&letters[..SHORT / 2]), text(&letters[letters.len() - SHORT / 2..]))
}
