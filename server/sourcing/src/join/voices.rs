//! Who is heard in a line of a transcript, or below a line of directions.

use crate::{
    Class, Paragraph, Place, Said,
    cast::{Cast, Voice},
};
use language::{Text, TextRange, TokenKind};
use std::borrow::Cow;

/// Who is heard in a paragraph. In a line of a transcript that is its speaker alone, whomever that one
/// quotes; but what a reporter’s line in a broadcast script gives to others is theirs, and the
/// reporter’s is the rest.
pub fn voices<'p>(
    cast: &Cast,
    block: usize,
    text: &str,
    paragraph: &'p Paragraph,
) -> Cow<'p, [Said]> {
    let said = &paragraph.said[..];
    let Some(line) = said.first().filter(|said| said.line) else { return said.into() };
    let label = line.source.first().map(|&range| Place { block, range });
    if label.is_some_and(|label| !cast.is_line(label)) {
        let behind = |said: &Said| Said {
            within: said.within.and_then(|i| i.checked_sub(1)),
            ..said.clone()
        };
        return said[1..].iter().map(behind).collect();
    }
    if !label.is_some_and(|label| cast.narrates(label)) {
        return said[..1].into();
    }
    with_others(said.to_vec(), text, &paragraph.text).into()
}

/// Who is heard in a paragraph whose speaker stands in the line above it.
pub fn told(voice: Voice, text: &str, paragraph: &Paragraph) -> Vec<Said> {
    let words = TextRange::new(voice.from, text.trim_end().len());
    let line =
        Said { content: vec![words], class: Some(Class::Speech), line: true, ..Said::default() };
    if !voice.ours {
        return vec![line];
    }
    let behind = |said: &Said| Said { within: said.within.map(|i| i + 1), ..said.clone() };
    let others = paragraph.said.iter().map(behind);
    with_others(std::iter::once(line).chain(others).collect(), text, &paragraph.text)
}

/// What a line of the newsroom’s own tells, without what others say in it; all of it where it is put to
/// somebody: "The ministry says it is safe. Is it, Mayor?"
fn with_others(mut voices: Vec<Said>, text: &str, read: &Text) -> Vec<Said> {
    let whole = voices[0].content.first().copied().unwrap_or_default();
    if asks(text, read, whole) {
        return voices;
    }
    let named = voices[1..].iter().filter(|said| is_anothers(text, said));
    let mut others: Vec<TextRange> =
        named.flat_map(|s| s.source.iter().chain(&s.cue).chain(&s.content)).copied().collect();
    if !others.is_empty() {
        others.sort_unstable();
        voices[0].content = pieces(whole, read, &others);
    }
    voices
}

/// Whether what is said in a line is somebody else’s word: not "I asked her what she saw", "nobody says
/// why", "the police aren’t saying how".
fn is_anothers(text: &str, said: &Said) -> bool {
    const OWN: [&str; 8] = ["i", "we", "you", "me", "us", "nobody", "no", "anyone"];
    let Some(source) = said.source.first().map(|source| source.of(text)) else { return false };
    let first = source.split([' ', '’', '\'']).next().unwrap_or(source);
    let not = |word: &str| word == "not" || word.ends_with("n’t") || word.ends_with("n't");
    let denied = said.cue.iter().any(|cue| cue.of(text).split(' ').any(not));
    !denied && !OWN.iter().any(|own| first.eq_ignore_ascii_case(own))
}

/// Whether a line speaks to somebody.
fn asks(text: &str, read: &Text, line: TextRange) -> bool {
    let mut words = read.tokens_in(line).iter().map(|token| token.range.of(text));
    words.any(|word| {
        let stem = word.split(['’', '\'']).next().unwrap_or(word);
        ["?", "you", "your", "yours"].iter().any(|you| stem.eq_ignore_ascii_case(you))
    })
}

/// Words from which what is left of a line is somebody’s.
const PIECE: usize = 3;

/// The pieces of a line between what `others`, in order, say in it; those of a few words are left out.
fn pieces(line: TextRange, text: &Text, others: &[TextRange]) -> Vec<TextRange> {
    let mut pieces: Vec<(TextRange, usize)> = Vec::new();
    let mut others = others.iter().peekable();
    let (mut taken, mut parted) = (line.start, true);
    for token in text.tokens.iter().filter(|t| line.covers(t.range)) {
        while let Some(other) = others.next_if(|other| other.start <= token.range.start) {
            taken = taken.max(other.end);
        }
        if token.range.start < taken {
            parted = true;
        } else if token.kind == TokenKind::Word {
            if parted {
                pieces.push((token.range, 0));
                parted = false;
            }
            if let Some((piece, count)) = pieces.last_mut() {
                (piece.end, *count) = (token.range.end, *count + 1);
            }
        }
    }
    pieces.into_iter().filter(|(_, count)| *count >= PIECE).map(|(piece, _)| piece).collect()
}
