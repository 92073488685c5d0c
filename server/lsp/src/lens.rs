//! Lines above the headline and the subheads: who tells the story, what conflicts, what is unsourced.

use crate::page::count;
use article::{BlockKind, Span};
use newsroom::Checked;
use rules::Diagnostic;
use std::collections::BTreeSet;

/// A line above a head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lens {
    /// The head.
    pub span: Span,
    /// What it says.
    pub title: String,
    /// Where it leads: to the first of what it counts.
    pub target: Option<Span>,
}

/// The rules whose findings are counted, each with what one is called.
const COUNTED: [(&[&str], &str); 2] =
    [(&["XOUT001", "QUO004"], "conflict"), (&["SRC001"], "unsourced claim")];

/// The lines of an article: for the whole above its headline, and above each subhead for what
/// stands under it.
pub fn of(checked: &Checked) -> Vec<Lens> {
    let article = &checked.reading.article;
    let heads: Vec<_> =
        article.blocks.iter().filter(|block| block.kind == BlockKind::Subhead).collect();
    let top = article.blocks.iter().find(|block| block.is_copy()).map(|block| block.span);
    let mut lines = Vec::new();
    if let Some(top) = top {
        lines.extend(tellers(checked, top));
        lines.extend(counts(&checked.findings, top));
    }
    for (index, head) in heads.iter().enumerate() {
        let end = heads.get(index + 1).map_or(article.source.len(), |next| next.span.start);
        let findings = &checked.findings;
        let first = findings.partition_point(|finding| finding.span.start < head.span.start);
        let past = findings.partition_point(|finding| finding.span.start < end);
        lines.extend(counts(findings.get(first..past).unwrap_or_default(), head.span));
    }
    lines
}

fn tellers(checked: &Checked, span: Span) -> Option<Lens> {
    let tellers = &checked.coverage.tellers;
    let outlets: BTreeSet<_> = tellers.iter().map(|teller| &teller.entry.outlet).collect();
    let verb = if outlets.len() == 1 { "tells" } else { "tell" };
    let title = format!("{} {verb} this story", count(outlets.len(), "other outlet"));
    (!outlets.is_empty()).then_some(Lens { span, title, target: None })
}

fn counts(findings: &[Diagnostic], span: Span) -> impl Iterator<Item = Lens> {
    COUNTED.iter().filter_map(move |(rules, name)| {
        let mut counted = findings.iter().filter(|finding| rules.contains(&finding.rule));
        let first = counted.next()?.span;
        Some(Lens { span, title: count(1 + counted.count(), name), target: Some(first) })
    })
}
