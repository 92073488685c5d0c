//! What readers of news get from its numbers.
#![allow(clippy::unwrap_used)]

use crate::read;

/// One line for each quantity: words, interval, what is measured.
fn found(text: &str) -> String {
    let read = read(text);
    let lines = read.quantities.iter().map(|q| {
        let end = |end: Option<f64>| {
            end.map_or("…".to_owned(), |end| format!("{}", (end * 1e6).round() / 1e6))
        };
        let mut line = format!("{} = {}..{}", q.range.of(text), end(q.low), end(q.high));
        let mut add = |word: &str| {
            if !word.is_empty() {
                line += " ";
                line += word;
            }
        };
        add(&q.unit);
        add(&q.per.as_ref().map(|per| format!("per {per}")).unwrap_or_default());
        add(&q.counts.as_ref().map(|noun| format!("[{noun}]")).unwrap_or_default());
        add(&q.state.map(|state| format!("{state:?}").to_lowercase()).unwrap_or_default());
        line
    });
    lines.collect::<Vec<_>>().join("; ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(found(text), expected, "in {text:?}");
}

#[test]
fn numbers_are_read_in_digits_and_in_words() {
    check(
        "It cost two and a half million euros.",
        "two and a half million euros = 2250000..2750000 euro",
    );
    check("She bought a dozen eggs.", "a dozen eggs = 12..12 [egg]");
    check("He sold 1.000,5 tonnes.", "1.000,5 tonnes = 1000.45..1000.55 tonne");
    check("They counted twenty-one swans.", "twenty-one swans = 21..21 [swan]");
}
