//! Quoted words: whose they are, and whether others have the same.

pub mod unbalanced;
