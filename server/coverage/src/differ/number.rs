//! A number in its slot: what it measures, in which unit, of whom, in which state.

use crate::{
    Difference, DifferenceKind, Severity,
    event::{at::At, phrase::Phrase},
    words::{base::base, kindred, sentence::Words},
};
use language::{
    Measure, Modifier, Quantity, Role, State, Tag,
    quantity::{Comparable, Interval},
    terms, token,
};
use sourcing::{Place, Reading};
use std::{cmp::Ordering, sync::LazyLock};

/// How far apart the magnitudes are that agencies give for one earthquake; a greater difference is
/// mostly that of a foreshock or an aftershock.
const REMEASURED: f64 = 0.25;
/// Share by which a number changes when it is rounded in another unit.
const CONVERTED: f64 = 0.02;

/// Share by which two numbers may differ for one to confirm the other.
const NEAR: f64 = 0.15;

/// A number in its slot.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Number {
    pub(crate) sentence: At<usize>,
    pub(crate) place: At<Place>,
    pub(crate) measure: Measure,
    /// What is measured, in which unit and state, in one number.
    kind: u64,
    /// The unit as said.
    told_in: String,
    interval: Interval,
    /// As said, in the unit said.
    pub(crate) said: f64,
    bounded: bool,
    /// Whether it is a rise or a fall, or how far somebody fell.
    changes: bool,
    pub(crate) state: Option<State>,
    /// What is counted; empty for people in general.
    pub(crate) noun: String,
    /// Of a share, what it is a share of; of a "five-year term" the term.
    of: Option<Phrase>,
    /// Of a duration, base of the verb before it: who serves four months is not sentenced to them.
    verb: Option<u64>,
    /// Of a count, term of the name whose it is: "NATO's 32 members", "NATO has 32 members".
    owner: Option<u64>,
    /// Of money, whether it is told as won or as lost.
    gain: Option<bool>,
    /// Nouns and verbs around it, sorted.
    about: Vec<u64>,
    /// Words for the reader: "at least 12 people killed".
    words: String,
}

impl Number {
    pub(crate) fn of(
        reading: &Reading,
        sentence: usize,
        place: Place,
        quantity: &Quantity,
    ) -> Option<Self> {
        let words = Words::of(reading, sentence)?;
        let whole = others_of_another_state(reading, sentence, place, quantity);
        let quantity = whole.as_ref().unwrap_or(quantity);
        let Comparable { measure, unit, per, interval } = quantity.comparable()?;
        let cut = words.text.get(..place.range.start).is_some_and(is_cut)
            || is_in_address(words.text, place)
            || is_old_fraction(reading.words(place));
        // "One rocket propelled grenade", "one reason": as good as an article.
        let article = measure == Measure::Count
            && quantity.state.is_none()
            && reading.words(place).starts_with("one ");
        if quantity.vague || cut || article || !is_whole(measure, &words, place) {
            return None;
        }
        let noun = quantity.counts.clone().unwrap_or_default();
        let said = reading.words(place);
        Some(Self {
            sentence: At(sentence),
            place: At(place),
            measure,
            kind: kind(measure, unit, per, quantity.state),
            told_in: quantity.unit.clone(),
            interval,
            said: quantity.value,
            bounded: !matches!(quantity.modifier, Modifier::Exactly),
            changes: match measure {
                Measure::Distance => words.is_of_a_fall(place),
                _ => matches!(quantity.modifier, Modifier::Up | Modifier::Down),
            },
            state: quantity.state,
            noun: if GENERAL.contains(&noun.as_str()) { String::new() } else { noun },
            of: match measure {
                Measure::Percent => words.share_of(place),
                Measure::Duration => words.lasting(place),
                _ => None,
            },
            verb: (measure == Measure::Duration).then(|| words.verb_before(place)).flatten(),
            owner: (measure == Measure::Count).then(|| words.owner(place)).flatten(),
            gain: (measure == Measure::Money).then(|| words.gain(place)).flatten(),
            about: words.about(place),
            words: phrase(said, quantity),
        })
    }

    /// Whether the two could be one number at all.
    pub(crate) fn comparable(&self, other: &Self) -> bool {
        self.kind == other.kind
    }

