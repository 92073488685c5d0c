//! What can be folded away: sections, page furniture, front matter.

use article::{Article, BlockKind, Span};

/// What a fold hides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A heading's copy.
    Section,
    /// What is not copy: front matter, bylines, furniture.
    Furniture,
}

/// The folds of an article, in order of their kind and place.
pub fn folds(article: &Article) -> Vec<(Span, Kind)> {
    let mut folds: Vec<_> = sections(article).map(|span| (span, Kind::Section)).collect();
    folds.extend(front_matter(article).map(|span| (span, Kind::Furniture)));
    let runs = article.blocks.chunk_by(|a, b| a.is_copy() == b.is_copy());
    folds.extend(runs.filter_map(|run| match run {
        [first, .., last] if !first.is_copy() => {
            Some((Span::new(first.span.start, last.span.end), Kind::Furniture))
        }
        _ => None,
    }));
    folds
}

/// From each subhead to the end of the copy under it.
fn sections(article: &Article) -> impl Iterator<Item = Span> {
    let is_head = |at: usize| article.blocks[at].kind == BlockKind::Subhead;
    (0..article.blocks.len()).filter(move |&at| is_head(at)).map(move |head| {
        let next = (head + 1..article.blocks.len()).find(|&at| is_head(at));
        let last = next.unwrap_or(article.blocks.len()) - 1;
        Span::new(article.blocks[head].span.start, article.blocks[last].span.end)
    })
}

/// From the fence at the top to the one that closes it.
fn front_matter(article: &Article) -> Option<Span> {
    let fence = ["---", "+++"].into_iter().find(|fence| article.source.starts_with(fence))?;
    let copy = article.blocks.first().map_or(article.source.len(), |block| block.span.start);
    let before = article.source.get(..copy)?;
    let close = before.rfind(&format!("\n{fence}"))?;
    Some(Span::new(0, close + 1 + fence.len()))
}
