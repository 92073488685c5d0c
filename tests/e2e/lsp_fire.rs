//! Under fire: much at once, much too long, and editors that die or misbehave.

use crate::editor::{Editor, Folder};
use serde_json::{Value, json};
use std::sync::atomic::Ordering;

const UNTITLED: &str = "untitled:Untitled-1";

const TEXT: &str = "# Bridge falls in Oston\n\nThe Harrow Bridge in Oston fell on Tuesday.\n\n\
    “It was safe,” said Mayor Ana Ruiz. Analysts say it cost TK euros.\n";

fn codes(findings: &[Value]) -> Vec<String> {
    findings.iter().map(|it| format!("{} {}", it["code"], it["range"])).collect()
}

/// Types `count` words at the head of the second paragraph; gives the text afterwards.
fn typed(editor: &Editor, uri: &str, count: i32) -> String {
    let mut text = TEXT.to_owned();
    for version in 0..count {
        let word =
            ["Late ", "12 people ", "“", "”", "🌪 "][usize::try_from(version).expect("few") % 5];
        editor.edit(uri, version + 2, [2, 0], [2, 0], word);
        text.insert_str(TEXT.find("The").expect("there"), word);
    }
    text
}

// Much at once.

#[test]
fn every_request_made_while_typing_is_answered_once() {
    let mut editor = Editor::open_folder(&[], None);
    editor.open(UNTITLED, TEXT);
    let position = json!({ "line": 4, "character": 3 });
    let params = json!({
        "textDocument": { "uri": UNTITLED },
        "position": position,
        "positions": [position],
        "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 9, "character": 0 } },
        "context": { "diagnostics": [], "includeDeclaration": true, "triggerKind": 1 },
        "previousResultId": "1",
    });
    let methods = [
        "hover",
        "codeAction",
        "completion",
        "definition",
        "references",
        "documentHighlight",
        "selectionRange",
        "documentSymbol",
        "foldingRange",
        "documentLink",
        "codeLens",
        "inlayHint",
        "semanticTokens/full",
        "semanticTokens/full/delta",
        "semanticTokens/range",
    ];
    let mut asked = Vec::new();
    for version in 2..62 {
        editor.edit(UNTITLED, version, [2, 0], [2, 0], "a");
        for (number, method) in methods.iter().enumerate() {
            let id = editor.ask(&format!("textDocument/{method}"), params.clone());
            if number % 7 == 3 {
                editor.notify("$/cancelRequest", json!({ "id": id }));
            }
            asked.push(id);
        }
    }
    for id in asked {
        let answer = editor.answer(id);
        let refused = answer["error"]["code"].as_i64();
        // Cancelled, or asked of a text that is gone.
        assert!(refused.is_none_or(|code| [-32800, -32801].contains(&code)), "{answer}");
    }
    editor.findings(UNTITLED, 61);
    let twice = |message: &Value| message.get("id").is_some() && message.get("method").is_none();
    editor.request("textDocument/hover", params);
    assert!(!editor.kept.iter().any(twice), "nothing is answered twice");
    assert!(editor.leave().success());
}

#[test]
fn four_slow_editors_at_one_newsroom_find_the_same() {
    let folder = Folder::new();
    folder.write("presscheck.toml", "");
    let ours = folder.write("ours.md", TEXT);
    let mut editors: Vec<Editor> = (0..4)
        .map(|_| {
            let mut editor = Editor::start();
            editor.pace.store(20, Ordering::Relaxed);
            editor.introduce(&[], &[&folder.0], |params| {
                params["capabilities"]["workspace"]["configuration"] = json!(true);
            });
            editor.open(&ours, TEXT);
            editor
        })
        .collect();
    let texts: Vec<_> = editors.iter().map(|editor| typed(editor, &ours, 100)).collect();
    let found: Vec<_> = editors.iter_mut().map(|it| codes(&it.findings(&ours, 101))).collect();
    let mut fresh = Editor::open_folder(&[], None);
    fresh.open("untitled:a.md", &texts[0]);
    let expected = codes(&fresh.findings("untitled:a.md", 1));
    assert!(!expected.is_empty());
    assert_eq!(found, [(); 4].map(|()| expected.clone()));
    for editor in editors {
        assert!(editor.leave().success());
    }
}

// Much too long.

