//! Two articles of one story side by side: which sentences make the same point, where they
//! differ, and what that makes of the report.

use crate::{
    Difference, QuoteVersion, Relation, Severity,
    align::{self, Match, Shared},
    anchors::Anchors,
    point::Points,
    polarity,
    quotes::Quotes,
    slots::Slots,
    statement::Statements,
    story::{self, Grid, Story, Vectors},
    weights::Weights,
};
use language::TextRange;
use sourcing::Reading;
use std::{collections::HashMap, sync::Arc};

/// From here on two sentences are about the same thing closely enough to compare what they say.
const SAME_POINT: f32 = 0.15;

/// What share of a sentence's rare words the other must have for both to say the same.
const COVERED: f32 = 0.4;

/// What an article says, whatever it is held against.
#[derive(Debug)]
pub(crate) struct Facts {
    pub(crate) anchors: Anchors,
    slots: Slots,
    statements: Statements,
    quotes: Quotes,
}

/// An article with everything that is compared.
#[derive(Debug)]
pub(crate) struct Telling<'a> {
    pub(crate) story: Story<'a>,
    /// One for each sentence that is compared.
    pub(crate) points: Arc<Vec<Points>>,
    pub(crate) facts: Arc<Facts>,
}

impl<'a> Telling<'a> {
    pub(crate) fn of(reading: &'a Reading, weights: &Weights) -> Self {
        Self {
            story: Story::of(reading, Arc::new(Vectors::of(reading, weights))),
            points: Arc::new(story::points(reading, weights)),
            facts: Arc::new(Facts::of(reading)),
        }
    }
}

/// A sentence of theirs for one of ours, compared.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) there: usize,
    pub(crate) score: f32,
    /// How clearly a reader sees the same point in it; 0 where it is not plain.
    pub(crate) plain: f32,
    /// The statement of ours whose point it is, where ours has several and it is one of them.
    pub(crate) part: Option<TextRange>,
    pub(crate) relation: Relation,
    pub(crate) differences: Vec<Difference>,
}

/// One article beside another.
#[derive(Debug)]
pub(crate) struct Beside<'a> {
    ours: &'a Telling<'a>,
    theirs: &'a Telling<'a>,
    grid: &'a Grid,
    /// Our quotes that they have.
    pub(crate) quotes: Vec<QuoteVersion>,
    /// Which of them our sentence and theirs share.
    shared: HashMap<(usize, usize), Vec<usize>>,
}

impl Facts {
    pub(crate) fn of(reading: &Reading) -> Self {
        let slots = Slots::of(reading);
        Self {
            anchors: Anchors::of(reading, slots.scenes()),
            slots,
            statements: Statements::of(reading),
            quotes: Quotes::of(reading),
        }
    }
}

impl<'a> Beside<'a> {
    pub(crate) fn of(
        ours: &'a Telling,
        theirs: &'a Telling,
        grid: &'a Grid,
        teller: usize,
    ) -> Self {
        let (here, there) = (ours.story.reading, theirs.story.reading);
        let quotes = ours.facts.quotes.versions(here, &theirs.facts.quotes, there, teller);
        let mut shared: HashMap<_, Vec<usize>> = HashMap::new();
        for (index, version) in quotes.iter().enumerate() {
            let ours = here.sentence_at(here.quotes[version.quote].inside);
            let theirs = there.sentence_at(there.quotes[version.theirs].inside);
            if let Some(sentences) = ours.zip(theirs) {
                shared.entry(sentences).or_default().push(index);
            }
        }
        Self { ours, theirs, grid, quotes, shared }
    }

    /// The best of their sentences for each of ours, best first.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = Vec<Found>> {
        self.grid.rows().enumerate().map(|(here, row)| {
            let matches = align::best(row, |there| self.shared(here, there));
            matches.into_iter().map(|found| self.compare(here, found)).collect()
        })
    }

    fn shared(&self, here: usize, there: usize) -> Shared {
        let (ours, theirs) = (&self.ours.points[here], &self.theirs.points[there]);
        let quote = self.shares_quote(here, there);
        let number = self.shares_value(here, there);
        let common = ours.common(theirs);
        Shared {
            point: common.likeness,
            part: ours.statement(common),
            value: quote || number,
            fact: quote || number && ours.touch(theirs),
        }
    }

    fn shares_value(&self, here: usize, there: usize) -> bool {
        self.ours.facts.slots.share(here, &self.theirs.facts.slots, there)
    }

    fn shares_quote(&self, here: usize, there: usize) -> bool {
        self.shared_quotes(here, there).next().is_some()
    }

    /// Quotes of our sentence that stand in theirs.
    fn shared_quotes(&self, here: usize, there: usize) -> impl Iterator<Item = &QuoteVersion> {
        let shared = self.shared.get(&(here, there)).into_iter().flatten();
        shared.filter_map(|&index| self.quotes.get(index))
    }

    fn compare(&self, here: usize, found: Match) -> Found {
        let Match { there, score, plain, part } = found;
        let (ours, theirs) = (&self.ours.story, &self.theirs.story);
        let later = ours.date.zip(theirs.date).map(|(here, there)| there.cmp(&here));
        let mut differences = Vec::new();
        if score >= SAME_POINT
            && self.ours.facts.slots.one_scene(here, &self.theirs.facts.slots, there)
        {
            let cosine = self.grid.rows().nth(here).map_or(0.0, |row| row[there].cosine);
            differences = self.ours.facts.slots.differences(
                here,
                &self.theirs.facts.slots,
                there,
                later,
                cosine,
            );
            let moving = self.ours.facts.slots.moves(here) || self.theirs.facts.slots.moves(there);
            differences.extend(polarity::differences(
                (&self.ours.facts.statements, ours.reading, here),
                (&self.theirs.facts.statements, theirs.reading, there),
                later,
                moving,
            ));
        }
        let quotes =
            self.shared_quotes(here, there).filter_map(|version| version.difference.clone());
        differences.extend(quotes);
        let relation = self.relation(here, there, &differences);
        let part = part.filter(|_| differences.is_empty());
        Found { there, score, plain, part, relation, differences }
    }

    /// What the differences, or without any the shared words, make of a report.
    fn relation(&self, here: usize, there: usize, differences: &[Difference]) -> Relation {
        match differences.iter().map(|difference| difference.severity).max() {
            Some(Severity::Conflict) => return Relation::Conflicts,
            Some(Severity::Update) => return Relation::Updates,
            Some(Severity::Wording) => return Relation::Wording,
            None => {}
        }
        let (ours, theirs) =
            (&self.ours.story.vectors.lines[here], &self.theirs.story.vectors.lines[there]);
        let (ours_met, theirs_met) = (ours.covered_by(theirs), theirs.covered_by(ours));
        if ours_met < COVERED {
            return Relation::Related;
        }
        if theirs_met < ours_met * 0.7 { Relation::Adds } else { Relation::Agrees }
    }
}

/// Which sentences to show of those found in one article for one of ours, one for each part of
/// ours: one that differs before one that agrees, and of these the one in which a reader sees the
/// same point most clearly.
pub(crate) fn shown(found: &[Found]) -> Vec<usize> {
    let rank = |at: usize| (!found[at].differences.is_empty(), found[at].plain);
    let mut shown: Vec<usize> = Vec::new();
    for next in (0..found.len()).filter(|&at| rank(at) > (false, 0.0)) {
        match shown.iter_mut().find(|best| found[**best].part == found[next].part) {
            Some(best) if rank(*best) >= rank(next) => {}
            Some(best) => *best = next,
            None => shown.push(next),
        }
    }
    shown
}
