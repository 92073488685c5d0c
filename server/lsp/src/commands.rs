//! Commands that an editor can have the server carry out.

/// Shows a place: `{ "uri": …, "range": … }`.
pub const SHOW: &str = "presscheck.show";

/// Makes a change that was on offer, in files of which some are not there yet: for editors that
/// cannot create files. `[{ where it was on offer }, "its title"]`.
pub const APPLY: &str = "presscheck.apply";

/// Writes the story report of an open file, and opens it in the browser if asked:
/// `["its URI", true]`. For editors that have no view of their own for it; the answer is the URI of
/// the page.
pub const WRITE_REPORT: &str = "presscheck.writeStoryReport";

/// All commands.
pub const ALL: [&str; 3] = [SHOW, APPLY, WRITE_REPORT];
