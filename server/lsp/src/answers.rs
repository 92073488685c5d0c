//! Answers to requests, from the newest finished result.

use crate::{
    completion, definition,
    files::Files,
    folding, highlight, hover, inlay, lens, links, outline,
    page::Markup,
    position::{LineIndex, Position},
    ready::Ready,
    references, rename, selection,
    session::Session,
    state::{Finished, Home, Snapshot, lock},
    to_proto, tokens,
};
use article::Span;
use std::sync::Arc;
use tower_lsp::ls_types as proto;

/// How others report the words at `position`. Where the text has moved since the result, its
/// words are found where they stand now; words that changed have no answer yet.
pub fn hover(file: &Snapshot, position: Position, session: &Session) -> Option<proto::Hover> {
    let finished = file.finished.as_deref()?;
    let now = file.document.offset(position, session.encoding);
    let current = finished.revision == file.revision;
    let offset = if current { now } else { file.document.offset_in(finished.lines.text(), now)? };
    let markup = if session.markdown { Markup::Markdown } else { Markup::Plain };
    let link = |entry: &corpus::Entry, span| to_proto::link(finished, entry, span);
    let hover = hover::at(&finished.checked, offset, markup, &link)?;
    let range = current.then(|| to_proto::range(&finished.lines, hover.span));
    Some(to_proto::hover(hover, range, session))
}

/// Sections, claims, speakers, quotes.
pub fn outline(ready: &Ready) -> Option<proto::DocumentSymbolResponse> {
    to_proto::outline(&outline::of(ready.reading()), &ready.finished, &ready.session)
}

/// Where what stands at `position` was first said.
pub fn definition(ready: &Ready, position: Position) -> Vec<proto::Location> {
    let passage = definition::of(&ready.finished.checked, ready.offset(position));
    to_proto::locations(passage, &ready.finished, &ready.session)
}

/// Where else what stands at `position` is said.
pub fn references(ready: &Ready, position: Position, declared: bool) -> Vec<proto::Location> {
    let passages = references::of(&ready.finished.checked, ready.offset(position), declared);
    to_proto::locations(passages, &ready.finished, &ready.session)
}

/// What belongs together with the words at `position`.
pub fn highlights(ready: &Ready, position: Position) -> Vec<proto::DocumentHighlight> {
    let found = highlight::at(ready.reading(), ready.offset(position)).into_iter();
    found.map(|it| to_proto::highlight(it, &ready.finished.lines)).collect()
}

/// What a selection at each of `positions` grows to.
pub fn selections(ready: &Ready, positions: &[Position]) -> Vec<proto::SelectionRange> {
    let units = |position: &Position| selection::around(ready.reading(), ready.offset(*position));
    let units = positions.iter().map(units);
    units.filter_map(|units| to_proto::selection(&units, &ready.finished.lines)).collect()
}

/// What can be folded away.
pub fn folds(ready: &Ready) -> Vec<proto::FoldingRange> {
    let folds = folding::folds(&ready.reading().article).into_iter();
    folds.filter_map(|it| to_proto::fold(it, &ready.finished.lines)).collect()
}

/// Words that lead to another file.
pub fn links(ready: &Ready) -> Vec<proto::DocumentLink> {
    let links = links::of(&ready.finished.checked).into_iter();
    links.filter_map(|it| to_proto::document_link(it, &ready.finished, &ready.session)).collect()
}

/// The name at `position` that can be changed.
pub fn name_at(ready: &Ready, position: Position) -> Option<proto::PrepareRenameResponse> {
    let span = rename::name_at(ready.reading(), ready.offset(position))?;
    Some(proto::PrepareRenameResponse::RangeWithPlaceholder {
        range: to_proto::range(&ready.finished.lines, span),
        placeholder: ready.reading().article.slice(span).into(),
    })
}

