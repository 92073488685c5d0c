//! No input makes the reader panic or lose its place.

use crate::shown::holds;
use article::{Format, Hint, decode, read};
use fastrand::Rng;

fn read_both(source: &str) {
    for format in [Format::Markdown, Format::Plain] {
        holds(&read(source, format, &Hint::default()));
    }
}

const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "---\n",
    "+++\n",
    "title: x\n",
    "a = 1\n",
    "date: 2026-03-04\n",
    "> ",
    "- ",
    "1. ",
    "# ",
    "## ",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "[",
    "]",
    "(x)",
    "]{.quote speaker=\"A\"}",
    "{",
    "}",
    "<!-- ",
    " -->",
    "<!-- presscheck-ignore SRC001: no -->",
    "<p>",
    "</p>",
    "<b",
    "&amp;",
    "&eacute;",
    "&",
    "\\",
    "“",
    "”",
    "\"",
    "é",
    "🌊",
    "e\u{301}",
    "\u{feff}",
    "\u{200b}",
    "\u{a0}",
    "\t",
    "    ",
    "|",
    "|---|\n",
    "![a](b)",
    "https://example.org",
    "By Ann Lee",
    "4 March 2026",
    "HALDEN, March 4 (AP) - ",
    "© 2026 Times",
    "Share",
    "The river rose on Monday, she said.",
    "Rain",
    " fell",
    ".",
    "?",
    "~~",
    "~",
];

#[test]
fn any_mixture_of_markup_is_read() {
    let mut dice = Rng::with_seed(0x5eed);
    for _ in 0..1_500 {
        let count = dice.usize(..30);
        let source: String = (0..count).map(|_| PIECES[dice.usize(..PIECES.len())]).collect();
        read_both(&source);
    }
}

#[test]
fn any_bytes_are_text_or_said_to_be_none() {
    let mut dice = Rng::with_seed(0xb17e);
    for _ in 0..1_000 {
        let length = dice.usize(..60);
        let bytes: Vec<u8> = (0..length).map(|_| dice.u8(..)).collect();
        if let Ok(decoded) = decode(&bytes) {
            read_both(&decoded.text);
        }
    }
}

#[test]
fn small_and_strange_files() {
    for source in [
        "",
        " ",
        "\n",
        "\r",
        "a",
        "-",
        "---",
        "---\n---",
        "+++\n+++\n",
        "<!--",
        "[",
        "\u{feff}",
        "---\r\ntitle: x\r\n---\r\nRain.\r\n",
    ] {
        read_both(source);
    }
}

/// Shapes that cost a careless reader more than their length; `cargo bench` measures the speed.
#[test]
fn large_files_of_any_shape_are_read() {
    type Make = fn(usize) -> String;
    let inputs: [Make; 9] = [
        |n| "The river rose on Monday, she said. ".repeat(n * 3),
        |n| "The river rose.\n".repeat(n * 6),
        |n| "> ".repeat(n / 10) + "x",
        |n| "[".repeat(n * 10),
        |n| "[a]{.quote speaker=\"".repeat(n),
        |n| "<!-- a --> b\n\n".repeat(n),
        |n| "*a _b ".repeat(n * 4),
        |n| format!("---\n{}", "a: [\n".repeat(n * 4)),
        |n| "the river rose on monday and then again on tuesday and so on\n".repeat(n),
    ];
    for make in inputs {
        read_both(&make(8_000));
    }
}
