//! What is asked of whole newsrooms. Answered bit by bit while no open file waits to be checked.

use super::Analysis;
use crate::{
    directory,
    log::Weight,
    position::LineIndex,
    state::{DocumentId, Finished, Home, Revision},
    to_proto,
};
use corpus::{ArticleId, Corpus};
use newsroom::Checked;
use std::{
    collections::HashMap,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::Arc,
};
use tokio::sync::oneshot;
use tower_lsp::ls_types::{WorkspaceDocumentDiagnosticReport, WorkspaceSymbol};

/// What is asked, and where the answer goes.
pub enum Question {
    /// People and stories by words of their names.
    Find { query: String, reply: oneshot::Sender<Vec<WorkspaceSymbol>> },
    /// The findings of all articles that are not open.
    Survey(Survey),
}

/// The findings of all articles that are not open, in the making.
pub struct Survey {
    /// By file, the number of the findings that the editor has.
    pub known: HashMap<DocumentId, String>,
    /// Where the answer goes.
    pub reply: oneshot::Sender<Vec<WorkspaceDocumentDiagnosticReport>>,
    /// What is to be checked, the next one last; `None` before the beginning.
    waiting: Option<Vec<(PathBuf, ArticleId)>>,
    reports: Vec<WorkspaceDocumentDiagnosticReport>,
}

impl Survey {
    /// One to begin.
    pub fn new(
        known: HashMap<DocumentId, String>,
        reply: oneshot::Sender<Vec<WorkspaceDocumentDiagnosticReport>>,
    ) -> Self {
        Self { known, reply, waiting: None, reports: Vec::new() }
    }
}

/// Most articles of a newsroom that are surveyed, the newest ones.
const MOST: usize = 1000;

impl Analysis {
    /// Goes one step on with a question; somebody who asks no more gets no answer.
    pub(super) fn reply(&mut self, question: Question) {
        match question {
            Question::Find { reply, .. } if reply.is_closed() => {}
            Question::Survey(survey) if survey.reply.is_closed() => {}
            Question::Find { query, reply } => {
                let session = &self.session;
                let found = self.rooms.all().flat_map(|(folder, room)| {
                    let corpus = &room.newsroom.corpus;
                    directory::find(corpus.cards(), &query).into_iter().filter_map(move |found| {
                        let entry = corpus.get(&found.article.id).ok()??;
                        to_proto::found(found, &entry, folder, session)
                    })
                });
                let _ = reply.send(found.collect());
            }
            Question::Survey(survey) => self.survey(survey),
        }
    }

    fn survey(&mut self, mut survey: Survey) {
        // An editor asks again at once. It has its answer when something has changed.
        if survey.waiting.is_none() && !survey.known.is_empty() && !self.changed {
            self.held.push(survey);
            return;
        }
        let mut waiting = survey.waiting.take().unwrap_or_else(|| {
            self.changed = false;
            self.closed_articles()
        });
        let Some((folder, article)) = waiting.pop() else {
            let _ = survey.reply.send(survey.reports);
            return;
        };
        if let Some(finished) = self.check_closed(&folder, &article) {
            let known = survey.known.get(&finished.id).map(String::as_str);
            survey.reports.extend(to_proto::surveyed(&finished, known, &self.state, &self.session));
        }
        survey.waiting = Some(waiting);
        self.asked.push_back(Question::Survey(survey));
    }

    /// Something changed that surveys tell of: those that wait begin.
    pub(super) fn survey_again(&mut self) {
        self.changed = true;
        self.asked.extend(self.held.drain(..).map(Question::Survey));
    }

    /// Articles that are not open, with their newsroom's folder, the newest last.
    fn closed_articles(&self) -> Vec<(PathBuf, ArticleId)> {
        let mut all = Vec::new();
        for (folder, room) in self.rooms.all() {
            let cards = room.newsroom.corpus.cards();
            let closed = cards.filter(|it| self.state.at(&folder.join(&*it.id.0)).is_none());
            let mut closed: Vec<_> = closed.collect();
            closed.sort_by_key(|card| card.date);
            if let Some(more) = closed.len().checked_sub(MOST).filter(|more| *more > 0) {
                let line = format!("{}: {more} older articles are not surveyed", folder.display());
                self.outbox.log(Weight::Log, line);
                closed.drain(..more);
            }
            all.extend(closed.into_iter().map(|card| (folder.to_path_buf(), card.id.clone())));
        }
        all
    }

    /// Checks an article of the corpus as it is on disk.
    fn check_closed(&mut self, folder: &Path, article: &ArticleId) -> Option<Finished> {
        let path = folder.join(&*article.0);
        let id = to_proto::file_id(&path)?;
        let room = self.rooms.room(Some(folder));
        let reading = Arc::clone(&room.newsroom.corpus.get(article).ok()??.reading);
        let text = &Arc::clone(&reading.article.source);
        let known = Checked {
            reading,
            coverage: Arc::default(),
            findings: Arc::default(),
            marks: Arc::default(),
        };
        let checked =
            catch_unwind(AssertUnwindSafe(|| room.newsroom.check(&path, text, Some(&known))));
        match checked {
            Ok(checked) => {
                let home = Home::File(path.into());
                let lines = LineIndex::new(Arc::clone(text), self.session.encoding);
                Some(Self::finished(id, &home, (Revision::default(), 0), (checked, lines), room))
            }
            Err(panic) => {
                self.report(&id.to_string(), &*panic);
                None
            }
        }
    }
}
