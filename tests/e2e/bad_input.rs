//! Bad input: the real command on files, folders and records as they should not be. Every test
//! asks the same: a clear message, and the rest goes on.
#![allow(clippy::unwrap_used, missing_docs)]

mod command;

use command::{Folder, Run};
use serde_json::json;
use std::fs;

/// Copy in which one thing is found, whatever else there is: TKM001.
const GOOD: &str = "The ferry took TK people to the island.\n";

/// A newsroom that holds `good.md`.
fn good() -> Folder {
    Folder::new(&[("good.md", GOOD.as_bytes())])
}

/// Files in which the check finds TK, and what it said beside the findings.
#[track_caller]
fn check(folder: &Folder) -> (Vec<String>, Run) {
    let run = folder.run(&["check", "--select", "TKM", "--format", "json"]);
    let found = run.json();
    let paths = found.as_array().unwrap().iter();
    (paths.map(|finding| finding["path"].as_str().unwrap().to_owned()).collect(), run)
}

/// The check exits with `code`, finds TK in `found` beside `good.md` and says `said`.
#[track_caller]
fn holds(folder: &Folder, code: i32, found: &[&str], said: &str) {
    let (paths, run) = check(folder);
    let mut expected = [found, &["good.md"]].concat();
    expected.sort_unstable();
    assert_eq!(paths, expected, "{}", run.err());
    run.exits(code);
    assert!(run.err().contains(said), "{said:?} is not in {:?}", run.err());
    assert!(!said.is_empty() || run.err().is_empty(), "{}", run.err());
}

#[test]
fn files_that_hold_nothing() {
    holds(&good().with("empty.md", ""), 2, &[], "empty.md: holds no copy");
    holds(&good().with("blank.txt", " \r\n\t\n"), 2, &[], "blank.txt: holds no copy");
    holds(&good().with("byte.txt", "x"), 2, &[], "byte.txt: holds no copy");
    holds(&good().with("byte.md", "-"), 2, &[], "byte.md: holds no copy");
}

#[test]
fn files_that_are_no_text() {
    let binary = "this is a binary file, not text";
    holds(&good().with("photo.md", b"\x89PNG\r\n\x1a\n\0\0"), 2, &[], binary);
    holds(&good().with("nul.txt", b"The ferry\0took TK people."), 2, &[], binary);
    holds(&good().with("photo.png", b"\x89PNG\r\n\x1a\n\0\0"), 1, &[], "");
}

#[test]
fn files_in_other_encodings() {
    let utf16 = |to_bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        "\u{feff}".encode_utf16().chain(GOOD.encode_utf16()).flat_map(to_bytes).collect()
    };
    let note = "bad.txt:1: read as UTF-16";
    holds(&good().with("bad.txt", utf16(u16::to_le_bytes)), 1, &["bad.txt"], note);
    holds(&good().with("bad.txt", utf16(u16::to_be_bytes)), 1, &["bad.txt"], note);
    holds(&good().with("bad.txt", format!("\u{feff}{GOOD}")), 1, &["bad.txt"], "");
    let latin = [b"Caf\xe9 owners left. ", GOOD.as_bytes()].concat();
    let note = "note: bad.txt:1: byte 4 is not UTF-8";
    holds(&good().with("bad.txt", latin), 1, &["bad.txt"], note);
}

#[test]
fn lines_that_end_in_other_ways() {
    for end in ["\r\n", "\r", "\n\r", "\u{2028}"] {
        let text = format!("# Ferry{end}{end}Rain fell.{end}{end}{}", GOOD.trim());
        holds(&good().with("bad.md", text), 1, &["bad.md"], "");
    }
    let folder = good().with("bad.md", "Rain fell.\r\n\r\nThe ferry took TK people.\r\n");
    let run = folder.run(&["check", "bad.md", "--select", "TKM"]);
    assert!(run.out().contains("bad.md:3:16"), "{}", run.out());
}

