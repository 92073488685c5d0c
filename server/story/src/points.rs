//! What the article says: what others report of it, and what nobody else does.

use crate::{
    tell::Teller,
    types::{Alone, Point, Report, Standing},
    words::cited,
};
use coverage::{DifferenceKind, Relation, Value};
use sourcing::{Place, Sourcing};

/// Longest words that a table has room for, in characters.
const SHORT: usize = 32;

/// The points that others report, what differs most first, and those that they do not, in order.
pub(crate) fn of(teller: &Teller) -> (Vec<Point>, Vec<Alone>) {
    let (reading, coverage) = (teller.reading, teller.coverage);
    let mut points: Vec<Point> = Vec::new();
    for (sentence, found) in coverage.points.iter().enumerate() {
        if found.reports.is_empty() || !teller.is_copy(sentence) {
            continue;
        }
        let differing = found.reports.iter().flat_map(|it| &it.differences).map(|it| it.here);
        let mut reports: Vec<Report> = found
            .reports
            .iter()
            .enumerate()
            .map(|(at, report)| {
                let superseded = teller
                    .values
                    .iter()
                    .find(|it| it.superseded && (it.sentence, it.report) == (sentence, at));
                self::report(teller, report, superseded)
            })
            .collect();
        reports.sort_by_key(|report| (report.passage.article, report.standing));
        let ours = teller.passage(0, reading.sentences[sentence].place, differing);
        points.push(Point { sentence, ours, cites: cited(reading, sentence), reports });
    }
    // Of those that agree, the order of the article says most.
    points.sort_by_key(|point| match point.gravest() {
        gravest if gravest.differs() => gravest as usize,
        _ => Standing::ALL.len(),
    });
    let unreported = |sentence: usize| {
        coverage.points.get(sentence).is_none_or(|point| point.reports.is_empty())
    };
    let mut alone: Vec<Alone> = Vec::new();
    for claim in reading.claims.iter().filter(|claim| claim.sourcing != Sourcing::None) {
        let sentence = claim.sentence;
        let told = alone.last().is_some_and(|last| last.sentence == sentence);
        if !told && unreported(sentence) && teller.is_copy(sentence) {
            let place = reading.sentences[sentence].place;
            let ours = teller.passage(0, place, std::iter::empty());
            alone.push(Alone { sentence, ours, cites: cited(reading, sentence) });
        }
    }
    (points, alone)
}

/// A report, and the older value in it that ours is the update of.
fn report(teller: &Teller, report: &coverage::Report, superseded: Option<&Value>) -> Report {
    let number = teller.number(report.teller);
    let theirs = teller.article(number);
    let standing = match report.relation {
        Relation::Conflicts => Standing::Conflicts,
        Relation::Updates => Standing::Later,
        Relation::Wording => Standing::Wording,
        _ if superseded.is_some() => Standing::Earlier,
        Relation::Adds => Standing::Adds,
        Relation::Agrees => Standing::Agrees,
        Relation::Related => Standing::Part,
    };
    let marked: Vec<Place> = match superseded {
        Some(value) if report.differences.is_empty() => vec![value.there],
        _ => report.differences.iter().map(|it| it.there).collect(),
    };
    let gravest = report.differences.iter().max_by_key(|it| it.severity);
    let figure = gravest.filter(|it| it.kind != DifferenceKind::Quote).map(|it| it.there);
    let words = figure.or(superseded.map(|value| value.there)).map(|place| theirs.words(place));
    let value = words.filter(|words| words.chars().count() <= SHORT).map(ToOwned::to_owned);
    let earlier = || {
        let value = superseded?;
        let (here, there) = (teller.reading.words(value.here), theirs.words(value.there));
        Some(format!("“{there}” was reported before “{here}”"))
    };
    // Both wordings of a quote stand side by side already.
    let said = report.differences.iter().filter(|it| it.kind != DifferenceKind::Quote);
    let mut why: Vec<String> = said.map(|it| it.why.clone()).collect();
    if standing == Standing::Earlier {
        why.extend(earlier());
    }
    Report {
        standing,
        passage: teller.passage(
            number,
            theirs.sentences[report.sentence].place,
            marked.into_iter(),
        ),
        cites: cited(theirs, report.sentence),
        value,
        why,
    }
}
