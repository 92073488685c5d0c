//! Which differences stand once our whole article is asked.

use crate::{
    Difference,
    differ::{
        doubt::{Tentative, Unless},
        facts::Facts,
        polarity,
    },
};
use std::mem::discriminant;

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
        if (number || !known) && stands(&it.unless, ours, theirs) {
            standing.push(it);
        }
    }
    standing.into_iter().map(|it| &it.difference).collect()
}

/// Whether `ours` leaves it as it is, for the sentence `here`.
fn stands(unless: &Unless, (ours, here): (&Facts, usize), theirs: &Facts) -> bool {
    !match *unless {
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
