//! What else somebody may be called: "the officer" for a captain.

use language::Table;
use std::sync::LazyLock;

static CALLINGS: LazyLock<Table<Vec<String>>> = LazyLock::new(|| {
    let lines = include_str!("../../data/callings.txt").lines();
    let entries = lines.filter(|line| !line.starts_with('#')).filter_map(|l| l.split_once(": "));
    let words = |words: &str| words.split(' ').map(|word| word.replace('-', " ")).collect();
    entries.map(|(general, narrower)| (general, words(narrower))).collect()
});

/// Whether somebody who is `role` can be called `calling`; both in lower case.
pub fn fits(calling: &str, role: &str) -> bool {
    let role = role.trim_end_matches('.');
    let hyphened = calling.replace(' ', "-");
    CALLINGS.get(&*hyphened).is_some_and(|narrower| {
        narrower.iter().any(|word| role.strip_suffix(word.as_str()).is_some_and(ends_word))
    })
}

/// Whether what stands before an ending leaves a whole word.
fn ends_word(before: &str) -> bool {
    before.is_empty() || before.ends_with(' ')
}
