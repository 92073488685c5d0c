//! The files beside an article.

/// The files beside an article that a fix may change, as they stand, and how they name the article.
#[derive(Debug, Clone, Copy, Default)]
pub struct Beside<'a> {
    /// The article in the ignore file: its path in the newsroom.
    pub id: &'a str,
    /// The article in its sidecar: the name of its file.
    pub name: &'a str,
    /// Whether quotes are tagged in the copy; else in the sidecar.
    pub inline: bool,
    /// The text of the sidecar, where there is one.
    pub sidecar: Option<&'a str>,
    /// The text of `presscheck.ignore.toml`, where there is one.
    pub ignores: Option<&'a str>,
    /// The text of `presscheck.toml`, where there is one.
    pub config: Option<&'a str>,
}
