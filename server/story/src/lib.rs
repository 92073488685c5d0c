//! The story report: who reports what, on one page.
//!
//! In: an article's [`sourcing::Reading`] and its [`coverage::Coverage`]. Out: a [`Story`], which
//! holds what the report says, and the report itself as a web page or as text. The command line
//! prints it and the editors show it; both get the same bytes. Knows nothing of rules, protocols or
//! files: who shows the report says where links lead. Pure.
//!
//! From the facts to the page: `tell` gathers a [`Story`] from what the rooms above found, with one
//! file for each part of it; `page` sets it as HTML, `text` for a terminal. Style and script of the
//! page stand in `assets/`; it asks for nothing else, and says all it has to say without the script.

mod articles;
mod diff;
mod figures;
mod outlets;
mod page;
mod points;
mod quotes;
mod sources;
mod spot;
mod tell;
#[cfg(test)]
mod tests;
mod text;
mod types;
mod words;

pub use diff::changed;
pub use page::html;
pub use spot::relative;
pub use tell::tell;
pub use text::text;
pub use types::{
    Alone, Article, Family, Figure, Figures, Missing, Passage, Piece, Point, Quote, Report, Source,
    Spelling, Standing, Story, Version,
};
pub use words::{cited, count, list, wrapped};
