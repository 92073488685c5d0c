//! The newsroom's folder.

use crate::{Checked, Config};
use article::{Format, Hint};
use corpus::{ArticleId, Candidates, Corpus, Memory, Query};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// A folder of articles.
#[derive(Debug, Clone, Default)]
pub struct Newsroom {
    /// Its folder.
    pub root: PathBuf,
    /// Its configuration.
    pub config: Config,
    /// Its articles.
    pub corpus: Memory,
}

/// A file that was passed over, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The file.
    pub path: PathBuf,
    /// Why, and what to do about it.
    pub reason: String,
}

impl Newsroom {
    /// Takes `text`, the article at `path`, through every room.
    pub fn check(&self, path: &Path, text: &str, previous: Option<&Checked>) -> Checked {
        let id = ArticleId(path.to_string_lossy().into());
        let article = article::read(text, Format::Plain, &Hint::default());
        let reading = sourcing::read(Arc::new(article), previous.map(|checked| &*checked.reading));
        let candidates = self
            .corpus
            .candidates(&Query {
                date: reading.article.metadata.date(),
                reading: &reading,
                id: &id,
                window_days: self.config.window_days,
                limit: 50,
            })
            .unwrap_or_else(|error| Candidates {
                entries: Vec::new(),
                gaps: vec![error.to_string()],
            });
        let coverage = coverage::cover(&reading, &candidates);
        let findings = rules::check(&rules::Context {
            reading: &reading,
            coverage: &coverage,
            settings: &self.config.rules,
        });
        Checked {
            reading: Arc::new(reading),
            coverage: Arc::new(coverage),
            findings: Arc::new(findings),
        }
    }
}
