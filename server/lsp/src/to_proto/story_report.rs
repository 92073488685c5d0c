//! The story report, which editors show as it stands. `presscheck/storyReport` asks for it.

use super::file_uri;
use crate::{ready::Ready, story_page};
use corpus::ArticleId;
use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::{ShowDocumentParams, TextDocumentIdentifier, Uri};

/// Of which open file to show the report, and how.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StoryReportParams {
    pub text_document: TextDocumentIdentifier,
    /// As text, too, of lines of at most so many characters.
    pub columns: Option<usize>,
}

/// The story report of an open file.
#[derive(Debug, Serialize)]
pub struct StoryReport {
    /// The editor's number for the text that this is about.
    version: i32,
    /// What the links of the page are relative to; `null` where they are complete.
    folder: Option<String>,
    /// The page: one HTML document that asks for nothing else.
    html: String,
    /// The same as text, where it was asked for; articles are named as seen from the folder.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

/// The story report, with links as seen from the newsroom's folder.
pub fn story_report(ready: &Ready, columns: Option<usize>) -> StoryReport {
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
        text: columns.map(|columns| story_page::text(ready, columns)),
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