#[test]
fn front_matter_that_is_half_typed() {
    for head in
        ["---\n", "---\ntitle: \"Fer\n---\n", "---\ntitle: [a, \n---\n", "---\n: : :\n---\n"]
    {
        let folder = good().with("bad.md", format!("{head}\n{GOOD}"));
        let (paths, run) = check(&folder);
        assert_eq!(paths, ["bad.md", "good.md"], "{head:?} {}", run.err());
        assert_eq!(run.code(), Some(1), "{}", run.err());
    }
    let folder = good().with("bad.md", format!("---\ndate: soon\n---\n{GOOD}"));
    holds(&folder, 1, &["bad.md"], "note: bad.md:2: `soon` is not a date");
    let shown = folder.run(&["check", "--select", "TKM"]).out();
    assert!(shown.starts_with("note: bad.md:2: `soon` is not a date"), "{shown}");
}

#[test]
fn marks_that_do_not_match() {
    for marks in
        ["” “ « ‘ ’ \" ' ”", "(((((", "]]]})", "\"\"\"\"\"", "“““““", "<!-- ", "![](", "***"]
    {
        let folder = good();
        let folder = folder.with("bad.md", format!("{GOOD}\n{marks}"));
        let (paths, run) = check(&folder);
        assert_eq!(paths, ["bad.md", "good.md"], "{marks} {}", run.err());
        folder.with("bad.txt", marks).run(&["check"]);
    }
}

/// What costs a careless reader more than its length, through every room and rule.
#[test]
fn large_files_of_any_shape() {
    let times = |piece: &str, bytes: usize| piece.repeat(bytes / piece.len());
    let shapes = [
        ("nested.md", times("> ", 20_000)),
        ("brackets.md", times("[", 20_000)),
        ("quotes.txt", times("\"", 100_000)),
        ("open.txt", times("“a ", 20_000)),
        ("words.txt", times("word ", 50_000)),
        ("stops.txt", times("a.", 30_000)),
        ("names.txt", times("Ann Lee and Bo Carter ", 20_000)),
        ("numbers.txt", times("12 and 13 ", 20_000)),
        ("one.txt", times("a", 1_000_000)),
        ("lines.txt", times("a\n", 20_000)),
        ("said.txt", times("“No,” said Ann Lee. ", 20_000)),
    ];
    let folder = shapes.iter().fold(good(), |folder, (name, text)| folder.with(name, text));
    let (paths, run) = check(&folder);
    assert!(paths.contains(&"good.md".to_owned()), "{}", run.err());
    let spaces = good().with("spaces.txt", times(" ", 10_000_000) + GOOD);
    holds(&spaces, 1, &["spaces.txt"], "");
    let huge = fs::File::create(spaces.0.join("huge.txt")).unwrap();
    huge.set_len(21 << 20).unwrap();
    holds(&spaces, 2, &["spaces.txt"], "huge.txt: larger than 20 MB");
}

#[test]
fn settings_that_are_broken() {
    let toml = "presscheck.toml:2: not valid TOML";
    holds(&good().with("presscheck.toml", "outlet = \"Times\"\n[corpus\n"), 2, &[], toml);
    let folder = good().with("presscheck.toml", b"\xff\xfe\0\x01");
    holds(&folder, 2, &[], "presscheck.toml:1: ");
    let folder = good().with("presscheck.toml", "profile = \"strict\"\n");
    holds(&folder, 2, &[], "presscheck.toml:1: `profile = \"strict\"`: expected one of reporter");
    let ignore = "[[ignore]]\nrule = 3\n[[ignore]]\nrule = \"TKM001\"\npath = \"other.md\"\n";
    let folder = good().with("other.md", GOOD).with("presscheck.ignore.toml", ignore);
    holds(&folder, 2, &[], "presscheck.ignore.toml:1: `rule`: expected a string");
    let folder = good().with("presscheck.ignore.toml", "[[ignore\n");
    holds(&folder, 2, &[], "presscheck.ignore.toml:1: not valid TOML");
}

#[test]
fn annotations_that_are_broken() {
    for sidecar in ["{ not json", "{\"type\": \"AnnotationCollection\""] {
        let folder = good().with("good.md.annotations.jsonld", sidecar);
        let (paths, run) = check(&folder);
        assert_eq!(paths, ["good.md"], "{}", run.err());
        assert_eq!(run.code(), Some(1), "{}", run.err());
        assert!(run.err().contains("note: good.md:1: annotations: "), "{sidecar:?}: {}", run.err());
    }
    let folder = good();
    fs::create_dir(folder.0.join("good.md.annotations.jsonld")).unwrap();
    holds(&folder, 1, &[], "note: good.md:1: annotations: the file beside could not be read");
}

