//! Quoted words are sacred: what an edit may touch.

use crate::{Edit, Target};
use article::Span;
use sourcing::{Quote, Reading};

/// Whether no edit changes a character between quotation marks. Every fix passes here, whatever
/// its rule intended.
pub fn leaves_quotes_alone(reading: &Reading, edits: &[Edit]) -> bool {
    let outside = |quote: &Quote| reading.span(quote.outside);
    edits.iter().filter(|edit| edit.target == Target::Article).all(|edit| {
        let past = reading.quotes.partition_point(|quote| outside(quote).end <= edit.span.start);
        let free = reading.quotes.get(past).is_none_or(|it| edit.span.end <= outside(it).start);
        free && !between_marks(&reading.article.source, edit.span)
    })
}

/// How far a mark is looked for on each side of an edit, in bytes. Longer quotations are told by the
/// reading alone; without a bound, one line of many megabytes would be searched for every fix.
const FARTHEST: usize = 4096;

/// Whether `span` lies between “ and ” on one line, whatever else the marks there may mean: where
/// marks are in disorder, the more careful reading holds.
fn between_marks(source: &str, span: Span) -> bool {
    let mark = |c: char| matches!(c, '“' | '”' | '\n');
    let from = source.floor_char_boundary(span.start.saturating_sub(FARTHEST));
    let to = source.floor_char_boundary(span.start + FARTHEST);
    let (Some(before), Some(after)) = (source.get(from..span.start), source.get(span.start..to))
    else {
        return false;
    };
    let opened = before.rfind(mark).is_some_and(|at| before[at..].starts_with('“'));
    opened && after.find(mark).is_some_and(|at| after[at..].starts_with('”'))
}
