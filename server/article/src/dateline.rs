//! Datelines: "PARIS, July 1 (Reuters) -", "WASHINGTON (AP) —", "LVIV, Ukraine --".

use std::{collections::HashMap, sync::LazyLock};

/// A dateline at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dateline<'a> {
    /// Bytes it takes, its dash and the space after it included.
    pub len: usize,
    /// The agency in brackets.
    pub agency: Option<&'a str>,
    /// Month and day.
    pub day: Option<(i8, i8)>,
}

/// The agency in brackets, if any.
type Agency<'a> = Option<&'a str>;

/// Month and day, if given.
type MonthDay = Option<(i8, i8)>;

/// Longest dateline in bytes.
const LONGEST: usize = 90;

/// The dateline that `text` starts with.
pub(crate) fn find(text: &str) -> Option<Dateline<'_>> {
    let mut head_len = LONGEST.min(text.len());
    while !text.is_char_boundary(head_len) {
        head_len -= 1;
    }
    let head = &text[..head_len];
    [" -- ", " - ", " – ", " — ", ")- ", ")— ", ")– ", ") ‒ "]
        .iter()
        .filter_map(|dash| head.find(dash).map(|at| (at, dash)))
        .min()
        .and_then(|(at, dash)| {
            let bracket = usize::from(dash.starts_with(')'));
            let (agency, day) = place(&text[..at + bracket])?;
            let end = at + dash.len();
            let rest = &text[end..];
            let starts = rest.trim_start_matches(['"', '“', '\'', '‘', '(', '[']);
            starts
                .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
                .then_some(Dateline { len: text.len() - rest.trim_start().len(), agency, day })
        })
}

/// A dateline on a line of its own; it gives a day or an agency.
pub(crate) fn line(text: &str) -> Option<Dateline<'_>> {
    if text.len() > LONGEST {
        return None;
    }
    let (agency, day) = place(text.trim_end_matches(['-', '—', '–', ' ', '.', ':']))?;
    (agency.is_some() || day.is_some()).then_some(Dateline { len: text.len(), agency, day })
}

/// Reads "CITY, Region, Month day (Agency)".
fn place(text: &str) -> Option<(Agency<'_>, MonthDay)> {
    let (places, agency) =
        match text.trim().strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
            Some((places, agency)) => (places.trim(), Some(agency.trim())),
            None => (text.trim(), None),
        };
    let mut parts = places.split(',').map(str::trim);
    let city = parts.next()?;
    let capitals = city.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && city
            .chars()
            .all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '-' | '\'' | '’' | '/'));
    let named = city.starts_with(char::is_uppercase)
        && city.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    let mut day = None;
    let mut regions = 0;
    for part in parts {
        let found = crate::date::month_day(part)
            .or_else(|| crate::date::first(part).map(|date| (date.month(), date.day())));
        if day.is_none()
            && let Some(found) = found
        {
            day = Some(found);
        } else if !part.bytes().all(|byte| byte.is_ascii_digit()) {
            let word = |word: &str| word.starts_with(char::is_uppercase);
            if !part.split_whitespace().all(word) {
                return None;
            }
            regions += 1;
        }
    }
    let agency_named = agency.is_none_or(|agency| {
        agency.split_whitespace().count() <= 3 && agency.starts_with(|c: char| c.is_alphabetic())
    });
    // "NATO — The alliance" and "WATCH — The moment" have no more than a word in capitals.
    let located = agency.is_some()
        || day.is_some()
        || regions > 0
        || CITIES.contains_key(&*city.to_lowercase());
    let told = agency.is_some_and(|name| day.is_some() || self::agency(name).is_some());
    let sure = capitals && located || named && told;
    let few = city.split_whitespace().count() <= 4 && regions <= 2;
    (sure && few && agency_named).then_some((agency, day))
}

/// An agency's name as it writes itself.
pub(crate) fn agency(name: &str) -> Option<&'static str> {
    AGENCIES.get(&*name.to_lowercase()).copied()
}

/// Names by themselves in small letters.
type Names = LazyLock<HashMap<String, &'static str>>;

static AGENCIES: Names = LazyLock::new(|| names(include_str!("../data/agencies.txt")));
static CITIES: Names = LazyLock::new(|| names(include_str!("../data/cities.txt")));

fn names(list: &'static str) -> HashMap<String, &'static str> {
    crate::data::lines(list).map(|name| (name.to_lowercase(), name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, rest: Option<&str>, agency: Option<&str>, day: Option<(i8, i8)>) {
        let found = find(text);
        assert_eq!(found.map(|line| &text[line.len..]), rest, "{text}");
        assert_eq!((found.and_then(|l| l.agency), found.and_then(|l| l.day)), (agency, day));
    }

    #[test]
    fn datelines_of_agencies_and_papers() {
        check(
            "HALDEN, March 4 (Reuters) - The river rose.",
            Some("The river rose."),
            Some("Reuters"),
            Some((3, 4)),
        );
        check("HALDEN (AP) — The river rose.", Some("The river rose."), Some("AP"), None);
        check(
            "EAST HALDEN, Norway -- “It rose,” she said.",
            Some("“It rose,” she said."),
            None,
            None,
        );
        check("PARIS — The river rose.", Some("The river rose."), None, None);
        check(
            "LEEDS, England, 5 Feb 2026 (Meridian) - A court sat.",
            Some("A court sat."),
            Some("Meridian"),
            Some((2, 5)),
        );
        check(
            "Halden, Feb. 5, 2026 (Meridian) – Rain fell.",
            Some("Rain fell."),
            Some("Meridian"),
            Some((2, 5)),
        );
        check("Halden, March 4 (AFP) – Rain fell.", Some("Rain fell."), Some("AFP"), Some((3, 4)));
    }

    #[test]
    fn sentences_are_no_datelines() {
        check("NATO — which met on Monday — said no.", None, None, None);
        check("NATO — The alliance met on Monday.", None, None, None);
        check("WATCH — The moment the dam broke.", None, None, None);
        check("BREAKING NEWS - The dam broke.", None, None, None);
        check("The river - the longest - rose.", None, None, None);
        check("Rain (and snow) - The end", None, None, None);
        check("", None, None, None);
    }
}
