//! Articles from records and from files.

use crate::failure::Failure;
use article::{Date, Format, Hint};
use newsroom::Newsroom;
use serde_json::Value;
use sourcing::Reading;
use std::{path::Path, sync::Arc};

/// The article of a record, `{"text", "format"?, "outlet"?, "date"?}`, or of a bare string.
pub fn article(record: &Value) -> Result<Reading, String> {
    let text = record.as_str().or_else(|| record["text"].as_str());
    let text = text.ok_or("expected the article as a string in `text`")?;
    let format = match record["format"].as_str() {
        None | Some("text") => Format::Plain,
        Some("markdown") => Format::Markdown,
        Some(other) => return Err(format!("expected `format` text or markdown, not {other}")),
    };
    let published = match record["date"].as_str() {
        None | Some("") => None,
        Some(date) => Some(
            date.parse::<Date>()
                .map_err(|_| format!("expected `date` as YYYY-MM-DD, not {date}"))?,
        ),
    };
    let outlet = record["outlet"].as_str().map(Into::into);
    let hint = Hint { outlet, published, ..Hint::default() };
    Ok(sourcing::read(Arc::new(article::read(text, format, &hint)), None))
}

/// The article in a file, whose name tells the format, with the tags that stand beside it.
pub fn file(path: &Path) -> Result<Reading, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::at(path, "reading", &error))?;
    let markdown = path.extension().is_some_and(|extension| {
        ["md", "markdown"].iter().any(|known| extension.eq_ignore_ascii_case(known))
    });
    let format = if markdown { Format::Markdown } else { Format::Plain };
    let hint = Hint { name: path.to_string_lossy().into_owned(), ..Hint::default() };
    let mut article = article::read(&*String::from_utf8_lossy(&bytes), format, &hint);
    if let Ok(sidecar) = std::fs::read(Newsroom::sidecar_path(path)) {
        article.annotate(String::from_utf8_lossy(&sidecar));
    }
    Ok(sourcing::read(Arc::new(article), None))
}