/// The changes that give whoever is named at `position` the name `new`.
pub fn rename(
    ready: &Ready,
    position: Position,
    new: &str,
) -> Result<Option<proto::WorkspaceEdit>, String> {
    let files = Files::read(&ready.file, &ready.finished, &ready.state);
    let edits = rename::edits(ready.reading(), &files.beside(), ready.offset(position), new)?;
    Ok(to_proto::workspace_edit(&edits, &ready.finished, &files, &ready.session))
}

/// Hints between `start` and `end`.
pub fn hints(ready: &Ready, (start, end): (Position, Position)) -> Vec<proto::InlayHint> {
    let span = Span::new(ready.offset(start), ready.offset(end));
    let wanted = ready.state.preferences().inlay_hints;
    let hints = inlay::within(&ready.finished.checked, span, wanted).into_iter();
    hints.map(|hint| to_proto::hint(hint, &ready.finished.lines)).collect()
}

/// Lines above the headline and the subheads.
pub fn lenses(ready: &Ready) -> Vec<proto::CodeLens> {
    if !ready.state.preferences().code_lens.0 {
        return Vec::new();
    }
    let lenses = lens::of(&ready.finished.checked).into_iter();
    lenses.filter_map(|lens| to_proto::lens(lens, &ready.finished, &ready.session)).collect()
}

/// Findings, or word that they are those called `known`.
pub fn findings(ready: &Ready, known: Option<&str>) -> proto::DocumentDiagnosticReport {
    to_proto::report(&ready.finished, known, &ready.state, &ready.session)
}

/// Colours of the whole file.
pub fn tokens(ready: &Ready) -> proto::SemanticTokens {
    let tokens = Arc::new(tokens_within(ready, Span::new(0, usize::MAX)));
    let (number, _) = lock(&ready.state.tokens).send(&ready.finished.id, &tokens);
    let data = Arc::unwrap_or_clone(tokens);
    proto::SemanticTokens { result_id: Some(number.to_string()), data }
}

/// What changed of the colours since those called `known`; all where nobody knows.
pub fn tokens_since(ready: &Ready, known: &str) -> proto::SemanticTokensFullDeltaResult {
    let tokens = Arc::new(tokens_within(ready, Span::new(0, usize::MAX)));
    let (number, before) = lock(&ready.state.tokens).send(&ready.finished.id, &tokens);
    let result_id = Some(number.to_string());
    match before.filter(|(number, _)| number.to_string() == known) {
        Some((_, old)) => {
            let edits = to_proto::tokens_edit(&old, &tokens).into_iter().collect();
            proto::SemanticTokensDelta { result_id, edits }.into()
        }
        None => proto::SemanticTokens { result_id, data: Arc::unwrap_or_clone(tokens) }.into(),
    }
}

/// Colours between `start` and `end`.
pub fn tokens_between(
    ready: &Ready,
    (start, end): (Position, Position),
) -> proto::SemanticTokensRangeResult {
    let data = tokens_within(ready, Span::new(ready.offset(start), ready.offset(end)));
    proto::SemanticTokens { result_id: None, data }.into()
}

fn tokens_within(ready: &Ready, span: Span) -> Vec<proto::SemanticToken> {
    let tokens = tokens::within(&ready.finished.checked, span);
    to_proto::semantic_tokens(&tokens, &ready.finished.lines)
}

/// What could be written at `position`.
pub fn completion(ready: &Ready, position: Position) -> proto::CompletionResponse {
    let Finished { checked, config, lines, .. } = &*ready.finished;
    to_proto::completion(completion::at(checked, config, ready.offset(position)), lines)
}

/// What could be written at `position` of settings; `None` for an article.
pub fn settings_completion(
    file: &Snapshot,
    position: Position,
    session: &Session,
) -> Option<proto::CompletionResponse> {
    let Home::Settings(path) = &file.home else { return None };
    let text = file.document.text();
    let items =
        completion::settings::at(path, &text, file.document.offset(position, session.encoding));
    Some(to_proto::completion(items, &LineIndex::new(text.into(), session.encoding)))
}
