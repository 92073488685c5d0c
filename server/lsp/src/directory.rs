//! Finds people and stories in all articles of a newsroom.

use article::Span;
use corpus::Entry;
use language::{EntityId, MentionKind};
use std::{collections::BTreeMap, sync::Arc};

/// Most of each kind that are shown; an editor asks again as its user goes on typing.
const MOST: usize = 200;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An article, by its headline.
    Story,
    /// Somebody whom articles name.
    Person,
}

/// Somebody or something by name.
#[derive(Debug, Clone)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// A headline or a name.
    pub name: String,
    /// Outlet and date of a story; in how many articles a person is named.
    pub detail: String,
    /// The article; for a person, the newest one.
    pub entry: Arc<Entry>,
    /// Where in its source.
    pub span: Span,
}

/// Stories, then people, whose names hold every word of `query`, in whatever case; the newest first.
pub fn find<'a>(entries: impl Iterator<Item = &'a Arc<Entry>>, query: &str) -> Vec<Found> {
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let matches = |name: &str| {
        let name = name.to_lowercase();
        words.iter().all(|word| name.contains(word))
    };
    let mut stories = Vec::new();
    let mut people: BTreeMap<&str, (&Arc<Entry>, EntityId, usize)> = BTreeMap::new();
    for entry in entries {
        stories.extend(story(entry).filter(|story| matches(&story.name)));
        for (id, entity) in entry.reading.entities.iter().enumerate() {
            // A surname on its own is too little to tell people apart.
            let known = entity.kind == MentionKind::Person && entity.name.contains(' ');
            if !known || !matches(&entity.name) {
                continue;
            }
            let person = people.entry(&entity.name).or_insert((entry, EntityId(id), 0));
            person.2 += 1;
            if person.0.date < entry.date {
                (person.0, person.1) = (entry, EntityId(id));
            }
        }
    }
    let people = people.into_iter().filter_map(|(name, (entry, id, articles))| {
        let place = entry.reading.names.iter().find(|name| name.entity == Some(id))?.name;
        Some(Found {
            kind: Kind::Person,
            name: name.into(),
            detail: crate::page::count(articles, "article"),
            entry: Arc::clone(entry),
            span: entry.reading.span(place),
        })
    });
    let mut people: Vec<_> = people.collect();
    for found in [&mut stories, &mut people] {
        found.sort_by(|a, b| b.entry.date.cmp(&a.entry.date).then_with(|| a.name.cmp(&b.name)));
        found.truncate(MOST);
    }
    stories.extend(people);
    stories
}

fn story(entry: &Arc<Entry>) -> Option<Found> {
    let headline = entry.reading.article.metadata.headline.as_ref()?;
    let date = entry.date.map(|date| format!(", {date}")).unwrap_or_default();
    Some(Found {
        kind: Kind::Story,
        name: headline.value.clone(),
        detail: format!("{}{date}", entry.outlet),
        entry: Arc::clone(entry),
        span: headline.span.unwrap_or_default(),
    })
}
