//! The story report of a checked text, as a page.

use crate::{ready::Ready, rule_pages, state::Home, to_proto};
use corpus::ArticleId;
use std::{fs, io, path::PathBuf};

/// The page, `address` saying where articles lie as seen from it. A text that was never saved lies
/// nowhere.
pub fn page(ready: &Ready, address: &dyn Fn(&ArticleId) -> Option<String>) -> String {
    let (article, checked) = (&ready.finished.article, &ready.finished.checked);
    let saved = matches!(ready.file.home, Home::File(_));
    let address = |id: &ArticleId| (saved || id != article).then(|| address(id)).flatten();
    let story = story::tell(article, &checked.reading, &checked.coverage);
    story::html(&story, &address)
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
