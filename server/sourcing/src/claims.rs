//! What can be checked, and whether anybody is named for it.
//!
//! A sentence is one claim, or several: it is cut where clauses meet that are different people’s word, or
//! that each say something others can look up ("Moss said the bridge was safe, | but three people died on
//! it last year": the first is hers, the second the outlet’s own).
//!
//! A claim is *sourced* when an attribution covers half of its words or governs its main clause.
//! It is *inherited* when it has none and goes on with what somebody said before it. Somebody’s word
//! goes on through the next three sentences of the paragraph; the figures of a poll or a report also
//! over the next two paragraphs. It ends with the next attribution, with a sentence that turns away
//! ("But …", "Meanwhile …"), and at a subhead.
//!
//! It is *unsourced* only where an editor would ask "says who?":
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
//! Everything else without a source is *none*: the outlet’s own word for what happened in public and for
//! background, opinion, questions. Where others can look it up, it says what is checkable all the same.

mod again;

pub use again::claims;

use crate::{
    Attribution, Checkable, Checkables, Claim, Class, Facts, Paragraph, Place, SentenceAt,
    SourceKind, Sourcing, facts::Hard,
};
use article::{Article, BlockKind};
use language::TextRange;
use std::{ops::Range, sync::Arc};

/// What the claims of every paragraph rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Story {
    /// The block of the lede.
    lede: Option<usize>,
    /// Whether it is about a toll.
    toll: bool,
}

impl Story {
    pub fn of(article: &Article, paragraphs: &[Arc<Paragraph>]) -> Self {
        let lede = article.blocks.iter().position(|b| b.kind == BlockKind::Paragraph);
        let mut first = paragraphs.iter().take(lede.map_or(0, |lede| lede + 2));
        let toll = first.any(|p| p.facts.iter().any(|facts| facts.hard == Some(Hard::Toll)));
        Self { lede, toll }
    }
}

/// The article as its claims are read from it.
pub struct Told<'a> {
    pub article: &'a Article,
    pub paragraphs: &'a [Arc<Paragraph>],
    pub sentences: &'a [SentenceAt],
    pub attributions: &'a [Arc<Attribution>],
    pub story: Story,
}

impl Told<'_> {
    /// The checkable statements of some blocks: one a sentence, or one a clause where clauses differ in
    /// whose word they are, or say each something that can be checked. Nobody's word goes on from
    /// before the first block.
    fn claims_in(&self, blocks: Range<usize>) -> Vec<Claim> {
        let Self { article, paragraphs, sentences, attributions, story } = *self;
        let covers = Covers::of(attributions, &blocks);
        let first = sentences.partition_point(|it| it.place.block < blocks.start);
        let past = sentences.partition_point(|it| it.place.block < blocks.end);
        let here = &sentences[first..past];
        let own: Vec<Option<Share>> =
            here.iter().map(|s| covers.best(attributions, s.place)).collect();
        let mut standing: Option<Standing> = None;
        let mut claims = Vec::with_capacity(here.len());
        // One list for all sentences: most have one part.
        let mut pieces = Vec::new();
        for (at, sentence) in here.iter().enumerate() {
            let block = sentence.place.block;
            let kind = article.blocks[block].kind;
            if !matches!(kind, BlockKind::Paragraph | BlockKind::BlockQuote | BlockKind::ListItem) {
                standing = None;
                continue;
            }
            let text = &*article.blocks[block].text;
            let neighbour = |at: Option<usize>| {
                let at = at.filter(|&i| here.get(i).is_some_and(|s| s.place.block == block))?;
                own[at]
            };
            let near = [own[at], neighbour(at.checked_sub(1)), neighbour(Some(at + 1))];
            let alone = !near.into_iter().flatten().any(|share| vouches(&attributions[share.by]));
            let of = &paragraphs[block];
            let hard = of.facts.get(sentence.index).is_some_and(|it| it.hard.is_some());
            let in_doubt = kind == BlockKind::Paragraph && alone && hard;
            parts(of, sentence, own[at], attributions, &covers, &mut pieces);
            let whole = pieces.len() == 1;
            for Part { range, facts, by } in pieces.drain(..) {
                standing = match by {
                    Some(by) => {
                        vouches(&attributions[by]).then(|| Standing::new(attributions, by, block))
                    }
                    None => standing
                        .filter(|_| whole)
                        .and_then(|standing| standing.through(block, facts)),
                };
                let needs = in_doubt
                    && story
                        .lede
                        .is_some_and(|lede| asks(facts, paragraphs, lede..block, story.toll));
                let (sourcing, attribution) = match (by, &standing) {
                    (Some(by), _) => (sourcing(&attributions[by]), Some(by)),
                    _ if facts.checkable.is_empty() || !facts.states => (Sourcing::None, None),
                    (None, Some(standing)) => (Sourcing::Inherited, Some(standing.by)),
                    (None, None) if needs => (Sourcing::Unsourced, None),
                    _ => (Sourcing::None, None),
                };
                let grave = matches!(facts.hard, Some(Hard::Charge | Hard::Toll));
                // What an outlet tells in its own words it has seen or knows: of that only what
                // others can look up is for them to check.
                let checkable = match sourcing {
                    Sourcing::None if !facts.weigh() => Checkables::default(),
                    _ => facts.checkable,
                };
                let place = Place { block, range: trimmed(text, range) };
                let sentence = first + at;
                claims.push(Claim { place, sentence, sourcing, attribution, checkable, grave });
            }
        }
        claims
    }
}

