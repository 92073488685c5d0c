//! Bad input: the real command on files, folders and records as they should not be. Every test
//! asks the same: a clear message, and the rest goes on.
#![allow(clippy::unwrap_used, missing_docs)]

use serde_json::{Value, json};
use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
    sync::atomic::{AtomicUsize, Ordering},
};

/// Copy in which one thing is found, whatever else there is: TKM001.
const GOOD: &str = "The ferry took TK people to the island.\n";

/// A newsroom in a folder of its own, removed when dropped; it holds `good.md`.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("presscheck-bad-{}-{number}", std::process::id());
        let folder = Self(std::env::temp_dir().join(name));
        fs::create_dir_all(&folder.0).unwrap();
        folder.with("good.md", GOOD)
    }

    fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    fn run(&self, arguments: &[&str], input: &str) -> Run {
        let mut child = Command::new(env!("CARGO_BIN_EXE_presscheck"))
            .args(arguments)
            .current_dir(&self.0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (mut stdin, input) = (child.stdin.take().unwrap(), input.to_owned());
        let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
        let output = child.wait_with_output().unwrap();
        let _ = writer.join();
        Run {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Files in which the check finds TK, and what it said beside the findings.
    #[track_caller]
    fn check(&self) -> (Vec<String>, Run) {
        let run = self.run(&["check", "--select", "TKM", "--format", "json"], "");
        let found: Value = serde_json::from_str(&run.out).expect(&run.err);
        let paths = found.as_array().unwrap().iter();
        (paths.map(|finding| finding["path"].as_str().unwrap().to_owned()).collect(), run)
    }

    /// The check exits with `code`, finds TK in `found` beside `good.md` and says `said`.
    #[track_caller]
    fn holds(&self, code: i32, found: &[&str], said: &str) {
        let (paths, run) = self.check();
        let mut expected = [found, &["good.md"]].concat();
        expected.sort_unstable();
        assert_eq!(paths, expected, "{}", run.err);
        assert_eq!(run.code, Some(code), "{}", run.err);
        assert!(run.err.contains(said), "{said:?} is not in {:?}", run.err);
        assert!(!said.is_empty() || run.err.is_empty(), "{}", run.err);
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

#[test]
fn files_that_hold_nothing() {
    Folder::new().with("empty.md", "").holds(2, &[], "empty.md: holds no copy");
    Folder::new().with("blank.txt", " \r\n\t\n").holds(2, &[], "blank.txt: holds no copy");
    Folder::new().with("byte.txt", "x").holds(2, &[], "byte.txt: holds no copy");
    Folder::new().with("byte.md", "-").holds(2, &[], "byte.md: holds no copy");
}

#[test]
fn files_that_are_no_text() {
    let binary = "this is a binary file, not text";
    Folder::new().with("photo.md", b"\x89PNG\r\n\x1a\n\0\0").holds(2, &[], binary);
    Folder::new().with("nul.txt", b"The ferry\0took TK people.").holds(2, &[], binary);
    Folder::new().with("photo.png", b"\x89PNG\r\n\x1a\n\0\0").holds(1, &[], "");
}

#[test]
fn files_in_other_encodings() {
    let utf16 = |to_bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        "\u{feff}".encode_utf16().chain(GOOD.encode_utf16()).flat_map(to_bytes).collect()
    };
    let note = "bad.txt:1: read as UTF-16";
    Folder::new().with("bad.txt", utf16(u16::to_le_bytes)).holds(1, &["bad.txt"], note);
    Folder::new().with("bad.txt", utf16(u16::to_be_bytes)).holds(1, &["bad.txt"], note);
    Folder::new().with("bad.txt", format!("\u{feff}{GOOD}")).holds(1, &["bad.txt"], "");
    let latin = [b"Caf\xe9 owners left. ", GOOD.as_bytes()].concat();
    let note = "note: bad.txt:1: byte 4 is not UTF-8";
    Folder::new().with("bad.txt", latin).holds(1, &["bad.txt"], note);
}

#[test]
fn lines_that_end_in_other_ways() {
    for end in ["\r\n", "\r", "\n\r", "\u{2028}"] {
        let text = format!("# Ferry{end}{end}Rain fell.{end}{end}{}", GOOD.trim());
        Folder::new().with("bad.md", text).holds(1, &["bad.md"], "");
    }
    let folder = Folder::new().with("bad.md", "Rain fell.\r\n\r\nThe ferry took TK people.\r\n");
    let run = folder.run(&["check", "bad.md", "--select", "TKM"], "");
    assert!(run.out.contains("bad.md:3:16"), "{}", run.out);
}

#[test]
fn front_matter_that_is_half_typed() {
    for head in
        ["---\n", "---\ntitle: \"Fer\n---\n", "---\ntitle: [a, \n---\n", "---\n: : :\n---\n"]
    {
        let folder = Folder::new().with("bad.md", format!("{head}\n{GOOD}"));
        let (paths, run) = folder.check();
        assert_eq!(paths, ["bad.md", "good.md"], "{head:?} {}", run.err);
        assert_eq!(run.code, Some(1), "{}", run.err);
    }
    let folder = Folder::new().with("bad.md", format!("---\ndate: soon\n---\n{GOOD}"));
    folder.holds(1, &["bad.md"], "note: bad.md:2: `soon` is not a date");
    let shown = folder.run(&["check", "--select", "TKM"], "").out;
    assert!(shown.starts_with("note: bad.md:2: `soon` is not a date"), "{shown}");
}

#[test]
fn marks_that_do_not_match() {
    for marks in
        ["” “ « ‘ ’ \" ' ”", "(((((", "]]]})", "\"\"\"\"\"", "“““““", "<!-- ", "![](", "***"]
    {
        let folder = Folder::new();
        let folder = folder.with("bad.md", format!("{GOOD}\n{marks}"));
        let (paths, run) = folder.check();
        assert_eq!(paths, ["bad.md", "good.md"], "{marks} {}", run.err);
        folder.with("bad.txt", marks).run(&["check"], "");
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
    let folder = shapes.iter().fold(Folder::new(), |folder, (name, text)| folder.with(name, text));
    let (paths, run) = folder.check();
    assert!(paths.contains(&"good.md".to_owned()), "{}", run.err);
    let spaces = Folder::new().with("spaces.txt", times(" ", 10_000_000) + GOOD);
    spaces.holds(1, &["spaces.txt"], "");
    let huge = fs::File::create(spaces.0.join("huge.txt")).unwrap();
    huge.set_len(21 << 20).unwrap();
    spaces.holds(2, &["spaces.txt"], "huge.txt: larger than 20 MB");
}

#[test]
fn settings_that_are_broken() {
    let toml = "presscheck.toml:2: not valid TOML";
    Folder::new().with("presscheck.toml", "outlet = \"Times\"\n[corpus\n").holds(2, &[], toml);
    let folder = Folder::new().with("presscheck.toml", b"\xff\xfe\0\x01");
    folder.holds(2, &[], "presscheck.toml:1: ");
    let folder = Folder::new().with("presscheck.toml", "profile = \"strict\"\n");
    folder.holds(2, &[], "presscheck.toml:1: `profile = \"strict\"`: expected one of reporter");
    let ignore = "[[ignore]]\nrule = 3\n[[ignore]]\nrule = \"TKM001\"\npath = \"other.md\"\n";
    let folder = Folder::new().with("other.md", GOOD).with("presscheck.ignore.toml", ignore);
    folder.holds(2, &[], "presscheck.ignore.toml:1: `rule`: expected a string");
    let folder = Folder::new().with("presscheck.ignore.toml", "[[ignore\n");
    folder.holds(2, &[], "presscheck.ignore.toml:1: not valid TOML");
}

#[test]
fn annotations_that_are_broken() {
    for sidecar in ["{ not json", "{\"type\": \"AnnotationCollection\""] {
        let folder = Folder::new().with("good.md.annotations.jsonld", sidecar);
        let (paths, run) = folder.check();
        assert_eq!(paths, ["good.md"], "{}", run.err);
        assert_eq!(run.code, Some(1), "{}", run.err);
        assert!(run.err.contains("note: good.md:1: annotations: "), "{sidecar:?}: {}", run.err);
    }
    let folder = Folder::new();
    fs::create_dir(folder.0.join("good.md.annotations.jsonld")).unwrap();
    folder.holds(1, &[], "note: good.md:1: annotations: the file beside could not be read");
}

#[cfg(unix)]
#[test]
fn folders_that_go_in_circles_or_nowhere() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new().with("wire/a.md", GOOD);
    symlink("..", folder.0.join("wire/up")).unwrap();
    folder.holds(2, &["wire/a.md"], "wire/up: a symbolic link to a folder around it");
    let folder = Folder::new();
    symlink("gone.txt", folder.0.join("link.md")).unwrap();
    folder.holds(2, &[], "link.md: could not be read");
    let folder = Folder::new();
    symlink("self.md", folder.0.join("self.md")).unwrap();
    folder.holds(2, &[], "self.md: could not be read");
}

#[test]
fn ten_thousand_files() {
    let folder = Folder::new();
    for number in 0..10_000 {
        fs::write(folder.0.join(format!("{number}.txt")), format!("Storm{number} fell.")).unwrap();
    }
    let run = folder.run(&["check", "good.md", "--select", "TKM"], "");
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.out.contains("TKM001") && run.err.is_empty(), "{}{}", run.out, run.err);
}

/// Root reads whatever there is, so this looks whether the file can be read before it asks.
#[cfg(unix)]
#[test]
fn files_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new().with("locked.md", GOOD);
    let path = folder.0.join("locked.md");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        return folder.holds(1, &["locked.md"], "");
    }
    folder.holds(2, &[], "locked.md: could not be read");
}

#[test]
fn the_home_folder_is_no_newsroom() {
    let folder = Folder::new();
    let check = |home: &str, path: &str| {
        let run = Command::new(env!("CARGO_BIN_EXE_presscheck"))
            .args(["check", "--select", "TKM", path])
            .current_dir(&folder.0)
            .env("HOME", folder.0.join(home))
            .output()
            .unwrap();
        (run.status.code(), String::from_utf8_lossy(&run.stderr).into_owned())
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
    let run = Folder::new().run(&["annotate", "-"], &lines.join("\n"));
    assert_eq!(run.code, Some(2), "{}", run.err);
    let records = run.out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let told: Vec<bool> = records.map(|record| record["error"].is_string()).collect();
    let failed = [false, true, true, true, true, true, true, false, false, false, false, false];
    assert_eq!(told, failed);
}
