//! A quote of ours as another outlet has it.
//!
//! Words are aligned in order. The same words inside a longer quote agree; a few changed words are
//! a difference in wording; the same words under another person's name are a difference of
//! speaker. A statement that two outlets translated each for themselves shares its content words
//! and little else.

use crate::{
    Difference, DifferenceKind, QuoteVersion, Severity, event::at::At, kept, words::sentence,
};
use language::{TokenKind, data, terms};
use sourcing::{Place, Quote, QuoteKind, Reading, SourceKind};
use std::{collections::HashMap, sync::LazyLock};

/// The words that each abbreviation, contraction or house spelling stands for.
static WORDING: LazyLock<HashMap<&str, Vec<u64>>> = LazyLock::new(|| {
    let entries = data::entries(include_str!("../../data/wording.txt"));
    let pairs = entries.filter_map(|line| line.split_once(" = "));
    pairs.map(|(short, full)| (short, full.split(' ').map(terms::hash).collect())).collect()
});

/// Words from which on an altered quote is told from a chance likeness.
const LONG: usize = 6;
/// Words from which on equal words are one quote, if one person says them.
const FEWEST: usize = 2;
/// The same where nobody knows who says them in one of the two.
const FEW: usize = 3;
/// The same under two speakers.
const TELLING: usize = 5;
/// Share of the shorter quote's words that the other must have, in order.
const ALTERED: f32 = 0.8;
/// The same where words were left out or explained in brackets.
const FILLED: f32 = 0.7;
/// The same for two translations of one statement, with [`CONTENT`] beside it.
const TRANSLATED: f32 = 0.6;
/// Share of the shorter quote's content words that the other must have.
const CONTENT: f32 = 0.65;
/// Longest quote that is aligned, in words; more is an extract of a speech.
const MOST: usize = 200;
/// Quotes of an article that are held against those of another, from its first on.
const COMPARED: usize = 500;

/// The quotes of an article as lists of words.
#[derive(Debug, Default)]
pub(crate) struct Quotes {
    quotes: Vec<Words>,
    /// Whether the outlet says that it translated.
    translated: bool,
}

#[derive(Debug)]
struct Words {
    quote: usize,
    /// What stands between the marks.
    inside: At<Place>,
    /// The same for the reader.
    text: String,
    by: By,
    /// Hashes of the words in lower case, in order, without the outlet's own in brackets; a word
    /// that is said twice in a row stands once.
    spoken: Vec<u64>,
    /// Terms of the content words, sorted.
    content: Vec<u64>,
    /// One bit for some of them: two quotes without a bit in common have no such word in common.
    bits: u64,
    /// Words of the outlet's own in brackets, and words left out.
    gaps: usize,
}

/// Whom an article names for a quote.
#[derive(Debug, Default, PartialEq)]
struct By {
    /// In the article's fullest form.
    speaker: Option<String>,
    /// Whether that is a person's first and last name.
    person: bool,
    /// Its words without case.
    words: Vec<String>,
    /// The words of the mention as written.
    source: Vec<String>,
}

/// How two quotes stand to each other.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Likeness {
    /// One lies in the other, word for word.
    Same,
    /// The same with other words.
    Altered,
}

impl Quotes {
    pub(crate) fn of(reading: &Reading) -> Self {
        let spoken = |quote: &Quote| matches!(quote.kind, QuoteKind::Full | QuoteKind::Partial);
        let quotes = reading.quotes.iter().enumerate().filter(|(_, quote)| spoken(quote));
        let quotes = quotes.filter_map(|(index, quote)| Words::of(reading, index, quote.inside));
        Self { quotes: quotes.take(COMPARED).collect(), translated: is_translated(reading) }
    }

    /// Where each of our quotes stood before an edit, where it stands for the same.
    pub(crate) fn kept(&self, before: &Self) -> Vec<Option<usize>> {
        let (now, then) = (&self.quotes, &before.quotes);
        let same = |was: usize, is: usize| {
            then[was].is_same(&now[is]) && self.translated == before.translated
        };
        kept::kept(then.len(), now.len(), same)
    }

