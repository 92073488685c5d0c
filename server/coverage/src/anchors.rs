//! What ties an article to one event: its main names, what it leads with, its numbers, the tolls,
//! years, days and ages it gives.
//!
//! Two events of a kind share their words; they rarely share these.

use crate::{
    kindred,
    scene::{Words, time_at, weekday},
    weights,
};
use article::{BlockKind, Date};
use language::{Measure, Tag, TokenKind};
use sourcing::Reading;
use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
};

/// Names that stand for an article: those that it repeats most and that are rarest.
const MAIN: usize = 5;
/// A name of this rarity tells nothing; what lies above adds up.
const COMMON: f32 = 4.0;
/// Rarest names that both have, of which the rarities are added.
const SHARED: usize = 8;
/// Sentences in which the day of the event is given.
const OPENING: usize = 6;
/// Sentences of copy that, with the headline, say what the news is.
const LEAD: usize = 3;
/// Words from which on a line of copy is a sentence, not a web address or a place.
const SENTENCE: usize = 5;

/// The anchors of one article.
#[derive(Debug, Default)]
pub(crate) struct Anchors {
    date: Option<Date>,
    /// Its terms, sorted.
    words: Vec<Word>,
    /// How many sentences it has.
    sentences: usize,
    /// Numbers that can be compared, in bits.
    numbers: BTreeSet<u64>,
    /// How many it says were killed, injured, arrested, in bits.
    tolls: BTreeMap<&'static str, BTreeSet<u64>>,
    /// The last year it gives.
    year: Option<i16>,
    /// Weekdays of its opening, that of the telling too.
    days: BTreeSet<u8>,
    /// Ages of people, in bits.
    ages: BTreeSet<u64>,
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
}

/// How the anchors of two articles stand to each other.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ties {
    /// Share of the main names of one that the other has, the lower of both ways, 0..=1.
    pub(crate) names: f32,
    /// Rarities of the rarest names of both, added.
    pub(crate) rarest: f32,
    /// Share of what one leads with that the other leads with too, the mean of both ways, 0..=1.
    pub(crate) lead: f32,
    /// Rarities of the names that one leads with and the other has not, added.
    pub(crate) missing: f32,
    /// Share of the numbers of one that the other has, 0..=1.
    pub(crate) numbers: f32,
    /// For each state of people 1 where both give tolls and none is the same, -1 where one is.
    pub(crate) tolls: f32,
    /// Each 1 where both give some and none is the same, -1 where one is, else 0.
    pub(crate) years: f32,
    pub(crate) days: f32,
    pub(crate) ages: f32,
}

impl Anchors {
    pub(crate) fn of(reading: &Reading) -> Self {
        let (date, sentences) = (reading.article.metadata.date(), reading.sentences.len());
        let mut anchors = Self { date, sentences, words: words(reading), ..Self::default() };
        for sentence in 0..sentences {
            for (_, quantity) in reading.quantities(sentence) {
                if quantity.measure == Measure::Age {
                    anchors.ages.insert(quantity.value.to_bits());
                }
                let whole = !quantity.vague && quantity.comparable().is_some();
                if let Some(state) = quantity.state.filter(|_| whole) {
                    let tolls = anchors.tolls.entry(state.word()).or_default();
                    tolls.insert(quantity.value.to_bits());
                }
                if whole && quantity.value > 2.0 {
                    anchors.numbers.insert(quantity.value.to_bits());
                }
            }
        }
        for (place, time) in &reading.times {
            let year = time.value.get(..4).and_then(|year| year.parse().ok());
            anchors.year = anchors.year.max(year);
            if reading.sentence_at(*place) < Some(OPENING) {
                anchors.days.extend(weekday(time));
            }
        }
        anchors
    }

    /// Days between the two, where both are dated.
    pub(crate) fn days_from(&self, other: &Self) -> Option<i32> {
        let days = self.date?.until(other.date?).ok()?.get_days();
        Some(days.abs())
    }

