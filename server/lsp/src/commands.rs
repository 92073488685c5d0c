//! Commands that an editor can have the server carry out.

/// Shows a place: `{ "uri": …, "range": … }`.
pub const SHOW: &str = "presscheck.show";

/// All commands.
pub const ALL: [&str; 1] = [SHOW];
