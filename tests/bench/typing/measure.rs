//! One server with one article: everything that somebody at the keyboard waits for.

use crate::{
    editor::Editor,
    text::{capital, name, sentence, word},
};
use serde_json::json;
use std::{fs, path::PathBuf, thread, time::Duration};

/// What is typed, key by key.
pub const TYPED: &str = " The minister said the figure was wrong.";

/// Keys of a burst, and the pause between two.
const BURST: usize = 10;
const PAUSE: Duration = Duration::from_millis(30);

/// Hovers and code actions.
const QUESTIONS: usize = 30;

/// How long the server is watched doing nothing.
const IDLE: Duration = Duration::from_secs(2);

/// What was measured; times in milliseconds.
pub struct Measured {
    pub words: usize,
    initialized: f64,
    opened: f64,
    first: f64,
    diagnostics: usize,
    keys: Vec<f64>,
    processor: Vec<f64>,
    burst: f64,
    publishes: usize,
    hovers: Vec<f64>,
    actions: Vec<f64>,
    memory: Option<f64>,
    idle: Option<f64>,
}

impl Measured {
    /// Processor time of a key, the median.
    pub fn processor(&self) -> Option<f64> {
        percentile(&self.processor, 50)
    }

    /// What is shown of it.
    pub fn rows(&self) -> [(&'static str, Option<f64>); 13] {
        [
            ("spawn to initialized, ms", Some(self.initialized)),
            ("open to findings, ms", Some(self.opened)),
            ("spawn to findings, ms", Some(self.first)),
            ("findings", Some(self.diagnostics as f64)),
            ("key to findings, ms, median", percentile(&self.keys, 50)),
            ("    p95", percentile(&self.keys, 95)),
            ("    processor, ms, median", self.processor()),
            ("burst of ten, ms after the last", Some(self.burst)),
            ("    findings sent", Some(self.publishes as f64)),
            ("hover, ms, p95", percentile(&self.hovers, 95)),
            ("code action, ms, p95", percentile(&self.actions, 95)),
            ("peak memory, MiB", self.memory),
            ("processor when idle, %", self.idle),
        ]
    }
}

/// The value that so many of a hundred do not exceed.
fn percentile(values: &[f64], percent: usize) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied()
}

/// An article in Markdown of about so many words.
fn written(words: usize) -> String {
    let mut text = format!("# {} asks for help after a {}\n\n", capital(7), word(11));
    let mut count = 0;
    for n in 0.. {
        if words <= count {
            break;
        }
        let sentence = sentence(n);
        count += sentence.split_whitespace().count();
        text.push_str(&sentence);
        if n % 50 == 7 {
            // Something to find.
            let person = name(n);
            text.extend(["A person close to ", &person, " said that the work had stopped. "]);
        }
        if n % 3 == 2 {
            text.push_str("\n\n");
        }
    }
    text
}

/// An article of so many words, alone in a folder of its own.
pub fn article(words: usize) -> (PathBuf, String) {
    let folder =
        std::env::temp_dir().join(format!("presscheck-bench-{}-{words}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for the article");
    let text = written(words);
    let path = folder.join("article.md");
    fs::write(&path, &text).expect("a file for the article");
    (path, text)
}

/// Lines with copy at the start, in the middle and at the end.
pub fn places(lines: &[String]) -> [usize; 3] {
    let near = |at: usize| (0..=at).rev().find(|&line| lines[line].len() > 40).unwrap_or_default();
    [near(4.min(lines.len() - 1)), near(lines.len() / 2), near(lines.len() - 1)]
}

/// Measures the server that `command` starts on an article of so many words.
pub fn measure(command: &[&str], words: usize) -> Measured {
    let (path, text) = article(words);
    let folder = path.parent().expect("it lies in a folder");
    let (mut editor, initialized) = Editor::start(command, folder);
    let (opened, first) = editor.open(&path, &text);
    editor.settle();
    let diagnostics = editor.diagnostics.len();
    let (mut keys, mut processor) = (Vec::new(), Vec::new());
    let pressed = if words < 100_000 { TYPED.len() } else { 10 };
    for line in places(editor.lines()) {
        for key in TYPED.chars().take(pressed) {
            let before = editor.processor();
            let sent = editor.press(line, key);
            keys.push(editor.findings().duration_since(sent).as_secs_f64() * 1e3);
            editor.settle();
            let after = editor.processor();
            processor.extend(after.zip(before).map(|(after, before)| after - before));
        }
    }
    let line = places(editor.lines())[1];
    let before = editor.publishes;
    let mut last = editor.press(line, ' ');
    for key in TYPED.chars().take(BURST - 1) {
        thread::sleep(PAUSE);
        last = editor.press(line, key);
    }
    let came = editor.findings();
    let burst = came.saturating_duration_since(last).as_secs_f64() * 1e3;
    editor.settle();
    let publishes = editor.publishes - before;
    let step = (editor.lines().len() / QUESTIONS).max(1);
    let lines: Vec<usize> = (0..editor.lines().len()).step_by(step).collect();
    let place = |line: usize| json!({ "line": line, "character": 3 });
    let hover =
        |&line: &usize| editor.ask_about("textDocument/hover", json!({ "position": place(line) }));
    let hovers = lines.iter().map(hover).collect();
    let context = json!({ "diagnostics": [], "triggerKind": 1 });
    let action = |&line: &usize| {
        let range = json!({ "start": place(line), "end": place(line) });
        editor.ask_about("textDocument/codeAction", json!({ "range": range, "context": context }))
    };
    let actions = lines.iter().map(action).collect();
    // What is done once the editor is still is no idling yet.
    thread::sleep(IDLE);
    let before = editor.processor();
    thread::sleep(IDLE);
    let used = editor.processor().zip(before).map(|(after, before)| after - before);
    let idle = used.map(|used| 100.0 * used / (IDLE.as_secs_f64() * 1e3));
    let memory = editor.peak_memory();
    editor.leave();
    let _ = fs::remove_dir_all(folder);
    Measured {
        words,
        initialized,
        opened,
        first,
        diagnostics,
        keys,
        processor,
        burst,
        publishes,
        hovers,
        actions,
        memory,
        idle,
    }
}
