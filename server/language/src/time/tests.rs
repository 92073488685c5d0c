//! What readers of news get from its dates, durations and hours.
#![allow(clippy::unwrap_used)]

use super::{Time, TimeKind, since_as_duration};
use crate::read;
use jiff::civil::{Date, date};

/// Wednesday.
const ANCHOR: Date = date(2025, 7, 2);

fn times(text: &str) -> Vec<Time> {
    read(text).times.iter().map(|time| time.resolve(ANCHOR)).collect()
}

/// Every expression and its value in an article of 2 July 2025.
#[track_caller]
fn check(text: &str, expected: &str) {
    let found: Vec<String> = times(text)
        .iter()
        .map(|time| format!("{} = {}", time.range.of(text), time.value))
        .collect();
    assert_eq!(found.join("; "), expected, "in {text:?}");
}

#[test]
fn a_bare_weekday_is_the_last_one_on_or_before_the_day_of_writing() {
    check("The leaders spoke on Tuesday.", "Tuesday = 2025-07-01");
    check("He died Wednesday.", "Wednesday = 2025-07-02");
    check("The vote was held on Thursday.", "Thursday = 2025-06-26");
    check("Parliament will vote on Thursday.", "Thursday = 2025-07-03");
    check("It was announced last Wednesday.", "last Wednesday = 2025-06-25");
    check("He returns next Wednesday.", "next Wednesday = 2025-07-09");
}

#[test]
fn tuesday_and_july_1_are_the_same_day() {
    let [weekday, dated] =
        ["They met on Tuesday.", "They met on July 1."].map(|text| times(text).remove(0));
    assert_eq!((weekday.from, weekday.to), (dated.from, dated.to));
    let both = times("They met on Tuesday, July 1.").remove(0);
    assert_eq!(both.value, "2025-07-01");
    assert_eq!(both.weekday.unwrap().0, 2);
    assert_eq!(both.kind, TimeKind::Date);
}

#[test]
fn since_is_a_duration() {
    for (text, low, high) in [
        ("since September 2022", 2.74, 2.85),
        ("since September 11, 2022", 2.79, 2.82),
        ("since 2022", 2.4, 3.6),
    ] {
        let time = times(text).remove(0);
        assert!(time.since);
        let span = since_as_duration(&time, ANCHOR).unwrap();
        let years = |end: Option<f64>| end.unwrap() / 31_557_600.0;
        assert!(years(span.low) > low && years(span.high) < high, "{text}: {span:?}");
        for other in [
            "nearly three years",
            "over two years",
            "over two and a half years",
            "more than two and a half years",
        ] {
            let quantities = read(other).quantities;
            let interval = quantities.first().unwrap().comparable().unwrap().interval;
            assert!(interval.overlaps(span), "{text} against {other}");
        }
    }
}
