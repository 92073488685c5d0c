//! Bites that a broadcast script sets into its narration: "((Ada Moss/Warden: “It was late.”))".

use crate::{Class, Said};
use language::TextRange;

/// Longest label of a bite, in bytes.
const LABEL: usize = 80;

/// The bites of a paragraph, in order, each with its label as the source.
pub fn bites(text: &str) -> Vec<Said> {
    text.match_indices("((").filter_map(|(at, open)| bite(text, at + open.len())).collect()
}

/// The bite whose label begins at `start`: a name behind the numbers of the tape, and who that is behind
/// a slash.
fn bite(text: &str, start: usize) -> Option<Said> {
    let inside = &text[start..start + text[start..].find("))")?];
    let parts = |&(at, _): &(usize, &str)| inside[at + 1..].starts_with([' ', '“', '"']);
    let (colon, _) = inside.match_indices(':').find(parts).filter(|&(at, _)| at <= LABEL)?;
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
