//! One file a rule, in families.

pub mod marks;
pub mod numbers;
pub mod quotes;
