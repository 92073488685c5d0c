//! Dismissed is dismissed, also after edits around it.

use crate::scratch::Scratch;
use newsroom::{IGNORE_FILE, IgnoreEntry, IgnoreFile, Newsroom};
use std::path::Path;

/// Two malformed numbers.
const STORY: &str =
    "Some 4,2000 people left on Monday.\n\nAnother 4,2000 stayed behind in the old town.\n";

#[track_caller]
fn check(ignore: &str, text: &str, expected: usize) {
    let scratch = Scratch::new(&[(IGNORE_FILE, ignore), ("dam.md", text)]);
    let (newsroom, _) = scratch.open();
    let checked = newsroom.check(&scratch.path("dam.md"), text, None);
    let found = checked.findings.iter().filter(|finding| finding.rule == "NUM004").count();
    assert_eq!(found, expected, "{ignore}");
}

#[test]
fn an_entry_dismisses_its_words_in_their_surroundings() {
    let entry = |more: &str| format!("[[ignore]]\nrule = 'NUM004'\ntext = '4,2000'\n{more}");
    check("", STORY, 2);
    check(&entry(""), STORY, 0);
    check(&entry("prefix = 'Some '\n"), STORY, 1);
    check(&entry("suffix = ' stayed behind'\n"), STORY, 1);
    check(&entry("path = 'dam.md'\n"), STORY, 0);
    check(&entry("path = 'storm.md'\n"), STORY, 2);
    check("[[ignore]]\nrule = 'num004'\npath = 'dam.md'\n", STORY, 0);
    check("[[ignore]]\nrule = 'QUO005'\ntext = '4,2000'\n", STORY, 2);
}

#[test]
fn an_entry_survives_edits_above_and_on_one_side() {
    let entry =
        "[[ignore]]\nrule = 'NUM004'\ntext = '4,2000'\nprefix = 'Some '\nsuffix = ' people'\n";
    check(entry, &format!("A new lede, longer than before.\n\n{STORY}"), 1);
    check(entry, &STORY.replace("people left", "persons left"), 1);
    check(entry, &STORY.replace("Some 4,2000 people", "About 4,2000 persons"), 2);
}

#[test]
fn a_comment_dismisses_in_its_block() {
    check("", &format!("<!-- presscheck-ignore NUM004: as printed -->\n{STORY}"), 1);
    check("", &format!("<!-- presscheck-ignore -->\n{STORY}"), 1);
    check("", &format!("<!-- presscheck-ignore QUO005 -->\n{STORY}"), 2);
    check("", &format!("<!-- presscheck-ignore-file NUM004 -->\n{STORY}"), 0);
    check("", &STORY.replace("left on", "left <!-- presscheck-ignore NUM004 --> on"), 1);
}

#[test]
fn what_is_wrong_in_the_file_is_said_and_the_rest_is_used() {
    let text = "[[ignore]]\nrule = 'NUM004'\ntext = '4,2000'\n\n[[ignore]]\ntext = 'x'\n\n[[ignore]]\nrule = 'SRC001'\nwords = 'x'\n\n[[ignored]]\nrule = 'SRC001'\n";
    check(text, STORY, 0);
    let (file, problems) = IgnoreFile::parse(Path::new(IGNORE_FILE), text);
    let said: Vec<String> = problems.iter().map(|p| format!("{}: {}", p.line, p.message)).collect();
    assert_eq!(file.entries.len(), 1);
    assert_eq!(
        said,
        [
            "5: expected `rule` with `text`, `path` or both",
            "8: `words` is not known here; expected rule, text, prefix, suffix, path or reason",
            "12: `ignored`: expected `[[ignore]]`",
        ]
    );
}

#[test]
fn an_entry_is_read_as_it_was_written() {
    let entry = IgnoreEntry {
        rule: "SRC007".into(),
        text: "“Analysts” say\n\"it\"".into(),
        suffix: "\\ back".into(),
        reason: Some("named".into()),
        ..IgnoreEntry::default()
    };
    let (file, problems) = IgnoreFile::parse(Path::new(IGNORE_FILE), &entry.to_toml());
    assert_eq!((file.entries, problems), (vec![entry], vec![]));
}

#[test]
fn the_ignore_file_is_read_again_when_it_changes() {
    let scratch = Scratch::new(&[("dam.md", STORY)]);
    let (mut newsroom, _) = scratch.open();
    let entry =
        IgnoreEntry { rule: "NUM004".into(), text: "4,2000".into(), ..IgnoreEntry::default() };
    scratch.write(IGNORE_FILE, entry.to_toml().as_bytes());
    newsroom.refresh_file(&scratch.path(IGNORE_FILE), None);
    let checked = |newsroom: &Newsroom| {
        let checked = newsroom.check(&scratch.path("dam.md"), STORY, None);
        checked.findings.iter().filter(|finding| finding.rule == "NUM004").count()
    };
    assert_eq!(checked(&newsroom), 0);
    std::fs::remove_file(scratch.path(IGNORE_FILE)).unwrap();
    newsroom.remove_file(&scratch.path(IGNORE_FILE));
    assert_eq!(checked(&newsroom), 2);
}
