//! The story report of a checked text, as a page and as text.

use crate::{ready::Ready, rule_pages, state::Home, to_proto};
use corpus::ArticleId;
use std::{fs, io, path::PathBuf};
use story::Story;

/// The report in words alone, articles named as the newsroom names them.
pub fn text(ready: &Ready, columns: usize) -> String {
    story::text(&tell(ready), columns, &|id| id.0.to_string())
}

fn tell(ready: &Ready) -> Story {
    let checked = &ready.finished.checked;
    story::tell(&ready.finished.article, &checked.reading, &checked.coverage)
}

/// The page, `address` saying where articles lie as seen from it. A text that was never saved lies
/// nowhere.
pub fn page(ready: &Ready, address: &dyn Fn(&ArticleId) -> Option<String>) -> String {
    let article = &ready.finished.article;
    let saved = matches!(ready.file.home, Home::File(_));
    let address = |id: &ArticleId| (saved || id != article).then(|| address(id)).flatten();
    story::html(&tell(ready), &address)
}

/// Writes the page where browsers can open it and nobody looks for articles; says where.
pub fn write(ready: &Ready) -> io::Result<PathBuf> {
    let folder = rule_pages::cache()?;
    fs::create_dir_all(&folder)?;
    let path = folder.join("story-report.html");
    let address =
        |id: &ArticleId| Some(to_proto::file_uri(&ready.finished.path_of(id))?.as_str().to_owned());
    fs::write(&path, page(ready, &address))?;
    Ok(path)
}
