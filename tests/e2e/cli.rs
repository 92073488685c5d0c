//! The real command on real files: shapes of the machine contract, exit codes, bad input.
#![allow(clippy::unwrap_used, missing_docs)]

mod command;

use command::Folder;
use serde_json::{Value, json};
use std::{fs, path::Path};

const OURS: &str = "\
---
title: Freight firm hit with fine
date: 2026-02-06
outlet: Ledger Daily
---

Élodie Roy reported that Halvorsen Freight was fined £2.4m over the fire that killed three workers at its Castleford depot.
";

const THEIRS: &str = "\
---
title: Halvorsen Freight fined over depot fire
date: 2026-02-05
outlet: Northern Post
---

Halvorsen Freight was fined £4.2m over the fire that killed three workers at its Castleford depot.
";

fn two_outlets() -> Folder {
    Folder::new(&[
        ("presscheck.toml", b"outlet = \"Valley Times\"\n"),
        ("stories/ours.md", OURS.as_bytes()),
        ("wire/theirs.md", THEIRS.as_bytes()),
    ])
}

/// The code points `[start, end)` of `text`.
fn slice(text: &str, span: &Value) -> String {
    let at = |index: usize| usize::try_from(span[index].as_u64().unwrap()).unwrap();
    text.chars().skip(at(0)).take(at(1) - at(0)).collect()
}

#[test]
fn a_conflict_is_shown_with_both_passages() {
    let folder = two_outlets();
    let shown = folder.run(&["check", "stories", "--select", "XOUT"]);
    let shown = shown.exits(0).out();
    for part in [
        "warning[XOUT001]",
        "stories/ours.md:7:54  Ledger Daily, 6 February 2026",
        "wire/theirs.md:7:29  Northern Post, 5 February 2026",
        "was fined £2.4m",
        "was fined £4.2m",
        "^^^^^",
        "-----",
    ] {
        assert!(shown.contains(part), "{part} is missing in:\n{shown}");
    }
    assert!(!shown.contains('\x1b'), "colour where nobody sees it");
}

#[test]
fn findings_as_json_have_the_shape_of_the_contract() {
    let folder = two_outlets();
    let findings =
        folder.run(&["check", "stories/ours.md", "--format", "json", "--select", "XOUT001"]);
    let findings = findings.exits(0).json();
    let [finding] = &findings.as_array().unwrap()[..] else { panic!("{findings:#}") };
    assert_eq!(finding["path"], "stories/ours.md");
    assert_eq!((&finding["rule"], &finding["severity"]), (&json!("XOUT001"), &json!("warning")));
    assert_eq!((&finding["line"], &finding["column"]), (&json!(7), &json!(54)));
    assert_eq!(slice(OURS, &finding["span"]), "£2.4m");
    let related = &finding["related"][0];
    assert_eq!(related["outlet"], "Northern Post");
    assert_eq!(related["date"], "2026-02-05");
    assert_eq!(related["path"], "wire/theirs.md");
    assert_eq!(slice(THEIRS, &related["words"]), "£4.2m");
    assert_eq!(slice(THEIRS, &related["span"]), related["text"].as_str().unwrap());
}

#[test]
fn findings_as_sarif_lead_to_both_passages() {
    let folder = two_outlets().with("stories/a, 100 %.md", "The ferry took TK people.\n");
    let log = folder.run(&["check", "stories", "--format", "sarif", "--select", "XOUT001,TKM001"]);
    let log = log.exits(1).json();
    let run = &log["runs"][0];
    assert_eq!(
        (&log["version"], &run["columnKind"]),
        (&json!("2.1.0"), &json!("unicodeCodePoints"))
    );
    let [placeholder, conflict] = &run["results"].as_array().unwrap()[..] else {
        panic!("{log:#}")
    };
    let place = |it: &Value| it["physicalLocation"]["artifactLocation"]["uri"].clone();
    assert_eq!(place(&placeholder["locations"][0]), "stories/a%2C%20100%20%25.md");
    assert_eq!((&conflict["ruleId"], &conflict["level"]), (&json!("XOUT001"), &json!("warning")));
    let region = &conflict["locations"][0]["physicalLocation"]["region"];
    assert_eq!(
        region,
        &json!({ "startLine": 7, "startColumn": 54, "endLine": 7, "endColumn": 59 })
    );
    let other = &conflict["relatedLocations"][0];
    assert_eq!(place(other), "wire/theirs.md");
    assert!(other["message"]["text"].as_str().unwrap().starts_with("Northern Post: "));
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(rules.iter().any(|rule| rule["id"] == conflict["ruleId"]));
}

