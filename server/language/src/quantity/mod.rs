//! Quantities: intervals with a unit, what they count, and its state.
//!
//! Two quantities are compared by [`Quantity::comparable`]: only numbers of one measure and unit,
//! and only by their intervals, which take rounding and bounds into account.

mod amount;
mod draft;
mod find;
mod kind;
mod label;
mod last;
pub(crate) mod modifier;
mod none;
mod noun;
mod state;
#[cfg(test)]
mod tests;
mod unit;

pub(crate) use find::find;

use crate::TextRange;

/// The words that stand around numbers, by what they do there.
const WORDS: &str = include_str!("../../data/quantity-words.txt");

/// A quantity as said and as meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The expression with modifier, number and unit: "at least 12 people".
    pub range: TextRange,
    /// The number alone: "12".
    pub number: TextRange,
    /// The number as said.
    pub value: f64,
    /// Least it can mean; `None` is unbounded. Rounding and "nearly" are taken into account.
    pub low: Option<f64>,
    /// Most it can mean; `None` is unbounded.
    pub high: Option<f64>,
    /// Bound or approximation word.
    pub modifier: Modifier,
    /// What kind of measure it is.
    pub measure: Measure,
    /// Unit in base form: "person", "dollar", "percent", "hour", "kilometre"; empty for none.
    pub unit: String,
    /// Lemma of what is counted: "people", "house", "drone".
    pub counts: Option<String>,
    /// State of the counted: killed, injured.
    pub state: Option<State>,
    /// The second number of a range or a score as said: 15 of "10 to 15", 1 of "3-1"; 1,000 for
    /// "hundreds".
    pub upper: Option<f64>,
    /// No number was said: "hundreds", "several", "a few".
    pub vague: bool,
    /// Whether it is a whole that can be compared.
    pub role: Role,
    /// What a rate is for: "season" in "$22 million per season".
    pub per: Option<String>,
}

/// What a quantity is within its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Role {
    /// Stands for itself.
    #[default]
    Whole,
    /// Of a larger one: "two of the five".
    Part,
    /// On top of another: "another 70", "five others".
    More,
    /// What it was before: "up from 24".
    Before,
    /// Those who did it, not those it happened to: "eight officers arrested two".
    Agent,
}

impl Quantity {
    /// What it means in the base unit of its measure (seconds, metres, square metres, kilograms,
    /// metres per second, degrees Celsius, per cent; money stays in its currency), with a key:
    /// intervals under different keys must not be compared. `None` for what is never compared.
    pub fn comparable(&self) -> Option<Comparable<'_>> {
        if matches!(self.measure, Measure::Untyped | Measure::Ordinal) || self.role != Role::Whole {
            return None;
        }
        let (unit, factor, offset) = unit::base(&self.unit);
        let convert = |value: f64| value * factor + offset;
        let mut interval = Interval { low: self.low.map(convert), high: self.high.map(convert) };
        if matches!(self.modifier, Modifier::Exactly | Modifier::Up | Modifier::Down) {
            interval = interval.inside();
        }
        Some(Comparable { measure: self.measure, unit, per: self.per.as_deref(), interval })
    }
}

/// A quantity in base units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparable<'a> {
    /// What is measured.
    pub measure: Measure,
    /// Base unit, or the currency.
    pub unit: &'a str,
    /// What a rate is for.
    pub per: Option<&'a str>,
    /// From the least to the most it can mean.
    pub interval: Interval,
}

/// A closed interval; an open end is unbounded.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Interval {
    /// Least value.
    pub low: Option<f64>,
    /// Greatest value.
    pub high: Option<f64>,
}

impl Interval {
    /// The same without its very ends: what rounds to 6.1 and what rounds to 6.2 meet in 6.15 but
    /// share nothing.
    fn inside(self) -> Self {
        let (Some(low), Some(high)) = (self.low, self.high) else { return self };
        let hair = (high - low) * 1e-6;
        Self { low: Some(low + hair), high: Some(high - hair) }
    }

    /// Whether some value lies in both.
    pub fn overlaps(self, other: Self) -> bool {
        let below = |a: Option<f64>, b: Option<f64>| !matches!((a, b), (Some(a), Some(b)) if a < b);
        below(self.high, other.low) && below(other.high, self.low)
    }
}

/// Bound or approximation word before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Modifier {
    /// As said.
    #[default]
    Exactly,
    /// about, nearly, some, roughly.
    About,
    /// less than.
    Less,
    /// more than, over.
    More,
    /// at most, up to.
    AtMost,
    /// at least.
    AtLeast,
    /// rose by, up.
    Up,
    /// fell by, down.
    Down,
}

/// What kind of measure a number gives. Only numbers of the same measure and unit are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Measure {
    /// People or things.
    Count,
    /// Money.
    Money,
    /// Per cent or percentage points.
    Percent,
    /// How long.
    Duration,
    /// How far, high, long.
    Distance,
    /// How much ground.
    Area,
    /// How heavy.
    Weight,
    /// How warm.
    Temperature,
    /// How fast.
    Speed,
    /// How old.
    Age,
    /// Of an earthquake.
    Magnitude,
    /// Of a game or a vote: "3-1".
    Score,
    /// Any other physical unit: volume, power, pressure, data.
    Physical,
    /// first, second.
    Ordinal,
    /// A number the reader could not type; never compared.
    #[default]
    Untyped,
}

/// What happened to those counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// dead
    Killed,
    /// hurt
    Injured,
    /// not found
    Missing,
    /// detained
    Arrested,
    /// brought to safety
    Evacuated,
    /// driven from home
    Displaced,
    /// saved
    Rescued,
    /// in hospital
    Hospitalised,
    /// charged
    Charged,
    /// without power, water
    CutOff,
    /// destroyed
    Destroyed,
    /// damaged
    Damaged,
}

impl State {
    /// The word for it in messages and in the machine contract.
    pub fn word(self) -> &'static str {
        match self {
            Self::Killed => "killed",
            Self::Injured => "injured",
            Self::Missing => "missing",
            Self::Arrested => "arrested",
            Self::Evacuated => "evacuated",
            Self::Displaced => "displaced",
            Self::Rescued => "rescued",
            Self::Hospitalised => "hospitalised",
            Self::Charged => "charged",
            Self::CutOff => "cut off",
            Self::Destroyed => "destroyed",
            Self::Damaged => "damaged",
        }
    }
}
