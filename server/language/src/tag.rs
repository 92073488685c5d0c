//! Parts of speech: what a word can be, and what it is beside its neighbours.

mod context;
#[cfg(test)]
mod tests;
mod words;

pub use words::lemma;
pub(crate) use words::{Forms, forms, is_known};

use crate::{
    Sentence, Token, TokenKind,
    folded::{Folded, Looks},
    lexicon::{self, Table},
    token::{Tag, is_apostrophe},
};
use context::{Class, Item};
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

/// For each sentence whether its words are capitalised as in a headline.
pub(crate) fn headlines(text: &str, tokens: &[Token], sentences: &[Sentence]) -> Vec<bool> {
    let title = |sentence: &Sentence| {
        tokens.get(sentence.tokens.clone()).is_some_and(|tokens| is_title_case(text, tokens))
    };
    sentences.iter().map(title).collect()
}

/// Gives every token its part of speech. `headlines` are those of [`headlines`].
pub(crate) fn tag(
    text: &str,
    folded: &Folded,
    tokens: &mut [Token],
    sentences: &[Sentence],
    headlines: &[bool],
) {
    let (mut items, mut tags) = (Vec::new(), Vec::new());
    for (sentence, &title) in sentences.iter().zip(headlines) {
        let Some(tokens) = tokens.get_mut(sentence.tokens.clone()) else { continue };
        let mut first = true;
        items.clear();
        for (token, i) in tokens.iter().zip(sentence.tokens.clone()) {
            items.push(item(token, folded, i, first || title));
            let opens = matches!(token.kind, TokenKind::Mark | TokenKind::Sign);
            first = opens && (first || matches!(token.range.of(text), ":" | "“" | "‘" | "\""));
        }
        tags.clear();
        context::tag(&items, &mut tags);
        for (token, &tag) in tokens.iter_mut().zip(&tags) {
            token.tag = tag;
        }
    }
}

/// `free` says that a capital here means nothing: at the start of a sentence, in a headline.
fn item<'a>(token: &Token, folded: &'a Folded, i: usize, free: bool) -> Item<'a> {
    let word = folded.word(i);
    let plain = |class| Item { word, class, owner: false };
    match token.kind {
        TokenKind::Mark => return plain(Class::Quote),
        TokenKind::Address => return plain(Class::Other),
        TokenKind::Sign => {
            return plain(match word {
                "," => Class::Comma,
                "&" => Class::Function(Tag::Conjunction),
                _ => Class::Sign,
            });
        }
        TokenKind::Number => {
            let counts = !word.contains('-')
                && !word.ends_with(|c: char| c.is_ascii_alphabetic() && c != 's')
                || word.starts_with(|c: char| !c.is_ascii_digit());
            let adjective = Class::Content(words::forms("new"));
            return plain(if counts { Class::Number } else { adjective });
        }
        TokenKind::Word => {}
    }
    let looks = folded.looks(i);
    let capital = looks.any(Looks::CAPITAL);
    let acronym = (2..6).contains(&token.range.len()) && !looks.any(Looks::LOWER);
    if let Some(tag) = function_tag(word)
        && (!acronym || free)
    {
        let month = capital && !free && matches!(word, "may" | "will" | "us");
        return plain(if month { Class::Name } else { Class::Function(tag) });
    }
    let (stem, owner) = (folded.stem(i), folded.ending(i) > 0);
    let class = if capital && (!free || acronym || !is_known(stem)) {
        Class::Name
    } else if word.starts_with(is_apostrophe) {
        Class::Other
    } else {
        Class::Content(words::forms(stem))
    };
    Item { word: stem, class, owner }
}

/// Whether `word`, in lower case, is one of the language, as against a name.
pub fn is_word(word: &str) -> bool {
    function_tag(word).is_some() || is_known(word)
}

/// Whether the words of a sentence are capitalised as in a headline: then a capital tells nothing.
/// A subhead of two or three words counts when it has no stop: "Dialogue to Continue".
fn is_title_case(text: &str, tokens: &[Token]) -> bool {
    let (mut capital, mut lower) = (0, 0);
    for token in tokens.iter().filter(|token| token.kind == TokenKind::Word) {
        let word = token.range.of(text);
        if word.starts_with(char::is_uppercase) {
            capital += 1;
        } else if function_tag(word).is_none() {
            lower += 1;
            if lower > 1 {
                return false;
            }
        }
    }
    let stopped =
        tokens.last().is_some_and(|last| matches!(last.range.of(text), "." | "!" | "”" | "\""));
    (capital > 3 && lower * 10 <= capital) || (capital > 1 && lower == 0 && !stopped)
}
