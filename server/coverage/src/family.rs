//! Which tellers are copies of one text or rest on one report, so that they count once.

use crate::{Family, Teller};
use sourcing::{Reading, SourceKind};
use std::{collections::BTreeSet, sync::Arc};

/// Share of the shorter text's shingles that another must have to be its copy.
const COPY: f32 = 0.5;
/// Sentences of an article's opening: a source named there stands for the story.
const OPENING: usize = 4;

/// What tells where a text comes from.
struct Origin<'a> {
    outlet: String,
    /// Hashes of runs of words, sorted.
    shingles: &'a [u64],
    /// Outlets it rests on, in lower case.
    rests_on: BTreeSet<String>,
}

/// Joins `tellers` into families and writes each one's family into it.
pub(crate) fn join(reading: &Reading, tellers: &mut [Teller]) -> Vec<Family> {
    let own_outlet = reading.article.metadata.outlet.as_ref();
    let own_shingles = corpus::shingles(reading);
    let own = Origin::of(reading, own_outlet.map_or("", |outlet| &outlet.value), &own_shingles);
    let entries: Vec<_> = tellers.iter().map(|teller| Arc::clone(&teller.entry)).collect();
    let origins: Vec<Origin> = entries
        .iter()
        .map(|entry| Origin::of(&entry.reading, &entry.outlet.0, &entry.shingles))
        .collect();
    let mut families: Vec<Family> = Vec::new();
    for (index, origin) in origins.iter().enumerate() {
        let mut family = Family { tellers: vec![index], ..Family::default() };
        if let Some(because) = origin.related(&own) {
            family.includes_own = true;
            family.because = because;
        }
        // A teller can be what joins two families that had nothing in common so far.
        families.retain(|known| {
            let because = known.tellers.iter().find_map(|kin| origin.related(&origins[*kin]));
            let Some(because) = because else { return true };
            family.tellers.extend(&known.tellers);
            family.includes_own |= known.includes_own;
            let known = Some(&known.because).filter(|because| !because.is_empty());
            family.because = known.cloned().unwrap_or(because);
            false
        });
        family.tellers.sort_unstable();
        families.push(family);
    }
    families.sort_by(|a, b| a.tellers.cmp(&b.tellers));
    for (index, family) in families.iter().enumerate() {
        family.tellers.iter().for_each(|teller| tellers[*teller].family = index);
    }
    families
}

impl<'a> Origin<'a> {
    fn of(reading: &Reading, outlet: &str, shingles: &'a [u64]) -> Self {
        let taken =
            reading.article.metadata.taken_from.iter().map(|fact| fact.value.to_lowercase());
        let opening = reading.sentences.get(OPENING).map_or(usize::MAX, |last| last.place.block);
        let through = reading.attributions.iter().filter(|attribution| {
            attribution.content.first().is_some_and(|place| place.block < opening)
        });
        let through = through.filter_map(|attribution| {
            let outlet = attribution.speaker.as_ref();
            let outlet = outlet.filter(|_| attribution.kind == Some(SourceKind::Outlet));
            attribution.via.as_ref().or(outlet).map(|name| name.to_lowercase())
        });
        Self { outlet: outlet.to_lowercase(), shingles, rests_on: taken.chain(through).collect() }
    }

    /// Why the two are one family, if they are.
    fn related(&self, other: &Self) -> Option<String> {
        if containment(self.shingles, other.shingles) >= COPY {
            return Some("near-copies".to_owned());
        }
        let shared = self.rests_on.intersection(&other.rests_on).next();
        let source = shared
            .or_else(|| self.rests_on.get(&other.outlet))
            .or_else(|| other.rests_on.get(&self.outlet))?;
        Some(format!("according to {}", title(source)))
    }
}

/// Share of the smaller set that lies in the larger, 0..=1.
fn containment(a: &[u64], b: &[u64]) -> f32 {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let shared = few.iter().filter(|hash| many.binary_search(hash).is_ok()).count();
    shared as f32 / few.len().max(1) as f32
}

/// An outlet's name for display: names are kept in lower case for comparison.
fn title(name: &str) -> String {
    let words = name.split_whitespace().map(|word| {
        let mut letters = word.chars();
        letters
            .next()
            .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    });
    words.collect::<Vec<String>>().join(" ")
}
