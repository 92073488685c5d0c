//! Bites that a broadcast script sets into its narration: "((Ada Moss/Warden: “It was late.”))".

use crate::{Class, Said};
use language::TextRange;

/// Longest label of a bite, in bytes.
const LABEL: usize = 80;

/// The bites of a paragraph, in order, each with its label as the source.
pub fn bites(text: &str) -> Vec<Said> {
    let mut found = Vec::new();
    if !text.contains('(') {
        return found;
    }
    let mut end = 0;
    for (at, open) in text.match_indices("((") {
        let start = at + open.len();
        // Many that open may wait for the same end, which is looked for once.
        if end < start {
            let Some(behind) = text[start..].find("))") else { break };
            end = start + behind;
        }
        found.extend(bite(text, TextRange::new(start, end)));
    }
    found
}

/// The bite that is `inside` the brackets: a label, which is a name behind the numbers of the tape and
/// who that is behind a slash, and what is said.
fn bite(text: &str, inside: TextRange) -> Option<Said> {
    let (start, inside) = (inside.start, inside.of(text));
    let colons = inside.bytes().take(LABEL + 1).enumerate().filter(|(_, byte)| *byte == b':');
    let mut colons = colons.map(|(at, _)| at);
    let colon = colons.find(|at| inside[at + 1..].starts_with([' ', '“', '"']))?;
    let label = &inside[..colon];
    let from = label.rfind(|c: char| c.is_ascii_digit()).map_or(0, |at| at + 1);
    let from = label.len() - label[from..].trim_start().len();
    let name = label[from..].split(['/', ',']).next().unwrap_or_default().trim_end();
    if !name.starts_with(char::is_uppercase) {
        return None;
    }
    let name = TextRange::new(start + from, start + from + name.len());
    let words = inside[colon + 1..].trim_start();
    let spoken =
        TextRange::new(start + inside.len() - words.len(), start + inside.trim_end().len());
    Some(Said {
        source: vec![name],
        cue: vec![TextRange::new(start + colon, start + colon + 1)],
        content: vec![spoken],
        class: Some(Class::Speech),
        ..Said::default()
    })
}
