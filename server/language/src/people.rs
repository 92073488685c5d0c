//! Words for people.

use crate::lexicon::{self, Set};
use std::sync::LazyLock;

static PEOPLE: LazyLock<Set> = LazyLock::new(|| {
    lexicon::entries(include_str!("../data/people.txt")).flat_map(str::split_whitespace).collect()
});

/// Whether `word`, in lower case, is listed as a word for somebody: "nurse", "troops".
pub fn is_listed(word: &str) -> bool {
    PEOPLE.contains(word)
}
