//! Which lines of an article have a term, so that a line is held against all of them at once.

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasherDefault, Hasher},
};

/// Terms of the lines of an article, in order, each with the lines that have it. It is looked through
/// for each line of another article, so that it is kept small.
#[derive(Debug, Default)]
pub(crate) struct Index {
    terms: Vec<u64>,
    /// Where the postings of each term begin; those of the last reach to the end.
    starts: Vec<usize>,
    postings: Vec<Posting>,
}

/// A line that has a term, and what the term is worth in it.
#[derive(Debug, Clone, Copy)]
struct Posting {
    line: u32,
    value: f32,
}

impl Index {
    /// `found` has the terms of each line once, with the line and what they are worth there.
    pub(crate) fn of(found: impl Iterator<Item = (u64, usize, f32)>) -> Self {
        let mut found: Vec<(u64, usize, f32)> = found.collect();
        found.sort_unstable_by_key(|(term, line, _)| (*term, *line));
        let mut index = Self::default();
        for (term, line, value) in found {
            let Ok(line) = u32::try_from(line) else { continue };
            if index.terms.last() != Some(&term) {
                index.terms.push(term);
                index.starts.push(index.postings.len());
            }
            index.postings.push(Posting { line, value });
        }
        index
    }

    /// Calls `each` for every line that has one of `terms`, which are sorted.
    pub(crate) fn meet<T: Copy>(
        &self,
        terms: impl Iterator<Item = (u64, T)>,
        mut each: impl FnMut(T, usize, f32),
    ) {
        let mut at = 0;
        for (term, ours) in terms {
            at += self.terms[at..].partition_point(|known| *known < term);
            if self.terms.get(at) == Some(&term) {
                let past = self.starts.get(at + 1).copied().unwrap_or(self.postings.len());
                for posting in &self.postings[self.starts[at]..past] {
                    each(ours, posting.line as usize, posting.value);
                }
            }
        }
    }
}

/// A map from terms.
pub(crate) type TermMap<T> = HashMap<u64, T, BuildHasherDefault<TermHasher>>;

/// A set of terms.
pub(crate) type TermSet = HashSet<u64, BuildHasherDefault<TermHasher>>;

/// Terms are hashes already.
#[derive(Debug, Default)]
pub(crate) struct TermHasher(u64);

impl Hasher for TermHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(self.0.rotate_left(8) ^ u64::from(*byte));
        }
    }

    fn write_u64(&mut self, term: u64) {
        // Spreads what is in the lowest bits, where hashes of short words differ, over all.
        self.0 = term.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
