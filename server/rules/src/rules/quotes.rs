//! Quoted words: whose they are, and whether others have the same.

pub mod lost_tag;
pub mod other_speaker;
pub mod other_words;
pub mod speakerless;
pub mod unbalanced;
mod wording;

use crate::{Context, Diagnostic, Related, Rule, Severity};
use coverage::{DifferenceKind, QuoteVersion};
use std::collections::BTreeMap;

/// A quote of ours and the versions of it that differ in one way.
struct Disputed<'a> {
    quote: usize,
    versions: Vec<&'a QuoteVersion>,
    /// Independent reports against ours, and with it, ours included.
    against: usize,
    with_us: usize,
}

/// Quotes that some others have differently, in `kind`.
fn disputed<'a>(context: &Context<'a>, kind: DifferenceKind) -> Vec<Disputed<'a>> {
    let mut by_quote: BTreeMap<usize, (Vec<&QuoteVersion>, Vec<usize>)> = BTreeMap::new();
    let is_whole = |version: &&QuoteVersion| {
        let theirs = &context.reading_of(version.teller).quotes[version.theirs];
        context.reading.quotes[version.quote].balanced && theirs.balanced
    };
    // Where a mark is missing, nobody can tell where the words end.
    for version in context.coverage.quotes.iter().filter(is_whole) {
        let (versions, with_us) = by_quote.entry(version.quote).or_default();
        match &version.difference {
            Some(difference) if difference.kind == kind => versions.push(version),
            Some(_) => {}
            None => with_us.push(version.teller),
        }
    }
    by_quote
        .into_iter()
        .filter(|(_, (versions, _))| !versions.is_empty())
        .map(|(quote, (versions, with_us))| Disputed {
            quote,
            against: context.families(versions.iter().map(|version| version.teller)),
            with_us: 1 + context.independent(with_us),
            versions,
        })
        .collect()
}

impl Disputed<'_> {
    /// A finding on the whole quote. Where more outlets have it as we do, it is theirs to correct.
    fn finding(&self, context: &Context<'_>, rule: &'static Rule, message: String) -> Diagnostic {
        let span = context.reading.span(context.reading.quotes[self.quote].inside);
        let outnumbered = self.with_us <= self.against;
        Diagnostic {
            severity: if outnumbered { rule.severity } else { Severity::Hint },
            related: self.versions.iter().map(|version| related(context, version)).collect(),
            ..Diagnostic::new(rule, span, message)
        }
    }

    fn tellers(&self) -> Vec<usize> {
        self.versions.iter().map(|version| version.teller).collect()
    }
}

/// Their version of the quote.
fn related(context: &Context<'_>, version: &QuoteVersion) -> Related {
    let theirs = &context.reading_of(version.teller).quotes[version.theirs];
    context.related(version.teller, theirs.inside)
}
