//! Whom an article names.

use crate::types::Source;
use sourcing::{Attribution, Reading, SourceKind, Sourcing};

/// The sources of an article, most often named first, and how many statements have none.
pub(crate) fn of(reading: &Reading) -> (Vec<Source>, usize) {
    let mut sources: Vec<Source> = Vec::new();
    for attribution in reading.attributions.iter().filter(|it| !it.inherited) {
        let Some(name) = name(reading, attribution) else { continue };
        let unnamed = matches!(attribution.kind, Some(SourceKind::Anonymous | SourceKind::Vague));
        match sources.iter_mut().find(|known| known.name.eq_ignore_ascii_case(&name)) {
            Some(known) => known.statements += 1,
            None => sources.push(Source { name, statements: 1, unnamed }),
        }
    }
    sources.sort_by_key(|source| std::cmp::Reverse(source.statements));
    let unsourced = reading.claims.iter().filter(|it| it.sourcing == Sourcing::Unsourced).count();
    (sources, unsourced)
}

/// Whom to name for it; nothing for "the discussion revealed".
fn name(reading: &Reading, attribution: &Attribution) -> Option<String> {
    let name = reading.named(attribution)?;
    let is_document = attribution.kind == Some(SourceKind::Document);
    let named = !is_document || name.contains(char::is_uppercase);
    (named && !name.trim().is_empty()).then(|| match &attribution.via {
        Some(via) if via != name => format!("{name}, by way of {via}"),
        _ => name.to_owned(),
    })
}
