//! `presscheck corpus`: what is added is compared with, listed and taken back.
#![allow(clippy::unwrap_used, missing_docs)]

mod command;

use command::{Folder, Run};
use std::{fs, path::PathBuf};

const OURS: &str = "---\ntitle: Depot fire\ndate: 2026-02-06\noutlet: Ledger Daily\n---\n\nHalvorsen Freight was fined £2.4m over the fire that killed three workers at its Castleford depot.\n";
const THEIRS: &str = "---\ntitle: Halvorsen Freight fined over depot fire\ndate: 2026-02-05\noutlet: Northern Post\n---\n\nHalvorsen Freight was fined £4.2m over the fire that killed three workers at its Castleford depot.\n";
const SETTINGS: &str = "# The desk's settings.\noutlet = 'Ledger Daily' # ours\n";

const RSS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Northern Post</title>
<item><title>Halvorsen Freight fined over depot fire</title><link>https://post.example/fire</link><guid>post-1</guid>
<pubDate>Thu, 05 Feb 2026 23:30:00 -0500</pubDate><dc:creator>Ines Okoro</dc:creator>
<description>In short.</description>
<content:encoded><![CDATA[<p>Halvorsen Freight was fined £4.2m over the fire that killed three workers at its Castleford depot.</p><p>“We were <b>warned</b>,” Ada Reyes said &amp; left&#8230;.</p><script>alert(1)</script>]]></content:encoded></item>
<item><title>A picture</title><guid>post-2</guid><description></description></item>
</channel></rss>"#;

const ATOM: &str = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour &amp; Coast</title>
<entry><id>tag:1</id><title type="html">Ferry &lt;i&gt;late&lt;/i&gt;</title><published>2026-02-04T08:00:00Z</published>
<link rel="self" href="https://coast.example/1.xml"/><link href="https://coast.example/1"/>
<author><name>Bo Lind</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ferry was late.</p><p># Not a headline</p></div></content></entry>
<entry><id>tag:2</id><title>Pier</title><content type="text">A &lt; B &amp;amp; C.

So it stays.</content></entry>
</feed>"#;

fn newsroom() -> Folder {
    Folder::new(&[("desk/presscheck.toml", SETTINGS.as_bytes()), ("desk/ours.md", OURS.as_bytes())])
}

/// Runs `presscheck corpus` in the newsroom.
fn corpus(folder: &Folder, arguments: &[&str], input: &str) -> Run {
    let all = [&["corpus"], arguments, &["--newsroom", "desk"]].concat();
    folder.run_with(&all, input)
}

/// Whether the other outlet's figure is found.
fn is_compared(folder: &Folder) -> bool {
    let run = folder.run(&["check", "desk", "--select", "XOUT001"]);
    run.exits(0).out().contains("Northern Post")
}

fn settings(folder: &Folder) -> String {
    String::from_utf8(folder.read("desk/presscheck.toml")).unwrap()
}

/// The files that the feeds of the newsroom became, by name.
fn items(folder: &Folder) -> Vec<PathBuf> {
    let read =
        |path: PathBuf| fs::read_dir(path).into_iter().flatten().map(|it| it.unwrap().path());
    let mut files: Vec<PathBuf> = read(folder.0.join("desk/feeds")).flat_map(read).collect();
    files.sort();
    files
}

#[test]
fn a_folder_elsewhere_is_compared_with_until_it_is_taken_back() {
    let folder = newsroom().with("wire/post.md", THEIRS).with("wire/scan.pdf", "%PDF");
    assert!(!is_compared(&folder));
    let run = corpus(&folder, &["add", "wire"], "");
    assert_eq!(
        run.exits(0).out(),
        "wire: 1 article added; named in desk/presscheck.toml; 1 file left out, neither Markdown nor text\n"
    );
    assert!(is_compared(&folder));
    assert_eq!(settings(&folder), format!("{SETTINGS}\n[corpus]\nalso = [\"../wire\"]\n"));

    let run = corpus(&folder, &["add", "wire", "desk"], "");
    let told = "wire: part of the newsroom before, with 1 article";
    assert!(run.exits(0).out().starts_with(told), "{}", run.out());
    assert_eq!(
        corpus(&folder, &["list"], "").out(),
        "desk\n  .: 1 article\n  ../wire: 1 article\n"
    );

    assert_eq!(
        corpus(&folder, &["remove", "../wire"], "").exits(0).out(),
        "../wire: no longer named\n"
    );
    assert!(!is_compared(&folder));
    assert!(folder.0.join("wire/post.md").is_file(), "the folder itself stays");
    assert_eq!(settings(&folder), SETTINGS, "and the settings are as before");
    let run = corpus(&folder, &["remove", "wire"], "");
    assert!(run.exits(2).err().contains("it was not added"), "{}", run.err());
}

#[test]
fn the_items_of_a_feed_become_articles() {
    let folder = newsroom().with("post.xml", RSS);
    let run = corpus(&folder, &["add", "post.xml"], "");
    assert_eq!(run.exits(0).out(), "Northern Post: 1 new; in desk/feeds/northern-post\n");
    assert!(run.err().contains("left out “A picture”: holds no text"), "{}", run.err());
    assert!(is_compared(&folder));
    let [file] = &items(&folder)[..] else { panic!("{:?}", items(&folder)) };
    let name = file.file_name().unwrap().to_string_lossy();
    assert!(name.starts_with("2026-02-05-halvorsen-freight-fined-over-depot-fire-"), "{name}");
    assert_eq!(
        fs::read_to_string(file).unwrap(),
        "---\ntitle: \"Halvorsen Freight fined over depot fire\"\noutlet: \"Northern Post\"\ndate: 2026-02-05\nauthor: [\"Ines Okoro\"]\nurl: \"https://post.example/fire\"\n---\n\n# Halvorsen Freight fined over depot fire\n\nHalvorsen Freight was fined £4.2m over the fire that killed three workers at its Castleford depot.\n\n“We were warned,” Ada Reyes said & left….\n"
    );
    assert_eq!(settings(&folder), SETTINGS, "a folder of the newsroom needs no entry");
}

#[test]
fn a_feed_that_is_added_again_is_brought_up_to_date() {
    let folder = newsroom();
    corpus(&folder, &["add", "-"], RSS);
    let run = corpus(&folder, &["add", "-"], RSS);
    assert_eq!(run.out(), "Northern Post: 1 as before; in desk/feeds/northern-post\n");
    let later = RSS.replace("£4.2m", "£5m").replace("<title>Halvorsen", "<title>Update: Halvorsen");
    let run = corpus(&folder, &["add", "-"], &later);
    assert_eq!(run.out(), "Northern Post: 1 changed; in desk/feeds/northern-post\n");
    let [file] = &items(&folder)[..] else { panic!("{:?}", items(&folder)) };
    assert!(fs::read_to_string(file).unwrap().contains("£5m"));

    let own = file.with_file_name("notes-of-mine.md");
    fs::write(&own, "Mine.\n").unwrap();
    let run = corpus(&folder, &["remove", "feeds/northern-post"], "");
    assert_eq!(run.exits(0).out(), "feeds/northern-post: 1 article deleted\n");
    assert_eq!(items(&folder), [own], "what somebody else put there stays");
}

#[test]
fn atom_is_read_and_says_just_what_it_says() {
    let folder = newsroom().with("coast.xml", ATOM);
    corpus(&folder, &["add", "coast.xml", "--outlet", "Coast Weekly"], "").exits(0);
    let [file, plain] = &items(&folder)[..] else { panic!("{:?}", items(&folder)) };
    let written = fs::read_to_string(plain).unwrap();
    assert!(written.ends_with("# Pier\n\nA \\< B \\&amp; C.\n\nSo it stays.\n"), "{written}");
    assert_eq!(
        fs::read_to_string(file).unwrap(),
        "---\ntitle: \"Ferry late\"\noutlet: \"Coast Weekly\"\ndate: 2026-02-04\nauthor: [\"Bo Lind\"]\nurl: \"https://coast.example/1\"\n---\n\n# Ferry late\n\nThe ferry was late.\n\n\\# Not a headline\n"
    );
}

const REVIEWS: &str = r#"{"claims": [{"text": "The depot fire cost Halvorsen Freight <b>£2.4m</b> in fines.",
"claimReview": [{"publisher": {"name": "Plain Facts"}, "url": "https://facts.example/fire", "title": "The fine",
"reviewDate": "2025-11-03T00:00:00Z", "textualRating": "False"}, {"url": "https://facts.example/other"}]}]}"#;

