//! What an article says, read once for whatever it is held against.

use crate::{
    align::{
        agenda::{self, Agenda},
        leads::Lead,
        point::Outline,
        said::Said,
    },
    differ::{
        dates::Dates, homes::Homes, kin::Kin, offices::Offices, places::Places, quotes::Quotes,
        roles::Roles, slots::Slots,
    },
    event::statement::Statements,
    tellers::names::Spellings,
    words::{vectors::Vectors, weights::Weights},
};
use article::Date;
use language::terms;
use sourcing::Reading;
use std::sync::Arc;

/// What an article says, whatever it is held against.
#[derive(Debug)]
pub(crate) struct Facts {
    pub(crate) slots: Slots,
    pub(crate) statements: Statements,
    pub(crate) dates: Dates,
    pub(crate) places: Places,
    pub(crate) roles: Roles,
    pub(crate) kin: Kin,
    pub(crate) homes: Homes,
    pub(crate) offices: Offices,
    pub(crate) quotes: Quotes,
    said: Vec<Said>,
    /// A hash of the words of each sentence.
    marks: Vec<u64>,
    outlines: Vec<Arc<Outline>>,
    pub(crate) spellings: Spellings,
}

/// An article with everything that is compared.
#[derive(Debug)]
pub(crate) struct Telling {
    pub(crate) date: Option<Date>,
    pub(crate) vectors: Arc<Vectors>,
    pub(crate) agenda: Agenda,
    pub(crate) facts: Arc<Facts>,
    pub(crate) lead: Lead,
}

impl Facts {
    pub(crate) fn of(reading: &Reading) -> Self {
        let statements = Statements::of(reading);
        Self {
            slots: Slots::of(reading),
            dates: Dates::of(reading, &statements),
            places: Places::of(reading, &statements),
            roles: Roles::of(reading, &statements),
            kin: Kin::of(reading),
            homes: Homes::of(reading),
            offices: Offices::of(reading),
            statements,
            quotes: Quotes::of(reading),
            said: Said::all(reading),
            marks: reading
                .sentences
                .iter()
                .map(|it| terms::hash(reading.words(it.place)))
                .collect(),
            outlines: agenda::outlines(reading),
            spellings: Spellings::of(reading),
        }
    }

    /// Whether a sentence says what one of `before` said.
    pub(crate) fn is_same(&self, sentence: usize, before: &Self, was: usize) -> bool {
        let (now, then) = (&self.statements, &before.statements);
        self.marks.get(sentence) == before.marks.get(was)
            && self.slots.is_same(sentence, &before.slots, was)
            && now.of_sentence(sentence) == then.of_sentence(was)
            && self.dates.told(now, sentence).eq(before.dates.told(then, was))
            && self.places.told(now, sentence).eq(before.places.told(then, was))
            && self.roles.is_same(sentence, &before.roles, was)
            && self.kin.is_same(sentence, &before.kin, was)
            && self.homes.is_same(sentence, &before.homes, was)
            && self.said.get(sentence) == before.said.get(was)
    }
}

impl Telling {
    pub(crate) fn of(reading: &Reading, weights: &Weights) -> Self {
        let vectors = Arc::new(Vectors::of(reading, weights));
        Self::with(reading, vectors, Arc::new(Facts::of(reading)), weights)
    }

    pub(crate) fn with(
        reading: &Reading,
        vectors: Arc<Vectors>,
        facts: Arc<Facts>,
        weights: &Weights,
    ) -> Self {
        let date = reading.article.metadata.date();
        let agenda = Agenda::of(&facts.outlines, weights);
        Self { date, vectors, agenda, facts, lead: Lead::of(reading) }
    }

    pub(crate) fn said(&self, sentence: usize) -> Option<&Said> {
        self.facts.said.get(sentence)
    }
}
