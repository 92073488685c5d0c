//! Tells page furniture from copy by its words: see `data/furniture.txt`.

use crate::data::section;
use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

/// What a line's words say of its place on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Furniture {
    /// Furniture wherever it stands.
    Anywhere,
    /// Furniture at the head or the tail of a page; in the middle it may be copy.
    Edge,
    /// Belongs to a picture or a video.
    Caption,
}

/// Longest notice, in words. Copy of this length that names its own outlet is still copy.
const LONGEST_NOTICE: usize = 160;

/// Longest line that only its first words make furniture.
const LONGEST_START: usize = 12;

/// What `text` is, if its words are those of furniture.
pub(crate) fn of(text: &str) -> Option<Furniture> {
    let words = words(text);
    let lexicon = &*LEXICON;
    if words.is_empty() {
        return Some(Furniture::Anywhere);
    }
    let whole = words.join(" ");
    let begins = |phrases: &Phrases| phrases.at(&words, 0);
    if lexicon.lines.contains(&*whole) || is_link(text) || is_post_signature(text) {
        return Some(Furniture::Anywhere);
    }
    if lexicon.sections.contains(&*whole) || is_counter(&words) {
        return Some(Furniture::Edge);
    }
    if words.len() > LONGEST_NOTICE {
        return None;
    }
    if text.contains('©') && words.len() <= LONGEST_START || lexicon.notices.within(&words) {
        return Some(Furniture::Anywhere);
    }
    if text.contains(':') && begins(&lexicon.captions) {
        return Some(Furniture::Caption);
    }
    if words.len() <= LONGEST_START && !text.ends_with('.') {
        if begins(&lexicon.starts) {
            return Some(if text.contains(':') { Furniture::Anywhere } else { Furniture::Edge });
        }
        if lexicon.calls.within(&words) {
            return Some(Furniture::Edge);
        }
    }
    let itself =
        lexicon.selves.within(&words) && words.iter().any(|w| lexicon.trade.contains(&**w));
    let sign_off = text.starts_with('(') && whole.contains("editing by");
    (itself || sign_off).then_some(Furniture::Edge)
}

/// The name that follows a credit in a notice: the outlet that the text is taken from.
pub(crate) fn credited(notice: &str) -> Option<&str> {
    after(notice, &LEXICON.credits)
}

/// The name that follows a word of ownership in a notice: the outlet whose page it is.
pub(crate) fn owner(notice: &str) -> Option<&str> {
    after(notice, &LEXICON.owners)
}

/// Whether `text` ends as sentences do.
pub(crate) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']).ends_with(['.', '!', '?', '…'])
}

/// Lower-case words and numbers of `text`.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(LONGEST_NOTICE + 1)
        .map(str::to_lowercase)
        .collect()
}

/// Nothing but addresses on the web.
fn is_link(text: &str) -> bool {
    text.split_whitespace().all(|word| {
        word.starts_with("http://") || word.starts_with("https://") || word.starts_with("www.")
    })
}

/// The last line of an embedded post: "— Name (@name) July 1, 2025".
pub(crate) fn is_post_signature(text: &str) -> bool {
    text.starts_with(['—', '–', '-']) && text.contains("(@") && crate::date::first(text).is_some()
}

/// "Views: 248", "1,024 shares", "5 min read".
fn is_counter(words: &[String]) -> bool {
    const COUNTED: &[&str] = &[
        "view",
        "views",
        "share",
        "shares",
        "comment",
        "comments",
        "like",
        "likes",
        "min",
        "mins",
        "minute",
        "minutes",
        "read",
        "reads",
        "reading",
        "time",
        "followers",
    ];
    let number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    words.len() <= 4
        && words.iter().any(number)
        && words.iter().any(|word| COUNTED.contains(&&**word))
        && words.iter().all(|word| number(word) || COUNTED.contains(&&**word) || word == "k")
}

