//! Dates that cannot be right.

pub mod weekday;
