//! # NUM004: malformed number
//!
//! ## What it does
//! Finds numbers whose separators cannot be right: digits grouped in fours, groups of uneven length,
//! a second decimal point.
//!
//! ## Why
//! "4,2000 passengers" is either 4,200 or 42,000. The reader cannot know which, and the next desk
//! will copy a guess.
//!
//! ## Examples
//! ```news
//! The ferry took 4,2000 passengers and cost 12.345.67 euros.
//!                ^^^^^^ NUM004
//!                                           ^^^^^^^^^ NUM004
//! ```
//! Indian grouping, versions, dates, addresses of machines and lists are well formed:
//! ```news
//! It cost 1,23,456 rupees or 1.234,56 euros on 02.07.2025, in chapters 1,2,3.
//! ```
//!
//! ## Fix
//! Offers the numbers that may have been meant: all the digits grouped anew, or the group that is
//! too long cut to three. Look the figure up before choosing one.
//!
//! ## Basis
//! Chicago Guide to Fact-Checking, on numbers; AP Stylebook, on large numbers.

use crate::{Check, Context, Diagnostic, Edit, Fix, Rule, Severity};
use language::TextRange;
use sourcing::Place;

/// The rule.
pub static RULE: Rule = Rule {
    id: "NUM004",
    name: "malformed number",
    severity: Severity::Error,
    source: include_str!("malformed.rs"),
    check: Check::Paragraph(malformed, report),
};

/// The malformed numbers of `text`.
fn malformed(text: &str) -> Vec<TextRange> {
    let is_wrong =
        |range: &TextRange| is_malformed(range.of(text)) && !is_day_and_year(text, *range);
    numbers(text).filter(is_wrong).collect()
}

fn report(context: &Context<'_>, number: Place) -> Diagnostic {
    let (written, span) = (context.reading.words(number), context.reading.span(number));
    let meant = meant(written);
    let message = format!(
        "“{written}” is not a well-formed number: look up the figure. It may stand for {}.",
        meant.join(" or ")
    );
    let change =
        |number| Fix::suggested(format!("Change to {number}"), vec![Edit::replace(span, number)]);
    let fixes = meant.into_iter().map(change).collect();
    Diagnostic { fixes, ..Diagnostic::new(&RULE, span, message) }
}

/// Whether `range` of `text` touches a malformed number.
pub(crate) fn is_in(text: &str, range: TextRange) -> bool {
    let ends = |c: char| !c.is_alphanumeric() && !matches!(c, ',' | '.');
    let (Some(before), Some(after)) = (text.get(..range.start), text.get(range.end..)) else {
        return false;
    };
    let start = before.trim_end_matches(|c| !ends(c)).len();
    let end = after.find(ends).map_or(text.len(), |more| range.end + more);
    let words = TextRange::new(start, end).of(text);
    numbers(words).any(|number| is_malformed(number.of(words)))
}

/// Runs of digits with commas or points between them, standing alone: not part of a word, a path,
/// a range or a score.
fn numbers(text: &str) -> impl Iterator<Item = TextRange> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            if !bytes[at].is_ascii_digit() {
                at += 1;
                continue;
            }
            let start = at;
            let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
            while digit(at) || (matches!(bytes.get(at), Some(b',' | b'.')) && digit(at + 1)) {
                at += 1;
            }
            let joined = |c: char| c.is_alphanumeric() || "/_-–:@#.%=&+".contains(c);
            let before = text[..start].chars().next_back().is_some_and(joined);
            let after = text[at..]
                .chars()
                .next()
                .is_some_and(|c| joined(c) && !matches!(c, '.' | '%' | '-' | '–'));
            if !before && !after {
                return Some(TextRange::new(start, at));
            }
        }
        None
    })
}

/// Whether the separators of `number` fit no way of writing numbers, dates, versions or lists.
fn is_malformed(number: &str) -> bool {
    let commas = number.matches(',').count();
    match (commas, number.matches('.').count()) {
        (0, 0 | 1) => false,
        (0, _) => is_malformed_by_points(number),
        // "1,234.5", and "1.234,5" as written on the continent.
        (_, 1) => number.split_once('.').is_some_and(|(whole, fraction)| {
            let continental = commas == 1 && fraction.find(',') == Some(3);
            !continental && !is_grouped(&lengths(whole, ','))
        }),
        (_, 0) => is_malformed_by_commas(number),
        (1, _) => {
            number.split_once(',').is_some_and(|(whole, _)| !is_grouped(&lengths(whole, '.')))
        }
        _ => true,
    }
}

