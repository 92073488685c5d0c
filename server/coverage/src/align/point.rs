//! What single clauses of two sentences have in common.
//!
//! A short sentence often makes the point of one clause of a long one, which the words of the
//! other clauses hide. So each run of one or two clauses of ours, and each statement, is held
//! against each of theirs, and the pair of runs that has most in common stands for the sentences.

use crate::{
    align::{
        clause::{Clauses, Idea, bits},
        who::{self, Cast},
    },
    words::weights::Weights,
};
use language::TextRange;
use sourcing::Reading;
use std::{iter, ops::Range, sync::Arc};

/// Share of a run's rare words that the other run must have.
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
/// Share of its sentence that a run must be to make its point.
const SHARE: f32 = 0.5;
/// Share of its sentence from which on what somebody says in it is a point of its own.
const STATEMENT: f32 = 0.25;
/// Shared words, names among them, without which two runs say nothing in common.
const WORDS: f32 = 3.0;
/// The same for those that are no names.
const THINGS: usize = 2;

/// What a sentence speaks of, whatever that is worth.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Outline {
    /// Sorted by term.
    ideas: Vec<Idea>,
    /// Who has the floor in each clause.
    speakers: Vec<Vec<u64>>,
    /// What people say in it: the clauses, and the words from the sentence's start on.
    said: Vec<(Range<usize>, TextRange)>,
    /// Of whom it tells.
    people: Vec<Vec<u64>>,
}

/// A sentence ready to be held against others.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Points {
    outline: Arc<Outline>,
    /// What it speaks of, sorted by term, each with its rarity.
    pub(crate) ideas: Vec<Idea>,
    runs: Vec<Run>,
    /// What people say in it, where that is no aside, and not what they say that others say: the
    /// clauses, and the words from the sentence's start on.
    statements: Vec<(u32, TextRange)>,
}

/// What two sentences have in common.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Common {
    /// 0..=1; 0 where it is too little for one point.
    pub(crate) likeness: f32,
    /// Our clauses that have it.
    clauses: u32,
}

/// One clause, two that follow one another, a statement, or the whole sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Run {
    clauses: u32,
    weight: Weight,
    /// Share of the sentence's, or of the statement's that it belongs to.
    share: f32,
}

/// How much two sentences share at most.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Sum {
    /// Shared words, names among them.
    words: f32,
    /// How many of them are no names.
    things: usize,
}

impl Sum {
    /// Adds what both speak of, which has a share of a word or a name of theirs.
    pub(crate) fn add(&mut self, ours: Idea, share: f32) {
        self.words += ours.share.max(share);
        self.things += usize::from(!ours.name);
    }

    /// Whether there is a word among it that is no name.
    pub(crate) fn touches(self) -> bool {
        self.things > 0
    }

    /// Whether two runs that share so much can make one point.
    pub(crate) fn is_enough(self) -> bool {
        self.things >= THINGS && self.words >= WORDS - 0.01
    }
}

/// Rarities of some words.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
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

impl Outline {
    pub(crate) fn of(reading: &Reading, sentence: usize, cast: &Cast) -> Self {
        let clauses = Clauses::of(reading, sentence, cast);
        let start = reading.sentences[sentence].place.range.start;
        let said = cast.statements(sentence).map(|range| {
            let from = TextRange::new(range.start - start, range.end - start);
            (clauses.within(range), from)
        });
        let people = cast.told_of(sentence);
        Self { said: said.collect(), ideas: clauses.ideas, speakers: clauses.speakers, people }
    }
}

