//! What words are worth, and when two say the same.

pub(crate) mod background;
pub(crate) mod base;
pub(crate) mod index;
pub(crate) mod kindred;
pub(crate) mod sentence;
pub(crate) mod vectors;
pub(crate) mod weights;
