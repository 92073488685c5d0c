//! The language server as an editor sees it: the real binary over standard input and output.

#[path = "lsp_agreement.rs"]
mod agreement;
#[path = "lsp_disk.rs"]
mod disk;
#[path = "lsp_editor.rs"]
mod editor;
#[path = "lsp_features.rs"]
mod features;
#[path = "lsp_fire.rs"]
mod fire;
mod messages;
#[path = "lsp_report.rs"]
mod report;

use editor::{Editor, Folder, applied, uri};
use serde_json::{Value, json};

const UNTITLED: &str = "untitled:Untitled-1";

/// "RULE line:column-line:column", sorted.
fn summary(findings: &[Value]) -> Vec<String> {
    let position = |at: &Value| format!("{}:{}", at["line"], at["character"]);
    let mut lines: Vec<_> = findings
        .iter()
        .map(|finding| {
            let range = &finding["range"];
            let code = finding["code"].as_str().unwrap_or_default();
            format!("{code} {}-{}", position(&range["start"]), position(&range["end"]))
        })
        .collect();
    lines.sort();
    lines
}

#[track_caller]
fn has(findings: &[Value], expected: &str) {
    let summary = summary(findings);
    assert!(summary.iter().any(|line| line == expected), "{expected} not in {summary:?}");
}

// Meeting.

#[test]
fn columns_count_in_what_the_editor_offered() {
    let cases: [(&[&str], &str, &str); 4] = [
        (&[], "utf-16", "TKM001 0:12-0:14"),
        (&["utf-16", "utf-8"], "utf-8", "TKM001 0:15-0:17"),
        (&["utf-32", "utf-16"], "utf-16", "TKM001 0:12-0:14"),
        (&["utf-32"], "utf-32", "TKM001 0:11-0:13"),
    ];
    for (offered, agreed, expected) in cases {
        let mut editor = Editor::start();
        let answer = editor.initialize(offered, None);
        assert_eq!(answer["result"]["capabilities"]["positionEncoding"], agreed);
        assert_eq!(answer["result"]["serverInfo"]["name"], "presscheck");
        editor.open(UNTITLED, "Café 🌪 hit TK homes on Monday.\n");
        has(&editor.findings(UNTITLED, 1), expected);
    }
}

#[test]
fn what_of_a_file_could_not_be_read_is_marked() {
    let mut editor = Editor::open_folder(&[], None);
    editor.open(UNTITLED, "---\ndate: soon\n---\nIt hit TK homes on Monday.\n");
    let findings = editor.findings(UNTITLED, 1);
    has(&findings, "READ 1:6-1:10");
    has(&findings, "TKM001 3:7-3:9");
}

#[test]
fn leaves_as_the_protocol_wants_it() {
    assert!(Editor::open_folder(&[], None).leave().success());
    assert_eq!(Editor::open_folder(&[], None).exit().code(), Some(1));
    assert_eq!(Editor::open_folder(&[], None).vanish().code(), Some(1));
    Editor::start().vanish();
}

#[test]
fn requests_before_the_introduction_are_refused_and_harm_nothing() {
    let mut editor = Editor::start();
    editor.open(UNTITLED, "Too early: TK.");
    let params =
        json!({ "textDocument": { "uri": UNTITLED }, "position": { "line": 0, "character": 0 } });
    assert_eq!(editor.request("textDocument/hover", params)["error"]["code"], -32002);
    editor.initialize(&[], None);
    editor.open(UNTITLED, "Now TK.");
    has(&editor.findings(UNTITLED, 1), "TKM001 0:4-0:6");
}

// Typing.

