//! The quantity before the one that is read, and how that one leans on it.

use super::{Measure, Modifier, Role, draft::Draft, modifier::Bound, unit::Unit};

/// What the quantity right before was, for one that leans on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Last {
    /// One past its last piece.
    end: usize,
    unit: Option<Unit>,
    measure: Measure,
    bound: Bound,
    direction: Option<Modifier>,
    role: Role,
}

impl Draft<'_, '_> {
    /// What the next quantity can lean on.
    pub fn last(&self) -> Last {
        Last {
            end: self.end,
            unit: self.unit,
            measure: self.measure,
            bound: self.bound,
            direction: self.direction,
            role: self.role,
        }
    }

    /// "about 12 miles (19 km)": what a bracket converts is as exact as what goes before.
    pub fn convert(&mut self) {
        let Some(last) = self.last.filter(|last| last.end + 1 == self.start) else { return };
        let plain = self.bound == Bound::Bare && self.direction.is_none() && self.unit.is_some();
        if plain && self.pieces.before(self.start) == "(" && last.measure == self.measure {
            self.bound = last.bound;
            self.direction = last.direction;
        }
    }

    /// "from 208 pounds to 193": the level has the unit of what it was before.
    pub fn lean(&mut self) {
        let Some(last) = self.last.filter(|last| last.role == Role::Before) else { return };
        let near = self.pieces.before(self.start) == "to" && self.start <= last.end + 6;
        if near && self.measure == Measure::Untyped && last.unit.is_some() {
            self.unit = last.unit;
            self.measure = last.measure;
        }
    }
}
