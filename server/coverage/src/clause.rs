//! What single clauses of two sentences have in common.
//!
//! A short sentence often makes the point of one clause of a long one, which the words of the
//! other clauses hide. So each run of one or two clauses of ours is held against each of theirs,
//! and the pair of runs that has most in common stands for the two sentences.

use crate::{
    kindred,
    scene::Words,
    weights::Weights,
    who::{self, Cast},
};
use language::{Tag, TextRange, Token, TokenKind};
use sourcing::Reading;
use std::ops::Range;

/// Clauses of a sentence that are told apart; what follows belongs to the last one.
const MOST: usize = 30;
/// Share of the shorter run's rare words that the other run must have.
const CONTAINED: f32 = 0.5;
/// The same for those that are no names: two sentences that have only people in common make no
/// point.
const TOLD: f32 = 0.4;
/// The same for an aside.
const ALL: f32 = 0.95;
/// What an aside is worth beside a run that makes up its sentence.
const ASIDE: f32 = 0.7;
/// Rarities of the shared words from which on two runs are certainly about one thing.
const ENOUGH: f32 = 14.0;
/// Share of its sentence that a run must be, of ours or of theirs: two asides make no point.
const SHARE: f32 = 0.5;
/// Share of its sentence from which on what somebody says in it is a point of its own.
const STATEMENT: f32 = 0.25;
/// Shared words, names among them, without which two runs say nothing in common.
const WORDS: f32 = 3.0;

/// The clauses of a sentence.
#[derive(Debug, Default)]
pub(crate) struct Clauses {
    /// Sorted by term.
    ideas: Vec<Idea>,
    runs: Vec<Run>,
    /// Who has the floor in each clause: the terms of a person's name, sorted.
    speakers: Vec<Vec<u64>>,
    /// What people say in it, where that is no aside, and not what they say that others say: the
    /// clauses and the words.
    statements: Vec<(u32, TextRange)>,
}

/// What two sentences have in common.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Common {
    /// 0..=1; 0 where it is too little for one point.
    pub(crate) likeness: f32,
    /// Our clauses that have it.
    pub(crate) clauses: u32,
}

/// A term, or a class of words for one thing, and the clauses that have it.
#[derive(Debug, Clone, Copy)]
struct Idea {
    term: u64,
    /// Shared out among the classes that the word belongs to, or the words of a name.
    rarity: f32,
    /// How much of a word or a name it is, 0..=1.
    share: f32,
    /// One bit a clause.
    clauses: u32,
    name: bool,
}

/// One clause, two that follow one another, or the whole sentence.
#[derive(Debug, Clone, Copy)]
struct Run {
    clauses: u32,
    weight: Weight,
    /// Share of the sentence's, or of the statement's that it belongs to.
    share: f32,
}

/// Rarities of some words.
#[derive(Debug, Clone, Copy, Default)]
struct Weight {
    all: f32,
    /// Of those that are no names.
    things: f32,
}

impl Weight {
    fn add(&mut self, rarity: f32, name: bool) {
        self.all += rarity;
        self.things += if name { 0.0 } else { rarity };
    }
}

impl Idea {
    /// The term, or the classes that it belongs to.
    fn of(
        term: u64,
        share: f32,
        clauses: u32,
        name: bool,
        weights: &Weights,
    ) -> impl Iterator<Item = Self> {
        let classes = kindred::classes(term);
        let own = classes.is_empty().then_some(term);
        let part = share / classes.len().max(1) as f32;
        own.into_iter().chain(classes.iter().copied()).map(move |term| Self {
            term,
            rarity: weights.rarity(term) * part,
            share,
            clauses,
            name,
        })
    }
}

