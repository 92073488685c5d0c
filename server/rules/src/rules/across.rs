//! Values that other outlets have differently.

pub mod conflict;
