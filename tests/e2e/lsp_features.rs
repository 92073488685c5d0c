//! What an editor offers beyond findings: the real binary, one feature of the protocol a test.

#![allow(clippy::needless_raw_string_hashes)] // as `UPDATE_EXPECT=1` writes them

use crate::editor::{Editor, Folder, applied, find, uri, words};
use expect_test::{Expect, expect};
use serde_json::{Value, json};
use std::{fmt::Write as _, thread, time::Duration};

const UNTITLED: &str = "untitled:Untitled-1";

const OURS: &str = "\
---
outlet: Valley Times
date: 2026-02-05
---

# Bridge collapses in Oston

At least 12 people were killed when the Harrow Bridge in Oston collapsed on Wednesday evening, police said.

\"The bridge was inspected in November,\" Mayor Ana Ruiz said. \"It was safe,\" she added.

## Who knew what

The Northern Post reported that engineers had warned Ruiz of cracks. <!-- presscheck-ignore SRC007: settled -->

The bridge was built in 1961 and carried 40,000 cars a day, according to the ministry.
";

const POST: &str = "\
---
outlet: Northern Post
date: 2026-02-04
---

# Oston bridge collapse kills 12

The Harrow Bridge in Oston collapsed on Wednesday evening, killing 12 people, according to police.

Mayor Ana Ruiz was warned of cracks in the bridge, engineers said.
";

const ECHO: &str = "\
---
outlet: Eastern Echo
date: 2026-02-06
---

# Twelve die as Oston's Harrow Bridge falls

Twelve people were killed when the Harrow Bridge in Oston collapsed on Wednesday evening, police said.
";

