//! Calendar days as pages and file names write them.

use crate::Date;
use std::{collections::HashSet, sync::LazyLock};

/// A date in a line of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dated {
    /// The day.
    pub date: Date,
    /// Whether the line calls it that of a change, not of publication.
    pub updated: bool,
}

/// Words that may stand beside a date on a line of its own.
static BESIDE: LazyLock<HashSet<&str>> =
    LazyLock::new(|| crate::data::lines(include_str!("../data/date-line.txt")).collect());

/// Words of a line that says when the article was changed.
const CHANGED: &[&str] = &["updated", "modified", "edited", "changed"];

/// The first day named in `text`.
pub(crate) fn first(text: &str) -> Option<Date> {
    let words: Vec<&str> = words(text).take(40).collect();
    (0..words.len()).find_map(|at| day_at(&words[at..])).map(|(date, _)| date)
}

/// The day of a line that is nothing but a date with its time and label. Where there are two, the
/// last, and whether it is of a change.
pub(crate) fn line(text: &str) -> Option<Vec<Dated>> {
    if text.len() > 120 {
        return None;
    }
    let words: Vec<&str> = words(text).collect();
    let mut found = Vec::new();
    let mut updated = false;
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if let Some((date, taken)) = day_at(&words[at..]) {
            found.push(Dated { date, updated });
            at += taken;
            continue;
        }
        let lower = word.to_lowercase();
        let clock = lower.starts_with(|c: char| c.is_ascii_digit()) && lower.len() <= 6;
        if !clock && !BESIDE.contains(&*lower) && weekday(&lower).is_none() {
            return None;
        }
        updated |= CHANGED.contains(&&*lower);
        at += 1;
    }
    (!found.is_empty()).then_some(found)
}

/// Month and day without a year: "July 1", "1 July".
pub(crate) fn month_day(text: &str) -> Option<(i8, i8)> {
    let words: Vec<&str> = words(text).collect();
    match *words.as_slice() {
        [month_name, number] if month(month_name).is_some() => {
            Some((month(month_name)?, day(number)?))
        }
        [number, month_name] => Some((month(month_name)?, day(number)?)),
        _ => None,
    }
}

/// Letters and digits; everything between them separates.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The day that `words` begin with and how many of them it takes.
fn day_at(words: &[&str]) -> Option<(Date, usize)> {
    let first = words.first()?;
    // 20250702, and the T of an ISO time: 2025-07-02T12:35.
    if first.len() == 8 && first.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some((date(year(&first[..4])?, month(&first[4..6])?, day(&first[6..])?)?, 1));
    }
    let [a, b, c] = [first, words.get(1)?, words.get(2)?];
    if let Some(year) = year(a) {
        return Some((date(year, month(b)?, day(c)?)?, 3));
    }
    let year = year(c)?;
    let named = |text: &str| text.starts_with(char::is_alphabetic).then(|| month(text)).flatten();
    if let Some(month) = named(a) {
        return Some((date(year, month, day(b)?)?, 3));
    }
    if let Some(month) = named(b) {
        return Some((date(year, month, day(a)?)?, 3));
    }
    let (a, b) = (day(a)?, day(b)?);
    // 07/02 may be either; only where one order is impossible, or both agree, is it a date.
    let (month, day) = match (a, b) {
        _ if a == b => (a, b),
        (13.., 1..=12) => (b, a),
        (1..=12, 13..) => (a, b),
        _ => return None,
    };
    Some((date(year, month, day)?, 3))
}

fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

fn year(word: &str) -> Option<i16> {
    let number: i16 = word.parse().ok()?;
    (word.len() == 4 && (1800..=2200).contains(&number)).then_some(number)
}

fn day(word: &str) -> Option<i8> {
    let digits = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let (number, rest) = word.split_at(digits);
    let suffixed = matches!(rest, "" | "st" | "nd" | "rd" | "th")
        || rest.strip_prefix('T').is_some_and(|time| time.bytes().all(|b| b.is_ascii_digit()));
    let number: i8 = number.parse().ok()?;
    (suffixed && (1..=31).contains(&number)).then_some(number)
}

fn month(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    if let Ok(number) = word.parse::<i8>() {
        return (1..=12).contains(&number).then_some(number);
    }
    let lower = word.to_lowercase();
    let named = |full: &&str| **full == lower || lower.len() == 3 && full.starts_with(&lower);
    let at = MONTHS.iter().position(named).or((lower == "sept").then_some(8))?;
    i8::try_from(at + 1).ok()
}

fn weekday(lower: &str) -> Option<usize> {
    const DAYS: [&str; 7] =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    DAYS.iter().position(|full| *full == lower || lower.len() >= 3 && full.starts_with(lower))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = line(text).map(|dates| {
            let shown =
                |d: &Dated| format!("{}{}", d.date, if d.updated { " updated" } else { "" });
            dates.iter().map(shown).collect::<Vec<_>>().join(", ")
        });
        assert_eq!(found.as_deref().unwrap_or("none"), expected, "{text}");
    }

    #[test]
    fn lines_that_are_dates() {
        check("04 March 2026 09:15", "2026-03-04");
        check("March 4, 2026", "2026-03-04");
        check("Wed., Mar. 4th, 2026 at 9:15 a.m. ET", "2026-03-04");
        check("Published: 2026-03-04T09:15:00Z", "2026-03-04");
        check("4.3.2026", "none");
        check("14.3.2026", "2026-03-14");
        check("3/14/2026, 9:15 PM GMT", "2026-03-14");
        check("Published 4 March 2026 Last updated 5 March 2026", "2026-03-04, 2026-03-05 updated");
    }

    #[test]
    fn lines_that_are_more_or_less_than_dates() {
        check("On 4 March 2026 the river rose.", "none");
        check("March 2026", "none");
        check("31 February 2026", "none");
        check("Storm of 4 March 2026", "none");
        check("", "none");
    }
}
