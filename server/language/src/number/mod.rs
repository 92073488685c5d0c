//! Numbers as written: "1,200", "2.5 million", "twenty-one", "two and a half", "dozens", "a third".
//!
//! Reads only the number. What it measures, and whether it measures anything, is decided by the
//! readers of quantities and times.

mod share;

use crate::{
    lexicon,
    piece::{self, Pieces},
    token::Tag,
};
use lexicon::{Set, Table};
use share::{one_in, part_of_scale, share, vague};
use std::sync::LazyLock;

/// The words that stand around numbers, by what they do there.
const AROUND: &str = include_str!("../../data/quantity-words.txt");

/// A number and how exactly it was said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Number {
    /// One past its last piece.
    pub end: usize,
    pub value: f64,
    /// The most it can mean, where no number was said: 1000 for "hundreds".
    pub most: Option<f64>,
    /// Unit of the last digit: 0.1 for "2.5", 100,000 for "2.5 million".
    pub step: f64,
    pub form: Form,
}

impl Number {
    /// Whether it was said to the last unit: 12 and 1,200, not 1.2 million or a third.
    pub fn in_ones(&self) -> bool {
        same(self.step, 1.0)
    }
}

/// Equality of values that came out of a few multiplications.
pub(crate) fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Digits,
    Words,
    /// "a third", "1 in 5"
    Share,
    /// "hundreds", "several": no number was said.
    Vague,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Class {
    Unit,
    Teen,
    Ten,
    Scale,
    Letter,
    Plural,
    Vague(f64),
    Part,
}

static WORDS: LazyLock<Table<Vec<(Class, f64)>>> = LazyLock::new(|| {
    let mut words: Table<Vec<(Class, f64)>> = Table::default();
    for line in lexicon::entries(include_str!("../../data/numbers.txt")) {
        let mut fields = line.split_whitespace();
        let (Some(kind), Some(word)) = (fields.next(), fields.next()) else { continue };
        let mut number = || fields.next().and_then(|field| field.parse().ok()).unwrap_or(0.0);
        let value = number();
        let class = match kind {
            "unit" => Class::Unit,
            "teen" => Class::Teen,
            "ten" => Class::Ten,
            "scale" => Class::Scale,
            "letter" => Class::Letter,
            "plural" => Class::Plural,
            "part" => Class::Part,
            _ => Class::Vague(number()),
        };
        words.entry(word).or_default().push((class, value));
    }
    words
});

fn look(word: &str, class: impl Fn(Class) -> bool) -> Option<f64> {
    let entries = WORDS.get(word)?;
    entries.iter().find(|(found, _)| class(*found)).map(|(_, value)| *value)
}

/// Value of a scale word: "million".
pub(crate) fn scale(word: &str) -> Option<f64> {
    look(word, |class| class == Class::Scale)
}

/// Whether a number in words can begin with `word`.
pub(crate) fn begins(word: &str) -> bool {
    WORDS.contains_key(word)
}

/// The words that a number in words can begin with.
pub(crate) fn starts() -> impl Iterator<Item = &'static str> {
    WORDS.keys()
}

/// The longest number that begins at piece `at`. `money` allows scale letters after a numeral
/// wherever they could also be units: "$5m" is money, "5m" five metres.
pub(crate) fn read(pieces: &Pieces, at: usize, money: bool) -> Option<Number> {
    if pieces.is_digits(at) {
        return digits(pieces, at, money);
    }
    if !pieces.is_word(at) {
        return None;
    }
    let word = pieces.word(at);
    if matches!(word, "a" | "an" | "half" | "quarter" | "three" | "two" | "one")
        && let Some(number) = part_of_scale(pieces, at).or_else(|| share(pieces, at))
    {
        return Some(number);
    }
    if matches!(word, "a" | "an") {
        return article(pieces, at);
    }
    if !begins(word) {
        return fold(word, at);
    }
    words(pieces, at).or_else(|| share(pieces, at)).or_else(|| vague(pieces, at))
}

/// "threefold", "tenfold".
fn fold(word: &str, at: usize) -> Option<Number> {
    let value = below_twenty(word.strip_suffix("fold")?)?;
    Some(Number { end: at + 1, value, most: None, step: 1.0, form: Form::Words })
}

