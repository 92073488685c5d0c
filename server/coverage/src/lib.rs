//! Compares a reading with the other outlets' reports of the same story.
//!
//! In: a [`Reading`] and candidate entries of the corpus. Out: [`Coverage`]: for each sentence who
//! else reports the point and how it differs, in how many independent families; quotes and names
//! as the others have them. Knows nothing of rules or editors, does no I/O; the caller asks the
//! corpus for candidates. Evidence, not verdicts: a difference names both passages and never says
//! which is right.

mod agenda;
mod align;
mod anchors;
mod assertion;
mod at;
mod auxiliaries;
mod background;
mod base;
mod citations;
mod clause;
mod compare;
mod cover;
mod dates;
mod differ;
mod doubt;
mod event;
mod facts;
mod family;
mod gate;
mod held;
mod homes;
mod index;
mod kept;
mod kin;
mod kindred;
mod lands;
mod leads;
mod missing;
mod names;
mod number;
mod offices;
mod people;
mod phrase;
mod places;
mod point;
mod polarity;
mod pool;
mod predicate;
mod quotes;
mod reviews;
mod roles;
mod said;
mod scene;
mod sentence;
mod slots;
mod stance;
mod standing;
mod statement;
#[cfg(test)]
mod tests;
mod together;
mod topic;
mod types;
mod values;
mod vectors;
mod weights;
mod when;
mod who;
mod whose;

pub use compare::{Comparison, Gate, Pair, compare};
pub use cover::{cover, cover_again};
pub use held::Memory;
pub use missing::{Missing, missing};
pub use names::unaccented;
pub use types::{
    Citation, Coverage, Difference, DifferenceKind, Family, NameVariant, OfficeVariant, Point,
    QuoteVersion, Relation, Report, Reviewed, Severity, Teller, Text,
};
pub use values::{Value, values};