#[test]
fn findings_follow_the_text() {
    let mut editor = Editor::open_folder(&[], None);
    editor.open(UNTITLED, "The mayor spent TK euros.\r\n\r\nShe left.\r\n");
    has(&editor.findings(UNTITLED, 1), "TKM001 0:16-0:18");
    editor.edit(UNTITLED, 2, [0, 0], [0, 0], "🌪 Storm\r\n\r\n");
    has(&editor.findings(UNTITLED, 2), "TKM001 2:16-2:18");
    editor.edit(UNTITLED, 3, [2, 16], [2, 18], "12");
    let left = summary(&editor.findings(UNTITLED, 3));
    assert!(!left.iter().any(|line| line.starts_with("TKM001")), "{left:?}");
    editor.change(UNTITLED, 4, json!([{ "text": "All new: TK" }]));
    has(&editor.findings(UNTITLED, 4), "TKM001 0:9-0:11");
}

#[test]
fn a_position_past_the_end_falls_to_the_end() {
    let mut editor = Editor::open_folder(&[], None);
    editor.open(UNTITLED, "The mayor left.");
    editor.edit(UNTITLED, 2, [90, 900], [u32::MAX, u32::MAX], " She spent TK.");
    has(&editor.findings(UNTITLED, 2), "TKM001 0:26-0:28");
    assert_eq!(editor.hover(UNTITLED, [u32::MAX, u32::MAX]), "");
    let far = json!({ "line": 7000, "character": 9 });
    editor.actions(UNTITLED, &json!({ "start": far, "end": far }), &[]);
    assert!(editor.leave().success());
}

#[test]
fn edits_that_race_end_as_a_fresh_reading_does() {
    let mut editor = Editor::open_folder(&[], None);
    let words = [
        "TK ",
        "“",
        "”",
        "\n\n",
        "🌪",
        "said Ana Ruiz, ",
        "12 people ",
        "\r\n",
        "é",
        "Analysts say ",
    ];
    let mut text = String::from("The mayor left on Monday. ");
    editor.open(UNTITLED, &text);
    for step in 0..200_usize {
        let word = words[step * 7 % words.len()];
        let line = text.split_inclusive('\n').next_back().filter(|line| !line.ends_with('\n'));
        let (lines, column) =
            (text.matches('\n').count(), line.unwrap_or_default().encode_utf16().count());
        let end = [u32::try_from(lines).expect("few"), u32::try_from(column).expect("few")];
        editor.edit(UNTITLED, i32::try_from(step).expect("few") + 2, end, end, word);
        text.push_str(word);
        if step % 20 == 0 {
            let params = json!({ "textDocument": { "uri": UNTITLED }, "position": { "line": 0, "character": 3 } });
            editor.request("textDocument/hover", params);
        }
    }
    let raced = summary(&editor.findings(UNTITLED, 201));
    let fresh = "untitled:Untitled-2";
    editor.open(fresh, &text);
    assert_eq!(raced, summary(&editor.findings(fresh, 1)));
    assert!(!raced.is_empty());
}

#[test]
fn a_finding_leads_to_the_page_of_its_rule() {
    let mut editor = Editor::open_folder(&[], None);
    editor.open(UNTITLED, "The mayor spent TK euros.");
    let findings = editor.findings(UNTITLED, 1);
    let finding = &findings[0];
    assert_eq!(finding["source"], "presscheck");
    assert_eq!(finding["data"]["rule"], "TKM001");
    let page = finding["codeDescription"]["href"].as_str().unwrap_or_default();
    let path = page.strip_prefix("file://").unwrap_or_default();
    let text = std::fs::read_to_string(path).unwrap_or_default();
    assert!(text.contains("TK"), "{page}: {text}");
}

#[test]
fn a_closed_file_shows_nothing_more() {
    let mut editor = Editor::open_folder(&[], None);
    editor.open(UNTITLED, "TK");
    editor.findings_where(UNTITLED, 1, |findings| !findings.is_empty());
    editor.notify("textDocument/didClose", json!({ "textDocument": { "uri": UNTITLED } }));
    let cleared = editor.wait(|message| {
        message["method"] == "textDocument/publishDiagnostics"
            && message["params"].get("version").is_none()
    });
    assert_eq!(cleared["params"]["diagnostics"], json!([]));
}

