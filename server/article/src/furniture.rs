//! Tells page furniture from copy by its words: see `data/furniture.txt`.

mod lexicon;

use lexicon::{Class, LEXICON};

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

/// Longest notice in bytes. Copy of more that speaks of its own page is still copy.
const LONGEST_NOTICE: usize = 1_200;

/// Words of the longest line that a few of its words make furniture.
const LONGEST_LINE: usize = 12;

/// Words of the longest line that the lexicon has whole.
const LONGEST_ENTRY: usize = 6;

/// What `text` is, if its words are those of furniture.
pub(crate) fn of(text: &str) -> Option<Furniture> {
    if text.len() > LONGEST_NOTICE {
        return None;
    }
    let lower = lower(text);
    let words = words(&lower);
    if words.is_empty() || is_link(text) || is_post_signature(text) {
        return Some(Furniture::Anywhere);
    }
    let lexicon = &*LEXICON;
    let line = words.len() <= LONGEST_LINE;
    if line && words.len() <= LONGEST_ENTRY {
        let whole = words.join(" ");
        if lexicon.lines.contains(&*whole) {
            return Some(Furniture::Anywhere);
        }
        if lexicon.sections.contains(&*whole) || is_counter(&words) {
            return Some(Furniture::Edge);
        }
    }
    let mut said = [false; Class::COUNT];
    for at in 0..words.len() {
        for (class, _) in lexicon.phrases_at(&words, at) {
            said[class as usize] |= at == 0 || !class.opens();
        }
    }
    let says = |class: Class| said[class as usize];
    let open = line && !text.ends_with('.');
    if says(Class::Notice) || line && text.contains('©') {
        return Some(Furniture::Anywhere);
    }
    if says(Class::Caption) && text.contains(':') {
        return Some(Furniture::Caption);
    }
    if open && says(Class::Start) && text.contains(':') {
        return Some(Furniture::Anywhere);
    }
    let wants = open && (says(Class::Start) || says(Class::Call));
    let itself = says(Class::Itself) && says(Class::Trade);
    let sign_off = text.starts_with('(') && lower.contains("editing by");
    (wants || itself || sign_off).then_some(Furniture::Edge)
}

/// The name that follows a credit in a notice: the outlet that the text is taken from.
pub(crate) fn credited(notice: &str) -> Option<&str> {
    after(notice, Class::Credit)
}

/// The name that follows a word of ownership in a notice: the outlet whose page it is.
pub(crate) fn owner(notice: &str) -> Option<&str> {
    after(notice, Class::Owner)
}

/// Whether `text` ends as sentences do.
pub(crate) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']).ends_with(['.', '!', '?', '…'])
}

/// `text` in lower case. Mostly all its letters are ASCII, and need no look at each.
fn lower(text: &str) -> String {
    // Signs of Latin-1 begin with C2, dashes and curly marks with E2 80.
    let wide = |pair: &[u8]| 0xC3 <= pair[0] && pair != [0xE2, 0x80];
    let letters = text.as_bytes().windows(2).any(wide);
    if letters { text.to_lowercase() } else { text.to_ascii_lowercase() }
}

/// The words and numbers of `text`.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::with_capacity(text.len() / 5 + 1);
    let (mut start, mut at) = (0, 0);
    while let Some(byte) = text.as_bytes().get(at) {
        let (inside, length) = if byte.is_ascii() {
            (byte.is_ascii_alphanumeric(), 1)
        } else {
            let wide = text[at..].chars().next().unwrap_or(' ');
            (wide.is_alphanumeric(), wide.len_utf8())
        };
        if !inside {
            words.extend(text.get(start..at).filter(|word| !word.is_empty()));
            start = at + length;
        }
        at += length;
    }
    words.extend(text.get(start..).filter(|word| !word.is_empty()));
    words
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
fn is_counter(words: &[&str]) -> bool {
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
    let number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let counted = |word: &&str| COUNTED.contains(word);
    words.iter().any(number)
        && words.iter().any(counted)
        && words.iter().all(|word| number(word) || counted(word) || *word == "k")
}

/// The capitalised words or the web address after the first phrase of `class` in `text`.
fn after(text: &str, class: Class) -> Option<&str> {
    let spaced: Vec<&str> = text.split_whitespace().collect();
    let lower: Vec<String> = spaced.iter().map(|word| bare(word).to_lowercase()).collect();
    let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
    let start = (0..lower.len()).find_map(|at| {
        let found = LEXICON.phrases_at(&lower, at).filter(|(other, _)| *other == class);
        found.map(|(_, length)| at + length).max()
    })?;
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
