//! Where two versions of a quote differ, and whether a reader would call it a difference.

use crate::data;
use std::{collections::HashMap, sync::LazyLock};

/// Words shown before the difference, and at most of each side from there on.
const BEFORE: usize = 4;
const SHOWN: usize = 12;
/// Words shown behind the difference.
const BEHIND: usize = 3;
/// Most words before or behind all that both versions have that are another wording of it, and not
/// another part of the speech.
const OUTER: usize = 3;

/// Short forms with the words that they stand for, as they are compared.
static SHORT: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
    let lines = data::lines(include_str!("../../../data/short-forms.txt"));
    let forms = lines.into_iter().filter_map(|line| line.split_once(": "));
    forms.map(|(short, long)| (plain(short), long.split(' ').map(plain).collect())).collect()
});

/// A word of a quote: its place in the quote, and what it is compared by; a short form stands for
/// several. A cut is a word without letters.
struct Word {
    start: usize,
    end: usize,
    plain: String,
}

/// The passages around the first words that differ, for a message; `None` where the versions differ
/// in spelling or in where they were cut, or in so much that they are two statements.
pub fn difference(here: &str, there: &str) -> Option<(String, String)> {
    let (ours, theirs) = (words(here), words(there));
    let gaps = gaps(&ours, &theirs);
    let past = gaps.len() - 1;
    let differs = |(at, gap): &(usize, &Gap)| {
        let (our, their) = (&ours[gap.ours.0..gap.ours.1], &theirs[gap.theirs.0..gap.theirs.1]);
        let cut = our.iter().chain(their).any(|word| word.plain.is_empty());
        // One version begins earlier or ends later.
        let slides = our.is_empty() && slides(&theirs, gap.theirs, *at)
            || their.is_empty() && slides(&ours, gap.ours, *at);
        let outer = *at == 0 || *at == past;
        let elsewhere = our.is_empty() || their.is_empty() || OUTER < our.len().max(their.len());
        !(cut || slides || outer && elsewhere || letters(our) == letters(their))
    };
    let found: Vec<&Gap> = gaps.iter().enumerate().filter(differs).map(|(_, gap)| gap).collect();
    let size = |gap: &Gap| (gap.ours.1 - gap.ours.0).max(gap.theirs.1 - gap.theirs.0);
    let different: usize = found.iter().map(|gap| size(gap)).sum();
    let gap = found.first().filter(|_| different <= past)?;
    Some((excerpt(here, &ours, gap.ours), excerpt(there, &theirs, gap.theirs)))
}

/// Whether words that one version has more, behind the first `common` words, may as well stand before
/// them: "I think so. I" behind "I".
fn slides(words: &[Word], (from, to): (usize, usize), common: usize) -> bool {
    let mut repeated = words[from..to].iter().rev().zip(words[..from].iter().rev());
    from == common && from < to - from && repeated.all(|(a, b)| a.plain == b.plain)
}

fn letters(words: &[Word]) -> String {
    words.iter().map(|word| &*word.plain).collect()
}

/// Words of ours and of theirs, from..to, between words that both have.
struct Gap {
    ours: (usize, usize),
    theirs: (usize, usize),
}

