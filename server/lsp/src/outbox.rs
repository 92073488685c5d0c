//! What the server sends of its own accord.
//!
//! Only for threads and tasks of ours, never for a handler: a handler that waits for the editor
//! holds up every other message.

use crate::{
    log::Weight,
    session::Refresh,
    state::{DocumentId, lock},
    to_proto,
};
use serde_json::Value;
use std::{
    collections::HashMap,
    fmt,
    fs::File,
    ops::ControlFlow,
    path::PathBuf,
    sync::{
        Arc, Mutex, Weak,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::{runtime::Handle, sync::watch};
use tower_lsp::{
    Client,
    ls_types::{
        ConfigurationItem, Diagnostic, LogTraceParams, ProgressToken, Registration,
        ShowDocumentParams, TextDocumentIdentifier, Unregistration, WorkspaceEdit,
        notification::LogTrace,
    },
};

/// How long an editor may take to agree to something before it is done without.
const PATIENCE: Duration = Duration::from_secs(10);

/// Sends to the editor. Calls return when the message is on its way, so that a slow editor slows
/// its sender and nothing piles up.
#[derive(Clone)]
pub struct Outbox {
    client: Client,
    runtime: Handle,
    /// Whether the editor shows progress.
    progress: bool,
    /// Work whose progress is shown, by its token.
    works: Arc<Mutex<HashMap<ProgressToken, Weak<AtomicBool>>>>,
}

impl fmt::Debug for Outbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outbox").finish_non_exhaustive()
    }
}

impl Outbox {
    /// Sends through `client`; made inside the runtime that serves it.
    pub fn new(client: Client, progress: bool) -> Self {
        Self { client, runtime: Handle::current(), progress, works: Arc::default() }
    }

    /// Shows `diagnostics` in place of all earlier ones of the file.
    pub fn publish(&self, id: &DocumentId, diagnostics: Vec<Diagnostic>, version: Option<i32>) {
        if let Some(uri) = to_proto::uri(id) {
            self.runtime.block_on(self.client.publish_diagnostics(uri, diagnostics, version));
        }
    }

    /// Says that there is a new report of the file.
    pub fn checked(&self, id: &DocumentId) {
        if let Some(uri) = to_proto::uri(id) {
            let file = TextDocumentIdentifier { uri };
            self.runtime.block_on(self.client.send_notification::<to_proto::FileChecked>(file));
        }
    }

    /// Writes a line to the editor's log.
    pub fn log(&self, weight: Weight, line: impl fmt::Display) {
        self.runtime.block_on(self.client.log_message(to_proto::message_type(weight), line));
    }

    /// The same from a task of its own, for those who must not wait.
    pub fn say(&self, weight: Weight, line: String) {
        let client = self.client.clone();
        self.runtime.spawn(async move {
            client.log_message(to_proto::message_type(weight), line).await;
        });
    }

    /// Says what was done, to those who trace the server.
    pub fn trace(&self, message: String, verbose: Option<String>) {
        let params = LogTraceParams { message, verbose };
        self.runtime.block_on(self.client.send_notification::<LogTrace>(params));
    }

    /// Asks the editor, from a task of its own, to tell of changes.
    pub fn register(&self, registrations: Vec<Registration>) {
        let client = self.client.clone();
        self.runtime.spawn(async move {
            if let Err(error) = client.register_capability(registrations).await {
                let line = format!("the editor does not tell presscheck of changes: {error}");
                client.log_message(to_proto::message_type(Weight::Warning), line).await;
            }
        });
    }

    /// Asks the editor, from a task of its own, to tell of these changes no more.
    pub fn unregister(&self, registrations: Vec<Unregistration>) {
        let client = self.client.clone();
        // An editor that refuses tells of more than it need.
        self.runtime.spawn(async move { client.unregister_capability(registrations).await });
    }

    /// Asks the editor, from a task of its own, for the user's settings; `heard` takes them.
    pub fn ask_settings(&self, heard: impl FnOnce(Value) + Send + 'static) {
        let client = self.client.clone();
        let item = ConfigurationItem { scope_uri: None, section: Some("presscheck".into()) };
        self.runtime.spawn(async move {
            let answered = tokio::time::timeout(PATIENCE, client.configuration(vec![item])).await;
            if let Ok(Ok(mut settings)) = answered {
                heard(settings.pop().unwrap_or_default());
            }
        });
    }

