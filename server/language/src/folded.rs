//! The words of a text as the data files have them, and what their letters show: made once for all who
//! look them up.

use crate::{TextRange, Token, lexicon::fold, token::possessive};

/// The words of a text in lower case, by token.
pub struct Folded {
    /// The text in ASCII lower case, and behind it the words that need more.
    text: String,
    words: Vec<Word>,
}

struct Word {
    /// Where [`Folded::text`] has it.
    range: TextRange,
    /// Length of its possessive ending, as written and folded.
    ending: (u8, u8),
    looks: Looks,
}

/// What the letters of a word show, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Looks(u16);

impl Looks {
    /// It has a capital of ASCII.
    pub const UPPER: Self = Self(1);
    /// It has a small letter.
    pub const LOWER: Self = Self(1 << 1);
    pub const HYPHEN: Self = Self(1 << 2);
    pub const STOP: Self = Self(1 << 3);
    const APOSTROPHE: Self = Self(1 << 4);
    /// It has any other character of ASCII.
    const OTHER: Self = Self(1 << 5);
    /// It has more than ASCII.
    pub const WIDE: Self = Self(1 << 6);
    /// It begins with a capital.
    pub const CAPITAL: Self = Self(1 << 7);
    /// It begins with a small letter.
    pub const SMALL: Self = Self(1 << 8);

    const fn of_byte(byte: u8) -> Self {
        match byte {
            b'A'..=b'Z' => Self::UPPER,
            b'a'..=b'z' => Self::LOWER,
            b'-' => Self::HYPHEN,
            b'.' => Self::STOP,
            b'\'' => Self::APOSTROPHE,
            0x80.. => Self::WIDE,
            _ => Self::OTHER,
        }
    }

    /// What each byte shows.
    const BYTES: [Self; 256] = {
        let mut bytes = [Self(0); 256];
        let mut byte = 0;
        while byte < 256 {
            #[expect(clippy::cast_possible_truncation, reason = "256 bytes are all there are")]
            let shown = Self::of_byte(byte as u8);
            bytes[byte] = shown;
            byte += 1;
        }
        bytes
    };

    fn of(word: &str) -> Self {
        let shown = |byte: u8| Self::BYTES[usize::from(byte)];
        let all = word.bytes().fold(Self(0), |all, byte| all.with(shown(byte)));
        let first = word.as_bytes().first().map_or(Self(0), |&byte| shown(byte));
        let starts = |wide: bool, ascii: Self| {
            if first.any(Self::WIDE) { wide } else { first.any(ascii) }
        };
        let wide = all.any(Self::WIDE);
        all.with(
            Self::CAPITAL.when(starts(wide && word.starts_with(char::is_uppercase), Self::UPPER)),
        )
        .with(Self::SMALL.when(starts(wide && word.starts_with(char::is_lowercase), Self::LOWER)))
        .with(Self::LOWER.when(wide && word.contains(char::is_lowercase)))
    }

    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn when(self, condition: bool) -> Self {
        if condition { self } else { Self(0) }
    }

    /// Whether it is nothing but letters of ASCII.
    pub const fn is_plain(self) -> bool {
        let letters = Self::UPPER.with(Self::LOWER);
        letters.any(self) && self.0 & !letters.with(Self::CAPITAL).with(Self::SMALL).0 == 0
    }

    /// Whether it shows any of `other`.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl Folded {
    pub fn of(text: &str, tokens: &[Token]) -> Self {
        let mut folded = text.to_ascii_lowercase();
        let words = tokens.iter().map(|token| {
            let raw = token.range.of(text);
            let looks = Looks::of(raw);
            let ending =
                if looks.any(Looks::APOSTROPHE.with(Looks::WIDE)) { ending(raw) } else { (0, 0) };
            if !looks.any(Looks::WIDE) {
                return Word { range: token.range, ending, looks };
            }
            let start = folded.len();
            folded.push_str(&fold(raw));
            Word { range: TextRange::new(start, folded.len()), ending, looks }
        });
        let words = words.collect();
        Self { text: folded, words }
    }

    /// The word of token `i`, as [`fold`] gives it; empty outside the text.
    pub fn word(&self, i: usize) -> &str {
        self.words.get(i).map_or("", |word| word.range.of(&self.text))
    }

    /// The same without its possessive ending.
    pub fn stem(&self, i: usize) -> &str {
        let stem = |word: &Word| {
            TextRange::new(word.range.start, word.range.end - usize::from(word.ending.1))
        };
        self.words.get(i).map_or("", |word| stem(word).of(&self.text))
    }

    /// Length of the possessive ending of token `i` as it is written; 0 where it has none.
    pub fn ending(&self, i: usize) -> usize {
        self.words.get(i).map_or(0, |word| word.ending.0.into())
    }

    /// What the letters of token `i` show; nothing outside the text.
    pub fn looks(&self, i: usize) -> Looks {
        self.words.get(i).map_or(Looks::default(), |word| word.looks)
    }

    /// The text in ASCII lower case, so that the ranges fit both.
    pub fn lower(&self) -> &str {
        &self.text
    }
}

/// Length of the possessive ending of `word`, as written and folded.
fn ending(word: &str) -> (u8, u8) {
    let Some(stem) = possessive(word) else { return (0, 0) };
    let ending = &word[stem.len()..];
    let length = |length: usize| u8::try_from(length).unwrap_or_default();
    // An apostrophe may be longer than the straight one it is folded to; a character stays one.
    (length(ending.len()), length(ending.chars().count()))
}