/// What lies before, between and after the longest list of words that both have in order.
fn gaps(ours: &[Word], theirs: &[Word]) -> Vec<Gap> {
    let (rows, columns) = (ours.len(), theirs.len());
    let width = columns + 1;
    let mut common = vec![0_u16; (rows + 1) * width];
    let same = |i: usize, j: usize| !ours[i].plain.is_empty() && ours[i].plain == theirs[j].plain;
    for i in (0..rows).rev() {
        for j in (0..columns).rev() {
            common[i * width + j] = if same(i, j) {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    let mut gaps = Vec::new();
    let (mut i, mut j, mut from) = (0, 0, (0, 0));
    while i < rows && j < columns {
        if same(i, j) {
            gaps.push(Gap { ours: (from.0, i), theirs: (from.1, j) });
            (i, j) = (i + 1, j + 1);
            from = (i, j);
        } else if common[(i + 1) * width + j] >= common[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    gaps.push(Gap { ours: (from.0, rows), theirs: (from.1, columns) });
    gaps
}

/// The words of a gap with some before and behind, as written.
fn excerpt(text: &str, words: &[Word], (from, to): (usize, usize)) -> String {
    let first = from.saturating_sub(BEFORE);
    let last = (to + BEHIND).min(first + SHOWN).min(words.len());
    let Some(shown) = words.get(first..last).filter(|shown| !shown.is_empty()) else {
        return "…".to_owned();
    };
    let passage = text[shown[0].start..shown[shown.len() - 1].end].trim_end_matches([',', '.']);
    let before = if first > 0 { "… " } else { "" };
    let behind = if last < words.len() { " …" } else { "" };
    format!("{before}{passage}{behind}")
}

/// The words of a quote as they are compared.
fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    let mut depth = 0_usize;
    for piece in text.split_inclusive(|c: char| c.is_whitespace() || matches!(c, '—' | '–' | '-'))
    {
        let (start, written) = (at, piece.trim_end());
        at += piece.len();
        let opens = written.starts_with(['(', '[']);
        if opens {
            depth += 1;
        }
        let inserted = depth > 0;
        if written.contains([')', ']']) {
            depth = depth.saturating_sub(1);
        }
        let end = start + written.len();
        let is_cut = written.contains("...") || written.contains('…');
        let plain = plain(written);
        if is_cut || inserted {
            words.push(Word { start, end, plain: String::new() });
        }
        if inserted || plain.is_empty() {
            continue;
        }
        let long = SHORT.get(&plain).cloned().unwrap_or_else(|| vec![plain]);
        words.extend(long.into_iter().map(|plain| Word { start, end, plain }));
    }
    words
}

/// A word without capitals, accents and marks, in one of its spellings.
fn plain(word: &str) -> String {
    let letters = word.to_lowercase();
    let letters: String = letters
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, '’' | '\''))
        .map(|c| if c == '’' { '\'' } else { coverage::unaccented(c) })
        .collect();
    let letters = letters.trim_matches('\'');
    // Wrong for some words, and alike on both sides.
    letters
        .replace("isation", "ization")
        .replace("ise", "ize")
        .replace("ising", "izing")
        .replace("our", "or")
        .replace("ogue", "og")
        .replace("tre", "ter")
        .replace("ence", "ense")
        .replace("ll", "l")
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[track_caller]
    fn check(here: &str, there: &str, expected: Option<(&str, &str)>) {
        let found = difference(here, there);
        let found = found.as_ref().map(|(here, there)| (&**here, &**there));
        assert_eq!(found, expected, "{here} | {there}");
    }

    #[test]
    fn the_first_words_that_differ_are_shown() {
        check(
            "We have waited long enough, and every day brings the river closer to the old bridge",
            "We have waited long enough, and every day brings the river closer to the new quay",
            Some(("… river closer to the old bridge", "… river closer to the new quay")),
        );
        check(
            "It was an avoidable failure",
            "It was a failure",
            Some(("It was an avoidable failure", "It was a failure")),
        );
        check(
            "We will not go home",
            "We will go home",
            Some(("We will not go home", "We will go home")),
        );
    }

    #[test]
    fn spelling_marks_and_cuts_are_no_difference() {
        for (here, there) in [
            ("Sen. Ruiz can’t honour the program", "Senator Ruíz cannot honor the program"),
            ("We’ll go – now", "we will go, now"),
            ("In the end we go home", "we go home tonight"),
            ("These (local) boards decide", "These boards decide"),
            ("We go ... home today", "We go all the long way home today"),
            ("A state-funded work force of three", "a state funded workforce of 3"),
            ("We know it. We will go home", "We will go home"),
            ("It is late, I know. But it is not too late", "It’s not too late"),
            ("The strong culture tells them what to do", "There is, you said, a strong culture"),
        ] {
            check(here, there, None);
        }
    }
}
