//! What is found out once for each two candidates.

use std::sync::OnceLock;

/// A value for each two of some things, made when it is asked for.
#[derive(Debug)]
pub(crate) struct Pairs<T>(Vec<OnceLock<T>>);

impl<T> Pairs<T> {
    /// None yet, of `count` things.
    pub(crate) fn of(count: usize) -> Self {
        let pairs = count * count.saturating_sub(1) / 2;
        Self((0..pairs).map(|_| OnceLock::new()).collect())
    }

    /// The value for `one` and `other`, which are two; `make` takes the later and the earlier.
    pub(crate) fn get(&self, one: usize, other: usize, make: impl FnOnce(usize, usize) -> T) -> &T {
        let (later, earlier) = (one.max(other), one.min(other));
        self.0[later * (later - 1) / 2 + earlier].get_or_init(|| make(later, earlier))
    }
}
