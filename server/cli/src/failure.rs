//! What keeps a command from being done, in words for the user.

use std::{fmt, io, path::Path};

/// A command could not be done.
#[derive(Debug)]
pub enum Failure {
    /// What was being done, what was expected, what to try.
    Told(String),
    /// Standard output could not be written.
    Output(io::Error),
}

impl Failure {
    /// A file could not be used.
    pub fn at(path: &Path, doing: &str, error: &io::Error) -> Self {
        let hint = match error.kind() {
            io::ErrorKind::NotFound => "; check the spelling of the path",
            io::ErrorKind::PermissionDenied => "; check who may read and write it",
            _ => "",
        };
        Self::Told(format!("{doing} {}: {error}{hint}", path.display()))
    }

    /// Whether the reader of standard output has gone.
    pub fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Told(message) => message.fmt(f),
            Self::Output(error) => write!(f, "writing to standard output: {error}"),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
