//! A difference that two sentences show, and what our article may say elsewhere to take it back.
//!
//! Whoever gives both numbers, both days or both answers tells of two things. What the other
//! article says elsewhere is known once; ours changes with every edit, so that it is asked each time.

use crate::{Difference, dates::When, differ::Facts, polarity};
use std::mem::discriminant;

/// A difference as far as the two sentences and the other article tell.
#[derive(Debug)]
pub(crate) struct Tentative {
    pub(crate) difference: Difference,
    unless: Unless,
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

    /// Whether `ours` leaves it as it is, for the sentence `here`.
    fn stands(&self, (ours, here): (&Facts, usize), theirs: &Facts) -> bool {
        !match self.unless {
            Unless::Number(at) => ours.slots.has(&theirs.slots, at),
            Unless::Statement { at, moving } => {
                polarity::takes_back(&ours.statements, here, at, moving)
            }
            Unless::Date(when) => ours.dates.has(when),
            Unless::Place(name) => ours.places.has(name),
            Unless::Role(at) => ours.roles.takes_back(here, at),
            Unless::Kin(at) => ours.kin.takes_back(here, at),
            Unless::Home(at) => ours.homes.takes_back(here, at),
        }
    }
}

/// Those of `told` that stand: of numbers all, of each other kind the first.
pub(crate) fn standing<'a>(
    told: &'a [Tentative],
    ours: (&Facts, usize),
    theirs: &Facts,
) -> Vec<&'a Difference> {
    let mut standing: Vec<&Tentative> = Vec::new();
    for it in told {
        let number = matches!(it.unless, Unless::Number(_));
        let kind = discriminant(&it.unless);
        let known = standing.iter().any(|other| discriminant(&other.unless) == kind);
        if (number || !known) && it.stands(ours, theirs) {
            standing.push(it);
        }
    }
    standing.into_iter().map(|it| &it.difference).collect()
}
