//! What the command finds in `tests/newsroom`: what its copy marks, and nothing else.
#![allow(clippy::unwrap_used, missing_docs)]

use expect_test::expect_file;
use std::{collections::BTreeSet, fs, path::Path, process::Command};

fn check(arguments: &[&str]) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let output = Command::new(env!("CARGO_BIN_EXE_presscheck"))
        .args(["check", "tests/newsroom", "--fail-on", "never"])
        .args(arguments)
        .current_dir(root)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What the copy says should be found, and what it says is not found yet or found wrongly.
#[derive(Default)]
struct Marks {
    expected: BTreeSet<String>,
    missed: BTreeSet<String>,
    wrong: BTreeSet<String>,
}

/// `PATH RULE: WORDS` of every mark: `<!-- expect RULE: WORDS -->` in Markdown, and for plain text,
/// which has no comments, a line `expect FILE RULE: WORDS` in the file `marks` beside the articles.
/// `missed` in place of `expect` marks what presscheck should find and does not yet; `wrong`, what
/// it should not find and does.
fn marks() -> Marks {
    let newsroom = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/newsroom");
    let mut marks = Marks::default();
    for story in fs::read_dir(newsroom).unwrap().map(|entry| entry.unwrap().path()) {
        for file in fs::read_dir(&story).into_iter().flatten().map(|entry| entry.unwrap().path()) {
            let folder = story.file_name().unwrap().to_string_lossy();
            let name = file.file_name().unwrap().to_string_lossy();
            for line in fs::read_to_string(&file).unwrap().lines() {
                let comment = line.strip_prefix("<!-- ").and_then(|it| it.strip_suffix(" -->"));
                let mark = if name == "marks" { Some(line) } else { comment };
                let Some((kind, mark)) = mark.and_then(|mark| mark.split_once(' ')) else {
                    continue;
                };
                let marks = match kind {
                    "expect" => &mut marks.expected,
                    "missed" => &mut marks.missed,
                    "wrong" => &mut marks.wrong,
                    _ => continue,
                };
                let file = if name == "marks" { String::new() } else { format!("{name} ") };
                marks.insert(format!("{folder}/{file}{mark}"));
            }
        }
    }
    marks
}

/// The same of every finding but hints.
fn found() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let findings: Vec<serde_json::Value> =
        serde_json::from_str(&check(&["--format", "json"])).unwrap();
    let shown = findings.iter().filter(|finding| finding["severity"] != "hint");
    shown
        .map(|finding| {
            let path = finding["path"].as_str().unwrap();
            let text = fs::read_to_string(root.join(path)).unwrap();
            let at =
                |index: usize| usize::try_from(finding["span"][index].as_u64().unwrap()).unwrap();
            let words: String = text.chars().skip(at(0)).take(at(1) - at(0)).collect();
            let rule = finding["rule"].as_str().unwrap();
            format!("{} {rule}: {words}", path.trim_start_matches("tests/newsroom/"))
        })
        .collect()
}

#[test]
fn the_newsroom_has_the_findings_that_its_copy_marks() {
    let (found, marks) = (found(), marks());
    assert!(marks.expected.len() > 20, "the marks were not read");
    let today: BTreeSet<String> = marks.expected.union(&marks.wrong).cloned().collect();
    let unmarked: Vec<&String> = found.difference(&today).collect();
    let lost: Vec<&String> = today.difference(&found).collect();
    let gained: Vec<&String> = marks.missed.intersection(&found).collect();
    assert!(
        unmarked.is_empty() && lost.is_empty() && gained.is_empty(),
        "found and not marked: {unmarked:#?}\nmarked and not found: {lost:#?}\n\
         found at last, mark it `expect`: {gained:#?}"
    );
}

#[test]
fn the_report_reads_as_committed() {
    expect_file!["../newsroom/findings.txt"].assert_eq(&check(&["--color", "never"]));
}
