//! What ties an article to one event: its main names, its numbers, the years, days and ages it
//! gives.
//!
//! Two events of a kind share their words; they rarely share these.

use crate::{
    scene::{Scene, weekday},
    weights,
};
use article::Date;
use sourcing::Reading;
use std::collections::BTreeSet;

/// Names that stand for an article: those that it repeats most and that are rarest.
const MAIN: usize = 5;
/// A name of this rarity tells nothing; what lies above adds up.
const COMMON: f32 = 4.0;
/// Rarest names that both have, of which the rarities are added.
const SHARED: usize = 8;
/// Sentences in which the day of the event is given.
const OPENING: usize = 6;

/// Days between the dates of two articles on one story.
const WINDOW_DAYS: i32 = 7;

/// The anchors of one article.
#[derive(Debug, Default)]
pub(crate) struct Anchors {
    date: Option<Date>,
    /// Terms of names with the number of sentences that have them, sorted.
    names: Vec<(u64, u32)>,
    /// How many sentences it has.
    sentences: usize,
    /// Numbers that can be compared, in bits.
    numbers: BTreeSet<u64>,
    /// The last year it gives.
    year: Option<i16>,
    /// Weekdays of its opening, that of the telling too.
    days: BTreeSet<u8>,
    /// Ages of people, in bits.
    ages: BTreeSet<u64>,
}

/// How the anchors of two articles stand to each other.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ties {
    /// Share of the main names of one that the other has, the lower of both ways, 0..=1.
    pub(crate) names: f32,
    /// Share of the numbers of one that the other has, 0..=1.
    pub(crate) numbers: f32,
    /// Rarities of the rarest names of both, added.
    pub(crate) rarest: f32,
    /// Each 1 where both give some and none is the same, -1 where one is, else 0.
    pub(crate) years: f32,
    pub(crate) days: f32,
    pub(crate) ages: f32,
}

impl Anchors {
    pub(crate) fn of(reading: &Reading) -> Self {
        let mut names: Vec<u64> = Vec::new();
        let (date, sentences) = (reading.article.metadata.date(), reading.sentences.len());
        let mut anchors = Self { date, sentences, ..Self::default() };
        for sentence in 0..sentences {
            let scene = Scene::of(reading, sentence);
            names.extend(scene.names);
            anchors.ages.extend(scene.ages);
            let numbers = reading.quantities(sentence).map(|(_, quantity)| quantity);
            let told =
                numbers.filter(|it| it.value > 2.0 && !it.vague && it.comparable().is_some());
            anchors.numbers.extend(told.map(|quantity| quantity.value.to_bits()));
        }
        for (place, time) in &reading.times {
            let year = time.value.get(..4).and_then(|year| year.parse().ok());
            anchors.year = anchors.year.max(year);
            if reading.sentence_at(*place) < Some(OPENING) {
                anchors.days.extend(weekday(time));
            }
        }
        names.sort_unstable();
        let runs = names.chunk_by(|a, b| a == b);
        anchors.names =
            runs.map(|run| (run[0], u32::try_from(run.len()).unwrap_or(u32::MAX))).collect();
        anchors
    }

    /// Whether they are too many days apart for one story.
    pub(crate) fn apart(&self, other: &Self) -> bool {
        self.days_from(other).is_some_and(|days| days > WINDOW_DAYS)
    }

    /// Days between the two, where both are dated.
    pub(crate) fn days_from(&self, other: &Self) -> Option<i32> {
        let days = self.date?.until(other.date?).ok()?.get_days();
        Some(days.abs())
    }

    pub(crate) fn ties(&self, other: &Self) -> Ties {
        let shared = self.numbers.intersection(&other.numbers).count() as f32;
        let fewer = self.numbers.len().min(other.numbers.len()).max(1) as f32;
        let year = |anchors: &Self| BTreeSet::from_iter(anchors.year);
        Ties {
            names: self.met_by(other).min(other.met_by(self)),
            numbers: shared / fewer,
            rarest: self.rarest(other),
            years: against(&year(self), &year(other)),
            days: against(&self.days, &other.days),
            ages: against(&self.ages, &other.ages),
        }
    }

    /// Share of the main names that `other` has too; half where there are none.
    fn met_by(&self, other: &Self) -> f32 {
        let weigh = |&(name, count): &(u64, u32)| (count as f32 * self.rarity(other, name), name);
        let mut main: Vec<(f32, u64)> = self.names.iter().map(weigh).collect();
        main.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        main.truncate(MAIN);
        let all: f32 = main.iter().map(|(weight, _)| weight).sum();
        let met: f32 = main.iter().filter(|(_, name)| other.count(*name) > 0).map(|it| it.0).sum();
        if all > 0.0 { met / all } else { 0.5 }
    }

    fn rarest(&self, other: &Self) -> f32 {
        let shared = self.names.iter().filter(|(name, _)| other.count(*name) > 0);
        let mut rarities: Vec<f32> = shared.map(|(name, _)| self.rarity(other, *name)).collect();
        rarities.sort_by(|a, b| b.total_cmp(a));
        rarities.into_iter().take(SHARED).map(|rarity| (rarity - COMMON).max(0.0)).sum()
    }

    /// How rare a name is in the two alone: a newsroom full of one story would make its names
    /// common, and the story no longer one.
    fn rarity(&self, other: &Self, name: u64) -> f32 {
        let having = self.count(name) + other.count(name);
        weights::rarity(name, having as f32, (self.sentences + other.sentences) as f32)
    }

    /// Sentences that have the name.
    fn count(&self, name: u64) -> u32 {
        let at = self.names.binary_search_by_key(&name, |(name, _)| *name);
        at.map_or(0, |at| self.names[at].1)
    }
}

fn against<T: Ord>(ours: &BTreeSet<T>, theirs: &BTreeSet<T>) -> f32 {
    match () {
        () if ours.is_empty() || theirs.is_empty() => 0.0,
        () if ours.is_disjoint(theirs) => 1.0,
        () => -1.0,
    }
}
