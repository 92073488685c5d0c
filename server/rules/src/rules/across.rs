//! Values that other outlets have differently.

pub mod alone;
pub mod conflict;
pub mod corrected;
pub mod other_source;
pub mod reviewed;
pub mod update;

use crate::{Context, Diagnostic, Rule, rules::numbers::malformed};
use article::BlockKind;
use coverage::{Difference, DifferenceKind};
use sourcing::{Place, Reading};
use std::collections::{BTreeMap, HashSet};

/// One value of ours, and the reports that have it differently.
#[derive(Debug, Default)]
pub(crate) struct Disputed<'a> {
    conflicts: Vec<(usize, &'a Difference)>,
    updates: Vec<(usize, &'a Difference)>,
}

impl Disputed<'_> {
    /// Tellers with their passages.
    fn passages(&self) -> impl Iterator<Item = (usize, Place)> {
        self.conflicts.iter().chain(&self.updates).map(|(teller, it)| (*teller, it.there))
    }
}

/// Values of ours that others have differently. What the headline repeats from the copy is left out:
/// one finding for one error.
fn disputed<'c, 'a>(context: &'c Context<'a>) -> &'c BTreeMap<Place, Disputed<'a>> {
    context.disputed.get_or_init(|| gathered(context))
}

fn gathered<'a>(context: &Context<'a>) -> BTreeMap<Place, Disputed<'a>> {
    let mut disputed: BTreeMap<Place, Disputed> = BTreeMap::new();
    for report in context.coverage.points.iter().flat_map(|point| &point.reports) {
        let theirs = context.reading_of(report.teller);
        let differences = report.differences.iter().filter(|it| is_value(it.kind));
        for difference in differences.filter(|it| is_comparable(context.reading, theirs, it)) {
            let value = disputed.entry(difference.here).or_default();
            match difference.severity {
                coverage::Severity::Conflict => value.conflicts.push((report.teller, difference)),
                coverage::Severity::Update => value.updates.push((report.teller, difference)),
                coverage::Severity::Wording => {}
            }
        }
    }
    let is_headline = |place: &Place| {
        let kind = context.reading.article.blocks[place.block].kind;
        matches!(kind, BlockKind::Headline | BlockKind::Subhead)
    };
    let in_copy: HashSet<(usize, Place)> = disputed
        .iter()
        .filter(|(here, _)| !is_headline(here))
        .flat_map(|(_, it)| it.passages())
        .collect();
    disputed.retain(|here, value| {
        !(is_headline(here) && value.passages().any(|passage| in_copy.contains(&passage)))
    });
    disputed
}

/// Whether a difference is about what happened; words, speakers and names have their own rules.
fn is_value(kind: DifferenceKind) -> bool {
    use DifferenceKind::{Date, Duration, Number, Place, Polarity};
    matches!(kind, Number | Date | Duration | Place | Polarity)
}

/// Whether two values can be held against each other: both are well formed, and neither passage
/// has the other's number as well, as in "six, after 47 the night before".
fn is_comparable(ours: &Reading, theirs: &Reading, difference: &Difference) -> bool {
    let Difference { here, there, .. } = *difference;
    let malformed = |reading: &Reading, place: Place| {
        malformed::is_in(&reading.article.blocks[place.block].text, place.range)
    };
    let has_both = match (number(ours, here), number(theirs, there)) {
        (Some(our), Some(their)) => {
            our.to_bits() != their.to_bits()
                && (gives(ours, here, their) || gives(theirs, there, our))
        }
        _ => false,
    };
    !malformed(ours, here) && !malformed(theirs, there) && !has_both
}

/// The number at `place`.
fn number(reading: &Reading, place: Place) -> Option<f64> {
    let mut quantities = reading.quantities(reading.sentence_at(place)?);
    let at = quantities.find(|(other, _)| other.range.overlaps(place.range))?;
    Some(at.1.value)
}

/// Whether the sentence at `place` gives `number` too.
fn gives(reading: &Reading, place: Place, number: f64) -> bool {
    let quantities = reading.sentence_at(place).map(|sentence| reading.quantities(sentence));
    quantities.into_iter().flatten().any(|(_, it)| it.value.to_bits() == number.to_bits())
}

/// A finding of `rule` at `here`, with the passages of `differences`.
fn finding(
    context: &Context<'_>,
    rule: &'static Rule,
    here: Place,
    differences: &[(usize, &Difference)],
    message: String,
) -> Diagnostic {
    let related =
        differences.iter().map(|(teller, it)| context.related(*teller, it.there)).collect();
    Diagnostic { related, ..Diagnostic::new(rule, context.reading.span(here), message) }
}
