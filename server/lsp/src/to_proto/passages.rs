//! Passages and what belongs to them.

use super::{file_uri, locations::Locations, range, uri};
use crate::{
    directory, folding, highlight, links, outline, passage::Passage, position::LineIndex,
    rule_pages, session::Session, state::Finished,
};
use article::Span;
use corpus::Entry;
use std::{path::Path, str::FromStr};
use tower_lsp::ls_types::{self as proto, Uri};

/// Passages that an editor can go to.
pub fn locations(
    passages: impl IntoIterator<Item = Passage>,
    finished: &Finished,
    session: &Session,
) -> Vec<proto::Location> {
    let mut locations = Locations::new(finished, session);
    let passages = passages.into_iter();
    passages.filter_map(|it| locations.of(it.article.as_ref(), it.span)).collect()
}

/// Words that are marked.
pub fn highlight(
    (span, kind): (Span, highlight::Kind),
    lines: &LineIndex,
) -> proto::DocumentHighlight {
    let kind = match kind {
        highlight::Kind::Names => proto::DocumentHighlightKind::READ,
        highlight::Kind::Cue => proto::DocumentHighlightKind::WRITE,
        highlight::Kind::Said => proto::DocumentHighlightKind::TEXT,
    };
    proto::DocumentHighlight { range: range(lines, span), kind: Some(kind) }
}

/// A selection and what it grows to, the innermost first.
pub fn selection(units: &[Span], lines: &LineIndex) -> Option<proto::SelectionRange> {
    units.iter().rev().fold(None, |parent, unit| {
        let parent = parent.map(Box::new);
        Some(proto::SelectionRange { range: range(lines, *unit), parent })
    })
}

/// A fold; `None` for what stands on one line.
pub fn fold((span, kind): (Span, folding::Kind), lines: &LineIndex) -> Option<proto::FoldingRange> {
    let range = range(lines, span);
    let kind = match kind {
        folding::Kind::Section => proto::FoldingRangeKind::Region,
        folding::Kind::Furniture => proto::FoldingRangeKind::Comment,
    };
    (range.start.line < range.end.line).then(|| proto::FoldingRange {
        start_line: range.start.line,
        end_line: range.end.line,
        kind: Some(kind),
        ..proto::FoldingRange::default()
    })
}

/// Words that lead somewhere; `None` where an editor cannot follow.
pub fn document_link(
    link: links::Link,
    finished: &Finished,
    session: &Session,
) -> Option<proto::DocumentLink> {
    let target = match &link.target {
        links::Target::Article(passage) => file_uri(&finished.path_of(passage.article.as_ref()?))?,
        links::Target::Rule(id) => file_uri(&rule_pages::path(session.rule_pages.get()?, id))?,
        links::Target::Url(url) => Uri::from_str(url).ok()?,
    };
    Some(proto::DocumentLink {
        range: range(&finished.lines, link.span),
        target: Some(target),
        tooltip: Some(link.tooltip),
        data: None,
    })
}

/// An outline, nested where the editor can show it so.
pub fn outline(
    entries: &[outline::Entry],
    finished: &Finished,
    session: &Session,
) -> Option<proto::DocumentSymbolResponse> {
    if session.nested_symbols {
        let symbols: Vec<_> = entries.iter().map(|entry| nested(entry, &finished.lines)).collect();
        return Some(symbols.into());
    }
    let uri = uri(&finished.id)?;
    let mut symbols = Vec::new();
    flat(entries, None, &finished.lines, &uri, &mut symbols);
    Some(symbols.into())
}

fn nested(entry: &outline::Entry, lines: &LineIndex) -> proto::DocumentSymbol {
    let children: Vec<_> = entry.children.iter().map(|entry| nested(entry, lines)).collect();
    #[allow(deprecated)] // a field that the type still has
    proto::DocumentSymbol {
        name: entry.name.clone(),
        detail: entry.detail.clone(),
        kind: symbol_kind(entry.kind),
        tags: None,
        deprecated: None,
        range: range(lines, entry.span),
        selection_range: range(lines, entry.target),
        children: (!children.is_empty()).then_some(children),
    }
}

fn flat(
    entries: &[outline::Entry],
    parent: Option<&str>,
    lines: &LineIndex,
    uri: &Uri,
    symbols: &mut Vec<proto::SymbolInformation>,
) {
    for entry in entries {
        #[allow(deprecated)] // a field that the type still has
        symbols.push(proto::SymbolInformation {
            name: entry.name.clone(),
            kind: symbol_kind(entry.kind),
            tags: None,
            deprecated: None,
            location: proto::Location { uri: uri.clone(), range: range(lines, entry.target) },
            container_name: parent.map(Into::into),
        });
        flat(&entry.children, Some(&entry.name), lines, uri, symbols);
    }
}

/// The protocol has no words for prose; these have icons that tell our kinds apart.
fn symbol_kind(kind: outline::Kind) -> proto::SymbolKind {
    match kind {
        outline::Kind::Headline => proto::SymbolKind::MODULE,
        outline::Kind::Section => proto::SymbolKind::NAMESPACE,
        outline::Kind::Speaker => proto::SymbolKind::CLASS,
        outline::Kind::Quote => proto::SymbolKind::STRING,
        outline::Kind::Claim => proto::SymbolKind::EVENT,
    }
}

/// Somebody or something found in the article `entry` of the newsroom at `folder`; `None` where it is
/// no file.
pub fn found(
    found: directory::Found<'_>,
    entry: &Entry,
    folder: &Path,
    session: &Session,
) -> Option<proto::WorkspaceSymbol> {
    let uri = file_uri(&folder.join(&*entry.id.0))?;
    let lines = LineIndex::new(entry.reading.article.source.clone(), session.encoding);
    let location = proto::Location { uri, range: range(&lines, found.span) };
    Some(proto::WorkspaceSymbol {
        name: found.name,
        kind: match found.kind {
            directory::Kind::Story => proto::SymbolKind::FILE,
            directory::Kind::Person => proto::SymbolKind::CLASS,
        },
        tags: None,
        container_name: Some(found.detail),
        location: proto::OneOf::Left(location),
        data: None,
    })
}
