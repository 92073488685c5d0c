//! Content words of a sentence as comparable terms.

mod stem;
#[cfg(test)]
mod tests;

use crate::{
    Token, TokenKind,
    lexicon::{self, Table, fold},
    tag,
    token::possessive,
};
use std::{borrow::Cow, num::NonZeroU64, sync::LazyLock};

/// A stemmed content word and how often the sentence has it. The number is a stable hash of the
/// stem, the same on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term {
    /// Hash of the stem.
    pub id: u64,
    /// Occurrences in the sentence.
    pub count: u32,
}

/// What is done with a word instead of stemming it as it stands.
#[derive(Debug, Clone, Copy)]
enum Treatment {
    /// Left out.
    Stop,
    /// Taken for this American spelling.
    Spelling(&'static str),
}

static TREATMENTS: LazyLock<Table<Treatment>> = LazyLock::new(|| {
    let mut table = Table::default();
    for (_, line) in lexicon::lines(include_str!("../data/spellings.txt")) {
        let words: Vec<&str> = line.split_whitespace().collect();
        // One word and others that are all it, or a word and its plural in two spellings each.
        let paired = words.len() == 4 && words[2].ends_with('s') && words[3].ends_with('s');
        for (i, &word) in words.iter().enumerate().skip(1) {
            let american = if paired { words[i & !1] } else { words[0] };
            if american != word {
                table.insert(word, Treatment::Spelling(american));
            }
        }
    }
    for data in [include_str!("../data/stop-words.txt"), include_str!("../data/function-words.txt")]
    {
        for (_, word) in lexicon::words(data) {
            table.insert(word, Treatment::Stop);
        }
    }
    table
});

/// The terms of `tokens`, sorted by id, function words left out.
pub fn of(text: &str, tokens: &[Token]) -> Vec<Term> {
    counted(&ids(text, tokens))
}

/// The id of the term of each of `tokens`; `None` for marks and function words.
pub(crate) fn ids(text: &str, tokens: &[Token]) -> Vec<Option<NonZeroU64>> {
    let mut buffer = Vec::new();
    let mut id = |token: &Token| id(token.kind, token.range.of(text), &mut buffer);
    tokens.iter().map(|token| id(token).and_then(NonZeroU64::new)).collect()
}

/// The id of the term of one word without its context.
pub fn id_of(word: &str) -> Option<u64> {
    id(TokenKind::Word, word, &mut Vec::new())
}

/// The terms with these ids, sorted.
pub(crate) fn counted(ids: &[Option<NonZeroU64>]) -> Vec<Term> {
    let mut ids: Vec<u64> = ids.iter().flatten().map(|id| id.get()).collect();
    ids.sort_unstable();
    let mut terms: Vec<Term> = Vec::with_capacity(ids.len());
    for id in ids {
        match terms.last_mut() {
            Some(term) if term.id == id => term.count += 1,
            _ => terms.push(Term { id, count: 1 }),
        }
    }
    terms
}

/// The term of one word; `None` for marks and function words.
fn id(kind: TokenKind, raw: &str, buffer: &mut Vec<u8>) -> Option<u64> {
    match kind {
        TokenKind::Word => {}
        TokenKind::Number => return Some(hash(&plain_number(raw))),
        TokenKind::Address | TokenKind::Mark | TokenKind::Sign => return None,
    }
    let word = fold(raw);
    if let Some(digits) = digits(&word) {
        return Some(hash(digits));
    }
    // "US" and "us" differ by their case only.
    let acronym = raw.len() > 1 && raw.len() < 6 && raw.bytes().all(|b| b.is_ascii_uppercase());
    if acronym {
        return Some(hash(&word));
    }
    let word = possessive(&word).filter(|_| !tag::is_function_word(&word)).unwrap_or(&word);
    let word = word.strip_suffix('.').unwrap_or(word);
    let american = match TREATMENTS.get(word) {
        Some(Treatment::Stop) => return None,
        Some(Treatment::Spelling(known)) => Cow::from(*known),
        None => american(word),
    };
    if american.len() > 64 {
        return Some(hash(&american));
    }
    Some(hash_bytes(stem::stem(&american, buffer)))
}

/// -ise, -isation, -our and -lled in the American way, so that both spellings meet in one stem.
fn american(word: &str) -> Cow<'_, str> {
    /// With the syllables that must stand before them: the letters are no ending in rise, raise, tour
    /// and calling.
    const ENDINGS: [(&str, &str, usize); 18] = [
        ("isation", "ization", 1),
        ("isations", "izations", 1),
        ("ising", "izing", 1),
        ("ised", "ized", 1),
        ("ises", "izes", 1),
        ("ise", "ize", 1),
        ("yse", "yze", 1),
        ("ysed", "yzed", 1),
        ("ysing", "yzing", 1),
        ("our", "or", 1),
        ("ours", "ors", 1),
        ("oured", "ored", 1),
        ("ouring", "oring", 1),
        ("ourable", "orable", 1),
        ("lled", "led", 2),
        ("lling", "ling", 2),
        ("ller", "ler", 2),
        ("llers", "lers", 2),
    ];
    // Most words end otherwise, which their last letter tells.
    let last = word.as_bytes().last().filter(|_| word.is_ascii());
    let likely = |(british, ..): &&(&str, &str, usize)| british.as_bytes().last() == last;
    let ending = ENDINGS.iter().filter(likely).find_map(|&(british, american, least)| {
        let root = word.strip_suffix(british)?;
        let glued = least == 1 && root.ends_with(is_vowel);
        (!glued && syllables(root) >= least).then(|| format!("{root}{american}"))
    });
    ending.map_or(word.into(), Cow::from)
}

/// Groups of vowels.
fn syllables(word: &str) -> usize {
    word.split(|letter| !is_vowel(letter)).filter(|vowels| !vowels.is_empty()).count()
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// "1,000" as "1000"; other numbers as they stand, in lower case.
fn plain_number(raw: &str) -> String {
    raw.to_lowercase().replace(',', "").replace('–', "-")
}

/// The digits of a number word up to twelve.
fn digits(word: &str) -> Option<&'static str> {
    Some(match word {
        "one" => "1",
        "two" => "2",
        "three" => "3",
        "four" => "4",
        "five" => "5",
        "six" => "6",
        "seven" => "7",
        "eight" => "8",
        "nine" => "9",
        "ten" => "10",
        "eleven" => "11",
        "twelve" => "12",
        _ => return None,
    })
}

/// FNV-1a, 64 bits: stable across platforms and releases.
pub fn hash(word: &str) -> u64 {
    hash_bytes(word.as_bytes())
}

fn hash_bytes(word: &[u8]) -> u64 {
    let mix = |h: u64, byte: &u8| (h ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    word.iter().fold(0xcbf2_9ce4_8422_2325, mix)
}
