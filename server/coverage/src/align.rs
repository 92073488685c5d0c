//! Which sentence of another article makes the same point.

pub(crate) mod agenda;
pub(crate) mod clause;
pub(crate) mod leads;
pub(crate) mod point;
pub(crate) mod said;
pub(crate) mod stance;
pub(crate) mod who;

use crate::words::weights::Likeness;
use language::TextRange;

/// Most sentences of another article that are kept for one of ours.
const KEPT: usize = 5;

/// Below this two sentences have nothing to do with each other.
const LEAST: f32 = 0.05;

/// From here on a reader sees that two sentences make the same point: what their clauses have in
/// common, or the whole sentences.
const PLAIN: f32 = 0.5;
const PLAIN_WHOLE: f32 = 0.4;
/// The same where one word is all that they share: neither has any other.
const PLAIN_WORD: f32 = 0.95;
/// The same for whole sentences that share a number or a quote.
const FACT: f32 = 0.07;

/// The first sentence of an article is more likely to say what others say; the second half as
/// much, and so on. Measured on coreference-labelled news (ECB+).
const LEAD: f32 = 0.2;

/// What a number or a quote adds that both sentences have.
const SHARED: f32 = 0.1;

/// What clauses add that make the same point.
const POINT: f32 = 0.05;

/// A sentence of theirs for one of ours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Match {
    /// Index into their sentences.
    pub(crate) there: usize,
    /// Cosine of the two.
    pub(crate) cosine: f32,
    /// Similarity with what stands for it by position, 0..=1.
    pub(crate) score: f32,
    /// How clearly a reader sees the same point in it; 0 where it is not plain.
    pub(crate) plain: f32,
    /// The statement of ours whose point it is, where ours has several; from its sentence's start.
    pub(crate) part: Option<TextRange>,
}

/// Facts that a sentence of ours shares with one of theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shares {
    /// Index into their sentences.
    pub(crate) there: usize,
    /// Whether a quote stands in both.
    pub(crate) quote: bool,
    /// Whether a number stands in the same slot of both.
    pub(crate) number: bool,
}

/// What the people in two sentences tell of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum People {
    /// Both lead with them: they tell the same news.
    Lead,
    /// The same is told of one and of another: it is not the same point.
    Others,
    Open,
}

/// What two sentences share besides words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Shared {
    /// What their clauses have in common, 0..=1.
    pub(crate) point: f32,
    /// The statement of ours that has it, where ours has several.
    pub(crate) part: Option<TextRange>,
    pub(crate) people: People,
    /// A number in the same slot, or a quote.
    pub(crate) value: bool,
    /// A number or a quote, and a word for what it is about.
    pub(crate) fact: bool,
}

/// The best of their sentences for one of ours, which stands beside all of theirs in `row`; best
/// first. `shared` says what a sentence of theirs shares with ours.
pub(crate) fn best(row: &[Likeness], shared: impl Fn(usize) -> Shared) -> Vec<Match> {
    let mut matches: Vec<Match> = row
        .iter()
        .enumerate()
        .filter(|(_, likeness)| likeness.cosine > LEAST / 2.0)
        .filter_map(|(there, likeness)| {
            let Shared { point, part, people, value, fact } = shared(there);
            let cosine = likeness.cosine.min(1.0);
            let alike = cosine + if value { SHARED } else { 0.0 };
            let score =
                (alike + POINT * point + LEAD / (1 + there) as f32) / (1.0 + LEAD + SHARED + POINT);
            let least = if likeness.words > 1 { PLAIN_WHOLE } else { PLAIN_WORD };
            let whole = fact && cosine >= FACT || cosine >= least;
            let leads = people == People::Lead;
            let plain = people != People::Others && (whole || leads || point >= PLAIN);
            let plain = if plain { alike + 2.0 * point } else { 0.0 };
            let part = part.filter(|_| !whole && (point >= PLAIN || !leads));
            (alike > LEAST).then_some(Match { there, cosine, score: score.min(1.0), plain, part })
        })
        .collect();
    matches.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.there.cmp(&b.there)));
    keep(matches)
}

/// The first matches, and of each part of ours the plainest.
fn keep(matches: Vec<Match>) -> Vec<Match> {
    let mut plainest: Vec<Match> = Vec::new();
    for found in matches.iter().filter(|found| found.plain > 0.0) {
        match plainest.iter_mut().find(|best| best.part == found.part) {
            Some(best) if best.plain >= found.plain => {}
            Some(best) => *best = *found,
            None => plainest.push(*found),
        }
    }
    plainest.truncate(KEPT);
    let others = matches.into_iter().filter(|found| !plainest.contains(found));
    let mut kept: Vec<Match> = others.take(KEPT - plainest.len()).collect();
    kept.extend(plainest);
    kept.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.there.cmp(&b.there)));
    kept
}
