//! One quantity while it is read: number, unit, bound, what is counted and its state, in that order.

use super::{
    Measure, Modifier, Quantity, Role, State, WORDS,
    amount::{self, Amount},
    last::Last,
    modifier::{self, Bound},
    none,
    noun::{self, Noun},
    state,
    unit::{self, Unit},
};
use crate::{
    lexicon::{self, Set},
    number::{self, Form, Number},
    piece::Pieces,
};
use std::sync::LazyLock;

/// Words of change before "from" and what it was.
static MOVED: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "moved").collect());

/// A quantity being read.
pub(super) struct Draft<'p, 'a> {
    pub pieces: &'p Pieces<'a>,
    /// First piece, modifiers included.
    pub start: usize,
    /// First piece of the number and its currency sign.
    pub at: usize,
    pub first: Amount,
    pub second: Option<Amount>,
    /// What it came to: the 7 of "rose from 5 to 7".
    level: Option<Amount>,
    pub last: Option<Last>,
    pub unit: Option<Unit>,
    pub per: Option<String>,
    pub bound: Bound,
    pub direction: Option<Modifier>,
    pub measure: Measure,
    pub noun: Option<Noun>,
    pub state: Option<State>,
    pub role: Role,
    /// One past the last piece read.
    pub end: usize,
}

impl<'p, 'a> Draft<'p, 'a> {
    /// The quantity whose number begins at piece `at`; `last` is the one before it.
    pub fn read(pieces: &'p Pieces<'a>, at: usize, last: Option<Last>) -> Option<Self> {
        let mut draft = Self::new(pieces, at, amount::read(pieces, at)?, last);
        draft.second();
        draft.unit();
        draft.bound();
        draft.counted();
        Some(draft)
    }

    fn new(pieces: &'p Pieces<'a>, at: usize, first: Amount, last: Option<Last>) -> Self {
        let end = first.end;
        Self {
            pieces,
            start: at,
            at,
            first,
            second: None,
            level: None,
            last,
            unit: None,
            per: None,
            bound: Bound::Bare,
            direction: None,
            measure: Measure::Untyped,
            noun: None,
            state: None,
            role: Role::Whole,
            end,
        }
    }

    /// One past its last number, whose unit may follow.
    pub fn number_end(&self) -> usize {
        self.second.as_ref().map_or(self.first.number.end, |second| second.number.end)
    }

    /// The other end of a range, and what a change came to.
    fn second(&mut self) {
        self.level = amount::level(self.pieces, self.at, &self.first);
        if let Some(second) = amount::second(self.pieces, self.at, &self.first) {
            self.end = second.end;
            self.second = Some(second);
        }
    }

    /// Unit, measure and rate.
    fn unit(&mut self) {
        let pieces = self.pieces;
        let last = self.second.as_ref().unwrap_or(&self.first);
        self.unit = last.unit.or(self.first.unit);
        self.end = last.end;
        if let Some(other) = self.second.as_ref().or(self.level.as_ref()) {
            self.unit = self.unit.or(other.unit);
            share_scale(&mut self.first.number, &other.number);
        }
        if self.score() || self.age() || self.magnitude() || self.ordinal() {
            return;
        }
        if self.first.number.form == Form::Share && self.unit.is_none() {
            self.measure = Measure::Percent;
            return;
        }
        let Some(unit) = self.unit else { return };
        self.measure = unit.measure;
        if let Some((per, end)) = unit::per(pieces, self.end, Some(unit)) {
            self.end = end;
            if unit.measure == Measure::Distance && matches!(per.as_str(), "hour" | "second") {
                self.measure = Measure::Speed;
            }
            self.per = Some(per);
        }
    }

    /// Modifiers before and after, and change.
    fn bound(&mut self) {
        let pieces = self.pieces;
        while let Some((bound, start)) = modifier::before(pieces, self.start) {
            if self.bound == Bound::Bare || self.bound == Bound::Exactly {
                self.bound = bound;
            }
            self.start = start;
        }
        let number_end = self.number_end();
        for end in [number_end, self.end] {
            if let Some((bound, after)) = modifier::after(pieces, end)
                && matches!(self.bound, Bound::Bare | Bound::Exactly)
            {
                self.bound = bound;
                if after > self.end {
                    self.end = after;
                }
                break;
            }
        }
        if self.was() {
            self.role = Role::Before;
        }
        let direction = modifier::direction(pieces, self.start);
        self.direction =
            direction.filter(|_| !matches!(self.measure, Measure::Score | Measure::Age));
        self.convert();
    }

    /// "up from 24", "to 2.4% from 2.6%", "compared with 63": what it was before.
    fn was(&self) -> bool {
        let pieces = self.pieces;
        let before = self.start.wrapping_sub(1);
        let level =
            self.second.is_none() && matches!(self.measure, Measure::Percent | Measure::Money);
        let moved = MOVED.contains(pieces.word(before.wrapping_sub(1)));
        self.level.is_some()
            || (pieces.is(before, &["from"]) && (level || moved))
            || (pieces.is(before, &["with", "to"])
                && pieces.is(before.wrapping_sub(1), &["compared"]))
    }

