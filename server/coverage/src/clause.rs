//! What single clauses of two sentences have in common.
//!
//! A short sentence often makes the point of one clause of a long one, which the words of the
//! other clauses hide. So each run of one or two clauses of ours is held against each of theirs,
//! and the pair of runs that has most in common stands for the two sentences.

use crate::{kindred, scene::Words, weights::Weights};
use language::{Tag, Token, TokenKind};
use sourcing::Reading;

/// Clauses of a sentence that are told apart; what follows belongs to the last one.
const MOST: usize = 30;
/// Share of the shorter run's rare words that the other run must have.
const CONTAINED: f32 = 0.5;
/// Rarities of the shared words from which on two runs are certainly about one thing.
const ENOUGH: f32 = 14.0;
/// Share of its sentence that a run must be, of ours or of theirs: two asides make no point.
const SHARE: f32 = 0.5;
/// Shared words, names among them, without which two runs say nothing in common.
const WORDS: usize = 3;

/// The clauses of a sentence.
#[derive(Debug, Default)]
pub(crate) struct Clauses {
    /// Sorted by term.
    ideas: Vec<Idea>,
    runs: Vec<Run>,
}

/// A term, or a class of words for one thing, and the clauses that have it.
#[derive(Debug, Clone, Copy)]
struct Idea {
    term: u64,
    /// Shared out among the classes that the word belongs to.
    rarity: f32,
    /// One bit a clause.
    clauses: u32,
    name: bool,
}

/// One clause, two that follow one another, or the whole sentence.
#[derive(Debug, Clone, Copy)]
struct Run {
    clauses: u32,
    /// Rarities of all its words.
    rarity: f32,
    /// Share of the sentence's.
    share: f32,
}

impl Clauses {
    pub(crate) fn of(reading: &Reading, sentence: usize, weights: &Weights) -> Self {
        let Some(words) = Words::of(reading, sentence) else { return Self::default() };
        let mut ideas: Vec<Idea> = Vec::new();
        let mut rarities = vec![0.0];
        for (at, token) in words.tokens.iter().enumerate() {
            if is_border(words.text, token) && rarities.len() < MOST {
                rarities.push(0.0);
            }
            for term in words.terms(at) {
                let clause = rarities.len() - 1;
                let classes = kindred::classes(term);
                let own = [term];
                let terms = if classes.is_empty() { &own } else { classes };
                let share = 1.0 / terms.len() as f32;
                let name = token.tag == Tag::Name;
                for &term in terms {
                    let rarity = weights.rarity(term) * share;
                    rarities[clause] += rarity;
                    ideas.push(Idea { term, rarity, clauses: 1 << clause, name });
                }
            }
        }
        ideas.sort_by(|a, b| a.term.cmp(&b.term).then(b.rarity.total_cmp(&a.rarity)));
        ideas.dedup_by(|next, kept| {
            let same = next.term == kept.term;
            kept.clauses |= if same { next.clauses } else { 0 };
            same
        });
        Self { ideas, runs: runs(&rarities) }
    }

    /// How much the two runs that have most in common share, 0..=1; 0 where it is too little for
    /// one point. Names count from anywhere in the sentence: a clause leaves out a subject that
    /// the one before it has.
    pub(crate) fn point(&self, other: &Self) -> f32 {
        let shared = self.shared(other);
        if shared.len() < WORDS {
            return 0.0;
        }
        let mut best = 0.0_f32;
        for ours in &self.runs {
            for theirs in &other.runs {
                best = best.max(likeness(&shared, *ours, *theirs));
            }
        }
        best
    }

    /// Whether both have a word that is no name.
    pub(crate) fn touch(&self, other: &Self) -> bool {
        self.shared(other).iter().any(|(ours, _)| !ours.name)
    }

    fn shared(&self, other: &Self) -> Vec<(Idea, Idea)> {
        let find = |ours: &Idea| {
            let at = other.ideas.binary_search_by_key(&ours.term, |idea| idea.term).ok()?;
            Some((*ours, other.ideas[at]))
        };
        self.ideas.iter().filter_map(find).collect()
    }
}

fn likeness(shared: &[(Idea, Idea)], ours: Run, theirs: Run) -> f32 {
    let (mut inside, mut names, mut words, mut things) = (0.0, 0.0, 0, 0);
    for (here, there) in shared {
        let rarity = here.rarity.max(there.rarity);
        if here.clauses & ours.clauses != 0 && there.clauses & theirs.clauses != 0 {
            inside += rarity;
            words += 1;
            things += usize::from(!here.name);
        } else if here.name {
            names += rarity;
            words += 1;
        }
    }
    let contained = inside / ours.rarity.min(theirs.rarity).max(f32::EPSILON);
    if things < 2 || words < WORDS || contained < CONTAINED {
        return 0.0;
    }
    let share = ours.share.max(theirs.share);
    contained.min(1.0) * (share / SHARE).min(1.0) * ((inside + names / 2.0) / ENOUGH).min(1.0)
}

/// Each clause, each two that follow one another, and all of them.
fn runs(rarities: &[f32]) -> Vec<Run> {
    let count = rarities.len();
    let whole: f32 = rarities.iter().sum();
    let run = |first: usize, past: usize| {
        let rarity = rarities[first..past].iter().sum();
        let clauses = (first..past).fold(0, |clauses, clause| clauses | 1 << clause);
        Run { clauses, rarity, share: rarity / whole.max(f32::EPSILON) }
    };
    let single = (0..count).map(|at| run(at, at + 1));
    let double = (2..=count).map(|past| run(past - 2, past));
    let whole = (count > 2).then(|| run(0, count));
    single.chain(double).chain(whole).filter(|run| run.rarity > 0.0).collect()
}

/// Whether a clause may begin here.
fn is_border(text: &str, token: &Token) -> bool {
    match token.kind {
        TokenKind::Word => {
            token.tag == Tag::Subordinator
                || matches!(
                    token.range.of(text),
                    "and" | "but" | "while" | "which" | "who" | "that" | "saying" | "as"
                )
        }
        TokenKind::Number | TokenKind::Address => false,
        _ => matches!(token.range.of(text), "," | ";" | ":" | "—" | "–" | "(" | ")"),
    }
}