/// A sentence or a clause of it, and whose word it is.
#[derive(Clone, Copy)]
struct Part {
    range: TextRange,
    facts: Facts,
    by: Option<usize>,
}

/// Puts into `parts`, which is empty, the parts of a sentence that are claims of their own. A clause
/// joins the one before where both are the same person’s word, or where nobody’s word it is, and it
/// says nothing that weighs.
fn parts(
    paragraph: &Paragraph,
    sentence: &SentenceAt,
    own: Option<Share>,
    attributions: &[Arc<Attribution>],
    covers: &Covers,
    parts: &mut Vec<Part>,
) {
    let Place { block, range } = sentence.place;
    for clause in paragraph.clauses_in(range) {
        let best = covers.best(attributions, Place { block, range: clause.range });
        let by = best.and_then(|share| share.governs(attributions));
        let part = Part { range: clause.range, facts: clause.facts, by };
        match parts.last_mut() {
            Some(before) if before.joins(&part, attributions) => before.join(part),
            _ => parts.push(part),
        }
    }
    if parts.len() < 2 {
        parts.clear();
        let facts = paragraph.facts.get(sentence.index).copied().unwrap_or_default();
        parts.push(Part { range, facts, by: own.and_then(|share| share.governs(attributions)) });
    }
}

impl Part {
    fn joins(&self, next: &Self, attributions: &[Arc<Attribution>]) -> bool {
        let weigh = |part: &Self| part.facts.states && part.facts.weigh();
        let same = match (self.by, next.by) {
            (None, None) => true,
            (Some(a), Some(b)) => a == b || attributions[a].speaker == attributions[b].speaker,
            (None, Some(_)) => return !weigh(self),
            (Some(_), None) => return !weigh(next),
        };
        same && !(weigh(self) && weigh(next))
    }

    fn join(&mut self, next: Self) {
        self.range.end = next.range.end;
        self.facts.join(next.facts);
        self.by = self.by.or(next.by);
    }
}

/// Whether an editor would ask who says so of a sentence in the block that `behind` ends with;
/// it begins with the lede. `toll` says whether the story is about one.
fn asks(facts: Facts, paragraphs: &[Arc<Paragraph>], behind: Range<usize>, toll: bool) -> bool {
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

    fn new(attributions: &[Arc<Attribution>], by: usize, block: usize) -> Self {
        let document = attributions[by].kind == Some(SourceKind::Document);
        Self { by, block, document, sentences: 0 }
    }

    /// What is left of it after a sentence with no attribution of its own.
    fn through(self, block: usize, facts: Facts) -> Option<Self> {
        let figures = self.document && facts.checkable.contains(Checkable::Number);
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

/// An attribution, and how much of a sentence or a clause it covers, 0..=1.
#[derive(Debug, Clone, Copy)]
struct Share {
    by: usize,
    covered: f64,
}

impl Share {
    /// The attribution, where the sentence as a whole is its word.
    fn governs(self, attributions: &[Arc<Attribution>]) -> Option<usize> {
        let least = if vouches(&attributions[self.by]) { 0.3 } else { 0.5 };
        (self.covered >= least).then_some(self.by)
    }
}

/// Pieces of content before the end of a sentence that are looked at for it.
const NEAR: usize = 64;

/// Which attributions cover which words, in order of place.
struct Covers {
    pieces: Vec<(Place, usize)>,
}

impl Covers {
    fn of(attributions: &[Arc<Attribution>], blocks: &Range<usize>) -> Self {
        let mut pieces: Vec<(Place, usize)> = attributions
            .iter()
            .enumerate()
            .flat_map(|(i, a)| a.content.iter().map(move |&place| (place, i)))
            .filter(|(place, _)| blocks.contains(&place.block))
            .collect();
        pieces.sort_unstable();
        Self { pieces }
    }

    /// The attribution that covers most of a sentence or a clause. Its source and cue count as
    /// covered. Those that vouch go before those that take sides or hedge.
    fn best(&self, attributions: &[Arc<Attribution>], sentence: Place) -> Option<Share> {
        let end = (sentence.block, sentence.range.end);
        let past = self.pieces.partition_point(|(p, _)| (p.block, p.range.start) < end);
        let near = self.pieces[..past].iter().rev().take(NEAR);
        let near = near.take_while(|(p, _)| p.block == sentence.block);
        let mut best: Option<Share> = None;
        for &(place, by) in near.filter(|(p, _)| p.range.overlaps(sentence.range)) {
            let a = &attributions[by];
            let around = a.source.iter().chain(&a.cue).filter(|p| p.block == sentence.block);
            let parts =
                around.chain(std::iter::once(&place)).map(|p| overlap(p.range, sentence.range));
            let share = parts.sum::<usize>() as f64 / sentence.range.len().max(1) as f64;
            let better = best.is_none_or(|best| {
                (vouches(a), share) > (vouches(&attributions[best.by]), best.covered)
            });
            if better {
                best = Some(Share { by, covered: share.min(1.0) });
            }
        }
        best
    }
}

fn overlap(a: TextRange, b: TextRange) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// `range` without the signs and spaces around it, but for the full stop.
fn trimmed(text: &str, range: TextRange) -> TextRange {
    let signs = |c: char| c.is_whitespace() || matches!(c, ',' | ';');
    let words = range.of(text).trim_end_matches(signs);
    let start = words.len() - words.trim_start_matches(signs).len();
    TextRange::new(range.start + start, range.start + words.len())
}
