//! What single words can be in a time expression.

use crate::lexicon::{self, Table};
use std::sync::LazyLock;

static WORDS: LazyLock<Table<Vec<(&'static str, &'static str)>>> = LazyLock::new(|| {
    let mut table = Table::<Vec<_>>::default();
    for (class, entry) in lexicon::words(include_str!("../../data/times.txt")) {
        let (word, value) = entry.split_once('=').unwrap_or((entry, ""));
        table.entry(word).or_default().push((class, value));
    }
    table
});

/// Value of `word` as one of `classes`.
pub(super) fn value(word: &str, classes: &[&str]) -> Option<&'static str> {
    let entries = WORDS.get(word)?;
    entries.iter().find(|(class, _)| classes.contains(class)).map(|(_, value)| *value)
}

/// The same as a number.
pub(super) fn number(word: &str, classes: &[&str]) -> Option<i8> {
    value(word, classes)?.parse().ok()
}

/// How many stretches on: -1 for "last", 0 for "this", 1 for "next".
pub(super) fn step(word: &str) -> i32 {
    number(word, &["step"]).unwrap_or(0).into()
}

/// The words that have any part in time expressions.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    WORDS.keys()
}
