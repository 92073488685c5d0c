//! Where what the words under the cursor are about was first said.

use crate::passage::{Passage, Subject, mentions};
use newsroom::Checked;

/// For a name, or "he" in "he said": the first mention of the full name. For a point: the oldest
/// report of it by another outlet.
pub fn of(checked: &Checked, offset: usize) -> Option<Passage> {
    let reading = &checked.reading;
    match Subject::at(reading, offset)? {
        Subject::Entity(entity) => {
            let full = reading.entities.get(entity.0)?.name.as_str();
            let places = mentions(reading, entity);
            let first = places.iter().find(|place| reading.words(**place) == full);
            first.or(places.first()).map(|place| Passage::here(reading.span(*place)))
        }
        Subject::Point(sentence) => {
            let coverage = &checked.coverage;
            let reports = coverage.points.get(sentence)?.reports.iter();
            let dated = reports.filter_map(|report| {
                let entry = &coverage.tellers.get(report.teller)?.entry;
                Some((entry.date?, report.teller, entry, report.sentence))
            });
            let (_, _, entry, sentence) = dated.min_by_key(|it| (it.0, it.1))?;
            let place = entry.reading.sentences.get(sentence)?.place;
            Some(Passage { article: Some(entry.id.clone()), span: entry.reading.span(place) })
        }
    }
}
