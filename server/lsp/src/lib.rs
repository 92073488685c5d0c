//! The language server: the protocol in front of the newsroom.
//!
//! In: messages of an editor on standard input. Out: diagnostics, hovers, code actions. A thin
//! translation: nothing is decided here. UTF-16 and UTF-8 positions exist only in this room, and
//! only `to_proto` and `from_proto` name a protocol type and one of ours together.
//!
//! Handlers (`server`) change the `state` at once and return; the `analysis` thread takes
//! snapshots of it, checks, puts results back and publishes. Requests are answered from results.

mod actions;
mod analysis;
mod answers;
mod commands;
mod completion;
mod definition;
mod directory;
mod document;
mod files;
mod folding;
mod framing;
mod from_proto;
mod highlight;
mod hover;
mod inlay;
mod lens;
mod links;
mod log;
mod offers;
mod outbox;
mod outline;
mod page;
mod passage;
mod pipes;
mod position;
mod preferences;
mod ready;
mod references;
mod rename;
mod rooms;
mod rule_pages;
mod selection;
mod sent;
mod server;
mod session;
mod state;
mod story_page;
mod to_proto;
mod tokens;
#[cfg(test)]
mod under_fire;

use std::{
    io,
    process::ExitCode,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::io::{AsyncRead, AsyncWrite};
use tower_lsp::LspService;

pub use document::{Change, Document};
pub use position::{Encoding, LineIndex, Position};

/// Messages in work at one time. Handlers are short; the room is for requests that wait for the
/// newest text to be checked, so that they hold up nothing else.
const IN_WORK: usize = 64;

/// Bytes of input that may wait between its reader and the framework.
const PIPE: usize = 1 << 16;

/// How long an editor that says no more may take to read the rest. Without an end, one that died
/// with its end of the pipe still open would keep the process.
const PATIENCE: Duration = Duration::from_secs(5);

/// Serves one editor on standard input and output until it says goodbye or is gone. Succeeds when
/// it asked for the shutdown first, as the protocol wants it.
pub fn run() -> io::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (input, output) = (pipes::Input::open()?, pipes::Output::open()?);
    let polite = runtime.block_on(serve(input, output.clone()));
    output.finish(PATIENCE);
    // A blocked read of standard input must not keep the process alive.
    runtime.shutdown_background();
    Ok(if polite { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Serves one editor, who writes to `input` and reads `output`, until it says goodbye or is gone.
/// Whether it asked for the shutdown first.
pub async fn serve(
    input: impl AsyncRead + Unpin + Send + 'static,
    output: impl AsyncWrite + Unpin,
) -> bool {
    let farewell = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&farewell);
    let mut editor = None;
    let (service, socket) = LspService::build(|client| {
        editor = Some(client.clone());
        server::Server::new(client, told)
    })
    .custom_method("$/setTrace", server::Server::set_trace)
    .custom_method("window/workDoneProgress/cancel", server::Server::cancel_progress)
    .custom_method("presscheck/report", server::Server::article_report)
    .custom_method("presscheck/storyReport", server::Server::story_report)
    .finish();
    let (messages, passed_on) = tokio::io::duplex(PIPE);
    let reading = tokio::spawn(framing::pass_on(input, passed_on, move |line| {
        // In a task of its own: reading must not wait for an editor that does not read.
        if let Some(editor) = editor.clone() {
            let error = to_proto::message_type(log::Weight::Error);
            tokio::spawn(async move { editor.log_message(error, line).await });
        }
    }));
    let serving = tower_lsp::Server::new(messages, output, socket).concurrency_level(IN_WORK);
    let gone = async {
        let _ = reading.await;
        tokio::time::sleep(PATIENCE).await;
    };
    tokio::select! {
        () = serving.serve(service) => {}
        () = gone => {}
    }
    farewell.load(Ordering::Relaxed)
}
