//! Names and their spelling.

pub mod spelling;
