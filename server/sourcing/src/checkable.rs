//! Why a statement can be checked.

use std::fmt;

/// Why a statement can be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Checkable {
    /// It gives a quantity.
    Number,
    /// It gives a time.
    Date,
    /// "first", "largest", "never before".
    Superlative,
    /// It says somebody did wrong.
    Accusation,
    /// It says what led to what.
    Cause,
    /// It says what happened or changed.
    Event,
}

/// Several reasons of those, each once. An article has one such set for every clause, so it lives
/// without an allocation.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Checkables(u8);

impl Checkable {
    const ALL: [Self; 6] =
        [Self::Number, Self::Date, Self::Superlative, Self::Accusation, Self::Cause, Self::Event];
}

impl Checkables {
    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether `reason` is one of them.
    pub fn contains(self, reason: Checkable) -> bool {
        self.0 & (1 << reason as u8) != 0
    }

    /// They, in order.
    pub fn iter(self) -> impl Iterator<Item = Checkable> {
        Checkable::ALL.into_iter().filter(move |&reason| self.contains(reason))
    }
}

impl Extend<Checkable> for Checkables {
    fn extend<T: IntoIterator<Item = Checkable>>(&mut self, reasons: T) {
        for reason in reasons {
            self.0 |= 1 << reason as u8;
        }
    }
}

impl FromIterator<Checkable> for Checkables {
    fn from_iter<T: IntoIterator<Item = Checkable>>(reasons: T) -> Self {
        let mut all = Self::default();
        all.extend(reasons);
        all
    }
}

impl fmt::Debug for Checkables {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
