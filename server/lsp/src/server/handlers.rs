//! The handlers of the protocol: each changes the state or looks something up, and returns.

use super::{Server, failure, guarded, prefer, retry};
use crate::{
    analysis::{Event, Question, Survey},
    answers, commands,
    document::Document,
    from_proto,
    offers::{self, Origin},
    ready::Ready,
    to_proto,
};
use std::sync::{Arc, atomic::Ordering};
use tokio::sync::oneshot;
use tower_lsp::{
    LanguageServer,
    jsonrpc::{Error, Result},
    ls_types::{self as proto, error_codes::REQUEST_FAILED},
};

impl LanguageServer for Server {
    async fn initialize(&self, params: proto::InitializeParams) -> Result<proto::InitializeResult> {
        let session = Arc::new(from_proto::session(&params));
        if let Some(trace) = params.trace {
            self.state.set_trace(from_proto::trace(trace));
        }
        if let Some(settings) = params.initialization_options {
            prefer(&self.state, None, &session, settings);
        }
        let _ = self.session.set(session.clone());
        self.start(session.clone()).map_err(|error| {
            let why = format!("presscheck could not start a thread: {error}");
            failure(REQUEST_FAILED, why)
        })?;
        Ok(proto::InitializeResult {
            capabilities: to_proto::capabilities(&session),
            server_info: Some(proto::ServerInfo {
                name: "presscheck".into(),
                version: Some(env!("CARGO_PKG_VERSION").into()),
            }),
            ..proto::InitializeResult::default()
        })
    }

    async fn initialized(&self, _: proto::InitializedParams) {
        let session = self.session();
        self.tell(Event::Folders { removed: Vec::new(), added: session.folders.clone() });
        let registrations = to_proto::registrations(&session);
        if let Some(outbox) = self.outbox.get().filter(|_| !registrations.is_empty()) {
            outbox.register(registrations);
        }
        if session.has_settings {
            self.ask_settings();
        }
    }

    async fn shutdown(&self) -> Result<()> {
        self.farewell.store(true, Ordering::Relaxed);
        Ok(())
    }

    async fn did_open(&self, params: proto::DidOpenTextDocumentParams) {
        let file = params.text_document;
        let id = from_proto::id(&file.uri);
        let home = from_proto::home(&file.uri, &file.language_id);
        self.state.open(id.clone(), home, Document::new(&file.text, file.version));
        self.tell(Event::Opened(id));
    }

    async fn did_change(&self, params: proto::DidChangeTextDocumentParams) {
        let id = from_proto::id(&params.text_document.uri);
        let changes = from_proto::changes(params.content_changes);
        let version = params.text_document.version;
        if self.state.change(&id, changes, version, self.session().encoding) {
            self.tell(Event::Edited(id));
        }
    }

    async fn did_close(&self, params: proto::DidCloseTextDocumentParams) {
        let id = from_proto::id(&params.text_document.uri);
        if let Some(file) = self.state.close(&id) {
            self.tell(Event::Closed(id, file.home));
        }
    }

    async fn hover(&self, params: proto::HoverParams) -> Result<Option<proto::Hover>> {
        let at = params.text_document_position_params;
        let Some(file) = self.state.snapshot(&from_proto::id(&at.text_document.uri)) else {
            return Ok(None);
        };
        let position = from_proto::position(at.position);
        Ok(guarded(|| answers::hover(&file, position, &self.session())).flatten())
    }

    async fn code_action(
        &self,
        params: proto::CodeActionParams,
    ) -> Result<Option<proto::CodeActionResponse>> {
        let (uri, range) = (params.text_document.uri.clone(), params.range);
        let only = params.context.only;
        let answer = move |ready: &Ready| offers::at(ready, &uri, range, only.as_deref());
        self.answer(&params.text_document.uri, answer).await
    }

