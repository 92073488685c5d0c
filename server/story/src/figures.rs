//! How figures changed from one report to the next.

use crate::{
    tell::Teller,
    types::{Figure, Figures, Standing},
};
use coverage::{Severity, Value};
use sourcing::Place;

/// The figures of the article that were not the same in all reports, in order.
pub(crate) fn of(teller: &Teller) -> Vec<Figures> {
    let values = &teller.values;
    let mut places: Vec<(usize, Place)> = values
        .iter()
        .filter(|value| teller.is_copy(value.sentence))
        .map(|value| (value.sentence, value.here))
        .collect();
    places.sort_unstable();
    places.dedup();
    let figures = places.into_iter().filter_map(|(sentence, here)| {
        let same = values.iter().filter(|value| (value.sentence, value.here) == (sentence, here));
        let mut steps: Vec<Figure> = same.filter_map(|value| self::figure(teller, value)).collect();
        if steps.iter().all(|step| step.standing == Standing::Agrees) {
            return None;
        }
        let ours = teller.reading.sentences.get(sentence)?.place;
        let ours = teller.passage(0, ours, std::iter::once(here));
        steps.push(Figure {
            words: teller.reading.words(here).to_owned(),
            date: teller.reading.article.metadata.date(),
            articles: vec![0],
            passage: ours.clone(),
            standing: Standing::Agrees,
        });
        Some(Figures { ours, steps: in_order(steps) })
    });
    figures.collect()
}

fn figure(teller: &Teller, value: &Value) -> Option<Figure> {
    let report = teller.coverage.points.get(value.sentence)?.reports.get(value.report)?;
    let number = teller.number(report.teller);
    let theirs = teller.article(number);
    let differs = report.differences.iter().find(|it| it.here == value.here);
    let standing = match differs.map(|difference| difference.severity) {
        Some(Severity::Conflict) => Standing::Conflicts,
        Some(Severity::Update) => Standing::Later,
        Some(Severity::Wording) | None if value.superseded => Standing::Earlier,
        Some(Severity::Wording) | None => Standing::Agrees,
    };
    let sentence = theirs.sentences.get(report.sentence)?.place;
    Some(Figure {
        words: theirs.words(value.there).to_owned(),
        date: theirs.article.metadata.date(),
        articles: vec![number],
        passage: teller.passage(number, sentence, std::iter::once(value.there)),
        standing,
    })
}

/// By day, the undated last; the same words on one day are one step.
fn in_order(mut steps: Vec<Figure>) -> Vec<Figure> {
    steps.sort_by_key(|step| (step.date.is_none(), step.date, step.articles.clone()));
    let mut joined: Vec<Figure> = Vec::new();
    for step in steps {
        let same = |known: &&mut Figure| {
            (known.date, known.standing) == (step.date, step.standing)
                && known.words.eq_ignore_ascii_case(&step.words)
        };
        match joined.iter_mut().find(same) {
            Some(known) if !known.articles.contains(&step.articles[0]) => {
                known.articles.extend(step.articles);
            }
            Some(_) => {}
            None => joined.push(step),
        }
    }
    joined
}
