//! What editor and server agree on: who asks for findings, who sends edits when, settings, folders,
//! what is given up and what is said on the way.

use crate::editor::{Editor, Folder, applied, find, uri};
use serde_json::{Value, json};
use std::{collections::BTreeSet, sync::atomic::Ordering};

const UNTITLED: &str = "untitled:Untitled-1";

/// An editor that asks for findings and can be told to ask again.
fn pulls(params: &mut Value) {
    params["capabilities"]["textDocument"]["diagnostic"] = json!({ "dynamicRegistration": false });
    params["capabilities"]["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
}

fn pull(editor: &mut Editor, uri: &str, known: &Value) -> Value {
    let params = json!({ "textDocument": { "uri": uri }, "previousResultId": known });
    editor.request("textDocument/diagnostic", params)["result"].take()
}

#[test]
fn an_editor_that_asks_gets_findings_once_and_word_when_nothing_changed() {
    let mut editor = Editor::start();
    let answer = editor.introduce(&[], &[], pulls);
    let provider = &answer["result"]["capabilities"]["diagnosticProvider"];
    assert_eq!(
        (&provider["interFileDependencies"], &provider["workspaceDiagnostics"]),
        (&json!(true), &json!(true))
    );
    editor.open(UNTITLED, "It cost TK euros.");
    let first = pull(&mut editor, UNTITLED, &Value::Null);
    assert_eq!((&first["kind"], &first["items"][0]["code"]), (&json!("full"), &json!("TKM001")));
    let same = pull(&mut editor, UNTITLED, &first["resultId"]);
    assert_eq!(same, json!({ "kind": "unchanged", "resultId": first["resultId"] }));
    // What is typed behind a finding moves nothing.
    editor.edit(UNTITLED, 2, [0, 17], [0, 17], " She left.");
    assert_eq!(pull(&mut editor, UNTITLED, &first["resultId"])["kind"], "unchanged");
    editor.edit(UNTITLED, 3, [0, 0], [0, 0], "So: ");
    let moved = pull(&mut editor, UNTITLED, &first["resultId"]);
    assert_eq!(moved["items"][0]["range"]["start"], json!({ "line": 0, "character": 12 }));
    assert!(
        editor.leave_and_list("textDocument/publishDiagnostics").is_empty(),
        "nobody is told twice"
    );
}

#[test]
fn what_the_server_can_do_is_announced() {
    let mut editor = Editor::start();
    let answer = editor.introduce(&[], &[], pulls);
    let announced = answer["result"]["capabilities"].as_object().expect("capabilities").keys();
    let expected = [
        "codeActionProvider",
        "codeLensProvider",
        "completionProvider",
        "definitionProvider",
        "diagnosticProvider",
        "documentHighlightProvider",
        "documentLinkProvider",
        "documentSymbolProvider",
        "executeCommandProvider",
        "foldingRangeProvider",
        "hoverProvider",
        "inlayHintProvider",
        "positionEncoding",
        "referencesProvider",
        "renameProvider",
        "selectionRangeProvider",
        "semanticTokensProvider",
        "textDocumentSync",
        "workspace",
        "workspaceSymbolProvider",
    ];
    assert_eq!(announced.collect::<BTreeSet<_>>(), expected.map(str::to_owned).iter().collect());
}

#[test]
fn an_editor_that_cannot_be_told_to_ask_again_is_sent_findings() {
    let mut editor = Editor::start();
    let answer = editor.introduce(&[], &[], |params| {
        params["capabilities"]["textDocument"]["diagnostic"] = json!({});
    });
    assert_eq!(answer["result"]["capabilities"].get("diagnosticProvider"), None);
    editor.open(UNTITLED, "TK");
    assert_eq!(editor.findings(UNTITLED, 1).len(), 1);
}

const OURS: &str = "---\noutlet: Valley Times\ndate: 2026-02-05\n---\n\n# Bridge collapses in Oston\n\n\
    Twelve people were killed when the Harrow Bridge in Oston collapsed on Wednesday evening.\n";

const THEIRS: &str = "---\noutlet: Northern Post\ndate: 2026-02-04\n---\n\n# Oston bridge collapse kills 40\n\n\
    The Harrow Bridge in Oston collapsed on Wednesday evening, killing 40 people, police said.\n";

/// "code" of each finding of a report.
fn codes(report: &Value) -> Vec<&str> {
    let items = report["items"].as_array().map_or(&[][..], Vec::as_slice);
    items.iter().filter_map(|finding| finding["code"].as_str()).collect()
}

#[test]
fn an_editor_is_told_to_ask_again_when_another_file_changes_what_is_found() {
    let folder = Folder::new();
    folder.write("presscheck.toml", "");
    let ours = folder.write("ours.md", OURS);
    let mut editor = Editor::start();
    editor.introduce(&[], &[&folder.0], pulls);
    editor.open(&ours, OURS);
    let alone = pull(&mut editor, &ours, &Value::Null);
    assert!(!codes(&alone).contains(&"XOUT001"), "{alone}");
    let theirs = folder.write("theirs.md", THEIRS);
    let changes = json!([{ "uri": theirs, "type": 1 }]);
    editor.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
    loop {
        editor.wait(|message| message["method"] == "workspace/diagnostic/refresh");
        let report = pull(&mut editor, &ours, &alone["resultId"]);
        if codes(&report).contains(&"XOUT001") {
            return;
        }
    }
}

#[test]
fn an_editor_that_takes_them_gets_the_findings_of_open_files_that_tell_the_same_story() {
    let folder = Folder::new();
    folder.write("presscheck.toml", "");
    let (ours, theirs) = (folder.write("ours.md", OURS), folder.write("theirs.md", THEIRS));
    let mut editor = Editor::start();
    editor.introduce(&[], &[&folder.0], |params| {
        pulls(params);
        let diagnostic = &mut params["capabilities"]["textDocument"]["diagnostic"];
        diagnostic["relatedDocumentSupport"] = true.into();
    });
    editor.open(&ours, OURS);
    editor.open(&theirs, THEIRS);
    let mut known = Value::Null;
    while !codes(&known).contains(&"XOUT001") {
        known = pull(&mut editor, &theirs, &Value::Null);
    }
    // What we say now no longer conflicts with them.
    editor.change(&ours, 2, json!([{ "text": OURS.replace("Twelve", "Forty") }]));
    loop {
        let report = pull(&mut editor, &ours, &Value::Null);
        let related = &report["relatedDocuments"][&theirs];
        if related["kind"] == "full" && !codes(related).contains(&"XOUT001") {
            break;
        }
        editor.wait(|message| message["method"] == "workspace/diagnostic/refresh");
    }
    let again = pull(&mut editor, &ours, &Value::Null);
    assert_eq!(again.get("relatedDocuments"), None, "they are not told twice");
}

#[test]
fn a_finding_points_at_the_passages_it_rests_on_where_the_editor_shows_them() {
    let folder = Folder::new();
    folder.write("presscheck.toml", "");
    let ours = folder.write("ours.md", OURS);
    let theirs = folder.write("theirs.md", THEIRS);
    for shows in [true, false] {
        let mut editor = Editor::start();
        editor.introduce(&[], &[&folder.0], |params| {
            let publish = &mut params["capabilities"]["textDocument"]["publishDiagnostics"];
            publish["relatedInformation"] = shows.into();
        });
        editor.open(&ours, OURS);
        let conflict = |found: &[Value]| found.iter().any(|it| it["code"] == "XOUT001");
        let findings = editor.findings_where(&ours, 1, conflict);
        let finding = findings.iter().find(|it| it["code"] == "XOUT001").expect("waited for");
        let passage = &finding["relatedInformation"][0];
        if shows {
            assert_eq!(passage["location"]["uri"], theirs);
            let words = passage["message"].as_str().unwrap_or_default();
            assert!(words.contains("40 people"), "{words}");
        } else {
            assert_eq!(*passage, Value::Null);
        }
    }
}

#[test]
fn reading_a_newsroom_can_be_broken_off() {
    let folder = Folder::new();
    folder.write("presscheck.toml", "");
    let ours = folder.write("ours.md", OURS);
    for number in 0..2_000 {
        folder.write(&format!("wire/{number:04}.md"), THEIRS.repeat(4));
    }
    let mut editor = Editor::open_folder(&[], Some(&folder.0));
    let begun = editor.wait(|message| message["params"]["value"]["kind"] == "begin");
    assert_eq!(begun["params"]["value"]["cancellable"], true);
    let token = &begun["params"]["token"];
    editor.notify("window/workDoneProgress/cancel", json!({ "token": "somebody else’s" }));
    editor.notify("window/workDoneProgress/cancel", json!({ "token": token }));
    editor.wait(|message| message["params"]["value"]["kind"] == "end");
    let said = editor.wait_for_log("broken off");
    assert!(said.ends_with(" of 2001 files were not read"), "{said}");
    editor.open(&ours, "It cost TK euros.");
    editor.findings_where(&ours, 1, |found| found.iter().any(|it| it["code"] == "TKM001"));
}

#[test]
fn files_that_are_not_open_are_surveyed_and_again_when_something_changes() {
    let folder = Folder::new();
    folder.write("presscheck.toml", "");
    let ours = folder.write("ours.md", OURS);
    let other = folder.write("other.md", "# Another story\n\nIt cost TK euros.\n");
    let mut editor = Editor::start();
    editor.introduce(&[], &[&folder.0], pulls);
    editor.open(&ours, OURS);
    let survey = |editor: &mut Editor, known: Value| {
        let params = json!({ "previousResultIds": known });
        let id = editor.ask("workspace/diagnostic", params);
        editor.answer(id)["result"]["items"].take()
    };
    editor.wait(|message| message["params"]["value"]["kind"] == "end");
    let mut items = survey(&mut editor, json!([]));
    while items == json!([]) {
        items = survey(&mut editor, json!([]));
    }
    let [item] = &items.as_array().expect("a list")[..] else { panic!("{items}") };
    assert_eq!((&item["uri"], codes(item)), (&json!(other), vec!["TKM001"]));
    // Nothing has changed, so the answer waits for something that does.
    let known = json!([{ "uri": other, "value": item["resultId"] }]);
    let id = editor.ask("workspace/diagnostic", json!({ "previousResultIds": known }));
    editor.hover(&ours, [7, 3]);
    folder.write("other.md", "# Another story\n\nIt cost ten euros.\n");
    let changes = json!([{ "uri": other, "type": 2 }]);
    editor.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
    let answer = editor.answer(id);
    let item = &answer["result"]["items"][0];
    assert_eq!((&item["uri"], &item["kind"], codes(item)), (&json!(other), &json!("full"), vec![]));
}

#[test]
fn a_request_that_waits_can_be_cancelled() {
    let mut editor = Editor::start();
    editor.introduce(&[], &[], pulls);
    let known = json!([{ "uri": "file:///a.md", "value": "1" }]);
    let id = editor.ask("workspace/diagnostic", json!({ "previousResultIds": known }));
    editor.notify("$/cancelRequest", json!({ "id": id }));
    assert_eq!(editor.answer(id)["error"]["code"], -32800);
}

#[test]
fn an_editor_that_can_wait_gets_the_edits_of_a_change_when_it_is_chosen() {
    let mut editor = Editor::start();
    editor.introduce(&[], &[], |params| {
        let properties = json!({ "properties": ["edit"] });
        params["capabilities"]["textDocument"]["codeAction"] =
            json!({ "dataSupport": true, "resolveSupport": properties });
    });
    let text = "\"It was safe,\" Mayor Ana Ruiz said in Oston on Monday.\n";
    editor.open(UNTITLED, text);
    let at = find(text, "safe");
    let actions = editor.actions(UNTITLED, &json!({ "start": at, "end": at }), &["quickfix"]);
    let tag = actions.iter().find(|it| it["title"] == "Tag quote as said by Ana Ruiz");
    let tag = tag.expect("on offer").clone();
    assert_eq!(tag.get("edit"), None);
    let one_by_one =
        actions.iter().all(|it| it["title"] != "Tag the one untagged quote with its speaker");
    assert!(one_by_one, "it would be the same change");
    let chosen = editor.request("codeAction/resolve", tag.clone());
    let tagged = applied(text, UNTITLED, &chosen["result"]);
    assert!(tagged.contains("{.quote speaker=\"Ana Ruiz\"}"), "{tagged}");
    // What was on offer for another text is not made of this one.
    editor.edit(UNTITLED, 2, [0, 0], [0, 0], "Late: ");
    assert_eq!(editor.request("codeAction/resolve", tag)["error"]["code"], -32801);
}

#[test]
fn settings_are_asked_for_where_the_editor_has_them() {
    let mut editor = Editor::start();
    let settings = json!([{ "codeLens": false }]);
    editor
        .results
        .lock()
        .expect("no panic")
        .as_mut()
        .expect("it answers")
        .insert("workspace/configuration".into(), settings);
    editor.introduce(&[], &[], |params| {
        params["capabilities"]["workspace"]["configuration"] = json!(true);
        params["capabilities"]["workspace"]["didChangeConfiguration"] =
            json!({ "dynamicRegistration": true });
        params["initializationOptions"] = json!({ "codeLens": true });
    });
    let asked = editor.wait(|message| message["method"] == "workspace/configuration");
    assert_eq!(asked["params"]["items"][0]["section"], "presscheck");
    let registered = editor.wait(|message| message["method"] == "client/registerCapability");
    assert!(registered.to_string().contains("workspace/didChangeConfiguration"), "{registered}");
    let text = "# A bridge\n\nThe mayor killed 12 people.\n";
    editor.open(UNTITLED, text);
    editor.wait(|message| message["method"] == "workspace/inlayHint/refresh");
    assert_eq!(editor.of("textDocument/codeLens", UNTITLED), json!([]));
    editor.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
    editor.wait(|message| message["method"] == "workspace/configuration");
}

#[test]
fn each_folder_has_its_own_settings() {
    let (one, other) = (Folder::new(), Folder::new());
    one.write("presscheck.toml", "[rules]\nTKM001 = \"off\"\n");
    let files = [one.write("a.md", "TK"), other.write("a.md", "TK")];
    let mut editor = Editor::start();
    editor.introduce(&[], &[&one.0, &other.0], |_| ());
    for (file, findings) in files.iter().zip([0, 1]) {
        editor.open(file, "TK");
        assert_eq!(editor.findings(file, 1).len(), findings, "{file}");
    }
    // A folder that is added later is read as well.
    let late = Folder::new();
    late.write("presscheck.toml", "[rules]\nTKM001 = \"error\"\n");
    let file = late.write("a.md", "TK");
    let added = json!([{ "uri": uri(&late.0), "name": "late" }]);
    let event = json!({ "event": { "added": added, "removed": [] } });
    editor.notify("workspace/didChangeWorkspaceFolders", event);
    editor.open(&file, "TK");
    assert_eq!(editor.findings(&file, 1)[0]["severity"], 1);
}

#[test]
fn who_traces_the_server_hears_what_it_did() {
    let mut editor = Editor::open_folder(&[], None);
    editor.notify("$/setTrace", json!({ "value": "verbose" }));
    editor.open(UNTITLED, "It cost TK euros.");
    let trace = editor.wait(|message| message["method"] == "$/logTrace");
    let (message, verbose) = (&trace["params"]["message"], &trace["params"]["verbose"]);
    let said = message.as_str().is_some_and(|it| it.contains("version 1: 1 finding in "));
    assert!(said && verbose.as_str().is_some_and(|it| it.starts_with("1 block, ")), "{trace}");
    editor.notify("$/setTrace", json!({ "value": "off" }));
    editor.edit(UNTITLED, 2, [0, 0], [0, 0], " ");
    editor.findings(UNTITLED, 2);
    assert!(editor.leave_and_list("$/logTrace").is_empty());
}

// Editors that misbehave.

#[test]
fn an_editor_that_never_answers_is_served_like_any_other() {
    let folder = Folder::new();
    folder.write("presscheck.toml", "");
    let ours = folder.write("ours.md", OURS);
    folder.write("theirs.md", THEIRS);
    let mut editor = Editor::start();
    *editor.results.lock().expect("no panic") = None;
    editor.introduce(&[], &[&folder.0], |params| {
        params["capabilities"]["workspace"]["configuration"] = json!(true);
    });
    editor.open(&ours, OURS);
    editor.findings_where(&ours, 1, |found| found.iter().any(|it| it["code"] == "XOUT001"));
    for version in 2..100 {
        editor.edit(&ours, version, [7, 0], [7, 0], "a");
    }
    editor.findings(&ours, 99);
    assert!(editor.leave().success());
}

#[test]
fn an_editor_that_stops_reading_holds_up_nothing_for_good() {
    let mut editor = Editor::open_folder(&[], None);
    editor.paused.store(true, Ordering::Relaxed);
    editor.open(UNTITLED, &"It cost TK euros.\n\n".repeat(2_000));
    for version in 2..40 {
        editor.edit(UNTITLED, version, [0, 0], [0, 0], "a");
    }
    std::thread::sleep(std::time::Duration::from_millis(300));
    editor.paused.store(false, Ordering::Relaxed);
    assert_eq!(editor.findings(UNTITLED, 39).len(), 2_000);
    assert!(editor.leave().success());
}
