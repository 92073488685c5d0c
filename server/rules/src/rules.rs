//! One file a rule, in families.

pub mod across;
pub mod dates;
pub mod headlines;
pub mod marks;
pub mod names;
pub mod numbers;
pub mod quotes;
pub mod sourcing;
