//! Numbers that cannot be right.

pub mod malformed;