    /// The counted noun.
    fn counted(&mut self) {
        let pieces = self.pieces;
        let number_end = self.number_end();
        let adds =
            pieces.is(self.start.wrapping_sub(1), &["another", "other", "further", "additional"]);
        let share = self.first.number.form == Form::Share;
        if matches!(self.measure, Measure::Untyped) || share {
            let from = if self.end > number_end { self.end } else { number_end };
            let one = number::same(self.first.number.value, 1.0);
            let of_them = pieces.is(from, &["of"])
                && !matches!(self.first.number.form, Form::Vague | Form::Share);
            self.noun = noun::counted(pieces, from, one);
            let start = self.start.wrapping_sub(1);
            let subset =
                pieces.is(start, &["including", "them", "whom", "among", "included", "includes"]);
            if of_them || subset {
                self.role = Role::Part;
            } else if adds || pieces.is(from, &["others", "other", "more", "additional", "further"])
            {
                self.role = Role::More;
            }
            if pieces.is(from, &["others"]) && self.noun.is_none() {
                self.end = from + 1;
                self.measure = Measure::Count;
            }
            if let Some(noun) = &self.noun {
                self.end = noun.end;
                if !share {
                    self.measure = Measure::Count;
                }
            } else if self.role == Role::More && share {
                self.role = Role::Whole;
            }
        } else if adds {
            self.role = Role::More;
        }
        self.lean();
        if self.per.is_none()
            && pieces.is(self.end, &["per"])
            && let Some((per, end)) = unit::per(pieces, self.end, None)
        {
            self.per = Some(per);
            self.end = end;
        }
    }

    /// What happened to those counted.
    pub fn state(&mut self) {
        let counts = matches!(self.measure, Measure::Count | Measure::Untyped);
        if !counts || self.is_decimal() || none::is_of_none(self.pieces, self.start) {
            return;
        }
        let pieces = self.pieces;
        if let Some(noun) = &self.noun
            && let Some(state) = state::of_noun(pieces.word(noun.end - 1))
        {
            self.state = Some(state);
            self.person(matches!(state, State::CutOff));
            return;
        }
        if let Some(noun) = &self.noun
            && let Some(state) = state::within(pieces, self.first.number.end, noun.end - 1)
        {
            self.state = Some(state);
            return;
        }
        let Some((state, role)) = state::of(pieces, self.start, self.end) else { return };
        if role == Role::Agent {
            self.role = Role::Agent;
            return;
        }
        self.state = Some(state);
        let things = matches!(state, State::Destroyed | State::Damaged | State::CutOff);
        self.person(things);
    }

    /// Whether it is a number such as "0.5", which counts nobody.
    fn is_decimal(&self) -> bool {
        self.first.number.step < 1.0 && self.first.number.value < 1000.0
    }

    /// A bare number of killed counts people.
    fn person(&mut self, things: bool) {
        if self.noun.is_some() {
            return;
        }
        self.measure = Measure::Count;
        if !things {
            self.unit = Some(Unit { name: "person", measure: Measure::Count, factor: 1.0 });
        }
    }

    /// The quantity read.
    pub fn finish(self) -> Quantity {
        let number = self.first.number;
        let measure = self.measure;
        let (mut low, mut high) = self.bound.interval(&number, measure);
        let mut upper = number.most.filter(|_| number.value >= 10.0);
        if let Some(second) = &self.second {
            // "40-30" lies between 30 and 40 all the same; a score is no range.
            let falling = measure != Measure::Score && second.number.value < number.value;
            let (less, more) =
                if falling { (&second.number, &number) } else { (&number, &second.number) };
            upper = Some(more.value);
            if measure == Measure::Score {
                (low, high) = (Some(number.value), Some(number.value));
            } else {
                low = self.bound.interval(less, measure).0;
                high = self.bound.interval(more, measure).1;
                // "10 to 15" is no rounder than its 15.
                if let (Bound::Bare, Some(least), Some(most)) = (self.bound, low, high) {
                    let margin = (less.value - least).min(most - more.value);
                    low = Some(less.value - margin);
                    high = Some(more.value + margin);
                }
            }
        }
        let person = self.noun.as_ref().is_some_and(|noun| noun.person);
        let unit = match self.unit {
            Some(unit) => unit.name,
            None if number.form == Form::Share => "share",
            None if person => "person",
            None => "",
        };
        let fall = number.value < 0.0 && measure == Measure::Percent;
        let modifier = match self.direction {
            _ if fall => Modifier::Down,
            Some(direction) => direction,
            None => self.bound.modifier(),
        };
        Quantity {
            range: self.pieces.range(self.start, self.end),
            number: self.pieces.range(self.first.start, number.end),
            value: number.value,
            low,
            high,
            modifier,
            measure,
            unit: unit.to_owned(),
            counts: self.noun.map(|noun| noun.lemma),
            state: self.state,
            upper,
            vague: number.form == Form::Vague,
            role: self.role,
            per: self.per,
        }
    }
}

/// "$5 to $10 million", "24 to 33 billion euros": the scale is that of both, unless the first were
/// then the greater: "$200 to $4 million".
fn share_scale(first: &mut Number, other: &Number) {
    let scale = [1e12, 1e9, 1e6, 1e3].into_iter().find(|&scale| other.value >= scale);
    let Some(scale) = scale.filter(|_| other.step >= 1000.0) else { return };
    if first.step <= 1.0 && first.value * scale <= other.value {
        first.value *= scale;
        first.step *= scale;
    }
}