impl Clauses {
    pub(crate) fn of(reading: &Reading, sentence: usize, cast: &Cast, weights: &Weights) -> Self {
        let Some(words) = Words::of(reading, sentence) else { return Self::default() };
        let meant = cast.meant(sentence);
        let mut names: Vec<TextRange> = meant.iter().filter_map(|meant| meant.name).collect();
        names.sort_unstable_by_key(|name| name.start);
        let mut ideas: Vec<Idea> = Vec::new();
        let mut borders = Vec::new();
        for (at, token) in words.tokens.iter().enumerate() {
            if is_border(words.text, token) && borders.len() + 1 < MOST {
                borders.push(token.range.start);
            }
            // A name stands for its entity, below.
            let before = names.partition_point(|name| name.start <= token.range.start);
            if before.checked_sub(1).is_some_and(|at| names[at].covers(token.range)) {
                continue;
            }
            let name = token.tag == Tag::Name;
            ideas.extend(
                words
                    .terms(at)
                    .flat_map(|term| Idea::of(term, 1.0, 1 << borders.len(), name, weights)),
            );
        }
        let mut speakers = vec![Vec::new(); borders.len() + 1];
        for meant in meant {
            let first = borders.partition_point(|&border| border <= meant.range.start);
            let last = borders.partition_point(|&border| border < meant.range.end);
            let clauses = (first..=last).fold(0, |clauses, clause| clauses | 1 << clause);
            let terms = cast.terms(meant.entity);
            let share = 1.0 / terms.len() as f32;
            ideas.extend(
                terms.iter().flat_map(|&term| Idea::of(term, share, clauses, true, weights)),
            );
            if meant.speaks {
                speakers[first..=last].fill(terms.to_vec());
            }
        }
        ideas.sort_by(|a, b| a.term.cmp(&b.term).then(b.rarity.total_cmp(&a.rarity)));
        ideas.dedup_by(|next, kept| {
            let same = next.term == kept.term;
            kept.clauses |= if same { next.clauses } else { 0 };
            same
        });
        let mut weights = vec![Weight::default(); borders.len() + 1];
        for idea in &ideas {
            for (clause, weight) in weights.iter_mut().enumerate() {
                if idea.clauses & 1 << clause != 0 {
                    weight.add(idea.rarity, idea.name);
                }
            }
        }
        let clauses = |range: TextRange| {
            let first = borders.partition_point(|&border| border <= range.start);
            let last = borders.partition_point(|&border| border < range.end);
            first..last + 1
        };
        let whole = sum(&weights).all;
        let statements = cast.statements(sentence).map(|range| (clauses(range), range));
        let statements: Vec<_> = statements
            .filter(|(clauses, _)| sum(&weights[clauses.clone()]).all >= STATEMENT * whole)
            .collect();
        let runs = runs(&weights, &statements);
        let mut outer: Vec<(u32, TextRange)> = Vec::new();
        for (clauses, range) in statements {
            let clauses = bits(clauses);
            if outer.iter().all(|(around, _)| clauses & !around != 0) {
                outer.retain(|(within, _)| within & !clauses != 0);
                outer.push((clauses, range));
            }
        }
        Self { ideas, runs, speakers, statements: outer }
    }

    /// The two runs that have most in common. Names count from anywhere in the sentence: a clause
    /// leaves out a subject that the one before it has.
    pub(crate) fn point(&self, other: &Self) -> Common {
        let shared = self.shared(other);
        let mut best = Common::default();
        for ours in &self.runs {
            for theirs in &other.runs {
                let likeness = likeness(&shared, *ours, *theirs);
                if likeness > best.likeness && !self.crossed(*ours, other, *theirs) {
                    best = Common { likeness, clauses: ours.clauses };
                }
            }
        }
        best
    }

    /// The statement that `clauses` belong to, where the sentence has several: "While she says …,
    /// he says …".
    pub(crate) fn statement(&self, clauses: u32) -> Option<TextRange> {
        let [_, _, ..] = self.statements[..] else { return None };
        let mut statements = self.statements.iter();
        statements.find(|(bits, _)| clauses & !bits == 0).map(|(_, range)| *range)
    }

