//! Finds quantities: number, unit, bound, what is counted and its state, in that order.

use super::{
    Measure, Modifier, Quantity, Role, State, label,
    modifier::{self, Bound},
    noun::{self, Noun},
    state,
    unit::{self, Unit},
};
use crate::{
    Time, TimeKind,
    number::{self, Form, Number},
    piece::{self, Pieces},
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
    found
}

/// One side of a range, or the whole.
struct Amount {
    number: Number,
    /// Where the number itself starts, after a currency sign.
    start: usize,
    unit: Option<Unit>,
    end: usize,
}

fn amount(pieces: &Pieces, at: usize) -> Option<Amount> {
    let currency = unit::before(pieces, at);
    let start = currency.map_or(at, |(_, end)| end);
    let number = number::read(pieces, start, currency.is_some())?;
    if let Some((unit, _)) = currency {
        if !pieces.is_digits(start) {
            return None;
        }
        return Some(Amount { number, start, unit: Some(unit), end: number.end });
    }
    let next = pieces.past_hyphen(number.end);
    let scale = if number.step >= 1000.0 { number.value } else { 1.0 };
    let (unit, end) = match unit::after(pieces, next, scale) {
        Some((unit, end)) => (Some(unit), end),
        None => (None, number.end),
    };
    Some(Amount { number, start, unit, end })
}

/// The quantity whose number begins at piece `at`, and where reading goes on; the quantity is
/// `None` where the number measures nothing.
fn read(pieces: &Pieces, at: usize) -> Option<(Option<Quantity>, usize)> {
    if let Some(nobody) = nobody(pieces, at) {
        return Some(nobody);
    }
    let first = amount(pieces, at)?;
    if pieces.word(at) == "one" && pronoun(pieces, at, &first) {
        return Some((None, first.end));
    }
    let mut draft = Draft::new(pieces, at, first);
    draft.second();
    draft.unit();
    draft.bound();
    draft.counted();
    if draft.is_label() {
        return Some((None, draft.end));
    }
    draft.state();
    let end = draft.end;
    Some((Some(draft.finish()), end))
}

