//! A reading made from the one before it is the reading made afresh.
#![allow(missing_docs)]

use article::{Format, Hint};
use fastrand::Rng;
use sourcing::Reading;
use std::sync::Arc;

const PIECES: [&str; 15] = [
    "“",
    "”",
    "\"",
    "\n\n",
    " she said. ",
    "Ada Moss said the bridge was safe. ",
    "According to Reuters, 12 people were killed. ",
    " ",
    "’",
    "He told Otto Lind, ",
    "On Tuesday, ",
    "The company hid 40 deaths. ",
    "A poll found that 40% would leave. ",
    "The share had been 12% in May. ",
    "But it cost $3 million. ",
];

const START: &str = "Mayor Ada Moss opened the bridge on Monday.\n\n“It is safe,” she said. “We tested it.”\n\n\
    “Nobody was hurt,” said Otto Lind, the engineer.\n\nAnalysts believe it cost too much.";

fn read(text: &str, previous: Option<&Reading>) -> Reading {
    sourcing::read(Arc::new(article::read(text, Format::Markdown, &Hint::default())), previous)
}

fn shown(reading: &Reading) -> String {
    let Reading { sentences, entities, names, quotes, attributions, claims, .. } = reading;
    let times: Vec<_> = reading.times(|_, _| true).collect();
    format!("{sentences:?}{entities:?}{names:?}{times:?}{quotes:?}{attributions:?}{claims:?}")
}

#[test]
fn a_reading_taken_over_equals_a_fresh_one() {
    // The same edits in every run.
    let mut random = Rng::with_seed(7);
    let mut text = START.to_string();
    let mut previous = read(&text, None);
    for step in 0..200 {
        let boundary = |text: &str, at: usize| {
            (at..=text.len()).find(|&i| text.is_char_boundary(i)).unwrap_or(text.len())
        };
        let start = boundary(&text, random.usize(..=text.len()));
        let end = boundary(&text, (start + random.usize(..30)).min(text.len()));
        let piece = PIECES[random.usize(..PIECES.len())];
        let keep = random.usize(..3) > 0;
        text.replace_range(start..if keep { start } else { end }, piece);
        if text.len() > 1_500 {
            text = START.to_string();
        }
        let next = read(&text, Some(&previous));
        assert_eq!(shown(&next), shown(&read(&text, None)), "step {step}: {text}");
        previous = next;
    }
}

/// Figures that go on from a poll paragraphs before, and one that would need a source without it.
const POLL: &str = "The bridge opened on Monday after years of delay.\n\nIt is the longest in the county.\n\n\
    A poll by Moss Research found that 40% of drivers would use it.\n\nAnother 12% had not decided.\n\n\
    Some 9% were against it.\n\nThe toll brought in $3 million.\n\nThe ferry made $2 million.";

#[track_caller]
fn check(words: &str, instead: &str) {
    let text = POLL.replacen(words, instead, 1);
    let (before, fresh) = (read(POLL, None), read(&text, None));
    assert_ne!(shown(&before), shown(&fresh), "the edit changes something");
    assert_eq!(shown(&read(&text, Some(&before))), shown(&fresh), "{text}");
}

#[test]
fn claims_follow_an_edit_paragraphs_before_them() {
    check("A poll by Moss Research found that", "It is known that");
    check("A poll by Moss Research found that", "The firm says");
    check("Another 12%", "But 12%");
    check("Another 12% had not decided.", "Another 12% had not yet decided.");
    check("Some 9%", "Moss said 9%");
    check("after years of delay", "after 12 people were killed");
}

#[test]
fn no_text_is_refused() {
    for text in [
        "",
        " ",
        "\"",
        "“”",
        "said",
        "according to",
        "“A” – ",
        "NAME:",
        "\u{feff}",
        "’’’’",
        "a\u{0}b",
        "as said in",
    ] {
        let _ = read(text, None);
    }
}
