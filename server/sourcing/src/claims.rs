//! What can be checked, and whether anybody is named for it.
//!
//! A sentence is *sourced* when an attribution covers half of its words or governs its main clause;
//! *inherited* when it has none and goes on, in the same paragraph, with what an attributed sentence
//! said before it. It is *unsourced* only where an editor would ask "says who?":
//!
//! 1. it stands in a paragraph of running copy, after the lede;
//! 2. it states a fact: no question, no future, no "could", no first or second person, no quotation;
//! 3. the fact is hard: somebody did wrong, a toll, a share or a sum of money, a hidden or technical
//!    fact such as what a weapon can do;
//! 4. nobody is named for it: not in the sentence, not in the one before or after in its paragraph.
//!
//! Everything else without a source is *none*: events that happened in public, background, opinion.

use crate::{Attribution, Claim, Class, Paragraph, Place, SentenceAt, SourceKind, Sourcing};
use article::{Article, BlockKind};
use language::TextRange;
use std::sync::Arc;

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
    let mut claims = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        let Place { block, range } = sentence.place;
        let paragraph = &paragraphs[block];
        let kind = article.blocks[block].kind;
        if !matches!(kind, BlockKind::Paragraph | BlockKind::BlockQuote | BlockKind::ListItem) {
            continue;
        }
        let text = &*article.blocks[block].text;
        let Some(facts) = paragraph.facts.get(sentence.index) else { continue };
        let neighbour = |at: Option<usize>| {
            let at = at.filter(|&i| sentences.get(i).is_some_and(|s| s.place.block == block))?;
            own[at]
        };
        // A poll or a report goes on over the paragraphs of its figures.
        let figures = index
            .checked_sub(1)
            .and_then(|i| own[i])
            .is_some_and(|(by, _)| attributions[by].kind == Some(SourceKind::Document));
        let before = neighbour(index.checked_sub(1));
        let after = neighbour(Some(index + 1));
        let (sourcing, attribution) = match own[index] {
            Some((by, share)) if share >= 0.5 || vouches(&attributions[by]) && share >= 0.3 => {
                (sourcing(&attributions[by]), Some(by))
            }
            _ if facts.checkable.is_empty() || !facts.states => (Sourcing::None, None),
            _ => match before {
                Some((by, _)) if vouches(&attributions[by]) && facts.goes_on => {
                    (Sourcing::Inherited, Some(by))
                }
                _ if kind == BlockKind::Paragraph
                    && Some(block) != lede
                    && facts.hard
                    && !figures
                    && ![own[index], before, after]
                        .into_iter()
                        .flatten()
                        .any(|(by, _)| vouches(&attributions[by])) =>
                {
                    (Sourcing::Unsourced, None)
                }
                _ => (Sourcing::None, None),
            },
        };
        let place = match own[index] {
            Some((by, _)) if sourcing == Sourcing::Unsourced => {
                main_clause(text, sentence.place, &attributions[by])
            }
            _ => Place { block, range: trimmed(text, range) },
        };
        let checkable =
            if sourcing == Sourcing::None { Vec::new() } else { facts.checkable.clone() };
        claims.push(Claim { place, sentence: index, sourcing, attribution, checkable });
    }
    claims
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

/// The clause before the one that hearsay covers: "Iran has …, | a topic reportedly sidelined".
fn main_clause(text: &str, sentence: Place, hedge: &Attribution) -> Place {
    let starts = hedge
        .content
        .iter()
        .chain(&hedge.cue)
        .filter(|p| p.block == sentence.block)
        .map(|p| p.range.start);
    let end = starts.min().filter(|&at| at > sentence.range.start).unwrap_or(sentence.range.end);
    let range = TextRange::new(sentence.range.start, end);
    let cut =
        range.of(text).rfind(',').map_or(range, |at| TextRange::new(range.start, range.start + at));
    Place { block: sentence.block, range: trimmed(text, cut) }
}

fn trimmed(text: &str, range: TextRange) -> TextRange {
    let words = range.of(text);
    TextRange::new(range.start, range.start + words.trim_end().len())
}
