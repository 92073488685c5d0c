//! What the forms of a verb or noun have in common, and words that say the same of what was done.

use crate::words::index::TermMap;
use language::{data, tag::lemma, terms};
use std::sync::LazyLock;

/// For each word of a listed line the line.
static SAME: LazyLock<TermMap<u64>> = LazyLock::new(|| {
    let lines = data::entries(include_str!("../../data/same.txt"));
    let words = |line: &'static str| line.split(' ').map(move |word| (word, terms::hash(line)));
    lines.flat_map(words).filter_map(|(word, line)| Some((terms::id_of(word)?, line))).collect()
});

/// What words that say the same have in common.
pub(crate) fn same(term: u64) -> u64 {
    SAME.get(&term).copied().unwrap_or(term)
}

/// What all forms of a verb or noun have in common: "wrote" and "writing" are one.
pub(crate) fn base(word: &str) -> u64 {
    of_lemma(&lemma(word))
}

/// The same of a word whose term is known.
pub(crate) fn base_of(word: &str, term: Option<u64>) -> u64 {
    let lemma = lemma(word);
    let own = term.filter(|_| *lemma == *word);
    own.map_or_else(|| of_lemma(&lemma), same)
}

fn of_lemma(lemma: &str) -> u64 {
    same(terms::id_of(lemma).unwrap_or_else(|| terms::hash(lemma)))
}

/// Hash of a word in lower case.
pub(crate) fn small(word: &str) -> u64 {
    let is_small = word.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_small { terms::hash(word) } else { terms::hash(&word.to_lowercase()) }
}
