//! Commands that an editor can have the server carry out.

/// Shows a place: `{ "uri": …, "range": … }`.
pub const SHOW: &str = "presscheck.show";

/// Makes a change that was on offer, in files of which some are not there yet: for editors that
/// cannot create files. `[{ where it was on offer }, "its title"]`.
pub const APPLY: &str = "presscheck.apply";

/// All commands.
pub const ALL: [&str; 2] = [SHOW, APPLY];
