//! Which tellers are copies of one text or rest on one report, so that they count once.

use crate::{
    Family,
    pairs::Pairs,
    tellers::citations::{self, Cited},
};
use corpus::Entry;
use sourcing::Reading;
use std::{
    collections::BTreeSet,
    sync::{Arc, OnceLock},
};

/// Share of the shorter text's shingles that another must have to be its copy.
const COPY: f32 = 0.5;

/// What tells where a text comes from.
#[derive(Debug)]
struct Origin {
    outlet: String,
    /// Outlets it rests on, as it cites them.
    cites: Vec<Cited>,
    /// The same as they are compared, in order.
    rests_on: BTreeSet<String>,
}

/// Which candidates are of one family, found out once.
#[derive(Debug)]
pub(crate) struct Kinship {
    entries: Vec<Arc<Entry>>,
    origins: Vec<OnceLock<Origin>>,
    /// For each two of them why they are one family.
    because: Pairs<Option<String>>,
}

/// Joins the tellers, which are the candidates at `told`, into families.
pub(crate) fn join(reading: &Reading, kinship: &Kinship, told: &[usize]) -> Vec<Family> {
    let own_outlet = reading.article.metadata.outlet.as_ref();
    let own_shingles = corpus::shingles(reading);
    let own = Origin::of(reading, own_outlet.map_or("", |outlet| &outlet.value));
    let mut families: Vec<Family> = Vec::new();
    for (index, &at) in told.iter().enumerate() {
        let mut family = Family { tellers: vec![index], ..Family::default() };
        if let Some(because) = related(kinship.side(at), (&own, &own_shingles)) {
            family.includes_own = true;
            family.because = because;
        }
        // A teller can be what joins two families that had nothing in common so far.
        families.retain(|known| {
            let because = known.tellers.iter().find_map(|kin| kinship.related(at, told[*kin]));
            let Some(because) = because else { return true };
            family.tellers.extend(&known.tellers);
            family.includes_own |= known.includes_own;
            let known = Some(&known.because).filter(|because| !because.is_empty());
            family.because.clone_from(known.unwrap_or(because));
            false
        });
        family.tellers.sort_unstable();
        families.push(family);
    }
    families.sort_by(|a, b| a.tellers.cmp(&b.tellers));
    families
}

impl Kinship {
    pub(crate) fn of(entries: &[Arc<Entry>]) -> Self {
        let count = entries.len();
        Self {
            entries: entries.to_vec(),
            origins: (0..count).map(|_| OnceLock::new()).collect(),
            because: Pairs::of(count),
        }
    }

    fn side(&self, at: usize) -> (&Origin, &[u64]) {
        let entry = &self.entries[at];
        let origin = self.origins[at].get_or_init(|| Origin::of(&entry.reading, &entry.outlet.0));
        (origin, &entry.shingles)
    }

    /// The outlets that a candidate cites.
    pub(crate) fn cites(&self, at: usize) -> &[Cited] {
        &self.side(at).0.cites
    }

    /// Why two candidates are one family, if they are.
    fn related(&self, one: usize, other: usize) -> Option<&String> {
        let because = |later, earlier| related(self.side(later), self.side(earlier));
        self.because.get(one, other, because).as_ref()
    }
}

impl Origin {
    fn of(reading: &Reading, outlet: &str) -> Self {
        let cites: Vec<Cited> = citations::outlets(reading).collect();
        let rests_on = cites.iter().map(|(outlet, _)| citations::bare(outlet)).collect();
        Self { outlet: citations::bare(outlet), cites, rests_on }
    }
}

/// Why two texts, each with its shingles, are one family, if they are.
fn related(ours: (&Origin, &[u64]), theirs: (&Origin, &[u64])) -> Option<String> {
    if is_copy(ours.1, theirs.1) {
        return Some("near-copies".to_owned());
    }
    let (ours, theirs) = (ours.0, theirs.0);
    let shared = ours.rests_on.intersection(&theirs.rests_on).next();
    let source = shared
        .or_else(|| ours.rests_on.get(&theirs.outlet))
        .or_else(|| theirs.rests_on.get(&ours.outlet))?;
    Some(format!("according to {}", title(source)))
}

/// Whether of the smaller of two sorted sets at least the share `COPY` lies in the larger.
fn is_copy(a: &[u64], b: &[u64]) -> bool {
    let fewer = a.len().min(b.len()).max(1);
    let (mut here, mut there, mut shared) = (0, 0, 0);
    while let (Some(ours), Some(theirs)) = (a.get(here), b.get(there)) {
        // Without branches: which of two hashes is less cannot be foreseen.
        here += usize::from(ours <= theirs);
        there += usize::from(theirs <= ours);
        shared += usize::from(ours == theirs);
    }
    shared as f32 >= COPY * fewer as f32
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
