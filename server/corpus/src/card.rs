//! What the corpus remembers of every article, also of one whose reading it has let go of.

use crate::{ArticleId, Entry, Outlet, keys};
use article::{Date, Span};
use language::MentionKind;
use std::collections::BTreeMap;

/// An article in the catalogue.
#[derive(Debug, Clone)]
pub struct Card {
    /// Its name.
    pub id: ArticleId,
    /// Who published it.
    pub outlet: Outlet,
    /// When.
    pub date: Option<Date>,
    /// Whether it is the desk's own copy, which never counts as another outlet.
    pub own: bool,
    /// Its headline, with its place in the file.
    pub headline: Option<Listed>,
    /// The people whom it names in full, by name, each with the place of the first mention.
    pub people: Vec<Listed>,
    /// Whether it is a fact-check of a claim, and no report of a story.
    pub(crate) is_review: bool,
    /// What it is found by, sorted: hashes of names, typed quantities, quoted words and the content
    /// words of its opening.
    pub(crate) keys: Vec<u64>,
}

/// Something by which somebody may look for an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The words.
    pub name: Box<str>,
    /// Where they stand.
    pub span: Span,
}

impl Card {
    pub(crate) fn of(entry: &Entry) -> Self {
        let reading = &entry.reading;
        let metadata = &reading.article.metadata;
        let headline = metadata.headline.as_ref().map(|headline| Listed {
            name: headline.value.as_str().into(),
            span: headline.span.unwrap_or_default(),
        });
        let mut people = BTreeMap::new();
        for name in &reading.names {
            let Some(id) = name.entity else { continue };
            let Some(entity) = reading.entities.get(id.0) else { continue };
            // A surname on its own is too little to tell people apart.
            if entity.kind == MentionKind::Person && entity.name.contains(' ') {
                people.entry(entity.name.as_str()).or_insert(name.name);
            }
        }
        let people = people
            .into_iter()
            .map(|(name, place)| Listed { name: name.into(), span: reading.span(place) });
        Self {
            id: entry.id.clone(),
            outlet: entry.outlet.clone(),
            date: entry.date,
            own: entry.own,
            headline,
            people: people.collect(),
            is_review: entry.is_review(),
            keys: keys::of(reading),
        }
    }
}
