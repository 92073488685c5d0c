//! The server's side of a connection: what it owns, how it answers, and what it offers beyond the
//! protocol. What the protocol asks of every server is in `handlers`.
//!
//! A handler never waits before it has changed the state, asks nothing of the editor and computes
//! nothing: all of them and the reader of messages share one task.

mod handlers;

use crate::{
    analysis::{self, Analysis, Event},
    from_proto,
    log::Weight,
    offers,
    outbox::Outbox,
    preferences::Preferences,
    ready::Ready,
    session::Session,
    state::State,
    story_page, to_proto,
};
use std::{
    borrow::Cow,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, OnceLock, PoisonError,
        atomic::AtomicBool,
        mpsc::{Receiver, Sender},
    },
    time::Duration,
};
use tower_lsp::{
    Client,
    jsonrpc::{Error, Result},
    ls_types::{
        self as proto,
        error_codes::{REQUEST_FAILED, SERVER_CANCELLED},
    },
};

/// The server's side of a connection.
pub struct Server {
    client: Client,
    state: Arc<State>,
    session: OnceLock<Arc<Session>>,
    outbox: OnceLock<Outbox>,
    events: Arc<Sender<Event>>,
    /// The other end, until the analysis thread takes it.
    received: Mutex<Option<Receiver<Event>>>,
    /// Whether the editor said goodbye.
    farewell: Arc<AtomicBool>,
}

impl Server {
    /// A server for `client`; `farewell` becomes true when the editor asks it to shut down.
    pub fn new(client: Client, farewell: Arc<AtomicBool>) -> Self {
        let (events, received) = analysis::channel();
        Self {
            client,
            state: Arc::default(),
            session: OnceLock::new(),
            outbox: OnceLock::new(),
            events: Arc::new(events),
            received: Mutex::new(Some(received)),
            farewell,
        }
    }

    fn tell(&self, event: Event) {
        // The thread ends with the server.
        let _ = self.events.send(event);
    }

    fn session(&self) -> Arc<Session> {
        self.session.get().cloned().unwrap_or_default()
    }

