//! The articles that tell the story: who copies or cites whom, how they spell names, and what they have
//! that we have not.

pub(crate) mod citations;
pub(crate) mod family;
pub(crate) mod missing;
pub(crate) mod names;
pub(crate) mod reviews;
