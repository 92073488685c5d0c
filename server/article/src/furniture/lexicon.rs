//! The phrases that furniture is known by, by their first word.

use crate::data::section;
use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

/// What a phrase of the lexicon shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    Start,
    Call,
    Notice,
    Itself,
    Trade,
    Caption,
    Credit,
    Owner,
}

impl Class {
    pub const COUNT: usize = 8;

    const SECTIONS: [(&str, Self); Self::COUNT] = [
        ("start", Self::Start),
        ("call", Self::Call),
        ("notice", Self::Notice),
        ("self", Self::Itself),
        ("trade", Self::Trade),
        ("caption", Self::Caption),
        ("credit", Self::Credit),
        ("own", Self::Owner),
    ];

    /// Whether it counts only as the first words of a line.
    pub fn opens(self) -> bool {
        matches!(self, Self::Start | Self::Caption)
    }
}

/// Most words that a `*` stands for.
const WIDEST_GAP: usize = 8;

/// Words of `words` that `phrase` takes from their start on.
fn length(phrase: &[&str], words: &[&str]) -> Option<usize> {
    match phrase {
        [] => Some(0),
        ["*", rest @ ..] => {
            (0..=WIDEST_GAP).find_map(|gap| Some(gap + length(rest, words.get(gap..)?)?))
        }
        [first, rest @ ..] => {
            let after = words.strip_prefix(&[*first])?;
            Some(1 + length(rest, after)?)
        }
    }
}

const FURNITURE: &str = include_str!("../../data/furniture.txt");

pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon {
        lines: section(FURNITURE, "line").collect(),
        sections: section(FURNITURE, "section").collect(),
        phrases: HashMap::new(),
        starts: [0; 256],
    };
    for (name, class) in Class::SECTIONS {
        for phrase in section(FURNITURE, name) {
            let mut words = phrase.split(' ');
            if let Some(first) = words.next() {
                if let Some((byte, ends)) = start(first) {
                    lexicon.starts[byte] |= ends;
                }
                lexicon.phrases.entry(first).or_default().push((class, words.collect()));
            }
        }
    }
    lexicon
});

pub struct Lexicon {
    pub lines: HashSet<&'static str>,
    pub sections: HashSet<&'static str>,
    /// By their first word: what they show, and their other words.
    phrases: HashMap<&'static str, Vec<(Class, Vec<&'static str>)>>,
    /// For each first byte the lengths and last bytes of their first words. Nearly every word of a
    /// text begins none of them, and is turned away by this before it is hashed.
    starts: [u64; 256],
}

/// Where [`Lexicon::starts`] has `word`.
fn start(word: &str) -> Option<(usize, u64)> {
    let (first, last) = (*word.as_bytes().first()?, *word.as_bytes().last()?);
    Some((first.into(), 1 << ((word.len() * 5 + usize::from(last)) % 64)))
}

impl Lexicon {
    /// The phrases that start at the word `at`, with their length in words.
    pub fn phrases_at<'a>(
        &'a self,
        words: &'a [&'a str],
        at: usize,
    ) -> impl Iterator<Item = (Class, usize)> + 'a {
        let rest = words.get(at + 1..).unwrap_or_default();
        let begins =
            |word: &&&str| start(word).is_some_and(|(byte, ends)| self.starts[byte] & ends != 0);
        let found = words.get(at).filter(begins).and_then(|first| self.phrases.get(first));
        found
            .into_iter()
            .flatten()
            .filter_map(move |(class, phrase)| Some((*class, 1 + length(phrase, rest)?)))
    }
}
