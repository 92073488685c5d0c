//! Joins what the caller, the front matter, the page and the file's name say about the article.

use crate::{Date, Fact, Hint, Metadata, Origin, date, page::Told};

/// The surest of what is known.
pub(crate) fn metadata(declared: Metadata, told: Told, hint: &Hint) -> Metadata {
    let mut metadata = declared;
    let caller = |value: &String| Fact { value: value.clone(), span: None, origin: Origin::Caller };
    let text = |(value, span): (String, _)| Fact { value, span: Some(span), origin: Origin::Text };

    if let Some(outlet) = &hint.outlet {
        metadata.outlet = Some(caller(outlet));
    }
    let (stem, file_date) = name_parts(&hint.name);
    metadata.taken_from = told.taken_from.into_iter().map(text).collect();
    metadata.taken_from.dedup_by(|a, b| a.value == b.value);
    if metadata.outlet.is_none() {
        metadata.outlet = told
            .outlets
            .into_iter()
            .map(text)
            .next()
            .or_else(|| stem.map(|value| Fact { value, span: None, origin: Origin::File }));
    }
    if metadata.bylines.is_empty() {
        metadata.bylines = told.bylines.into_iter().map(text).collect();
    }
    metadata.headline = metadata.headline.or_else(|| told.headline.map(text));

    let day = |updated: bool| {
        let found = told.dates.iter().find(|(dated, _)| dated.updated == updated)?;
        Some(Fact { value: found.0.date, span: Some(found.1), origin: Origin::Text })
    };
    if let Some(value) = hint.published {
        metadata.published = Some(Fact { value, span: None, origin: Origin::Caller });
    }
    let in_url = || {
        let url = metadata.url.as_ref()?;
        Some(Fact { value: date::first(&url.value)?, span: url.span, origin: url.origin })
    };
    let in_name = || file_date.map(|value| Fact { value, span: None, origin: Origin::File });
    let published = metadata.published.take();
    metadata.published = published.or_else(|| day(false)).or_else(in_url).or_else(in_name);
    metadata.updated = metadata.updated.or_else(|| day(true));
    // A dateline gives the day of writing without its year, which the day of publication has.
    if let (Some(((month, number), span)), Some(known)) = (told.day, &metadata.published)
        && known.origin == Origin::File
        && let Ok(value) = Date::new(known.value.year(), month, number)
    {
        metadata.published = Some(Fact { value, span: Some(span), origin: Origin::Text });
    }
    metadata
}

/// Outlet and date in a file's name: `wire/2025-07-02-caliber.txt`.
fn name_parts(name: &str) -> (Option<String>, Option<Date>) {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let found = date::first(stem);
    let letters = |part: &&str| part.contains(char::is_alphabetic);
    let words: Vec<&str> = match found {
        Some(_) => stem.split(['-', '_', ' ', '.']).filter(letters).collect(),
        None => vec![stem],
    };
    let outlet = words.join("-");
    ((!outlet.is_empty()).then_some(outlet), found)
}
