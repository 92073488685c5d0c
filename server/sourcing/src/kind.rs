//! What quotation marks do, from the words between them.

use crate::{Marks, Quote, QuoteKind, Quoted};
use language::TextRange;

/// From this many words on, quoted words are speech; fewer may be a title or distance.
/// Of regions this long in news copy 98 in 100 are speech.
const SPEECH: usize = 4;

/// Small words a title leaves in lower case.
const SMALL: [&str; 18] = [
    "a", "an", "the", "of", "and", "or", "in", "on", "at", "to", "for", "with", "by", "from", "as",
    "is", "vs", "but",
];

/// The kind of a quotation of the article.
pub fn of_quote(text: &str, quote: &Quote, governed: bool) -> QuoteKind {
    let marks = if quote.inside.range.is_empty() { Marks::Closing } else { Marks::Both };
    kind(
        text,
        &Quoted { inside: quote.inside.range, outside: quote.outside.range, marks },
        governed,
    )
}

/// The kind of a quoted region; `governed` says whether an attribution covers it.
fn kind(text: &str, quoted: &Quoted, governed: bool) -> QuoteKind {
    let inside = quoted.inside.of(text);
    let words = inside.split(|c: char| c.is_whitespace() || matches!(c, '—' | '–'));
    let words = words.filter(|w| w.contains(char::is_alphanumeric));
    let stop = inside.trim_end().ends_with([',', '.', '!', '?', '…', ';']);
    let whole = stop && inside.starts_with(char::is_uppercase);
    let short = words.clone().nth(SPEECH - 1).is_none();
    let exclaims = whole && (governed || short && opens_sentence(text, quoted.outside));
    if !exclaims && title_case(words) {
        return QuoteKind::Title;
    }
    match (short, whole) {
        (false, true) => QuoteKind::Full,
        (true, true) if governed || opens_sentence(text, quoted.outside) => QuoteKind::Full,
        (false, false) if quoted.marks != Marks::Closing => QuoteKind::Partial,
        _ if governed => QuoteKind::Partial,
        _ => QuoteKind::Scare,
    }
}

/// Whether these words are written like a title of several words.
pub fn title(words: &str) -> bool {
    words.trim().contains(char::is_whitespace) && is_capitalised(words)
}

/// Whether these words are written like a title, be it of one word.
pub fn is_capitalised(words: &str) -> bool {
    title_case(words.split_whitespace())
}

/// Whether every word that a title would capitalise has its capital. A lone word does not tell,
/// unless the sentence has begun before it.
fn title_case<'w>(mut words: impl Iterator<Item = &'w str> + Clone) -> bool {
    let capital = |w: &str| {
        let mut letters = w.chars().skip_while(|c| !c.is_alphanumeric());
        letters.next().is_some_and(|c| c.is_uppercase() || c.is_numeric())
    };
    let weighty = |w: &str| !SMALL.iter().any(|small| small.eq_ignore_ascii_case(w));
    words.clone().next().is_some_and(capital)
        && words.clone().all(|w| capital(w) || !weighty(w))
        && words.any(weighty)
}

/// Whether the region stands where a sentence begins.
fn opens_sentence(text: &str, outside: TextRange) -> bool {
    let before = text.get(..outside.start).unwrap_or_default().trim_end();
    before.is_empty() || before.ends_with(['.', '!', '?', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, governed: bool, expected: QuoteKind) {
        assert_eq!(kind(text, &crate::quotes::scan(text)[0], governed), expected, "{text}");
    }

    #[test]
    fn speech_titles_and_distance_are_told_apart() {
        check("“We will rebuild the bridge,” she said.", true, QuoteKind::Full);
        check(
            "He wants a bridge that is “fit for the next century” and cheap.",
            true,
            QuoteKind::Partial,
        );
        check("She saw “The Long Way Home” twice.", false, QuoteKind::Title);
        check("The “bridge” fell.", false, QuoteKind::Scare);
        check("He called it a “scandal” again.", true, QuoteKind::Partial);
        check("“No,” she said.", true, QuoteKind::Full);
        check("He appeared on “Radio Nights” in May.", true, QuoteKind::Title);
    }
}