// Trouble.

#[test]
fn broken_messages_are_said_and_the_next_one_is_read() {
    let mut editor = Editor::open_folder(&[], None);
    for broken in [
        "Content-Length: 9\r\n\r\n{\"jsonrp\"",
        "Content-Length: 2\r\n\r\n\u{fe}",
        "Content-Length: 2\r\n\r\n[]",
        "Content-Length: many\r\n\r\nthis is no message\r\n\r\n",
    ] {
        editor.send_raw(broken.as_bytes());
        editor.wait_for_log("message");
    }
    editor.open(UNTITLED, "TK");
    has(&editor.findings(UNTITLED, 1), "TKM001 0:0-0:2");
}

#[test]
fn unknown_and_wrong_requests_are_answered_and_harm_nothing() {
    let mut editor = Editor::open_folder(&[], None);
    assert_eq!(editor.request("presscheck/nonsense", json!({}))["error"]["code"], -32601);
    assert_eq!(editor.request("textDocument/hover", json!({ "no": 1 }))["error"]["code"], -32602);
    editor.notify("$/nonsense", json!({}));
    editor.notify("textDocument/didChange", json!({ "no": 1 }));
    editor.edit("untitled:never-opened", 1, [0, 0], [0, 0], "x");
    assert_eq!(editor.hover("untitled:never-opened", [0, 0]), "");
    editor.open(UNTITLED, "TK");
    has(&editor.findings(UNTITLED, 1), "TKM001 0:0-0:2");
}

// A newsroom.

const OURS: &str = "---\noutlet: Valley Times\ndate: 2026-02-05\n---\n\n# Bridge collapses in Oston\n\n\
    At least 12 people were killed when the Harrow Bridge in Oston collapsed on Wednesday evening, police said.\n\n\
    \"The bridge was inspected in November,\" Mayor Ana Ruiz said.\n";

const THEIRS: &str = "---\noutlet: Northern Post\ndate: 2026-02-05\n---\n\n# Oston bridge collapse kills 12\n\n\
    The Harrow Bridge in Oston collapsed on Wednesday evening, killing 12 people, according to police.\n\n\
    \"The bridge was inspected in November,\" said Ana Ruiz, the mayor of Oston.\n";

fn newsroom() -> (Folder, String) {
    let folder = Folder::new();
    folder.write("presscheck.toml", "outlet = \"Valley Times\"\n");
    folder.write("wire/northern-post.md", THEIRS);
    folder.write("wire/photo.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe\0");
    let ours = folder.write("stories/bridge.md", OURS);
    (folder, ours)
}

