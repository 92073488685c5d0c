//! The corpus of a newsroom folder: everything in memory.

use crate::{ArticleId, Candidates, Corpus, CorpusError, Entry, Query};
use std::{collections::BTreeMap, sync::Arc};

/// Entries by id.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    entries: BTreeMap<ArticleId, Arc<Entry>>,
}

impl Corpus for Memory {
    fn file(&mut self, entry: Entry) -> Result<(), CorpusError> {
        self.entries.insert(entry.id.clone(), Arc::new(entry));
        Ok(())
    }

    fn remove(&mut self, id: &ArticleId) -> Result<bool, CorpusError> {
        Ok(self.entries.remove(id).is_some())
    }

    fn get(&self, id: &ArticleId) -> Result<Option<Arc<Entry>>, CorpusError> {
        Ok(self.entries.get(id).cloned())
    }

    fn candidates(&self, query: &Query<'_>) -> Result<Candidates, CorpusError> {
        let entries = self
            .entries
            .values()
            .filter(|entry| entry.id != *query.id && !entry.own)
            .take(query.limit)
            .cloned()
            .collect();
        Ok(Candidates { entries, gaps: Vec::new() })
    }

    fn len(&self) -> usize {
        self.entries.len()
    }
}