/// "no one", "nobody".
fn nobody(pieces: &Pieces, at: usize) -> Option<(Option<Quantity>, usize)> {
    let end = match pieces.word(at) {
        "nobody" => at + 1,
        "no" if pieces.is(at + 1, &["one"]) => at + 2,
        _ => return None,
    };
    let range = pieces.range(at, end);
    let state = state::of(pieces, at, end);
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

/// "one" that counts nothing: "no one", "this one", "one day", "one another".
fn pronoun(pieces: &Pieces, at: usize, amount: &Amount) -> bool {
    if amount.number.end > at + 1 {
        return false;
    }
    let before = [
        "the", "this", "that", "which", "any", "every", "each", "another", "no", "some", "number",
        "day",
    ];
    before.contains(&pieces.before(at))
        || pieces.is(at + 1, &["another", "day", "or", "thing"])
        || pieces.possessive(at + 1)
        || pieces.before(at) == "-"
}

/// A quantity being read.
struct Draft<'p, 'a> {
    pieces: &'p Pieces<'a>,
    /// First piece, modifiers included.
    start: usize,
    /// First piece of the number and its currency sign.
    at: usize,
    first: Amount,
    second: Option<Amount>,
    unit: Option<Unit>,
    per: Option<String>,
    bound: Bound,
    direction: Option<Modifier>,
    measure: Measure,
    noun: Option<Noun>,
    state: Option<State>,
    role: Role,
    /// One past the last piece read.
    end: usize,
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

    /// "10 to 15", "$5m-$10m", "between 5 and 8", "four or five", "3-1".
    fn second(&mut self) {
        let pieces = self.pieces;
        if self.first.number.form == Form::Vague {
            return;
        }
        let join = self.first.end;
        let next = if pieces.hyphen(join) && !pieces.is_word(join + 1)
            || (pieces.is(join, &["–", "—", "-"])
                && pieces.is_digits(join + 1)
                && pieces.hyphen(join))
            || pieces.is(join, &["to", "or"])
            || (pieces.is(join, &["and"]) && self.between())
            || (pieces.hyphen(join) && pieces.is(join + 1, &["to"]))
        {
            if pieces.hyphen(join) && pieces.is(join + 1, &["to"]) {
                pieces.past_hyphen(join + 2)
            } else {
                join + 1
            }
        } else {
            return;
        };
        let skip = modifier::before(pieces, next + 1).filter(|_| false).map_or(next, |(_, at)| at);
        let bounded = (next..next + 3).find(|&at| {
            modifier::before(pieces, at).is_some_and(|(_, from)| from == next && from < at)
        });
        let from = bounded.unwrap_or(skip);
        let Some(second) = amount(pieces, from) else { return };
        let words = pieces.is(join, &["to", "or"]);
        let same_unit = match (self.first.unit, second.unit) {
            (Some(a), Some(b)) => a.measure == b.measure,
            (Some(_), None) => !pieces.is_word(join) || pieces.is(join, &["and", "to"]),
            _ => true,
        };
        let rising = second.number.value > self.first.number.value
            || second.number.step > self.first.number.step;
        let from_to = words && pieces.before(self.at) == "from" && pieces.is(join, &["to"]);
        if !same_unit || from_to || second.number.form == Form::Vague || (words && !rising) {
            return;
        }
        let votes = words && pieces.is(join, &["to"]) && self.first.unit.is_none();
        if votes && !rising {
            return;
        }
        self.end = second.end;
        self.second = Some(second);
    }

    fn between(&self) -> bool {
        let pieces = self.pieces;
        let start = modifier::before(pieces, self.at).map_or(self.at, |(_, start)| start);
        pieces.before(start) == "between"
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

    /// "3-1", "51-49": two numbers, no unit, and no counted noun but that of a result.
    fn score(&mut self) -> bool {
        const RESULTS: &[&str] = &[
            "win",
            "victory",
            "draw",
            "defeat",
            "loss",
            "lead",
            "vote",
            "ruling",
            "decision",
            "majority",
            "thrashing",
            "rout",
            "scoreline",
            "score",
            "tie",
            "deficit",
            "advantage",
            "at",
            "against",
            "over",
            "down",
            "up",
            "aggregate",
            "on",
            "in",
            "to",
            "party-line",
            "split",
            "verdict",
        ];
        let pieces = self.pieces;
        let number = self.first.number;
        if let Some(second) = &self.second {
            let whole =
                number.step == 1.0 && second.number.step == 1.0 && number.form == Form::Digits;
            let dashed = piece::is_dash(pieces.word(number.end)) && second.start == number.end + 1;
            let plain = self.unit.is_none() && whole && dashed && number.value < 1000.0;
            let falling = number.value >= second.number.value;
            let result = pieces.is(self.end, RESULTS) || !pieces.is_word(self.end);
            if plain && (result || falling) {
                self.measure = Measure::Score;
                return true;
            }
            return false;
        }
        // "by 312 votes to 204"
        if pieces.is(number.end, &["votes", "goals", "points", "seats"])
            && pieces.is(number.end + 1, &["to"])
            && let Some(second) = amount(pieces, number.end + 2)
        {
            self.end = second.end;
            self.second = Some(second);
            self.measure = Measure::Score;
            return true;
        }
        false
    }

    /// ", 49,", "54-year-old", "aged 12", "six months old".
    fn age(&mut self) -> bool {
        let pieces = self.pieces;
        let year = Unit { name: "year", measure: Measure::Age, factor: 1.0 };
        if let Some(unit) = self.unit.filter(|unit| unit.measure == Measure::Duration) {
            let old = pieces.past_hyphen(self.end);
            let end = if pieces.is(old, &["old", "olds"]) {
                old + 1
            } else if pieces.is(old, &["of"]) && pieces.is(old + 1, &["age"]) {
                old + 2
            } else {
                return false;
            };
            self.end = end;
            self.unit = Some(Unit { measure: Measure::Age, ..unit });
            self.measure = Measure::Age;
            return true;
        }
        let number = self.first.number;
        if self.unit.is_some()
            || number.step != 1.0
            || !(0.0..=130.0).contains(&number.value)
            || number.form == Form::Share
        {
            return false;
        }
        let start = modifier::before(pieces, self.at).map_or(self.at, |(_, start)| start);
        let aged = ["aged", "age", "ages"].contains(&pieces.before(start))
            || (pieces.before(start) == "of" && start >= 2 && pieces.is(start - 2, &["age"]));
        if aged || self.aside() {
            self.unit = Some(year);
            self.measure = Measure::Age;
            return true;
        }
        false
    }

    /// "Maria Lopez, 49, a" or "Maria Lopez (49)".
    fn aside(&self) -> bool {
        let pieces = self.pieces;
        let (at, end) = (self.at, self.end);
        let Some(name) = at.checked_sub(2) else { return false };
        let named =
            pieces.is_word(name) && pieces.capital(name) && pieces.is_digits(at) && end == at + 1;
        let single = name.checked_sub(2).is_none_or(|before| !pieces.is_digits(before));
        let commas =
            pieces.before(at) == "," && pieces.is(end, &[",", "."]) && single && !pieces.glued(at);
        named && commas && self.first.number.value >= 1.0 && self.first.number.value < 120.0
    }

    /// "magnitude 6.1", "6.1-magnitude", "measured 6.1 on the Richter scale", "a 6.1 quake".
    fn magnitude(&mut self) -> bool {
        const QUAKES: &[&str] = &["quake", "earthquake", "tremor", "temblor", "aftershock"];
        let pieces = self.pieces;
        let number = self.first.number;
        if !(0.0..=10.0).contains(&number.value) || self.unit.is_some() {
            return false;
        }
        let next = pieces.past_hyphen(number.end);
        let mut start = modifier::before(pieces, self.at).map_or(self.at, |(_, start)| start);
        if pieces.is(start.wrapping_sub(1), &["of", "was", "at", "-", "‑", "is"]) {
            start -= 1;
        }
        let end = if pieces.is(next, &["magnitude"]) {
            next + 1
        } else if pieces.is(next, &["on"]) && pieces.is(next + 2, &["richter"]) {
            next + 3 + usize::from(pieces.is(next + 3, &["scale"]))
        } else if pieces.before(start) == "magnitude"
            || (pieces.is_digits(self.at) && number.step < 1.0 && pieces.is(next, QUAKES))
        {
            self.end
        } else {
            return false;
        };
        self.end = end;
        self.measure = Measure::Magnitude;
        self.unit = Some(Unit { name: "magnitude", measure: Measure::Magnitude, factor: 1.0 });
        true
    }

    /// "21st", "3rd".
    fn ordinal(&mut self) -> bool {
        let pieces = self.pieces;
        let end = self.first.number.end;
        if pieces.is_digits(self.at)
            && pieces.glued(end)
            && pieces.is(end, &["st", "nd", "rd", "th"])
        {
            self.end = end + 1;
            self.measure = Measure::Ordinal;
            return true;
        }
        false
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
        let direction = modifier::direction(pieces, self.start);
        self.direction =
            direction.filter(|_| !matches!(self.measure, Measure::Score | Measure::Age));
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
            let one = self.first.number.value == 1.0;
            let of_them = pieces.is(from, &["of"])
                && !matches!(self.first.number.form, Form::Vague | Form::Share);
            self.noun = noun::counted(pieces, from, one);
            if of_them {
                self.role = Role::Part;
            } else if adds || pieces.is(from, &["others", "other", "more", "additional", "further"])
            {
                self.role = Role::More;
            }
            if pieces.is(from, &["others"]) && self.noun.is_none() {
                self.end = from + 1;
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
        let typed = !matches!(self.measure, Measure::Untyped) || self.noun.is_some();
        let number = self.second.as_ref().map_or(self.first.number, |second| second.number);
        let number = Number { end: number.end, ..self.first.number };
        typed
            && self.measure == Measure::Score
            && pieces_label(self.pieces, self.at, &self.first.number)
            || self.measure != Measure::Score
                && self.first.unit.is_none()
                && self.measure != Measure::Magnitude
                && label::is_label(self.pieces, self.at, &number, typed)
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
        if self.noun.is_none() && !things {
            self.measure = Measure::Count;
            self.unit = Some(Unit { name: "person", measure: Measure::Count, factor: 1.0 });
        }
    }

    fn finish(self) -> Quantity {
        let number = self.first.number;
        let measure = self.measure;
        let (mut low, mut high) = self.bound.interval(&number, measure);
        let mut upper = number.most;
        if let Some(second) = &self.second {
            upper = Some(second.number.value);
            if measure == Measure::Score {
                (low, high) = (Some(number.value), Some(number.value));
            } else {
                let top = self.bound.interval(&second.number, measure);
                high = top.1;
            }
        }
        let person = self.noun.as_ref().is_some_and(|noun| noun.person);
        let unit = match self.unit {
            Some(unit) => unit.name,
            None if person => "person",
            None if number.form == Form::Share => "share",
            None => "",
        };
        let modifier = self.direction.unwrap_or(self.bound.modifier());
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

fn pieces_label(pieces: &Pieces, at: usize, number: &Number) -> bool {
    pieces.is(number.end + 2, &["-", "/", ":"]) && pieces.glued(number.end + 2) && at < number.end
}

/// The scale a value was said in: a million for 33 million.
fn scale_of(value: f64) -> f64 {
    [1e12, 1e9, 1e6, 1e3].into_iter().find(|&scale| value >= scale).unwrap_or(1.0)
}
