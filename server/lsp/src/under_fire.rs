//! Thousands of random edits, right and wrong ones; after each, text, positions and findings must be
//! those of the same text opened afresh.

use crate::{
    document::{Change, Document},
    position::{Encoding, LineIndex, Position},
};
use fastrand::Rng;
use newsroom::{Checked, Newsroom};
use std::path::{Path, PathBuf};

/// Edits of each run; there is one run for each way to count columns, one beside another outlet, and
/// one of a long article.
/// `PRESSCHECK_EDITS` is how many others.
const EDITS: usize = 5_000;

/// Bytes from which on a text starts anew: few, so that edits meet, and many, so that much is kept.
const SHORT: usize = 300;
const LONG: usize = 2_000;

const PIECES: [&str; 32] = [
    "a",
    " ",
    "é",
    "🌪",
    "👩‍🚒",
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    "\u{2028}",
    "“",
    "”",
    "\"",
    "’",
    "# Bridge falls\n\n",
    "> ",
    "- ",
    "---\n",
    "outlet: Valley Times\n",
    "TK ",
    "Mayor Ana Ruiz said. ",
    "she said. ",
    "According to police, 12 people were killed. ",
    "Analysts say it fell on Tuesday. ",
    "The Harrow Bridge in Oston collapsed, killing 40 people. ",
    "Volodymyr Zelenskiy met Zelenskyy. ",
    "[“It was safe.”]{.quote speaker=\"Ana Ruiz\"} ",
    "<!-- presscheck-ignore TKM001: settled -->",
    "**",
    "](",
    "&amp;",
    "4,2000 homes ",
];

const START: &str = "# Bridge falls in Oston\n\nThe Harrow Bridge in Oston fell on Tuesday, killing 12 \
    people.\r\n\r\n“It was safe 🌪,” said Mayor Ana Ruiz.\n";

const THEIRS: &str = "# Oston bridge collapse\n\nThe Harrow Bridge in Oston collapsed on Tuesday, \
    killing 40 people, officials said. “It was tested,” said Ana Ruiz.\n";

/// The same numbers in every run.
struct Random(Rng);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0.usize(..limit.max(1))
    }

    fn piece(&mut self) -> &'static str {
        PIECES[self.below(PIECES.len())]
    }

    /// Mostly a position that exists.
    fn position(&mut self, text: &str) -> Position {
        let lines = lines(text);
        match self.below(40) {
            0 => Position { line: self.below(200), column: self.below(900) },
            1 => Position { line: usize::MAX, column: usize::MAX },
            2 => Position { line: self.below(lines.len()), column: usize::MAX },
            _ => {
                let line = self.below(lines.len());
                Position { line, column: self.below(lines[line].1.len() + 2) }
            }
        }
    }

    fn change(&mut self, text: &str) -> Change {
        let start = self.position(text);
        // Mostly to insert or to take away a few letters; sometimes lines, sometimes backwards.
        let end = match self.below(10) {
            0..4 => start,
            4..8 => Position { column: start.column.saturating_add(self.below(12)), ..start },
            _ => self.position(text),
        };
        let text = if self.below(4) == 0 { "" } else { self.piece() };
        Change { range: Some(start..end), text: text.into() }
    }
}

// The simplest thing that is right: the protocol's words, letter by letter.

/// Each line with its first byte and without its break.
fn lines(text: &str) -> Vec<(usize, &str)> {
    let mut lines = Vec::new();
    let (mut start, mut at) = (0, 0);
    let bytes = text.as_bytes();
    while at < bytes.len() {
        let wide = bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
        if matches!(bytes[at], b'\r' | b'\n') {
            lines.push((start, &text[start..at]));
            start = at + 1 + usize::from(wide);
        }
        at += 1 + usize::from(wide);
    }
    lines.push((start, &text[start..]));
    lines
}

fn units(character: char, encoding: Encoding) -> usize {
    match encoding {
        Encoding::Utf8 => character.len_utf8(),
        Encoding::Utf16 => character.len_utf16(),
        Encoding::Utf32 => 1,
    }
}

