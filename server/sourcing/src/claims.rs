//! What can be checked, and whether anybody is named for it.
//!
//! A sentence is *sourced* when an attribution covers half of its words or governs its main clause.
//! It is *inherited* when it has none and goes on with what somebody said before it. Somebody’s word
//! goes on through the next three sentences of the paragraph; the figures of a poll or a report also
//! over the next two paragraphs. It ends with the next attribution, with a sentence that turns away
//! ("But …", "Meanwhile …"), and at a subhead.
//!
//! A sentence is *unsourced* only where an editor would ask "says who?":
//!
//! 1. it stands in a paragraph of running copy after the lede, a figure after the next one too;
//! 2. it states a fact: no question, no future, no "could", no first or second person, no quotation;
//! 3. the fact is hard: grave, as the toll of the event that the story opens with, a wrong that somebody
//!    named did, a hidden or technical fact such as what a weapon can do; or a share or a sum of money,
//!    which is often on record all the same; but no price of a market, no act of an authority, no figure
//!    of a year that is named;
//! 4. nobody is named for it: not in the sentence, not in the one before or after in its paragraph, and
//!    for a figure no poll, study or record in its paragraph or the three before.
//!
//! Everything else without a source is *none*: events that happened in public, background, opinion.

use crate::{
    Attribution, Checkable, Claim, Class, Facts, Paragraph, Place, SentenceAt, SourceKind,
    Sourcing, facts::Hard,
};
use article::{Article, BlockKind};
use language::TextRange;
use std::{ops::Range, sync::Arc};

/// The checkable statements of the article, one a sentence, or one a clause where hearsay cuts a
/// sentence in two.
pub fn claims(
    article: &Article,
    paragraphs: &[Arc<Paragraph>],
    sentences: &[SentenceAt],
    attributions: &[Attribution],
) -> Vec<Claim> {
    let covers = Covers::of(attributions);
    let lede = article.blocks.iter().position(|b| b.kind == BlockKind::Paragraph);
    let own: Vec<Option<(usize, f64)>> =
        sentences.iter().map(|s| covers.best(attributions, s.place)).collect();
    let first = paragraphs.iter().take(lede.map_or(0, |lede| lede + 2));
    let toll = first.flat_map(|p| &p.facts).any(|facts| facts.hard == Some(Hard::Toll));
    let mut standing: Option<Standing> = None;
    let mut claims = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        let Place { block, range } = sentence.place;
        let kind = article.blocks[block].kind;
        if !matches!(kind, BlockKind::Paragraph | BlockKind::BlockQuote | BlockKind::ListItem) {
            standing = None;
            continue;
        }
        let text = &*article.blocks[block].text;
        let Some(facts) = paragraphs[block].facts.get(sentence.index) else { continue };
        let neighbour = |at: Option<usize>| {
            let at = at.filter(|&i| sentences.get(i).is_some_and(|s| s.place.block == block))?;
            own[at]
        };
        let near = [own[index], neighbour(index.checked_sub(1)), neighbour(Some(index + 1))];
        let alone = !near.into_iter().flatten().any(|(by, _)| vouches(&attributions[by]));
        let governed = own[index]
            .filter(|&(by, share)| share >= 0.5 || vouches(&attributions[by]) && share >= 0.3);
        standing = match governed {
            Some((by, _)) => {
                vouches(&attributions[by]).then(|| Standing::new(attributions, by, block))
            }
            None => standing.and_then(|standing| standing.through(block, facts)),
        };
        let needs = kind == BlockKind::Paragraph
            && alone
            && lede.is_some_and(|lede| asks(facts, paragraphs, lede..block, toll));
        let (sourcing, attribution) = match (governed, &standing) {
            (Some((by, _)), _) => (sourcing(&attributions[by]), Some(by)),
            _ if facts.checkable.is_empty() || !facts.states => (Sourcing::None, None),
            (None, Some(standing)) => (Sourcing::Inherited, Some(standing.by)),
            (None, None) if needs => (Sourcing::Unsourced, None),
            _ => (Sourcing::None, None),
        };
        let whole = Place { block, range: trimmed(text, range) };
        let place = match own[index] {
            Some((by, _)) if sourcing == Sourcing::Unsourced => {
                main_clause(text, sentence.place, &attributions[by]).unwrap_or(whole)
            }
            _ => whole,
        };
        let checkable =
            if sourcing == Sourcing::None { Vec::new() } else { facts.checkable.clone() };
        let grave = matches!(facts.hard, Some(Hard::Charge | Hard::Toll));
        claims.push(Claim { place, sentence: index, sourcing, attribution, checkable, grave });
    }
    claims
}

/// Whether an editor would ask who says so of a sentence in the block that `behind` ends with;
/// it begins with the lede. `toll` says whether the story is about one.
fn asks(facts: &Facts, paragraphs: &[Arc<Paragraph>], behind: Range<usize>, toll: bool) -> bool {
    let Some(hard) = facts.hard.filter(|_| !behind.is_empty() && !facts.cites) else {
        return false;
    };
    let shadow = behind.end.saturating_sub(SHADOW)..=behind.end;
    let cited = || shadow.clone().any(|block| paragraphs[block].facts.iter().any(|f| f.cites));
    match hard {
        Hard::Charge => true,
        Hard::Toll => toll && behind.len() > 1,
        Hard::Figure => behind.len() > 1 && !cited(),
    }
}