#[cfg(unix)]
#[test]
fn folders_that_go_in_circles_or_nowhere() {
    use std::os::unix::fs::symlink;
    let folder = good().with("wire/a.md", GOOD);
    symlink("..", folder.0.join("wire/up")).unwrap();
    holds(&folder, 2, &["wire/a.md"], "wire/up: a symbolic link to a folder around it");
    let folder = good();
    symlink("gone.txt", folder.0.join("link.md")).unwrap();
    holds(&folder, 2, &[], "link.md: could not be read");
    let folder = good();
    symlink("self.md", folder.0.join("self.md")).unwrap();
    holds(&folder, 2, &[], "self.md: could not be read");
}

#[test]
fn what_is_too_long_to_be_read_is_said() {
    let said = "longer than 100000 bytes";
    let long = format!("Rain fell.\n\n{}", "who said on Tuesday ".repeat(6_000));
    let folder = good().with("long.txt", &long);
    holds(&folder, 1, &[], said);
    let record = json!({ "doc_id": "a", "text": long }).to_string();
    let record = &folder.run_with(&["annotate", "-"], &record).exits(0).records()[0];
    let problem = &record["problems"][0];
    assert_eq!(problem["span"], json!([12, 12]), "{problem}");
    assert!(problem["message"].as_str().is_some_and(|it| it.contains(said)), "{problem}");
}

#[test]
fn ten_thousand_files() {
    let folder = good();
    for number in 0..10_000 {
        fs::write(folder.0.join(format!("{number}.txt")), format!("Storm{number} fell.")).unwrap();
    }
    let run = folder.run(&["check", "good.md", "--select", "TKM"]);
    assert_eq!(run.code(), Some(1), "{}", run.err());
    assert!(run.out().contains("TKM001") && run.err().is_empty(), "{}{}", run.out(), run.err());
}

/// Root reads whatever there is, so this looks whether the file can be read before it asks.
#[cfg(unix)]
#[test]
fn files_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = good().with("locked.md", GOOD);
    let path = folder.0.join("locked.md");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        return holds(&folder, 1, &["locked.md"], "");
    }
    holds(&folder, 2, &[], "locked.md: could not be read");
}

#[test]
fn the_home_folder_is_no_newsroom() {
    let folder = good();
    let check = |home: &str, path: &str| {
        let run = folder.run_at_home(&folder.0.join(home), &["check", "--select", "TKM", path]);
        (run.code(), run.err())
    };
    assert_eq!(check("elsewhere", "."), (Some(1), String::new()));
    let (code, said) = check("", ".");
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("not read as a newsroom: open the folder of the articles"), "{said}");
}

#[test]
fn records_that_are_no_articles() {
    let quotes = "\"".repeat(100_000);
    let good = |id: &str, text: &str| json!({"doc_id": id, "text": text}).to_string();
    let lines = [
        good("a", GOOD),
        "{\"doc_id\": \"cut off\", \"text\": \"The fer".into(),
        "null".into(),
        "{\"doc_id\": \"b\", \"text\": 3}".into(),
        "{\"doc_id\": \"c\", \"text\": \"x\", \"format\": \"docx\"}".into(),
        "[".repeat(10_000),
        "{\"doc_id\": \"half a pair\", \"text\": \"\\ud800\"}".into(),
        String::new(),
        good("d", ""),
        good("e", "\0\u{1}\u{feff}\u{2028}\r"),
        good("f", &quotes),
        good("g", &"a.".repeat(50_000)),
        good("h", GOOD),
    ];
    let run = Folder::new(&[]).run_with(&["annotate", "-"], &lines.join("\n"));
    let records = run.exits(2).records();
    let told: Vec<bool> = records.iter().map(|record| record["error"].is_string()).collect();
    let failed = [false, true, true, true, true, true, true, false, false, false, false, false];
    assert_eq!(told, failed);
}
