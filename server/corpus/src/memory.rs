//! The corpus of a newsroom folder: a card of every article, found by rare keys, and as many readings
//! as fit in memory.

use crate::{ArticleId, Candidates, Card, Corpus, CorpusError, Entry, Kept, Query, keys};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Keys that two articles share before they are looked at together. One is chance.
const FEWEST_SHARED: usize = 2;

/// Where articles lie whose readings were let go of.
pub trait Shelf: fmt::Debug + Send + Sync {
    /// The article as it lies there now, or why it could not be read.
    fn fetch(&self, id: &ArticleId) -> Result<Entry, String>;
}

/// Articles by id and by key.
#[derive(Debug, Default)]
pub struct Memory {
    /// Where the card of each article is.
    slots: BTreeMap<ArticleId, usize>,
    cards: Vec<Option<Card>>,
    /// Slots that hold nothing.
    free: Vec<usize>,
    /// The fact-checks among the articles.
    reviews: BTreeSet<ArticleId>,
    /// For each key the slots of the articles that have it, sorted.
    postings: HashMap<u64, Vec<usize>>,
    /// Articles that nobody could bring again.
    held: BTreeMap<usize, Arc<Entry>>,
    shelved: Option<Shelved>,
}

/// Articles that lie on a shelf, and those of them that are in memory.
#[derive(Debug)]
struct Shelved {
    shelf: Arc<dyn Shelf>,
    kept: Mutex<Kept<usize, Arc<Entry>>>,
}

impl Shelved {
    fn kept(&self) -> MutexGuard<'_, Kept<usize, Arc<Entry>>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Memory {
    /// One that keeps at most so many bytes of what `shelf` can bring again.
    pub fn over(shelf: Arc<dyn Shelf>, bytes: usize) -> Self {
        let shelved = Shelved { shelf, kept: Mutex::new(Kept::new(bytes)) };
        Self { shelved: Some(shelved), ..Self::default() }
    }

    /// Takes in an entry, in place of an earlier one with the same id, that lies on the shelf as it
    /// is: its reading may be let go of. What does not lie there is for [`Corpus::file`].
    pub fn shelve(&mut self, entry: Entry) {
        let slot = self.list(&entry);
        match &self.shelved {
            Some(shelved) => {
                let bytes = entry.bytes();
                shelved.kept().put(slot, Arc::new(entry), bytes);
            }
            None => drop(self.held.insert(slot, Arc::new(entry))),
        }
    }

    /// Cards in order of id.
    pub fn cards(&self) -> impl Iterator<Item = &Card> {
        self.slots.values().filter_map(|&slot| self.cards[slot].as_ref())
    }

    /// How many articles are read again when they are needed.
    pub fn let_go(&self) -> usize {
        let kept = self.shelved.as_ref().map_or(0, |shelved| shelved.kept().len());
        self.slots.len() - self.held.len() - kept
    }

    fn entry(&self, slot: usize, card: &Card) -> Result<Arc<Entry>, CorpusError> {
        if let Some(held) = self.held.get(&slot) {
            return Ok(Arc::clone(held));
        }
        let failed = |reason| {
            let doing = format!("{} could not be compared with", card.id);
            CorpusError::Store { doing, reason }
        };
        let shelved = self.shelved.as_ref().ok_or_else(|| failed("it is gone".into()))?;
        if let Some(kept) = shelved.kept().get(&slot) {
            return Ok(Arc::clone(kept));
        }
        // Not under the lock: others need not wait for a file to be read.
        let entry = Arc::new(shelved.shelf.fetch(&card.id).map_err(failed)?);
        shelved.kept().put(slot, Arc::clone(&entry), entry.bytes());
        Ok(entry)
    }

    /// The fact-checks that share keys with any part of the article.
    fn reviews(&self, query: &Query<'_>) -> Vec<usize> {
        if self.reviews.is_empty() {
            return Vec::new();
        }
        let keys = keys::of_all(query.reading);
        let shared =
            |card: &Card| card.keys.iter().filter(|&key| keys.binary_search(key).is_ok()).count();
        let reviews = self.reviews.iter().filter(|id| *id != query.id);
        let reviews = reviews.filter_map(|id| self.slots.get(id).copied());
        let reviews = reviews.filter_map(|slot| Some((slot, self.cards[slot].as_ref()?)));
        let scored = reviews.map(|(slot, card)| (shared(card), slot, card));
        let alike = scored.filter(|(shared, ..)| FEWEST_SHARED <= *shared);
        best(alike.map(|(shared, slot, card)| (shared as f32, slot, card)), query.limit)
    }

    /// Other articles that share keys with the article.
    fn reports(&self, query: &Query<'_>) -> Vec<usize> {
        let eligible =
            |card: &Card| !card.is_review && is_other(card, query) && is_near(card, query);
        if !self.cards().any(eligible) {
            return Vec::new();
        }
        // Keys come sorted and each article adds up its own, so that scores are the same each time.
        let mut scores = vec![(0, 0.0_f32); self.cards.len()];
        for key in keys::of(query.reading) {
            if let Some(slots) = self.postings.get(&key) {
                let weight = (1.0 + self.len() as f32 / slots.len() as f32).ln();
                for &slot in slots {
                    let (shared, score) = &mut scores[slot];
                    *shared += 1;
                    *score += weight;
                }
            }
        }
        let found = self.cards.iter().zip(scores).enumerate();
        let found = found
            .filter(|(_, (_, (shared, _)))| FEWEST_SHARED <= *shared)
            .filter_map(|(slot, (card, (_, score)))| Some((score, slot, card.as_ref()?)))
            .filter(|(.., card)| eligible(card));
        best(found, query.limit)
    }

