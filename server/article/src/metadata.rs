//! What an article says about itself.

use crate::Span;
use jiff::civil::Date;

/// One thing known about the article, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact<T> {
    /// What is known.
    pub value: T,
    /// Where it is written, if it is written in the file.
    pub span: Option<Span>,
    /// How it is known.
    pub origin: Origin,
}

/// How a fact about the article is known; the earlier, the stronger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// The caller said so: a record's `outlet` field, an `[outlets]` entry.
    Caller,
    /// Front matter.
    FrontMatter,
    /// A line of the text: "02 July 2025 12:35", "By Tamilla Hasanova".
    Text,
    /// The name of the file or its folder.
    File,
}

/// What an article says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Who published it.
    pub outlet: Option<Fact<String>>,
    /// Who wrote it.
    pub bylines: Vec<Fact<String>>,
    /// Its headline.
    pub headline: Option<Fact<String>>,
    /// The day it was first published.
    pub published: Option<Fact<Date>>,
    /// The day it was last changed.
    pub updated: Option<Fact<Date>>,
    /// Where it stands on the web.
    pub url: Option<Fact<String>>,
    /// Outlets it says it is taken from: "courtesy of …", "based on materials published by …".
    pub taken_from: Vec<Fact<String>>,
    /// Sources declared in front matter.
    pub sources: Vec<DeclaredSource>,
    /// What a fact-check found: "False". An article that has it is no report; its copy is the claim
    /// that was checked.
    pub claim_rating: Option<Fact<String>>,
}

impl Metadata {
    /// Whether it is a fact-check of a claim, and no report of a story.
    pub fn is_review(&self) -> bool {
        self.claim_rating.is_some()
    }

    /// The day its words are to be understood from: last change, else publication.
    pub fn date(&self) -> Option<Date> {
        self.updated.as_ref().or(self.published.as_ref()).map(|fact| fact.value)
    }
}

/// A day as our messages write it: "5 February 2026".
pub fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// An entry of `sources:` in front matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeclaredSource {
    /// The key that tags name it by.
    pub id: String,
    /// Name in full.
    pub name: Option<String>,
    /// `person`, `official`, `document`, `agency`, `outlet` or `anonymous`.
    pub kind: Option<String>,
}
