//! Words that bound or blur a number, and the interval they give it.

use super::{Measure, Modifier};
use crate::{
    lexicon::{self, Table},
    number::{Form, Number},
    piece::Pieces,
};
use std::sync::LazyLock;

/// How a number is bounded or blurred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Bound {
    #[default]
    Bare,
    Exactly,
    About,
    Nearly,
    More,
    Slightly,
    Less,
    AtLeast,
    AtMost,
}

impl Bound {
    /// The coarser word of the contract.
    pub fn modifier(self) -> Modifier {
        match self {
            Self::Bare | Self::Exactly => Modifier::Exactly,
            Self::About | Self::Nearly => Modifier::About,
            Self::More | Self::Slightly => Modifier::More,
            Self::Less => Modifier::Less,
            Self::AtLeast => Modifier::AtLeast,
            Self::AtMost => Modifier::AtMost,
        }
    }

    /// What a number so bounded can mean: about N is 85 to 115 % of N, nearly N 80 to 100 %, just
    /// over N 100 to 125 %; a bare one is rounded by as much as its form lets through.
    pub fn interval(self, number: &Number, measure: Measure) -> (Option<f64>, Option<f64>) {
        let value = number.value;
        let most = number.most.unwrap_or(value);
        let slack = value.abs() * 0.15;
        let (low, high) = match self {
            Self::Bare | Self::Exactly => {
                let half = half_step(number, measure);
                (Some(value - half), Some(most + half))
            }
            Self::About => (Some(value - slack), Some(most + slack)),
            Self::Nearly => (Some(value * 0.8), Some(most)),
            Self::More => (Some(next_up(value, number, measure)), None),
            Self::Slightly => (Some(value), Some(value * 1.25)),
            Self::Less => (None, Some(value)),
            Self::AtLeast => (Some(value), None),
            Self::AtMost => (None, Some(most)),
        };
        (low.map(tidy), high.map(tidy))
    }
}

/// Twelve significant digits: 6.1 + 0.05 is 6.15 and not 6.1499999999999995.
fn tidy(value: f64) -> f64 {
    // As most are: a whole number of twelve digits is tidy.
    if value.fract() == 0.0 && value.abs() < 1e12 {
        return value;
    }
    format!("{value:.11e}").parse().unwrap_or(value)
}

/// More than 12 people are at least 13; more than two years are any time above two.
fn next_up(value: f64, number: &Number, measure: Measure) -> f64 {
    let whole = measure == Measure::Count && number.in_ones() && value < 100.0;
    if whole { value + 1.0 } else { value }
}

/// Half a unit of the last digit that is not zero: 1,000 is 500 to 1,500, "two hours" 1.5 to 2.5.
/// Counts below a hundred or not round, ages and scores are said exactly. Per cent and temperatures are rounded
/// in their last digit, even if it is a zero.
fn half_step(number: &Number, measure: Measure) -> f64 {
    let exact = match measure {
        Measure::Count | Measure::Untyped => {
            number.value.fract().abs() < 1e-9
                && (number.value < 100.0 || number.in_ones() && !multiple(number.value, 10.0))
        }
        Measure::Age | Measure::Score | Measure::Ordinal => true,
        _ => false,
    };
    if exact || number.most.is_some() {
        return 0.0;
    }
    if number.form == Form::Share {
        return number.value * 0.1;
    }
    let mut step = number.step;
    if !matches!(measure, Measure::Percent | Measure::Temperature) && number.value != 0.0 {
        while step < number.value.abs() && multiple(number.value, step * 10.0) {
            step *= 10.0;
        }
    }
    step / 2.0
}

fn multiple(value: f64, step: f64) -> bool {
    let times = value / step;
    (times - times.round()).abs() < 1e-9
}

