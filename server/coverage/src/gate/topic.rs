//! What an article is about, word by word: the names that it leads with and repeats, and how far
//! another article has the same.
//!
//! How rare a word is, is judged by the two alone: a newsroom full of one story would make its
//! names common, and the story no longer one.

use crate::words::{
    index::TermMap,
    kindred,
    sentence::{Words, time_at},
    weights,
};
use article::BlockKind;
use language::{Tag, TokenKind, terms, token};
use sourcing::Reading;
use std::{cmp::Ordering, collections::BTreeMap};

/// Sentences of copy that, with the headline, say what the news is.
const LEAD: usize = 3;
/// Content words from which on a line of copy is a sentence, not a date, a web address or a byline.
const SENTENCE: usize = 3;
/// A name of this rarity tells nothing; what lies above adds up.
const COMMON: f32 = 4.0;
/// Names that stand for an article: those that it repeats most and that are rarest.
const MAIN: usize = 2;
/// Rarest names that both have, of which the rarities are added.
const SHARED: usize = 8;
/// Sentences from which on a name counts no more for being repeated.
const OFTEN: u32 = 3;
/// What stands beside the names that two articles share and that one of them lacks, so that few
/// names decide little.
const DOUBT: f32 = 2.0;

/// The words of one article.
#[derive(Debug, Default)]
pub(crate) struct Topic {
    /// The terms that it leads with or has as names, sorted.
    words: Vec<Word>,
    /// For each of its other terms the sentences that have it.
    others: TermMap<u32>,
    /// How many sentences it has, and words that count.
    sentences: usize,
    pub(crate) length: usize,
    /// The last sentence of its lead.
    pub(crate) lead: usize,
}

/// A term of an article.
#[derive(Debug, Clone, Copy, Default)]
struct Word {
    term: u64,
    /// Share of English sentences that have it.
    chance: f32,
    /// Sentences of the article that have it.
    sentences: u32,
    /// Sentences that have it as a name or a part of one.
    named: u32,
    /// Whether the headline or the lead has it.
    leads: bool,
    /// Whether the first line of these has it.
    heads: bool,
}

/// How far two articles are about the same.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Overlap {
    /// Share of what one leads with that the other leads with too, the mean of both ways, 0..=1.
    pub(crate) lead: f32,
    /// Share of the headline of one in the lead of the other, the higher of both ways, 0..=1.
    pub(crate) headline: f32,
    /// Share of the two main names of one that the other has, the higher of both ways, 0..=1.
    pub(crate) main: f32,
    /// Names that both have and one leads with, beside those that one leads with and the other has
    /// not, 0..=1.
    pub(crate) kept: f32,
    /// Weight of the name that one leads with and repeats and the other has not.
    pub(crate) absent: f32,
    /// Rarities of the rarest names of both, added.
    pub(crate) rarest: f32,
}

impl Topic {
    pub(crate) fn of(reading: &Reading) -> Self {
        let mut topic = Self { sentences: reading.sentences.len(), ..Self::default() };
        let blocks = &reading.article.blocks;
        let headless = blocks.iter().all(|block| block.kind != BlockKind::Headline);
        let mut found = if headless { headline(reading) } else { BTreeMap::new() };
        let (mut leads, mut headed) = (0, !found.is_empty());
        for (sentence, at) in reading.sentences.iter().enumerate() {
            let Some(line) = Line::of(reading, sentence) else { continue };
            topic.length += line.terms.len();
            let headline = blocks[at.place.block].kind == BlockKind::Headline;
            let lead = (headline || leads < LEAD) && line.tells;
            leads += usize::from(lead && !headline);
            if lead {
                topic.lead = sentence;
            }
            let mut terms = line.terms;
            // Of a term that is both, the name comes first.
            terms.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
            terms.dedup_by_key(|(term, _)| *term);
            for (term, name) in terms {
                let word = found.entry(term).or_default();
                word.sentences += 1;
                word.named += u32::from(name);
                word.leads |= lead;
                word.heads |= lead && !headed;
            }
            headed |= lead;
        }
        for (term, word) in found {
            if word.leads || word.named > 0 {
                topic.words.push(Word { term, chance: kindred::chance(term), ..word });
            } else {
                topic.others.insert(term, word.sentences);
            }
        }
        topic
    }

    /// The terms that one of the two leads with or has as a name, in order, as both have them.
    fn beside(&self, other: &Self) -> impl Iterator<Item = (Word, Word)> {
        let (mut ours, mut theirs) = (self.words.iter().peekable(), other.words.iter().peekable());
        std::iter::from_fn(move || {
            let order = match (ours.peek(), theirs.peek()) {
                (Some(here), Some(there)) => here.term.cmp(&there.term),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => return None,
            };
            let here = if order == Ordering::Greater { None } else { ours.next() };
            let there = if order == Ordering::Less { None } else { theirs.next() };
            match (here, there) {
                (Some(here), Some(there)) => Some((*here, *there)),
                (Some(here), None) => Some((*here, other.plain(here))),
                (None, there) => there.map(|there| (self.plain(there), *there)),
            }
        })
    }

