//! Where else what the words under the cursor are about is said.

use crate::passage::{Passage, Subject, mentions};
use language::EntityId;
use newsroom::Checked;

/// For a name: every mention of it, here and in the other articles of the story. For a point: every
/// outlet's report of it; `declared` asks for our own words too.
pub fn of(checked: &Checked, offset: usize, declared: bool) -> Vec<Passage> {
    let reading = &checked.reading;
    match Subject::at(reading, offset) {
        None => Vec::new(),
        Some(Subject::Entity(entity)) => named(checked, entity),
        Some(Subject::Point(sentence)) => {
            let own = reading.sentences.get(sentence).filter(|_| declared);
            let own = own.map(|sentence| Passage::here(reading.span(sentence.place)));
            own.into_iter().chain(reported(checked, sentence)).collect()
        }
    }
}

fn named(checked: &Checked, entity: EntityId) -> Vec<Passage> {
    let reading = &checked.reading;
    let here = mentions(reading, entity).into_iter();
    let mut found: Vec<_> = here.map(|place| Passage::here(reading.span(place))).collect();
    let Some(name) = reading.entities.get(entity.0).map(|entity| &entity.name) else {
        return found;
    };
    for teller in &checked.coverage.tellers {
        let theirs = &teller.entry.reading;
        let same = theirs.entities.iter().position(|entity| entity.name == *name);
        for place in same.map(|same| mentions(theirs, EntityId(same))).unwrap_or_default() {
            let article = Some(teller.entry.id.clone());
            found.push(Passage { article, span: theirs.span(place) });
        }
    }
    found
}

fn reported(checked: &Checked, sentence: usize) -> impl Iterator<Item = Passage> {
    let coverage = &checked.coverage;
    let reports = coverage.points.get(sentence).into_iter().flat_map(|point| &point.reports);
    reports.filter_map(|report| {
        let entry = &coverage.tellers.get(report.teller)?.entry;
        let place = entry.reading.sentences.get(report.sentence)?.place;
        Some(Passage { article: Some(entry.id.clone()), span: entry.reading.span(place) })
    })
}
