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
    check("The meeting is scheduled for Wednesday.", "Wednesday = 2025-07-02");
    check("It was announced last Wednesday.", "last Wednesday = 2025-06-25");
    check("He returns next Wednesday.", "next Wednesday = 2025-07-09");
    check("Monday's vote was close.", "Monday = 2025-06-30");
}

#[test]
fn dates_of_every_desk() {
    check("They met on Tuesday, July 1.", "Tuesday, July 1 = 2025-07-01");
    check("They met on Tuesday, July 1, 2025.", "Tuesday, July 1, 2025 = 2025-07-01");
    check("They met on 1 July 2025.", "1 July 2025 = 2025-07-01");
    check("They met on July 1st.", "July 1st = 2025-07-01");
    check("They met on the 1st of July.", "the 1st of July = 2025-07-01");
    check("They met on 2025-07-01.", "2025-07-01 = 2025-07-01");
    check("They met on 3/14/2025.", "3/14/2025 = 2025-03-14");
    check("They met on Oct. 7, 2023.", "Oct. 7, 2023 = 2023-10-07");
    check("The war began on 24 February 2022.", "24 February 2022 = 2022-02-24");
    check("They last spoke on September 11, 2022.", "September 11, 2022 = 2022-09-11");
    check("It was the first call since September 2022.", "September 2022 = 2022-09");
    check("The deadline is 31 March 2026.", "31 March 2026 = 2026-03-31");
    check("The Oct. 7 attack came at dawn.", "Oct. 7 = 2024-10-07; dawn = 2024-10-07TMO");
    check("The law takes effect Jan. 1.", "Jan. 1 = 2026-01-01");
    check("He was freed in May.", "May = 2025-05");
    check("He may march in March.", "March = 2026-03");
}

#[test]
fn days_that_share_a_month() {
    check("It runs 15-16 July.", "15 = 2025-07-15; 16 July = 2025-07-16");
    check("It runs from 15 to 16 July.", "15 = 2025-07-15; 16 July = 2025-07-16");
    check("It ran 3-5 May 2024.", "3 = 2024-05-03; 5 May 2024 = 2024-05-05");
    check("It runs July 15-16.", "July 15 = 2025-07-15; 16 = 2025-07-16");
    check("It ran March 3 and 4, 2024.", "March 3 = 2024-03-03; 4, 2024 = 2024-03-04");
    check("On July 1 and 12 people came.", "July 1 = 2025-07-01");
    check("It ran from 28 June to 1 July.", "28 June = 2025-06-28; 1 July = 2025-07-01");
    check("He left on 01.07.2025.", "01.07.2025 = 2025-07-01");
}

#[test]
fn told_by_a_neighbour() {
    check(
        "The vote was on June 12, 2024. The day before, the party split.",
        "June 12, 2024 = 2024-06-12; The day before = 2024-06-11",
    );
    check("The night before, shots were heard.", "The night before = XXXX-XX-XXTNI");
    check("It is due the day after tomorrow.", "the day after tomorrow = 2025-07-04");
    check("He left the day before yesterday.", "the day before yesterday = 2025-06-30");
    check("The morning of July 1 was calm.", "The morning of July 1 = 2025-07-01TMO");
    check(
        "They left in the early hours of Wednesday.",
        "the early hours of Wednesday = 2025-07-02TMO",
    );
    check(
        "They met on Tuesday and spoke again in the evening.",
        "Tuesday = 2025-07-01; the evening = 2025-07-01TEV",
    );
    check("It will close by year-end.", "year-end = 2025-12-31");
    check("It will close by March.", "March = 2026-03");
    check("By March, 12 had closed.", "March = 2025-03");
}

#[test]
fn years_and_their_parts() {
    check("He was elected in May 2017 and again in 2024.", "May 2017 = 2017-05; 2024 = 2024");
    check("In the 1990s and the early 2000s, he ran a bank.", "the 1990s = 199; early 2000s = 200");
    check("It was built in the 19th century.", "the 19th century = 18");
    check("Sales fell in the third quarter of 2024.", "the third quarter of 2024 = 2024-Q3");
    check("Third-quarter sales fell.", "Third-quarter = 2025-Q3");
    check("It shrank in Q3 2024.", "Q3 2024 = 2024-Q3");
    check("It rained in the summer of 2023.", "the summer of 2023 = 2023-SU");
    check("The 2024-25 season begins in October.", "2024-25 = 2024; October = 2025-10");
    check(
        "He left in late 2023 and came back in mid-November.",
        "late 2023 = 2023; mid-November = 2024-11",
    );
    check("He was born in the nineties.", "the nineties = 199");
    check("It was nineteen ninety-six.", "nineteen ninety-six = 1996");
    check("It ended in the first half of 2021.", "the first half of 2021 = 2021-H1");
}

