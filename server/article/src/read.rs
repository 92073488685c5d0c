//! The door of the room: text in, [`Article`] out.

use crate::{
    Article, Date, Format, about, comment, cut::Cut, fields, front_matter, page, pieces, tag,
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
    read_again(source, format, hint, None)
}

/// The same, with the article as it was before an edit: what the edit left alone is taken over from
/// there. The result does not depend on it.
pub fn read_again(
    source: impl Into<Arc<str>>,
    format: Format,
    hint: &Hint,
    previous: Option<&Article>,
) -> Article {
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

    let previous = previous.filter(|article| article.format == format);
    let previous = previous.map(|article| (&*article.cut, &*article.source));
    let cut = Cut::of(&source, format, front.end, cuts, previous);
    let mut blocks = cut.blocks.clone();
    let told = page::classify(&mut blocks, &cut.shapes, format, declared.headline.as_ref());
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
        cut: Arc::new(cut),
    }
}
