//! Names: their spelling, and who holds which office.

pub mod office;
pub mod spelling;
