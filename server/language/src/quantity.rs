//! Quantities: intervals with a unit, what they count, and its state.

use crate::{Sentence, TextRange, Time, Token};

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

/// Finds the quantities of `text`; numbers that are part of a time in `times` are not quantities,
/// except durations and ages.
pub fn find(
    _text: &str,
    _tokens: &[Token],
    _sentences: &[Sentence],
    _times: &[Time],
) -> Vec<Quantity> {
    Vec::new()
}
