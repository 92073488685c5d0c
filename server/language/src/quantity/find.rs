//! Finds quantities: number, unit, bound, what is counted and its state, in that order.

use super::{
    Measure, Modifier, Quantity, Role, State,
    amount::{self, Amount},
    label,
    modifier::{self, Bound},
    noun::{self, Noun},
    state,
    unit::{self, Unit},
};
use crate::{
    Time, TimeKind,
    number::{self, Form, Number},
    piece::Pieces,
};

/// Finds the quantities of a text. A number inside a date or a time of day is none; one inside a
/// duration is.
pub(crate) fn find(pieces: &Pieces, times: &[Time]) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut times = times.iter().filter(|time| time.kind != TimeKind::Duration).peekable();
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        while times.next_if(|time| time.range.end <= piece.range.start).is_some() {}
        let inside = times.peek().is_some_and(|time| time.range.start <= piece.range.start);
        if !inside && let Some((quantity, end)) = read(pieces, at) {
            found.extend(quantity);
            at = end.max(at + 1);
            continue;
        }
        at += 1;
    }
    share_states(pieces.text, &mut found);
    found
}

/// "Two women and one man died", "killed two women and one man": the parts of a list share its state.
fn share_states(text: &str, found: &mut [Quantity]) {
    let joined = |a: &Quantity, b: &Quantity| {
        let between = text.get(a.range.end..b.range.start).unwrap_or_default();
        let alike = a.measure == Measure::Count && b.measure == Measure::Count && a.unit == b.unit;
        alike && a.role == b.role && matches!(between.trim(), "and" | ",")
    };
    for i in (1..found.len()).rev() {
        if found[i - 1].state.is_none() && joined(&found[i - 1], &found[i]) {
            found[i - 1].state = found[i].state;
        }
    }
    for i in 1..found.len() {
        let after = text.get(found[i].range.end..).unwrap_or_default();
        let ends =
            after.is_empty() || after.starts_with([',', '.', ';']) || after.starts_with(" in ");
        if found[i].state.is_none() && ends && joined(&found[i - 1], &found[i]) {
            found[i].state = found[i - 1].state;
        }
    }
}

/// The quantity whose number begins at piece `at`, and where reading goes on; the quantity is
/// `None` where the number measures nothing.
fn read(pieces: &Pieces, at: usize) -> Option<(Option<Quantity>, usize)> {
    if let Some(nobody) = nobody(pieces, at) {
        return Some(nobody);
    }
    let first = amount::read(pieces, at)?;
    let mut draft = Draft::new(pieces, at, first);
    draft.second();
    draft.unit();
    draft.bound();
    draft.counted();
    if draft.is_label() {
        return Some((None, draft.end));
    }
    draft.state();
    if pieces.word(at) == "one" && draft.is_pronoun() {
        return Some((None, draft.first.end));
    }
    let end = draft.end;
    Some((Some(draft.finish()), end))
}

/// "no one", "nobody", "no injuries".
fn nobody(pieces: &Pieces, at: usize) -> Option<(Option<Quantity>, usize)> {
    let end = match pieces.word(at) {
        "nobody" => at + 1,
        "no" if pieces
            .is(at + 1, &["one", "deaths", "injuries", "fatalities", "casualties", "arrests"]) =>
        {
            at + 2
        }
        _ => return None,
    };
    let range = pieces.range(at, end);
    let noun = state::of_noun(pieces.word(end - 1)).map(|state| (state, Role::Whole));
    let state = noun.or_else(|| state::of(pieces, at, end));
    let quantity = Quantity {
        range,
        number: range,
        value: 0.0,
        low: Some(0.0),
        high: Some(0.0),
        modifier: Modifier::Exactly,
        measure: Measure::Count,
        unit: "person".into(),
        counts: None,
        state: state.map(|(state, _)| state),
        upper: None,
        vague: false,
        role: state.map_or(Role::Whole, |(_, role)| role),
        per: None,
    };
    Some((Some(quantity), end))
}

