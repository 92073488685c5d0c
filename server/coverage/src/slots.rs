//! Compares numbers, each with the number in its own slot and with no other.
//!
//! A slot is what is measured, in which unit, of whom, in which state. Two numbers differ only
//! when they fill one slot and no reading of the one is a reading of the other; a bound agrees
//! with whatever lies beyond it, unless a later report of a growing toll says more.

use crate::{
    Difference, DifferenceKind, Severity,
    phrase::Phrase,
    scene::{Meets, Scene, Words},
};
use language::{
    Measure, Modifier, Quantity, Role, State,
    quantity::{Comparable, Interval},
    token,
};
use sourcing::{Place, Reading};
use std::cmp::Ordering;

/// How far apart the magnitudes are that agencies give for one earthquake; a greater difference is
/// mostly that of a foreshock or an aftershock.
const REMEASURED: f64 = 0.25;
/// From this likeness on two sentences tell of one earthquake whatever its magnitude.
const ONE_QUAKE: f32 = 0.7;

/// Share by which a number changes when it is rounded in another unit.
const CONVERTED: f64 = 0.02;

/// A number in its slot.
#[derive(Debug, Clone)]
pub(crate) struct Value {
    sentence: usize,
    place: Place,
    measure: Measure,
    unit: String,
    /// The unit as said.
    told_in: String,
    per: Option<String>,
    interval: Interval,
    /// As said, in the unit said.
    said: f64,
    bounded: bool,
    /// Whether it is a rise or a fall.
    changes: bool,
    state: Option<State>,
    /// What is counted; empty for people in general.
    noun: String,
    /// Of a share, what it is a share of.
    of: Option<Phrase>,
    /// Nouns and verbs around it, sorted.
    about: Vec<u64>,
    /// Words for the reader: "at least 12 people killed".
    words: String,
}

/// The numbers of an article, by sentence, and the scenes of its sentences.
#[derive(Debug, Default)]
pub(crate) struct Slots {
    values: Vec<Value>,
    /// Every number that is said, whatever it is part of, in bits, with its sentence; sorted.
    said: Vec<(usize, u64)>,
    scenes: Vec<Scene>,
}

impl Slots {
    pub(crate) fn of(reading: &Reading) -> Self {
        let sentences = 0..reading.sentences.len();
        let values = sentences.clone().flat_map(|sentence| {
            let found = reading.quantities(sentence);
            found.filter_map(move |(place, quantity)| Value::of(reading, sentence, place, quantity))
        });
        let said = sentences.clone().flat_map(|sentence| {
            reading.quantities(sentence).map(move |(_, it)| (sentence, it.value.to_bits()))
        });
        let mut said: Vec<(usize, u64)> = said.collect();
        said.sort_unstable();
        Self {
            values: values.collect(),
            said,
            scenes: sentences.map(|sentence| Scene::of(reading, sentence)).collect(),
        }
    }

    fn of_sentence(&self, sentence: usize) -> &[Value] {
        let start = self.values.partition_point(|value| value.sentence < sentence);
        let end = self.values.partition_point(|value| value.sentence <= sentence);
        &self.values[start..end]
    }

    /// Whether the sentence says the number of `value` too: "six, after 47 the night before".
    fn says(&self, sentence: usize, value: &Value) -> bool {
        self.said.binary_search(&(sentence, value.said.to_bits())).is_ok()
    }

