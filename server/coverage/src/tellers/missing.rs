//! What other outlets report of the story and the article does not have.

use crate::{
    Coverage,
    differ::{self, Beside, facts::Telling},
};
use article::BlockKind;
use sourcing::{Reading, Sourcing};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Articles that are looked through, the best first: each is held against each.
const MOST: usize = 20;
/// From this likeness on a sentence of ours may make the point, if not plainly.
const MAYBE: f32 = 0.2;

/// A point of the story that the article lacks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Missing {
    /// Who makes it, as indices into [`Coverage::tellers`] and into that reading's sentences; one
    /// sentence a teller, in order of tellers.
    pub told: Vec<(usize, usize)>,
    /// In how many independent families.
    pub families: usize,
}

/// What can be checked in the others' articles and stands nowhere in `reading`: first what most
/// families have.
pub fn missing(reading: &Reading, coverage: &Coverage) -> Vec<Missing> {
    let Some(memory) = &coverage.memory else { return Vec::new() };
    let told = coverage.tellers.iter().take(MOST).map_while(|teller| {
        let mut others = memory.pool.others.iter();
        let other = others.find(|other| Arc::ptr_eq(&other.entry, &teller.entry))?;
        Some((&*other.entry.reading, other.telling(&memory.pool.weights)))
    });
    let told: Vec<(&Reading, &Telling)> = told.collect();
    let ours = (reading, &memory.ours);
    let lacking: Vec<BTreeSet<usize>> = told.iter().map(|it| lacking(*it, ours)).collect();
    let mut groups = Groups::default();
    for (one, theirs) in told.iter().enumerate() {
        for (other, rivals) in told.iter().enumerate().skip(one + 1) {
            let beside = Beside::of(*theirs, *rivals, 0);
            for &sentence in &lacking[one] {
                let found = beside.found(sentence);
                let shown = differ::shown(&found).into_iter().map(|at| found[at].there);
                let shown = shown.filter(|there| lacking[other].contains(there));
                for there in shown {
                    groups.join((one, sentence), (other, there));
                }
            }
        }
    }
    for (teller, sentences) in lacking.iter().enumerate() {
        for &sentence in sentences {
            groups.add((teller, sentence));
        }
    }
    let mut missing: Vec<Missing> = groups.0.into_iter().map(|told| of(told, coverage)).collect();
    missing.sort_by(|a, b| b.families.cmp(&a.families).then(a.told.cmp(&b.told)));
    missing
}

fn of(told: BTreeMap<usize, usize>, coverage: &Coverage) -> Missing {
    let families: BTreeSet<usize> =
        told.keys().filter_map(|&teller| Some(coverage.tellers.get(teller)?.family)).collect();
    Missing { told: told.into_iter().collect(), families: families.len() }
}

/// Sentences of an article that can be checked and that nothing of ours may be a report of.
fn lacking(theirs: (&Reading, &Telling), ours: (&Reading, &Telling)) -> BTreeSet<usize> {
    let (reading, telling) = theirs;
    let in_copy = |sentence: usize| {
        let block = reading.sentences[sentence].place.block;
        let kind = reading.article.blocks[block].kind;
        sentence < telling.vectors.lines.len()
            && matches!(kind, BlockKind::Paragraph | BlockKind::ListItem)
    };
    let claims = reading.claims.iter().filter(|claim| claim.sourcing != Sourcing::None);
    let claims: BTreeSet<usize> = claims.map(|it| it.sentence).filter(|it| in_copy(*it)).collect();
    let beside = Beside::of(theirs, ours, 0);
    // We have what we quote, however few its words.
    let quoted = beside.quotes.iter().flatten().map(|version| reading.quotes[version.quote].inside);
    let quoted: BTreeSet<usize> = quoted.filter_map(|place| reading.sentence_at(place)).collect();
    let unmet = |sentence: &usize| {
        let found = beside.found(*sentence);
        !quoted.contains(sentence)
            && differ::shown(&found).is_empty()
            && found.iter().all(|it| it.score < MAYBE)
    };
    claims.into_iter().filter(unmet).collect()
}

/// Sentences that make one point, by teller; of each teller one.
#[derive(Default)]
struct Groups(Vec<BTreeMap<usize, usize>>);

impl Groups {
    fn of(&self, (teller, sentence): (usize, usize)) -> Option<usize> {
        self.0.iter().position(|group| group.get(&teller) == Some(&sentence))
    }

    fn add(&mut self, one: (usize, usize)) {
        if self.of(one).is_none() {
            self.0.push(BTreeMap::from([one]));
        }
    }

    /// Puts two sentences into one group, where that leaves each teller with one.
    fn join(&mut self, one: (usize, usize), other: (usize, usize)) {
        match (self.of(one), self.of(other)) {
            (None, None) => self.0.push(BTreeMap::from([one, other])),
            (Some(group), None) => _ = self.0[group].entry(other.0).or_insert(other.1),
            (None, Some(group)) => _ = self.0[group].entry(one.0).or_insert(one.1),
            (Some(a), Some(b)) if a != b => {
                let apart = self.0[a].keys().all(|teller| !self.0[b].contains_key(teller));
                if apart {
                    let (kept, gone) = (a.min(b), a.max(b));
                    let more = self.0.remove(gone);
                    self.0[kept].extend(more);
                }
            }
            _ => {}
        }
    }
}