/// The byte at `position`; inside a character, that of the character; past the line, its end.
fn byte(text: &str, position: Position, encoding: Encoding) -> usize {
    let Some((start, line)) = lines(text).get(position.line).copied() else { return text.len() };
    let mut column = 0;
    for (at, character) in line.char_indices() {
        column += units(character, encoding);
        if position.column < column {
            return start + at;
        }
    }
    start + line.len()
}

fn apply(text: &mut String, change: &Change, encoding: Encoding) {
    let Some(range) = &change.range else {
        text.clone_from(&change.text);
        return;
    };
    let (one, other) = (byte(text, range.start, encoding), byte(text, range.end, encoding));
    text.replace_range(one.min(other)..one.max(other), &change.text);
}

#[track_caller]
fn same(checked: &Checked, fresh: &Checked, text: &str, step: usize) {
    assert_eq!(checked.findings, fresh.findings, "findings of step {step}: {text:?}");
    let (one, other) = (&checked.reading, &fresh.reading);
    assert!(
        one.sentences == other.sentences
            && one.entities == other.entities
            && one.names == other.names
            && one.times(|_, _| true).eq(other.times(|_, _| true))
            && one.quotes == other.quotes
            && one.attributions == other.attributions
            && one.claims == other.claims,
        "reading of step {step}: {text:?}"
    );
}

#[track_caller]
fn check(seed: u64, encoding: Encoding, compared: bool, longest: usize) {
    let root = PathBuf::from("/nowhere/presscheck-under-fire");
    let mut newsroom = Newsroom { root: root.clone(), ..Newsroom::default() };
    if compared {
        newsroom.refresh_file(&root.join("theirs.md"), Some(THEIRS));
    }
    let path: &Path = &root.join("ours.md");
    let mut random = Random(Rng::with_seed(seed));
    let mut text = START.to_owned();
    let mut undone = vec![text.clone()];
    let mut document = Document::new(&text, 0);
    let mut last = newsroom.check(path, &text, None);
    let mut index = LineIndex::new(text.as_str().into(), encoding);
    let edits = std::env::var("PRESSCHECK_EDITS").ok().and_then(|it| it.parse().ok());
    for step in 0..edits.unwrap_or(EDITS) {
        let changes = match random.below(60) {
            0 => vec![Change { range: None, text: undone[random.below(undone.len())].clone() }],
            1 => vec![Change { range: None, text: START.into() }],
            2..12 => {
                // Several at once, each a change of what the one before it left.
                let mut now = text.clone();
                let count = 2 + random.below(3);
                let change = |_| {
                    let change = random.change(&now);
                    apply(&mut now, &change, encoding);
                    change
                };
                (0..count).map(change).collect()
            }
            _ if longest < text.len() => vec![Change { range: None, text: START.into() }],
            _ => vec![random.change(&text)],
        };
        for change in &changes {
            apply(&mut text, change, encoding);
        }
        document.apply(changes, i32::try_from(step).unwrap_or_default(), encoding);
        assert_eq!(document.text(), text, "step {step}");

        last = newsroom.check(path, &text, Some(&last));
        same(&last, &newsroom.check(path, &text, None), &text, step);
        index = index.edited(text.as_str().into());
        let fresh = LineIndex::new(text.as_str().into(), encoding);
        let positions =
            |index: &LineIndex| (0..=text.len()).map(|at| index.position(at)).collect::<Vec<_>>();
        assert_eq!(positions(&index), positions(&fresh), "step {step}: {text:?}");
        for finding in &*last.findings {
            for offset in [finding.span.start, finding.span.end] {
                let position = index.position(offset);
                assert_eq!(byte(&text, position, encoding), offset, "step {step}: {text:?}");
                assert_eq!(document.offset(position, encoding), offset, "step {step}: {text:?}");
            }
        }
        if step % 50 == 0 {
            undone.push(text.clone());
        }
    }
}

#[test]
fn bytes() {
    check(1, Encoding::Utf8, false, SHORT);
}

#[test]
fn utf_16() {
    check(2, Encoding::Utf16, false, SHORT);
}

#[test]
fn code_points() {
    check(3, Encoding::Utf32, false, SHORT);
}

#[test]
fn beside_another_outlet() {
    check(4, Encoding::Utf16, true, SHORT);
}

/// Speakers, names and quotations many paragraphs apart.
#[test]
fn a_long_article() {
    check(5, Encoding::Utf16, false, LONG);
}
