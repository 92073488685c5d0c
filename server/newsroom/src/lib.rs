//! A newsroom: a folder of articles with its `presscheck.toml`, checked.
//!
//! In: a path. Out: [`Checked`] articles. This is the one engine behind the editor and the command
//! line, so that both find the same things: it finds the configuration, reads the folder's files
//! into the corpus, and takes an article through every room. Knows nothing of protocols.

mod checked;
mod config;
mod folder;

pub use checked::Checked;
pub use config::{Config, ConfigProblem};
pub use folder::{Newsroom, Skipped};
