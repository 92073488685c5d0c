//! What else somebody may be called: "the officer" for a captain.

use language::{Table, data};
use std::sync::LazyLock;

static CALLINGS: LazyLock<Table<Vec<String>>> = LazyLock::new(|| {
    let entries = data::lines(include_str!("../../data/callings.txt"));
    let words = |words: &str| words.split(' ').map(|word| word.replace('-', " ")).collect();
    entries.map(|(general, narrower)| (general, words(narrower))).collect()
});

/// What people are who can be called `calling`, in lower case; mostly nothing.
pub fn narrower(calling: &str) -> &'static [String] {
    CALLINGS.get(&calling.replace(' ', "-")).map_or(&[], Vec::as_slice)
}

/// Whether `role`, in lower case, ends with one of `words`, or does so before its "of".
pub fn fits(words: &[String], role: &str) -> bool {
    let role = role.trim_end_matches('.');
    let head = role.split_once(" of ").map_or(role, |(head, _)| head);
    ends_with(words, role) || head != role && ends_with(words, head)
}

fn ends_with(words: &[String], role: &str) -> bool {
    words.iter().any(|word| role.strip_suffix(word.as_str()).is_some_and(ends_word))
}

/// Whether what stands before an ending leaves a whole word.
fn ends_word(before: &str) -> bool {
    before.is_empty() || before.ends_with(' ')
}
