//! Compares numbers, each with the number in its own slot and with no other.
//!
//! A slot is what is measured, in which unit, of whom, in which state. Two numbers differ only
//! when they fill one slot and no reading of the one is a reading of the other; a bound agrees
//! with whatever lies beyond it, unless a later report of a growing toll says more.

use crate::differ::{
    doubt::{Tentative, Unless},
    number::{Number, grows},
    scene::{Meets, Scene},
};
use language::{Measure, State};
use sourcing::{Place, Reading};
use std::cmp::Ordering;

/// The numbers of an article, by sentence, and the scenes of its sentences.
#[derive(Debug, Default)]
pub(crate) struct Slots {
    values: Vec<Number>,
    /// Every number that is said, whatever it is part of, in bits, with its sentence; sorted.
    said: Vec<(usize, u64)>,
    scenes: Vec<Scene>,
}

impl Slots {
    pub(crate) fn of(reading: &Reading) -> Self {
        let sentences = 0..reading.sentences.len();
        let values = sentences.clone().flat_map(|sentence| {
            let found = reading.quantities(sentence);
            found
                .filter_map(move |(place, quantity)| Number::of(reading, sentence, place, quantity))
        });
        let said = sentences.clone().flat_map(|sentence| {
            reading.quantities(sentence).map(move |(_, it)| (sentence, it.value.to_bits()))
        });
        let mut said: Vec<(usize, u64)> = said.collect();
        said.sort_unstable();
        Self { values: values.collect(), said, scenes: Scene::all(reading) }
    }

    fn of_sentence(&self, sentence: usize) -> &[Number] {
        let start = self.values.partition_point(|value| value.sentence.0 < sentence);
        let end = self.values.partition_point(|value| value.sentence.0 <= sentence);
        &self.values[start..end]
    }

    /// Every number of a sentence, in bits, sorted.
    fn said(&self, sentence: usize) -> impl Iterator<Item = u64> {
        let start = self.said.partition_point(|(at, _)| *at < sentence);
        self.said[start..].iter().take_while(move |(at, _)| *at == sentence).map(|(_, said)| *said)
    }

    /// Whether a sentence is as one of `before` was.
    pub(crate) fn is_same(&self, sentence: usize, before: &Self, was: usize) -> bool {
        self.of_sentence(sentence) == before.of_sentence(was)
            && self.said(sentence).eq(before.said(was))
            && self.scenes.get(sentence) == before.scenes.get(was)
    }

    /// Whether the sentence says the number of `value` too: "six, after 47 the night before".
    fn says(&self, sentence: usize, value: &Number) -> bool {
        self.said.binary_search(&(sentence, value.said.to_bits())).is_ok()
    }

    /// Their sentences that hold the same number of something as one of ours, in order.
    pub(crate) fn shared(&self, here: usize, theirs: &Self) -> Vec<usize> {
        let same = |ours: &Number, other: &Number| {
            let same_thing = || {
                ours.measure != Measure::Count
                    || ours.state.is_some()
                    || !ours.noun.is_empty() && ours.noun == other.noun
            };
            ours.comparable(other) && same_thing() && ours.overlaps(other)
        };
        let met = self.of_sentence(here).iter().flat_map(|ours| {
            let met = theirs.values.iter().filter(move |other| same(ours, other));
            met.map(|other| other.sentence.0)
        });
        let mut met: Vec<usize> = met.collect();
        met.sort_unstable();
        met.dedup();
        met
    }

    /// Whether a figure of ours is missing in their sentence. An age is none, for it is said of
    /// somebody beside the news, nor are one or two people, whom a name or an article counts too.
    pub(crate) fn lack(&self, here: usize, theirs: &Self, there: usize) -> bool {
        let rivals = theirs.of_sentence(there);
        let few = |it: &Number| it.measure == Measure::Count && it.said <= 2.0;
        let figures = self.of_sentence(here).iter();
        figures.filter(|it| it.measure != Measure::Age && !few(it)).any(|ours| {
            !rivals.iter().any(|rival| ours.confirms(rival)) && !theirs.says(there, ours)
        })
    }

