//! Plain text to paragraphs: one a line, or lines wrapped at a steady width.

use crate::{
    Block, BlockKind, Span,
    clean::Clean,
    lines::{Line, lines},
};

/// The paragraphs and list items of `source` from `base` on. `cuts` are sorted spans that are no
/// copy: comments and the brackets of quote tags.
pub(crate) fn blocks(source: &str, base: usize, cuts: &[Span]) -> Vec<Block> {
    let all: Vec<Line> = lines(source.get(base..).unwrap_or_default(), base).collect();
    let width = all.split(|line| line.text.is_empty()).filter_map(wrap_width).max();
    let mut blocks = Vec::new();
    for group in all.split(|line| line.text.is_empty()) {
        let own = wrap_width(group);
        let mut at = 0;
        while at < group.len() {
            let goes_on = |i: usize| {
                // Lists and the like in a wrapped text: only where the sentence plainly goes on.
                let inside = group.len() == 2 || group.get(i + 1).is_some_and(starts_inside);
                let width = own.or(width.filter(|_| inside));
                width.is_some_and(|width| is_wrapped(&group[i..], width))
            };
            let last = (at..group.len()).find(|&i| !goes_on(i)).unwrap_or(group.len() - 1);
            blocks.extend(block(source, &group[at..=last], cuts));
            at = last + 1;
        }
    }
    blocks
}

/// Columns at which text on a screen or in a mail is wrapped.
const WIDTHS: std::ops::RangeInclusive<usize> = 45..=120;

/// The width that the lines between two blank lines are wrapped at: every line is so full that the
/// next word would not have fitted, and the breaks fall inside sentences.
fn wrap_width(group: &[Line]) -> Option<usize> {
    if group.len() < 3 {
        return None;
    }
    // Long lines are paragraphs of their own; their columns need not be counted.
    if group.iter().any(|line| line.text.len() > 4 * WIDTHS.end()) {
        return None;
    }
    let width = group.iter().map(|line| columns(line.text)).max()?;
    let breaks = group.len() - 1;
    let full = (0..breaks).filter(|&i| is_wrapped(&group[i..], width)).count();
    let inside = group[1..].iter().filter(|line| starts_inside(line)).count();
    let steady = full * 10 >= breaks * 7 && inside * 3 >= breaks;
    (WIDTHS.contains(&width) && steady).then_some(width)
}

/// Whether the first of `lines` goes on in the second: it had no room for that one's first word.
fn is_wrapped(lines: &[Line], width: usize) -> bool {
    let [line, next, ..] = lines else { return false };
    if item_marker(next.text).is_some() {
        return false;
    }
    let word = next.text.split_whitespace().next().unwrap_or_default();
    columns(line.text) + 1 + columns(word) > width
}

fn starts_inside(line: &Line) -> bool {
    line.text.starts_with(char::is_lowercase)
}

fn columns(text: &str) -> usize {
    text.chars().count()
}

/// Length of the marker that makes a line a point of a list.
fn item_marker(text: &str) -> Option<usize> {
    if let Some(rest) = text.strip_prefix(['-', '*', '•', '–', '·', '▪', '◦']) {
        let words = rest.trim_start();
        return (words.len() < rest.len() && !words.is_empty()).then(|| text.len() - words.len());
    }
    let digits = text.find(|c: char| !c.is_ascii_digit()).filter(|&n| n == 1 || n == 2)?;
    let rest = text[digits..].strip_prefix(['.', ')'])?;
    let words = rest.trim_start();
    (words.len() < rest.len() && words.starts_with(char::is_alphabetic))
        .then(|| text.len() - words.len())
}

fn block(source: &str, paragraph: &[Line], cuts: &[Span]) -> Option<Block> {
    let (first, last) = (paragraph.first()?, paragraph.last()?);
    let span = Span::new(first.span.start, last.span.end);
    let marker = item_marker(first.text);
    let read = |cuts: &[Span]| {
        let mut clean = Clean::default();
        let mut at = first.span.start + marker.unwrap_or(0);
        for line in paragraph {
            at = at.max(line.span.start);
            clean.space(at);
            clean.verbatim_without(source, Span::new(at, line.span.end), cuts);
        }
        clean
    };
    let kind = if marker.is_some() { BlockKind::ListItem } else { BlockKind::Paragraph };
    let clean = read(cuts);
    if clean.is_blank() {
        return read(&[]).finish(BlockKind::Boilerplate, span);
    }
    clean.finish(kind, span)
}
