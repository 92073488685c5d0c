//! What an edit left alone.

use std::ops::Range;

/// Where two states of something in order differ: all before `old` and `new` is the same in both, and
/// so is all after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// What was there.
    pub old: Range<usize>,
    /// What is there instead.
    pub new: Range<usize>,
}

/// Bytes that are compared at one go.
const STRIDE: usize = 256;

impl Changed {
    /// The bytes in which two texts differ. They may cut a character in two.
    pub fn text(old: &str, new: &str) -> Self {
        let (old, new) = (old.as_bytes(), new.as_bytes());
        let strides = old.chunks(STRIDE).zip(new.chunks(STRIDE));
        let from = strides.take_while(|(a, b)| a == b).count() * STRIDE;
        let from = from.min(old.len()).min(new.len());
        let before = from + common(old[from..].iter(), new[from..].iter());
        let (old_rest, new_rest) = (&old[before..], &new[before..]);
        let strides = old_rest.rchunks(STRIDE).zip(new_rest.rchunks(STRIDE));
        let from = strides.take_while(|(a, b)| a == b).count() * STRIDE;
        let from = from.min(old_rest.len()).min(new_rest.len());
        let ends = |rest: &'_ [u8]| rest.len() - from;
        let after = from
            + common(
                old_rest[..ends(old_rest)].iter().rev(),
                new_rest[..ends(new_rest)].iter().rev(),
            );
        Self { old: before..old.len() - after, new: before..new.len() - after }
    }

    /// The items in which two lists differ.
    pub fn list<T>(old: &[T], new: &[T], same: impl Fn(&T, &T) -> bool) -> Self {
        let alike = |(a, b): &(&T, &T)| same(a, b);
        let before = old.iter().zip(new).take_while(alike).count();
        let rests = old[before..].iter().rev().zip(new[before..].iter().rev());
        let after = rests.take_while(alike).count();
        Self { old: before..old.len() - after, new: before..new.len() - after }
    }

    /// Where what is at `new` was, if it is the same there.
    pub fn old(&self, new: usize) -> Option<usize> {
        if new < self.new.start {
            return Some(new);
        }
        (self.new.end <= new).then(|| new - self.new.end + self.old.end)
    }

    /// Where what was at `old`, behind the change, is now.
    pub fn moved(&self, old: usize) -> usize {
        old + self.new.end - self.old.end
    }
}

fn common<'a>(one: impl Iterator<Item = &'a u8>, other: impl Iterator<Item = &'a u8>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, after: &str, (old, new): (Range<usize>, Range<usize>)) {
        assert_eq!(Changed::text(before, after), Changed { old, new });
    }

    #[test]
    fn all_before_and_after_is_the_same() {
        check("", "", (0..0, 0..0));
        check("one", "one", (3..3, 3..3));
        check("one two", "one or two", (4..4, 4..7));
        check("aaa", "aa", (2..3, 2..2));
        check("“", "”", (2..3, 2..3));
        let long = "word ".repeat(STRIDE);
        let edited = format!("{}X{}", &long[..700], &long[701..]);
        check(&long, &edited, (700..701, 700..701));
        check(&long, &format!("{long}!"), (long.len()..long.len(), long.len()..long.len() + 1));
        check(&long, &long[5..], (long.len() - 5..long.len(), long.len() - 5..long.len() - 5));
    }

    #[test]
    fn what_is_the_same_is_found_where_it_was() {
        let changed = Changed::list(&[1, 2, 3, 4], &[1, 9, 9, 9, 4], |a, b| a == b);
        assert_eq!([0, 1, 3, 4].map(|at| changed.old(at)), [Some(0), None, None, Some(3)]);
        assert_eq!(changed.moved(3), 4);
    }
}