#[test]
fn findings_as_workflow_commands_are_one_line_each() {
    let folder = two_outlets().with("stories/a, 100 %.md", "The ferry took TK people.\n");
    let run = folder.run(&["check", "stories", "--format", "github", "--select", "XOUT001,TKM001"]);
    let shown = run.exits(1).out();
    let [placeholder, conflict] = &shown.lines().collect::<Vec<_>>()[..] else { panic!("{shown}") };
    let place = "file=stories/a%2C 100 %25.md,line=1,col=16,endLine=1,endColumn=18,title=TKM001";
    assert!(placeholder.starts_with(&format!("::error {place}::")), "{placeholder}");
    let place = "file=stories/ours.md,line=7,col=54,endLine=7,endColumn=59,title=XOUT001";
    assert!(conflict.starts_with(&format!("::warning {place}::“£2.4m” conflicts")), "{conflict}");
}

#[test]
fn every_finding_can_be_ignored_and_is_then_gone() {
    for name in ["a.md", "a.txt"] {
        let copy = "The first paragraph of the copy.\n\nThe ferry took TK people.\n";
        let titles = [
            "Ignore here: unfinished copy (TKM001)",
            "Ignore in this file: unfinished copy (TKM001)",
            "Turn off for the newsroom: unfinished copy (TKM001)",
        ];
        for title in titles {
            let config: &[u8] = b"[rules]\nSRC001 = \"off\"\n";
            let folder = Folder::new(&[("presscheck.toml", config), (name, copy.as_bytes())]);
            let found = folder.run(&["check", "--format", "json", "--select", "TKM"]).json();
            let fixes = found[0]["fixes"].as_array().unwrap();
            let fix = fixes.iter().find(|fix| fix["title"] == title).unwrap();
            for edit in fix["edits"].as_array().unwrap() {
                let path = folder.0.join(edit["path"].as_str().unwrap());
                let text: Vec<char> =
                    fs::read_to_string(&path).unwrap_or_default().chars().collect();
                let at =
                    |index: usize| usize::try_from(edit["span"][index].as_u64().unwrap()).unwrap();
                let (before, after) = (&text[..at(0)], &text[at(1)..]);
                let changed: String = before
                    .iter()
                    .copied()
                    .chain(edit["text"].as_str().unwrap().chars())
                    .chain(after.iter().copied())
                    .collect();
                fs::write(path, changed).unwrap();
            }
            let left = folder.run(&["check", "--select", "TKM"]);
            assert!(
                left.exits(0).out().contains("nothing to report"),
                "{name}, {title}:\n{}",
                left.out()
            );
        }
    }
}

#[test]
fn the_exit_code_says_whether_something_grave_was_found() {
    let folder = Folder::new(&[("a.md", b"The ferry took TK people.\n")]);
    folder.run(&["check"]).exits(1);
    folder.run(&["check", "--fail-on", "never"]).exits(0);
    folder.run(&["check", "--ignore", "TKM001"]).exits(0);
    folder.run(&["check", "--select", "dat"]).exits(0);
    let clean = Folder::new(&[("a.md", b"The ferry left.\n")]);
    assert!(clean.run(&["check"]).exits(0).out().contains("nothing to report"));
}

#[test]
fn what_cannot_be_checked_is_said_and_the_rest_is_checked() {
    let folder = Folder::new(&[
        ("good.md", b"The ferry took TK people.\n"),
        ("picture.md", b"\x89PNG\0\0\0"),
    ]);
    let run = folder.run(&["check", "good.md", "picture.md", "missing.md"]);
    run.exits(2);
    assert!(run.out().contains("TKM001"), "{}", run.out());
    assert!(run.err().contains("missing.md") && run.err().contains("picture.md"), "{}", run.err());
    let run = folder.run(&["check", "--select", "TKN001"]);
    assert!(run.exits(2).err().contains("`presscheck explain` lists them all"), "{}", run.err());
}

