//! Times of day: "12:35", "9 p.m.", "3.45pm EST", "noon", "Tuesday night".

use super::{
    Found, TimeKind, WORDS,
    meaning::{Clock, Meaning},
};
use crate::{
    lexicon::{self, Set},
    number,
    piece::Pieces,
};
use std::sync::LazyLock;

/// Time zones by their letters.
static ZONES: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "zone").collect());

/// The time of day at piece `at`.
pub(super) fn read(pieces: &Pieces, at: usize) -> Option<Found> {
    let (clock, end) = named(pieces, at).or_else(|| digits(pieces, at))?;
    Some(Found::new(past_zone(pieces, end), TimeKind::Time, Meaning::At { day: None, clock }))
}

fn named(pieces: &Pieces, at: usize) -> Option<(Clock, usize)> {
    match pieces.word(at) {
        "noon" | "midday" => Some((Clock::Hour(12), at + 1)),
        "midnight" => Some((Clock::Hour(0), at + 1)),
        "dawn" | "daybreak" | "sunrise" => Some((Clock::Part("MO"), at + 1)),
        "dusk" | "sunset" | "nightfall" => Some((Clock::Part("EV"), at + 1)),
        _ => past_or_to(pieces, at),
    }
}

/// "half past three", "ten to four", after "at" or the like.
fn past_or_to(pieces: &Pieces, at: usize) -> Option<(Clock, usize)> {
    let led = pieces.is(at.wrapping_sub(1), &["at", "around", "about", "by", "before", "until"]);
    let minute: i8 = match pieces.word(at) {
        "five" => 5,
        "ten" => 10,
        "quarter" => 15,
        "twenty" => 20,
        "half" => 30,
        _ => return None,
    };
    let past = pieces.is(at + 1, &["past"]);
    if !led || !(past || (pieces.is(at + 1, &["to"]) && minute < 30)) {
        return None;
    }
    let hour = number::read(pieces, at + 2, false)?;
    let hour = (1..=12i8).find(|&it| number::same(f64::from(it), hour.value))?;
    let clock = if past { (hour, minute) } else { ((hour + 11) % 12, 60 - minute) };
    Some((Clock::Minute(clock.0, clock.1), at + 3))
}

fn digits(pieces: &Pieces, at: usize) -> Option<(Clock, usize)> {
    let word = pieces.word(at);
    if !pieces.is_digits(at)
        || pieces.glued(at) && !pieces.is(at.wrapping_sub(1), &["(", "-", "–", "—", "“"])
    {
        return None;
    }
    // "3.45pm"
    if let Some((hour, minute)) = word.split_once('.') {
        let (half, end) = half_of_day(pieces, at + 1)?;
        return minutes(hour, minute, Some(half)).map(|clock| (clock, end));
    }
    let colon = pieces.is(at + 1, &[":"]) && pieces.glued(at + 1) && pieces.glued(at + 2);
    if colon && pieces.is_digits(at + 2) && pieces.word(at + 2).len() == 2 {
        let second =
            pieces.is(at + 3, &[":"]) && pieces.glued(at + 3) && pieces.word(at + 4).len() == 2;
        let end = if second { at + 5 } else { at + 3 };
        let half = half_of_day(pieces, end);
        let clock = minutes(word, pieces.word(at + 2), half.map(|(half, _)| half))?;
        let clock = match clock {
            Clock::Minute(hour, minute) if second => Clock::Second(
                hour,
                minute,
                pieces.word(at + 4).parse().ok().filter(|s| (0..60).contains(s))?,
            ),
            clock => clock,
        };
        return Some((clock, half.map_or(end, |(_, end)| end)));
    }
    let whole = word.len() <= 2;
    if let Some((half, end)) = half_of_day(pieces, at + 1).filter(|_| whole) {
        let hour: i8 = word.parse().ok().filter(|hour| (1..=12).contains(hour))?;
        return Some((Clock::Hour(half.hour(hour)), end));
    }
    // "0401 GMT", "1630 hours"
    if word.len() == 4
        && (zone(pieces, at + 1)
            || pieces.is(at + 1, &["hours", "hrs"])
                && word.starts_with(['0', '1', '2'])
                && pieces.before(at) == "at")
    {
        let end = at + 1 + usize::from(pieces.is(at + 1, &["hours", "hrs"]));
        return minutes(&word[..2], &word[2..], None).map(|clock| (clock, end));
    }
    if whole && pieces.is(at + 1, &["o'clock", "o’clock"]) {
        let hour: i8 = word.parse().ok().filter(|hour| (1..=24).contains(hour))?;
        return Some((Clock::Hour(hour % 24), at + 2));
    }
    None
}

#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
}

impl Half {
    fn hour(self, hour: i8) -> i8 {
        match self {
            Self::Morning => hour % 12,
            Self::Afternoon => hour % 12 + 12,
        }
    }
}

/// "am", "p.m.", "PM", glued or not.
fn half_of_day(pieces: &Pieces, at: usize) -> Option<(Half, usize)> {
    match pieces.word(at) {
        "am" => Some((Half::Morning, at + 1)),
        "pm" => Some((Half::Afternoon, at + 1)),
        letter @ ("a" | "p")
            if pieces.is(at + 1, &["."]) && pieces.is(at + 2, &["m"]) && pieces.glued(at + 2) =>
        {
            let half = if letter == "a" { Half::Morning } else { Half::Afternoon };
            let point = pieces.is(at + 3, &["."]) && pieces.glued(at + 3);
            Some((half, at + 3 + usize::from(point)))
        }
        _ => None,
    }
}

fn minutes(hour: &str, minute: &str, half: Option<Half>) -> Option<Clock> {
    let hour: i8 = hour.parse().ok().filter(|hour| (0..=24).contains(hour))?;
    let minute: i8 = minute.parse().ok().filter(|minute| (0..60).contains(minute))?;
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => half.hour(hour),
        _ => hour % 24,
    };
    Some(Clock::Minute(hour, minute))
}

fn zone(pieces: &Pieces, at: usize) -> bool {
    pieces.capital(at) && ZONES.contains(pieces.word(at))
}

fn past_zone(pieces: &Pieces, at: usize) -> usize {
    if zone(pieces, at) {
        return at + 1;
    }
    if pieces.is(at, &["eastern", "central", "pacific", "mountain", "local", "moscow"])
        && pieces.is(at + 1, &["time"])
    {
        return at + 2;
    }
    at
}