    /// How rare a word is, is judged by the two alone: a newsroom full of one story would make its
    /// names common, and the story no longer one.
    pub(crate) fn ties(&self, other: &Self) -> Ties {
        let sentences = (self.sentences + other.sentences) as f32;
        let (mut ours, mut theirs) = (Side::default(), Side::default());
        let (mut shared, mut missing) = (Vec::new(), 0.0);
        for (here, there) in beside(&self.words, &other.words) {
            let rarity = |having: u32| {
                weights::surprise(here.chance.max(there.chance), having as f32, sentences)
            };
            if here.leads || there.leads {
                let rarity = rarity(here.sentences + there.sentences);
                ours.lead(rarity, here, there);
                theirs.lead(rarity, there, here);
                let named = here.leads && here.named > 0 && there.sentences == 0
                    || there.leads && there.named > 0 && here.sentences == 0;
                missing += if named { (rarity - COMMON).max(0.0) } else { 0.0 };
            }
            if here.named + there.named > 0 {
                let rarity = rarity(here.named + there.named);
                ours.name(rarity, here, there);
                theirs.name(rarity, there, here);
                if here.named > 0 && there.named > 0 {
                    shared.push((rarity - COMMON).max(0.0));
                }
            }
        }
        shared.sort_by(|a, b| b.total_cmp(a));
        let same = self.numbers.intersection(&other.numbers).count() as f32;
        let fewer = self.numbers.len().min(other.numbers.len()).max(1) as f32;
        let tolls = self.tolls.iter().filter_map(|(state, tolls)| {
            other.tolls.get(state).map(|others| against(tolls, others))
        });
        let year = |anchors: &Self| BTreeSet::from_iter(anchors.year);
        Ties {
            names: ours.names_met().min(theirs.names_met()),
            rarest: shared.into_iter().take(SHARED).sum(),
            lead: f32::midpoint(ours.lead_met(), theirs.lead_met()),
            missing,
            numbers: same / fewer,
            tolls: tolls.sum(),
            years: against(&year(self), &year(other)),
            days: against(&self.days, &other.days),
            ages: against(&self.ages, &other.ages),
        }
    }
}

/// What one of two articles has, and the other too.
#[derive(Debug, Default)]
struct Side {
    /// Weight of each name, and whether the other has it.
    names: Vec<(f32, bool)>,
    /// Rarities of what it leads with, and of what the other leads with of these.
    lead: f32,
    met: f32,
}

impl Side {
    fn lead(&mut self, rarity: f32, own: Word, other: Word) {
        self.lead += if own.leads { rarity } else { 0.0 };
        self.met += if own.leads && other.leads { rarity } else { 0.0 };
    }

    fn name(&mut self, rarity: f32, own: Word, other: Word) {
        if own.named > 0 {
            self.names.push((own.named as f32 * rarity, other.named > 0));
        }
    }

    /// Half where it leads with nothing.
    fn lead_met(&self) -> f32 {
        if self.lead > 0.0 { self.met / self.lead } else { 0.5 }
    }

    /// Share of the main names that the other has too; half where there are none.
    fn names_met(&mut self) -> f32 {
        self.names.sort_by(|a, b| b.0.total_cmp(&a.0));
        self.names.truncate(MAIN);
        let all: f32 = self.names.iter().map(|(weight, _)| weight).sum();
        let met: f32 = self.names.iter().filter(|(_, met)| *met).map(|(weight, _)| weight).sum();
        if all > 0.0 { met / all } else { 0.5 }
    }
}

/// The terms of an article, sorted.
fn words(reading: &Reading) -> Vec<Word> {
    let mut found: BTreeMap<u64, Word> = BTreeMap::new();
    let mut leads = 0;
    for (sentence, at) in reading.sentences.iter().enumerate() {
        let Some(words) = Words::of(reading, sentence) else { continue };
        let headline = reading.article.blocks[at.place.block].kind == BlockKind::Headline;
        let web = words.tokens.iter().any(|token| token.kind == TokenKind::Address);
        let lead = headline || leads < LEAD && words.tokens.len() >= SENTENCE && !web;
        leads += usize::from(lead && !headline);
        let times = &reading.paragraphs[at.place.block].text.times;
        let mut terms: Vec<(u64, bool)> = Vec::with_capacity(words.tokens.len());
        for (index, token) in words.tokens.iter().enumerate() {
            let name = token.tag == Tag::Name && time_at(times, token.range).is_none();
            terms.extend(words.term(index).map(|term| (term, name)));
        }
        // Of a term that is both, the name comes first.
        terms.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        terms.dedup_by_key(|(term, _)| *term);
        for (term, name) in terms {
            let word = found.entry(term).or_default();
            word.sentences += 1;
            word.named += u32::from(name);
            word.leads |= lead;
        }
    }
    let word = |(term, word)| Word { term, chance: kindred::chance(term), ..word };
    found.into_iter().map(word).collect()
}

/// The words of both, in order; where only one has it, the other's is empty.
fn beside(ours: &[Word], theirs: &[Word]) -> impl Iterator<Item = (Word, Word)> {
    let (mut ours, mut theirs) = (ours.iter().peekable(), theirs.iter().peekable());
    std::iter::from_fn(move || {
        let order = match (ours.peek(), theirs.peek()) {
            (Some(here), Some(there)) => here.term.cmp(&there.term),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return None,
        };
        let here = if order == Ordering::Greater { None } else { ours.next() };
        let there = if order == Ordering::Less { None } else { theirs.next() };
        Some((here.copied().unwrap_or_default(), there.copied().unwrap_or_default()))
    })
}

fn against<T: Ord>(ours: &BTreeSet<T>, theirs: &BTreeSet<T>) -> f32 {
    match () {
        () if ours.is_empty() || theirs.is_empty() => 0.0,
        () if ours.is_disjoint(theirs) => 1.0,
        () => -1.0,
    }
}