fn is_malformed_by_commas(number: &str) -> bool {
    let lengths = lengths(number, ',');
    let decimal = lengths.len() == 2 && lengths[1] < 3;
    let list = lengths.len() > 2 && values(number, ',').is_sorted_by(|a, b| a < b);
    let year =
        lengths[0] == 4 && values(number, ',').next().is_some_and(|y| (1800..2100).contains(&y));
    !is_grouped(&lengths) && !decimal && !list && !year
}

/// "12.345.67": thousands grouped by points, and the last group broken. Fewer digits in the middle
/// are dates and versions; four groups below 256 are the address of a machine.
fn is_malformed_by_points(number: &str) -> bool {
    let lengths = lengths(number, '.');
    let [first, middle @ .., last] = &lengths[..] else { return false };
    let grouped = *first <= 3 && middle.iter().all(|&n| n == 3) && *last != 3;
    let phone = *first == 3 && *last == 4;
    let machine = lengths.len() == 4 && values(number, '.').all(|n| n < 256);
    grouped && !phone && !machine
}

/// Groups of three, or the Indian twos before a last three.
fn is_grouped(lengths: &[usize]) -> bool {
    let [first, rest @ ..] = lengths else { return false };
    let Some((last, middle)) = rest.split_last() else { return true };
    let thousands = *first <= 3 && middle.iter().all(|&n| n == 3);
    let lakhs = *first <= 2 && middle.iter().all(|&n| n == 2);
    *last == 3 && (thousands || lakhs)
}

fn lengths(number: &str, separator: char) -> Vec<usize> {
    number.split(separator).map(str::len).collect()
}

fn values(number: &str, separator: char) -> impl Iterator<Item = u64> {
    number.split(separator).map(|group| group.parse().unwrap_or(u64::MAX))
}

/// "March 4,2026": a date whose space is missing.
fn is_day_and_year(text: &str, range: TextRange) -> bool {
    let word = text[..range.start].trim_end().rsplit(' ').next().unwrap_or_default();
    let month = word.get(..3).is_some_and(|start| {
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
            .contains(&start)
    });
    month && lengths(range.of(text), ',')[1..] == [4]
}

/// Numbers that `written` may stand for, without repeats.
fn meant(written: &str) -> Vec<String> {
    let separator = if written.contains(',') { ',' } else { '.' };
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let mut meant = vec![group(&digits(written), separator)];
    if let Some((whole, last)) = written.rsplit_once([',', '.']) {
        match last.len() {
            1 | 2 => {
                let point = if separator == ',' { '.' } else { ',' };
                meant.push(format!("{}{point}{last}", group(&digits(whole), separator)));
            }
            4.. => meant.push(group(&(digits(whole) + &last[..3]), separator)),
            _ => {}
        }
    }
    meant.dedup();
    meant
}

/// `digits` in groups of three.
fn group(digits: &str, separator: char) -> String {
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::{RULE, is_malformed};
    use crate::harness::{check, check_fix, check_no_fix};

    #[test]
    fn numbers_that_cannot_be_right() {
        for number in
            ["4,2000", "1,23,4", "12.345.67", "1,2345,678", "12,3456", "4200,000", "1,23.5,6,7"]
        {
            assert!(is_malformed(number), "{number}");
        }
    }

    #[test]
    fn numbers_that_can() {
        for number in [
            "7",
            "1,000",
            "12,345,678",
            "1,234.56",
            "1.234,56",
            "1.234.567,89",
            "0,5",
            "3,14",
            "1,23,456",
            "12,34,56,789",
            "02.07.2025",
            "2.7.25",
            "192.168.1.1",
            "192.168.100.254",
            "10.15.7",
            "91.0.4472.124",
            "555.123.4567",
            "1,2,3",
            "6,8,10,12",
            "1998,2002,2006",
            "2024,2025",
        ] {
            assert!(!is_malformed(number), "{number}");
        }
    }

    #[test]
    fn dates_paths_and_scores_are_left_alone() {
        check(&RULE, "On July 1,2025 she won 6-4,7-5 and posted example.com/1,2345 about B1,2345.");
    }

    #[test]
    fn offers_what_may_have_been_meant() {
        check_fix(&RULE, "It took 4,2000 people.", "Change to 42,000", "It took 42,000 people.");
        check_fix(&RULE, "It took 4,2000 people.", "Change to 4,200", "It took 4,200 people.");
    }

    #[test]
    fn a_number_in_a_quote_is_shown_and_left_to_the_writer() {
        check_no_fix(&RULE, "“We carried 4,2000 people that day,” said Anna Smyth.");
    }
}
