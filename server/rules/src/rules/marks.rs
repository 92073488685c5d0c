//! Marks that the desk left for itself.

pub mod unfinished;