#[test]
fn relative_to_the_day_of_writing() {
    check(
        "He left yesterday and returns tomorrow.",
        "yesterday = 2025-07-01; tomorrow = 2025-07-03",
    );
    check("It happened three days ago.", "three days ago = 2025-06-29");
    check("It happened two weeks ago.", "two weeks ago = 2025-W25");
    check("It was adopted three years ago.", "three years ago = 2022");
    check(
        "Prices rose last month and will rise again next year.",
        "last month = 2025-06; next year = 2026",
    );
    check("Earlier this month, the court ruled.", "Earlier this month = 2025-07");
    check("It will open next week.", "next week = 2025-W28");
    check("They met last week and this week.", "last week = 2025-W26; this week = 2025-W27");
    check("It was late last year.", "late last year = 2024");
    check("By the end of the year, it will have doubled.", "the end of the year = 2025");
    check("Last summer, the river dried up.", "Last summer = 2024-SU");
    check("It reopened this weekend.", "this weekend = 2025-W27-WE");
    check("It is now closed.", "now = PRESENT_REF");
    check("He recently resigned.", "recently = PAST_REF");
    check("In recent months, tensions have grown.", "recent months = PAST_REF");
    check("It will soon end.", "soon = FUTURE_REF");
}

#[test]
fn told_from_another_day() {
    check(
        "He arrived on 3 May 2025. The following day, he resigned.",
        "3 May 2025 = 2025-05-03; The following day = 2025-05-04",
    );
    check(
        "He arrived on 3 May 2025. Two days later, he left.",
        "3 May 2025 = 2025-05-03; Two days later = 2025-05-05",
    );
    check(
        "He arrived on 3 May 2025 and left the same day.",
        "3 May 2025 = 2025-05-03; the same day = 2025-05-03",
    );
    check("Two days later, the talks collapsed.", "Two days later = XXXX-XX-XX");
}

#[test]
fn how_long() {
    check("They spoke for two hours.", "two hours = PT2H");
    check("The two-hour call was the first.", "two-hour = PT2H");
    check("He spent nearly three years in jail.", "nearly three years = P3Y");
    check("It lasted over two and a half years.", "over two and a half years = P2Y6M");
    check("It took a year and a half.", "a year and a half = P1Y6M");
    check("It took half an hour.", "half an hour = PT30M");
    check("She was ill for several weeks.", "several weeks = PXW");
    check("The truce held for 18 months.", "18 months = P18M");
    check("In the past two months, prices rose.", "the past two months = P2M");
    check("He will serve at least 20 years.", "at least 20 years = P20Y");
    check("Over the past decade, prices have doubled.", "the past decade = P1DE");
    check("In the next few days, talks resume.", "the next few days = PXD");
}

#[test]
fn times_of_day() {
    check("It began at 9:30 p.m. on Monday.", "9:30 p.m. on Monday = 2025-06-30T21:30");
    check("The plane left at 3.45pm.", "3.45pm = 2025-07-02T15:45");
    check("It ended at midnight.", "midnight = 2025-07-02T00:00");
    check("It was 12:35.", "12:35 = 2025-07-02T12:35");
    check("The call came at 5 p.m. EST.", "5 p.m. EST = 2025-07-02T17:00");
    check(
        "The leaders spoke on Tuesday at 9 p.m. in Paris.",
        "Tuesday = 2025-07-01; 9 p.m. = 2025-07-01T21:00",
    );
    check(
        "He arrived on Tuesday morning and left Wednesday night.",
        "Tuesday morning = 2025-07-01TMO; Wednesday night = 2025-07-02TNI",
    );
    check(
        "They debated last night and this morning.",
        "last night = 2025-07-01TNI; this morning = 2025-07-02TMO",
    );
    check("They came at dawn and left before dusk.", "dawn = 2025-07-02TMO; dusk = 2025-07-02TEV");
    check("It rang at half past three.", "half past three = 2025-07-02T03:30");
    check("It rang at ten to four.", "ten to four = 2025-07-02T03:50");
    check("Drones came overnight.", "overnight = 2025-07-01TNI");
}

#[test]
fn how_often() {
    check("Every Tuesday they march.", "Every Tuesday = XXXX-WXX-2");
    check("The report is published annually.", "annually = P1Y");
    check("They meet twice a week.", "twice a week = P1W");
    check("They meet every other day.", "every other day = P2D");
    check("They meet three times a year.", "three times a year = P1Y");
    check("They meet each month.", "each month = P1M");
    check("Elections are held every four years.", "every four years = P4Y");
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