/// The capitalised words or the web address after the first of `phrases` in `text`.
fn after<'a>(text: &'a str, phrases: &Phrases) -> Option<&'a str> {
    let spaced: Vec<&str> = text.split_whitespace().collect();
    let lower: Vec<String> = spaced.iter().map(|word| bare(word).to_lowercase()).collect();
    let start = (0..lower.len()).find_map(|at| Some(at + phrases.length_at(&lower, at)?))?;
    let named = |word: &&str| {
        bare(word).starts_with(char::is_uppercase) || word.contains("://") || is_domain(bare(word))
    };
    // "courtesy of, and owned by, https://…": small words stand between.
    let first = (start..spaced.len().min(start + 6)).find(|&i| named(&spaced[i]))?;
    let mut last = first;
    while !spaced[last].ends_with([',', '.', ';', ':'])
        && last + 1 < spaced.len().min(first + 5)
        && named(&spaced[last + 1])
    {
        last += 1;
    }
    let offset = |word: &str| word.as_ptr().addr() - text.as_ptr().addr();
    let name = &text[offset(spaced[first])..offset(spaced[last]) + spaced[last].len()];
    let name = bare(name);
    let name =
        name.split_once("://").map_or(name, |(_, rest)| rest.split('/').next().unwrap_or(rest));
    Some(name.strip_prefix("www.").unwrap_or(name)).filter(|name| name.len() > 2)
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// "Caliber.Az", "USSANews.com".
pub(crate) fn is_domain(word: &str) -> bool {
    let Some((name, end)) = word.rsplit_once('.') else { return false };
    let letters = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphabetic());
    name.len() >= 2
        && (2..=6).contains(&end.len())
        && letters(end)
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'))
        && name.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// Phrases by their first word.
#[derive(Debug, Default)]
struct Phrases(HashMap<&'static str, Vec<Vec<&'static str>>>);

/// Most words that a `*` stands for.
const WIDEST_GAP: usize = 8;

impl Phrases {
    fn new(name: &str) -> Self {
        let mut phrases = Self::default();
        for phrase in section(FURNITURE, name) {
            let mut words = phrase.split(' ');
            if let Some(first) = words.next() {
                phrases.0.entry(first).or_default().push(words.collect());
            }
        }
        phrases
    }

    fn within(&self, words: &[String]) -> bool {
        (0..words.len()).any(|at| self.at(words, at))
    }

    fn at(&self, words: &[String], at: usize) -> bool {
        self.length_at(words, at).is_some()
    }

    /// How many of `words` the longest phrase that starts `at` takes.
    fn length_at(&self, words: &[String], at: usize) -> Option<usize> {
        let rests = self.0.get(words.get(at)?.as_str())?;
        rests.iter().filter_map(|rest| Some(1 + length(rest, words.get(at + 1..)?)?)).max()
    }
}

fn length(phrase: &[&str], words: &[String]) -> Option<usize> {
    match phrase {
        [] => Some(0),
        ["*", rest @ ..] => {
            (0..=WIDEST_GAP).find_map(|gap| Some(gap + length(rest, words.get(gap..)?)?))
        }
        [first, rest @ ..] => {
            (words.first()? == first).then(|| length(rest, &words[1..]))?.map(|n| n + 1)
        }
    }
}

const FURNITURE: &str = include_str!("../data/furniture.txt");

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    lines: section(FURNITURE, "line").collect(),
    sections: section(FURNITURE, "section").collect(),
    trade: section(FURNITURE, "trade").collect(),
    starts: Phrases::new("start"),
    notices: Phrases::new("notice"),
    selves: Phrases::new("self"),
    calls: Phrases::new("call"),
    captions: Phrases::new("caption"),
    credits: Phrases::new("credit"),
    owners: Phrases::new("own"),
});

struct Lexicon {
    lines: HashSet<&'static str>,
    sections: HashSet<&'static str>,
    trade: HashSet<&'static str>,
    starts: Phrases,
    notices: Phrases,
    selves: Phrases,
    calls: Phrases,
    captions: Phrases,
    credits: Phrases,
    owners: Phrases,
}