    /// Whether two people speak in the two runs, and one sentence has both of them: then what she
    /// says is not what he says, nor what both say.
    fn crossed(&self, ours: Run, other: &Self, theirs: Run) -> bool {
        let (here, there) = (self.speakers(ours), other.speakers(theirs));
        let speaks = |who: &[u64], clauses: &Self| {
            clauses.speakers.iter().any(|speaker| who::meet(speaker, who))
        };
        match (&here[..], &there[..]) {
            ([here], [there]) => {
                !who::meet(here, there) && (speaks(there, self) || speaks(here, other))
            }
            ([_], [_, _, ..]) | ([_, _, ..], [_]) => true,
            _ => false,
        }
    }

    /// Who has the floor in a run, each once.
    fn speakers(&self, run: Run) -> Vec<&[u64]> {
        let inside = |at: &usize| run.clauses & 1 << at != 0 && !self.speakers[*at].is_empty();
        let mut speakers: Vec<&[u64]> =
            (0..self.speakers.len()).filter(inside).map(|at| &*self.speakers[at]).collect();
        speakers.sort_unstable();
        speakers.dedup();
        speakers
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
    let mut inside = Weight::default();
    let (mut names, mut words, mut told, mut things) = (0.0, 0.0, 0.0, 0);
    for (here, there) in shared {
        let rarity = here.rarity.max(there.rarity);
        let share = here.share.max(there.share);
        if here.clauses & ours.clauses != 0 && there.clauses & theirs.clauses != 0 {
            inside.add(rarity, here.name);
            words += share;
            told += share;
            things += usize::from(!here.name);
        } else if here.name {
            names += rarity;
            words += share;
        }
    }
    if things < 2 || words < WORDS - 0.01 {
        return 0.0;
    }
    // One run has the other: most of a run that makes up its sentence, or all of an aside.
    let made = |run: Run, around: Run| {
        let contained = inside.all / run.weight.all.max(f32::EPSILON);
        let part = inside.things / run.weight.things.max(f32::EPSILON);
        if contained < CONTAINED || part < TOLD {
            return 0.0;
        }
        let aside = contained >= ALL && told >= WORDS - 0.01;
        let share = if aside { run.share.max(ASIDE * around.share) } else { run.share };
        contained.min(1.0) * (share / SHARE).min(1.0)
    };
    let enough = ((inside.all + names / 2.0) / ENOUGH).min(1.0);
    made(ours, theirs).max(made(theirs, ours)) * enough
}

fn bits(clauses: Range<usize>) -> u32 {
    clauses.fold(0, |bits, clause| bits | 1 << clause)
}

fn sum(weights: &[Weight]) -> Weight {
    weights.iter().fold(Weight::default(), |sum, next| Weight {
        all: sum.all + next.all,
        things: sum.things + next.things,
    })
}

/// Each clause, each two that follow one another, each statement, and all of them.
fn runs(weights: &[Weight], statements: &[(Range<usize>, TextRange)]) -> Vec<Run> {
    let count = weights.len();
    let statements = || statements.iter().map(|(clauses, _)| clauses.clone());
    let run = |clauses: Range<usize>| {
        let weight = sum(&weights[clauses.clone()]);
        let around = statements().filter(|s| s.start <= clauses.start && clauses.end <= s.end);
        let frame = around.map(|statement| sum(&weights[statement]).all);
        let frame = frame.fold(sum(weights).all, f32::min);
        Run { clauses: bits(clauses), weight, share: weight.all / frame.max(f32::EPSILON) }
    };
    let single = (0..count).map(|at| at..at + 1);
    let double = (2..=count).map(|past| past - 2..past);
    let longer = statements().chain([0..count]).filter(|clauses| clauses.len() > 2);
    let runs = single.chain(double).chain(longer).map(run);
    runs.filter(|run| run.weight.all > 0.0).collect()
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
