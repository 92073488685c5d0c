//! Instructions of a key, counted by callgrind: of a run with keys those of one without are taken away.

use crate::{
    editor::Editor,
    measure::{TYPED, article, places},
};
use std::fs;

/// How many instructions `server` takes for a key in an article of so many words.
pub fn of_a_key(server: &str, words: usize) -> Option<f64> {
    let (none, all) = (run(server, words, 0)?, run(server, words, TYPED.len())?);
    Some((all - none) / TYPED.len() as f64)
}

fn run(server: &str, words: usize, keys: usize) -> Option<f64> {
    let (path, text) = article(words);
    let folder = path.parent()?;
    let out = folder.join("callgrind.out");
    let file = format!("--callgrind-out-file={}", out.display());
    let command = ["valgrind", "-q", "--tool=callgrind", &file, server, "lsp"];
    let (mut editor, _) = Editor::start(&command, folder);
    editor.open(&path, &text);
    editor.settle();
    let line = places(editor.lines())[1];
    for key in TYPED.chars().take(keys) {
        editor.press(line, key);
        editor.findings();
    }
    editor.leave();
    let counted = fs::read_to_string(&out).ok()?;
    let _ = fs::remove_dir_all(folder);
    let totals = counted
        .lines()
        .find_map(|line| line.strip_prefix("summary: ").or_else(|| line.strip_prefix("totals: ")));
    totals?.split(' ').next()?.parse().ok()
}
