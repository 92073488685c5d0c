//! The story report, which editors show as it stands. `presscheck/storyReport` asks for it.

use super::file_uri;
use crate::{ready::Ready, story_page};
use corpus::ArticleId;
use serde::Serialize;
use tower_lsp::ls_types::{ShowDocumentParams, Uri};

/// The story report of an open file.
#[derive(Debug, Serialize)]
pub struct StoryReport {
    /// The editor's number for the text that this is about.
    version: i32,
    /// What the links of the page are relative to; `null` where they are complete.
    folder: Option<String>,
    /// The page: one HTML document that asks for nothing else.
    html: String,
}

/// The story report, with links as seen from the newsroom's folder.
pub fn story_report(ready: &Ready) -> StoryReport {
    let finished = &ready.finished;
    let folder = finished.folder.as_deref().and_then(|path| Some((path, file_uri(path)?)));
    let address = |id: &ArticleId| {
        let path = finished.path_of(id);
        match &folder {
            Some((folder, _)) => Some(story::relative(folder, &path)),
            None => Some(file_uri(&path)?.as_str().to_owned()),
        }
    };
    StoryReport {
        version: finished.version,
        html: story_page::page(ready, &address),
        folder: folder.map(|(_, uri)| format!("{}/", uri.as_str().trim_end_matches('/'))),
    }
}

/// Has the editor open `page` outside.
pub fn in_browser(page: &Uri) -> ShowDocumentParams {
    ShowDocumentParams {
        uri: page.clone(),
        external: Some(true),
        take_focus: Some(true),
        selection: None,
    }
}
