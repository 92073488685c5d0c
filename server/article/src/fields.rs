//! Front matter to metadata: the keys that the usual site generators use, and presscheck's own.

use crate::{DeclaredSource, Fact, Metadata, Origin, Problem, Span, date, front_matter::Value};

const HEADLINE: &[&str] = &["title", "headline"];
const PUBLISHED: &[&str] = &[
    "date",
    "published",
    "publish_date",
    "publishdate",
    "pubdate",
    "date_published",
    "datepublished",
    "created",
];
const UPDATED: &[&str] = &[
    "updated",
    "lastmod",
    "last_modified_at",
    "last_modified",
    "modified",
    "date_modified",
    "datemodified",
];
const AUTHOR: &[&str] = &["author", "authors", "byline", "by"];
const OUTLET: &[&str] = &["outlet", "publisher", "publication", "site", "site_name", "source"];
const CLAIM_RATING: &[&str] = &["claim_rating", "claimrating", "textual_rating", "textualrating"];
const URL: &[&str] = &["canonical", "canonical_url", "canonicalurl", "url", "link", "permalink"];

/// Tables in which generators keep the keys that are not their own.
const NESTED: &[&str] = &["extra", "params", "taxonomies"];

/// What `fields` say about the article.
pub(crate) fn metadata(fields: &[(String, Value)], problems: &mut Vec<Problem>) -> Metadata {
    let texts = |keys: &[&str]| -> Vec<(String, Span)> {
        lookup(fields, keys).map(named).unwrap_or_default()
    };
    let fact = |(value, span): (String, Span)| Fact {
        value,
        span: Some(span),
        origin: Origin::FrontMatter,
    };
    let one = |keys: &[&str]| texts(keys).into_iter().next().map(fact);
    let mut day = |keys: &[&str]| {
        let (text, span) = texts(keys).into_iter().next()?;
        let found = date::first(&text);
        if found.is_none() {
            let message = format!("`{text}` is not a date; expected one like 2026-03-04");
            problems.push(Problem { span, message });
        }
        Some(fact((text, span))).zip(found).map(|(fact, value)| Fact {
            value,
            span: fact.span,
            origin: fact.origin,
        })
    };
    Metadata {
        published: day(PUBLISHED),
        updated: day(UPDATED),
        outlet: one(OUTLET),
        headline: one(HEADLINE),
        url: one(URL).filter(|url| url.value.contains("//")),
        bylines: texts(AUTHOR).into_iter().map(fact).collect(),
        taken_from: Vec::new(),
        sources: lookup(fields, &["sources"]).map(sources).unwrap_or_default(),
        claim_rating: one(CLAIM_RATING),
    }
}

/// The value of the first of `keys` that is there, at the top or in a generator's own table.
fn lookup<'a>(fields: &'a [(String, Value)], keys: &[&str]) -> Option<&'a Value> {
    let find = |fields: &'a [(String, Value)], key: &str| {
        fields.iter().find(|(name, _)| name.eq_ignore_ascii_case(key)).map(|(_, value)| value)
    };
    let nested = |key: &str| {
        NESTED.iter().find_map(|table| match find(fields, table)? {
            Value::Table(inner) => find(inner, key),
            _ => None,
        })
    };
    keys.iter()
        .find_map(|key| find(fields, key))
        .or_else(|| keys.iter().find_map(|key| nested(key)))
}

/// The names in a value: itself, its items, or what they give as `name`.
fn named(value: &Value) -> Vec<(String, Span)> {
    match value {
        Value::Text(text, span) if !text.trim().is_empty() => vec![(text.trim().into(), *span)],
        Value::Text(..) => Vec::new(),
        Value::List(list) => list.iter().flat_map(named).collect(),
        Value::Table(table) => table
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case("name"))
            .map(|(_, value)| named(value))
            .unwrap_or_default(),
    }
}

fn sources(value: &Value) -> Vec<DeclaredSource> {
    let Value::List(list) = value else { return Vec::new() };
    list.iter()
        .filter_map(|item| {
            let text = |wanted: &str| {
                let Value::Table(table) = item else { return None };
                let found = table.iter().find(|(key, _)| key.eq_ignore_ascii_case(wanted));
                named(&found?.1).into_iter().next().map(|(text, _)| text)
            };
            let bare = || named(item).into_iter().next().map(|(text, _)| text);
            let name = text("name").or_else(|| text("id").is_none().then(bare).flatten());
            let id = text("id").or_else(|| name.clone())?;
            Some(DeclaredSource { id, name, kind: text("kind") })
        })
        .collect()
}
