//! Reads the data files: lines of `class: entry entry …`, `#` for comments.

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasherDefault, Hasher},
};

/// Every entry of `data` with its class, in order; entries are set apart by white space.
pub fn words(data: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    lines(data).flat_map(|(class, rest)| rest.split_whitespace().map(move |word| (class, word)))
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
/// nobody can choose them to collide.
pub type Table<V> = HashMap<&'static str, V, BuildHasherDefault<WordHasher>>;

/// A set of words of our data.
pub type Set = HashSet<&'static str, BuildHasherDefault<WordHasher>>;

/// Multiplies and rotates eight bytes at a time; most words take one or two steps.
#[derive(Debug, Clone, Default)]
pub struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            let mixed = (self.0.rotate_left(23) ^ u64::from_le_bytes(word))
                .wrapping_add(chunk.len() as u64);
            self.0 = mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        }
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
