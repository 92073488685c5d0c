//! Datelines: "PARIS, July 1 (Reuters) -", "WASHINGTON (AP) —", "LVIV, Ukraine --".

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
    // A city in small letters is one only beside an agency or a day.
    let mut day = None;
    let mut regions = 0;
    for part in parts {
        if day.is_none()
            && let Some(found) = crate::date::month_day(part)
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
    let sure = capitals || named && agency.is_some() && agency.is_some_and(is_agency);
    let few = city.split_whitespace().count() <= 4 && regions <= 2;
    (sure && few && agency_named).then_some((agency, day))
}

fn is_agency(name: &str) -> bool {
    const AGENCIES: &[&str] = &[
        "Reuters",
        "AP",
        "Associated Press",
        "AFP",
        "Agence France-Presse",
        "Bloomberg",
        "dpa",
        "DPA",
        "UPI",
        "Xinhua",
        "TASS",
        "Interfax",
        "RIA",
        "ANSA",
        "EFE",
        "PTI",
        "ANI",
        "Kyodo",
        "Yonhap",
        "CNN",
        "BBC",
        "APA",
        "PA",
        "AAP",
        "CP",
        "SID",
        "ATS",
        "Anadolu",
        "AA",
    ];
    AGENCIES.iter().any(|agency| agency.eq_ignore_ascii_case(name))
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
        check("Halden, March 4 (AFP) – Rain fell.", Some("Rain fell."), Some("AFP"), Some((3, 4)));
    }

    #[test]
    fn sentences_are_no_datelines() {
        check("NATO — which met on Monday — said no.", None, None, None);
        check("The river - the longest - rose.", None, None, None);
        check("Rain (and snow) - The end", None, None, None);
        check("", None, None, None);
    }
}
