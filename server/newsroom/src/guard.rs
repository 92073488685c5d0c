//! Keeps what fails on one file from taking the others along.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// What `work` on one file gives; where it panics, words for the user. The panic itself is told on
/// standard error.
pub fn guarded<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    let bug = "presscheck failed on it and goes on with the rest. This is a bug in presscheck; \
               please report it";
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(bug.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_said_and_work_goes_on() {
        let files = ["a", "b", "c"];
        let read = |file: &str| guarded(|| if file == "b" { panic!("on purpose") } else { Ok(1) });
        let read: Vec<_> = files.map(read).into();
        assert_eq!((&read[0], &read[2]), (&Ok(1), &Ok(1)));
        assert!(read[1].as_ref().is_err_and(|said| said.contains("a bug in presscheck")));
    }
}
