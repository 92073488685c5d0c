//! Reads the data files: lines of `class: entry entry …`, `#` for comments.

use std::{
    collections::{HashMap, HashSet, hash_map::Entry},
    hash::{BuildHasherDefault, Hasher},
};

/// Every entry of `data` with its class, in order; entries are set apart by white space.
pub fn words(data: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    lines(data).flat_map(|(class, rest)| rest.split_whitespace().map(move |word| (class, word)))
}

/// The entries of one class of `data`, in order.
pub fn class(data: &'static str, name: &'static str) -> impl Iterator<Item = &'static str> {
    let of_class = move |(class, _): &(&str, &str)| *class == name;
    debug_assert!(
        lines(data).any(|line| of_class(&line)),
        "no line of the file is of class {name}"
    );
    lines(data).filter(of_class).flat_map(|(_, rest)| rest.split_whitespace())
}

/// Every line of `data` that is no comment: its class and the rest.
pub fn lines(data: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    data.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "))
}

/// The lines of `data` that hold an entry, for tables that split their fields themselves.
pub fn entries(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// A table keyed by words of our data. Its hash is quick and not keyed: the keys are ours, so
/// nobody can choose them to collide. Every word of a text is looked up in many tables and is in few of
/// them, so most are turned away before anything is hashed.
#[derive(Debug, Clone)]
pub struct Table<V> {
    words: HashMap<&'static str, V, BuildHasherDefault<WordHasher>>,
    sieve: Sieve,
}

/// Which words are in a table, by their ends and their length; some that are not pass.
#[derive(Debug, Clone, Default)]
struct Sieve([u64; 16]);

impl Sieve {
    fn hole(word: &str) -> (usize, u64) {
        let end = |byte: Option<&u8>| usize::from(byte.copied().unwrap_or_default());
        let bytes = word.as_bytes();
        let mixed = end(bytes.first()) * 37 + end(bytes.last()) * 7 + bytes.len() * 149;
        (mixed / 64 % 16, 1 << (mixed % 64))
    }

    fn open(&mut self, word: &str) {
        let (at, hole) = Self::hole(word);
        self.0[at] |= hole;
    }

    fn passes(&self, word: &str) -> bool {
        let (at, hole) = Self::hole(word);
        self.0[at] & hole != 0
    }
}

impl<V> Table<V> {
    /// What the table has for `word`.
    pub fn get(&self, word: &str) -> Option<&V> {
        if self.sieve.passes(word) { self.words.get(word) } else { None }
    }

    /// Whether the table has `word`.
    pub fn contains_key(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// Puts `value` in the place of `word`.
    pub fn insert(&mut self, word: &'static str, value: V) {
        self.sieve.open(word);
        self.words.insert(word, value);
    }

    /// The place of `word`.
    pub fn entry(&mut self, word: &'static str) -> Entry<'_, &'static str, V> {
        self.sieve.open(word);
        self.words.entry(word)
    }

    /// What the table has, in no order.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.words.values_mut()
    }

    /// All words with what the table has for them, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &V)> {
        self.words.iter().map(|(&word, value)| (word, value))
    }

    /// All words, in no order.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.words.keys().copied()
    }
}

impl<V> Default for Table<V> {
    fn default() -> Self {
        Self { words: HashMap::default(), sieve: Sieve::default() }
    }
}

impl<V> Extend<(&'static str, V)> for Table<V> {
    fn extend<I: IntoIterator<Item = (&'static str, V)>>(&mut self, entries: I) {
        entries.into_iter().for_each(|(word, value)| self.insert(word, value));
    }
}

impl<V> FromIterator<(&'static str, V)> for Table<V> {
    fn from_iter<I: IntoIterator<Item = (&'static str, V)>>(entries: I) -> Self {
        let mut table = Self::default();
        table.extend(entries);
        table
    }
}

/// A set of words of our data.
pub type Set = HashSet<&'static str, BuildHasherDefault<WordHasher>>;

/// Multiplies and rotates eight bytes at a time; most words take one or two steps.
#[derive(Debug, Clone, Default)]
pub struct WordHasher(u64);

impl WordHasher {
    fn mix(&mut self, word: u64, length: usize) {
        let mixed = (self.0.rotate_left(23) ^ word).wrapping_add(length as u64);
        self.0 = mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let Some((chunk, tail)) = rest.split_first_chunk() {
            self.mix(u64::from_le_bytes(*chunk), chunk.len());
            rest = tail;
        }
        // Reads of a fixed size, which may overlap, instead of a copy of up to seven bytes.
        let last = match (rest.first_chunk(), rest.last_chunk(), rest) {
            (Some(head), Some(tail), _) => {
                u64::from(u32::from_le_bytes(*head)) | u64::from(u32::from_le_bytes(*tail)) << 32
            }
            (.., [first, .., last]) => {
                u64::from(*first) | u64::from(rest[rest.len() / 2]) << 8 | u64::from(*last) << 16
            }
            (.., [only]) => u64::from(*only),
            (.., []) => return,
        };
        self.mix(last, rest.len());
    }

    /// Ends a string; lengths are in the hash already.
    fn write_u8(&mut self, _: u8) {}

    fn finish(&self) -> u64 {
        // The table takes buckets from the low bits, which a multiplication mixes least.
        self.0 ^ (self.0 >> 32)
    }
}

/// `word` in lower case with straight apostrophes, as the data files have it.
pub fn fold(word: &str) -> std::borrow::Cow<'_, str> {
    // Without a way out at each byte, since nearly every word is folded already.
    let unfolded = |byte: u8| byte >> 7 | u8::from(byte.is_ascii_uppercase());
    if word.bytes().fold(0, |any, byte| any | unfolded(byte)) == 0 {
        return word.into();
    }
    if word.is_ascii() {
        return word.to_ascii_lowercase().into();
    }
    word.chars()
        .flat_map(char::to_lowercase)
        .map(|c| if matches!(c, '’' | '‘' | 'ʼ') { '\'' } else { c })
        .collect::<String>()
        .into()
}
