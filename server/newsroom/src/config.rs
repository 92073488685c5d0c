//! `presscheck.toml`.

use std::path::PathBuf;

/// What `presscheck.toml` says.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The file, where there is one.
    pub path: Option<PathBuf>,
    /// The desk's own outlet.
    pub outlet: Option<String>,
    /// What is set about rules.
    pub rules: rules::Settings,
    /// Days before and after an article in which others count as news of the same event.
    pub window_days: u32,
}

/// Something in `presscheck.toml` that could not be used; the rest is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigProblem {
    /// The file.
    pub path: PathBuf,
    /// Line, from 1.
    pub line: usize,
    /// What was expected and what to try.
    pub message: String,
}
