//! Pieces: words, numerals and signs cut finer than tokens, for the readers of numbers and times.
//!
//! "$2.6m" is one token and three pieces, "49-year-old" five. A reader of numbers asks "what is the
//! next piece, and does it touch this one?", so each piece knows whether white space goes before it.

use crate::{
    Sentence, Tag, TextRange, Token, TokenKind,
    folded::{Folded, Looks},
    lexicon::Table,
    number, time,
};
use std::sync::LazyLock;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PieceKind {
    /// Letters, inner apostrophes included; the possessive "'s" is a word of its own.
    Word,
    /// A numeral with its grouping and decimal points, or a sign like "½".
    Digits,
    /// Any other single character.
    Sign,
}

#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what its readers ask of every piece, each for itself"
)]
pub(crate) struct Piece {
    pub range: TextRange,
    pub kind: PieceKind,
    /// Whether it touches the piece before.
    pub glued: bool,
    /// Tag of the token it is part of.
    pub tag: Tag,
    /// Whether it holds a capital: "Paris", "iPhone".
    capital: bool,
    /// Whether the word has a part in time expressions.
    timely: bool,
    /// Whether a number in words can begin with it.
    numeral: bool,
    /// Index of its sentence.
    pub sentence: usize,
}

/// Words that have a part in time expressions, and those with which a number in words can begin.
static PARTS: LazyLock<Table<(bool, bool)>> = LazyLock::new(|| {
    let mut parts = Table::default();
    time::words().for_each(|word| parts.entry(word).or_insert((false, false)).0 = true);
    number::starts().for_each(|word| parts.entry(word).or_insert((false, false)).1 = true);
    parts
});

/// The pieces of a text. Every accessor takes any index: outside the text it finds nothing.
pub(crate) struct Pieces<'a> {
    pub text: &'a str,
    /// The text in ASCII lower case, so that the ranges fit both.
    lower: &'a str,
    list: Vec<Piece>,
}

impl<'a> Pieces<'a> {
    pub fn cut(
        text: &'a str,
        folded: &'a Folded,
        tokens: &[Token],
        sentences: &[Sentence],
    ) -> Self {
        let mut pieces =
            Self { text, lower: folded.lower(), list: Vec::with_capacity(text.len() / 4) };
        let (mut token, mut sentence, mut at) = (0, 0, 0);
        while let Some(first) = text[at..].chars().next() {
            if first.is_whitespace() {
                at += first.len_utf8();
                continue;
            }
            while tokens.get(token).is_some_and(|token| token.range.end <= at) {
                token += 1;
            }
            while sentences.get(sentence + 1).is_some_and(|next| next.range.start <= at) {
                sentence += 1;
            }
            let here = tokens.get(token);
            let looks = folded.looks(token);
            let plain = here.filter(|token| {
                token.range.start == at && token.kind == TokenKind::Word && looks.is_plain()
            });
            let tag = here.map_or(Tag::Other, |token| token.tag);
            if let Some(token) = plain {
                // Most words are one piece, and no letter of theirs needs another look.
                let capital = looks.any(Looks::UPPER);
                pieces.push(PieceKind::Word, token.range, capital, tag, sentence);
                at = token.range.end;
                continue;
            }
            let glued = pieces.list.last().is_some_and(|last| last.range.end == at);
            let (kind, end) = piece_end(text, at, first, glued);
            let range = TextRange::new(at, end);
            let capital = range.of(text).contains(char::is_uppercase);
            pieces.push(kind, range, capital, tag, sentence);
            at = end;
        }
        pieces
    }

    fn push(
        &mut self,
        kind: PieceKind,
        range: TextRange,
        capital: bool,
        tag: Tag,
        sentence: usize,
    ) {
        let glued = self.list.last().is_some_and(|last| last.range.end == range.start);
        let word = if kind == PieceKind::Word { range.of(self.lower) } else { "" };
        let (timely, numeral) = PARTS.get(word).copied().unwrap_or_default();
        self.list.push(Piece { range, kind, glued, tag, capital, timely, numeral, sentence });
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn get(&self, at: usize) -> Option<&Piece> {
        self.list.get(at)
    }

    /// The piece in lower case, curly apostrophes as written; empty outside the text.
    pub fn word(&self, at: usize) -> &str {
        self.list.get(at).map_or("", |piece| piece.range.of(self.lower))
    }

    /// The piece before `at`, in lower case.
    pub fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    pub fn is(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        !word.is_empty() && words.contains(&word)
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(PieceKind::Word)
    }

    pub fn is_digits(&self, at: usize) -> bool {
        self.kind(at) == Some(PieceKind::Digits)
    }

    pub fn kind(&self, at: usize) -> Option<PieceKind> {
        self.list.get(at).map(|piece| piece.kind)
    }

    pub fn tag(&self, at: usize) -> Tag {
        self.list.get(at).map_or(Tag::Other, |piece| piece.tag)
    }

    /// Whether the piece touches the one before.
    pub fn glued(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|piece| piece.glued)
    }

