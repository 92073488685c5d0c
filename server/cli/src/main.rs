//! The `presscheck` command.

mod annotate;
mod compare;
mod json;

use std::process::ExitCode;

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("annotate") => annotate::run(),
        Some("compare") => compare::run(),
        _ => {
            eprintln!("presscheck: expected a command: annotate or compare");
            ExitCode::from(2)
        }
    }
}
