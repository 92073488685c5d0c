//! Parts of speech: what a word can be, and what it is beside its neighbours.

use crate::{
    lexicon::{self, Table},
    token::Tag,
};
use std::sync::LazyLock;

static FUNCTION_WORDS: LazyLock<Table<Tag>> = LazyLock::new(|| {
    let mut table = Table::default();
    for (class, word) in lexicon::words(include_str!("../data/function-words.txt")) {
        table.entry(word).or_insert(class_tag(class));
    }
    table
});

fn class_tag(class: &str) -> Tag {
    match class {
        "determiner" => Tag::Determiner,
        "pronoun" => Tag::Pronoun,
        "auxiliary" => Tag::Auxiliary,
        "preposition" => Tag::Preposition,
        "subordinator" => Tag::Subordinator,
        "conjunction" => Tag::Conjunction,
        "adverb" => Tag::Adverb,
        "to" => Tag::To,
        "number" => Tag::Number,
        _ => Tag::Other,
    }
}

/// The usual part of speech of a function word, given in lower case with straight apostrophes.
pub fn function_tag(word: &str) -> Option<Tag> {
    FUNCTION_WORDS.get(word).copied()
}

/// Whether `word`, in lower case with straight apostrophes, is a function word.
pub fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.contains_key(word)
}
