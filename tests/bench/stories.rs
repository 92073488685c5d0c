//! Articles as desks write them, for the benchmarks: the excerpts of `tests/accuracy/speakers` without
//! their labels, and the stories of `tests/newsroom`. What a made-up sentence lacks is in them: long
//! sentences, pronouns, descriptions, quotations of every kind.

use std::{fs, path::Path};

/// The text of each article.
pub fn stories() -> Vec<String> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    let mut stories = Vec::new();
    for folder in ["accuracy/speakers/tuning", "accuracy/speakers/unseen"] {
        stories.extend(files(&tests.join(folder)).iter().map(|labelled| plain(labelled)));
    }
    let rooms = fs::read_dir(tests.join("newsroom")).expect("the stories stand beside this file");
    let mut rooms: Vec<_> = rooms.flatten().map(|room| room.path()).collect();
    rooms.sort();
    stories.extend(rooms.iter().filter(|room| room.is_dir()).flat_map(|room| files(room)));
    stories
}

/// What the files of a folder hold, in the order of their names.
fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the stories stand beside this file");
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect()
}

/// An excerpt without the marks and lines that say who says what.
fn plain(labelled: &str) -> String {
    let mut text = String::with_capacity(labelled.len());
    for line in labelled.lines().filter(|line| !line.starts_with("  ")) {
        let mut rest = line;
        while let Some(at) = rest.find(['<', '{', '>', '}']) {
            let (before, mark) = rest.split_at(at);
            text.push_str(before);
            let opens = mark.starts_with(['<', '{']);
            rest =
                if opens { mark.split_once(' ').map_or("", |(_, rest)| rest) } else { &mark[1..] };
        }
        text.push_str(rest);
        text.push('\n');
    }
    text
}