    /// Shows the user a line, from a task of its own.
    pub fn tell(&self, line: String) {
        let client = self.client.clone();
        self.runtime.spawn(async move {
            client.show_message(to_proto::message_type(Weight::Warning), line).await;
        });
    }

    /// Has the editor, from a task of its own, make an edit in files of which `missing` are first
    /// created, empty. What it refuses leaves none of them behind.
    pub fn apply(&self, edit: WorkspaceEdit, missing: Vec<PathBuf>) {
        let client = self.client.clone();
        self.runtime.spawn(async move {
            let created = missing.iter().try_for_each(|path| File::create_new(path).map(drop));
            let refused = match created {
                Err(error) => Some(error.to_string()),
                Ok(()) => match client.apply_edit(edit).await {
                    Ok(answer) if answer.applied => None,
                    Ok(answer) => Some(answer.failure_reason.unwrap_or_default()),
                    Err(error) => Some(error.to_string()),
                },
            };
            let Some(reason) = refused else { return };
            for path in missing.iter().filter(|path| path.metadata().is_ok_and(|it| it.len() == 0))
            {
                let _ = std::fs::remove_file(path);
            }
            let line = format!("presscheck: the change could not be made. {reason}");
            client.show_message(to_proto::message_type(Weight::Warning), line.trim_end()).await;
        });
    }

    /// Has the editor, from a task of its own, show a place.
    pub fn show(&self, place: ShowDocumentParams) {
        let client = self.client.clone();
        self.runtime.spawn(async move {
            let _ = tokio::time::timeout(PATIENCE, client.show_document(place)).await;
        });
    }

    /// Tells the editor, from a task of its own, that what it shows beside the words is out of date.
    pub fn refresh(&self, outdated: Vec<Refresh>) {
        let client = self.client.clone();
        self.runtime.spawn(async move {
            for what in outdated {
                let told = async {
                    match what {
                        Refresh::Findings => client.workspace_diagnostic_refresh().await,
                        Refresh::Hints => client.inlay_hint_refresh().await,
                        Refresh::Lenses => client.code_lens_refresh().await,
                        Refresh::Tokens => client.semantic_tokens_refresh().await,
                    }
                };
                // An editor that refuses asks again in its own time.
                let _ = tokio::time::timeout(PATIENCE, told).await;
            }
        });
    }

    /// Begins to show progress; it ends when what is returned is dropped. The work itself never
    /// waits for the editor.
    pub fn progress(&self, title: String) -> Progress {
        let (counts, seen) = watch::channel((0, 0));
        let cancelled = Arc::default();
        if self.progress {
            let number = self.client.next_request_id();
            let token = ProgressToken::String(format!("presscheck/{number}"));
            let mut works = lock(&self.works);
            works.retain(|_, work| work.strong_count() != 0);
            works.insert(token.clone(), Arc::downgrade(&cancelled));
            self.runtime.spawn(show(self.client.clone(), token, title, seen));
        }
        Progress { counts, cancelled }
    }

    /// The user wants this work no more.
    pub fn cancel(&self, token: &ProgressToken) {
        let work = lock(&self.works).remove(token);
        if let Some(cancelled) = work.and_then(|work| work.upgrade()) {
            cancelled.store(true, Ordering::Relaxed);
        }
    }
}

/// Progress of a piece of work.
#[derive(Debug)]
pub struct Progress {
    counts: watch::Sender<(usize, usize)>,
    cancelled: Arc<AtomicBool>,
}

impl Progress {
    /// `done` of `total` pieces are done; whether to go on.
    pub fn report(&self, done: usize, total: usize) -> ControlFlow<()> {
        self.counts.send_replace((done, total));
        let cancelled = self.cancelled.load(Ordering::Relaxed);
        if cancelled { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

async fn show(
    client: Client,
    token: ProgressToken,
    title: String,
    mut seen: watch::Receiver<(usize, usize)>,
) {
    let created = tokio::time::timeout(PATIENCE, client.create_work_done_progress(token.clone()));
    let Ok(Ok(())) = created.await else { return };
    let progress = client.progress(token, title).with_percentage(0).with_cancel_button();
    let progress = progress.begin().await;
    let mut last = 0;
    while seen.changed().await.is_ok() {
        let (done, total) = *seen.borrow_and_update();
        let percentage = u32::try_from(done * 100 / total.max(1)).unwrap_or(100).min(100);
        if last < percentage {
            last = percentage;
            let message = format!("{done} of {total} articles");
            progress.report_with_message(message, percentage, None).await;
        }
    }
    progress.finish().await;
}
