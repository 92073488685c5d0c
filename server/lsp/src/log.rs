//! Lines of the editor's log.

/// How much a line of the log matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Something is broken.
    Error,
    /// Something could not be done as asked.
    Warning,
    /// For those who look.
    Log,
}