    /// Our sentences and theirs that hold the same number of something, sorted.
    pub(crate) fn shared(&self, theirs: &Self) -> Vec<(usize, usize)> {
        let same = |ours: &Value, other: &Value| {
            let same_thing = ours.measure != Measure::Count
                || ours.state.is_some()
                || !ours.noun.is_empty() && ours.noun == other.noun;
            same_thing && ours.comparable(other) && ours.overlaps(other)
        };
        let pairs = self.values.iter().flat_map(|ours| {
            let met = theirs.values.iter().filter(move |other| same(ours, other));
            met.map(|other| (ours.sentence, other.sentence))
        });
        let mut pairs: Vec<(usize, usize)> = pairs.collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
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
    /// to ours, where both are known.
    pub(crate) fn differences(
        &self,
        here: usize,
        theirs: &Self,
        there: usize,
        later: Option<Ordering>,
        cosine: f32,
    ) -> Vec<Difference> {
        let (Some(scene), Some(other)) = (self.scenes.get(here), theirs.scenes.get(there)) else {
            return Vec::new();
        };
        if scene.each != other.each {
            return Vec::new();
        }
        let moving = scene.moving || other.moving;
        // Where both dates are known, articles of other weeks were left out before.
        let one_quake = later.is_some() || cosine >= ONE_QUAKE;
        let (our_values, their_values) = (self.of_sentence(here), theirs.of_sentence(there));
        let differ = |ours: &Value| {
            let fits = |rival: &Value| {
                (one_quake || !ours.other_quake(rival)) && !(moving && rival.moves())
            };
            let rival = ours.rival(our_values, their_values, fits)?;
            let severity = ours.against(rival, later)?;
            let met_elsewhere = theirs.values.iter().any(|value| ours.met_by(value))
                || self.values.iter().any(|value| rival.met_by(value));
            let beside = self.says(here, rival) || theirs.says(there, ours);
            if met_elsewhere || beside || is_sum(ours, their_values) || is_sum(rival, our_values) {
                return None;
            }
            Some(ours.difference(rival, severity))
        };
        our_values.iter().filter_map(differ).collect()
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
        let counterpart = |ours: &Value| {
            let rival = ours.rival(our_values, their_values, |_| true)?;
            let older = match ours.state {
                Some(State::Missing) => rival.said.total_cmp(&ours.said).is_ne(),
                Some(state) => grows(state) && rival.said < ours.said,
                None => false,
            };
            let superseded = older && later == Some(Ordering::Less);
            Some(Counterpart { here: ours.place, there: rival.place, superseded })
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

impl Value {
    fn of(reading: &Reading, sentence: usize, place: Place, quantity: &Quantity) -> Option<Self> {
        let words = Words::of(reading, sentence)?;
        let whole = others_of_another_state(reading, sentence, place, quantity);
        let quantity = whole.as_ref().unwrap_or(quantity);
        let Comparable { measure, unit, per, interval } = quantity.comparable()?;
        let cut = words.text.get(..place.range.start).is_some_and(is_cut)
            || is_in_address(words.text, place)
            || is_old_fraction(reading.words(place));
        if quantity.vague || cut || !is_whole(measure, &words, place) {
            return None;
        }
        let noun = quantity.counts.clone().unwrap_or_default();
        let said = reading.words(place);
        Some(Self {
            sentence,
            place,
            measure,
            unit: unit.to_owned(),
            told_in: quantity.unit.clone(),
            per: per.map(str::to_owned),
            interval,
            said: quantity.value,
            bounded: !matches!(quantity.modifier, Modifier::Exactly),
            changes: matches!(quantity.modifier, Modifier::Up | Modifier::Down),
            state: quantity.state,
            noun: if GENERAL.contains(&noun.as_str()) { String::new() } else { noun },
            of: (measure == Measure::Percent).then(|| words.share_of(place)).flatten(),
            about: words.about(place),
            words: phrase(said, quantity),
        })
    }

    /// Whether the two could be one number at all.
    fn comparable(&self, other: &Self) -> bool {
        (self.measure, &self.unit, &self.per) == (other.measure, &other.unit, &other.per)
            && self.state == other.state
    }

    /// The one of `theirs` that fills the same slot and `fits`. Of two numbers for one slot, which
    /// to hold against the other is a guess: then none.
    fn rival<'a>(
        &self,
        ours: &[Self],
        theirs: &'a [Self],
        fits: impl Fn(&Self) -> bool,
    ) -> Option<&'a Self> {
        let mut rivals = theirs.iter().filter(|rival| self.same_slot(rival) && fits(rival));
        let rival = rivals.next()?;
        let alone = ours.iter().filter(|value| value.same_slot(rival)).count() <= 1;
        (rivals.next().is_none() && alone).then_some(rival)
    }

    /// Whether the two say how much of the same.
    fn same_slot(&self, other: &Self) -> bool {
        self.comparable(other)
            && self.changes == other.changes
            && self.same_whole(other)
            && match self.measure {
                Measure::Magnitude => true,
                Measure::Count if self.state.is_some() => self.noun == other.noun,
                Measure::Count => {
                    self.noun == other.noun && !self.noun.is_empty() && self.shared_words(other) > 1
                }
                Measure::Age | Measure::Score => false,
                _ => self.alike_in_size(other) && self.shared_words(other) > 0,
            }
    }

    /// Shares of two different things are no two sizes of one share.
    fn same_whole(&self, other: &Self) -> bool {
        let wholes = self.of.as_ref().zip(other.of.as_ref());
        wholes.is_none_or(|(ours, theirs)| ours.names_what(theirs))
    }

    /// How many of the nouns and verbs around them the two share.
    fn shared_words(&self, other: &Self) -> usize {
        self.about.iter().filter(|word| other.about.binary_search(word).is_ok()).count()
    }

    /// Less than ten times the other: minutes are not held against years.
    fn alike_in_size(&self, other: &Self) -> bool {
        let middle = |interval: Interval| interval.low.or(interval.high).unwrap_or_default().abs();
        let (a, b) = (middle(self.interval), middle(other.interval));
        a.max(b) < 10.0 * a.min(b).max(f64::MIN_POSITIVE)
    }

    /// Magnitudes that lie too far apart for two measurements of one earthquake.
    fn other_quake(&self, other: &Self) -> bool {
        self.measure == Measure::Magnitude && (self.said - other.said).abs() > REMEASURED
    }

    fn overlaps(&self, other: &Self) -> bool {
        let converted = self.told_in != other.told_in;
        let interval = if converted { rounded(self.interval) } else { self.interval };
        interval.overlaps(other.interval)
    }

    /// Whether `other`, anywhere in an article, is this very number.
    fn met_by(&self, other: &Self) -> bool {
        self.comparable(other) && (self.said - other.said).abs() < f64::EPSILON * self.said.abs()
            || self.comparable(other) && self.said.total_cmp(&other.said) == Ordering::Equal
    }

    /// Whether it is a number that changes by the hour where its sentence says so.
    fn moves(&self) -> bool {
        self.state.is_none() && self.measure != Measure::Magnitude
    }

    /// How gravely the other contradicts this one; `None` when it does not.
    fn against(&self, other: &Self, later: Option<Ordering>) -> Option<Severity> {
        let disjoint = !self.overlaps(other);
        // The missing are found: their number falls from day to day.
        if self.state == Some(State::Missing) && later != Some(Ordering::Equal) {
            let superseded = disjoint && later != Some(Ordering::Less);
            return superseded.then_some(Severity::Update);
        }
        if self.state.is_some_and(grows) {
            let more = other.said > self.said;
            let bounded = self.bounded || other.bounded;
            return match later {
                Some(Ordering::Greater) if more => Some(Severity::Update),
                // The other one is older and smaller: ours is the update.
                Some(Ordering::Less) if !more => None,
                None if disjoint || (bounded && more) => Some(Severity::Update),
                _ if disjoint => Some(Severity::Conflict),
                _ => None,
            };
        }
        disjoint.then_some(Severity::Conflict)
    }

    fn difference(&self, other: &Self, severity: Severity) -> Difference {
        let kind = match self.measure {
            Measure::Duration => DifferenceKind::Duration,
            _ => DifferenceKind::Number,
        };
        let why = match severity {
            Severity::Update => format!("{} here, {} there", self.words, other.words),
            _ => format!("{} against {}", self.words, other.words),
        };
        Difference { kind, severity, here: self.place, there: other.place, why }
    }
}

/// Nouns that say no more than "people".
const GENERAL: &[&str] =
    &["people", "person", "victim", "casualty", "life", "soul", "fatality", "death", "dead"];

/// Whether tolls of this state rise as an event goes on.
fn grows(state: State) -> bool {
    !matches!(state, State::Charged)
}

/// Whether a number that begins behind `before` is the end of another: "1,2 million".
fn is_cut(before: &str) -> bool {
    before.strip_suffix(',').is_some_and(|digits| digits.ends_with(|c: char| c.is_ascii_digit()))
}

/// What was converted was rounded: 170,000 square feet are 15,800 square metres.
fn rounded(interval: Interval) -> Interval {
    let by = |share: f64| move |end: f64| end + share * end.abs();
    Interval { low: interval.low.map(by(-CONVERTED)), high: interval.high.map(by(CONVERTED)) }
}

/// "41/2 months" are four and a half.
fn is_old_fraction(words: &str) -> bool {
    let (before, after) = words.split_once('/').unwrap_or_default();
    let digits = before.chars().rev().take_while(char::is_ascii_digit).count();
    digits > 1 && after.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether the number stands in the address of a page.
fn is_in_address(text: &str, place: Place) -> bool {
    let before = text.get(..place.range.start).unwrap_or_default();
    let start = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    before.get(start..).is_some_and(|word| word.matches('/').count() > 1)
}

/// "Killed ten and injured 70 others": the others are all of the injured.
fn others_of_another_state(
    reading: &Reading,
    sentence: usize,
    place: Place,
    quantity: &Quantity,
) -> Option<Quantity> {
    let state = quantity.state.filter(|_| quantity.role == Role::More)?;
    let before = reading.quantities(sentence).take_while(|(other, _)| *other < place);
    let mut states = before.filter_map(|(_, other)| other.state).peekable();
    let whole = states.peek().is_some() && states.all(|other| other != state);
    whole.then(|| Quantity { role: Role::Whole, ..quantity.clone() })
}

/// Whether the number stands for a whole of its own: of durations only those that say how long
/// something took, not how long ago or after what it happened; of counts none of a ranking.
fn is_whole(measure: Measure, words: &Words, place: Place) -> bool {
    if measure == Measure::Count {
        return !matches!(&*words.before(place), "top" | "bottom" | "first" | "last" | "next");
    }
    // "The women's 800 metres" is a race.
    if measure == Measure::Distance {
        return token::possessive(&words.before(place)).is_none();
    }
    if measure != Measure::Duration {
        return true;
    }
    let after = words.after(place);
    !matches!(
        &*words.before(place),
        "after"
            | "in"
            | "within"
            | "every"
            | "last"
            | "past"
            | "next"
            | "since"
            | "first"
            | "previous"
            | "by"
    ) && !matches!(&*after, "ago" | "earlier" | "later" | "after" | "before" | "from" | "old")
}

/// Whether `value` is the sum of several of `parts`: "two women and one man" are three people.
fn is_sum(value: &Value, parts: &[Value]) -> bool {
    let same =
        parts.iter().filter(|part| part.measure == value.measure && part.state == value.state);
    let parts: Vec<f64> = same.map(|part| part.said).collect();
    parts.len() > 1 && parts.iter().sum::<f64>().total_cmp(&value.said) == Ordering::Equal
}

fn phrase(said: &str, quantity: &Quantity) -> String {
    let Some(state) = quantity.state else {
        return match quantity.measure {
            Measure::Magnitude if !said.to_lowercase().contains("magnitude") => {
                format!("magnitude {said}")
            }
            _ => said.to_owned(),
        };
    };
    let state = match state {
        State::Hospitalised => "in hospital",
        other => other.word(),
    };
    let stem = state.trim_end_matches("ed");
    if said.to_lowercase().contains(stem) { said.to_owned() } else { format!("{said} {state}") }
}
