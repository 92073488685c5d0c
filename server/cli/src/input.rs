//! Articles from records and from files.

use crate::failure::Failure;
use article::{Date, Format, Hint};
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
    Ok(read(text, format, &Hint { outlet, published, ..Hint::default() }))
}

/// The article in a file; its name tells the format.
pub fn file(path: &Path) -> Result<Reading, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::at(path, "reading", &error))?;
    let markdown = path.extension().is_some_and(|extension| {
        ["md", "markdown"].iter().any(|known| extension.eq_ignore_ascii_case(known))
    });
    let format = if markdown { Format::Markdown } else { Format::Plain };
    let hint = Hint { name: path.to_string_lossy().into_owned(), ..Hint::default() };
    Ok(read(&String::from_utf8_lossy(&bytes), format, &hint))
}

fn read(text: &str, format: Format, hint: &Hint) -> Reading {
    sourcing::read(Arc::new(article::read(text, format, hint)), None)
}