/// How many paragraphs behind a poll, a study or a record a figure may still be from it.
const SHADOW: usize = 3;

/// Whose word goes on.
struct Standing {
    by: usize,
    block: usize,
    /// Whether it is a poll or a report, whose figures go on over paragraphs.
    document: bool,
    sentences: usize,
}

impl Standing {
    /// Sentences through which somebody’s word goes on.
    const SENTENCES: usize = 3;
    /// Paragraphs through which a document’s figures go on.
    const PARAGRAPHS: usize = 2;

    fn new(attributions: &[Attribution], by: usize, block: usize) -> Self {
        let document = attributions[by].kind == Some(SourceKind::Document);
        Self { by, block, document, sentences: 0 }
    }

    /// What is left of it after a sentence with no attribution of its own.
    fn through(self, block: usize, facts: &Facts) -> Option<Self> {
        let figures = self.document && facts.checkable.contains(&Checkable::Number);
        let reach = if figures { Self::PARAGRAPHS } else { 0 };
        let near = figures || self.sentences < Self::SENTENCES;
        let goes_on = facts.goes_on && near && block <= self.block + reach;
        goes_on.then_some(Self { sentences: self.sentences + 1, ..self })
    }
}

/// Whether somebody stands for the content, rather than taking a side or hedging.
fn vouches(attribution: &Attribution) -> bool {
    attribution.class.is_some_and(|class| class != Class::Stance) && attribution.kind.is_some()
}

fn sourcing(attribution: &Attribution) -> Sourcing {
    if attribution.inherited {
        return Sourcing::Inherited;
    }
    match attribution.kind {
        Some(SourceKind::Anonymous) => Sourcing::Anonymous,
        Some(SourceKind::Vague) => Sourcing::Vague,
        None if attribution.source.is_empty() => Sourcing::Vague,
        None => Sourcing::None,
        _ => Sourcing::Sourced,
    }
}

/// Pieces of content before the end of a sentence that are looked at for it.
const NEAR: usize = 64;

/// Which attributions cover which words, in order of place.
struct Covers {
    pieces: Vec<(Place, usize)>,
}

impl Covers {
    fn of(attributions: &[Attribution]) -> Self {
        let mut pieces: Vec<(Place, usize)> = attributions
            .iter()
            .enumerate()
            .flat_map(|(i, a)| a.content.iter().map(move |&place| (place, i)))
            .collect();
        pieces.sort_unstable();
        Self { pieces }
    }

    /// The attribution that covers most of a sentence, and what share; its source and cue count as
    /// covered. Those that vouch go before those that take sides or hedge.
    fn best(&self, attributions: &[Attribution], sentence: Place) -> Option<(usize, f64)> {
        let end = (sentence.block, sentence.range.end);
        let past = self.pieces.partition_point(|(p, _)| (p.block, p.range.start) < end);
        let near = self.pieces[..past].iter().rev().take(NEAR);
        let near = near.take_while(|(p, _)| p.block == sentence.block);
        let mut best: Option<(usize, f64)> = None;
        for &(place, by) in near.filter(|(p, _)| p.range.overlaps(sentence.range)) {
            let a = &attributions[by];
            let around = a.source.iter().chain(&a.cue).filter(|p| p.block == sentence.block);
            let parts =
                around.chain(std::iter::once(&place)).map(|p| overlap(p.range, sentence.range));
            let share = parts.sum::<usize>() as f64 / sentence.range.len().max(1) as f64;
            let better = best
                .is_none_or(|(b, most)| (vouches(a), share) > (vouches(&attributions[b]), most));
            if better {
                best = Some((by, share.min(1.0)));
            }
        }
        best
    }
}

fn overlap(a: TextRange, b: TextRange) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// The clause before the one that hearsay covers: "Iran has …, | a topic reportedly sidelined";
/// `None` where nothing of weight stands before it.
fn main_clause(text: &str, sentence: Place, hedge: &Attribution) -> Option<Place> {
    let starts = hedge
        .content
        .iter()
        .chain(&hedge.cue)
        .filter(|p| p.block == sentence.block)
        .map(|p| p.range.start);
    let end = starts.min().filter(|&at| at > sentence.range.start)?;
    let range = TextRange::new(sentence.range.start, end);
    let cut =
        range.of(text).rfind(',').map_or(range, |at| TextRange::new(range.start, range.start + at));
    let clause = trimmed(text, cut);
    let weighty = clause.of(text).split_whitespace().count() > 3;
    weighty.then_some(Place { block: sentence.block, range: clause })
}

fn trimmed(text: &str, range: TextRange) -> TextRange {
    let words = range.of(text);
    TextRange::new(range.start, range.start + words.trim_end().len())
}