    async fn code_action_resolve(&self, action: proto::CodeAction) -> Result<proto::CodeAction> {
        let Some(origin) = Origin::of(&action) else { return Ok(action) };
        let uri = origin.uri.clone();
        let answer = move |ready: &Ready| offers::resolved(ready, &action, &origin);
        self.answer(&uri, answer).await?.flatten().ok_or_else(Error::content_modified)
    }

    async fn diagnostic(
        &self,
        params: proto::DocumentDiagnosticParams,
    ) -> Result<proto::DocumentDiagnosticReportResult> {
        let known = params.previous_result_id;
        let answer = move |ready: &Ready| answers::findings(ready, known.as_deref());
        let report = self.answer(&params.text_document.uri, answer).await.map_err(|_| retry())?;
        let nothing = proto::RelatedFullDocumentDiagnosticReport::default;
        Ok(proto::DocumentDiagnosticReportResult::Report(report.unwrap_or(nothing().into())))
    }

    async fn workspace_diagnostic(
        &self,
        params: proto::WorkspaceDiagnosticParams,
    ) -> Result<proto::WorkspaceDiagnosticReportResult> {
        let (reply, reports) = oneshot::channel();
        let known = from_proto::known_findings(params.previous_result_ids);
        self.tell(Event::Asked(Question::Survey(Survey::new(known, reply))));
        let items = reports.await.map_err(|_| retry())?;
        Ok(proto::WorkspaceDiagnosticReport { items }.into())
    }

    async fn completion(
        &self,
        params: proto::CompletionParams,
    ) -> Result<Option<proto::CompletionResponse>> {
        let (uri, position) = from_proto::place(params.text_document_position);
        let session = self.session();
        let settings = |file| answers::settings_completion(&file, position, &session);
        match self.state.snapshot(&from_proto::id(&uri)).and_then(settings) {
            Some(items) => Ok(Some(items)),
            None => self.answer(&uri, move |ready| answers::completion(ready, position)).await,
        }
    }

    async fn prepare_rename(
        &self,
        params: proto::TextDocumentPositionParams,
    ) -> Result<Option<proto::PrepareRenameResponse>> {
        let (uri, position) = from_proto::place(params);
        Ok(self.answer(&uri, move |ready| answers::name_at(ready, position)).await?.flatten())
    }

    async fn rename(&self, params: proto::RenameParams) -> Result<Option<proto::WorkspaceEdit>> {
        let (uri, position) = from_proto::place(params.text_document_position);
        let answer = move |ready: &Ready| answers::rename(ready, position, &params.new_name);
        let edit = self.answer(&uri, answer).await?.transpose();
        Ok(edit.map_err(|why| failure(REQUEST_FAILED, why))?.flatten())
    }

    async fn inlay_hint(
        &self,
        params: proto::InlayHintParams,
    ) -> Result<Option<Vec<proto::InlayHint>>> {
        let ends = from_proto::range(params.range);
        self.answer(&params.text_document.uri, move |ready| answers::hints(ready, ends)).await
    }

    async fn code_lens(
        &self,
        params: proto::CodeLensParams,
    ) -> Result<Option<Vec<proto::CodeLens>>> {
        self.answer(&params.text_document.uri, answers::lenses).await
    }

    async fn semantic_tokens_full(
        &self,
        params: proto::SemanticTokensParams,
    ) -> Result<Option<proto::SemanticTokensResult>> {
        let tokens = self.answer(&params.text_document.uri, answers::tokens).await?;
        Ok(tokens.map(Into::into))
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: proto::SemanticTokensDeltaParams,
    ) -> Result<Option<proto::SemanticTokensFullDeltaResult>> {
        let previous = params.previous_result_id;
        let answer = move |ready: &Ready| answers::tokens_since(ready, &previous);
        self.answer(&params.text_document.uri, answer).await
    }

    async fn semantic_tokens_range(
        &self,
        params: proto::SemanticTokensRangeParams,
    ) -> Result<Option<proto::SemanticTokensRangeResult>> {
        let ends = from_proto::range(params.range);
        let answer = move |ready: &Ready| answers::tokens_between(ready, ends);
        self.answer(&params.text_document.uri, answer).await
    }

