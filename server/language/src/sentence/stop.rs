//! Whether a stop ends its sentence.

use crate::{
    Token, TokenKind,
    lexicon::{self, Set, fold},
    tag,
    token::{Abbreviation, Tag, abbreviation},
};
use std::{ops::Range, sync::LazyLock};

static CUES: LazyLock<Set> = LazyLock::new(|| {
    lexicon::words(include_str!("../../data/cue-verbs.txt")).map(|(_, word)| word).collect()
});

/// How far a speaker's name and description may reach from the quotation to the verb.
const SPEAKER_REACH: usize = 8;

/// A sign that can end a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// "."
    Full,
    /// "?", "!"
    Asking,
    /// "...", "…"
    Ellipsis,
    /// The point of an abbreviation.
    Of(Abbreviation),
}

/// The tokens with their text.
pub struct View<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
}

impl<'a> View<'a> {
    /// The words of token `i`; empty past the end.
    pub fn word(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |token| token.range.of(self.text))
    }

    fn kind(&self, i: usize) -> Option<TokenKind> {
        self.tokens.get(i).map(|token| token.kind)
    }

    /// Whether token `i` is a straight double mark.
    pub fn is_straight(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Mark) && self.word(i) == "\""
    }

    /// The white space before token `i`.
    fn gap(&self, i: usize) -> &'a str {
        let Some((before, token)) =
            i.checked_sub(1).and_then(|b| Some((self.tokens.get(b)?, self.tokens.get(i)?)))
        else {
            return "";
        };
        self.text.get(before.range.end..token.range.start).unwrap_or_default()
    }

    /// Whether a new paragraph begins with token `i`.
    pub fn blank_line_before(&self, i: usize) -> bool {
        let gap = self.gap(i);
        gap.len() > 1 && gap.bytes().filter(|&byte| byte == b'\n').count() > 1
    }

    /// What kind of stop token `i` is.
    pub fn stop(&self, i: usize) -> Option<Stop> {
        let token = self.tokens.get(i)?;
        let word = || token.range.of(self.text);
        let stopped = || self.text.as_bytes().get(token.range.end - 1) == Some(&b'.');
        match token.kind {
            TokenKind::Sign => match word() {
                "." => Some(Stop::Full),
                "…" | "。" => Some(Stop::Ellipsis),
                word if word.starts_with(['?', '!']) => Some(Stop::Asking),
                word if word.starts_with("..") => Some(Stop::Ellipsis),
                _ => None,
            },
            TokenKind::Word if stopped() => abbreviation(word().strip_suffix('.')?).map(Stop::Of),
            TokenKind::Number => stopped().then_some(Stop::Of(Abbreviation::Either)),
            TokenKind::Word | TokenKind::Mark | TokenKind::Address => None,
        }
    }

    /// Whether token `i`, behind a stop, still belongs to the sentence that the stop ends;
    /// `straight` says that a straight mark is open.
    pub fn closes(&self, i: usize, straight: bool) -> bool {
        let word = self.word(i);
        let adjacent = self.gap(i).is_empty();
        match self.kind(i) {
            Some(TokenKind::Mark) => match word {
                "\"" => straight || (adjacent && !self.gap(i + 1).is_empty()),
                "”" | "»" | "''" | "’’" => true,
                _ => {
                    adjacent
                        && (i + 1 == self.tokens.len()
                            || !self.gap(i + 1).is_empty()
                            || matches!(word, "’" | "'" | "›"))
                }
            },
            Some(TokenKind::Sign) => {
                (adjacent && matches!(word, ")" | "]")) || (self.stop(i).is_some())
            }
            _ => false,
        }
    }

    /// Whether the sentence ends with the stop behind the tokens `body`; `end` is the first token
    /// after what closes with it.
    pub fn ends(&self, stop: Stop, body: Range<usize>, end: usize) -> bool {
        let mut next = end;
        while self.kind(next) == Some(TokenKind::Mark) || matches!(self.word(next), "(" | "[") {
            next += 1;
        }
        let word = self.word(next);
        let quoted = (body.end + 1..end).any(|i| self.kind(i) == Some(TokenKind::Mark));
        let numbering = body.len() == 1 && self.kind(body.start) == Some(TokenKind::Number);
        if numbering || matches!(word, "," | ";" | ":") || self.goes_on_lower(next) {
            return false;
        }
        if quoted && (word.starts_with(['—', '–', '-']) || self.hands_over(stop, end)) {
            return false;
        }
        // Two words run together: "Mr.Smith", "done.He".
        let glued = self.gap(end).is_empty();
        match stop {
            Stop::Full | Stop::Asking => {
                !glued
                    || word.starts_with(char::is_uppercase)
                    || self.kind(next) == Some(TokenKind::Address)
            }
            Stop::Ellipsis => {
                !glued
                    && (quoted
                        || !word.starts_with('I')
                        || word.len() > 2 && !word.contains(['\'', '’']))
            }
            Stop::Of(Abbreviation::Title | Abbreviation::Number) => false,
            Stop::Of(Abbreviation::Initial) => self.begins(next),
            Stop::Of(Abbreviation::Either) => {
                self.begins(next) || (self.is_hour(body.end) && self.begins_after_hour(next))
            }
        }
    }

    /// Whether token `i` is a word in lower case that begins no sentence; "iPhone" and "al-Assad"
    /// do, and so does "de" before a capital.
    fn goes_on_lower(&self, i: usize) -> bool {
        let word = self.word(i);
        let lower = word.starts_with(char::is_lowercase);
        let particle = matches!(word, "de" | "bin" | "van" | "von" | "al" | "el" | "ibn")
            && self.word(i + 1).starts_with(char::is_uppercase);
        let common = self.kind(i) == Some(TokenKind::Word) && !word.contains(char::is_uppercase);
        lower && common && !particle
    }

    /// Whether token `i` is a capitalised function word, as only the start of a sentence has it.
    fn begins(&self, i: usize) -> bool {
        let word = self.word(i);
        word.starts_with(char::is_uppercase)
            && (word.len() == 1 || word.contains(char::is_lowercase))
            && tag::is_function_word(&fold(word))
    }

    fn is_hour(&self, i: usize) -> bool {
        let word = self.word(i);
        ["a.m.", "p.m."].iter().any(|hour| {
            word.get(word.len().saturating_sub(4)..)
                .is_some_and(|end| end.eq_ignore_ascii_case(hour))
        })
    }

    /// After an hour a capital is a weekday, a month or a time zone, or begins a sentence.
    fn begins_after_hour(&self, i: usize) -> bool {
        let word = self.word(i);
        word.starts_with(char::is_uppercase)
            && word.contains(char::is_lowercase)
            && !matches!(
                word.get(..3).unwrap_or_default(),
                "Mon"
                    | "Tue"
                    | "Wed"
                    | "Thu"
                    | "Fri"
                    | "Sat"
                    | "Sun"
                    | "Jan"
                    | "Feb"
                    | "Mar"
                    | "Apr"
                    | "May"
                    | "Jun"
                    | "Jul"
                    | "Aug"
                    | "Sep"
                    | "Oct"
                    | "Nov"
                    | "Dec"
                    | "Eas"
                    | "Pac"
                    | "Cen"
                    | "Gre"
                    | "Bri"
                    | "Mou"
                    | "Loc"
            )
    }

    /// Whether the words from `at` on name the speaker of the quotation before: “Why?” Smith asked.
    fn hands_over(&self, stop: Stop, at: usize) -> bool {
        if !self.word(at).starts_with(char::is_uppercase) {
            return false;
        }
        for i in at + 1..at + SPEAKER_REACH {
            let word = self.word(i);
            if CUES.contains(word) {
                let after = self.word(i + 1);
                // “It is.” Smith said: “We know.” The verb looks ahead, to its own quotation.
                let ahead = matches!(after, "," | ":") && self.kind(i + 2) == Some(TokenKind::Mark);
                let over = after.is_empty() || after.starts_with(['.', ',', ';', ':']) && !ahead;
                return over
                    || (stop == Stop::Asking
                        && tag::function_tag(after) == Some(Tag::Preposition));
            }
            let speaker = match self.kind(i) {
                Some(TokenKind::Word) => !matches!(
                    tag::function_tag(&fold(word)),
                    Some(Tag::Auxiliary | Tag::Subordinator | Tag::To)
                ),
                Some(TokenKind::Number) => true,
                _ => word == ",",
            };
            if !speaker {
                return false;
            }
        }
        false
    }
}
