//! A reading made from the one before it is the reading made afresh.
#![allow(missing_docs)]

use article::{Format, Hint};
use fastrand::Rng;
use sourcing::Reading;
use std::sync::Arc;

const PIECES: [&str; 12] = [
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
];

const START: &str = "Mayor Ada Moss opened the bridge on Monday.\n\n“It is safe,” she said. “We tested it.”\n\n\
    “Nobody was hurt,” said Otto Lind, the engineer.\n\nAnalysts believe it cost too much.";

fn read(text: &str, previous: Option<&Reading>) -> Reading {
    sourcing::read(Arc::new(article::read(text, Format::Markdown, &Hint::default())), previous)
}

fn shown(reading: &Reading) -> String {
    let Reading { sentences, entities, names, times, quotes, attributions, claims, .. } = reading;
    format!("{sentences:?}{entities:?}{names:?}{times:?}{quotes:?}{attributions:?}{claims:?}")
}

#[test]
fn a_reading_taken_over_equals_a_fresh_one() {
    // The same edits in every run.
    let mut random = Rng::with_seed(7);
    let mut text = START.to_string();
    let mut previous = read(&text, None);
    for step in 0..80 {
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
