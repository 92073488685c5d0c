//! The door of the room: text in, [`Article`] out.

use crate::{
    Article, Date, Format, about, comment, fields, front_matter, markdown, page, pieces, plain, tag,
};
use std::sync::Arc;

/// What the caller knows about a file beyond its text.
#[derive(Debug, Clone, Default)]
pub struct Hint {
    /// File name with its last folder, for outlet and date in names: `wire/2025-07-02-caliber.txt`.
    pub name: String,
    /// Outlet, where the caller's word is final.
    pub outlet: Option<String>,
    /// Outlet of such files, where front matter does not say otherwise.
    pub usual_outlet: Option<String>,
    /// Publication date, where the caller's word is final.
    pub published: Option<Date>,
}

/// Reads `source` as `format`. Never fails: see [`Article::problems`].
pub fn read(source: impl Into<Arc<str>>, format: Format, hint: &Hint) -> Article {
    let source: Arc<str> = source.into();
    let front = front_matter::read(&source);
    let mut problems = front.problems;
    let declared = fields::metadata(&front.fields, &mut problems);

    let (comments, unclosed) = comment::find(&source, front.end);
    problems.extend(unclosed);
    let mut tags = tag::find(&source, front.end);
    tags.sort_by_key(|tag| tag.span);
    let mut cuts = tag::cuts(&tags);
    cuts.extend(&comments);
    cuts.sort_unstable();

    let mut blocks = match format {
        Format::Markdown => markdown::blocks(&source, front.end, &cuts),
        Format::Plain => plain::blocks(&source, front.end, &cuts),
    };
    let told = page::classify(&mut blocks, format, declared.headline.as_ref());
    let metadata = about::metadata(declared, told, hint);
    tags.retain(|tag| {
        let past = blocks.partition_point(|block| block.span.start <= tag.span.start);
        let around = past.checked_sub(1).and_then(|at| blocks.get(at));
        around.is_some_and(|block| block.is_copy() && block.span.covers(tag.span))
    });
    problems.sort_by_key(|problem| problem.span);
    Article {
        ignores: comment::ignores(&source, &comments, &blocks),
        source,
        format,
        metadata,
        blocks: pieces::cut(blocks),
        tags,
        orphans: Vec::new(),
        problems,
        sidecar: None,
    }
}