/// A newsroom of three outlets, with our article open and compared with the others.
fn newsroom() -> (Folder, Editor, String) {
    let folder = Folder::new();
    folder.write("presscheck.toml", "outlet = \"Valley Times\"\n");
    folder.write("wire/post.md", POST);
    folder.write("wire/echo.md", ECHO);
    let ours = folder.write("stories/bridge.md", OURS);
    let mut editor = Editor::open_folder(&[], Some(&folder.0));
    editor.open(&ours, OURS);
    // The first findings come before the newsroom is read.
    for _ in 0..400 {
        if !editor.hover(&ours, [7, 20]).is_empty() {
            return (folder, editor, ours);
        }
        thread::sleep(Duration::from_millis(25));
    }
    panic!("the article was not compared with the others");
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// "FILE: words" of locations.
fn passages(folder: &Folder, locations: &Value) -> String {
    let locations = match locations {
        Value::Array(list) => list.as_slice(),
        Value::Null => &[],
        one => std::slice::from_ref(one),
    };
    let passage = |location: &Value| {
        let name = location["uri"].as_str().and_then(|uri| uri.rsplit('/').next());
        let (name, text) = match name.expect("a file") {
            "post.md" => ("post", POST),
            "echo.md" => ("echo", ECHO),
            _ => ("ours", OURS),
        };
        let inside = location["uri"].as_str().is_some_and(|it| it.starts_with(&uri(&folder.0)));
        assert!(inside, "{location}");
        format!("{name}: {}\n", words(text, &location["range"]))
    };
    locations.iter().map(passage).collect()
}

// Finding one's way.

fn outline(symbols: &Value, depth: usize, shown: &mut String) {
    for symbol in list(symbols) {
        let detail = symbol["detail"].as_str().map(|it| format!(" ({it})")).unwrap_or_default();
        let name = symbol["name"].as_str().expect("a name");
        let _ = writeln!(shown, "{}{name}{detail}", "  ".repeat(depth));
        outline(&symbol["children"], depth + 1, shown);
    }
}

#[test]
fn the_outline_has_sections_claims_and_who_is_quoted() {
    let mut editor = Editor::open_folder(&[], None);
    editor.open(UNTITLED, OURS);
    let mut shown = String::new();
    outline(&editor.of("textDocument/documentSymbol", UNTITLED), 0, &mut shown);
    expect![[r#"
        Bridge collapses in Oston
          At least 12 people were killed when the Harrow Bridge in Oston collapsed on … (police)
        Who knew what
          The Northern Post reported that engineers had warned Ruiz of cracks. (Northern Post)
          The bridge was built in 1961 and carried 40,000 cars a day, according to the … (ministry)
        Ana Ruiz (2 quotes)
          “The bridge was inspected in November”
          “It was safe”
    "#]]
    .assert_eq(&shown);
}

#[test]
fn people_and_stories_are_found_in_the_whole_newsroom() {
    let (folder, mut editor, _ours) = newsroom();
    let mut check = |query: &str, expected: Expect| {
        let found = editor.request("workspace/symbol", json!({ "query": query }));
        let line = |symbol: &Value| {
            let (name, detail) = (&symbol["name"], &symbol["containerName"]);
            let at = passages(&folder, &symbol["location"]);
            format!("{} ({}) {at}", name.as_str().expect("text"), detail.as_str().expect("text"))
        };
        expected.assert_eq(&list(&found["result"]).iter().map(line).collect::<String>());
    };
    check(
        "bridge oston",
        expect![[r#"
        Twelve die as Oston's Harrow Bridge falls (Eastern Echo, 2026-02-06) echo: # Twelve die as Oston's Harrow Bridge falls

        Bridge collapses in Oston (Valley Times, 2026-02-05) ours: # Bridge collapses in Oston

        Oston bridge collapse kills 12 (Northern Post, 2026-02-04) post: # Oston bridge collapse kills 12

    "#]],
    );
    check(
        "ruiz",
        expect![[r#"
        Ana Ruiz (2 articles) ours: Ana Ruiz
    "#]],
    );
    check("nobody of that name", expect![[r""]]);
}

#[test]
fn a_name_leads_to_its_first_full_mention_and_a_claim_to_its_oldest_report() {
    let (folder, mut editor, ours) = newsroom();
    let mut check = |words: &str, expected: Expect| {
        let found = editor.at("textDocument/definition", &ours, OURS, words);
        expected.assert_eq(&passages(&folder, &found));
    };
    check(
        "she added",
        expect![[r#"
        ours: Ana Ruiz
    "#]],
    );
    check(
        "Ruiz of cracks",
        expect![[r#"
        ours: Ana Ruiz
    "#]],
    );
    check(
        "12 people",
        expect![[r#"
        post: The Harrow Bridge in Oston collapsed on Wednesday evening, killing 12 people, according to police.
    "#]],
    );
    check("outlet:", expect![[r""]]);
}

#[test]
fn references_are_every_mention_and_every_report() {
    let (folder, mut editor, ours) = newsroom();
    let mut check = |words: &str, expected: Expect| {
        let found = editor.at("textDocument/references", &ours, OURS, words);
        expected.assert_eq(&passages(&folder, &found));
    };
    check(
        "Ruiz said",
        expect![[r#"
        ours: Ana Ruiz
        ours: she
        ours: Ruiz
        post: Ana Ruiz
    "#]],
    );
    check(
        "12 people",
        expect![[r#"
            ours: At least 12 people were killed when the Harrow Bridge in Oston collapsed on Wednesday evening, police said.
            post: The Harrow Bridge in Oston collapsed on Wednesday evening, killing 12 people, according to police.
            echo: Twelve people were killed when the Harrow Bridge in Oston collapsed on Wednesday evening, police said.
        "#]],
    );
}

#[test]
fn what_belongs_together_is_marked_together() {
    let mut editor = Editor::open_folder(&[], None);
    editor.open(UNTITLED, OURS);
    let mut check = |at: &str, expected: Expect| {
        let found = editor.at("textDocument/documentHighlight", UNTITLED, OURS, at);
        let line = |mark: &Value| format!("{} {}\n", mark["kind"], words(OURS, &mark["range"]));
        expected.assert_eq(&list(&found).iter().map(line).collect::<String>());
    };
    check(
        "Ruiz said",
        expect![[r#"
        2 Ana Ruiz
        2 she
        2 Ruiz
    "#]],
    );
    check(
        "bridge was inspected",
        expect![[r#"
        2 Mayor Ana Ruiz
        3 said
        1 "The bridge was inspected in November,"
    "#]],
    );
}

#[test]
fn a_selection_grows_by_word_clause_quote_sentence_paragraph() {
    let mut editor = Editor::open_folder(&[], None);
    editor.open(UNTITLED, OURS);
    let mut check = |at: &str, expected: Expect| {
        let params = json!({ "textDocument": { "uri": UNTITLED }, "positions": [find(OURS, at)] });
        let found = editor.request("textDocument/selectionRange", params);
        let mut unit = &found["result"][0];
        let mut shown = String::new();
        while unit.is_object() {
            let text = words(OURS, &unit["range"]);
            let all = text.len() == OURS.len();
            shown.push_str(if all { "the article" } else { text.trim_end() });
            shown.push('\n');
            unit = &unit["parent"];
        }
        expected.assert_eq(&shown);
    };
    check(
        "inspected",
        expect![[r#"
            inspected
            The bridge was inspected in November
            The bridge was inspected in November,
            "The bridge was inspected in November,"
            "The bridge was inspected in November," Mayor Ana Ruiz said.
            "The bridge was inspected in November," Mayor Ana Ruiz said. "It was safe," she added.
            the article
        "#]],
    );
    check(
        "collapsed on",
        expect![[r#"
        collapsed
        At least 12 people were killed when the Harrow Bridge in Oston collapsed on Wednesday evening
        At least 12 people were killed when the Harrow Bridge in Oston collapsed on Wednesday evening, police said.
        the article
    "#]],
    );
}

#[test]
fn sections_and_front_matter_fold() {
    let mut editor = Editor::open_folder(&[], None);
    editor.open(UNTITLED, OURS);
    let found = editor.of("textDocument/foldingRange", UNTITLED);
    let line = |it: &Value| format!("{} {}-{}\n", it["kind"], it["startLine"], it["endLine"]);
    expect![[r#"
        "region" 11-15
        "comment" 0-3
    "#]]
    .assert_eq(&list(&found).iter().map(line).collect::<String>());
}

#[test]
fn an_outlet_that_is_cited_leads_to_its_report_and_a_rule_to_its_page() {
    let (_folder, mut editor, ours) = newsroom();
    let found = editor.of("textDocument/documentLink", &ours);
    let line = |link: &Value| {
        let target = link["target"].as_str().and_then(|it| it.rsplit('/').next()).expect("a file");
        let tooltip = link["tooltip"].as_str().expect("text");
        format!("{} -> {target} ({tooltip})\n", words(OURS, &link["range"]))
    };
    expect![[r#"
        Northern Post -> post.md (Northern Post: Oston bridge collapse kills 12)
        SRC007 -> SRC007.md (vague attribution)
    "#]]
    .assert_eq(&list(&found).iter().map(line).collect::<String>());
}

// Writing.

/// What is offered at `$0`, and the line that the first offer makes.
#[track_caller]
fn check_completion(editor: &mut Editor, uri: &str, text: &str, expected: &Expect) {
    let (before, after) = text.split_once("$0").expect("a cursor");
    let text = format!("{before}{after}");
    editor.open(uri, &text);
    let position = find(&format!("{before}$0"), "$0");
    let params = json!({ "textDocument": { "uri": uri }, "position": position });
    let found = editor.request("textDocument/completion", params)["result"].take();
    editor.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    let label = |item: &Value| item["label"].as_str().expect("text").to_owned();
    let mut shown = list(&found).iter().map(label).collect::<Vec<_>>().join(" | ");
    if let Some(first) = list(&found).first() {
        let edit = json!({ "edit": { "documentChanges": [
            { "textDocument": { "uri": uri }, "edits": [first["textEdit"]] }
        ] } });
        let made = applied(&text, uri, &edit);
        let line = before.matches('\n').count();
        let _ = write!(shown, "\n{}", made.lines().nth(line).expect("a line"));
    }
    expected.assert_eq(&shown);
}

#[test]
fn sources_are_offered_where_somebody_must_be_named() {
    let folder = Folder::new();
    folder.write("presscheck.toml", "names = [\"Volodymyr Zelenskyy\"]\n");
    let ours = uri(&folder.0.join("a.md"));
    let mut editor = Editor::open_folder(&[], Some(&folder.0));
    let story = "Mayor Ana Ruiz met Ivo Kral of the Ministry of Transport on Monday.\n\n";
    let mut check = |text: &str, expected: Expect| {
        check_completion(&mut editor, &ours, &format!("{story}{text}"), &expected);
    };
    check(
        "The bridge was safe, according to $0",
        expect![[r#"
            Ana Ruiz | Ivo Kral | Ministry of Transport | Volodymyr Zelenskyy
            The bridge was safe, according to Ana Ruiz"#]],
    );
    check(
        "The bridge was safe, according to Iv$0",
        expect![[r#"
            Ivo Kral
            The bridge was safe, according to Ivo Kral"#]],
    );
    check(
        "Kral was there. \"The bridge was safe,\" $0",
        expect![[r#"
            said Ivo Kral | said Ana Ruiz | said Volodymyr Zelenskyy | said Ministry of Transport
            Kral was there. "The bridge was safe," said Ivo Kral"#]],
    );
    check(
        "\"The bridge was safe,\" said $0",
        expect![[r#"
            Ana Ruiz | Ivo Kral | Volodymyr Zelenskyy | Ministry of Transport
            "The bridge was safe," said Ana Ruiz"#]],
    );
    check(
        "[\"It was safe.\"]{.quote speaker=\"$0\"}",
        expect![[r#"
            Ana Ruiz | Ivo Kral | Volodymyr Zelenskyy | Ministry of Transport
            ["It was safe."]{.quote speaker="Ana Ruiz"}"#]],
    );
    check(
        "[\"It was safe.\"]{.quote source=\"$0\"}",
        expect![[r#"
        Ministry of Transport
        ["It was safe."]{.quote source="Ministry of Transport"}"#]],
    );
    check(
        "Later Zel$0",
        expect![[r#"
        Volodymyr Zelenskyy
        Later Volodymyr Zelenskyy"#]],
    );
    check("She said the bridge $0", expect![[r""]]);
    check("It was safe. Zz$0", expect![[r""]]);
}

#[test]
fn rules_are_offered_in_ignore_comments_and_settings() {
    let folder = Folder::new();
    let mut editor = Editor::open_folder(&[], Some(&folder.0));
    let config = uri(&folder.0.join("presscheck.toml"));
    let ignores = uri(&folder.0.join("presscheck.ignore.toml"));
    let mut check = |uri: &str, text: &str, expected: Expect| {
        check_completion(&mut editor, uri, text, &expected);
    };
    check(
        UNTITLED,
        "It fell. <!-- presscheck-ignore SRC$0 -->",
        expect![[r#"
            SRC001 | SRC002 | SRC003 | SRC007 | SRC008 | SRC009 | SRC010 | SRC014
            It fell. <!-- presscheck-ignore SRC001 -->"#]],
    );
    check(UNTITLED, "It fell. <!-- presscheck-ignore SRC001: $0 -->", expect![[r""]]);
    check(
        &config,
        "[rules]\nSRC001 = \"off\"\n$0",
        expect![[r#"
            DAT001 | HED001 | NAM002 | NAM004 | NUM004 | QUO001 | QUO003 | QUO004 | QUO005 | QUO012 | SRC002 | SRC003 | SRC007 | SRC008 | SRC009 | SRC010 | SRC014 | TKM001 | XOUT001 | XOUT002 | XOUT003 | XOUT004 | XOUT005 | XOUT006
            DAT001"#]],
    );
    check(
        &config,
        "[rules]\nSRC001 = $0\n",
        expect![[r#"
        "off" | "hint" | "information" | "warning" | "error"
        SRC001 = "off""#]],
    );
    check(
        &config,
        "profile = \"$0\"\n",
        expect![[r#"
        reporter | copy-desk | fact-check | research
        profile = "reporter""#]],
    );
    check(
        &config,
        "ou$0",
        expect![[r#"
        outlet | profile | language | annotations | names | corpus | outlets | rules
        outlet"#]],
    );
    check(
        &ignores,
        "[[ignore]]\nrule = \"$0\"\n",
        expect![[r#"
            DAT001 | HED001 | NAM002 | NAM004 | NUM004 | QUO001 | QUO003 | QUO004 | QUO005 | QUO012 | SRC001 | SRC002 | SRC003 | SRC007 | SRC008 | SRC009 | SRC010 | SRC014 | TKM001 | XOUT001 | XOUT002 | XOUT003 | XOUT004 | XOUT005 | XOUT006
            rule = "DAT001""#]],
    );
}

#[test]
fn a_mistake_in_settings_is_marked_where_it_stands() {
    let folder = Folder::new();
    let mut editor = Editor::open_folder(&[], Some(&folder.0));
    let text = "outlet = \"Valley Times\"\nprofile = \"reader\" # TK\n";
    let config = folder.write("presscheck.toml", text);
    editor.open(&config, text);
    let findings = editor.findings(&config, 1);
    let [problem] = &findings[..] else { panic!("{findings:?}") };
    assert_eq!(words(text, &problem["range"]), "profile = \"reader\" # TK");
    assert!(problem["message"].as_str().is_some_and(|it| it.contains("copy-desk")), "{problem}");
    editor.change(&config, 2, json!([{ "text": "profile = \"reporter\"\n" }]));
    assert_eq!(editor.findings(&config, 2), Vec::<Value>::new());
}

// Beside the words.

/// "WORDS BEFORE [hint]" of each hint of the whole file.
fn hints(editor: &mut Editor, uri: &str, text: &str) -> String {
    let end = json!({ "line": 10_000, "character": 0 });
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": end });
    let params = json!({ "textDocument": { "uri": uri }, "range": range });
    let found = editor.request("textDocument/inlayHint", params)["result"].take();
    let line = |hint: &Value| {
        let line_start = json!({ "line": hint["position"]["line"], "character": 0 });
        let before = words(text, &json!({ "start": line_start, "end": hint["position"] }));
        let last = before.rsplit(' ').take(3).collect::<Vec<_>>();
        let last = last.into_iter().rev().collect::<Vec<_>>().join(" ");
        let tooltip = hint["tooltip"].as_str().unwrap_or_default();
        format!("{last} [{}] {tooltip}\n", hint["label"].as_str().expect("text"))
    };
    list(&found).iter().map(line).collect()
}

#[test]
fn hints_say_who_speaks_and_on_request_who_else_reports_it_and_which_day_is_meant() {
    let (_folder, mut editor, ours) = newsroom();
    expect![[r#"
        "It was safe," [— Ana Ruiz] “she” is Ana Ruiz
    "#]]
    .assert_eq(&hints(&mut editor, &ours, OURS));
    let all = json!({ "speakers": false, "outlets": true, "dates": true });
    let settings = json!({ "presscheck": { "inlayHints": all } });
    editor.notify("workspace/didChangeConfiguration", json!({ "settings": settings }));
    editor.wait(|message| message["method"] == "workspace/inlayHint/refresh");
    expect![[r#"
        on Wednesday evening [4 February 2026] Seen from 5 February 2026, the date of the article
        evening, police said. [2 of 2 outlets] Eastern Echo, Northern Post
        Ruiz of cracks. [1 of 2 outlets] Northern Post
    "#]]
    .assert_eq(&hints(&mut editor, &ours, OURS));
    let wrong = json!({ "presscheck": { "codeLens": 3 } });
    editor.notify("workspace/didChangeConfiguration", json!({ "settings": wrong }));
    editor.wait_for_log("settings for presscheck are not used");
}

#[test]
fn a_line_above_the_headline_counts_outlets_conflicts_and_unsourced_claims() {
    let folder = Folder::new();
    folder.write("wire/post.md", POST.replace("12", "40"));
    let text = OURS.replace("At least 12", "Twelve").replace(", police said", "");
    let ours = folder.write("stories/bridge.md", &text);
    let mut editor = Editor::open_folder(&[], Some(&folder.0));
    editor.open(&ours, &text);
    editor.findings_where(&ours, 1, |found| found.iter().any(|it| it["code"] == "XOUT001"));
    let lenses = editor.of("textDocument/codeLens", &ours);
    let line = |lens: &Value| {
        let title = lens["command"]["title"].as_str().expect("text");
        format!("{title} above {}\n", words(&text, &lens["range"]).trim())
    };
    expect![[r#"
        1 other outlet tells this story above # Bridge collapses in Oston
        1 conflict above # Bridge collapses in Oston
    "#]]
    .assert_eq(&list(&lenses).iter().map(line).collect::<String>());
    let conflict = &lenses[1]["command"];
    editor.request("workspace/executeCommand", conflict.clone());
    let shown = editor.wait(|message| message["method"] == "window/showDocument");
    assert_eq!(shown["params"]["uri"], *ours);
    assert_eq!(words(&text, &shown["params"]["selection"]), "Twelve people");
    let settings = json!({ "codeLens": false });
    editor.notify("workspace/didChangeConfiguration", json!({ "settings": settings }));
    assert_eq!(editor.of("textDocument/codeLens", &ours), json!([]));
}

/// "type.modifier words" of each token.
fn tokens(legend: &Value, data: &[u64], text: &str) -> String {
    let lines: Vec<Vec<u16>> = text.lines().map(|line| line.encode_utf16().collect()).collect();
    let index = |number: u64| usize::try_from(number).expect("small");
    let (mut line, mut column, mut shown) = (0, 0, String::new());
    for token in data.chunks(5) {
        let [down, right, length, kind, notes] = token else { panic!("{data:?}") };
        line += index(*down);
        column = if *down == 0 { column + index(*right) } else { index(*right) };
        let words = String::from_utf16_lossy(&lines[line][column..column + index(*length)]);
        let mut name = legend["tokenTypes"][index(*kind)].as_str().expect("a name").to_owned();
        for (bit, note) in list(&legend["tokenModifiers"]).iter().enumerate() {
            if notes & (1 << bit) != 0 {
                let _ = write!(name, ".{}", note.as_str().expect("a name"));
            }
        }
        let _ = writeln!(shown, "{name} {words}");
    }
    shown
}

#[test]
fn colours_tell_quotes_sources_cues_claims_figures_and_names() {
    let mut editor = Editor::start();
    let answer = editor.initialize(&[], None);
    let legend = &answer["result"]["capabilities"]["semanticTokensProvider"]["legend"];
    let numbers = |data: &Value| -> Vec<u64> {
        list(data).iter().map(|number| number.as_u64().expect("a number")).collect()
    };
    let text = "# A bridge\n\nAt least 12 people were killed, a source close to the talks said. The bridge closed in 2019.\n\n\
                \"It was\nsafe 🌪,\" Mayor Ana Ruiz said.\n";
    editor.open(UNTITLED, text);
    let full = editor.of("textDocument/semanticTokens/full", UNTITLED);
    expect![[r#"
        figure At least 12 people
        claim.anonymous were killed,
        source.anonymous a source close to the talks
        cue said
        claim The bridge closed in 2019.
        quote "It was
        quote safe 🌪,"
        source Mayor Ana Ruiz
        cue said
    "#]]
    .assert_eq(&tokens(legend, &numbers(&full["data"]), text));

    editor.edit(UNTITLED, 2, [2, 9], [2, 11], "140");
    let params = json!({
        "textDocument": { "uri": UNTITLED }, "previousResultId": full["resultId"],
    });
    let delta = editor.request("textDocument/semanticTokens/full/delta", params.clone());
    let delta = &delta["result"];
    let mut patched = numbers(&full["data"]);
    assert!(list(&delta["edits"]).len() == 1, "{delta}");
    for edit in list(&delta["edits"]) {
        let start = usize::try_from(edit["start"].as_u64().expect("a number")).expect("small");
        let gone = usize::try_from(edit["deleteCount"].as_u64().expect("a number")).expect("small");
        assert!(gone < patched.len(), "only what changed is sent: {edit}");
        patched.splice(start..start + gone, numbers(&edit["data"]));
    }
    let whole = editor.of("textDocument/semanticTokens/full", UNTITLED);
    assert_eq!(patched, numbers(&whole["data"]));
    // Who has a result that nobody remembers gets everything.
    let all = editor.request("textDocument/semanticTokens/full/delta", params);
    assert_eq!(all["result"]["data"], whole["data"]);

    let last_line = json!({
        "start": { "line": 5, "character": 0 }, "end": { "line": 5, "character": 30 },
    });
    let params = json!({ "textDocument": { "uri": UNTITLED }, "range": last_line });
    let part = editor.request("textDocument/semanticTokens/range", params);
    expect![[r#"
        quote "It was
        quote safe 🌪,"
        source Mayor Ana Ruiz
        cue said
    "#]]
    .assert_eq(&tokens(legend, &numbers(&part["result"]["data"]), text));
}

// Changing.

#[test]
fn a_name_changes_in_prose_and_tags_and_never_between_quotation_marks() {
    let folder = Folder::new();
    folder.write("presscheck.toml", "");
    let text = "\
        Mayor Ana Ruiz opened the bridge. \"Ana Ruiz is no engineer,\" Ruiz said.\n\n\
        [\"It was safe.\"]{.quote speaker=\"Ana Ruiz\"} Ruiz’s office “asked Ruiz” twice.\n";
    let ours = folder.write("a.md", text);
    let mut editor = Editor::open_folder(&[], Some(&folder.0));
    editor.open(&ours, text);
    let mut rename = |at: &str, new: &str| {
        let document = json!({ "uri": ours });
        let params = json!({
            "textDocument": document, "position": find(text, at), "newName": new,
        });
        let prepared = editor.request("textDocument/prepareRename", params.clone());
        let answer = editor.request("textDocument/rename", params);
        let edit = json!({ "edit": answer["result"] });
        let after = applied(text, &ours, &edit);
        (prepared["result"]["placeholder"].clone(), after, answer["error"]["message"].clone())
    };
    let (placeholder, after, _) = rename("Ruiz said", "Ruíz");
    assert_eq!(placeholder, "Ruiz");
    expect![[r#"
        Mayor Ana Ruíz opened the bridge. "Ana Ruiz is no engineer," Ruíz said.

        ["It was safe."]{.quote speaker="Ana Ruíz"} Ruíz’s office “asked Ruiz” twice.
    "#]]
    .assert_eq(&after);
    let (placeholder, after, _) = rename("Ana Ruiz opened", "Ana Soto Ruiz");
    assert_eq!(placeholder, "Ana Ruiz");
    expect![[r#"
        Mayor Ana Soto Ruiz opened the bridge. "Ana Ruiz is no engineer," Ruiz said.

        ["It was safe."]{.quote speaker="Ana Soto Ruiz"} Ruiz’s office “asked Ruiz” twice.
    "#]]
    .assert_eq(&after);
    let (placeholder, after, problem) = rename("Ana Ruiz is", "Ana Soto");
    assert_eq!((placeholder, after), (Value::Null, text.to_owned()));
    assert!(problem.as_str().is_some_and(|it| it.contains("quotation marks")), "{problem}");
    let (_, after, problem) = rename("Ruiz said", "two\nlines");
    assert!(after == text && problem.is_string(), "{problem}");
}

#[test]
fn a_name_changes_in_the_annotations_beside_the_copy() {
    let folder = Folder::new();
    folder.write("presscheck.toml", "");
    let text = "The bridge opened.\n\n\"It was safe,\" Mayor Ana Ruiz said in Oston.\n";
    let ours = folder.write("a.txt", text);
    let mut editor = Editor::open_folder(&[], Some(&folder.0));
    editor.open(&ours, text);
    let at = find(text, "It was");
    let range = json!({ "start": at, "end": at });
    let actions = editor.actions(&ours, &range, &["quickfix"]);
    let sidecar = uri(&folder.0.join("a.txt.annotations.jsonld"));
    let tagged = actions.iter().map(|action| applied("", &sidecar, action));
    let tagged = tagged.into_iter().find(|it| it.contains("Ana Ruiz")).expect("a tag on offer");
    folder.write("a.txt.annotations.jsonld", &tagged);
    editor.edit(&ours, 2, [0, 0], [0, 0], " ");
    let params = json!({
        "textDocument": { "uri": ours }, "position": find(text, "Ana Ruiz"),
        "newName": "Ana Ruíz",
    });
    let answer = editor.request("textDocument/rename", params);
    let edit = json!({ "edit": answer["result"] });
    let changed = applied(&tagged, &sidecar, &edit);
    // Anchored anew as well: the copy has moved by the space.
    let expected = tagged.replace(r#"\"Ana Ruiz\""#, r#"\"Ana Ruíz\""#);
    let expected = expected.replace(": 21", ": 22").replace(": 33", ": 34");
    assert_eq!(changed, expected.replace("\"The bridge", "\" The bridge"));
    assert_ne!(expected, tagged);
}
