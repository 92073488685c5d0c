//! Units and currencies, and where they stand beside a number.

use super::{Measure, WORDS, noun};
use crate::{
    folded::Folded,
    lexicon::{self, Set, Table, WordHasher},
    number,
    piece::Pieces,
};
use std::{collections::HashMap, hash::BuildHasherDefault, sync::LazyLock};

/// What money is paid for, each.
static RATES: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "rate").collect());

/// A unit as the data files give it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Unit {
    pub name: &'static str,
    pub measure: Measure,
    /// In the base unit of its measure.
    pub factor: f64,
}

#[derive(Debug, Clone)]
struct Form {
    words: Vec<String>,
    /// Counts only after a numeral, or for a currency name only after a scale.
    weak: bool,
    unit: Unit,
}

/// Base unit of a unit's measure, factor and offset to it: "kilometre" is 1000 metres. A unit that
/// converts to no other is its own base.
pub(crate) fn base(name: &str) -> (&str, f64, f64) {
    match name {
        "fahrenheit" => return ("celsius", 5.0 / 9.0, -160.0 / 9.0),
        "share" => return ("percent", 100.0, 0.0),
        _ => {}
    }
    let Some(unit) = UNITS.names.get(name) else { return (name, 1.0, 0.0) };
    let base = match unit.measure {
        Measure::Duration => "second",
        Measure::Distance => "metre",
        Measure::Area => "square metre",
        Measure::Weight => "kilogram",
        Measure::Speed => "metre per second",
        _ => match name {
            "cent" => "dollar",
            "euro cent" => "euro",
            "penny" => "pound sterling",
            "basis point" => "percentage point",
            name => return (name, 1.0, 0.0),
        },
    };
    (base, unit.factor, 0.0)
}

type Forms = HashMap<String, Vec<Form>, BuildHasherDefault<WordHasher>>;

struct Units {
    /// Written after a number.
    after: Forms,
    /// Currency signs and codes, written before one.
    before: Forms,
    names: Table<Unit>,
}

static UNITS: LazyLock<Units> = LazyLock::new(|| {
    let mut units =
        Units { after: Forms::default(), before: Forms::default(), names: Table::default() };
    for line in lexicon::entries(include_str!("../../data/units.txt")) {
        let mut fields = line.split('|').map(str::trim);
        let (Some(measure), Some(name)) = (fields.next(), fields.next()) else { continue };
        let factor = fields.next().and_then(|field| field.parse().ok()).unwrap_or(1.0);
        let unit = Unit { name, measure: measure_of(measure), factor };
        add(&mut units.after, fields.next().unwrap_or_default(), unit);
        units.names.insert(name, unit);
    }
    for line in lexicon::entries(include_str!("../../data/currencies.txt")) {
        let mut fields = line.split('|').map(str::trim);
        let Some(name) = fields.next() else { continue };
        let factor = fields.next().and_then(|field| field.parse().ok()).unwrap_or(1.0);
        let unit = Unit { name, measure: Measure::Money, factor };
        units.names.insert(name, unit);
        let signs = fields.next().unwrap_or_default();
        add(&mut units.before, signs, unit);
        add(&mut units.after, signs, unit);
        add(&mut units.after, fields.next().unwrap_or_default(), unit);
    }
    // Longest first, so that "square miles" is not read as "square".
    for forms in units.after.values_mut().chain(units.before.values_mut()) {
        forms.sort_by_key(|form| std::cmp::Reverse(form.words.len()));
    }
    units
});

fn measure_of(name: &str) -> Measure {
    match name {
        "duration" => Measure::Duration,
        "distance" => Measure::Distance,
        "area" => Measure::Area,
        "weight" => Measure::Weight,
        "speed" => Measure::Speed,
        "temperature" => Measure::Temperature,
        "percent" => Measure::Percent,
        _ => Measure::Physical,
    }
}

fn add(forms: &mut Forms, list: &'static str, unit: Unit) {
    for form in list.split(',').map(str::trim).filter(|form| !form.is_empty()) {
        let weak = form.ends_with('!');
        let form = form.trim_end_matches('!');
        let folded = Folded::of(form, &[]);
        let pieces = Pieces::cut(form, &folded, &[], &[]);
        let words: Vec<String> = (0..pieces.len()).map(|at| pieces.word(at).to_owned()).collect();
        let Some(first) = words.first().cloned() else { continue };
        forms.entry(first).or_default().push(Form { words, weak, unit });
    }
}

