//! The words of a sentence, looked at for names and titles.

use super::{
    capitalised::Capitalised,
    gazetteer::{self, Title},
};
use crate::{
    MentionKind, TextRange, Token, TokenKind,
    folded::{Folded, Looks},
    tag,
    token::abbreviation,
};
use std::borrow::Cow;

/// The words of one sentence.
pub struct Words<'a> {
    pub text: &'a str,
    pub folded: &'a Folded,
    /// The number of the sentence's first token in the text.
    pub first: usize,
    pub tokens: &'a [Token],
    /// Every word has a capital, so a capital tells nothing.
    pub headline: bool,
    pub capitalised: &'a Capitalised<'a>,
}

impl<'a> Words<'a> {
    pub fn raw(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |token| token.range.of(self.text))
    }

    /// The word in lower case with straight apostrophes.
    pub fn lower(&self, i: usize) -> &'a str {
        if i < self.tokens.len() { self.folded.word(self.first + i) } else { "" }
    }

    /// The word without its possessive ending.
    pub fn stem(&self, i: usize) -> &'a str {
        let raw = self.raw(i);
        raw.get(..raw.len() - self.ending(i)).unwrap_or(raw)
    }

    /// The same in lower case with straight apostrophes.
    pub fn lower_stem(&self, i: usize) -> &'a str {
        if i < self.tokens.len() { self.folded.stem(self.first + i) } else { "" }
    }

    /// Length of its possessive ending; 0 where it has none.
    fn ending(&self, i: usize) -> usize {
        if i < self.tokens.len() { self.folded.ending(self.first + i) } else { 0 }
    }

    /// Whether its letters show any of `looks`.
    fn shows(&self, i: usize, looks: Looks) -> bool {
        i < self.tokens.len() && self.folded.looks(self.first + i).any(looks)
    }

    /// Whether it has no small letter but for its possessive ending.
    pub fn is_loud(&self, i: usize) -> bool {
        !self.shows(i, Looks::LOWER)
            || self.ending(i) > 0 && !self.stem(i).contains(char::is_lowercase)
    }

    /// Whether it is a word of the language, as against a name.
    pub fn is_common(&self, i: usize) -> bool {
        tag::is_known(self.lower_stem(i))
    }

    /// The words of `from..to`, the last without its possessive ending, apostrophes straight.
    pub fn phrase(&self, from: usize, to: usize) -> Cow<'a, str> {
        let text = self.range(from, to).of(self.text);
        if text.bytes().all(|byte| byte.is_ascii() && byte != b'\n') {
            return text.into();
        }
        if text.contains(['’', '\n', '\u{a0}']) {
            let straight = text.replace('’', "'");
            return straight.split_whitespace().collect::<Vec<_>>().join(" ").into();
        }
        text.into()
    }

    pub fn range(&self, from: usize, to: usize) -> TextRange {
        let (Some(first), Some(last)) =
            (self.tokens.get(from), self.tokens.get(to.wrapping_sub(1)))
        else {
            return TextRange::default();
        };
        let owner = if self.is_owner(to - 1) { self.ending(to - 1) } else { 0 };
        TextRange::new(first.range.start, last.range.end - owner)
    }

    pub fn is_owner(&self, i: usize) -> bool {
        self.ending(i) > 0 && !is_known_with_apostrophe(self.raw(i))
    }

    /// Whether the word at `i` is written with a capital as names are: "Macron", "al-Assad",
    /// "Jean-Luc"; not "pro-Brexit".
    pub fn is_capital(&self, i: usize) -> bool {
        if self.tokens.get(i).is_none_or(|token| token.kind != TokenKind::Word) {
            return false;
        }
        let word = self.raw(i);
        let capital =
            self.shows(i, Looks::CAPITAL) || self.shows(i, Looks::UPPER) && is_particled(word);
        if !self.shows(i, Looks::HYPHEN) {
            return capital;
        }
        let (head, last) = word.rsplit_once('-').unwrap_or_default();
        let arabic = matches!(head, "al" | "el");
        last.starts_with(char::is_uppercase) && (capital || arabic) && !joins_nations(head, last)
    }

    /// Whether a capital at `i` may be there for another reason than a name.
    pub fn is_free(&self, i: usize) -> bool {
        self.headline
            || i == 0
            || self.tokens.get(i - 1).is_some_and(|before| {
                before.kind == TokenKind::Mark
                    && !before.range.of(self.text).starts_with(['”', '’', '»'])
                    || matches!(
                        before.range.of(self.text),
                        ":" | "—" | "–" | "-" | "--" | "•" | "..." | "…" | "(" | "?" | "!" | "."
                    )
            })
    }

    /// Longest known name at `i` that ends at `limit` or before, with its end.
    pub fn known(&self, i: usize, limit: usize) -> Option<(usize, gazetteer::Known)> {
        if !self.shows(i, Looks::CAPITAL.with(Looks::HYPHEN)) {
            return None;
        }
        let first = self.raw(i);
        let curly = self.shows(i, Looks::WIDE) && first.contains('’');
        let straight = if curly { Cow::from(first.replace('’', "'")) } else { first.into() };
        let loud = first.len() > 2 && !self.shows(i, Looks::LOWER);
        let owned = if self.ending(i) > 0 { gazetteer::longest_name(self.stem(i)) } else { 0 };
        let longest = [gazetteer::longest_name(&straight), owned, 1];
        let loudest = if loud { gazetteer::longest_name(&title_case(self.stem(i))) } else { 0 };
        let longest = longest.into_iter().max().unwrap_or(1).max(loudest);
        (i + 1..=limit.min(i + longest).min(self.tokens.len())).rev().find_map(|end| {
            let phrase = self.phrase(i, end);
            let known = gazetteer::name(&phrase).or_else(|| {
                let loud = loudest > 0 && !phrase.contains(char::is_lowercase);
                let known = loud.then(|| gazetteer::name(&title_case(&phrase))).flatten();
                known.filter(|known| known.kind != MentionKind::Nationality)
            });
            known.map(|known| (end, known))
        })
    }

    /// Longest title at `i`, with its end.
    pub fn title(&self, i: usize) -> Option<(usize, Title)> {
        let longest = gazetteer::longest_title(self.lower_stem(i));
        if longest == 0 {
            return None;
        }
        (i + 1..=(i + longest).min(self.tokens.len())).rev().find_map(|end| {
            let title = gazetteer::title(&self.phrase(i, end))?;
            (!(i..end - 1).any(|at| self.is_owner(at))).then_some((end, title))
        })
    }

    /// A title in lower case: "president", "foreign minister".
    pub fn lower_title(&self, i: usize) -> Option<(usize, Title)> {
        if !self.shows(i, Looks::SMALL) {
            return None;
        }
        self.title(i).filter(|(_, title)| *title != Title::Modifier)
    }

    /// "france24.com"
    pub fn is_domain(&self, i: usize) -> bool {
        if !self.shows(i, Looks::STOP) {
            return false;
        }
        let word = self.raw(i);
        word.split('.').all(|part| part.len() > 1)
            && word.ends_with(|c: char| c.is_ascii_lowercase())
            && word.split('.').next_back().is_some_and(|last| last.len() > 1)
            && abbreviation(word).is_none()
    }

    /// Whether the capitalised word at `i` can be part of a name.
    pub fn is_name_word(&self, i: usize) -> bool {
        if !self.is_capital(i) {
            return false;
        }
        let stem = self.stem(i);
        let loud = stem.len() > 1 && self.is_loud(i);
        if gazetteer::is_no_name(stem) {
            return false;
        }
        let folded = self.lower_stem(i);
        let function = tag::is_function_word(folded) || tag::is_function_word(self.lower(i));
        // "Governor Will Tate", "our correspondent, Will Tate,"
        let will = folded == "will" && !self.headline;
        let christened = !self.is_free(i)
            && gazetteer::given(stem).is_some()
            && self.is_capital(i + 1)
            && (will || gazetteer::title(self.raw(i - 1)).is_some());
        if function && christened {
            return true;
        }
        if function && !(loud && !self.headline && gazetteer::name(stem).is_some()) {
            return false;
        }
        if !self.is_free(i) {
            return true;
        }
        if loud && self.is_shouted(i) {
            return !tag::is_known(folded);
        }
        // "Steelmaker Varga"
        let calling = folded.ends_with("maker") && self.is_capital(i + 1);
        gazetteer::name(stem).is_some()
            || gazetteer::given(stem).is_some()
            || !tag::is_known(folded) && !calling
            || (!self.headline && self.capitalised.contains(stem))
    }

    /// Whether the words around `i` are in capitals throughout.
    pub fn is_shouted(&self, i: usize) -> bool {
        let loud = |i: usize| {
            self.tokens.get(i).is_some_and(|token| {
                token.kind == TokenKind::Word
                    && token.range.len() > 1
                    && !self.shows(i, Looks::LOWER)
            })
        };
        loud(i + 1) || (i > 0 && loud(i - 1))
    }

    /// Whether an acronym in brackets behind `from..to` is made of its initials, or its last word
    /// heads the name of a body.
    pub fn spells(&self, from: usize, to: usize) -> bool {
        let initials = (from..to).filter_map(|i| self.raw(i).chars().next());
        let acronym = self.raw(to) == "(" && initials.eq(self.raw(to + 1).chars());
        acronym || gazetteer::head(self.stem(to - 1)) == Some(MentionKind::Organisation)
    }

    pub fn spell(&self, from: usize, to: usize) -> String {
        (from..to)
            .map(|i| self.lower_stem(i))
            .filter(|word| word.chars().any(char::is_alphanumeric))
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Start of a title in lower case that ends right before `i`.
    pub fn lower_title_before(&self, i: usize) -> Option<usize> {
        (i.saturating_sub(4)..i).find(|&at| self.lower_title(at).is_some_and(|(end, _)| end == i))
    }
}

/// "diGenova", "deBlasio": a small particle with the name written to it.
fn is_particled(word: &str) -> bool {
    const PARTICLES: [&str; 8] = ["di", "de", "da", "la", "le", "du", "van", "von"];
    PARTICLES.iter().any(|particle| {
        let rest = word.strip_prefix(particle);
        rest.is_some_and(|rest| rest.starts_with(char::is_uppercase) && rest.len() > 3)
    })
}

fn is_known_with_apostrophe(word: &str) -> bool {
    gazetteer::name(word).is_some()
        || (word.contains('’') && gazetteer::name(&word.replace('’', "'")).is_some())
}

fn title_case(phrase: &str) -> String {
    let mut start = true;
    phrase
        .chars()
        .map(|c| {
            let cased = if start { c } else { c.to_lowercase().next().unwrap_or(c) };
            start = !c.is_alphanumeric();
            cased
        })
        .collect()
}

/// "Iran-Israel", "Franco-Russian": an adjective, not a name.
fn joins_nations(head: &str, last: &str) -> bool {
    gazetteer::country_of(last).is_some() && gazetteer::name(&format!("{head}-{last}")).is_none()
}