const PAGE: &str = r#"<!doctype html><html><head><script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [{"@type": ["ClaimReview"], "datePublished": "2025-11-03",
"claimReviewed": "The depot fire cost Halvorsen Freight £2.4m in fines.", "author": {"name": "Plain Facts"},
"url": "https://facts.example/fire", "reviewRating": {"ratingValue": 1, "bestRating": 5}}]}</script></head></html>"#;

/// What the first rated claim of the newsroom's files says is told of an article that repeats it.
#[track_caller]
fn check_rated(input: &str, rating: &str) {
    let folder = newsroom();
    let copy =
        "# Depot fire\n\nThe depot fire cost Halvorsen Freight £2.4m in fines, its rivals say.\n";
    fs::write(folder.0.join("desk/ours.md"), copy).unwrap();
    corpus(&folder, &["add", "-"], input).exits(0);
    let run = folder.run(&["check", "desk/ours.md", "--select", "XOUT005"]);
    let told = run.exits(0).out().split_whitespace().collect::<Vec<_>>().join(" ");
    let wanted = format!("Plain Facts rated this “{rating}” on 3 November 2025");
    assert!(told.contains(&wanted), "{told}");
    assert!(told.contains("See https://facts.example/fire"), "{told}");
}

#[test]
fn fact_checks_from_the_web_become_files_that_are_known_for_what_they_are() {
    check_rated(REVIEWS, "False");
    check_rated(PAGE, "1 of 5");
}

