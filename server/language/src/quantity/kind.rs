//! Numbers whose kind their form and neighbours give: scores, ages, magnitudes, ordinals.

use super::{Measure, WORDS, amount, draft::Draft, modifier, noun, unit::Unit};
use crate::{
    lexicon::{self, Set},
    number::Form,
    piece,
};
use std::sync::LazyLock;

/// What stands behind the score of a game or a vote.
static RESULTS: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "result").collect());

impl Draft<'_, '_> {
    /// "3-1", "51-49": two numbers, no unit, and no counted noun but that of a result.
    pub fn score(&mut self) -> bool {
        let pieces = self.pieces;
        let number = self.first.number;
        if let Some(second) = &self.second {
            let whole = number.in_ones() && second.number.in_ones() && number.form == Form::Digits;
            let dashed = piece::is_dash(pieces.word(number.end)) && second.start == number.end + 1;
            let plain = self.unit.is_none() && whole && dashed && number.value < 1000.0;
            let falling = number.value >= second.number.value;
            let result = RESULTS.contains(pieces.word(self.end)) || !pieces.is_word(self.end);
            if plain && (result || falling) {
                self.measure = Measure::Score;
                return true;
            }
            return false;
        }
        // "voted 312 to 204", "by a vote of 312 to 204"
        let tally = pieces.is(self.at.wrapping_sub(1), &["voted", "by", "won", "lost", "of"])
            && (pieces.is(self.at.wrapping_sub(1), &["voted", "won", "lost"])
                || pieces
                    .is(self.at.wrapping_sub(2), &["voted", "passed", "vote", "score", "won"]));
        if tally
            && number.in_ones()
            && pieces.is(number.end, &["to"])
            && self.unit.is_none()
            && let Some(second) = amount::read(pieces, number.end + 1)
            && second.unit.is_none()
            && second.number.in_ones()
        {
            self.end = second.end;
            self.second = Some(second);
            self.measure = Measure::Score;
            return true;
        }
        // "by 312 votes to 204"
        if pieces.is(number.end, &["votes", "goals", "points", "seats"])
            && pieces.is(number.end + 1, &["to"])
            && let Some(second) = amount::read(pieces, number.end + 2)
        {
            self.end = second.end;
            self.second = Some(second);
            self.measure = Measure::Score;
            return true;
        }
        false
    }

    /// ", 49,", "54-year-old", "aged 12", "six months old".
    pub fn age(&mut self) -> bool {
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
            || !number.in_ones()
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
        let named = pieces.is_word(name)
            && (pieces.capital(name) || noun::is_person(pieces, name))
            && pieces.is_digits(at)
            && end == at + 1;
        let single = name.checked_sub(2).is_none_or(|before| !pieces.is_digits(before));
        let commas =
            pieces.before(at) == "," && pieces.is(end, &[",", "."]) && single && !pieces.glued(at);
        named && commas && self.first.number.value >= 1.0 && self.first.number.value < 120.0
    }

    /// "magnitude 6.1", "6.1-magnitude", "measured 6.1 on the Richter scale", "a 6.1 quake".
    pub fn magnitude(&mut self) -> bool {
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
    pub fn ordinal(&mut self) -> bool {
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
}
