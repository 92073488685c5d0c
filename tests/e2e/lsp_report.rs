//! `presscheck/report`, from which editors build their views: the real binary on the editors' newsroom.

use crate::editor::{Editor, Folder, words};
use serde_json::Value;
use std::{thread, time::Duration};

const OURS: &str = include_str!("../editors/newsroom/valley-times/ferry.md");
const THEIRS: &str = include_str!("../editors/newsroom/harbour-news/ferry.md");

/// The report of our article, once it is compared with theirs, and its URIs.
fn report() -> (Value, String, String) {
    let folder = Folder::new();
    folder.write("presscheck.toml", "outlet = \"Valley Times\"\n");
    let theirs = folder.write("harbour-news/ferry.md", THEIRS);
    let ours = folder.write("valley-times/ferry.md", OURS);
    let mut editor = Editor::open_folder(&[], Some(&folder.0));
    editor.open(&ours, OURS);
    for _ in 0..400 {
        let report = editor.of("presscheck/report", &ours);
        if report["articles"][0].is_object() {
            return (report, ours, theirs);
        }
        thread::sleep(Duration::from_millis(25));
    }
    panic!("the article was not compared with the others");
}

fn with<'a>(list: &'a Value, text: &str) -> &'a Value {
    let mut items = list.as_array().into_iter().flatten();
    let found = items.find(|item| item["text"].as_str().is_some_and(|it| it.contains(text)));
    found.unwrap_or_else(|| panic!("no “{text}” in {list:#}"))
}

#[test]
fn a_report_says_who_tells_the_story_and_how_it_differs() {
    let (report, _, theirs) = report();
    assert_eq!(report["articles"][0]["outlet"], "Harbour News");
    assert_eq!(report["articles"][0]["date"], "2025-03-06");
    assert_eq!(report["articles"][0]["uri"], theirs);

    let point = with(&report["points"], "31 million kronor");
    assert_eq!(words(OURS, &point["range"]), "The repair cost 31 million kronor, Sund Line said.");
    let other = &point["reports"][0];
    assert_eq!((&other["article"], &other["relation"]), (&0.into(), &"conflicts".into()));
    assert_eq!(other["uri"], theirs);
    assert!(words(THEIRS, &other["range"]).contains("47 million kronor"), "{other}");
    assert!(other["differences"][0].as_str().is_some_and(|why| why.contains("47 million")));
}

#[test]
fn a_report_lists_quotes_with_their_speakers_and_claims_with_their_sources() {
    let (report, ..) = report();
    let quote = with(&report["quotes"], "waited a year");
    assert_eq!(words(OURS, &quote["range"]), "\"We have waited a year for this morning,\"");
    assert_eq!((&quote["speaker"], &quote["tagged"]), (&"Ada Reyes".into(), &false.into()));
    assert_eq!(quote["others"][0]["relation"], "agrees");

    let claim = with(&report["claims"], "31 million");
    assert_eq!((&claim["sourcing"], &claim["source"]), (&"sourced".into(), &"Sund Line".into()));
}

#[test]
fn a_file_that_is_not_open_has_no_report() {
    let mut editor = Editor::open_folder(&[], None);
    assert_eq!(editor.of("presscheck/report", "file:///no/such/article.md"), Value::Null);
}