#[test]
fn a_feed_outside_what_the_newsroom_includes_is_named() {
    let folder = newsroom().with("desk/presscheck.toml", "[corpus]\ninclude = ['ours.md']\n");
    corpus(&folder, &["add", "-"], RSS);
    assert!(
        settings(&folder).ends_with("also = [\"feeds/northern-post\"]\n"),
        "{}",
        settings(&folder)
    );
    assert!(is_compared(&folder));
    corpus(&folder, &["remove", "feeds/northern-post"], "").exits(0);
    assert_eq!((items(&folder).len(), is_compared(&folder)), (0, false));
}

#[track_caller]
fn check_refused(input: &str, why: &str) {
    let folder = newsroom();
    let run = corpus(&folder, &["add", "-"], input);
    let told = run.exits(2).err();
    assert!(told.starts_with("presscheck: adding -: ") && told.contains(why), "{told}");
    assert!(items(&folder).is_empty());
}

#[test]
fn what_is_no_feed_is_refused_in_words() {
    check_refused("", "it is empty or no text");
    check_refused("\0\0\0\x01", "it is empty or no text");
    check_refused(
        "<!DOCTYPE html><html><body>Hello</body></html>",
        "this is a web page, not a feed",
    );
    check_refused("{\"a\": 1}", "it is JSON without a fact-check");
    check_refused("[1, ", "it is not well-formed JSON");
    check_refused("<svg/>", "its root element is <svg>; expected <rss>, <feed> (Atom)");
    check_refused("<rss><channel>", "it is not well-formed XML");
    let deep = "<rss>".repeat(200_000);
    check_refused(&deep, "it is not well-formed XML");
    let bomb = "<!DOCTYPE rss [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><rss><channel><title>&b;</title></channel></rss>";
    check_refused(bomb, "it declares a document type (DTD)");
    let file = "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss><channel><title>&a;</title></channel></rss>";
    check_refused(file, "it declares a document type (DTD)");
    check_refused(
        "<rss><channel><item><title>A</title><description>B</description></item></channel></rss>",
        "the feed has no title; give it one with --outlet NAME",
    );
}

#[test]
fn names_of_a_feed_lead_nowhere_else() {
    let folder = newsroom();
    let hostile = RSS
        .replace("<title>Northern Post", "<title>../../etc")
        .replace("<title>Halvorsen", "<title>../../../Halvorsen")
        .replace("https://post.example/fire", "javascript:alert(1)");
    corpus(&folder, &["add", "-"], &hostile);
    let [file] = &items(&folder)[..] else { panic!("{:?}", items(&folder)) };
    assert!(file.starts_with(folder.0.join("desk/feeds/etc")), "{}", file.display());
    assert!(!fs::read_to_string(file).unwrap().contains("javascript:"));
}

#[test]
fn an_address_is_not_fetched_and_the_way_is_told() {
    let run = corpus(&newsroom(), &["add", "https://post.example/feed.xml"], "");
    let way = "curl -sL 'https://post.example/feed.xml' | presscheck corpus add -";
    assert!(run.exits(2).err().contains(way), "{}", run.err());
}

#[test]
fn what_cannot_be_added_is_said() {
    let folder = newsroom().with("empty/scan.pdf", "%PDF");
    for (path, why) in [
        ("missing", "No such file"),
        ("empty", "it holds no article: Markdown and text files are"),
        ("/", "it is not read whole; name the folder of the articles"),
    ] {
        let run = corpus(&folder, &["add", path], "");
        assert!(run.exits(2).err().contains(why), "{path}: {}", run.err());
    }
    let folder = folder.with("desk/presscheck.toml", "outlet = \n").with("wire/post.md", THEIRS);
    let run = corpus(&folder, &["add", "wire"], "");
    assert!(run.exits(2).err().contains("line 1 is not valid TOML"), "{}", run.err());
    assert_eq!(settings(&folder), "outlet = \n");
}
