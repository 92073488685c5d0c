//! HTML comments, and the `presscheck-ignore` ones among them.

use crate::{Block, Ignore, Problem, Span};

/// Every `<!-- … -->` of `source` from `base` on, in order, and a problem for one never closed,
/// which is taken to end with its line so that the rest of the article is still read.
pub(crate) fn find(source: &str, base: usize) -> (Vec<Span>, Option<Problem>) {
    let mut comments = Vec::new();
    let mut at = base;
    while let Some(start) = source.get(at..).and_then(|rest| rest.find("<!--")).map(|i| at + i) {
        let rest = &source[start..];
        let Some(length) = rest.find("-->") else {
            let end = start + rest.find(['\n', '\r']).unwrap_or(rest.len());
            let span = Span::new(start, end);
            comments.push(span);
            let message = "comment without an end; expected `-->`".into();
            return (comments, Some(Problem { span, message }));
        };
        at = start + length + "-->".len();
        comments.push(Span::new(start, at));
    }
    (comments, None)
}

/// The ignore comments among `comments`. One inside a block applies to it, one that stands alone to
/// the next block of copy.
pub(crate) fn ignores(source: &str, comments: &[Span], blocks: &[Block]) -> Vec<Ignore> {
    comments
        .iter()
        .filter_map(|&span| {
            let words = source.get(span.start..span.end)?.strip_prefix("<!--")?.trim();
            let words = words.strip_suffix("-->").unwrap_or(words);
            let words = words.trim().strip_prefix("presscheck-ignore")?;
            let (words, file) = match words.strip_prefix("-file") {
                Some(rest) => (rest, true),
                None => (words, false),
            };
            if words.starts_with(|c: char| c.is_alphanumeric() || c == '-') {
                return None;
            }
            let (rules, reason) = match words.split_once(':') {
                Some((rules, reason)) => (rules, Some(reason.trim())),
                None => (words, None),
            };
            let scope = if file { None } else { Some(scope(span, blocks)) };
            Some(Ignore {
                span,
                rules: rules
                    .split(|c: char| c == ',' || c.is_whitespace())
                    .filter(|rule| !rule.is_empty())
                    .map(str::to_ascii_uppercase)
                    .collect(),
                scope,
                reason: reason.filter(|reason| !reason.is_empty()).map(Into::into),
            })
        })
        .collect()
}

fn scope(comment: Span, blocks: &[Block]) -> Span {
    let after = blocks.partition_point(|block| block.span.end < comment.start);
    blocks[after..].iter().find(|block| block.is_copy()).map_or(comment, |block| block.span)
}
