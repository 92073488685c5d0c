//! Keeps many readings and finds them again.
//!
//! In: [`Entry`]s, one for each article file. Out: the entries that may tell the same story as a
//! given reading. [`Corpus`] is the door; [`Memory`] keeps a [`Card`] of every article in memory and
//! readings as far as they fit; a [`Feed`] brings articles. Knows nothing of rules or editors; whether two articles really tell one story is for
//! `coverage` to say.

mod card;
mod entry;
mod feed;
mod kept;
mod keys;
mod memory;

pub use card::{Card, Listed};
pub use entry::{ArticleId, Entry, Outlet, Prepared};
pub use feed::{Feed, FeedError, Item, slug};
pub use kept::Kept;
pub use keys::shingles;
pub use memory::{Memory, Shelf};

use article::Date;
use sourcing::Reading;
use std::sync::Arc;

/// Articles kept and found again.
pub trait Corpus: Send + Sync {
    /// Keeps an entry, in place of an earlier one with the same id.
    fn file(&mut self, entry: Entry) -> Result<(), CorpusError>;

    /// Forgets an entry; says whether it was there.
    fn remove(&mut self, id: &ArticleId) -> Result<bool, CorpusError>;

    /// The entry with this id.
    fn get(&self, id: &ArticleId) -> Result<Option<Arc<Entry>>, CorpusError>;

    /// Entries that share rare names, quantities or quotes with `query`, best first.
    fn candidates(&self, query: &Query<'_>) -> Result<Candidates, CorpusError>;

    /// How many entries there are.
    fn len(&self) -> usize;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// What to look for.
#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    /// The article that others are sought for.
    pub reading: &'a Reading,
    /// Its own id, which is never among the answers.
    pub id: &'a ArticleId,
    /// Its outlet, whose other articles are no other outlet's.
    pub outlet: Option<&'a Outlet>,
    /// Its date; without one, entries of any date are found.
    pub date: Option<Date>,
    /// Days before and after `date` in which others count as news of the same event.
    pub window_days: u32,
    /// Most entries to return.
    pub limit: usize,
}

/// What was found, and whether everything could be asked.
#[derive(Debug, Clone, Default)]
pub struct Candidates {
    /// Best first; equal scores by id.
    pub entries: Vec<Arc<Entry>>,
    /// Published fact-checks of what may be said in the article, whenever and by whom they were made;
    /// best first; equal scores by id.
    pub reviews: Vec<Arc<Entry>>,
    /// What did not answer, in words for the user; empty when everything did.
    pub gaps: Vec<String>,
}

/// The corpus could not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CorpusError {
    /// The store behind it failed.
    #[error("{doing}: {reason}")]
    Store {
        /// What was being done.
        doing: String,
        /// What went wrong and what to try.
        reason: String,
    },
}
