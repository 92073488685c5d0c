//! Two versions of a quote set into one, word by word.

use crate::types::Piece;
use std::{iter, ops::Range};

/// Longest versions that are aligned, in words; longer ones are set one after the other.
const MOST: usize = 400;

/// Words that one may have before or after the other and that still count as a change.
const SLIP: usize = 3;

/// What both have in common and what each has alone, in order. Marks at words and capitals are
/// house style and make no difference.
pub(crate) fn pieces(ours: &str, theirs: &str) -> Vec<Piece> {
    let (ours, theirs): (Vec<&str>, Vec<&str>) =
        (ours.split_whitespace().collect(), theirs.split_whitespace().collect());
    let mut pieces = Vec::new();
    let (mut here, mut there) = (0, 0);
    for (next, match_there) in common(&ours, &theirs) {
        push(&mut pieces, Piece::Ours, &ours[here..next]);
        push(&mut pieces, Piece::Theirs, &theirs[there..match_there]);
        push(&mut pieces, Piece::Both, &ours[next..=next]);
        (here, there) = (next + 1, match_there + 1);
    }
    push(&mut pieces, Piece::Ours, &ours[here..]);
    push(&mut pieces, Piece::Theirs, &theirs[there..]);
    // A sentence before or after is no change of the words that both quote.
    let is_more = |piece: &Piece, beside: &Piece| {
        let (Piece::Ours(words) | Piece::Theirs(words)) = piece else { return false };
        matches!(beside, Piece::Both(_)) && words.split(' ').count() > SLIP
    };
    if let [first, second, ..] = &mut pieces[..]
        && is_more(first, second)
    {
        *first = Piece::More;
    }
    if let [.., second, last] = &mut pieces[..]
        && is_more(last, second)
    {
        *last = Piece::More;
    }
    pieces
}

/// Where `theirs` has other words than `ours`, as byte ranges.
pub fn changed(ours: &str, theirs: &str) -> Vec<Range<usize>> {
    let ours: Vec<&str> = ours.split_whitespace().collect();
    let mut end = 0;
    let places = theirs.split_inclusive(char::is_whitespace).map(|part| {
        let start = end;
        end += part.len();
        start..start + part.trim_end().len()
    });
    let places: Vec<Range<usize>> = places.filter(|place| !place.is_empty()).collect();
    let theirs: Vec<&str> = places.iter().map(|place| &theirs[place.clone()]).collect();
    let met = common(&ours, &theirs).into_iter().map(|(_, there)| there);
    let mut changed = Vec::new();
    let mut next = 0;
    for there in met.chain(iter::once(theirs.len())) {
        let outside = next == 0 || there == theirs.len();
        if next < there && !(outside && there - next > SLIP) {
            changed.push(places[next].start..places[there - 1].end);
        }
        next = there + 1;
    }
    changed
}

fn push(pieces: &mut Vec<Piece>, piece: impl Fn(String) -> Piece, words: &[&str]) {
    if words.is_empty() {
        return;
    }
    let words = words.join(" ");
    let next = piece(words.clone());
    match (pieces.last_mut(), &next) {
        (Some(Piece::Both(text)), Piece::Both(_)) => {
            text.push(' ');
            text.push_str(&words);
        }
        _ => pieces.push(next),
    }
}

/// The longest common subsequence, as pairs of indices.
fn common(ours: &[&str], theirs: &[&str]) -> Vec<(usize, usize)> {
    if ours.len() > MOST || theirs.len() > MOST {
        return Vec::new();
    }
    let (ours, theirs): (Vec<String>, Vec<String>) =
        (ours.iter().map(|it| bare(it)).collect(), theirs.iter().map(|it| bare(it)).collect());
    let width = theirs.len() + 1;
    // How many words are common from both places on.
    let mut longest = vec![0_u16; (ours.len() + 1) * width];
    for here in (0..ours.len()).rev() {
        for there in (0..theirs.len()).rev() {
            longest[here * width + there] = if ours[here] == theirs[there] {
                longest[(here + 1) * width + there + 1] + 1
            } else {
                longest[(here + 1) * width + there].max(longest[here * width + there + 1])
            };
        }
    }
    let mut pairs = Vec::new();
    let (mut here, mut there) = (0, 0);
    while here < ours.len() && there < theirs.len() {
        if ours[here] == theirs[there] {
            pairs.push((here, there));
            (here, there) = (here + 1, there + 1);
        } else if longest[(here + 1) * width + there] >= longest[here * width + there + 1] {
            here += 1;
        } else {
            there += 1;
        }
    }
    pairs
}

/// A word without capitals and the marks at it.
fn bare(word: &str) -> String {
    let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
    let inner = if inner.is_empty() { word } else { inner };
    inner.to_lowercase().replace('’', "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(ours: &str, theirs: &str, want: &str) {
        let pieces = pieces(ours, theirs).into_iter().map(|piece| match piece {
            Piece::More => "…".to_owned(),
            Piece::Both(words) => words,
            Piece::Ours(words) => format!("-{words}-"),
            Piece::Theirs(words) => format!("+{words}+"),
        });
        assert_eq!(pieces.collect::<Vec<_>>().join(" "), want);
    }

    #[test]
    fn changed_words_stand_beside_each_other() {
        check("We will rise.", "we will fall", "We will -rise.- +fall+");
        check("It’s over,", "It's over", "It’s over,");
        check("a b c", "b c d", "-a- b c +d+");
        check("", "all new", "+all new+");
        check("— yes", "yes", "-—- yes");
    }

    #[test]
    fn a_longer_extract_is_no_change() {
        check(
            "There is one chance.",
            "I would say that there is a chance.",
            "… There is -one- +a+ chance.",
        );
        check("We won, and we know how it was done", "we won", "We won, …");
        check("all of it is", "new words instead here", "-all of it is- +new words instead here+");
    }

    #[test]
    fn what_they_have_otherwise_is_marked_where_it_stands() {
        let marked = |ours: &str, theirs: &str| {
            let words = changed(ours, theirs).into_iter().map(|place| theirs[place].to_owned());
            words.collect::<Vec<_>>().join("|")
        };
        assert_eq!(marked("not any single cent", "Not  a single\ncent, ever"), "a|ever");
        assert_eq!(marked("one chance", "I would say that there is one chance"), "");
        assert_eq!(marked("we fell", "we rose — and fell"), "rose — and");
    }

    #[test]
    fn a_speech_is_not_aligned() {
        let (long, short) = ("word ".repeat(MOST + 1), "word");
        assert_eq!(pieces(&long, short).len(), 2);
    }
}