type Phrases = Table<Vec<(Vec<&'static str>, Bound)>>;

/// Phrases before a number by their last word, phrases after it by their first.
static PHRASES: LazyLock<(Phrases, Phrases)> = LazyLock::new(|| {
    let (mut before, mut after) = (Phrases::default(), Phrases::default());
    for line in lexicon::entries(include_str!("../../data/modifiers.txt")) {
        let mut fields = line.split('|').map(str::trim);
        let bound = match fields.next().unwrap_or_default() {
            "about" => Bound::About,
            "nearly" => Bound::Nearly,
            "more" => Bound::More,
            "slightly" => Bound::Slightly,
            "less" => Bound::Less,
            "atleast" => Bound::AtLeast,
            "atmost" => Bound::AtMost,
            _ => Bound::Exactly,
        };
        let mut add = |phrases: &mut Phrases, last: bool| {
            for phrase in fields.next().unwrap_or_default().split(',').map(str::trim) {
                let words: Vec<&str> = phrase.split_whitespace().collect();
                let key = if last { words.last() } else { words.first() };
                if let Some(&key) = key {
                    phrases.entry(key).or_default().push((words, bound));
                }
            }
        };
        add(&mut before, true);
        add(&mut after, false);
    }
    for list in before.values_mut().chain(after.values_mut()) {
        list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    (before, after)
});

/// The phrase that ends right before piece `at`, and where it starts.
pub(crate) fn before(pieces: &Pieces, at: usize) -> Option<(Bound, usize)> {
    // "c." and "approx." bring their point with them.
    let end = if pieces.before(at) == "."
        && at >= 2
        && pieces.is(at - 2, &["c", "ca", "approx", "est"])
    {
        at - 1
    } else {
        at
    };
    let last = end.checked_sub(1)?;
    let phrases = PHRASES.0.get(pieces.word(last))?;
    phrases.iter().find_map(|(words, bound)| {
        let start = end.checked_sub(words.len())?;
        let same = words.iter().enumerate().all(|(i, word)| pieces.word(start + i) == *word);
        (same && pieces.sentence(start) == pieces.sentence(at)).then_some((*bound, start))
    })
}

/// The phrase that begins at piece `at`, and where it ends.
pub(crate) fn after(pieces: &Pieces, at: usize) -> Option<(Bound, usize)> {
    let start = pieces.past_hyphen(at);
    let list = PHRASES.1.get(pieces.word(start))?;
    list.iter().find_map(|(words, bound)| {
        let same = words.iter().enumerate().all(|(i, word)| pieces.word(start + i) == *word);
        same.then_some((*bound, start + words.len()))
    })
}

/// Words of change; `None` for those that go either way.
static CHANGES: LazyLock<Table<Option<Modifier>>> = LazyLock::new(|| {
    let mut words = Table::default();
    for line in lexicon::entries(include_str!("../../data/directions.txt")) {
        let Some((direction, list)) = line.split_once('|') else { continue };
        let direction = match direction.trim() {
            "up" => Some(Modifier::Up),
            "down" => Some(Modifier::Down),
            _ => None,
        };
        words.extend(list.split(',').map(|word| (word.trim(), direction)));
    }
    words
});

/// Whether the quantity that starts at piece `at` is a change: "rose 5", "a fall of 5", "up by 5".
pub(crate) fn direction(pieces: &Pieces, at: usize) -> Option<Modifier> {
    let mut last = at.checked_sub(1)?;
    if pieces.is(last, &["by", "of", "another", "further", "an", "a"]) {
        last = last.checked_sub(1)?;
    }
    if pieces.is(last, &["by"]) {
        last = last.checked_sub(1)?;
    }
    let particle = pieces.is(last, &["up", "down", "off"]);
    let verb = last.wrapping_sub(1);
    // "gave up 517 yards", "set up five camps"
    let phrasal = particle
        && pieces.is_word(verb)
        && !pieces.is(
            verb,
            &[
                "is", "was", "were", "are", "be", "been", "went", "closed", "ended", "finished",
                "and",
            ],
        );
    CHANGES.get(pieces.word(last)).copied().flatten().filter(|_| !phrasal)
}

/// Whether `word` says that something changes.
pub(crate) fn is_change(word: &str) -> bool {
    CHANGES.contains_key(word)
}
