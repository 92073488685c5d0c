//! Chooses among the readings of a word by its neighbours, left to right, with a look of a few
//! words ahead.

mod around;
mod content;
mod function;

use super::words::Forms;
use crate::token::Tag;

/// A token as this pass sees it.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    /// In lower case, straight apostrophes, possessive ending left out.
    pub word: &'a str,
    /// What kind of thing it is.
    pub class: Class,
    /// It ends in a possessive.
    pub owner: bool,
}

/// What is known of a token before its neighbours are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A function word with its usual tag.
    Function(Tag),
    /// A content word with its readings.
    Content(Forms),
    /// A capitalised word that is part of a name.
    Name,
    /// Digits.
    Number,
    /// A comma.
    Comma,
    /// A quotation mark, which does not stop the clause.
    Quote,
    /// Any other sign.
    Sign,
    /// Anything else.
    Other,
}

/// The auxiliary that waits for its verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Waiting {
    Nothing,
    Be,
    Have,
    /// to, will, may, did: a base form follows.
    Base,
}

/// Tags the items of one sentence.
pub fn tag(items: &[Item<'_>], tags: &mut Vec<Tag>) {
    let mut reader = Reader { items, tags, waiting: Waiting::Nothing, finite: false, outer: false };
    for i in 0..items.len() {
        let tag = reader.decide(i);
        reader.after(i, tag);
        reader.tags.push(tag);
    }
}

struct Reader<'a> {
    items: &'a [Item<'a>],
    tags: &'a mut Vec<Tag>,
    waiting: Waiting,
    /// The clause has its finite verb.
    finite: bool,
    /// The clause around a relative clause had.
    outer: bool,
}

impl Reader<'_> {
    fn decide(&self, i: usize) -> Tag {
        match self.class(i) {
            Class::Name => Tag::Name,
            Class::Number => Tag::Number,
            Class::Comma | Class::Quote | Class::Sign => Tag::Mark,
            Class::Other => Tag::Other,
            Class::Function(usual) => self.function_word(i, usual),
            Class::Content(forms) => self.content_word(i, forms),
        }
    }

    /// Keeps the state of the clause.
    fn after(&mut self, i: usize, tag: Tag) {
        let item = self.items[i];
        match tag {
            Tag::Auxiliary | Tag::To => {
                self.waiting = waiting(item.word);
                self.finite |= tag == Tag::Auxiliary
                    && !matches!(item.word, "be" | "been" | "being" | "having");
            }
            Tag::Pronoun if item.word.contains('\'') => {
                self.waiting = waiting(item.word);
                self.finite = true;
            }
            Tag::Pronoun if matches!(item.word, "who" | "which" | "that" | "whom") => {
                self.outer = self.finite;
                self.finite = false;
                self.waiting = Waiting::Nothing;
            }
            Tag::Pronoun if item.word == "what" => self.finite = false,
            Tag::Subordinator => {
                self.outer = self.finite;
                self.finite = false;
                self.waiting = Waiting::Nothing;
            }
            Tag::Conjunction => self.finite = false,
            Tag::Verb => {
                self.finite = true;
                self.waiting = Waiting::Nothing;
            }
            Tag::Mark if item.class == Class::Comma => {
                self.finite = self.outer && self.finite;
                self.waiting = Waiting::Nothing;
            }
            Tag::Mark if matches!(item.word, "(" | ")" | "[" | "]") => {}
            Tag::Mark if item.class == Class::Sign => {
                self.finite = false;
                self.waiting = Waiting::Nothing;
            }
            Tag::Infinitive | Tag::Preposition => self.waiting = Waiting::Nothing,
            // "Did the minister resign?", "was not", "has Smith said"
            _ => {}
        }
    }
}

fn waiting(auxiliary: &str) -> Waiting {
    let apostrophe = auxiliary.bytes().rposition(|byte| byte == b'\'');
    let tail = apostrophe.map_or("", |at| &auxiliary[at + 1..]);
    match auxiliary {
        "be" | "am" | "is" | "are" | "was" | "were" | "been" | "being" | "isn't" | "aren't"
        | "wasn't" | "weren't" | "ain't" => Waiting::Be,
        "have" | "has" | "had" | "having" | "haven't" | "hasn't" | "hadn't" => Waiting::Have,
        _ if matches!(tail, "m" | "re" | "s") => Waiting::Be,
        _ if tail == "ve" => Waiting::Have,
        _ => Waiting::Base,
    }
}