#[test]
fn a_hover_shows_what_another_outlet_reports_and_where() {
    let (folder, ours) = newsroom();
    let mut editor = Editor::open_folder(&[], Some(&folder.0));
    editor.open(&ours, OURS);
    editor.wait(|message| message["params"]["value"]["kind"] == "end");
    let theirs = uri(&folder.0.join("wire/northern-post.md"));
    let mut hover = String::new();
    // The first findings come before the newsroom is read.
    for _ in 0..200 {
        hover = editor.hover(&ours, [7, 20]);
        if !hover.is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    for expected in [
        "**1 other outlet reports this** and agrees.",
        &format!("[Northern Post]({theirs}#L8,1), 5 February 2026"),
        "collapsed on Wednesday evening",
        "wire/northern-post.md:8",
    ] {
        assert!(hover.contains(expected), "{expected} not in\n{hover}");
    }
    assert_eq!(editor.hover(&ours, [1, 3]), "", "nothing to say about front matter");
}

#[test]
fn reading_a_newsroom_shows_progress_and_says_who_serves_what() {
    let (folder, ours) = newsroom();
    let mut editor = Editor::open_folder(&[], Some(&folder.0));
    let created = editor.wait(|message| message["method"] == "window/workDoneProgress/create");
    for kind in ["begin", "end"] {
        let progress = editor.wait(|message| {
            message["method"] == "$/progress" && message["params"]["value"]["kind"] == kind
        });
        assert_eq!(progress["params"]["token"], created["params"]["token"]);
    }
    editor.open(&ours, OURS);
    let line = editor.wait_for_log("is served by");
    assert!(line.contains("bridge.md") && line.ends_with("presscheck.toml"), "{line}");
    let watched = editor.wait(|message| message["method"] == "client/registerCapability");
    assert!(watched.to_string().contains("presscheck.toml"), "{watched}");
}

#[test]
fn a_mistake_in_the_configuration_is_said_with_its_line() {
    let folder = Folder::new();
    folder.write("presscheck.toml", "outlet = \"Valley Times\"\nwindow = soon\n");
    let mut editor = Editor::open_folder(&[], Some(&folder.0));
    editor.wait_for_log("presscheck.toml:2");
    let ours = folder.write("a.md", "TK");
    editor.open(&ours, "TK");
    has(&editor.findings_where(&ours, 1, |findings| !findings.is_empty()), "TKM001 0:0-0:2");
}

#[test]
fn articles_that_do_not_fit_in_memory_are_said_and_compared_with() {
    let (folder, ours) = newsroom();
    folder.write("presscheck.toml", "[corpus]\nmemory_mb = 0\n");
    folder.write("wire/other.md", "Rain fell.\n");
    let mut editor = Editor::open_folder(&[], Some(&folder.0));
    let said = editor.wait_for_log("of memory");
    assert!(said.contains("2 articles are read again") && said.contains("`memory_mb`"), "{said}");
    let theirs = editor.request("workspace/symbol", json!({ "query": "bridge" }));
    assert!(theirs.to_string().contains("northern-post.md"), "{theirs}");
    editor.open(&ours, OURS);
    editor.findings_where(&ours, 1, |_| true);
    assert!(editor.hover(&ours, [7, 20]).contains("Northern Post"));
}

#[test]
fn a_rule_switched_off_on_disk_is_off_in_the_editor() {
    let (folder, ours) = newsroom();
    let mut editor = Editor::open_folder(&[], Some(&folder.0));
    editor.open(&ours, "TK");
    editor.findings_where(&ours, 1, |findings| !findings.is_empty());
    let config = folder.write("presscheck.toml", "[rules]\nTKM001 = \"off\"\n");
    let changes = json!([{ "uri": config, "type": 2 }]);
    editor.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
    editor.findings_where(&ours, 1, <[Value]>::is_empty);
}

// Changes.

#[track_caller]
fn titled<'a>(actions: &'a [Value], words: &str) -> &'a Value {
    let titled = |action: &&Value| action["title"].as_str().is_some_and(|it| it.contains(words));
    actions.iter().find(titled).unwrap_or_else(|| panic!("no “{words}” among {actions:#?}"))
}

#[test]
fn a_quote_is_tagged_with_its_speaker() {
    let mut editor = Editor::open_folder(&[], None);
    let text = "Café 🌪 hit homes on Monday.\n\n\"It was safe,\" Mayor Ana Ruiz said.\n";
    editor.open(UNTITLED, text);
    let at = json!({ "line": 2, "character": 5 });
    let range = json!({ "start": at, "end": at });
    let actions = editor.actions(UNTITLED, &range, &["quickfix"]);
    let tag = titled(&actions, "Tag quote as said by Ana Ruiz");
    let tagged = "[\"It was safe,\"]{.quote speaker=\"Ana Ruiz\"} Mayor Ana Ruiz said.";
    assert_eq!(
        applied(text, UNTITLED, tag),
        text.replace("\"It was safe,\" Mayor Ana Ruiz said.", tagged)
    );
    assert_eq!(tag["edit"]["documentChanges"][0]["textDocument"]["version"], 1);
    // A change fits the newest text, also where it was asked for the moment after a key.
    editor.edit(UNTITLED, 2, [0, 0], [0, 0], "Late: ");
    let actions = editor.actions(UNTITLED, &range, &["quickfix"]);
    let tag = titled(&actions, "Tag quote");
    assert!(applied(&format!("Late: {text}"), UNTITLED, tag).contains(tagged));
    assert_eq!(tag["edit"]["documentChanges"][0]["textDocument"]["version"], 2);
}

