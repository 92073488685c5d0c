//! Finds people and stories in all articles of a newsroom.

use article::Span;
use corpus::Card;
use std::collections::BTreeMap;

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
pub struct Found<'a> {
    /// What it is.
    pub kind: Kind,
    /// A headline or a name.
    pub name: String,
    /// Outlet and date of a story; in how many articles a person is named.
    pub detail: String,
    /// The article; for a person, the newest one.
    pub article: &'a Card,
    /// Where in its source.
    pub span: Span,
}

/// Stories, then people, whose names hold every word of `query`, in whatever case; the newest first.
pub fn find<'a>(articles: impl Iterator<Item = &'a Card>, query: &str) -> Vec<Found<'a>> {
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let matches = |name: &str| {
        let name = name.to_lowercase();
        words.iter().all(|word| name.contains(word))
    };
    let mut stories = Vec::new();
    let mut people: BTreeMap<&str, (&Card, Span, usize)> = BTreeMap::new();
    for article in articles {
        stories.extend(story(article).filter(|story| matches(&story.name)));
        for listed in article.people.iter().filter(|person| matches(&person.name)) {
            let person = people.entry(&listed.name).or_insert((article, listed.span, 0));
            person.2 += 1;
            if person.0.date < article.date {
                (person.0, person.1) = (article, listed.span);
            }
        }
    }
    let people = people.into_iter().map(|(name, (article, span, articles))| Found {
        kind: Kind::Person,
        name: name.into(),
        detail: crate::page::count(articles, "article"),
        article,
        span,
    });
    let mut people: Vec<_> = people.collect();
    for found in [&mut stories, &mut people] {
        found.sort_by(|a, b| b.article.date.cmp(&a.article.date).then_with(|| a.name.cmp(&b.name)));
        found.truncate(MOST);
    }
    stories.extend(people);
    stories
}

fn story(article: &Card) -> Option<Found<'_>> {
    let headline = article.headline.as_ref()?;
    let date = article.date.map(|date| format!(", {date}")).unwrap_or_default();
    Some(Found {
        kind: Kind::Story,
        name: headline.name.to_string(),
        detail: format!("{}{date}", article.outlet),
        article,
        span: headline.span,
    })
}
