//! # DAT001: weekday does not fit the date
//!
//! ## What it does
//! Computes the weekday of every date that is written with one, and marks those that disagree. A
//! date without a year is understood from the day of the article.
//!
//! ## Why
//! One of the two is wrong, and readers plan by them.
//!
//! ## Examples
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-03-05
//! The council meets on Tuesday, March 4, 2026.
//!                      ^^^^^^^^^^^^^^^^^^^^^^ DAT001
//! ```
//! ```news
//! //- ours.md outlet:Valley_Times date:2025-07-02
//! The two spoke on Tuesday, July 1, for two hours.
//! ```
//!
//! ## Fix
//! Changes the weekday to that of the date, or the day of the month to the nearest one that falls
//! on that weekday. Check which of the two was meant.
//!
//! ## Basis
//! Chicago Guide to Fact-Checking, on dates.

use crate::{Check, Context, Diagnostic, Edit, Fix, Rule, Severity};
use jiff::civil::{Date, Weekday};
use language::{TextRange, Time, TimeKind};
use sourcing::Place;

/// The rule.
pub static RULE: Rule = Rule {
    id: "DAT001",
    name: "weekday does not fit the date",
    severity: Severity::Error,
    source: include_str!("weekday.rs"),
    check: Check::Article(check),
};

/// Length of a TIMEX3 value that is a day: "2025-07-01".
const DAY: usize = 10;

/// Days from the article within which a date without a year is surely the one meant.
const NEAR: i32 = 60;

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let reading = context.reading;
    for (place, time) in reading.times(|_, time| weekday(time).is_some()) {
        let Some((written, weekday)) = weekday(&time) else { continue };
        let Ok(date) = time.value.chars().take(DAY).collect::<String>().parse::<Date>() else {
            continue;
        };
        if date.weekday() == written || fits_another_year(context, place, date, written) {
            continue;
        }
        let at = |range| reading.span(Place { block: place.block, range });
        let right = name(date.weekday());
        let message = format!(
            "{date} is a {right}, not a {}: correct the weekday or the date.",
            name(written),
            date = date.strftime("%B %-d, %Y"),
        );
        let abbreviated = weekday.len() < name(written).len();
        let short = if abbreviated { &right[..3] } else { right };
        let word = reading.words(Place { block: place.block, range: weekday });
        let short = if word.ends_with('.') { format!("{short}.") } else { short.to_owned() };
        let mut fixes = vec![Fix::suggested(
            format!("Change the weekday to {right}"),
            vec![Edit::replace(at(weekday), short)],
        )];
        if let Some((day, near)) =
            day_of_month(reading.words(place), place.range, date).zip(nearest(date, written))
        {
            let title = format!("Change the date to {}", near.strftime("%B %-d"));
            fixes.push(Fix::suggested(title, vec![Edit::replace(at(day), near.day().to_string())]));
        }
        out.push(Diagnostic { fixes, ..Diagnostic::new(&RULE, at(place.range), message) });
    }
}

/// The weekday that is written beside a date.
fn weekday(time: &Time) -> Option<(Weekday, TextRange)> {
    let (number, range) = time.weekday?;
    let weekday = Weekday::from_monday_one_offset(number).ok()?;
    let beside = matches!(time.kind, TimeKind::Date | TimeKind::Time) && range != time.range;
    beside.then_some((weekday, range))
}

/// Whether a date that is written without a year, far from the day of the article, would fit in
/// the year before or after.
fn fits_another_year(context: &Context<'_>, place: Place, date: Date, written: Weekday) -> bool {
    let words = context.reading.words(place);
    if words.contains(&date.year().to_string()) {
        return false;
    }
    let Some(anchor) = context.reading.article.metadata.date() else { return true };
    let days = (date - anchor).get_days().abs();
    let fits = |years: i16| {
        Date::new(date.year() + years, date.month(), date.day())
            .is_ok_and(|d| d.weekday() == written)
    };
    NEAR < days && (fits(-1) || fits(1))
}

/// Where the day of the month stands in `words`, which begin at `range`.
fn day_of_month(words: &str, range: TextRange, date: Date) -> Option<TextRange> {
    let day = date.day().to_string();
    let digits = words.split(|c: char| !c.is_ascii_digit());
    let mut days = digits.filter(|number| *number == day);
    let found = days.next().filter(|_| days.next().is_none())?;
    // `found` is a slice of `words`.
    let at = range.start + (found.as_ptr() as usize - words.as_ptr() as usize);
    Some(TextRange::new(at, at + found.len()))
}

/// The day of the same month nearest to `date` that is a `weekday`.
fn nearest(date: Date, weekday: Weekday) -> Option<Date> {
    let ahead = i32::from(date.weekday().until(weekday));
    let days = if ahead <= 3 { ahead } else { ahead - 7 };
    let near = date.checked_add(jiff::Span::new().days(days)).ok()?;
    (near.month() == date.month()).then_some(near)
}

fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::harness::{check, check_fix};

    #[test]
    fn offers_the_weekday_and_the_date() {
        let before = "It opens on Tuesday, March 4, 2026.";
        check_fix(
            &RULE,
            before,
            "Change the weekday to Wednesday",
            "It opens on Wednesday, March 4, 2026.",
        );
        check_fix(
            &RULE,
            before,
            "Change the date to March 3",
            "It opens on Tuesday, March 3, 2026.",
        );
    }

    #[test]
    fn a_date_without_a_year_is_taken_from_the_article() {
        check(
            &RULE,
            "//- a.md date:2025-07-02\nThey spoke on Monday, July 1.\n              ^^^^^^^^^^^^^^ DAT001",
        );
        check(&RULE, "//- a.md date:2025-12-20\nIt opens on Friday, Jan. 2.");
        check(&RULE, "They spoke on Monday, July 1.");
    }
}