#[test]
fn a_finding_is_ignored_in_a_file_that_the_fix_creates() {
    let folder = Folder::new();
    folder.write("presscheck.toml", "");
    let text = "The mayor spent TK euros.\n";
    let ours = folder.write("a.txt", text);
    let ignores = uri(&folder.0.join("presscheck.ignore.toml"));
    let mut editor = Editor::open_folder(&[], Some(&folder.0));
    editor.open(&ours, text);
    let findings = editor.findings_where(&ours, 1, |findings| !findings.is_empty());
    let actions = editor.actions(&ours, &findings[0]["range"], &["quickfix"]);
    let ignore = titled(&actions, "Ignore here: unfinished copy (TKM001)");
    assert_eq!(ignore["edit"]["documentChanges"][0]["kind"], "create");
    assert_eq!(ignore["diagnostics"][0]["code"], "TKM001");
    assert_eq!(ignore.get("isPreferred"), None);
    folder.write("presscheck.ignore.toml", applied("", &ignores, ignore));
    let changes = json!([{ "uri": ignores, "type": 1 }]);
    editor.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
    editor.findings_where(&ours, 1, <[Value]>::is_empty);
}

#[test]
fn only_the_kinds_asked_for_are_offered() {
    let mut editor = Editor::open_folder(&[], None);
    editor.open(UNTITLED, "The mayor spent TK euros.");
    let findings = editor.findings(UNTITLED, 1);
    let range = &findings[0]["range"];
    assert_eq!(editor.actions(UNTITLED, range, &["refactor"]), Vec::<Value>::new());
    assert!(!editor.actions(UNTITLED, range, &[]).is_empty());
    for action in editor.actions(UNTITLED, range, &["source"]) {
        assert_eq!(action["kind"], "source.fixAll.presscheck");
    }
}

const TWO_QUOTES: &str =
    "“We stay,” said Ana Ruiz. “We go home today,” said Ben Hall.\n\nIt rained.\n";

/// The action of this kind for the whole file.
fn of_file(editor: &mut Editor, kind: &str) -> Value {
    let start = json!({ "line": 2, "character": 0 });
    editor.actions(UNTITLED, &json!({ "start": start, "end": start }), &[kind]).remove(0)
}

#[test]
fn every_quote_is_tagged_at_once_after_a_look_and_untagged_again() {
    let mut editor = Editor::open_folder(&[], None);
    editor.open(UNTITLED, TWO_QUOTES);
    editor.findings(UNTITLED, 1);
    let all = of_file(&mut editor, "source.tagQuotes.presscheck");
    assert_eq!(all["title"], "Tag all 2 untagged quotes with their speakers");
    let annotations = &all["edit"]["changeAnnotations"];
    assert_eq!(annotations["Quote said by Ben Hall"]["needsConfirmation"], true, "{all:#}");
    let tagged = applied(TWO_QUOTES, UNTITLED, &all);
    assert!(tagged.contains("[“We go home today,”]{.quote speaker=\"Ben Hall\"}"), "{tagged}");

    editor.change(UNTITLED, 2, json!([{ "text": tagged }]));
    editor.findings(UNTITLED, 2);
    let none = of_file(&mut editor, "source.untagQuotes.presscheck");
    assert_eq!(none["title"], "Remove all 2 tags of this article");
    assert_eq!(applied(&tagged, UNTITLED, &none), TWO_QUOTES);
}

