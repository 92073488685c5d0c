//! What a corpus in memory finds for an article, and what it lets go of.
#![allow(missing_docs)]

use article::{Format, Hint};
use corpus::{ArticleId, Corpus, Entry, Memory, Outlet, Query, Shelf};
use sourcing::Reading;
use std::sync::Arc;

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
        ("dam-herald", "Herald", "Cracks in the Halden dam drove 400 families away.", "2026-03-04"),
        ("dam-old", "Star", "The Halden dam cracked and was mended, engineers said.", "2025-03-04"),
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
