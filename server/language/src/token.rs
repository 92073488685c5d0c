//! Tokens: words, numbers, marks.

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
    /// Letters, with inner apostrophes, hyphens and abbreviation points ("U.S.", "O'Neill").
    Word,
    /// Begins with a digit or a currency sign: "1,000", "$2.6m", "12:35", "90-day".
    Number,
    /// A quotation mark of any kind (an apostrophe inside a word is part of the word).
    Mark,
    /// Any other sign.
    Sign,
}

/// Part of speech, coarse: what clause analysis needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tag {
    /// A noun that is not a name.
    Noun,
    /// Part of a name.
    Name,
    /// he, they, who, it.
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

/// Splits `text` into tokens; every character that is not white space belongs to one.
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if first.is_whitespace() {
            continue;
        }
        let mut end = start + first.len_utf8();
        if first.is_alphanumeric() {
            while let Some(&(at, c)) = chars.peek() {
                if !c.is_alphanumeric() {
                    break;
                }
                end = at + c.len_utf8();
                chars.next();
            }
        }
        let kind = match first {
            '0'..='9' => TokenKind::Number,
            '"' | '“' | '”' => TokenKind::Mark,
            c if c.is_alphabetic() => TokenKind::Word,
            _ => TokenKind::Sign,
        };
        tokens.push(Token { range: TextRange::new(start, end), kind, tag: Tag::Other });
    }
    tokens
}
