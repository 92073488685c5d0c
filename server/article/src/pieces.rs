//! A paragraph without end, in pieces.
//!
//! A file may hold a book on one line. The rooms below read a paragraph at once, and again at every
//! key that is typed in it; so one that is too long for that is cut where sentences end. Each cut
//! depends on the one before it and on the words around it alone, and cuts made from different
//! places soon meet: an edit changes the pieces around it and no others.

use crate::Block;
use std::ops::Range;

/// Longest block that stays whole, in bytes: a long article on one line.
const WHOLE: usize = 64_000;

/// Bytes from which on a piece ends with its sentence.
const LONG: usize = 8_000;

/// Bytes from which on it ends so also inside a quotation: the mark that closes it may be missing.
const TOO_LONG: usize = 4 * LONG;

/// `blocks`, with pieces in place of each that is too long.
pub(crate) fn cut(blocks: Vec<Block>) -> Vec<Block> {
    if blocks.iter().all(|block| block.text.len() <= WHOLE) {
        return blocks;
    }
    let pieces = |block: Block| {
        let gaps = if block.text.len() <= WHOLE { Vec::new() } else { gaps(&block.text) };
        split(block, &gaps, 0)
    };
    blocks.into_iter().flat_map(pieces).collect()
}

/// The pieces of a block that begins `before` bytes into the text that has `gaps`. Halves are cut
/// before quarters, so that nothing is copied more often than there are halvings.
fn split(block: Block, gaps: &[Range<usize>], before: usize) -> Vec<Block> {
    let (left, [gap, right @ ..]) = gaps.split_at(gaps.len() / 2) else { return vec![block] };
    let (one, rest) = block.split_at(gap.start - before);
    let (_, other) = rest.split_at(gap.len());
    let mut pieces = split(one, left, before);
    pieces.extend(split(other, right, gap.end));
    pieces
}

/// The spaces at which `text` is cut.
fn gaps(text: &str) -> Vec<Range<usize>> {
    let (mut gaps, mut start, mut quoted) = (Vec::new(), 0, false);
    for (at, character) in text.char_indices() {
        match character {
            '“' => quoted = true,
            '”' => quoted = false,
            '"' => quoted = !quoted,
            ' ' if ends_at(text, at) && start + if quoted { TOO_LONG } else { LONG } < at => {
                gaps.push(at..at + 1);
                start = at;
                quoted = false;
            }
            _ => {}
        }
    }
    gaps
}

/// Whether a sentence ends before the space at `at`, with a word that is no abbreviation, and another
/// begins behind it.
fn ends_at(text: &str, at: usize) -> bool {
    let words = text[..at].trim_end_matches(['”', '"', '’', ')']);
    let stopped = words.strip_suffix(['.', '!', '?']);
    stopped.is_some_and(|words| words.chars().rev().take(3).all(char::is_lowercase))
        && text[at + 1..].starts_with(opens)
}

fn opens(first: char) -> bool {
    first.is_uppercase() || matches!(first, '“' | '"' | '‘')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Format, Hint};

    fn texts(source: &str) -> Vec<String> {
        let article = crate::read(source, Format::Plain, &Hint::default());
        for block in &article.blocks {
            assert_eq!(article.slice(block.span_of(0..block.text.len())), &*block.text);
        }
        article.blocks.iter().map(|block| block.text.to_string()).collect()
    }

    fn line(sentences: usize) -> String {
        let sentence = |at| format!("“Ready {at}. Really,” said Mr. Lee of the U.S. office. ");
        (0..sentences).map(sentence).collect::<String>().trim_end().to_owned()
    }

    #[test]
    fn an_article_on_one_line_stays_whole() {
        assert_eq!(texts(&line(1_000)).len(), 1);
    }

    #[test]
    fn a_book_on_one_line_is_cut_where_sentences_end() {
        let book = line(20_000);
        let pieces = texts(&book);
        assert!(pieces.len() > 100);
        assert_eq!(pieces.join(" "), book);
        for piece in &pieces {
            assert!(piece.starts_with("“Ready") && piece.ends_with("office."), "{piece}");
            assert!(piece.len() < LONG + 100);
        }
    }

    #[test]
    fn an_edit_changes_the_pieces_around_it_alone() {
        let book = line(20_000);
        let edited = book.replacen("Mr. Lee", "Mr. Anderson, who had been away,", 1);
        let (old, new) = (texts(&book), texts(&edited));
        let others = new.iter().filter(|piece| !old.contains(piece)).count();
        assert!(others < 5, "{others} of {}", new.len());
    }

    #[test]
    fn a_mark_that_is_missing_and_words_without_end_keep_nothing_together() {
        let open = format!("“Open. {}", line(20_000).replace(['“', '”'], ""));
        assert!(texts(&open).iter().all(|piece| piece.len() < TOO_LONG + 100));
        assert_eq!(texts(&"word ".repeat(20_000)).len(), 1);
    }
}