    /// The term of `word` where it is neither led with nor a name, if at all.
    fn plain(&self, word: &Word) -> Word {
        let sentences = self.others.get(&word.term).copied().unwrap_or_default();
        Word { term: word.term, chance: word.chance, sentences, ..Word::default() }
    }

    pub(crate) fn overlap(&self, other: &Self) -> Overlap {
        let sentences = (self.sentences + other.sentences) as f32;
        let (mut ours, mut theirs) = (Side::default(), Side::default());
        let (mut shared, mut both) = (Vec::new(), 0.0);
        for (here, there) in self.beside(other) {
            let rarity = |having: u32| weights::surprise(here.chance, having as f32, sentences);
            let least = here.named.min(there.named);
            if here.leads || there.leads {
                let as_word = rarity(here.sentences + there.sentences);
                ours.lead(as_word, here, there);
                theirs.lead(as_word, there, here);
                both += least.min(OFTEN) as f32 * (as_word - COMMON).max(0.0);
            }
            let named = here.named + there.named;
            if named > 0 {
                let as_name = rarity(named);
                ours.name(as_name, here, there);
                theirs.name(as_name, there, here);
                if least > 0 {
                    shared.push((as_name - COMMON).max(0.0));
                }
            }
        }
        shared.sort_by(|a, b| b.total_cmp(a));
        Overlap {
            lead: f32::midpoint(share(ours.met, ours.lead), share(theirs.met, theirs.lead)),
            headline: share(ours.head_met, ours.head).max(share(theirs.head_met, theirs.head)),
            main: ours.main_met().max(theirs.main_met()),
            kept: both / (both + ours.missing.max(theirs.missing) + DOUBT),
            absent: ours.absent.max(theirs.absent),
            rarest: shared.into_iter().take(SHARED).sum(),
        }
    }
}

/// The words of the headline in the metadata, which is no sentence of the copy.
fn headline(reading: &Reading) -> BTreeMap<u64, Word> {
    let headline = reading.article.metadata.headline.as_ref();
    let text = headline.map_or("", |headline| headline.value.as_str());
    let word = Word { sentences: 1, leads: true, heads: true, ..Word::default() };
    terms::of(text, &token::tokenize(text)).iter().map(|term| (term.id, word)).collect()
}

/// A sentence by its terms.
struct Line {
    /// Each with whether it is a name or a part of one.
    terms: Vec<(u64, bool)>,
    /// Whether it is copy that tells something.
    tells: bool,
}

impl Line {
    fn of(reading: &Reading, sentence: usize) -> Option<Self> {
        let words = Words::of(reading, sentence)?;
        let times = &reading.paragraphs[reading.sentences[sentence].place.block].text.times;
        let mut terms = Vec::with_capacity(words.tokens.len());
        let (mut content, mut web) = (0, false);
        for (index, token) in words.tokens.iter().enumerate() {
            web |= token.kind == TokenKind::Address;
            let Some(term) = words.term(index) else { continue };
            let dated = time_at(times, token.range).is_some();
            content += usize::from(token.kind == TokenKind::Word && !dated);
            terms.push((term, token.tag == Tag::Name && !dated));
        }
        Some(Self { terms, tells: content >= SENTENCE && !web })
    }
}

/// What one of two articles has, and the other too.
#[derive(Debug, Default)]
struct Side {
    /// Rarities of what it leads with, and of what the other leads with of these.
    lead: f32,
    met: f32,
    /// The same of its headline.
    head: f32,
    head_met: f32,
    /// Weights of the main names, heaviest first, and whether the other has them.
    main: [(f32, bool); MAIN],
    /// Weights of the names that it leads with and the other has not, added.
    missing: f32,
    /// The heaviest of those that it repeats.
    absent: f32,
}

impl Side {
    fn lead(&mut self, rarity: f32, own: Word, other: Word) {
        self.lead += if own.leads { rarity } else { 0.0 };
        self.met += if own.leads && other.leads { rarity } else { 0.0 };
        self.head += if own.heads { rarity } else { 0.0 };
        self.head_met += if own.heads && other.leads { rarity } else { 0.0 };
        if own.leads && own.named > 0 && other.sentences == 0 {
            self.missing += own.named.min(OFTEN) as f32 * (rarity - COMMON).max(0.0);
            if own.named > 1 {
                let weight = (own.named as f32).ln_1p() * (rarity - COMMON + 1.0).max(0.0);
                self.absent = self.absent.max(weight);
            }
        }
    }

    fn name(&mut self, rarity: f32, own: Word, other: Word) {
        if own.named > 0 {
            let prominent = if own.leads { 1.5 } else { 1.0 };
            let weight = own.named as f32 * rarity * prominent;
            // Of equals the first.
            let at = self.main.partition_point(|main| main.0 >= weight);
            if at < MAIN {
                self.main[at..].rotate_right(1);
                self.main[at] = (weight, other.sentences > 0);
            }
        }
    }

    /// Share of the main names that the other has too.
    fn main_met(&self) -> f32 {
        let all: f32 = self.main.iter().map(|(weight, _)| weight).sum();
        let met: f32 = self.main.iter().filter(|(_, met)| *met).map(|(weight, _)| weight).sum();
        share(met, all)
    }
}

/// Half where there is nothing to be shared.
fn share(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { part / whole } else { 0.5 }
}
