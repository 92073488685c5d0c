//! A difference that two sentences show, and what our article may say elsewhere to take it back.
//!
//! Whoever gives both numbers, both days or both answers tells of two things. What the other
//! article says elsewhere is known once; ours changes with every edit, so that it is asked each time.

use crate::{Difference, differ::when::When};

/// A difference as far as the two sentences and the other article tell.
#[derive(Debug)]
pub(crate) struct Tentative {
    pub(crate) difference: Difference,
    pub(crate) unless: Unless,
}

/// What in our article takes a difference back.
#[derive(Debug)]
pub(crate) enum Unless {
    /// This number of theirs.
    Number(usize),
    /// What contradicts this statement of our sentence.
    Statement {
        at: usize,
        moving: bool,
    },
    /// Their time.
    Date(When),
    /// Their place.
    Place(&'static str),
    /// What contradicts this role, tie or home of our sentence.
    Role(usize),
    Kin(usize),
    Home(usize),
}

impl Tentative {
    pub(crate) fn new(difference: Difference, unless: Unless) -> Self {
        Self { difference, unless }
    }
}
