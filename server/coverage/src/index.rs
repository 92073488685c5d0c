//! Which lines of an article have a term, so that a line is held against all of them at once.

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasherDefault, Hasher},
};

/// Terms of the lines of an article, in order of term and line.
#[derive(Debug, Default)]
pub(crate) struct Index<T>(Vec<Posting<T>>);

#[derive(Debug, Clone, Copy)]
struct Posting<T> {
    term: u64,
    line: usize,
    value: T,
}

impl<T: Copy> Index<T> {
    /// `terms` come line by line, each with its line.
    pub(crate) fn of(terms: impl Iterator<Item = (u64, usize, T)>) -> Self {
        let postings = terms.map(|(term, line, value)| Posting { term, line, value });
        let mut postings: Vec<Posting<T>> = postings.collect();
        postings.sort_by_key(|posting| posting.term);
        Self(postings)
    }

    /// Calls `each` for every line that has one of `terms`, which are sorted.
    pub(crate) fn meet<U: Copy>(
        &self,
        terms: impl Iterator<Item = (u64, U)>,
        mut each: impl FnMut(U, usize, T),
    ) {
        let mut rest = &self.0[..];
        for (term, ours) in terms {
            rest = &rest[rest.partition_point(|posting| posting.term < term)..];
            for posting in rest.iter().take_while(|posting| posting.term == term) {
                each(ours, posting.line, posting.value);
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
