//! Joins what the caller, the front matter, the page and the file's name say about the article.

use crate::{Date, Fact, Hint, Metadata, Origin, date, dateline, page::Told};

/// The surest of what is known.
pub(crate) fn metadata(declared: Metadata, told: Told, hint: &Hint) -> Metadata {
    let mut metadata = declared;
    let caller = |value: &String| Fact { value: value.clone(), span: None, origin: Origin::Caller };
    let text = |(value, span): (String, _)| Fact { value, span: Some(span), origin: Origin::Text };

    if let Some(outlet) = &hint.outlet {
        metadata.outlet = Some(caller(outlet));
    }
    metadata.outlet = metadata
        .outlet
        .or_else(|| hint.usual_outlet.as_ref().map(caller))
        .or_else(|| told.outlets.into_iter().map(text).next());
    // The agency of a dateline published what nobody else signs, and else is where it comes from.
    let agency = told.agency.map(text);
    let copied = agency.clone().filter(|_| metadata.outlet.is_some());
    metadata.taken_from = copied.into_iter().chain(told.taken_from.into_iter().map(text)).collect();
    metadata.taken_from.retain(|from| {
        metadata.outlet.as_ref().is_none_or(|own| !own.value.eq_ignore_ascii_case(&from.value))
    });
    metadata.taken_from.dedup_by(|a, b| a.value == b.value);
    let in_name = || Some(Fact { value: outlet(&hint.name)?, span: None, origin: Origin::File });
    metadata.outlet = metadata.outlet.or(agency).or_else(in_name);
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
    let in_name =
        || Some(Fact { value: date::first(stem(&hint.name))?, span: None, origin: Origin::File });
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

/// A file's name without folder and extension.
fn stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// The outlet that a file is named for: "Caliber" for `wire/2025-07-02-caliber.txt`. A number, a
/// date or a checksum names nobody.
fn outlet(name: &str) -> Option<String> {
    let stem = stem(name);
    let dated = date::first(stem).is_some();
    let separators = move |c: char| matches!(c, '-' | '_' | ' ') || dated && c == '.';
    let mut words: Vec<String> = Vec::new();
    for part in stem.split(separators).filter(|part| !part.is_empty()) {
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        if digits == 0 && part.contains(char::is_alphabetic) {
            words.push(capitalised(part, words.is_empty()));
        } else if digits == part.len() && digits <= 2 && !words.is_empty() && !dated {
            words.push(part.into());
        }
    }
    (!words.is_empty()).then(|| words.join(" "))
}

/// "gazette" as "Gazette"; what has capitals or is a domain stays as it is.
fn capitalised(word: &str, first: bool) -> String {
    const SMALL: &[&str] = &["of", "and", "the", "de", "du", "des", "del", "la", "le", "les", "di"];
    if word.contains(|c: char| c.is_uppercase() || c == '.') || !first && SMALL.contains(&word) {
        return word.into();
    }
    if let Some(agency) = dateline::agency(word) {
        return agency.into();
    }
    let vowel = |c: char| "aeiouyäöüåæøéèáíóú".contains(c);
    if word.chars().count() <= 4 && !word.contains(vowel) {
        return word.to_uppercase();
    }
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
