//! The `presscheck` command: a thin translation of the rooms to and from the terminal.

mod annotate;
mod annotations;
mod batch;
mod check;
mod compare;
mod corpus;
mod coverage;
mod explain;
mod failure;
mod input;
mod json;
mod tag;
mod terminal;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Checks news copy: who says what, and whether other outlets report it differently.
///
/// Exit code 0: nothing to report. 1: findings at or above --fail-on. 2: something could not be
/// done; it is said on standard error or, for a record of a batch, in its "error" field.
#[derive(Parser)]
#[command(name = "presscheck", version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

/// musl's own allocator is slow, above all where threads share it.
#[cfg(target_env = "musl")]
#[global_allocator]
static ALLOCATOR: dlmalloc::GlobalDlmalloc = dlmalloc::GlobalDlmalloc;

#[derive(Subcommand)]
enum Command {
    Check(Box<check::Arguments>),
    Annotate(annotate::Arguments),
    Compare(compare::Arguments),
    Coverage(coverage::Arguments),
    Corpus(corpus::Arguments),
    Tag(tag::Arguments),
    Explain(explain::Arguments),
    /// Serves an editor on standard input and output, in the Language Server Protocol.
    Lsp,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Annotate(arguments) => annotate::run(&arguments),
        Command::Compare(arguments) => compare::run(&arguments),
        Command::Coverage(arguments) => coverage::run(&arguments),
        Command::Corpus(arguments) => corpus::run(&arguments),
        Command::Tag(arguments) => tag::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Lsp => lsp::run().map_err(Into::into),
    };
    done.unwrap_or_else(|error| {
        // A reader that has seen enough, such as `head`, is no failure of ours.
        if error.is_closed_pipe() {
            return ExitCode::SUCCESS;
        }
        eprintln!("presscheck: {error}");
        ExitCode::from(2)
    })
}
