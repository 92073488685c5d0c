//! What an article is found by: hashes of its names, typed quantities, quoted words and the content
//! words of its opening. The index weighs them by how rare they are.

use language::{Measure, MentionKind, TokenKind, terms::hash};
use sourcing::Reading;

/// Sentences whose content words are keys: headline and lede say what the story is.
const OPENING: usize = 4;

/// Words of a quote that make one key. Fewer are found in any story.
const QUOTED: usize = 4;

/// Words of a shingle, by which copies are told.
const SHINGLE: usize = 5;

/// The keys of `reading`, sorted.
pub(crate) fn of(reading: &Reading) -> Vec<u64> {
    found_by(reading, OPENING)
}

/// The same with the content words of every sentence: a claim may be repeated anywhere.
pub(crate) fn of_all(reading: &Reading) -> Vec<u64> {
    found_by(reading, usize::MAX)
}

/// The keys with the content words of the first `opening` sentences.
fn found_by(reading: &Reading, opening: usize) -> Vec<u64> {
    let mut keys = Vec::new();
    for entity in reading.entities.iter() {
        let name = entity.name.to_lowercase();
        match entity.kind {
            MentionKind::Nationality | MentionKind::Role => {}
            // Others may give another first name or none.
            MentionKind::Person => {
                keys.push(kind("name", name.rsplit(' ').next().unwrap_or(&name)));
            }
            _ => keys.push(kind("name", &name)),
        }
    }
    for sentence in 0..reading.sentences.len() {
        for (_, quantity) in reading.quantities(sentence) {
            if !matches!(quantity.measure, Measure::Untyped | Measure::Ordinal) {
                let what = quantity.counts.as_deref().unwrap_or(&quantity.unit);
                keys.push(kind("quantity", &format!("{} {what}", quantity.value)));
            }
        }
    }
    for quote in &reading.quotes {
        keys.extend(
            runs(&words(reading.words(quote.inside)), QUOTED).map(|run| run ^ kind("quote", "")),
        );
    }
    for sentence in reading.sentences.iter().take(opening) {
        let terms = reading.terms(sentence.place.block, sentence.index);
        keys.extend(terms.into_iter().flat_map(|terms| &terms.counted).map(|term| term.id));
    }
    sorted(keys)
}

/// The shingles of the copy, sorted.
pub fn shingles(reading: &Reading) -> Vec<u64> {
    let blocks = reading.article.blocks.iter().zip(&reading.paragraphs);
    let hashes = blocks.filter(|(block, _)| block.is_copy()).flat_map(|(block, paragraph)| {
        let tokens = paragraph.text.tokens.iter();
        let words: Vec<u64> = tokens
            .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
            .map(|token| small(token.range.of(&block.text)))
            .collect();
        runs(&words, SHINGLE).collect::<Vec<_>>()
    });
    sorted(hashes.collect())
}

fn words(text: &str) -> Vec<u64> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(small).collect()
}

/// Hash of a word in lower case.
fn small(word: &str) -> u64 {
    let is_small = word.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_small { hash(word) } else { hash(&word.to_lowercase()) }
}

/// Hashes of every `length` words in a row.
fn runs(words: &[u64], length: usize) -> impl Iterator<Item = u64> {
    words.windows(length).map(|run| {
        run.iter().fold(0, |h: u64, word| (h.rotate_left(5) ^ word).wrapping_mul(0x0100_0000_01b3))
    })
}

/// A key of its own kind, so that a name is never taken for a word.
fn kind(kind: &str, word: &str) -> u64 {
    hash(word) ^ hash(kind).rotate_left(32)
}

fn sorted(mut hashes: Vec<u64>) -> Vec<u64> {
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}
