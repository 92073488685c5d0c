//! How fast the language server answers while somebody types, at 2,000, 20,000 and 200,000 words:
//! `cargo bench -p presscheck --bench typing`. The real program is spoken to as an editor speaks to it.
//!
//! - Where `harper-ls` is installed (`cargo install harper-ls --locked`), it is measured beside, on
//!   the same text and the same keys, up to 20,000 words. `--alone` leaves it out.
//! - Where `valgrind` is installed, the instructions of a key are counted too: they say the same on a
//!   busy machine as on a quiet one. `--instructions` counts nothing else.
//!
//! Times are of this process's clock; processor time is that of all threads of the server, from Linux's
//! `/proc`, and missing elsewhere.

#[path = "typing/editor.rs"]
mod editor;
#[path = "typing/instructions.rs"]
mod instructions;
#[path = "typing/measure.rs"]
mod measure;
#[path = "../e2e/messages.rs"]
mod messages;
mod text;

use measure::{Measured, measure};
use std::path::PathBuf;

const OURS: &str = env!("CARGO_BIN_EXE_presscheck");

fn main() {
    let wants = |flag: &str| std::env::args().any(|argument| argument == flag);
    if !wants("--instructions") {
        let ours = [2_000, 20_000, 200_000].map(|words| measure(&[OURS, "lsp"], words));
        table("presscheck", &ours);
        match find("harper-ls").filter(|_| !wants("--alone")) {
            Some(harper) => {
                let command = [harper.to_string_lossy().into_owned(), "--stdio".into()];
                let command: Vec<&str> = command.iter().map(String::as_str).collect();
                let theirs = [2_000, 20_000].map(|words| measure(&command, words));
                table("harper-ls", &theirs);
                for (ours, theirs) in ours.iter().zip(&theirs) {
                    if let (Some(ours), Some(theirs)) = (ours.processor(), theirs.processor()) {
                        println!("a key costs harper-ls {:.0} times as much", theirs / ours);
                    }
                }
            }
            None => println!("harper-ls is not measured: not found, or not wanted"),
        }
    }
    match find("valgrind") {
        Some(_) => {
            for words in [2_000, 20_000] {
                match instructions::of_a_key(OURS, words) {
                    Some(count) => {
                        println!("{words:>7} words: {:.1} million instructions a key", count / 1e6);
                    }
                    None => println!("{words:>7} words: valgrind did not count"),
                }
            }
        }
        None => println!("instructions are not counted: valgrind is not installed"),
    }
}

/// A program on the search path.
fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

fn table(name: &str, runs: &[Measured]) {
    let heads: Vec<String> = runs.iter().map(|run| format!("{:>9} words", run.words)).collect();
    println!("\n{name:<34}{}", heads.concat());
    for (row, (title, _)) in runs[0].rows().into_iter().enumerate() {
        let cell = |run: &Measured| match run.rows()[row].1 {
            Some(value) => format!("{value:>15.1}"),
            None => format!("{:>15}", "–"),
        };
        println!("{title:<34}{}", runs.iter().map(cell).collect::<String>());
    }
    println!();
}