/// The unit at piece `at`, right after a number, and one past its end.
pub(crate) fn after(pieces: &Pieces, at: usize, scale: f64) -> Option<(Unit, usize)> {
    find(&UNITS.after, pieces, at, |form, start| {
        if !form.weak {
            return true;
        }
        let pence = form.words.last().is_some_and(|word| word == "p");
        if form.unit.measure == Measure::Money && !pence {
            return scale >= 1000.0;
        }
        let numeral = start.checked_sub(1).is_some_and(|before| pieces.is_digits(before));
        // "at 8 p. m."
        let hour = pence && pieces.is(start + 1, &["."]) && pieces.is(start + 2, &["m"]);
        let close = pieces.glued(start) || !pieces.capital(start + form.words.len());
        let letter = form.words.last().filter(|word| word.len() == 1);
        let own_case = letter.is_none_or(|letter| {
            let last = start + form.words.len() - 1;
            pieces.capital(last) == matches!(letter.as_str(), "c" | "f" | "v" | "w")
        });
        numeral && close && own_case && !hour
    })
}

/// The currency sign or code at piece `at`, and one past its end.
pub(crate) fn before(pieces: &Pieces, at: usize) -> Option<(Unit, usize)> {
    let word = pieces.is_word(at);
    if pieces.is_digits(at) || (word && !pieces.capital(at)) {
        return None;
    }
    let (unit, end) = find(&UNITS.before, pieces, at, |_, _| true)?;
    if !word {
        return Some((unit, end));
    }
    // "a $5 bill" is no Australian one.
    let apart = end > at + 1 && !pieces.glued(at + 1) && pieces.word(at).len() == 1;
    (!apart).then_some((unit, end))
}

fn find(
    forms: &Forms,
    pieces: &Pieces,
    at: usize,
    fits: impl Fn(&Form, usize) -> bool,
) -> Option<(Unit, usize)> {
    let candidates = forms.get(pieces.word(at))?;
    candidates.iter().find_map(|form| {
        // "a 15,800-square-metre hall"
        let next = |end: usize, word: &String| {
            let at = pieces.past_hyphen(end);
            (pieces.word(at) == word).then_some(at + 1)
        };
        let end = form.words.iter().skip(1).try_fold(at + 1, next)?;
        fits(form, at).then_some((form.unit, end))
    })
}

/// What a rate is for: "per season", "a year", "/month". `at` is right after the unit.
pub(crate) fn per(pieces: &Pieces, at: usize, unit: Option<Unit>) -> Option<(String, usize)> {
    let at = pieces.past_hyphen(at);
    let known = |at: usize| find(&UNITS.after, pieces, at, |form, _| !form.weak);
    match pieces.word(at) {
        "per" | "/" | "for" | "every" => {
            let sure = pieces.is(at, &["per"])
                || (pieces.glued(at) && pieces.glued(at + 1) && unit.is_some());
            let each = pieces.is(at, &["every"])
                && unit.is_some_and(|unit| unit.measure == Measure::Money);
            if !(sure || each) {
                return None;
            }
            // "per 100,000 people"
            if let Some(number) = number::read(pieces, at + 1, false) {
                let end =
                    noun::counted(pieces, number.end, false).map_or(number.end, |noun| noun.end);
                return Some((pieces.range(at + 1, end).of(pieces.text).to_lowercase(), end));
            }
            if !pieces.is_word(at + 1) {
                return None;
            }
            let short = matches!(pieces.word(at + 1), "h" | "hr" | "s");
            let (name, end) = match known(at + 1) {
                Some((unit, end)) => (unit.name, end),
                None if short && pieces.is(at + 1, &["s"]) => ("second", at + 2),
                None if short => ("hour", at + 2),
                None => (pieces.word(at + 1), at + 2),
            };
            Some((name.to_owned(), end))
        }
        "a" | "an" | "each" => {
            let next = pieces.past_hyphen(at + 1);
            if let Some((unit, end)) = known(next)
                && unit.measure == Measure::Duration
                && !pieces.is(end, &["earlier", "ago", "before", "later", "from"])
                && !(pieces.is(end, &["and"]) && pieces.is(end + 2, &["half"]))
            {
                return Some((unit.name.to_owned(), end));
            }
            let noun = RATES.contains(pieces.word(next));
            let money = unit.is_some_and(|unit| unit.measure == Measure::Money);
            (noun && money).then(|| (pieces.word(next).to_owned(), next + 1))
        }
        "annually" | "yearly" => Some(("year".into(), at + 1)),
        "monthly" => Some(("month".into(), at + 1)),
        "weekly" => Some(("week".into(), at + 1)),
        "daily" => Some(("day".into(), at + 1)),
        "hourly" => Some(("hour".into(), at + 1)),
        _ => None,
    }
}
