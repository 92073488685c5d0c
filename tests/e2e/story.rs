//! `presscheck coverage`, on the stories of `tests/newsroom` and on newsrooms of its own.
#![allow(clippy::unwrap_used, missing_docs)]

mod command;

use command::Folder;
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// `tests/newsroom`, read where it is.
fn newsroom() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/newsroom")
}

fn record(path: &str) -> Value {
    let shown = command::run_in(&newsroom(), &["coverage", path, "--format", "json"]);
    shown.exits(0).json()[0].take()
}

/// The one of `list` whose `text` holds `words`.
#[track_caller]
fn with<'a>(list: &'a Value, words: &str) -> &'a Value {
    let mut items = list.as_array().into_iter().flatten();
    let found = items.find(|it| it["text"].as_str().is_some_and(|text| text.contains(words)));
    found.unwrap_or_else(|| panic!("no “{words}” in {list:#}"))
}

/// "OUTLET: STANDING" of each report of a point, in order.
fn standings(record: &Value, point: &Value) -> Vec<String> {
    let outlet = |article: &Value| {
        let article = usize::try_from(article.as_u64().unwrap()).unwrap();
        record["articles"][article]["outlet"].as_str().unwrap().to_owned()
    };
    let reports = point["reports"].as_array().unwrap().iter();
    let said =
        |it: &Value| format!("{}: {}", outlet(&it["article"]), it["standing"].as_str().unwrap());
    reports.map(said).collect()
}

#[test]
fn the_points_of_a_story_stand_beside_what_others_report() {
    let record = record("quake/valley-times.md");
    assert_eq!(record["independent"], 3);
    assert_eq!(record["families"][0]["because"], "near-copies");
    let toll = with(&record["points"], "rose to 31");
    assert_eq!(toll, &record["points"][0], "what conflicts comes first");
    assert_eq!(
        standings(&record, toll),
        [
            "Harbour Gazette: earlier",
            "Meridian: earlier",
            "The Northern Post: earlier",
            "Coastal Herald: conflicts",
        ]
    );
    with(&record["alone"], "failed its last two safety inspections");
    with(&record["missing"][0]["reports"], "never have been reopened");
}

#[test]
fn figures_are_told_in_the_order_in_which_they_were_reported() {
    let record = record("quake/valley-times.md");
    let toll = with(&record["figures"], "rose to 31");
    let steps = toll["steps"].as_array().unwrap().iter();
    let steps: Vec<_> = steps
        .map(|it| ["date", "words", "standing"].map(|key| it[key].as_str().unwrap()).join(" "))
        .collect();
    assert_eq!(
        steps,
        [
            "2026-03-14 at least 12 people earlier",
            "2026-03-15 at least 27 people earlier",
            "2026-03-16 31 agrees",
            "2026-03-16 13 people conflicts",
        ]
    );
}

#[test]
fn a_page_holds_all_of_it_and_leads_to_every_passage() {
    let page =
        command::run_in(&newsroom(), &["coverage", "call/valley-times.md", "--format", "html"]);
    let page = page.exits(0).out();
    for part in [
        "5 other outlets, 4 of them independently, tell this story.",
        "Harbour Gazette and Meridian: near-copies, counted once.",
        "conflicts</span></span> <q dir=\"auto\">45 minutes</q>",
        "for <mark>45 minutes</mark>, the Élysée said",
        "href=\"call/le-courrier-du-lac.md#L13,1-",
        "<del><span class=\"unseen\">only here: </span>Ukraine’s</del>",
        "<ins><span class=\"unseen\">only there: </span>the country’s</ins>",
        "<strong>Volodymyr Zelenskyy</strong> in Harbour Gazette, Meridian",
        "<bdi>Sources</bdi> <small>unnamed</small>",
        "What others report and this article does not",
    ] {
        assert!(page.contains(part), "{part} is missing in:\n{page}");
    }
    let body = page.split("<script").next().unwrap();
    for link in body.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(page.contains(&format!("id=\"{link}\"")), "#{link} leads nowhere");
    }
    for link in body.split("href=\"").skip(1).filter_map(|rest| rest.split(['"', '#']).next()) {
        assert!(link.is_empty() || newsroom().join(link).is_file(), "{link} leads nowhere");
    }
}

#[test]
fn the_links_of_a_page_are_relative_to_where_it_is_written() {
    let fire = |name| fs::read(newsroom().join("fire").join(name)).unwrap();
    let newsroom = Folder::new(&[("out/.keep", b"")])
        .with("fire/valley-times.md", fire("valley-times.md"))
        .with("fire/northern-post.md", fire("northern-post.md"));
    let arguments = ["coverage", "fire/valley-times.md", "--format", "html", "-o", "out/page.html"];
    assert_eq!(newsroom.run(&arguments).exits(0).out(), "");
    let page = String::from_utf8(newsroom.read("out/page.html")).unwrap();
    assert!(page.contains("href=\"../fire/northern-post.md#L"), "{page}");
    assert_eq!(newsroom.run(&arguments).exits(0).err(), "");
    assert_eq!(newsroom.read("out/page.html"), page.as_bytes(), "the same bytes each time");
}

#[test]
fn a_page_is_about_one_article() {
    let told = command::run_in(&newsroom(), &["coverage", "call", "--format", "html"]);
    assert!(told.exits(2).err().contains("name one file"), "{}", told.err());
    let told = command::run_in(&newsroom(), &["coverage", "no-such.md"]);
    assert!(told.exits(2).err().contains("no-such.md"), "{}", told.err());
}

#[test]
fn the_text_says_the_same_in_lines_that_fit() {
    let text = command::run_in(&newsroom(), &["coverage", "vote/valley-times.md"]).exits(0).out();
    for part in ["Reported differently", "64.1% against 61.4 per cent", "vote/northern-post.md:14"]
    {
        assert!(text.contains(part), "{part} is missing in:\n{text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
}

#[test]
fn an_article_outside_any_story_has_a_report_too() {
    let folder =
        Folder::new(&[("only.md", b"# Quiet day\n\nThe fair opened at 9, Ana Ruiz said.\n")]);
    let page = folder.run(&["coverage", "only.md", "--format", "html"]).exits(0).out();
    assert!(page.contains("No other article in this newsroom tells this story."), "{page}");
}
