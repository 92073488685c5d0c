//! What ties an article to one event: whom and what it is about, its numbers, and the days it gives.
//!
//! Two events of a kind share their words; they rarely share these.

use crate::{
    differ::scene::weekday,
    gate::{
        people::{Company, People},
        topic::{Overlap, Topic},
    },
};
use article::Date;
use language::Measure;
use sourcing::{Place, Reading};
use std::collections::{BTreeMap, BTreeSet};

/// Sentences behind the lead that still give the toll of the event.
const TOLLS: usize = 2;
/// Sentences in which the weekday of the event is given.
const OPENING: usize = 6;

/// The anchors of one article.
#[derive(Debug, Default)]
pub(crate) struct Anchors {
    date: Option<Date>,
    topic: Topic,
    people: People,
    /// Numbers that can be compared, in bits.
    numbers: BTreeSet<u64>,
    /// How many its opening says were killed, injured, arrested, in bits.
    tolls: BTreeMap<&'static str, BTreeSet<u64>>,
    /// Ages of people, in bits.
    ages: BTreeSet<u64>,
    /// Results of games and votes, in bits.
    scores: BTreeSet<u64>,
    /// Weekdays of its opening, that of the telling too.
    days: BTreeSet<u8>,
}

/// How the anchors of two articles stand to each other.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ties {
    pub(crate) overlap: Overlap,
    pub(crate) company: Company,
    /// Share of the numbers of one that the other has, 0..=1.
    pub(crate) numbers: f32,
    /// For each state of people 1 where both give tolls and none is the same, -1 where one is.
    pub(crate) tolls: f32,
    /// Each 1 where both give some and none is the same, -1 where one is, else 0.
    pub(crate) ages: f32,
    pub(crate) scores: f32,
    pub(crate) days: f32,
    /// Words of the longer one that count.
    pub(crate) longer: usize,
}

impl Anchors {
    pub(crate) fn of(reading: &Reading) -> Self {
        let topic = Topic::of(reading);
        let people = People::of(reading, topic.lead);
        let date = reading.article.metadata.date();
        let mut anchors = Self { date, people, ..Self::default() };
        for sentence in 0..reading.sentences.len() {
            for (_, quantity) in reading.quantities(sentence) {
                if quantity.vague || quantity.comparable().is_none() {
                    continue;
                }
                let value = quantity.value.to_bits();
                match quantity.measure {
                    Measure::Age => _ = anchors.ages.insert(value),
                    Measure::Score => _ = anchors.scores.insert(value),
                    _ => {}
                }
                if let Some(state) = quantity.state.filter(|_| sentence <= topic.lead + TOLLS) {
                    anchors.tolls.entry(state.word()).or_default().insert(value);
                }
                if quantity.value > 2.0 {
                    anchors.numbers.insert(value);
                }
            }
        }
        // As the words have them: what the article's own date makes of a Tuesday, that date says.
        for (block, paragraph) in reading.paragraphs.iter().enumerate() {
            for time in &paragraph.text.times {
                let place = Place { block, range: time.range };
                if reading.sentence_at(place).is_some_and(|sentence| sentence < OPENING) {
                    anchors.days.extend(weekday(time));
                }
            }
        }
        anchors.topic = topic;
        anchors
    }

    /// Days between the two, where both are dated.
    pub(crate) fn days_from(&self, other: &Self) -> Option<i32> {
        let days = self.date?.until(other.date?).ok()?.get_days();
        Some(days.abs())
    }

    pub(crate) fn ties(&self, other: &Self) -> Ties {
        let same = self.numbers.intersection(&other.numbers).count() as f32;
        let fewer = self.numbers.len().min(other.numbers.len()).max(1) as f32;
        let tolls = self.tolls.iter().filter_map(|(state, tolls)| {
            other.tolls.get(state).map(|others| against(tolls, others))
        });
        Ties {
            overlap: self.topic.overlap(&other.topic),
            company: self.people.company(&other.people),
            numbers: same / fewer,
            tolls: tolls.sum(),
            ages: against(&self.ages, &other.ages),
            scores: against(&self.scores, &other.scores),
            days: against(&self.days, &other.days),
            longer: self.topic.length.max(other.topic.length),
        }
    }
}

fn against<T: Ord>(ours: &BTreeSet<T>, theirs: &BTreeSet<T>) -> f32 {
    match () {
        () if ours.is_empty() || theirs.is_empty() => 0.0,
        () if ours.is_disjoint(theirs) => 1.0,
        () => -1.0,
    }
}
