//! What the corpus keeps of an article.

use crate::keys;
use article::Date;
use sourcing::Reading;
use std::{
    any::Any,
    fmt,
    sync::{Arc, OnceLock},
};

/// Names an article in the corpus: for a file, its path relative to the newsroom's root with
/// forward slashes, or its absolute path where it lies elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleId(pub Arc<str>);

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Name of an outlet as the desk writes it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Outlet(pub Arc<str>);

impl fmt::Display for Outlet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Bytes that a reading takes for each of its tokens, with all that is said of it, and a third of it
/// for what comparison makes of that: measured, over thousands of news articles.
const TOKEN: usize = 300;

/// One article of the corpus.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its name.
    pub id: ArticleId,
    /// Who published it.
    pub outlet: Outlet,
    /// When.
    pub date: Option<Date>,
    /// Whether it is the desk's own copy, which never counts as another outlet.
    pub own: bool,
    /// What it says.
    pub reading: Arc<Reading>,
    /// Hashes of its word shingles, sorted, by which copies are told.
    pub shingles: Vec<u64>,
    /// What a later room makes of it.
    pub prepared: Prepared,
}

/// What a later room makes of an article that is asked for again and again: made when it is first
/// asked for, and kept as long as the article. The corpus does not look inside.
#[derive(Clone, Default)]
pub struct Prepared(OnceLock<Arc<dyn Any + Send + Sync>>);

impl Prepared {
    /// What was made before, or else what `make` makes. Of things of several types the first that
    /// was asked for is kept.
    pub fn get_or_make<T: Any + Send + Sync>(&self, make: impl Fn() -> T) -> Arc<T> {
        let kept = self.0.get_or_init(|| Arc::new(make()));
        Arc::clone(kept).downcast().unwrap_or_else(|_| Arc::new(make()))
    }
}

impl fmt::Debug for Prepared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Prepared").field("made", &self.0.get().is_some()).finish_non_exhaustive()
    }
}

impl Entry {
    /// Whether it is a fact-check of a claim, and no report of a story.
    pub fn is_review(&self) -> bool {
        self.reading.article.metadata.is_review()
    }

    /// An entry with its date and shingles made from `reading`.
    pub fn new(id: ArticleId, outlet: Outlet, own: bool, reading: Arc<Reading>) -> Self {
        let date = reading.article.metadata.date();
        let shingles = keys::shingles(&reading);
        Self { id, outlet, date, own, reading, shingles, prepared: Prepared::default() }
    }

    /// About how many bytes of memory it takes.
    pub(crate) fn bytes(&self) -> usize {
        let tokens: usize = self.reading.paragraphs.iter().map(|it| it.text.tokens.len()).sum();
        2 * self.reading.article.source.len() + TOKEN * tokens
    }
}
