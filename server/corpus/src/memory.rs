//! The corpus of a newsroom folder: everything in memory, found by rare keys.

use crate::{ArticleId, Candidates, Corpus, CorpusError, Entry, Query, keys};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

/// Keys that two articles share before they are looked at together. One is chance.
const FEWEST_SHARED: usize = 2;

/// Entries by id and by key.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    /// Where each entry is kept.
    slots: BTreeMap<ArticleId, usize>,
    entries: Vec<Option<Arc<Entry>>>,
    /// Slots that hold nothing.
    free: Vec<usize>,
    /// The fact-checks among the entries.
    reviews: BTreeSet<ArticleId>,
    /// For each key the slots of the entries that have it, sorted.
    postings: HashMap<u64, Vec<usize>>,
}

impl Memory {
    /// Entries in order of id.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Entry>> {
        self.slots.values().filter_map(|&slot| self.entries[slot].as_ref())
    }

    /// The fact-checks that share keys with any part of the article.
    fn reviews(&self, query: &Query<'_>) -> Vec<Arc<Entry>> {
        if self.reviews.is_empty() {
            return Vec::new();
        }
        let keys = keys::of_all(query.reading);
        let shared = |entry: &Entry| {
            entry.keys.iter().filter(|&key| keys.binary_search(key).is_ok()).count()
        };
        let reviews = self.reviews.iter().filter(|id| *id != query.id);
        let reviews = reviews.filter_map(|id| self.entries[*self.slots.get(id)?].as_ref());
        let scored = reviews.map(|entry| (shared(entry), entry));
        let alike = scored.filter(|(shared, _)| FEWEST_SHARED <= *shared);
        best(alike.map(|(shared, entry)| (shared as f32, entry)), query.limit)
    }

    fn forget(&mut self, id: &ArticleId) -> bool {
        let Some(slot) = self.slots.remove(id) else { return false };
        let Some(entry) = self.entries[slot].take() else { return false };
        self.reviews.remove(id);
        for key in &entry.keys {
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
        self.forget(&entry.id);
        let slot = self.free.pop().unwrap_or_else(|| {
            self.entries.push(None);
            self.entries.len() - 1
        });
        for &key in &entry.keys {
            let slots = self.postings.entry(key).or_default();
            let at = slots.partition_point(|&other| other < slot);
            slots.insert(at, slot);
        }
        if entry.is_review() {
            self.reviews.insert(entry.id.clone());
        }
        self.slots.insert(entry.id.clone(), slot);
        self.entries[slot] = Some(Arc::new(entry));
        Ok(())
    }

    fn remove(&mut self, id: &ArticleId) -> Result<bool, CorpusError> {
        Ok(self.forget(id))
    }

    fn get(&self, id: &ArticleId) -> Result<Option<Arc<Entry>>, CorpusError> {
        Ok(self.slots.get(id).and_then(|&slot| self.entries[slot].clone()))
    }

    fn candidates(&self, query: &Query<'_>) -> Result<Candidates, CorpusError> {
        let reviews = self.reviews(query);
        let eligible = |entry: &Arc<Entry>| {
            !entry.is_review() && is_other(entry, query) && is_near(entry, query)
        };
        if !self.iter().any(eligible) {
            return Ok(Candidates { reviews, ..Candidates::default() });
        }
        // Keys come sorted and each entry adds up its own, so that scores are the same each time.
        let mut scores = vec![(0, 0.0_f32); self.entries.len()];
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
        let found = self
            .entries
            .iter()
            .zip(scores)
            .filter(|(_, (shared, _))| *shared >= FEWEST_SHARED)
            .filter_map(|(entry, (_, score))| Some((score, entry.as_ref()?)))
            .filter(|(_, entry)| eligible(entry));
        Ok(Candidates { entries: best(found, query.limit), reviews, gaps: Vec::new() })
    }

    fn len(&self) -> usize {
        self.slots.len()
    }
}

/// At most `limit` of what was found, each with what its shared keys are worth.
fn best<'a>(found: impl Iterator<Item = (f32, &'a Arc<Entry>)>, limit: usize) -> Vec<Arc<Entry>> {
    // A long article shares a few keys with everything.
    let scored = found.map(|(score, entry)| (score / (entry.keys.len() as f32).sqrt(), entry));
    let mut scored: Vec<(f32, &Arc<Entry>)> = scored.collect();
    scored.sort_by(|(a, first), (b, second)| b.total_cmp(a).then(first.id.cmp(&second.id)));
    scored.truncate(limit);
    scored.into_iter().map(|(_, entry)| Arc::clone(entry)).collect()
}

/// Whether `entry` is another outlet's. An outlet's other articles say nothing new of its own.
fn is_other(entry: &Entry, query: &Query<'_>) -> bool {
    let same = query.outlet.is_some_and(|outlet| outlet.0.eq_ignore_ascii_case(&entry.outlet.0));
    entry.id != *query.id && !same
}

/// Whether `entry` is of the same days, as far as is known.
fn is_near(entry: &Entry, query: &Query<'_>) -> bool {
    let (Some(ours), Some(theirs)) = (query.date, entry.date) else { return true };
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