    /// How the scenes of both sentences meet.
    pub(crate) fn meets(&self, here: usize, theirs: &Self, there: usize) -> Option<Meets> {
        let scenes = self.scenes.get(here).zip(theirs.scenes.get(there));
        scenes.map(|(ours, theirs)| ours.meets(theirs))
    }

    /// Whether what a sentence says changes by the hour.
    pub(crate) fn moves(&self, sentence: usize) -> bool {
        self.scenes.get(sentence).is_some_and(|scene| scene.moving)
    }

    /// How the numbers of two sentences differ. `later` says how the other article's date stands
    /// to ours, where both are known. `one_quake` says that both can only mean one earthquake, whatever its magnitude.
    pub(crate) fn differences(
        &self,
        here: usize,
        theirs: &Self,
        there: usize,
        later: Option<Ordering>,
        one_quake: bool,
    ) -> Vec<Tentative> {
        let (Some(scene), Some(other)) = (self.scenes.get(here), theirs.scenes.get(there)) else {
            return Vec::new();
        };
        if scene.each != other.each {
            return Vec::new();
        }
        let moving = scene.moving || other.moving;
        let (our_values, their_values) = (self.of_sentence(here), theirs.of_sentence(there));
        let tied = scene.is_tied(other);
        let differ = |ours: &Number| {
            let fits = |rival: &Number| {
                (one_quake || !ours.other_quake(rival))
                    && !(moving && rival.moves(ours))
                    && (tied || !rival.is_of_a_fall())
            };
            let rival = ours.rival(our_values, their_values, fits)?;
            let severity = ours.against(rival, later)?;
            let met_elsewhere = || theirs.values.iter().any(|value| ours.met_by(value));
            let other = ours.said.total_cmp(&rival.said).is_ne();
            let said = other && (self.says(here, rival) || theirs.says(there, ours));
            let beside = said && !ours.is_reversed(rival);
            let sum = || is_sum(ours, their_values) || is_sum(rival, our_values);
            if beside || met_elsewhere() || sum() {
                return None;
            }
            let at = theirs.values.iter().position(|value| std::ptr::eq(value, rival))?;
            Some(Tentative::new(ours.difference(rival, severity), Unless::Number(at)))
        };
        our_values.iter().filter_map(differ).collect()
    }

    /// Whether the article has the number at `at` of theirs, anywhere.
    pub(crate) fn has(&self, theirs: &Self, at: usize) -> bool {
        theirs.values.get(at).is_some_and(|rival| self.values.iter().any(|it| rival.met_by(it)))
    }

    /// The numbers of two sentences that fill one slot, ours and theirs.
    pub(crate) fn counterparts(
        &self,
        here: usize,
        theirs: &Self,
        there: usize,
        later: Option<Ordering>,
    ) -> Vec<Counterpart> {
        let (our_values, their_values) = (self.of_sentence(here), theirs.of_sentence(there));
        let counterpart = |ours: &Number| {
            let rival = ours.rival(our_values, their_values, |_| true)?;
            let older = match ours.state {
                Some(State::Missing) => rival.said.total_cmp(&ours.said).is_ne(),
                Some(state) => grows(state) && rival.said < ours.said,
                None => false,
            };
            let superseded = older && later == Some(Ordering::Less);
            Some(Counterpart { here: ours.place.0, there: rival.place.0, superseded })
        };
        our_values.iter().filter_map(counterpart).collect()
    }
}

/// A number of ours and the one of theirs that fills the same slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counterpart {
    pub(crate) here: Place,
    pub(crate) there: Place,
    /// Whether theirs is the older state of a toll.
    pub(crate) superseded: bool,
}

/// Whether `value` is the sum of several of `parts`: "two women and one man" are three people.
fn is_sum(value: &Number, parts: &[Number]) -> bool {
    let same =
        parts.iter().filter(|part| part.measure == value.measure && part.state == value.state);
    let parts: Vec<f64> = same.map(|part| part.said).collect();
    parts.len() > 1 && parts.iter().sum::<f64>().total_cmp(&value.said) == Ordering::Equal
}
