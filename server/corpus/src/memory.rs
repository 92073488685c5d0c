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
    use sourcing::Reading;

    fn reading(text: &str, date: &str) -> Arc<Reading> {
        let hint = Hint { published: date.parse().ok(), ..Hint::default() };
        Arc::new(sourcing::read(Arc::new(article::read(text, Format::Plain, &hint)), None))
    }

    fn id(name: &str) -> ArticleId {
        ArticleId(name.into())
    }

    fn entry(name: &str, outlet: &str, text: &str, date: &str) -> Entry {
        Entry::new(id(name), Outlet(outlet.into()), false, reading(text, date))
    }

    /// Three outlets on a dam, one on a court; the Herald has two on the dam.
    fn corpus() -> Memory {
        let mut memory = Memory::default();
        for (name, outlet, text, date) in [
            ("dam-post", "Post", "The Halden dam cracked on Monday, engineers said.", "2026-03-03"),
            (
                "dam-herald",
                "Herald",
                "Cracks in the Halden dam drove 400 families away.",
                "2026-03-04",
            ),
            (
                "dam-old",
                "Star",
                "The Halden dam cracked and was mended, engineers said.",
                "2025-03-04",
            ),
            ("dam-undated", "Gazette", "Engineers found the Halden dam cracked.", ""),
            ("court-post", "Post", "A court fined the baker for short loaves.", "2026-03-04"),
        ] {
            memory.file(entry(name, outlet, text, date)).expect("memory");
        }
        memory
    }

    #[track_caller]
    fn check(memory: &Memory, outlet: &str, limit: usize, expected: &[&str]) {
        let reading = reading("Engineers said the Halden dam cracked overnight.", "2026-03-04");
        let query = Query {
            reading: &reading,
            id: &id("mine"),
            outlet: Some(&Outlet(outlet.into())),
            date: reading.article.metadata.date(),
            window_days: 7,
            limit,
        };
        let found = memory.candidates(&query).expect("memory").entries;
        let ids: Vec<&str> = found.iter().map(|entry| &*entry.id.0).collect();
        assert_eq!(ids, expected);
    }

    /// Articles that are read when they are asked for.
    #[derive(Debug)]
    struct Folder;

    const FOLDER: [(&str, &str); 3] = [
        ("dam-1", "The Halden dam cracked on Monday, engineers said."),
        ("dam-2", "Cracks in the Halden dam drove 400 families away."),
        ("dam-3", "Engineers found the Halden dam cracked."),
    ];

    impl Shelf for Folder {
        fn fetch(&self, id: &ArticleId) -> Result<Entry, String> {
            let found = FOLDER.iter().find(|(name, _)| *name == &*id.0);
            let (name, text) = found.ok_or("it is not there")?;
            Ok(entry(name, name, text, ""))
        }
    }

    fn shelved(bytes: usize) -> Memory {
        let mut memory = Memory::over(Arc::new(Folder), bytes);
        for (name, _) in FOLDER {
            memory.shelve(Folder.fetch(&id(name)).expect("it is there"));
        }
        memory
    }

    #[test]
    fn what_does_not_fit_is_found_and_read_again() {
        let (all, two) = (shelved(usize::MAX), shelved(7_000));
        assert_eq!((all.let_go(), two.let_go()), (0, 1));
        for _ in 0..2 {
            check(&all, "Times", 9, &["dam-1", "dam-3", "dam-2"]);
            check(&two, "Times", 9, &["dam-1", "dam-3", "dam-2"]);
        }
        assert_eq!((all.let_go(), two.let_go()), (0, 1));
    }

    #[test]
    fn what_lies_on_no_shelf_is_held() {
        let mut memory = shelved(0);
        assert_eq!(memory.let_go(), 2);
        let text = "The Halden dam cracked, as an editor types it.";
        for (name, shelved) in [("dam-1", false), ("new", false), ("dam-3", true)] {
            let entry = entry(name, name, text, "");
            if shelved { memory.shelve(entry) } else { memory.file(entry).expect("memory") }
        }
        assert_eq!(memory.let_go(), 1);
        let typed = |name| {
            let entry = memory.get(&id(name)).expect("it can be read").expect("it is listed");
            &*entry.reading.article.source == text
        };
        assert!(typed("dam-1") && typed("new"));
        assert!(memory.get(&id("dam-2")).is_ok_and(|it| it.is_some()) && !typed("dam-3"));
    }

    #[test]
    fn what_cannot_be_read_again_is_a_gap() {
        let mut memory = shelved(0);
        memory.shelve(entry("dam-gone", "Post", "The Halden dam cracked overnight.", ""));
        assert!(memory.get(&id("dam-2")).is_ok());
        let reading = reading("The Halden dam cracked overnight.", "");
        let query = Query {
            reading: &reading,
            id: &id("mine"),
            outlet: None,
            date: None,
            window_days: 7,
            limit: 9,
        };
        let found = memory.candidates(&query).expect("memory");
        assert_eq!(found.entries.len(), 3);
        assert_eq!(found.gaps, ["dam-gone could not be compared with: it is not there"]);
    }

    #[test]
    fn others_on_the_same_days_are_found_best_first() {
        check(&corpus(), "Times", 9, &["dam-post", "dam-undated", "dam-herald"]);
        check(&corpus(), "Times", 1, &["dam-post"]);
    }

    #[test]
    fn an_outlets_own_articles_are_not_another_outlet() {
        check(&corpus(), "post", 9, &["dam-undated", "dam-herald"]);
    }

    #[test]
    fn a_fact_check_is_found_from_any_time_and_is_no_report() {
        let mut memory = corpus();
        let text = "---\nclaim_rating: False\ndate: 2019-01-02\n---\n\nThe Halden dam cracked.\n";
        let article = article::read(text, Format::Markdown, &Hint::default());
        let reading = Arc::new(sourcing::read(Arc::new(article), None));
        let review = Entry::new(id("check"), Outlet("Times".into()), true, reading);
        memory.file(review).expect("memory");
        let found = |memory: &Memory| {
            let reading = self::reading("Engineers said the Halden dam cracked.", "2026-03-04");
            let (id, outlet) = (id("mine"), Outlet("Times".into()));
            let query = Query {
                reading: &reading,
                id: &id,
                outlet: Some(&outlet),
                date: reading.article.metadata.date(),
                window_days: 7,
                limit: 9,
            };
            let found = memory.candidates(&query).expect("memory");
            (found.entries.len(), found.reviews.len())
        };
        assert_eq!(found(&memory), (3, 1));
        assert_eq!(memory.remove(&id("check")), Ok(true));
        assert_eq!(found(&memory), (3, 0));
    }

    #[test]
    fn what_is_filed_again_or_removed_is_found_as_it_is_now() {
        let mut memory = corpus();
        memory.file(entry("dam-post", "Post", "A baker was fined.", "2026-03-03")).expect("memory");
        assert_eq!(memory.remove(&id("dam-undated")), Ok(true));
        assert_eq!(memory.remove(&id("dam-undated")), Ok(false));
        check(&memory, "Times", 9, &["dam-herald"]);
        assert_eq!(memory.len(), 4);
    }

    #[test]
    fn forgetting_everything_leaves_nothing_behind() {
        let mut memory = corpus();
        for name in ["dam-post", "dam-herald", "dam-old", "dam-undated", "court-post"] {
            memory.remove(&id(name)).expect("memory");
        }
        assert!(memory.is_empty() && memory.postings.is_empty());
    }
}