    /// The one of `theirs` that fills the same slot and `fits`. Of two numbers for one slot, which
    /// to hold against the other is a guess: then none.
    pub(crate) fn rival<'a>(
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
        if self.is_reversed(other) {
            return self.comparable(other) && self.overlaps(other);
        }
        self.comparable(other)
            && self.changes == other.changes
            && self.same_whole(other)
            && self.same_verb(other)
            && match self.measure {
                Measure::Magnitude => true,
                Measure::Count if self.state.is_some() => self.noun == other.noun,
                Measure::Count => {
                    let same_owner = self.owner.is_some() && self.owner == other.owner;
                    self.noun == other.noun
                        && !self.noun.is_empty()
                        && (same_owner || self.shared_words(other) > 1)
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

    fn same_verb(&self, other: &Self) -> bool {
        self.verb.zip(other.verb).is_none_or(|(ours, theirs)| kindred::same(ours, theirs))
    }

    /// How many of the nouns and verbs around them the two share.
    fn shared_words(&self, other: &Self) -> usize {
        self.about.iter().filter(|word| other.about.binary_search(word).is_ok()).count()
    }

    /// Whether one outlet has it as a profit and the other as a loss.
    pub(crate) fn is_reversed(&self, other: &Self) -> bool {
        self.gain.zip(other.gain).is_some_and(|(ours, theirs)| ours != theirs)
    }

    /// Less than ten times the other: minutes are not held against years.
    fn alike_in_size(&self, other: &Self) -> bool {
        let middle = |interval: Interval| interval.low.or(interval.high).unwrap_or_default().abs();
        let (a, b) = (middle(self.interval), middle(other.interval));
        a.max(b) < 10.0 * a.min(b).max(f64::MIN_POSITIVE)
    }

    /// Whether it is how far somebody fell: who did must be plain, for two climbers may have.
    pub(crate) fn is_of_a_fall(&self) -> bool {
        self.changes && self.measure == Measure::Distance
    }

    /// Magnitudes that lie too far apart for two measurements of one earthquake.
    pub(crate) fn other_quake(&self, other: &Self) -> bool {
        self.measure == Measure::Magnitude && (self.said - other.said).abs() > REMEASURED
    }

    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        let converted = self.told_in != other.told_in;
        let interval = if converted { rounded(self.interval) } else { self.interval };
        interval.overlaps(other.interval)
    }

    /// Whether `other`, anywhere in an article, is this very number.
    pub(crate) fn met_by(&self, other: &Self) -> bool {
        let same = (self.said - other.said).abs() < f64::EPSILON * self.said.abs()
            || self.said.total_cmp(&other.said) == Ordering::Equal;
        // 200 feet are not 200 metres.
        same && self.comparable(other) && self.told_in == other.told_in && !self.is_reversed(other)
    }

    /// Whether the two say as much, for a reader: not 200 and 150, which both may be rounded.
    pub(crate) fn confirms(&self, other: &Self) -> bool {
        let middle = |it: &Self| it.interval.low.zip(it.interval.high).map(|(a, b)| a + b);
        let bounded = |it: &Self| it.bounded && !it.changes;
        let near = |(a, b): (f64, f64)| (a - b).abs() <= NEAR * a.abs().max(b.abs());
        let round = middle(self).zip(middle(other)).is_none_or(near);
        self.comparable(other) && self.overlaps(other) && (bounded(self) || bounded(other) || round)
    }

    /// Whether it is a number that changes by the hour where its sentence says so; never from a
    /// profit to a loss.
    pub(crate) fn moves(&self, other: &Self) -> bool {
        self.state.is_none() && self.measure != Measure::Magnitude && !self.is_reversed(other)
    }

    /// How gravely the other contradicts this one; `None` when it does not.
    pub(crate) fn against(&self, other: &Self, later: Option<Ordering>) -> Option<Severity> {
        let disjoint = !self.overlaps(other) || self.is_reversed(other);
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

    pub(crate) fn difference(&self, other: &Self, severity: Severity) -> Difference {
        let kind = match self.measure {
            Measure::Duration => DifferenceKind::Duration,
            _ => DifferenceKind::Number,
        };
        let why = match severity {
            _ if self.is_reversed(other) => {
                let told = |number: &Self| if number.gain == Some(true) { "won" } else { "lost" };
                format!("{} {} here, {} there", self.words, told(self), told(other))
            }
            Severity::Update => format!("{} here, {} there", self.words, other.words),
            _ => format!("{} against {}", self.words, other.words),
        };
        Difference { kind, severity, here: self.place.0, there: other.place.0, why }
    }
}

/// What two numbers have in common that can be compared at all.
fn kind(measure: Measure, unit: &str, per: Option<&str>, state: Option<State>) -> u64 {
    terms::hash(&format!("{measure:?} {unit}/{per:?} {state:?}"))
}

/// Verbs that say no more than that it was so long.
static LASTS: LazyLock<[u64; 3]> = LazyLock::new(|| ["last", "take", "be"].map(base));

/// Nouns that say no more than "people".
const GENERAL: &[&str] =
    &["people", "person", "victim", "casualty", "life", "soul", "fatality", "death", "dead"];

/// Whether tolls of this state rise as an event goes on.
pub(crate) fn grows(state: State) -> bool {
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
    let word = before.rsplit(char::is_whitespace).next();
    word.is_some_and(|word| word.matches('/').count() > 1)
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
    if measure == Measure::Percent {
        return !words.is_listed_share(place);
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

impl Words<'_> {
    /// What is said to last: "term" in "a five-year term".
    fn lasting(&self, place: Place) -> Option<Phrase> {
        place.range.of(self.text).contains('-').then_some(())?;
        Phrase::ahead(self, self.past(place)..self.tokens.len())
    }

    /// Whether an earlier share tells what it is a share of: "55 percent of calls in Qatar and 82
    /// percent in India".
    fn is_listed_share(&self, place: Place) -> bool {
        let past = self.past(place);
        let of = |at: usize| {
            self.is(at, "of") && self.any(at.saturating_sub(1), &["percent", "cent", "%"])
        };
        self.is(past, "in") && (1..past).any(of)
    }

    /// Base of the verb before a time that has a clause of its own: "served six months".
    fn verb_before(&self, place: Place) -> Option<u64> {
        let verb = |at: &usize| {
            let tag = self.tokens[*at].tag;
            matches!(tag, Tag::Verb | Tag::Participle | Tag::Infinitive)
        };
        let at = (0..self.past(place))
            .rev()
            .filter(|at| self.tokens[*at].range.end <= place.range.start)
            .find(verb)?;
        let verb = base(self.word(at));
        (!LASTS.contains(&verb)).then_some(verb)
    }
}
