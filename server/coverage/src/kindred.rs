//! Words that news uses for one thing: "call" and "conversation", "Moscow" and "Russia".

use language::{terms, token};
use std::{collections::HashMap, sync::LazyLock};

/// Classes of each listed term.
static CLASSES: LazyLock<HashMap<u64, Vec<u64>>> = LazyLock::new(|| {
    let mut classes: HashMap<u64, Vec<u64>> = HashMap::new();
    let lines = include_str!("../data/kindred.txt").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        for token in token::tokenize(line) {
            for term in terms::of(line, &[token]) {
                classes.entry(term.id).or_default().push(terms::hash(line));
            }
        }
    }
    classes
});

/// The classes that the term belongs to.
pub(crate) fn classes(term: u64) -> &'static [u64] {
    CLASSES.get(&term).map_or(&[], Vec::as_slice)
}