impl Points {
    pub(crate) fn of(outline: &Arc<Outline>, weights: &Weights) -> Self {
        let Outline { ideas, speakers, said, people: _ } = &**outline;
        let mut ideas = ideas.clone();
        for idea in &mut ideas {
            idea.rarity *= weights.rarity(idea.term);
        }
        let mut weights = vec![Weight::default(); speakers.len()];
        for idea in &ideas {
            let mut bits = idea.clauses;
            while bits != 0 {
                weights[bits.trailing_zeros() as usize].add(idea.rarity, idea.name);
                bits &= bits - 1;
            }
        }
        let least = STATEMENT * total(&weights).all;
        let said = said.iter().filter(|(clauses, _)| total(&weights[clauses.clone()]).all >= least);
        let said: Vec<(Range<usize>, TextRange)> = said.cloned().collect();
        let runs = runs(&weights, &said);
        let mut statements: Vec<(u32, TextRange)> = Vec::new();
        for (clauses, range) in said {
            let clauses = bits(clauses);
            if statements.iter().all(|(around, _)| clauses & !around != 0) {
                statements.retain(|(within, _)| within & !clauses != 0);
                statements.push((clauses, range));
            }
        }
        Self { outline: Arc::clone(outline), ideas, runs, statements }
    }

    /// The two runs that have most in common. Names count from anywhere in the sentence: a clause
    /// leaves out a subject that the one before it has.
    pub(crate) fn common(&self, other: &Self) -> Common {
        let shared = self.shared(other);
        let ours = telling(&shared, &self.runs, |it| it.here);
        let theirs = telling(&shared, &other.runs, |it| it.there);
        let mut best = Common::default();
        for &(run, here) in &ours {
            for &(rival, there) in &theirs {
                if here.max(there) <= best.likeness {
                    continue;
                }
                let likeness = likeness(&shared, run, rival);
                if likeness > best.likeness && !self.crossed(run, other, rival) {
                    best = Common { likeness, clauses: run.clauses };
                }
            }
        }
        best
    }

    /// The statement of ours that has what is `common`, where the sentence has several: "While she
    /// says …, he says …". Counted from the sentence's start.
    pub(crate) fn statement(&self, common: Common) -> Option<TextRange> {
        let [_, _, ..] = self.statements[..] else { return None };
        let mut statements = self.statements.iter();
        statements.find(|(bits, _)| common.clauses & !bits == 0).map(|(_, range)| *range)
    }

    /// How many names, or words of names, both have.
    pub(crate) fn shared_names(&self, other: &Self) -> usize {
        self.shared(other).iter().filter(|shared| shared.name).count()
    }

    /// The people of whom it tells: the terms of their names.
    pub(crate) fn people(&self) -> &[Vec<u64>] {
        &self.outline.people
    }

    /// Whether two people speak in the two runs, and one sentence has both of them: then what she
    /// says is not what he says, nor what both say.
    fn crossed(&self, ours: Run, other: &Self, theirs: Run) -> bool {
        if self.is_silent() || other.is_silent() {
            return false;
        }
        let (here, there) = (self.speakers(ours), other.speakers(theirs));
        let speaks = |who: &[u64], points: &Self| {
            points.outline.speakers.iter().any(|speaker| who::meet(speaker, who))
        };
        match (&here[..], &there[..]) {
            ([here], [there]) => {
                !who::meet(here, there) && (speaks(there, self) || speaks(here, other))
            }
            ([_], [_, _, ..]) | ([_, _, ..], [_]) => true,
            _ => false,
        }
    }

    /// Whether nobody has the floor in any clause.
    fn is_silent(&self) -> bool {
        self.outline.speakers.iter().all(Vec::is_empty)
    }

    /// Who has the floor in a run, each once; where nobody has, whoever alone speaks around it.
    fn speakers(&self, run: Run) -> Vec<&[u64]> {
        let all = &self.outline.speakers;
        let of = |clauses: u32| {
            let inside = |at: &usize| clauses & 1 << at != 0 && !all[*at].is_empty();
            let mut speakers: Vec<&[u64]> =
                (0..all.len()).filter(inside).map(|at| &*all[at]).collect();
            speakers.sort_unstable();
            speakers.dedup();
            speakers
        };
        let speakers = of(run.clauses);
        if !speakers.is_empty() {
            return speakers;
        }
        Some(of(u32::MAX)).filter(|all| all.len() == 1).unwrap_or_default()
    }