    /// What they have of each of our quotes; `before` has what they had of one that is as it was.
    pub(crate) fn versions<'a>(
        &self,
        theirs: &Self,
        before: impl Fn(usize) -> Option<&'a Option<QuoteVersion>>,
    ) -> Vec<Option<QuoteVersion>> {
        let versions = self.quotes.iter().enumerate().map(|(at, ours)| match before(at) {
            Some(version) => version.clone().map(|version| ours.moved(version)),
            None => self.version(ours, theirs),
        });
        versions.collect()
    }

    fn version(&self, ours: &Words, theirs: &Self) -> Option<QuoteVersion> {
        let best = theirs.quotes.iter().filter_map(|rival| {
            let (likeness, overlap) = ours.likeness(rival)?;
            let words = ours.spoken.len().min(rival.spoken.len());
            let one = words >= TELLING || ours.are_one(rival, words);
            one.then_some((rival, likeness, overlap, words))
        });
        // An exact match first, then the closest, then the longest; of equals the first.
        let best = best.reduce(|best, next| {
            let rank = |v: &(&Words, Likeness, f32, usize)| (v.1 == Likeness::Same, v.2, v.3);
            if rank(&next) > rank(&best) { next } else { best }
        });
        let (rival, likeness, overlap, _) = best?;
        let translated = self.translated || theirs.translated;
        let long = ours.spoken.len().min(rival.spoken.len()) >= TELLING;
        let difference = match likeness {
            _ if long && let Some(difference) = ours.speakers(rival) => Some(difference),
            Likeness::Altered if !translated => Some(ours.wording(rival)),
            _ => None,
        };
        let (quote, theirs) = (ours.quote, rival.quote);
        Some(QuoteVersion { quote, teller: 0, theirs, overlap, difference })
    }
}

impl Words {
    fn of(reading: &Reading, quote: usize, place: Place) -> Option<Self> {
        let text = &reading.article.blocks[place.block].text;
        let tokens = &reading.paragraphs[place.block].text.tokens;
        let first = tokens.partition_point(|token| token.range.start < place.range.start);
        let past = tokens.partition_point(|token| token.range.end <= place.range.end);
        let mut words = Vec::new();
        let mut content = Vec::new();
        let (mut gaps, mut left_out, mut aside) = (0, 0, false);
        for (at, token) in (first..).zip(tokens.get(first..past)?) {
            match token.range.of(text) {
                "[" | "(" => (gaps, aside) = (gaps + 1, true),
                "]" | ")" => aside = false,
                // Before the first word and behind the last everybody leaves something out.
                "..." | "…" | "...." if !words.is_empty() => left_out += 1,
                _ => {}
            }
            if !aside && matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                gaps += std::mem::take(&mut left_out);
                for word in wording(&plain(token.range.of(text))) {
                    if words.last() != Some(&word) {
                        words.push(word);
                    }
                }
                content.extend(sentence::term_of(reading, place.block, at));
            }
        }
        content.sort_unstable();
        content.dedup();
        (!words.is_empty() && words.len() <= MOST).then(|| Self {
            quote,
            inside: At(place),
            text: reading.words(place).to_owned(),
            by: By::of(reading, &reading.quotes[quote]),
            spoken: words,
            bits: content.iter().fold(0, |bits, term| bits | 1 << (term % 64)),
            content,
            gaps,
        })
    }

    fn likeness(&self, other: &Self) -> Option<(Likeness, f32)> {
        if self.bits & other.bits == 0 {
            return None;
        }
        let (short, long) =
            if self.spoken.len() <= other.spoken.len() { (self, other) } else { (other, self) };
        let shared = short.content.iter().filter(|term| long.content.binary_search(term).is_ok());
        let shared = shared.count();
        let content = shared as f32 / short.content.len().max(1) as f32;
        let size = short.spoken.len();
        if content < 0.5 {
            return None;
        }
        if long.spoken.windows(size).any(|window| window == short.spoken) {
            // One word that everybody uses is no quote.
            return (size >= FEWEST).then_some((Likeness::Same, 1.0));
        }
        let common = common(&short.spoken, &long.spoken);
        let gaps = self.gaps + other.gaps;
        let missing = size - common;
        let common = common as f32 / size as f32;
        let filled = gaps > 0 && missing <= 2 * gaps && common >= FILLED;
        if size >= LONG && filled || is_cut(short, long) {
            return Some((Likeness::Same, common));
        }
        let altered = size >= LONG && common >= ALTERED;
        let translated = content >= CONTENT
            && (size > LONG && common >= TRANSLATED && shared > 4
                || size >= LONG && shared > 2 && common >= 0.5 && shared == short.content.len());
        (altered || translated).then_some((Likeness::Altered, common))
    }
}

/// Whether one quote begins where the other ends: two cuts of one statement.
fn is_cut(short: &Words, long: &Words) -> bool {
    let (short, long) = (&*short.spoken, &*long.spoken);
    (short.len().div_ceil(2).max(LONG)..short.len())
        .any(|size| short.ends_with(&long[..size]) || short.starts_with(&long[long.len() - size..]))
}

