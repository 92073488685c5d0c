//! Fact-checks as the web has them: schema.org `ClaimReview`, in a page or a file of its own, and the
//! answers of the Fact Check Tools API.

use super::{Feed, FeedError, Item, copy::Body, date};
use article::BlockKind;
use serde_json::{Map, Value};

/// What the fact-checks of many desks are called together.
const TITLE: &str = "Fact-checks";

/// How a page opens a script that holds data.
const DATA: &str = "application/ld+json";

/// The fact-checks in a JSON file.
pub fn json(text: &str) -> Result<Feed, FeedError> {
    let value = serde_json::from_str(text).map_err(|error| FeedError::Json(error.to_string()))?;
    let feed = feed(&[value]);
    if feed.items.is_empty() && feed.skipped.is_empty() {
        Err(FeedError::NoReview)
    } else {
        Ok(feed)
    }
}

/// The fact-checks that a page has as data; `None` where it has none.
pub fn page(html: &str) -> Option<Feed> {
    let scripts = html.split("<script").skip(1).filter_map(|rest| {
        let (tag, rest) = rest.split_once('>')?;
        let (inside, _) = rest.split_once("</script")?;
        tag.contains(DATA).then(|| serde_json::from_str(inside).ok()).flatten()
    });
    let feed = feed(&scripts.collect::<Vec<_>>());
    (!feed.items.is_empty()).then_some(feed)
}

fn feed(values: &[Value]) -> Feed {
    let mut feed = Feed { title: TITLE.into(), items: Vec::new(), skipped: Vec::new() };
    for value in values {
        gather(value, None, &mut feed);
    }
    feed
}

/// Takes the fact-checks in `value`; `claim` is the one that the value around it speaks of.
fn gather(value: &Value, claim: Option<&str>, feed: &mut Feed) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| gather(value, claim, feed)),
        Value::Object(fields) => {
            let own = text(fields, &["claimReviewed"]).or(claim);
            if is_review(fields) {
                match item(fields, own) {
                    Ok(item) => feed.items.push(item),
                    Err(why) => feed.skipped.push((name(fields).unwrap_or_default().into(), why)),
                }
                return;
            }
            let around = text(fields, &["text"]).filter(|_| fields.contains_key("claimReview"));
            fields.values().for_each(|value| gather(value, around.or(claim), feed));
        }
        _ => {}
    }
}

fn is_review(fields: &Map<String, Value>) -> bool {
    let is = |kind: &Value| kind.as_str().is_some_and(|kind| kind.ends_with("ClaimReview"));
    let typed = fields.get("@type").is_some_and(|kind| match kind {
        Value::Array(kinds) => kinds.iter().any(is),
        kind => is(kind),
    });
    typed || fields.contains_key("textualRating")
}

fn item(fields: &Map<String, Value>, claim: Option<&str>) -> Result<Item, &'static str> {
    let claim = claim.map(|claim| Body::read(claim).line()).filter(|claim| !claim.is_empty());
    let claim = claim.ok_or("does not say which claim it is about")?;
    let rating = rating(fields).ok_or("does not say how it rates the claim")?;
    let url = text(fields, &["url"]).filter(|url| url.starts_with("http"));
    let desk = ["author", "publisher"].iter().find_map(|key| match fields.get(*key)? {
        Value::Array(several) => several.first().and_then(Value::as_object).and_then(name),
        Value::Object(desk) => name(desk),
        other => other.as_str(),
    });
    Ok(Item {
        id: format!("{} {claim}", url.unwrap_or_default()),
        title: name(fields).map_or_else(|| claim.clone(), |title| Body::read(title).line()),
        outlet: desk.map(Into::into),
        date: text(fields, &["datePublished", "reviewDate"]).and_then(date),
        url: url.map(Into::into),
        authors: Vec::new(),
        claim_rating: Some(rating),
        body: Body::of_one(BlockKind::Paragraph, claim),
    })
}

/// In words, else as a number of how many.
fn rating(fields: &Map<String, Value>) -> Option<String> {
    if let Some(words) = text(fields, &["textualRating"]) {
        return Some(words.into());
    }
    let rating = fields.get("reviewRating")?.as_object()?;
    let number = |key: &str| match rating.get(key)? {
        Value::Number(number) => Some(number.to_string()),
        other => other.as_str().map(Into::into),
    };
    let words = text(rating, &["alternateName", "name"]).map(ToOwned::to_owned);
    words.or_else(|| match (number("ratingValue")?, number("bestRating")) {
        (value, Some(best)) => Some(format!("{value} of {best}")),
        (value, None) => Some(value),
    })
}

fn name(fields: &Map<String, Value>) -> Option<&str> {
    text(fields, &["headline", "title", "name", "site"])
}

/// The first of these fields that holds words.
fn text<'a>(fields: &'a Map<String, Value>, names: &[&str]) -> Option<&'a str> {
    let found = names.iter().filter_map(|name| fields.get(*name)?.as_str());
    found.map(str::trim).find(|text| !text.is_empty())
}