#[test]
fn only_safe_fixes_are_made_and_quotes_stay() {
    let config = "names = [\"Rosario Ibáñez\"]\n";
    let ours = "---\ndate: 2026-03-16\noutlet: Valley Times\n---\n\nFire chief Rosario Ibañez ended the search in the market hall of Puerto Almera. “I am Ibañez,” Ibañez said. The TK rests.\n";
    let theirs = "---\ndate: 2026-03-16\noutlet: Northern Post\n---\n\nFire chief Rosario Ibáñez said the search in the market hall of Puerto Almera had ended.\n";
    let files: &[(&str, &[u8])] = &[
        ("presscheck.toml", config.as_bytes()),
        ("ours.md", ours.as_bytes()),
        ("theirs.md", theirs.as_bytes()),
    ];
    let folder = Folder::new(files);
    let fixed = ours.replacen("Ibañez", "Ibáñez", 1).replace("Ibañez said", "Ibáñez said");

    let diff = folder.run(&["check", "ours.md", "--diff"]).out();
    assert!(
        diff.contains("--- ours.md") && diff.contains("\n+Fire chief Rosario Ibáñez"),
        "{diff}"
    );
    assert_eq!(folder.read("ours.md"), ours.as_bytes(), "--diff changes nothing");

    folder.run(&["check", "ours.md", "--fix"]).exits(1);
    assert_eq!(String::from_utf8(folder.read("ours.md")).unwrap(), fixed);

    let marked = [b"\xef\xbb\xbf", ours.as_bytes()].concat();
    fs::write(folder.0.join("ours.md"), &marked).unwrap();
    let run = folder.run(&["check", "ours.md", "--fix"]);
    assert!(run.exits(2).err().contains("save it as UTF-8"), "{}", run.err());
    assert_eq!(folder.read("ours.md"), marked, "a file that would lose bytes is left alone");
}