/// A quantity being read.
pub(super) struct Draft<'p, 'a> {
    pub pieces: &'p Pieces<'a>,
    /// First piece, modifiers included.
    pub start: usize,
    /// First piece of the number and its currency sign.
    pub at: usize,
    pub first: Amount,
    pub second: Option<Amount>,
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
    fn new(pieces: &'p Pieces<'a>, at: usize, first: Amount) -> Self {
        let end = first.end;
        Self {
            pieces,
            start: at,
            at,
            first,
            second: None,
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

    fn second(&mut self) {
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
        // "$5 to $10 million", "24 to 33 billion euros": the scale is that of both.
        if let Some(second) = &self.second {
            let factor = second.number.step.max(1.0);
            if factor >= 1000.0 && self.first.number.step <= 1.0 && self.first.number.value < 1000.0
            {
                let scale = scale_of(second.number.value);
                self.first.number.value *= scale;
                self.first.number.step *= scale;
            }
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
        let number_end =
            self.second.as_ref().map_or(self.first.number.end, |second| second.number.end);
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
    }

    /// "up from 24", "to 2.4% from 2.6%", "compared with 63": what it was before.
    fn was(&self) -> bool {
        let pieces = self.pieces;
        let before = self.start.wrapping_sub(1);
        let level = matches!(self.measure, Measure::Percent | Measure::Money);
        let moved = pieces.is(
            before.wrapping_sub(1),
            &[
                "up",
                "down",
                "rose",
                "fell",
                "rising",
                "falling",
                "increased",
                "decreased",
                "dropped",
                "dropping",
                "grew",
                "declined",
            ],
        );
        (pieces.is(before, &["from"]) && (level || moved))
            || (pieces.is(before, &["with", "to"])
                && pieces.is(before.wrapping_sub(1), &["compared"]))
    }

    /// The counted noun.
    fn counted(&mut self) {
        let pieces = self.pieces;
        let number_end =
            self.second.as_ref().map_or(self.first.number.end, |second| second.number.end);
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
            let subset = pieces.is(start, &["including", "them", "whom", "among"]);
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
    }

    fn is_label(&self) -> bool {
        let typed = self.measure != Measure::Untyped || self.noun.is_some();
        let last = self.second.as_ref().map_or(self.first.number.end, |second| second.number.end);
        let number = Number { end: last, ..self.first.number };
        match self.measure {
            Measure::Magnitude => false,
            Measure::Score => {
                label::is_led(self.pieces, self.at)
                    || (self.pieces.is(last, &["-", "/", ":"]) && self.pieces.glued(last))
            }
            _ => self.first.unit.is_none() && label::is_label(self.pieces, self.at, &number, typed),
        }
    }

    /// "one" that counts nothing: "this one", "one another", "one can".
    fn is_pronoun(&self) -> bool {
        const BEFORE: &[&str] = &[
            "the", "this", "that", "which", "any", "every", "each", "another", "some", "number",
            "day",
        ];
        let pieces = self.pieces;
        if self.first.number.end > self.at + 1 || self.unit.is_some() || self.second.is_some() {
            return false;
        }
        let name = pieces.capital(self.at)
            && self.at > 0
            && pieces.sentence(self.at - 1) == pieces.sentence(self.at);
        BEFORE.contains(&pieces.before(self.at))
            || pieces.is(self.at + 1, &["another", "day", "or", "thing"])
            || pieces.possessive(self.at + 1)
            || pieces.before(self.at) == "-"
            || (self.noun.is_none() && self.state.is_none())
            || (name && !self.pieces.capital(self.at - 1) && self.noun.is_none())
    }

    fn state(&mut self) {
        if !matches!(self.measure, Measure::Count | Measure::Untyped) || self.bound_only_digits() {
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

    fn bound_only_digits(&self) -> bool {
        self.first.number.step < 1.0 && self.first.number.value < 1000.0
    }

    /// A bare number of killed counts people.
    fn person(&mut self, things: bool) {
        if self.noun.is_some() {
            return;
        }
        self.measure = Measure::Count;
        if !things {
            self.measure = Measure::Count;
            self.unit = Some(Unit { name: "person", measure: Measure::Count, factor: 1.0 });
        }
    }

    fn finish(self) -> Quantity {
        let number = self.first.number;
        let measure = self.measure;
        let (mut low, mut high) = self.bound.interval(&number, measure);
        let mut upper = number.most.filter(|_| number.value >= 10.0);
        if let Some(second) = &self.second {
            upper = Some(second.number.value);
            if measure == Measure::Score {
                (low, high) = (Some(number.value), Some(number.value));
            } else {
                high = self.bound.interval(&second.number, measure).1;
                // "10 to 15" is no rounder than its 15.
                if let (Bound::Bare, Some(least), Some(most)) = (self.bound, low, high) {
                    let margin = (number.value - least).min(most - second.number.value);
                    low = Some(number.value - margin);
                    high = Some(second.number.value + margin);
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

/// The scale a value was said in: a million for 33 million.
fn scale_of(value: f64) -> f64 {
    [1e12, 1e9, 1e6, 1e3].into_iter().find(|&scale| value >= scale).unwrap_or(1.0)
}