    /// Whether the piece holds a capital: "Paris", "iPhone".
    pub fn capital(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|piece| piece.capital)
    }

    /// Whether the piece is a word that has a part in time expressions.
    pub fn timely(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|piece| piece.timely)
    }

    /// Whether the piece is a word that a number in words can begin with.
    pub fn numeral(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|piece| piece.numeral)
    }

    pub fn sentence(&self, at: usize) -> usize {
        self.list.get(at).map_or(usize::MAX, |piece| piece.sentence)
    }

    /// A hyphen or dash that touches the pieces on both sides: the one of "two-hour", "10–15".
    pub fn hyphen(&self, at: usize) -> bool {
        self.glued(at) && self.glued(at + 1) && is_dash(self.word(at))
    }

    /// Skips a hyphen, if there is one.
    pub fn past_hyphen(&self, at: usize) -> usize {
        if self.hyphen(at) { at + 1 } else { at }
    }

    /// The possessive "'s".
    pub fn possessive(&self, at: usize) -> bool {
        matches!(self.word(at), "'s" | "’s") && self.glued(at)
    }

    /// From the start of piece `first` to the end of the piece before `end`.
    pub fn range(&self, first: usize, end: usize) -> TextRange {
        let start = self.list.get(first).map_or(self.text.len(), |piece| piece.range.start);
        let stop = end.checked_sub(1).and_then(|last| self.list.get(last));
        TextRange::new(start, stop.map_or(start, |piece| piece.range.end))
    }
}

/// Hyphens and dashes that join the two ends of a range.
pub(crate) fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "‐" | "‑" | "–" | "—" | "−")
}

fn piece_end(text: &str, at: usize, first: char, glued: bool) -> (PieceKind, usize) {
    let rest = &text[at..];
    if first.is_ascii_digit() || (first == '.' && !glued && digit(rest, 1)) {
        return (PieceKind::Digits, at + numeral_length(rest));
    }
    if fraction_sign(first).is_some() {
        return (PieceKind::Digits, at + first.len_utf8());
    }
    if first.is_alphabetic() {
        return (PieceKind::Word, at + word_length(rest));
    }
    let mark = first.len_utf8();
    if glued && apostrophe(first) && lone_s(&rest[mark..]) {
        return (PieceKind::Word, at + mark + 1);
    }
    (PieceKind::Sign, at + mark)
}

/// "don't" is one word, "year's" a word and its possessive.
fn word_length(rest: &str) -> usize {
    let mut end = 0;
    loop {
        end += rest.as_bytes()[end..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let run = &rest[end..];
        end += run
            .find(|c: char| !c.is_alphabetic() || fraction_sign(c).is_some())
            .unwrap_or(run.len());
        let Some(mark) = rest[end..].chars().next().filter(|&c| apostrophe(c)) else { return end };
        let after = &rest[end + mark.len_utf8()..];
        if lone_s(after) || !after.starts_with(char::is_alphabetic) {
            return end;
        }
        end += mark.len_utf8();
    }
}

fn apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

fn lone_s(rest: &str) -> bool {
    rest.starts_with(['s', 'S']) && !rest[1..].starts_with(char::is_alphanumeric)
}

fn digit(rest: &str, at: usize) -> bool {
    rest.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
}

fn digits(rest: &str, at: usize) -> usize {
    rest.as_bytes().iter().skip(at).take_while(|byte| byte.is_ascii_digit()).count()
}

/// "1,000", "12,34,567", "2.5", "1,000.5", "1.000.000", "1.000,5".
fn numeral_length(rest: &str) -> usize {
    let byte = |at: usize| rest.as_bytes().get(at).copied();
    let mut end = digits(rest, 0);
    if (1..=3).contains(&end) {
        let grouped = groups(rest, end, b',');
        let pointed = groups(rest, end, b'.');
        let (one, many) = (pointed == end + 4, pointed > end + 4);
        if many
            || (one && byte(pointed) == Some(b',') && (1..=2).contains(&digits(rest, pointed + 1)))
        {
            end = pointed;
            return end + decimals(rest, end, b',');
        }
        end = grouped;
    }
    end + decimals(rest, end, b'.')
}

fn decimals(rest: &str, at: usize, point: u8) -> usize {
    let count = digits(rest, at + 1);
    if rest.as_bytes().get(at) == Some(&point) && count > 0 { count + 1 } else { 0 }
}

/// End of the groups of three digits, each led by `mark`, from `at`; lakhs group by two before the
/// last three.
fn groups(rest: &str, at: usize, mark: u8) -> usize {
    let mut end = at;
    let mut threes = at;
    while rest.as_bytes().get(end) == Some(&mark) {
        match digits(rest, end + 1) {
            3 => {
                end += 4;
                threes = end;
            }
            2 if mark == b',' => end += 3,
            _ => break,
        }
    }
    threes
}

/// Value of a numeral and the unit of its last digit: "2.50" is 2.5 in hundredths.
pub(crate) fn numeral(word: &str) -> Option<(f64, f64)> {
    if let Some(value) = word.chars().next().and_then(fraction_sign) {
        return Some((value, value));
    }
    let european =
        word.matches('.').count() > 1 || (word.contains('.') && word.rfind(',') > word.rfind('.'));
    let plain: String = word
        .chars()
        .filter_map(|c| match c {
            '.' if european => None,
            ',' if european => Some('.'),
            ',' => None,
            c => Some(c),
        })
        .collect();
    let decimals = plain.split_once('.').map_or(0, |(_, tail)| tail.len());
    let step = 10f64.powi(-i32::try_from(decimals).ok()?);
    Some((plain.parse().ok()?, step))
}

fn fraction_sign(c: char) -> Option<f64> {
    Some(match c {
        '½' => 0.5,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅕' => 0.2,
        '⅛' => 0.125,
        _ => return None,
    })
}