#[test]
fn strange_files_do_no_harm() {
    let long = format!("“{}\n", "word ".repeat(200_000));
    let files: &[(&str, &[u8])] = &[
        ("empty.md", b""),
        ("byte.txt", b"x"),
        ("half.md", b"---\ntitle: never closed\n\nThe ferry left.\n"),
        ("crlf.md", b"# Title\r\n\r\nThe ferry took TK people.\r\n"),
        ("latin.txt", b"The caf\xe9 took TK people.\n"),
        ("long.txt", long.as_bytes()),
        ("marks.md", "” “ « ‘ ’ \" ' ” ([{<!-- ".as_bytes()),
    ];
    let folder = Folder::new(files);
    let run = folder.run(&["check", "--format", "json", "--select", "TKM"]);
    let found = run.json();
    let paths: Vec<&str> =
        found.as_array().unwrap().iter().map(|it| it["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["crlf.md", "latin.txt"], "{}", run.err());
}

#[test]
fn annotations_are_in_code_points_and_in_input_order() {
    let folder = Folder::new(&[]);
    let text =
        "😀 “We will not go home,” said Anna Smyth on July 1, 2025. At least 12 people stayed.";
    let lines: Vec<String> = (0..600)
        .map(|id| json!({"doc_id": id, "text": text, "date": "2025-07-02"}).to_string())
        .collect();
    let records = folder.run_with(&["annotate", "-"], &lines.join("\n")).records();
    let ids: Vec<u64> = records.iter().map(|record| record["doc_id"].as_u64().unwrap()).collect();
    assert_eq!(ids, (0..600).collect::<Vec<u64>>());
    let record = &records[7];
    assert_eq!(
        slice(text, &record["quotes"][0]["span"]).trim_end_matches(','),
        "We will not go home"
    );
    assert_eq!(record["quotes"][0]["speaker"], "Anna Smyth");
    let attribution = &record["attributions"][0];
    assert_eq!(slice(text, &attribution["source"][0]), "Anna Smyth");
    assert_eq!(slice(text, &attribution["cue"][0]), "said");
    assert_eq!(
        (&attribution["type"], &attribution["source_kind"]),
        (&json!("direct"), &json!("person"))
    );
    assert_eq!(slice(text, &record["times"][0]["span"]), "July 1, 2025");
    assert_eq!(record["times"][0]["value"], "2025-07-01");
    let quantity = &record["quantities"][0];
    assert_eq!(slice(text, &quantity["span"]), "At least 12 people");
    assert_eq!((&quantity["low"], &quantity["modifier"]), (&json!(12.0), &json!(">=")));
}

#[test]
fn a_quotation_that_is_handed_on_counts_for_whoever_speaks() {
    let folder = Folder::new(&[]);
    let text =
        "Valley Times reported that Ada Moss told the council “we will not sell the harbour”.";
    let record =
        &folder.run_with(&["annotate", "-"], &json!({ "text": text }).to_string()).records()[0];
    let told: Vec<(&str, &str, String)> = record["attributions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            let content = it["content"].as_array().unwrap().iter();
            let content: Vec<String> = content.map(|span| slice(text, span)).collect();
            let speaker = it["speaker"].as_str().unwrap();
            (speaker, it["type"].as_str().unwrap(), content.join(" … "))
        })
        .collect();
    let told: Vec<(&str, &str, &str)> = told.iter().map(|(a, b, c)| (*a, *b, &**c)).collect();
    assert_eq!(
        told,
        [
            ("Valley Times", "indirect", "that Ada Moss told the council"),
            ("Ada Moss", "direct", "we will not sell the harbour")
        ]
    );
    assert_eq!(record["quotes"][0]["speaker"], "Ada Moss");
}

#[test]
fn a_bad_record_does_not_stop_the_batch() {
    let folder = Folder::new(&[]);
    let input = "{\"doc_id\": \"a\", \"text\": \"One.\"}\nnot json\n\n{\"doc_id\": \"b\"}\n[1]\n{\"doc_id\": \"c\", \"text\": \"x\", \"date\": \"July\"}\n{\"doc_id\": \"d\", \"text\": \"Two.\", \"later\": 1}";
    let run = folder.run_with(&["annotate", "-"], input);
    let records = run.exits(2).records();
    let failed: Vec<bool> = records.iter().map(|record| record["error"].is_string()).collect();
    assert_eq!(failed, [false, true, true, true, true, false]);
    assert_eq!((&records[2]["id"], &records[2]["doc_id"]), (&json!("b"), &json!("b")));
    assert!(records[4]["error"].as_str().unwrap().contains("YYYY-MM-DD"), "{}", records[4]);
}

#[test]
fn files_are_annotated_too() {
    let folder = Folder::new(&[("a.md", b"---\noutlet: Valley Times\n---\n\nOne.\n")]);
    let run = folder.run(&["annotate", "a.md", "missing.md"]);
    let records = run.exits(2).records();
    assert_eq!(
        (&records[0]["doc_id"], &records[0]["outlet"]),
        (&json!("a.md"), &json!("Valley Times"))
    );
    assert_eq!(records[1]["doc_id"], "missing.md");
    assert!(records[1]["error"].as_str().unwrap().contains("check the spelling"), "{}", records[1]);
}

#[test]
fn two_articles_are_compared_sentence_by_sentence() {
    let folder = two_outlets();
    let compared = folder.run(&["compare", "stories/ours.md", "wire/theirs.md"]).exits(0).json();
    assert!(compared["same_story"].as_f64().unwrap() >= 0.5, "{compared}");
    let pairs = compared["pairs"].as_array().unwrap();
    let conflict = pairs.iter().find(|pair| pair["relation"] == "conflicts").unwrap();
    assert_eq!(conflict["rank"], 1);
    let difference = &conflict["differences"][0];
    assert_eq!(
        (&difference["kind"], &difference["severity"]),
        (&json!("number"), &json!("conflict"))
    );
    assert_eq!(slice(OURS, &difference["a"]), "£2.4m");
    assert_eq!(slice(THEIRS, &difference["b"]), "£4.2m");
}

#[test]
fn pairs_are_compared_in_a_batch_with_and_without_the_gate() {
    let folder = Folder::new(&[]);
    let input = "{\"id\": 1, \"a\": \"The firm was fined £2.4m.\", \"b\": {\"text\": \"The firm was fined £4.2m.\", \"date\": \"2026-02-05\"}}\n{\"id\": 2, \"a\": \"One.\"}\n";
    let run = folder.run_with(&["compare", "-", "--gate", "off"], input);
    let records = run.exits(2).records();
    assert_eq!(records[0]["id"], 1);
    assert_eq!(records[0]["pairs"][0]["relation"], "conflicts");
    assert_eq!((&records[1]["id"], records[1]["error"].is_string()), (&json!(2), true));
    folder.run(&["compare", "only-one.md"]).exits(2);
}

#[test]
fn rules_are_explained() {
    let folder = Folder::new(&[]);
    let list = folder.run(&["explain"]).exits(0).out();
    assert!(list.lines().any(|line| line.starts_with("XOUT001")), "{list}");
    let page = folder.run(&["explain", "xout001"]).exits(0).out();
    assert!(page.starts_with("XOUT001: conflicting value\n"), "{page}");
    assert!(folder.run(&["explain", "XYZ"]).exits(2).err().contains("lists them all"));
}

#[test]
fn the_help_documents_the_shapes() {
    let folder = Folder::new(&[]);
    for (command, shape) in
        [("check", "\"related\""), ("annotate", "\"attributions\""), ("compare", "\"same_story\"")]
    {
        let help = folder.run(&[command, "--help"]).exits(0).out();
        assert!(help.contains(shape), "{help}");
    }
}

#[test]
fn a_single_article_anywhere_is_checked_on_its_own() {
    let folder = Folder::new(&[("deep/down/a.txt", b"The ferry took TK people.\n")]);
    let run = folder.run(&["check", Path::new("deep/down/a.txt").to_str().unwrap()]);
    assert!(run.exits(1).out().contains("deep/down/a.txt:1:16"), "{}", run.out());
}

const TWO_QUOTES: &str = "“We stay,” said Ana Ruiz. “We go home today,” said Ben Hall.\n";

#[test]
fn every_quote_is_tagged_and_untagged_in_the_copy() {
    let folder = Folder::new(&[("a.md", TWO_QUOTES.as_bytes())]);
    let shown = folder.run(&["tag", "a.md", "--diff"]);
    assert!(shown.exits(0).out().contains("+[“We stay,”]{.quote speaker=\"Ana Ruiz\"} said"));
    assert_eq!(folder.read("a.md"), TWO_QUOTES.as_bytes());
    let told = folder.run(&["tag", "a.md"]);
    assert_eq!(told.exits(0).out(), "a.md: Tag all 2 untagged quotes with their speakers\n");
    let tagged = String::from_utf8(folder.read("a.md")).unwrap();
    assert!(tagged.contains("{.quote speaker=\"Ben Hall\"}"), "{tagged}");
    assert_eq!(folder.run(&["tag", "a.md"]).exits(0).out(), "");
    folder.run(&["tag", "--remove", "."]).exits(0);
    assert_eq!(folder.read("a.md"), TWO_QUOTES.as_bytes());
}

#[test]
fn tags_beside_plain_text_are_obeyed_and_outlive_their_quote() {
    let folder = Folder::new(&[("a.txt", TWO_QUOTES.as_bytes())]);
    folder.run(&["tag", "a.txt"]).exits(0);
    assert_eq!(folder.read("a.txt"), TWO_QUOTES.as_bytes());
    let sidecar = String::from_utf8(folder.read("a.txt.annotations.jsonld")).unwrap();
    let sidecar = sidecar.replace("Ben Hall\\\"", "Ana Ruiz\\\"");
    let copy = TWO_QUOTES.replace("We stay", "We leave").replace(" said Ben Hall", "");
    let folder = folder.with("a.txt", copy).with("a.txt.annotations.jsonld", sidecar);
    let record = &folder.run(&["annotate", "a.txt"]).exits(0).records()[0];
    assert_eq!(record["quotes"][1]["speaker"], "Ana Ruiz");
    assert_eq!(record["orphans"], json!([{ "quote": "We stay,", "speaker": "Ana Ruiz" }]));
    let found = folder.run(&["check", "--select", "QUO012", "--format", "json"]).json();
    assert_eq!(found[0]["rule"], "QUO012", "{found:#}");
}
