//! Places in files.

use super::{file_uri, range, uri};
use crate::{position::LineIndex, session::Session, state::Finished};
use article::Span;
use corpus::ArticleId;
use std::collections::HashMap;
use tower_lsp::ls_types::{self as proto, Uri};

/// Positions in a checked text and in the other outlets' articles; each of these is indexed once.
pub struct Locations<'a> {
    pub finished: &'a Finished,
    pub session: &'a Session,
    /// URI and lines of an article; `None` where it is no file.
    known: HashMap<ArticleId, Option<(Uri, LineIndex)>>,
}

impl<'a> Locations<'a> {
    /// Positions in `finished` and in the articles that it is compared with.
    pub fn new(finished: &'a Finished, session: &'a Session) -> Self {
        Self { finished, session, known: HashMap::new() }
    }

    /// Where `span` of another article is, or of this one.
    pub fn of(&mut self, article: Option<&ArticleId>, span: Span) -> Option<proto::Location> {
        let Some(article) = article else {
            let range = range(&self.finished.lines, span);
            return Some(proto::Location { uri: uri(&self.finished.id)?, range });
        };
        if !self.known.contains_key(article) {
            let found = self.find(article);
            self.known.insert(article.clone(), found);
        }
        let (uri, lines) = self.known.get(article)?.as_ref()?;
        Some(proto::Location { uri: uri.clone(), range: range(lines, span) })
    }

    /// The words of `span` there; empty where they are not known.
    pub fn words(&self, article: Option<&ArticleId>, span: Span) -> &str {
        let text = match article {
            None => self.finished.lines.text(),
            Some(article) => match self.known.get(article) {
                Some(Some((_, lines))) => lines.text(),
                _ => return "",
            },
        };
        text.get(span.start..span.end).unwrap_or_default()
    }

    fn find(&self, article: &ArticleId) -> Option<(Uri, LineIndex)> {
        let tellers = &self.finished.checked.coverage.tellers;
        let teller = tellers.iter().find(|teller| teller.entry.id == *article)?;
        let source = &teller.entry.reading.article.source;
        let uri = file_uri(&self.finished.path_of(article))?;
        Some((uri, LineIndex::new(source.clone(), self.session.encoding)))
    }
}
