//! `presscheck/report`, from which editors build their views: the real binary on the editors' newsroom.

use crate::editor::{Editor, Folder, uri, words};
use serde_json::{Value, json};
use std::{process::Command, thread, time::Duration};

const OURS: &str = include_str!("../editors/newsroom/valley-times/ferry.md");
const THEIRS: &str = include_str!("../editors/newsroom/harbour-news/ferry.md");

/// An editor in which our article is open and compared with theirs, its folder, and both URIs.
fn compared() -> (Editor, Folder, String, String) {
    let folder = Folder::new();
    folder.write("presscheck.toml", "outlet = \"Valley Times\"\n");
    let theirs = folder.write("harbour-news/ferry.md", THEIRS);
    let ours = folder.write("valley-times/ferry.md", OURS);
    let mut editor = Editor::open_folder(&[], Some(&folder.0));
    editor.open(&ours, OURS);
    for _ in 0..400 {
        if editor.of("presscheck/report", &ours)["articles"][0].is_object() {
            return (editor, folder, ours, theirs);
        }
        thread::sleep(Duration::from_millis(25));
    }
    panic!("the article was not compared with the others");
}

/// The report of our article, and the URIs of both.
fn report() -> (Value, String, String) {
    let (mut editor, _folder, ours, theirs) = compared();
    (editor.of("presscheck/report", &ours), ours, theirs)
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
    assert_eq!(claim["quoted"], false);
    assert_eq!(with(&report["claims"], "waited a year")["quoted"], true);
}

#[test]
fn a_file_that_is_not_open_has_no_report() {
    let mut editor = Editor::open_folder(&[], None);
    assert_eq!(editor.of("presscheck/report", "file:///no/such/article.md"), Value::Null);
}

#[test]
fn the_story_report_is_the_page_that_the_command_line_writes() {
    let (mut editor, folder, ours, _) = compared();
    let report = editor.of("presscheck/storyReport", &ours);
    assert_eq!(report["folder"], format!("{}/", uri(&folder.0)));
    let told = Command::new(env!("CARGO_BIN_EXE_presscheck"))
        .args(["coverage", "valley-times/ferry.md", "--format", "html"])
        .current_dir(&folder.0)
        .output()
        .expect("the command runs");
    let page = String::from_utf8(told.stdout).expect("a page is UTF-8");
    assert!(page.contains("<q dir=\"auto\">47 million kronor</q>"), "{page}");
    assert_eq!(report["html"], page);
    assert_eq!(report["text"], Value::Null, "nobody asked for it");
}

#[test]
fn the_story_report_is_text_for_editors_without_pages() {
    let (mut editor, folder, ours, _) = compared();
    let params = json!({ "textDocument": { "uri": ours }, "columns": 100 });
    let report = editor.request("presscheck/storyReport", params)["result"].take();
    let told = Command::new(env!("CARGO_BIN_EXE_presscheck"))
        .args(["coverage", "valley-times/ferry.md"])
        .current_dir(&folder.0)
        .output()
        .expect("the command runs");
    assert_eq!(report["text"], *String::from_utf8(told.stdout).expect("text is UTF-8"));
}

#[test]
fn the_story_report_is_of_the_text_as_it_is_being_written() {
    let (mut editor, _folder, ours, _) = compared();
    editor.change(&ours, 2, json!([{ "text": OURS.replace("31 million", "33 million") }]));
    let report = editor.of("presscheck/storyReport", &ours);
    assert_eq!(report["version"], 2);
    assert!(report["html"].as_str().is_some_and(|page| page.contains("33 million")));
}

#[test]
fn an_editor_without_a_view_for_it_has_the_story_report_written() {
    let (mut editor, _folder, ours, theirs) = compared();
    let command = json!({ "command": "presscheck.writeStoryReport", "arguments": [ours] });
    let page = editor.request("workspace/executeCommand", command)["result"].take();
    let path = page.as_str().and_then(|page| page.strip_prefix("file://")).expect("a file");
    let page = std::fs::read_to_string(path).expect("the page was written");
    assert!(page.contains(&format!("href=\"{theirs}#L11,")), "{page}");
}
