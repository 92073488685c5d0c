//! Compares a reading with the other outlets' reports of the same story.
//!
//! In: a [`Reading`] and candidate entries of the corpus. Out: [`Coverage`]: for each sentence who
//! else reports the point and how it differs, in how many independent families; quotes and names
//! as the others have them. Knows nothing of rules or editors, does no I/O; the caller asks the
//! corpus for candidates. Evidence, not verdicts: a difference names both passages and never says
//! which is right.
//!
//! `cover` is the door. `gate` says which articles tell our story, `align` which of their sentences make
//! the point of ours, `event` who does what in a clause, `differ` where two sentences differ, `tellers`
//! who copies whom and what all of them have; `words` is what these ask of words. `pool` and `held` keep
//! what an edit leaves alone.

mod align;
mod compare;
mod cover;
mod differ;
mod event;
mod gate;
mod held;
mod kept;
mod pairs;
mod pool;
mod tellers;
#[cfg(test)]
mod tests;
mod types;
mod words;

pub use compare::{Comparison, Gate, Pair, compare};
pub use cover::{cover, cover_again};
pub use differ::values::{Value, values};
pub use held::Memory;
pub use tellers::missing::{Missing, missing};
pub use tellers::names::unaccented;
pub use types::{
    Citation, Coverage, Difference, DifferenceKind, Family, NameVariant, OfficeVariant, Point,
    QuoteVersion, Relation, Report, Reviewed, Severity, Teller, Text,
};