/// "a hundred", "a dozen", "a couple of", "a few hundred"; never "a" alone.
fn article(pieces: &Pieces, at: usize) -> Option<Number> {
    let next = pieces.word(at + 1);
    if scale(next).is_some() {
        return words(pieces, at + 1);
    }
    vague(pieces, at + 1)
}

fn digits(pieces: &Pieces, at: usize, money: bool) -> Option<Number> {
    let (mut value, mut step) = piece::numeral(pieces.word(at))?;
    let mut end = at + 1;
    let mut form = Form::Digits;
    if let Some((part, next)) = fraction(pieces, end).filter(|_| step >= 1.0) {
        value += part;
        step = part;
        end = next;
    } else if let Some(bottom) = slash(pieces, end) {
        value /= bottom;
        step = value;
        end += 2;
        form = Form::Share;
    } else if let Some((whole, next)) = one_in(pieces, end, value) {
        value /= whole;
        step = value;
        end = next;
        form = Form::Share;
    }
    if let Some((and, next)) = and_a_part(pieces, end) {
        value += and;
        step = and;
        end = next;
    }
    let number = scaled(pieces, Number { end, value, most: None, step, form }, money);
    Some(number)
}

/// "½" after "2", or "1/2" after "2 ".
fn fraction(pieces: &Pieces, at: usize) -> Option<(f64, usize)> {
    let at = pieces.past_hyphen(at);
    if !pieces.is_digits(at) {
        return None;
    }
    let (top, _) = piece::numeral(pieces.word(at))?;
    if top < 1.0 && !pieces.word(at).is_ascii() {
        return Some((top, at + 1));
    }
    let bottom = slash(pieces, at + 1)?;
    (top < bottom).then_some((top / bottom, at + 3))
}

/// The denominator of "/8" at `at`, kept apart from dates ("9/11") by asking for a usual one.
fn slash(pieces: &Pieces, at: usize) -> Option<f64> {
    let denominator = || piece::numeral(pieces.word(at + 1)).map(|(value, _)| value);
    let glued = pieces.glued(at) && pieces.glued(at + 1);
    if !glued || !pieces.is(at, &["/", "⁄"]) || pieces.is(at + 2, &["/"]) {
        return None;
    }
    denominator().filter(|value| [2.0, 3.0, 4.0, 5.0, 8.0, 16.0].contains(value) || *value > 31.0)
}

fn below_twenty(word: &str) -> Option<f64> {
    look(word, |class| matches!(class, Class::Unit | Class::Teen))
}

/// "and a half", "-and-a-half", "and a quarter".
fn and_a_part(pieces: &Pieces, at: usize) -> Option<(f64, usize)> {
    let and = pieces.past_hyphen(at);
    if !pieces.is(and, &["and"]) {
        return None;
    }
    let article = pieces.past_hyphen(and + 1);
    let part =
        pieces.past_hyphen(if pieces.is(article, &["a", "one"]) { article + 1 } else { article });
    match pieces.word(part) {
        "half" => Some((0.5, part + 1)),
        "quarter" if part > article => Some((0.25, part + 1)),
        "quarters" if pieces.is(part - 1, &["three"]) => Some((0.75, part + 1)),
        _ => None,
    }
}

/// "3 hundred thousand million": nobody says more after one number.
const MOST_SCALES: usize = 3;

/// Multiplies by the scales that follow: " million", "bn", " hundred thousand", "-million".
fn scaled(pieces: &Pieces, mut number: Number, money: bool) -> Number {
    for _ in 0..MOST_SCALES {
        let at = pieces.past_hyphen(number.end);
        let word = pieces.word(at);
        let factor = scale(word).or_else(|| letter(pieces, at, word, money));
        let Some(factor) = factor.filter(|_| number.form != Form::Vague || at == number.end) else {
            break;
        };
        number.value *= factor;
        number.step *= factor;
        number.most = number.most.map(|most| most * factor);
        number.end = at + 1;
    }
    if let Some((part, end)) = and_a_part(pieces, number.end) {
        // "a million and a half"
        let unit = number.step;
        if unit > 1.0 {
            number.value += part * unit;
            number.step = part * unit;
            number.end = end;
        }
    }
    number
}

fn letter(pieces: &Pieces, at: usize, word: &str, money: bool) -> Option<f64> {
    let factor = look(word, |class| class == Class::Letter)?;
    let alone = money || matches!(word, "mn" | "mln" | "bn" | "bln" | "trn");
    let glued = pieces.glued(at) && pieces.is_digits(at.checked_sub(1)?);
    let counted = || counts_millions(pieces, at + 1);
    let scale = match word {
        "k" => glued && (money || !pieces.capital(at)),
        "m" | "b" | "tn" => alone || (glued && counted()),
        _ => alone || glued,
    };
    scale.then_some(factor)
}

