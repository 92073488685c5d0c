//! The files beside an article, as they are on disk.

use super::newsrooms::Article;
use newsroom::{Annotations, CONFIG_FILE, IGNORE_FILE, Newsroom};
use rules::{Beside, Context, Diagnostic, Fix, Target};
use std::path::PathBuf;

/// The files beside an article, as they are on disk.
pub struct Files<'a> {
    article: &'a Article<'a>,
    id: String,
    name: String,
    sidecar: Option<String>,
    ignores: Option<String>,
    config: Option<String>,
}

impl<'a> Files<'a> {
    /// Reads what there is.
    pub fn beside(article: &'a Article<'a>) -> Self {
        let read = |target| std::fs::read_to_string(path(article, target)).ok();
        let name = article.path.file_name().unwrap_or_default().to_string_lossy();
        Self {
            article,
            id: article.newsroom.id_of(&article.path).to_string(),
            name: name.into_owned(),
            sidecar: read(Target::Sidecar),
            ignores: read(Target::IgnoreFile),
            config: read(Target::Config),
        }
    }

    /// Everything on offer for `finding`.
    pub fn fixes(&self, finding: &Diagnostic) -> Vec<Fix> {
        rules::fixes(&self.context(), &self.names(), finding)
    }

    /// What answers `finding`, ways to ignore it left out.
    pub fn answers(&self, finding: &Diagnostic) -> Vec<Fix> {
        rules::answers(&self.context(), &self.names(), finding)
    }

    /// The article as rules see it.
    pub fn context(&self) -> Context<'_> {
        let Article { newsroom, checked, .. } = self.article;
        Context::new(&checked.reading, &checked.coverage, &newsroom.config.rules)
    }

    /// The files as rules see them.
    pub fn names(&self) -> Beside<'_> {
        let Article { newsroom, checked, .. } = self.article;
        let markdown = checked.reading.article.format == article::Format::Markdown;
        Beside {
            id: &self.id,
            name: &self.name,
            inline: markdown && newsroom.config.annotations != Some(Annotations::Sidecar),
            sidecar: self.sidecar.as_deref(),
            ignores: self.ignores.as_deref(),
            config: self.config.as_deref(),
        }
    }

    /// The text of the file that an edit changes; empty where it is yet to be made.
    pub fn text(&self, target: Target) -> &str {
        match target {
            Target::Article => &self.article.checked.reading.article.source,
            Target::Sidecar => self.sidecar.as_deref().unwrap_or_default(),
            Target::IgnoreFile => self.ignores.as_deref().unwrap_or_default(),
            Target::Config => self.config.as_deref().unwrap_or_default(),
        }
    }
}

/// The file that an edit changes.
pub fn path(article: &Article<'_>, target: Target) -> PathBuf {
    match target {
        Target::Article => article.path.clone(),
        Target::Sidecar => Newsroom::sidecar_path(&article.path),
        Target::IgnoreFile => article.newsroom.root.join(IGNORE_FILE),
        Target::Config => article.newsroom.root.join(CONFIG_FILE),
    }
}
