//! Cuts a text into tokens, left to right, each character looked at a bounded number of times.

use super::{
    Abbreviation, Tag, Token, TokenKind, abbreviation,
    address::{address, domain_length},
    is_apostrophe,
    single::Single,
};
use crate::TextRange;

/// Splits `text` into tokens; every character that is not white space belongs to one.
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut scan = Scan { text, at: 0, single: Single::of(text) };
    let mut tokens = Vec::with_capacity(text.len() / 5 + 1);
    loop {
        let start = scan.at;
        let kind = if scan.plain_word() {
            TokenKind::Word
        } else {
            let Some(first) = scan.peek() else { break };
            if first.is_whitespace() {
                scan.at += first.len_utf8();
                continue;
            }
            scan.token(first)
        };
        tokens.push(Token { range: TextRange::new(start, scan.at), kind, tag: Tag::Other });
    }
    tokens
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    single: Single,
}

impl<'a> Scan<'a> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// The character after `bytes` more bytes, which must end on a boundary.
    fn after(&self, bytes: usize) -> Option<char> {
        self.text.get(self.at + bytes..)?.chars().next()
    }

    fn before(&self) -> Option<char> {
        self.text[..self.at].chars().next_back()
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Moves past the token that begins with `first`.
    fn token(&mut self, first: char) -> TokenKind {
        let next = self.after(first.len_utf8());
        match first {
            _ if first.is_alphabetic() || joins(first) => return self.word(),
            _ if first.is_numeric() => return self.number(),
            '.' if next.is_some_and(|c| c.is_ascii_digit())
                && self.before().is_none_or(char::is_whitespace) =>
            {
                self.at += 1;
                return self.number();
            }
            _ if is_currency(first) => {
                self.at += first.len_utf8();
                let amount = self.rest().strip_prefix('.').unwrap_or(self.rest());
                if amount.starts_with(|c: char| c.is_ascii_digit()) {
                    return self.number();
                }
                return TokenKind::Sign;
            }
            '@' | '#' if next.is_some_and(|c| c.is_alphabetic() || c == '_') => {
                self.at += 1;
                self.eat(|c| c.is_alphanumeric() || c == '_' || joins(c));
                return TokenKind::Address;
            }
            '\'' | '’' | '‘' | '`' => return self.single_mark(first),
            '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '‚' | '‛' | '「' | '」'
            | '『' | '』' | '＂' => {
                self.at += first.len_utf8();
                return TokenKind::Mark;
            }
            '.' | '-' => self.eat(|c| c == first),
            '?' | '!' => self.eat(|c| matches!(c, '?' | '!')),
            _ => {
                self.at += first.len_utf8();
                self.emoji_tail();
            }
        }
        TokenKind::Sign
    }

    fn eat(&mut self, wanted: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.find(|c| !wanted(c)).unwrap_or(rest.len());
    }

    /// Modifiers, and further emoji that a joiner ties on.
    fn emoji_tail(&mut self) {
        while let Some(c) = self.peek() {
            match c {
                '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{20d0}'..='\u{20ff}' => {
                    self.at += c.len_utf8();
                }
                '\u{200d}' => {
                    self.at += c.len_utf8();
                    let tied = self.peek().filter(|c| !c.is_alphanumeric() && !c.is_whitespace());
                    self.at += tied.map_or(0, char::len_utf8);
                }
                _ => return,
            }
        }
    }

    /// A quotation mark, or an apostrophe with the word it begins.
    fn single_mark(&mut self, first: char) -> TokenKind {
        let rest = self.rest();
        let width = first.len_utf8();
        if rest[width..].starts_with(first) {
            self.at += 2 * width;
            return TokenKind::Mark;
        }
        let inside = first == '`' || self.before().is_some_and(char::is_alphanumeric);
        if let Some(elided) = elision(&rest[width..]).filter(|_| !inside) {
            self.at += width + elided;
            let digit = rest[width..].starts_with(|c: char| c.is_ascii_digit());
            return if digit { TokenKind::Number } else { TokenKind::Word };
        }
        let opens = matches!(first, '‘' | '`')
            || (self.after(width).is_some_and(|c| !c.is_whitespace() && !closes_clause(c))
                && self.before().is_none_or(|c| c.is_whitespace() || opens_clause(c)));
        self.single.passed(self.at, opens);
        self.at += width;
        TokenKind::Mark
    }

    /// Moves past a word as most are: letters with a space or a comma behind them, which no other
    /// reading needs a look at.
    fn plain_word(&mut self) -> bool {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let letters = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let plain = letters > 0 && matches!(rest.get(letters), Some(b' ' | b','));
        self.at += if plain { letters } else { 0 };
        plain
    }

    fn word(&mut self) -> TokenKind {
        let start = self.at;
        if let Some(end) = address(self.rest()) {
            self.at += end;
            return TokenKind::Address;
        }
        // Letters since the last point or digit: "U.S." has one before each point.
        let mut part = 0;
        loop {
            let letters = self.rest().bytes().take_while(u8::is_ascii_alphabetic).count();
            part += letters;
            self.at += letters;
            let Some(c) = self.peek() else { break };
            let next = self.after(c.len_utf8());
            let next_joins = next.is_some_and(char::is_alphanumeric);
            match c {
                _ if c.is_alphabetic() => part += 1,
                _ if c.is_numeric() => part = 0,
                '_' => {}
                _ if joins(c) => {}
                '-' | '‐' | '‑' if next_joins => part = 0,
                '&' if next.is_some_and(char::is_uppercase)
                    && self.before().is_some_and(char::is_uppercase) =>
                {
                    part = 0;
                }
                '@' if next_joins => return self.mail(),
                '$' if next.is_some_and(|c| c.is_ascii_digit())
                    && matches!(
                        &self.text[start..self.at],
                        "US" | "C" | "A" | "R" | "NZ" | "HK" | "S" | "AU" | "CA"
                    ) =>
                {
                    self.at += 1;
                    return self.number();
                }
                _ if is_apostrophe(c) => {
                    if !self.apostrophe(c, next) {
                        break;
                    }
                }
                '.' => match self.point(start, part, next) {
                    Point::Inside => part = 0,
                    Point::Last => {
                        self.at += 1;
                        // "U.S.-led", "the U.S.’s"
                        let tail = self.rest();
                        let hyphen = tail
                            .strip_prefix('-')
                            .is_some_and(|t| t.starts_with(char::is_alphabetic));
                        let owner = tail.strip_prefix(is_apostrophe).is_some_and(|t| {
                            t.strip_prefix('s')
                                .is_some_and(|t| !t.starts_with(char::is_alphanumeric))
                        });
                        if !hyphen && !owner {
                            return TokenKind::Word;
                        }
                        part = 0;
                        self.at += self.peek().map_or(0, char::len_utf8);
                        continue;
                    }
                    Point::Outside => break,
                },
                _ => break,
            }
            self.at += c.len_utf8();
        }
        TokenKind::Word
    }

    /// Whether the apostrophe here belongs to the word before it.
    fn apostrophe(&mut self, c: char, next: Option<char>) -> bool {
        if next.is_some_and(char::is_alphanumeric) {
            return true;
        }
        if next.is_some_and(|n| n == c) {
            return false;
        }
        let plural = self.before().is_some_and(|b| matches!(b, 's' | 'S' | 'z' | 'x'));
        let dropped_g = self.rest().len() > 1 && self.text[..self.at].ends_with("in");
        (plural || dropped_g) && !self.single.closes(self.at, next)
    }

    /// What the point here is to the word that began at `start`.
    fn point(&self, start: usize, part: usize, next: Option<char>) -> Point {
        let word = &self.text[start..self.at];
        let tail = &self.rest()[1..];
        if next.is_some_and(char::is_alphabetic) {
            // "U.S", "p.m", "e.g": single letters throughout.
            let second = tail.chars().nth(1);
            if part == 1 && second.is_none_or(|c| !c.is_alphanumeric()) {
                return Point::Inside;
            }
            let length = tail.find(|c: char| !c.is_alphanumeric()).unwrap_or(tail.len());
            let known = word.len() + length <= 8
                && abbreviation(&self.text[start..=self.at + length]).is_some();
            if known || domain_length(&self.text[start..]).is_some_and(|end| end > word.len()) {
                return Point::Inside;
            }
        }
        match abbreviation(word) {
            Some(Abbreviation::Number) => {
                let numbered = tail.trim_start().starts_with(|c: char| c.is_ascii_digit());
                if numbered { Point::Last } else { Point::Outside }
            }
            Some(_) => Point::Last,
            None => Point::Outside,
        }
    }

    /// The rest of a mail address, from the @ on.
    fn mail(&mut self) -> TokenKind {
        self.at += 1;
        self.eat(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '_'));
        while self.text[..self.at].ends_with('.') {
            self.at -= 1;
        }
        TokenKind::Address
    }

    fn number(&mut self) -> TokenKind {
        while let Some(c) = self.peek() {
            let next = self.after(c.len_utf8());
            let digit_before = self.before().is_some_and(|b| b.is_ascii_digit());
            let digit = next.is_some_and(|n| n.is_ascii_digit());
            let joins = match c {
                '%' | '‰' | '°' | '¢' => true,
                '.' => digit || (!digit_before && self.clock_point(next)),
                ',' | ':' | '/' | '–' => digit && digit_before,
                '-' | '‐' | '‑' => next.is_some_and(|n| n.is_alphanumeric() || is_currency(n)),
                _ if is_apostrophe(c) => next.is_some_and(char::is_alphanumeric),
                _ if is_currency(c) => digit || digit_before,
                _ => c.is_alphanumeric() || joins(c),
            };
            if !joins {
                break;
            }
            self.at += c.len_utf8();
        }
        TokenKind::Number
    }

    /// The points of "7p.m." and "10a.m.".
    fn clock_point(&self, next: Option<char>) -> bool {
        let head = &self.text[..self.at];
        match next {
            Some('m' | 'M') => head.ends_with(['a', 'p', 'A', 'P']),
            _ => [".m", ".M"].iter().any(|end| head.ends_with(end)),
        }
    }
}

enum Point {
    Inside,
    Last,
    Outside,
}

/// Joiners, combining accents and soft hyphens stay with the character before them.
fn joins(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

pub(super) fn is_currency(c: char) -> bool {
    matches!(c, '$' | '£' | '€' | '¥' | '\u{20a0}'..='\u{20c0}')
}

fn opens_clause(c: char) -> bool {
    matches!(c, '(' | '[' | '"' | '“' | '—' | '–' | '-' | '«')
}

fn closes_clause(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '?' | '!' | ')' | ']' | '"' | '”' | '—' | '–' | '…')
}

/// Length of a word that is written with an apostrophe for its first letters: "’90s", "’em".
fn elision(after: &str) -> Option<usize> {
    let length = after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
    let word = &after[..length];
    let digits = word.strip_suffix('s').unwrap_or(word);
    if digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()) {
        return Some(length);
    }
    if word.eq_ignore_ascii_case("n") {
        let tail = &after[length..];
        return tail.strip_prefix(is_apostrophe).map(|left| length + tail.len() - left.len());
    }
    let known = ["em", "til", "tis", "twas"];
    known.iter().any(|elided| word.eq_ignore_ascii_case(elided)).then_some(length)
}
