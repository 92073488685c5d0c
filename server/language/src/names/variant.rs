//! One person under two full names: with an initial, with another surname, spelt a little otherwise.

use super::{
    MentionKind,
    cast::Cast,
    gazetteer,
    seen::{Seen, key},
};

impl Cast {
    /// The same person under another full name: "Donald J. Trump", or a surname spelt a little
    /// otherwise behind the same given name.
    pub fn variant(&self, seen: &Seen<'_>) -> Option<usize> {
        if !seen.is_person() {
            return None;
        }
        let (first, last) = (key(seen.words.first()?), seen.last());
        let same = self.part.get(&last).into_iter().flatten().copied().find(|&id| {
            let theirs = key(self.entities[id].name.split(' ').next().unwrap_or_default());
            theirs == first
                || (first.len() == 1 && theirs.starts_with(&first))
                || (theirs.len() == 1 && first.starts_with(&theirs))
                || seen.mention.kind == MentionKind::Person
                    && self.entities[id].kind == MentionKind::Person
                    && share_surnames(&self.entities[id].name, &seen.words)
        });
        let namesakes = || self.part.get(&format!("{first} ")).into_iter().flatten().copied();
        same.or_else(|| {
            namesakes().find(|&id| {
                let theirs =
                    self.entities[id].name.split(' ').next_back().map(key).unwrap_or_default();
                last.len() > 6 && theirs.len() > 6 && within_two_edits(&last, &theirs)
            })
        })
    }
}

/// "Wasserman Schultz" and "Debbie Wasserman Schultz": the shorter one ends the longer and begins with no
/// given name.
fn share_surnames(name: &str, words: &[&str]) -> bool {
    let theirs = name.split(' ').count();
    let pairs = name.split(' ').rev().zip(words.iter().rev());
    let first = if theirs < words.len() { name.split(' ').next() } else { words.first().copied() };
    let surname = first.is_some_and(|first| gazetteer::given(first).is_none());
    surname && theirs != words.len() && pairs.into_iter().all(|(a, b)| key(a) == key(b))
}

/// Whether two words differ by at most two insertions, deletions or replacements.
fn within_two_edits(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) =
        (a.chars().take(40).collect(), b.chars().take(40).collect());
    if a.len().abs_diff(b.len()) > 2 {
        return false;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = replaced.min(corner + 1).min(row[j] + 1);
        }
    }
    row.last().is_some_and(|&edits| edits <= 2)
}
