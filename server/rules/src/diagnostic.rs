//! What a rule reports.

use crate::Rule;
use article::{Date, Span};
use corpus::{ArticleId, Outlet};

/// How grave a finding is, the gravest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Shown only to those who look.
    Hint,
    /// Worth knowing.
    Information,
    /// Worth acting on.
    Warning,
    /// Must not be printed so.
    Error,
}

/// A finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// Id of the rule: "SRC001".
    pub rule: &'static str,
    /// How grave it is, after settings.
    pub severity: Severity,
    /// Where, in the source.
    pub span: Span,
    /// One or two sentences for the writer.
    pub message: String,
    /// The passages it rests on, in other articles or in this one.
    pub related: Vec<Related>,
    /// What can be done, the preferred one first.
    pub fixes: Vec<Fix>,
}

impl Diagnostic {
    /// A finding of `rule` at its own severity.
    pub(crate) fn new(rule: &'static Rule, span: Span, message: impl Into<String>) -> Self {
        Self {
            rule: rule.id,
            severity: rule.severity,
            span,
            message: message.into(),
            related: Vec::new(),
            fixes: Vec::new(),
        }
    }
}

/// A passage that a finding rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// The article it stands in; `None` for the article under check.
    pub article: Option<ArticleId>,
    /// Whose article that is.
    pub outlet: Option<Outlet>,
    /// When it was published.
    pub date: Option<Date>,
    /// The sentence, in that article's source.
    pub span: Span,
    /// The words in it that matter.
    pub words: Span,
    /// The sentence.
    pub text: String,
}

/// Whether a fix may be applied without looking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Safety {
    /// May run in fix-all.
    Safe,
    /// One at a time, by a person.
    Suggested,
}

/// A change that answers a finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Fix {
    /// What it does, in the imperative: "Tag quote as said by Emmanuel Macron".
    pub title: String,
    /// Whether it may be applied without looking.
    pub safety: Safety,
    /// The changes; never between quotation marks.
    pub edits: Vec<Edit>,
}

impl Fix {
    /// A fix for a person to choose.
    pub(crate) fn suggested(title: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { title: title.into(), safety: Safety::Suggested, edits }
    }

    /// A fix that may run in fix-all.
    pub(crate) fn safe(title: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { title: title.into(), safety: Safety::Safe, edits }
    }
}

/// One change of one file.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// Which file.
    pub target: Target,
    /// What is replaced; empty to insert.
    pub span: Span,
    /// By what.
    pub text: String,
    /// What it does, where it is one of many that a person looks through before they are made.
    pub label: Option<String>,
}

impl Edit {
    /// A change of a file.
    pub fn of(target: Target, span: Span, text: impl Into<String>) -> Self {
        Self { target, span, text: text.into(), label: None }
    }

    /// Words of the article in place of others.
    pub(crate) fn replace(span: Span, text: impl Into<String>) -> Self {
        Self::of(Target::Article, span, text)
    }

    /// Words put into the article.
    pub(crate) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::replace(Span::new(at, at), text)
    }
}

/// The file that an edit changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// The article under check.
    Article,
    /// Its sidecar of annotations, created where missing.
    Sidecar,
    /// The newsroom's ignore file, created where missing.
    IgnoreFile,
    /// The newsroom's `presscheck.toml`, created where missing.
    Config,
}
