//! Which findings of an article were dismissed, by a comment in it or by the ignore file.

use crate::{IgnoreEntry, IgnoreFile};
use article::{Article, Span};
use corpus::ArticleId;
use rules::Diagnostic;

/// What is dismissed in one article.
pub(crate) struct Dismissed<'a> {
    article: &'a Article,
    entries: Vec<&'a IgnoreEntry>,
}

impl<'a> Dismissed<'a> {
    pub fn new(article: &'a Article, id: &ArticleId, file: &'a IgnoreFile) -> Self {
        let here = |entry: &&IgnoreEntry| entry.path.as_deref().is_none_or(|path| path == &*id.0);
        Self { article, entries: file.entries.iter().filter(here).collect() }
    }

    pub fn covers(&self, finding: &Diagnostic) -> bool {
        self.by_comment(finding) || self.entries.iter().any(|entry| self.by_entry(entry, finding))
    }

    fn by_comment(&self, finding: &Diagnostic) -> bool {
        self.article.ignores.iter().any(|ignore| {
            let named = ignore.rules.is_empty() || ignore.rules.iter().any(|r| r == finding.rule);
            named && ignore.scope.is_none_or(|scope| scope.overlaps(finding.span))
        })
    }

    /// The same rule on the same words in the same surroundings. Where the surroundings were edited
    /// on one side, those on the other are enough.
    fn by_entry(&self, entry: &IgnoreEntry, finding: &Diagnostic) -> bool {
        if entry.rule != finding.rule {
            return false;
        }
        if entry.text.is_empty() {
            return true;
        }
        let Span { start, end } = finding.span;
        let source = &*self.article.source;
        let (Some(before), Some(after)) = (source.get(..start), source.get(end..)) else {
            return false;
        };
        let given = !entry.prefix.is_empty() || !entry.suffix.is_empty();
        let around = !entry.prefix.is_empty() && before.ends_with(&entry.prefix)
            || !entry.suffix.is_empty() && after.starts_with(&entry.suffix);
        self.article.slice(finding.span) == entry.text && (!given || around)
    }
}
