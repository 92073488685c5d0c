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

use crate::{
    Attribution, Checkable, Claim, Class, Paragraph, Place, SentenceAt, SourceKind, Sourcing,
    lexicon::{self, Matter},
};
use article::{Article, BlockKind};
use language::{Measure, State, Tag, TextRange, Token};
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
    let mut claims = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        let Place { block, range } = sentence.place;
        let paragraph = &paragraphs[block];
        let kind = article.blocks[block].kind;
        if !matches!(kind, BlockKind::Paragraph | BlockKind::BlockQuote | BlockKind::ListItem) {
            continue;
        }
        let text = &*article.blocks[block].text;
        let facts = Facts::of(text, paragraph, sentence);
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
        let checkable = if sourcing == Sourcing::None { Vec::new() } else { facts.checkable };
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
        let from = self.pieces.partition_point(|(p, _)| p.block < sentence.block);
        let near = self.pieces[from..].iter().take_while(|(p, _)| p.block == sentence.block);
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

/// What a sentence says that can be checked.
struct Facts {
    checkable: Vec<Checkable>,
    /// Whether it states something as a fact.
    states: bool,
    /// Whether an editor would ask who says so.
    hard: bool,
    /// Whether it goes on with what was said before it.
    goes_on: bool,
}

/// Modals and other words that make a sentence a forecast, a wish or a possibility.
const OPEN: [&str; 15] = [
    "will", "would", "could", "may", "might", "should", "must", "can", "if", "whether", "perhaps",
    "likely", "probably", "possibly", "let",
];

/// First words of a sentence that turn away from the one before.
const TURNS: [&str; 9] = [
    "but",
    "however",
    "meanwhile",
    "yet",
    "separately",
    "elsewhere",
    "still",
    "nevertheless",
    "although",
];

impl Facts {
    fn of(text: &str, paragraph: &Paragraph, sentence: &SentenceAt) -> Self {
        let read = &paragraph.text;
        let tokens: Range<usize> =
            read.sentences.get(sentence.index).map(|s| s.tokens.clone()).unwrap_or_default();
        let tokens = read.tokens.get(tokens).unwrap_or_default();
        let range = sentence.place.range;
        let lower: Vec<String> = tokens.iter().map(|t| t.range.of(text).to_lowercase()).collect();
        let quantities = || read.quantities.iter().filter(|q| range.covers(q.range));
        let matters: Vec<Matter> = lower.iter().filter_map(|w| lexicon::matter(w)).collect();
        let has = |matter: Matter| matters.contains(&matter);
        let quoted = paragraph.quoted.iter().any(|q| q.inside.overlaps(range));
        let mut checkable = Vec::new();
        let mark = |checkable: &mut Vec<Checkable>, yes: bool, what| {
            if yes {
                checkable.push(what);
            }
        };
        mark(
            &mut checkable,
            quantities().any(|q| !matches!(q.measure, Measure::Ordinal | Measure::Untyped)),
            Checkable::Number,
        );
        mark(&mut checkable, read.times.iter().any(|t| range.covers(t.range)), Checkable::Date);
        mark(&mut checkable, has(Matter::First), Checkable::Superlative);
        mark(&mut checkable, has(Matter::Wrong), Checkable::Accusation);
        mark(&mut checkable, has(Matter::Cause), Checkable::Cause);
        mark(&mut checkable, past(tokens), Checkable::Event);
        let toll = quantities().any(|q| {
            q.value >= 2.0
                && matches!(
                    q.state,
                    Some(State::Killed | State::Injured | State::Missing | State::Displaced)
                )
        });
        let share = quantities().any(|q| {
            matches!(q.measure, Measure::Percent) && q.number.of(text).contains(char::is_numeric)
                || matches!(q.measure, Measure::Money) && q.value >= 1_000_000.0
        });
        let accusation =
            has(Matter::Wrong) && !has(Matter::Court) && tokens.iter().any(|t| t.tag == Tag::Name);
        let technical =
            has(Matter::Weapon) && has(Matter::Able) || has(Matter::Hidden) && has(Matter::Wrong);
        let first = lower.first().map_or("", String::as_str);
        let states = !text.get(..range.end).is_some_and(|t| t.trim_end().ends_with('?'))
            && !lower.iter().zip(tokens).any(|(w, token)| {
                // "in May" is no possibility.
                OPEN.contains(&&**w) && (*w != "may" || token.tag == Tag::Auxiliary)
                    || matches!(&**w, "i" | "we" | "you" | "our" | "my")
            });
        Self {
            checkable,
            states,
            hard: !quoted && (toll || share || accusation || technical),
            goes_on: !TURNS.contains(&first),
        }
    }
}

/// Whether a finite verb of the sentence stands in a past or perfect form.
fn past(tokens: &[Token]) -> bool {
    tokens.iter().any(|t| t.tag == Tag::Verb)
}