    async fn execute_command(
        &self,
        params: proto::ExecuteCommandParams,
    ) -> Result<Option<proto::LSPAny>> {
        match params.command.as_str() {
            commands::APPLY => return self.apply(params.arguments).await,
            commands::WRITE_REPORT => return self.write_report(params.arguments).await,
            _ => {}
        }
        let place = from_proto::shown_place(params.arguments);
        match (params.command.as_str(), place, self.outbox.get()) {
            (commands::SHOW, Some(place), Some(outbox)) => outbox.show(place),
            (commands::SHOW, ..) => return Err(Error::invalid_params("expected a place")),
            _ => return Err(Error::method_not_found()),
        }
        Ok(None)
    }

    async fn did_change_configuration(&self, params: proto::DidChangeConfigurationParams) {
        if self.session().has_settings {
            self.ask_settings();
        } else {
            prefer(&self.state, self.outbox.get(), &self.session(), params.settings);
        }
    }

    async fn document_symbol(
        &self,
        params: proto::DocumentSymbolParams,
    ) -> Result<Option<proto::DocumentSymbolResponse>> {
        Ok(self.answer(&params.text_document.uri, answers::outline).await?.flatten())
    }

    async fn symbol(
        &self,
        params: proto::WorkspaceSymbolParams,
    ) -> Result<Option<proto::WorkspaceSymbolResponse>> {
        let (reply, found) = oneshot::channel();
        self.tell(Event::Asked(Question::Find { query: params.query, reply }));
        Ok(found.await.ok().map(Into::into))
    }

    async fn goto_definition(
        &self,
        params: proto::GotoDefinitionParams,
    ) -> Result<Option<proto::GotoDefinitionResponse>> {
        let (uri, position) = from_proto::place(params.text_document_position_params);
        let found = self.answer(&uri, move |ready| answers::definition(ready, position)).await?;
        Ok(found.map(Into::into))
    }

    async fn references(
        &self,
        params: proto::ReferenceParams,
    ) -> Result<Option<Vec<proto::Location>>> {
        let (uri, position) = from_proto::place(params.text_document_position);
        let declared = params.context.include_declaration;
        self.answer(&uri, move |ready| answers::references(ready, position, declared)).await
    }

    async fn document_highlight(
        &self,
        params: proto::DocumentHighlightParams,
    ) -> Result<Option<Vec<proto::DocumentHighlight>>> {
        let (uri, position) = from_proto::place(params.text_document_position_params);
        self.answer(&uri, move |ready| answers::highlights(ready, position)).await
    }

    async fn selection_range(
        &self,
        params: proto::SelectionRangeParams,
    ) -> Result<Option<Vec<proto::SelectionRange>>> {
        let positions: Vec<_> = params.positions.into_iter().map(from_proto::position).collect();
        let answer = move |ready: &Ready| answers::selections(ready, &positions);
        self.answer(&params.text_document.uri, answer).await
    }

    async fn folding_range(
        &self,
        params: proto::FoldingRangeParams,
    ) -> Result<Option<Vec<proto::FoldingRange>>> {
        self.answer(&params.text_document.uri, answers::folds).await
    }

    async fn document_link(
        &self,
        params: proto::DocumentLinkParams,
    ) -> Result<Option<Vec<proto::DocumentLink>>> {
        self.answer(&params.text_document.uri, answers::links).await
    }

    async fn did_change_watched_files(&self, params: proto::DidChangeWatchedFilesParams) {
        let paths = params.changes.iter().filter_map(|change| from_proto::path(&change.uri));
        self.tell(Event::OnDisk(paths.collect()));
    }

    async fn did_change_workspace_folders(&self, params: proto::DidChangeWorkspaceFoldersParams) {
        let (removed, added) = from_proto::changed_folders(&params.event);
        self.tell(Event::Folders { removed, added });
    }
}