    fn shared(&self, other: &Self) -> Vec<Shared> {
        let mut theirs = other.ideas.iter().peekable();
        let mut shared = Vec::with_capacity(self.ideas.len());
        shared.extend(self.ideas.iter().filter_map(|ours| {
            while theirs.next_if(|idea| idea.term < ours.term).is_some() {}
            let idea = theirs.peek().filter(|idea| idea.term == ours.term)?;
            Some(Shared {
                rarity: ours.rarity.max(idea.rarity),
                share: ours.share.max(idea.share),
                here: ours.clauses,
                there: idea.clauses,
                name: ours.name,
            })
        }));
        shared
    }
}

/// What both sentences speak of.
struct Shared {
    rarity: f32,
    share: f32,
    /// Our clauses that have it, and theirs.
    here: u32,
    there: u32,
    name: bool,
}

/// The runs that share words enough with the other sentence, and what each has in common with a run
/// of it at most, seen from the one that is made.
fn telling(shared: &[Shared], runs: &[Run], clauses: fn(&Shared) -> u32) -> Vec<(Run, f32)> {
    let most = |run: &Run| {
        let (mut inside, mut things) = (Weight::default(), 0);
        for idea in shared.iter().filter(|idea| clauses(idea) & run.clauses != 0) {
            inside.add(idea.rarity, idea.name);
            things += usize::from(!idea.name);
        }
        (things >= THINGS).then(|| (*run, inside.made(*run, ASIDE)))
    };
    let mut telling = Vec::with_capacity(runs.len());
    telling.extend(runs.iter().filter_map(most));
    telling
}

impl Weight {
    /// How much of the point of `run` it makes, where an aside is worth `aside`: most of a run that
    /// makes up its sentence, or all of an aside.
    fn made(self, run: Run, aside: f32) -> f32 {
        let contained = self.all / run.weight.all.max(f32::EPSILON);
        let part = self.things / run.weight.things.max(f32::EPSILON);
        if contained < CONTAINED || part < TOLD {
            return 0.0;
        }
        let share = if contained >= ALL { run.share.max(aside) } else { run.share };
        contained.min(1.0) * (share / SHARE).min(1.0)
    }
}

fn likeness(shared: &[Shared], ours: Run, theirs: Run) -> f32 {
    let mut inside = Weight::default();
    let (mut names, mut words, mut told, mut things) = (0.0, 0.0, 0.0, 0);
    for idea in shared {
        if idea.here & ours.clauses != 0 && idea.there & theirs.clauses != 0 {
            inside.add(idea.rarity, idea.name);
            words += idea.share;
            told += idea.share;
            things += usize::from(!idea.name);
        } else if idea.name {
            names += idea.rarity;
            words += idea.share;
        }
    }
    if !(Sum { words, things }).is_enough() {
        return 0.0;
    }
    let enough = ((inside.all + names / 2.0) / ENOUGH).min(1.0);
    let aside = |around: Run| if told >= WORDS - 0.01 { ASIDE * around.share } else { 0.0 };
    inside.made(ours, aside(theirs)).max(inside.made(theirs, aside(ours))) * enough
}

fn total(weights: &[Weight]) -> Weight {
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
        let weight = total(&weights[clauses.clone()]);
        let around = statements().filter(|s| s.start <= clauses.start && clauses.end <= s.end);
        let frame = around.map(|statement| total(&weights[statement]).all);
        let frame = frame.fold(total(weights).all, f32::min);
        Run { clauses: bits(clauses), weight, share: weight.all / frame.max(f32::EPSILON) }
    };
    let single = (0..count).map(|at| at..at + 1);
    let double = (2..=count).map(|past| past - 2..past);
    let longer = statements().chain(iter::once(0..count)).filter(|clauses| clauses.len() > 2);
    let runs = single.chain(double).chain(longer).map(run);
    runs.filter(|run| run.weight.all > 0.0).collect()
}