#[test]
fn a_paragraph_without_end_is_said_and_the_others_are_read() {
    let folder = Folder::new();
    let line = "who said on Tuesday ".repeat(500_001);
    assert!(10_000_000 < line.len());
    let text = format!("It cost TK euros.\n\n{line}\n");
    let ours = folder.write("long.txt", &text);
    let mut editor = Editor::open_folder(&[], None);
    editor.open(&ours, &text);
    let found = editor.findings(&ours, 1);
    let messages = |found: &[Value]| found.iter().map(|it| it["message"].to_string()).collect();
    let said: Vec<String> = messages(&found);
    assert!(said.iter().any(|it| it.contains("longer than 100000 bytes")), "{said:?}");
    assert!(found.iter().any(|it| it["code"] == "TKM001"), "{said:?}");
    editor.edit(&ours, 2, [2, 5_000_000], [2, 5_000_000], "a");
    assert_eq!(codes(&editor.findings(&ours, 2)), codes(&found));
    assert_eq!(editor.hover(&ours, [2, 5_000_000]), "");
    // Broken into paragraphs, it is read.
    editor.edit(&ours, 3, [2, 5_000], [2, u32::MAX], "\n");
    let left: Vec<String> = messages(&editor.findings(&ours, 3));
    assert!(!left.iter().any(|it| it.contains("longer than")), "{left:?}");
}

/// What was typed over or closed is forgotten: a long day takes no more than its first hour.
#[test]
fn memory_is_bounded_by_what_is_open() {
    /// KiB that allocators may keep to themselves.
    const SLACK: u64 = 24 * 1024;
    let mut editor = Editor::open_folder(&[], None);
    let article = |number: i32| {
        let sentence = |at| format!("Mayor Ana Ruiz{number} said {at} people left Oston{at}.\n\n");
        (0..100).map(sentence).collect::<String>()
    };
    editor.open(UNTITLED, &article(0));
    let typed = |editor: &mut Editor, versions: std::ops::Range<i32>| {
        for version in versions.clone() {
            editor.change(UNTITLED, version, json!([{ "text": article(version) }]));
            if version % 10 == 0 {
                editor.findings(UNTITLED, version);
            }
        }
        for number in versions.step_by(10) {
            let uri = format!("untitled:{number}.md");
            editor.open(&uri, &article(number));
            editor.findings(&uri, 1);
            editor.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
        }
        editor.memory()
    };
    let Some(first) = typed(&mut editor, 2..200) else { return };
    let last = typed(&mut editor, 200..500).unwrap_or_default();
    assert!(last < first + SLACK, "{first} KiB became {last}");
}

// Editors that die or misbehave.

#[test]
fn a_server_whose_editor_dies_ends() {
    // In the middle of a message.
    let editor = Editor::open_folder(&[], None);
    editor.send_raw(b"Content-Length: 500\r\n\r\n{\"jsonrpc\":");
    assert_eq!(editor.vanish().code(), Some(1));
    // In the middle of work.
    let editor = Editor::open_folder(&[], None);
    editor.open(UNTITLED, &TEXT.repeat(500));
    typed(&editor, UNTITLED, 50);
    assert_eq!(editor.vanish().code(), Some(1));
    // With more on its way than a pipe holds, and nobody who reads it.
    let editor = Editor::open_folder(&[], None);
    editor.paused.store(true, Ordering::Relaxed);
    editor.open(UNTITLED, &"It cost TK euros.\n\n".repeat(2_000));
    editor.open("untitled:2", &"It cost TK euros.\n\n".repeat(2_000));
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert_eq!(editor.vanish().code(), Some(1));
}

#[test]
fn goodbyes_come_in_any_order() {
    let editor = Editor::open_folder(&[], None);
    editor.open(UNTITLED, &TEXT.repeat(500));
    assert_eq!(editor.exit().code(), Some(1), "in the middle of work");
    assert_eq!(Editor::start().exit().code(), Some(1), "before the introduction");
    let mut editor = Editor::open_folder(&[], None);
    editor.request("shutdown", Value::Null);
    let params =
        json!({ "textDocument": { "uri": UNTITLED }, "position": { "line": 0, "character": 0 } });
    assert_eq!(editor.request("textDocument/hover", params)["error"]["code"], -32600);
    editor.open(UNTITLED, "Too late: TK.");
    assert!(editor.exit().success());
}

#[test]
fn a_second_introduction_is_refused_and_harms_nothing() {
    let mut editor = Editor::open_folder(&["utf-8"], None);
    let again = editor.initialize(&["utf-32"], None);
    assert_eq!(again["error"]["code"], -32600);
    editor.open(UNTITLED, "Café TK.");
    let findings = editor.findings(UNTITLED, 1);
    assert_eq!(findings[0]["range"]["start"]["character"], 6, "it still counts in bytes");
}
