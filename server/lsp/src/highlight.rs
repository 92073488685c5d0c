//! Words that belong together with those under the cursor.

use crate::passage::{Subject, mentions};
use article::Span;
use sourcing::{Place, Reading};

/// Why words are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// They name the same as the words under the cursor, or who says them.
    Names,
    /// They attribute: "said".
    Cue,
    /// They are what is said.
    Said,
}

/// For a name: every mention of it. Elsewhere: who says the words, by which cue, and all of what is
/// said with them.
pub fn at(reading: &Reading, offset: usize) -> Vec<(Span, Kind)> {
    let Some(Subject::Entity(entity)) = Subject::at(reading, offset) else {
        return said(reading, offset);
    };
    let places = mentions(reading, entity).into_iter();
    places.map(|place| (reading.span(place), Kind::Names)).collect()
}

fn said(reading: &Reading, offset: usize) -> Vec<(Span, Kind)> {
    let touches = |place: &Place| reading.span(*place).touches(offset);
    let mut attributions = reading.attributions.iter();
    let found =
        attributions.find(|it| it.content.iter().any(touches) || it.cue.iter().any(touches));
    let Some(found) = found else { return Vec::new() };
    let kinds =
        [(&found.source, Kind::Names), (&found.cue, Kind::Cue), (&found.content, Kind::Said)];
    let spans = kinds
        .into_iter()
        .flat_map(|(places, kind)| places.iter().map(move |place| (reading.span(*place), kind)));
    spans.collect()
}