    /// Writes the card of `entry`, in place of an earlier one; says where.
    fn list(&mut self, entry: &Entry) -> usize {
        self.forget(&entry.id);
        let slot = self.free.pop().unwrap_or_else(|| {
            self.cards.push(None);
            self.cards.len() - 1
        });
        let card = Card::of(entry);
        for &key in &card.keys {
            let slots = self.postings.entry(key).or_default();
            let at = slots.partition_point(|&other| other < slot);
            slots.insert(at, slot);
        }
        if card.is_review {
            self.reviews.insert(card.id.clone());
        }
        self.slots.insert(card.id.clone(), slot);
        self.cards[slot] = Some(card);
        slot
    }

    fn forget(&mut self, id: &ArticleId) -> bool {
        let Some(slot) = self.slots.remove(id) else { return false };
        self.held.remove(&slot);
        if let Some(shelved) = &self.shelved {
            shelved.kept().remove(&slot);
        }
        let Some(card) = self.cards[slot].take() else { return false };
        self.reviews.remove(id);
        for key in &card.keys {
            if let Some(slots) = self.postings.get_mut(key) {
                if let Ok(at) = slots.binary_search(&slot) {
                    slots.remove(at);
                }
                if slots.is_empty() {
                    self.postings.remove(key);
                }
            }
        }
        self.free.push(slot);
        true
    }
}

impl Corpus for Memory {
    fn file(&mut self, entry: Entry) -> Result<(), CorpusError> {
        let slot = self.list(&entry);
        self.held.insert(slot, Arc::new(entry));
        Ok(())
    }

    fn remove(&mut self, id: &ArticleId) -> Result<bool, CorpusError> {
        Ok(self.forget(id))
    }

    fn get(&self, id: &ArticleId) -> Result<Option<Arc<Entry>>, CorpusError> {
        let Some(&slot) = self.slots.get(id) else { return Ok(None) };
        self.cards[slot].as_ref().map(|card| self.entry(slot, card)).transpose()
    }

    fn candidates(&self, query: &Query<'_>) -> Result<Candidates, CorpusError> {
        let mut gaps = Vec::new();
        let mut bring = |slots: Vec<usize>| -> Vec<Arc<Entry>> {
            let cards = slots.iter().filter_map(|&slot| Some((slot, self.cards[slot].as_ref()?)));
            let brought = cards.map(|(slot, card)| self.entry(slot, card));
            let told = brought.map(|it| it.map_err(|error| gaps.push(error.to_string())));
            told.filter_map(Result::ok).collect()
        };
        let (entries, reviews) = (bring(self.reports(query)), bring(self.reviews(query)));
        Ok(Candidates { entries, reviews, gaps })
    }

    fn len(&self) -> usize {
        self.slots.len()
    }
}

/// The slots of at most `limit` of what was found, each found with what its shared keys are worth.
fn best<'a>(found: impl Iterator<Item = (f32, usize, &'a Card)>, limit: usize) -> Vec<usize> {
    // A long article shares a few keys with everything.
    let worth = |score: f32, card: &Card| score / (card.keys.len() as f32).sqrt();
    let mut scored: Vec<_> =
        found.map(|(score, slot, card)| (worth(score, card), slot, card)).collect();
    scored.sort_by(|(a, _, first), (b, _, second)| b.total_cmp(a).then(first.id.cmp(&second.id)));
    scored.truncate(limit);
    scored.into_iter().map(|(_, slot, _)| slot).collect()
}

/// Whether `card` is another outlet's. An outlet's other articles say nothing new of its own.
fn is_other(card: &Card, query: &Query<'_>) -> bool {
    let same = query.outlet.is_some_and(|outlet| outlet.0.eq_ignore_ascii_case(&card.outlet.0));
    card.id != *query.id && !same
}

/// Whether `card` is of the same days, as far as is known.
fn is_near(card: &Card, query: &Query<'_>) -> bool {
    let (Some(ours), Some(theirs)) = (query.date, card.date) else { return true };
    let apart = ours.duration_until(theirs).as_hours().unsigned_abs() / 24;
    apart <= u64::from(query.window_days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Outlet;
    use article::{Format, Hint};

    #[test]
    fn forgetting_everything_leaves_nothing_behind() {
        let mut memory = Memory::default();
        let texts = ["The Halden dam cracked on Monday.", "A court fined the baker on Monday."];
        let ids = texts.map(|text| {
            let article = article::read(text, Format::Plain, &Hint::default());
            let reading = Arc::new(sourcing::read(Arc::new(article), None));
            let id = ArticleId(text.into());
            let entry = Entry::new(id.clone(), Outlet("Post".into()), false, reading);
            memory.file(entry).expect("memory");
            id
        });
        assert!(!memory.postings.is_empty());
        for id in ids {
            memory.remove(&id).expect("memory");
        }
        assert!(memory.is_empty() && memory.postings.is_empty());
    }
}
