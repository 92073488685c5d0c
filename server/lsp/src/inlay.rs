//! Hints in the text: who speaks, how many outlets report a claim, which day is meant.

use crate::{page::count, preferences::InlayHints};
use article::Span;
use coverage::{Coverage, Relation};
use newsroom::Checked;
use sourcing::{Attribution, Quote, QuoteKind, Reading};
use std::collections::BTreeSet;

/// A hint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// Where it stands, in the source.
    pub at: usize,
    /// What it says.
    pub text: String,
    /// What it rests on.
    pub tooltip: String,
}

/// The hints inside `span` that are `wanted`, in order.
pub fn within(checked: &Checked, span: Span, wanted: InlayHints) -> Vec<Hint> {
    let Checked { reading, coverage, .. } = checked;
    let mut hints = Vec::new();
    if wanted.speakers {
        hints.extend(speakers(reading));
    }
    if wanted.outlets {
        hints.extend(outlets(reading, coverage));
    }
    if wanted.dates {
        hints.extend(dates(reading));
    }
    hints.retain(|hint| span.touches(hint.at));
    hints.sort_by_key(|hint| hint.at);
    hints
}

/// Who speaks in quotes that do not name the speaker.
fn speakers(reading: &Reading) -> impl Iterator<Item = Hint> {
    let spoken = |quote: &&Quote| matches!(quote.kind, QuoteKind::Full | QuoteKind::Partial);
    reading.quotes.iter().filter(spoken).filter_map(|quote| {
        let attribution = reading.attributions.get(quote.attribution?)?;
        let speaker = attribution.speaker.as_ref()?;
        // Of a quotation in two parts, the last one bears the hint.
        let last = attribution.content.last()?;
        let whole = quote.outside.block == last.block && quote.outside.range.overlaps(last.range);
        if !whole || quote.tag.is_some() || names(reading, attribution, speaker) {
            return None;
        }
        let at = reading.span(quote.outside).end;
        let tooltip = match attribution.source.first() {
            Some(place) => format!("“{}” is {speaker}", reading.words(*place)),
            None => format!("Carried over from where {speaker} is named"),
        };
        // As an attribution is set: "…," — Ana Ruiz.
        Some(Hint { at, text: format!("— {speaker}"), tooltip })
    })
}

/// Whether the words of a source say who it is: they share a word that begins with a capital.
fn names(reading: &Reading, attribution: &Attribution, speaker: &str) -> bool {
    let written = attribution.source.iter().flat_map(|place| {
        reading.words(*place).split(|character: char| !character.is_alphanumeric())
    });
    let mut names = written.filter(|word| word.starts_with(char::is_uppercase));
    names.any(|word| speaker.contains(word))
        || attribution.source.iter().any(|place| reading.words(*place).contains(speaker))
}

/// "3 of 5 outlets" after each claim that others report.
fn outlets(reading: &Reading, coverage: &Coverage) -> Vec<Hint> {
    let name = |teller: usize| coverage.tellers.get(teller).map(|it| it.entry.outlet.to_string());
    let all: BTreeSet<_> = (0..coverage.tellers.len()).filter_map(name).collect();
    let mut hints: Vec<Hint> = Vec::new();
    for claim in reading.claims.iter().filter(|claim| !claim.checkable.is_empty()) {
        let Some(point) = coverage.points.get(claim.sentence) else { continue };
        let same = || point.reports.iter().filter(|it| it.relation != Relation::Related);
        let outlets: BTreeSet<_> = same().filter_map(|it| name(it.teller)).collect();
        let at = reading.span(reading.sentences[claim.sentence].place).end;
        if outlets.is_empty() || hints.last().is_some_and(|last| last.at == at) {
            continue;
        }
        let conflicts = same().filter(|it| it.relation == Relation::Conflicts).count();
        let but = if conflicts == 0 { String::new() } else { format!(", {conflicts} differ") };
        let outlets: Vec<_> = outlets.into_iter().collect();
        hints.push(Hint {
            at,
            text: format!("{} of {}{but}", outlets.len(), count(all.len(), "outlet")),
            tooltip: outlets.join(", "),
        });
    }
    hints
}

/// The day that is meant where it is not written out.
fn dates(reading: &Reading) -> impl Iterator<Item = Hint> {
    let published = reading.article.metadata.date();
    reading.times(|_, _| true).filter_map(move |(place, time)| {
        // "2026-02-04TEV" is an evening of that day.
        let day: article::Date = time.value.get(..10)?.parse().ok()?;
        let words = reading.words(place);
        let year = day.year().to_string();
        (!words.contains(&year)).then(|| Hint {
            at: reading.span(place).end,
            text: article::day(day),
            tooltip: published.map_or_else(String::new, |it| {
                format!("Seen from {}, the date of the article", article::day(it))
            }),
        })
    })
}