impl Words {
    fn wording(&self, other: &Self) -> Difference {
        let why = format!("quoted as “{}” here, as “{}” there", self.text, other.text);
        self.difference(other, DifferenceKind::Quote, Severity::Wording, why)
    }

    /// Whether so few equal `words` are one quote: one person's, or nearly so.
    fn are_one(&self, other: &Self, words: usize) -> bool {
        let known = self.by.speaker.is_some() && other.by.speaker.is_some();
        if known && self.by.same_person(&other.by) {
            return words >= FEWEST;
        }
        words >= FEW && self.speakers(other).is_none()
    }

    /// The difference of speaker, where two people are named for it.
    fn speakers(&self, other: &Self) -> Option<Difference> {
        let (here, there) = (self.by.person()?, other.by.person()?);
        // "Hynix chief E.J. Woo" speaks for Hynix.
        if self.by.same_person(&other.by) || self.by.writes(there) || other.by.writes(here) {
            return None;
        }
        let why = format!("said by {here} here, by {there} there");
        Some(self.difference(other, DifferenceKind::Speaker, Severity::Conflict, why))
    }

    fn difference(
        &self,
        other: &Self,
        kind: DifferenceKind,
        severity: Severity,
        why: String,
    ) -> Difference {
        Difference { kind, severity, here: self.inside.0, there: other.inside.0, why }
    }

    /// Whether it is the same words of the same person, wherever they stand.
    fn is_same(&self, other: &Self) -> bool {
        self.text == other.text && self.by == other.by
    }

    /// A version of the same quote where it stood before.
    fn moved(&self, version: QuoteVersion) -> QuoteVersion {
        let here = self.inside.0;
        let difference = version.difference.map(|it| Difference { here, ..it });
        QuoteVersion { quote: self.quote, difference, ..version }
    }
}

impl By {
    fn of(reading: &Reading, quote: &Quote) -> Self {
        let attribution = quote.attribution.and_then(|index| reading.attributions.get(index));
        let Some(attribution) = attribution else { return Self::default() };
        let speaker = attribution.speaker.clone();
        let words = speaker.iter().flat_map(|name| name.split_whitespace());
        let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
        let named = words.clone().count() > 1 && words.clone().all(capital);
        let source = attribution.source.iter().flat_map(|it| reading.words(*it).split([' ', ',']));
        Self {
            person: named && attribution.kind == Some(SourceKind::Person),
            words: words.map(plain).collect(),
            source: source.map(str::to_owned).collect(),
            speaker,
        }
    }

    /// The person named, with first name.
    fn person(&self) -> Option<&str> {
        self.speaker.as_deref().filter(|_| self.person)
    }

    /// Whether the article writes a word of `name` where it names the source.
    fn writes(&self, name: &str) -> bool {
        name.split_whitespace().any(|word| self.source.iter().any(|it| it == word))
    }

    /// Whether two full names can be one person's: the last words are alike but for their spelling,
    /// or one name has all the words of the other.
    fn same_person(&self, other: &Self) -> bool {
        let (here, there) = (&self.words, &other.words);
        here.iter().all(|word| there.contains(word))
            || there.iter().all(|word| here.contains(word))
            || here
                .last()
                .zip(there.last())
                .is_some_and(|(a, b)| crate::tellers::names::alike(a, b))
    }
}

/// A word without case, accents of apostrophes or possessive.
fn plain(word: &str) -> String {
    word.to_lowercase().replace(['’', 'ʼ'], "'")
}

/// Hashes of what a word stands for when spoken: of several words for a contraction.
fn wording(word: &str) -> Vec<u64> {
    let bare = word.trim_end_matches('.');
    if let Some(words) = WORDING.get(bare) {
        return words.clone();
    }
    let ends = [("n't", "not"), ("'re", "are"), ("'ll", "will"), ("'ve", "have"), ("'d", "would")];
    for (end, full) in ends {
        if let Some(stem) = bare.strip_suffix(end) {
            return vec![terms::hash(stem), terms::hash(full)];
        }
    }
    vec![terms::hash(bare)]
}

/// Length of the longest list of words that both have in order.
fn common(a: &[u64], b: &[u64]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut corner = 0;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if x == y { corner + 1 } else { above.max(row[j]) };
            corner = above;
        }
    }
    row.last().copied().unwrap_or(0)
}

/// Whether the outlet says that it translated: "Translated from the French by the desk".
fn is_translated(reading: &Reading) -> bool {
    reading.article.blocks.iter().any(|block| {
        let text = block.text.to_lowercase();
        text.contains("translated from")
            || text.contains("(translated")
            || text.contains("our translation")
    })
}
