//! Quotes as others have them.

use crate::{
    diff,
    tell::Teller,
    types::{Quote, Standing, Version},
};
use coverage::{DifferenceKind, QuoteVersion};
use sourcing::{QuoteKind, Reading};
use std::collections::BTreeMap;

/// Quotes that others have too, those first that they have differently, and how many nobody has.
pub(crate) fn of(teller: &Teller) -> (Vec<Quote>, usize) {
    let mut others: BTreeMap<usize, Vec<&QuoteVersion>> = BTreeMap::new();
    for version in &teller.coverage.quotes {
        others.entry(version.quote).or_default().push(version);
    }
    let spoken = teller
        .reading
        .quotes
        .iter()
        .enumerate()
        .filter(|(_, quote)| matches!(quote.kind, QuoteKind::Full | QuoteKind::Partial));
    let alone = spoken.filter(|(index, _)| !others.contains_key(index)).count();
    let mut quotes: Vec<Quote> =
        others.into_iter().filter_map(|(index, others)| quote(teller, index, &others)).collect();
    quotes.sort_by_key(|quote| quote.versions.iter().map(|it| it.standing).min());
    (quotes, alone)
}

fn quote(teller: &Teller, index: usize, others: &[&QuoteVersion]) -> Option<Quote> {
    let ours = teller.reading.quotes.get(index)?;
    let mut versions: Vec<Version> = Vec::new();
    for other in others {
        let Some(version) = version(teller, index, other) else { continue };
        let same = versions.iter_mut().find(|known| {
            // Of those that agree, nobody asks how each names the speaker.
            let alike =
                known.passage.text == version.passage.text && known.speaker == version.speaker;
            known.standing == version.standing && (alike || known.standing == Standing::Agrees)
        });
        match same {
            Some(known) => known.articles.extend(version.articles),
            None => versions.push(version),
        }
    }
    for version in &mut versions {
        version.articles.sort_unstable();
        version.articles.dedup();
    }
    versions.sort_by(|a, b| (a.standing, &a.articles).cmp(&(b.standing, &b.articles)));
    Some(Quote {
        ours: teller.passage(0, ours.inside, std::iter::empty()),
        speaker: speaker(teller.reading, index),
        versions,
    })
}

fn version(teller: &Teller, index: usize, other: &QuoteVersion) -> Option<Version> {
    let number = teller.number(other.teller);
    let theirs = teller.article(number);
    let inside = theirs.quotes.get(other.theirs)?.inside;
    let standing = match other.difference.as_ref().map(|it| it.kind) {
        None => Standing::Agrees,
        Some(DifferenceKind::Speaker) => Standing::Conflicts,
        Some(_) => Standing::Wording,
    };
    let here = teller.reading.words(teller.reading.quotes.get(index)?.inside);
    let pieces = match standing {
        Standing::Agrees => Vec::new(),
        _ => diff::pieces(here, theirs.words(inside)),
    };
    Some(Version {
        articles: vec![number],
        standing,
        passage: teller.passage(number, inside, std::iter::empty()),
        speaker: speaker(theirs, other.theirs),
        pieces,
    })
}

/// Whom an article gives a quote of its to.
fn speaker(reading: &Reading, quote: usize) -> Option<String> {
    let attribution = reading.quotes.get(quote)?.attribution?;
    reading.attributions.get(attribution)?.speaker.clone()
}
