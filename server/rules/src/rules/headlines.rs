//! Headlines, held against the story below them.

pub mod against_story;
