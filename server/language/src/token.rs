//! Tokens: words, numbers, marks.

mod abbreviation;
mod address;
mod scan;
mod single;
#[cfg(test)]
mod tests;

pub(crate) use abbreviation::{Abbreviation, abbreviation};
pub use scan::tokenize;

use crate::TextRange;

/// One token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub range: TextRange,
    /// What it is made of.
    pub kind: TokenKind,
    /// Its part of speech, as far as the word and its neighbours tell.
    pub tag: Tag,
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner apostrophes, hyphens and abbreviation points: "U.S.", "O'Neill",
    /// "Macron’s", "leaders’", "Mr.", "long-term", "AT&T", "france24.com".
    Word,
    /// Begins with a digit or a currency sign: "1,000", "$2.6m", "12:35", "90-day", "50%", "’90s".
    Number,
    /// A web or mail address, a handle, a tag: `www.a.org/x`, `a@b.org`, `@desk`, `#vote`.
    Address,
    /// A quotation mark of any kind; doubled ones are one token. An apostrophe is
    /// part of its word, also after a plural: "the leaders’ plan".
    Mark,
    /// Any other sign. Runs of stops, dashes and ?! are one token: "...", "--", "?!"; so is an
    /// emoji of several characters.
    Sign,
}

/// Part of speech, coarse: what clause analysis needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tag {
    /// A noun that is not a name.
    Noun,
    /// Part of a name.
    Name,
    /// he, they, who, it; also with a verb inside: "he’s", "they’ll".
    Pronoun,
    /// A finite verb or a participle used as one.
    Verb,
    /// be, have, do, will, may and their kin.
    Auxiliary,
    /// An infinitive after "to" or a modal.
    Infinitive,
    /// A form in -ing or -ed/-en that does not head a clause.
    Participle,
    /// Adjective.
    Adjective,
    /// Adverb, "not" included.
    Adverb,
    /// the, a, this, his.
    Determiner,
    /// in, of, after.
    Preposition,
    /// that, if, because, when.
    Subordinator,
    /// and, but, or.
    Conjunction,
    /// "to" before an infinitive.
    To,
    /// Digits and number words.
    Number,
    /// Punctuation.
    Mark,
    /// Anything else.
    #[default]
    Other,
}

/// Whether `c` is one of the three shapes an apostrophe is typed in.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// `word` without its possessive ending, where it has one: "Macron’s" is "Macron", "leaders’" is
/// "leaders". A contraction ("he’s", "let’s") is not told apart here: the tag tells.
pub fn possessive(word: &str) -> Option<&str> {
    let bare = word.strip_suffix(['s', 'S']).unwrap_or(word);
    let stem = bare.strip_suffix(is_apostrophe)?;
    let plural = bare.len() == word.len();
    (!stem.is_empty() && (!plural || stem.ends_with(['s', 'S', 'x', 'X', 'z', 'Z'])))
        .then_some(stem)
}