#[test]
fn a_tagged_quote_is_given_to_somebody_else_or_untagged() {
    let mut editor = Editor::open_folder(&[], None);
    let copy = TWO_QUOTES.replacen("“We stay,”", "[“We stay,”]{.quote speaker=\"Ana Ruz\"}", 1);
    editor.open(UNTITLED, &copy);
    let findings = editor.findings(UNTITLED, 1);
    assert_eq!(findings[0]["code"], "SRC014", "{findings:#?}");
    let actions = editor.actions(UNTITLED, &findings[0]["range"], &["quickfix"]);
    let other = titled(&actions, "Change the quote’s speaker to Ana Ruiz");
    assert_eq!(other["isPreferred"], true);
    assert!(
        applied(&copy, UNTITLED, other).starts_with("[“We stay,”]{.quote speaker=\"Ana Ruiz\"}")
    );
    assert_eq!(applied(&copy, UNTITLED, titled(&actions, "Remove the tag")), TWO_QUOTES);
}

/// An editor that cannot create files, in a newsroom with plain text to be tagged beside.
fn without_files(folder: &Folder, applies_edits: bool) -> (Editor, String, Value) {
    folder.write("presscheck.toml", "");
    let ours = folder.write("a.txt", TWO_QUOTES);
    let mut editor = Editor::start();
    editor.introduce(&[], &[&folder.0], |params| {
        let workspace = &mut params["capabilities"]["workspace"];
        workspace["workspaceEdit"] = json!({ "documentChanges": true });
        workspace["applyEdit"] = applies_edits.into();
    });
    editor.open(&ours, TWO_QUOTES);
    editor.findings(&ours, 1);
    let at = json!({ "line": 0, "character": 3 });
    let actions = editor.actions(&ours, &json!({ "start": at, "end": at }), &["quickfix"]);
    let tag = titled(&actions, "Tag quote as said by Ana Ruiz").clone();
    assert!(tag.get("edit").is_none(), "{tag:#}");
    (editor, ours, tag["command"].clone())
}

#[test]
fn an_editor_that_cannot_create_files_is_given_an_empty_one() {
    let folder = Folder::new();
    let (mut editor, _, command) = without_files(&folder, true);
    editor.answers("workspace/applyEdit", json!({ "applied": true }));
    let answer = editor.request("workspace/executeCommand", command);
    assert_eq!(answer["result"], Value::Null, "{answer}");
    let asked = editor.wait(|message| message["method"] == "workspace/applyEdit");
    let sidecar = uri(&folder.0.join("a.txt.annotations.jsonld"));
    let made = applied("", &sidecar, &asked["params"]);
    assert!(made.contains("We stay,") && made.contains("Ana Ruiz"), "{made}");
    let file = std::fs::read(folder.0.join("a.txt.annotations.jsonld"));
    assert_eq!(file.expect("created"), b"");
}

#[test]
fn an_editor_that_refuses_is_left_without_the_file() {
    let folder = Folder::new();
    let (mut editor, _, command) = without_files(&folder, true);
    let refused = json!({ "applied": false, "failureReason": "read only" });
    editor.answers("workspace/applyEdit", refused);
    editor.request("workspace/executeCommand", command);
    let told = editor.wait(|message| message["method"] == "window/showMessage");
    let message = &told["params"]["message"];
    assert_eq!(message, "presscheck: the change could not be made. read only");
    assert!(!folder.0.join("a.txt.annotations.jsonld").exists());
}

#[test]
fn an_editor_that_can_do_neither_is_told_what_to_do() {
    let folder = Folder::new();
    let (mut editor, _, command) = without_files(&folder, false);
    editor.request("workspace/executeCommand", command);
    let told = editor.wait(|message| message["method"] == "window/showMessage");
    let message = told["params"]["message"].as_str().unwrap_or_default();
    assert!(message.contains("a.txt.annotations.jsonld. Create it, empty"), "{message}");
}