    /// What `answer` says of the file at `uri`, once its newest text is checked.
    async fn answer<T: Send + 'static>(
        &self,
        uri: &proto::Uri,
        answer: impl FnOnce(&Ready) -> T + Send + 'static,
    ) -> Result<Option<T>> {
        let id = from_proto::id(uri);
        // Answers must fit the text: better late, or not at all, than wrong.
        let settled = tokio::time::timeout(PATIENCE, self.state.settled(&id));
        let Some((file, finished)) = settled.await.map_err(|_| Error::content_modified())? else {
            return Ok(None);
        };
        let (state, session) = (self.state.clone(), self.session());
        let ready = Ready { file, finished, state, session };
        let answer = move || guarded(|| answer(&ready));
        Ok(tokio::task::spawn_blocking(answer).await.unwrap_or_default())
    }

    /// The article at a glance, for views beside it.
    pub async fn article_report(
        &self,
        params: to_proto::ArticleReportParams,
    ) -> Result<Option<to_proto::ArticleReport>> {
        self.answer(&params.text_document.uri, to_proto::article_report).await
    }

    /// The story report of an article, for a view beside it.
    pub async fn story_report(
        &self,
        params: to_proto::StoryReportParams,
    ) -> Result<Option<to_proto::StoryReport>> {
        let answer = move |ready: &Ready| to_proto::story_report(ready, params.columns);
        self.answer(&params.text_document.uri, answer).await
    }

    /// Writes the story report of an article to a file and, if asked, has the editor open that in
    /// the browser.
    async fn write_report(&self, arguments: Vec<proto::LSPAny>) -> Result<Option<proto::LSPAny>> {
        let Some((uri, open)) = from_proto::asked_report(arguments) else {
            return Err(Error::invalid_params("expected the URI of an open file"));
        };
        let Some(written) = self.answer(&uri, story_page::write).await? else { return Ok(None) };
        let path = written.map_err(|error| {
            failure(REQUEST_FAILED, format!("the story report could not be written: {error}"))
        })?;
        let Some(page) = to_proto::file_uri(&path) else { return Ok(None) };
        let opens = open && self.session().shows_documents;
        if let Some(outbox) = self.outbox.get().filter(|_| opens) {
            outbox.show(to_proto::in_browser(&page));
        }
        Ok(Some(page.as_str().into()))
    }

    /// The editor wants to hear more or less of what is done.
    #[allow(clippy::unused_async)] // handlers are
    pub async fn set_trace(&self, params: proto::SetTraceParams) {
        self.state.set_trace(from_proto::trace(params.value));
    }

    /// The user wants to wait no longer for something that shows its progress.
    #[allow(clippy::unused_async)] // handlers are
    pub async fn cancel_progress(&self, params: proto::WorkDoneProgressCancelParams) {
        if let Some(outbox) = self.outbox.get() {
            outbox.cancel(&params.token);
        }
    }

    fn ask_settings(&self) {
        let Some(outbox) = self.outbox.get() else { return };
        let (state, session, told) = (self.state.clone(), self.session(), outbox.clone());
        outbox.ask_settings(move |settings| prefer(&state, Some(&told), &session, settings));
    }

    /// Has the editor make what was on offer, once the files are there that it cannot create.
    async fn apply(&self, arguments: Vec<proto::LSPAny>) -> Result<Option<proto::LSPAny>> {
        let Some((origin, title)) = from_proto::offered(arguments) else {
            return Err(Error::invalid_params("expected what was on offer, and its title"));
        };
        let uri = origin.uri.clone();
        let answer = move |ready: &Ready| offers::once_created(ready, &origin, &title);
        let found = self.answer(&uri, answer).await?.flatten();
        let (edit, missing) = found.ok_or_else(Error::content_modified)?;
        match self.outbox.get() {
            Some(outbox) if self.session().applies_edits => outbox.apply(edit, missing),
            Some(outbox) => outbox.tell(to_proto::cannot_create(&missing)),
            None => {}
        }
        Ok(None)
    }

    fn start(&self, session: Arc<Session>) -> std::io::Result<()> {
        let received = self.received.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(received) = received else { return Ok(()) };
        let outbox = Outbox::new(self.client.clone(), session.progress);
        let _ = self.outbox.set(outbox.clone());
        Analysis::start(
            self.state.clone(),
            session,
            outbox,
            (Arc::downgrade(&self.events), received),
        )
    }
}

/// How long a request waits for the newest text to be checked. An editor that no longer wants
/// the answer cancels it; one that gets none shows an empty menu, as if there were nothing to mend.
const PATIENCE: Duration = Duration::from_secs(10);

/// Takes over what the user wants to see; without settings, nothing changes.
fn prefer(state: &State, outbox: Option<&Outbox>, session: &Session, settings: serde_json::Value) {
    if settings.is_null() {
        return;
    }
    let read = Preferences::read(settings).map(|preferences| state.prefer(preferences));
    match (read, outbox) {
        (Ok(true), Some(outbox)) => outbox.refresh(session.refreshes.clone()),
        (Err(problem), Some(outbox)) => outbox.say(Weight::Warning, problem),
        _ => {}
    }
}

fn failure(code: i64, message: impl Into<Cow<'static, str>>) -> Error {
    Error { code: code.into(), message: message.into(), data: None }
}

/// For an editor that is to ask for findings once more.
fn retry() -> Error {
    let data = proto::DiagnosticServerCancellationData { retrigger_request: true };
    Error {
        data: serde_json::to_value(data).ok(),
        ..failure(SERVER_CANCELLED, "the text changed meanwhile")
    }
}

/// What `answer` says; nothing where it fails, so that one answer never takes the server along.
fn guarded<T>(answer: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(answer)).ok()
}
