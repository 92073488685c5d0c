//! What others write to disk while an editor is open.

use super::{
    editor::{Editor, Folder, uri},
    has, newsroom,
};
use serde_json::{Value, json};
use std::path::Path;

const OURS: &str = "---\noutlet: Valley Times\ndate: 2026-02-05\n---\n\n# Bridge falls in Oston\n\n\
    The Harrow Bridge in Oston collapsed on Tuesday, killing 12 people, officials said.\n";

/// Another outlet's article on that.
const NEWS: &str = "---\noutlet: Evening Echo\ndate: 2026-02-05\n---\n\n# Oston bridge collapse kills 40\n\n\
    The Harrow Bridge in Oston collapsed on Tuesday, killing 40 people, officials said.\n";

/// A desk with our article, which names the folder `wire` beside it.
fn desk() -> (Folder, String) {
    let folder = Folder::new();
    folder.write("desk/presscheck.toml", "[corpus]\nalso = [\"../wire\"]\n");
    folder.write("wire/other.md", "# Another story\n\nIt rained in Lomma.\n");
    let ours = folder.write("desk/ours.md", OURS);
    (folder, ours)
}

/// Opens our article in an editor with the folder `desk` that watches files so.
fn opened(folder: &Path, ours: &str, watches: &Value) -> Editor {
    let mut editor = Editor::start();
    editor.introduce(&[], &[&folder.join("desk")], |params| {
        params["capabilities"]["workspace"]["didChangeWatchedFiles"] = watches.clone();
    });
    editor.open(ours, OURS);
    editor.findings(ours, 1);
    editor
}

/// Whether a finding says how the Evening Echo has it.
fn conflicts(findings: &[Value]) -> bool {
    findings.iter().any(|it| it["message"].as_str().is_some_and(|it| it.contains("Evening Echo")))
}

fn tell(editor: &Editor, uri: &str) {
    let changes = json!([{ "uri": uri, "type": 2 }]);
    editor.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
}

#[test]
fn a_rule_switched_off_is_off_in_the_editor() {
    let (folder, ours) = newsroom();
    let mut editor = Editor::open_folder(&[], Some(&folder.0));
    editor.open(&ours, "TK");
    has(&editor.findings_where(&ours, 1, |findings| !findings.is_empty()), "TKM001 0:0-0:2");
    tell(&editor, &folder.write("presscheck.toml", "[rules]\nTKM001 = \"off\"\n"));
    editor.findings_where(&ours, 1, <[Value]>::is_empty);
}

#[test]
fn a_folder_elsewhere_is_watched_as_long_as_it_is_named() {
    let (folder, ours) = desk();
    let watches = json!({ "dynamicRegistration": true, "relativePatternSupport": true });
    let mut editor = opened(&folder.0, &ours, &watches);
    let wire = uri(&folder.0.join("wire"));
    let of_wire = |message: &Value| message["params"].to_string().contains(&*wire);
    let asked = editor.wait(|it| it["method"] == "client/registerCapability" && of_wire(it));
    let id = asked["params"]["registrations"][0]["id"].clone();

    let news = folder.write("wire/echo.md", NEWS);
    tell(&editor, &news);
    editor.findings_where(&ours, 1, conflicts);
    std::fs::remove_file(folder.0.join("wire/echo.md")).expect("it was written");
    tell(&editor, &news);
    editor.findings_where(&ours, 1, |findings| !conflicts(findings));

    tell(&editor, &folder.write("desk/presscheck.toml", ""));
    let no_more = editor.wait(|message| message["method"] == "client/unregisterCapability");
    assert_eq!(no_more["params"]["unregisterations"][0]["id"], id, "{no_more}");
}

#[test]
fn where_the_editor_does_not_watch_the_server_looks() {
    for watches in [json!({ "dynamicRegistration": true }), json!({})] {
        let (folder, ours) = desk();
        let mut editor = opened(&folder.0, &ours, &watches);
        editor.wait(|message| message["params"]["value"]["kind"] == "end");
        folder.write("wire/echo.md", NEWS);
        // It looks while somebody writes, and not at every key.
        let seen = (2..).map(|version| {
            editor.edit(&ours, version, [0, 3], [0, 3], "");
            std::thread::sleep(std::time::Duration::from_millis(500));
            editor.findings(&ours, version)
        });
        let seen = seen.take(60).any(|findings| conflicts(&findings));
        assert!(seen, "{watches}");
    }
}
