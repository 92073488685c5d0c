//! `presscheck.toml`: what can be set.

use globset::GlobSet;
use std::{fmt, path::PathBuf};

/// What `presscheck.toml` says.
#[derive(Debug, Clone)]
pub struct Config {
    /// The file, where there is one.
    pub path: Option<PathBuf>,
    /// The desk's own outlet.
    pub outlet: Option<String>,
    /// Language of the copy, as an ISO 639 code.
    pub language: String,
    /// What is set about rules.
    pub rules: rules::Settings,
    /// Days before and after an article in which others count as news of the same event.
    pub window_days: u32,
    /// Most memory for what articles say, in MiB; what does not fit is read again when it is needed.
    pub memory_mb: u32,
    /// Files that are articles, relative to the newsroom's folder; empty means every text file.
    pub include: GlobSet,
    /// Files that are not, even where `include` has them; relative to the newsroom's folder, and for
    /// files outside it to the folder of `also` that they lie in.
    pub exclude: GlobSet,
    /// Folders and files besides the newsroom's folder whose articles count, whatever `include` says;
    /// absolute.
    pub also: Vec<PathBuf>,
    /// Outlets by the files that are theirs, for files that do not say so.
    pub outlets: Vec<(String, GlobSet)>,
    /// Where quote tags are written; `None` leaves it to the format of the file.
    pub annotations: Option<Annotations>,
}

/// Where quote tags are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Annotations {
    /// In a file beside the article.
    Sidecar,
    /// In the copy.
    Inline,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            path: None,
            outlet: None,
            language: "en".into(),
            rules: rules::Settings::default(),
            window_days: 7,
            memory_mb: 512,
            include: GlobSet::empty(),
            exclude: GlobSet::empty(),
            also: Vec::new(),
            outlets: Vec::new(),
            annotations: None,
        }
    }
}

/// Something in a configuration file that could not be used; the rest is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigProblem {
    /// The file.
    pub path: PathBuf,
    /// Line, from 1.
    pub line: usize,
    /// What was expected and what to try.
    pub message: String,
}

impl fmt::Display for ConfigProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path.display(), self.line, self.message)
    }
}