/// What is measured in metres, near a number: "20m freestyle".
static METRES: LazyLock<Set> = LazyLock::new(|| lexicon::class(AROUND, "metres").collect());

/// Whether "m" after a numeral is a million and no metre: a plural noun is near.
fn counts_millions(pieces: &Pieces, at: usize) -> bool {
    let words = (at..at + 6).take_while(|&here| {
        let described = here == at && pieces.word(here).ends_with("ed");
        pieces.is_word(here)
            && (!pieces.capital(here) || pieces.word(here).ends_with('s'))
            && (described || !matches!(pieces.tag(here), Tag::Preposition | Tag::Verb))
    });
    let mut plural = false;
    for at in words {
        let word = pieces.word(at);
        if METRES.contains(word) {
            return false;
        }
        plural |=
            word == "people" || (word.len() > 3 && word.ends_with('s') && !word.ends_with("ss"));
    }
    plural
}

/// Number words from `at`.
fn words(pieces: &Pieces, at: usize) -> Option<Number> {
    let mut total = 0.0;
    let mut group: Option<(f64, f64)> = None;
    let mut step = 1.0;
    let mut last_scale = f64::INFINITY;
    let mut here = at;
    let mut end = at;
    loop {
        let mut next = here;
        if end > at {
            next = pieces.past_hyphen(next);
            let joined = pieces.is(next, &["and"]) && group.is_none_or(|(value, _)| value >= 100.0);
            if joined {
                next += 1;
            }
        }
        if let Some((value, after)) = small(pieces, next) {
            let room = match group {
                None => end == at || value < last_scale,
                Some((group, _)) => group >= 100.0 && group % 100.0 == 0.0,
            };
            // "one million and two million" are two numbers.
            let own =
                next > here && pieces.is(next - 1, &["and"]) && scale(pieces.word(after)).is_some();
            if !room || own {
                break;
            }
            group = Some((group.map_or(0.0, |(value, _)| value) + value, 1.0));
            step = 1.0;
            (here, end) = (after, after);
        } else if let Some(factor) = scale(pieces.word(next)) {
            if next > here && pieces.is(next - 1, &["and"]) {
                break;
            }
            let (value, unit) = group.unwrap_or((1.0, 1.0));
            if group.is_none() && end > at {
                break;
            }
            if factor <= 100.0 {
                group = Some((value * factor, unit * factor));
                step = unit * factor;
            } else if factor < last_scale {
                total += value * factor;
                step = unit * factor;
                last_scale = factor;
                group = None;
            } else {
                break;
            }
            (here, end) = (next + 1, next + 1);
        } else {
            break;
        }
    }
    if end == at {
        return None;
    }
    let mut value = total + group.map_or(0.0, |(value, _)| value);
    let mut form = Form::Words;
    if let Some((part, next)) = and_a_part(pieces, end) {
        value += part * step;
        step *= part;
        end = next;
    } else if pieces.is(end, &["point"]) {
        let mut place = 1.0;
        let mut next = end + 1;
        while let Some(digit) = look(pieces.word(next), |class| class == Class::Unit) {
            place /= 10.0;
            value += digit * place;
            next += 1;
        }
        if place < 1.0 {
            step = place;
            end = next;
        }
    } else if let Some((whole, next)) = one_in(pieces, end, value) {
        value /= whole;
        step = value;
        form = Form::Share;
        end = next;
    }
    let number = Number { end, value, most: None, step, form };
    Some(if last_scale.is_infinite() { scaled(pieces, number, false) } else { number })
}

/// A number below a hundred: "seven", "twenty", "twenty-one".
fn small(pieces: &Pieces, at: usize) -> Option<(f64, usize)> {
    let word = pieces.word(at);
    if let Some(value) = below_twenty(word) {
        return Some((value, at + 1));
    }
    let tens = look(word, |class| class == Class::Ten)?;
    let next = pieces.past_hyphen(at + 1);
    match look(pieces.word(next), |class| class == Class::Unit) {
        Some(unit) if unit > 0.0 => Some((tens + unit, next + 1)),
        _ => Some((tens, at + 1)),
    }
}
