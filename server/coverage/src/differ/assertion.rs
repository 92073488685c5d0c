//! What sentences assert of two names or of a body and a place, where one outlet can have it otherwise:
//! who succeeded whom, whose brother somebody is, where a company is at home.

use crate::{
    Difference, DifferenceKind, Severity,
    differ::doubt::{Tentative, Unless},
    event::at,
};
use sourcing::{Place, Reading};

/// Something that a sentence asserts.
pub(crate) trait Assertion: PartialEq {
    /// What differs where another outlet has it otherwise.
    const KIND: DifferenceKind;

    /// What in our article takes such a difference back, for the one at `at` of a sentence.
    fn unless(at: usize) -> Unless;

    /// The sentence that asserts it.
    fn sentence(&self) -> usize;

    /// The words that do.
    fn place(&self) -> Place;

    /// Whether the two cannot both be so.
    fn contradicts(&self, other: &Self) -> bool;

    /// How the words of both are told apart.
    fn why(ours: &str, theirs: &str) -> String {
        format!("“{ours}” here, “{theirs}” there")
    }
}

/// Those of one kind that an article makes, in order of sentence.
#[derive(Debug)]
pub(crate) struct Assertions<T>(Vec<T>);

impl<T> Default for Assertions<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Assertion> Assertions<T> {
    pub(crate) fn new(mut all: Vec<T>) -> Self {
        all.sort_by_key(Assertion::sentence);
        Self(all)
    }

    /// Those that `of` finds in each sentence.
    pub(crate) fn by_sentence(reading: &Reading, of: impl Fn(&Reading, usize) -> Vec<T>) -> Self {
        Self((0..reading.sentences.len()).flat_map(|sentence| of(reading, sentence)).collect())
    }

    fn of_sentence(&self, sentence: usize) -> &[T] {
        at::of_sentence(&self.0, Assertion::sentence, sentence)
    }

    /// Whether a sentence asserts what one of `before` did.
    pub(crate) fn is_same(&self, sentence: usize, before: &Self, was: usize) -> bool {
        self.of_sentence(sentence) == before.of_sentence(was)
    }

    /// What a sentence asserts and the other has otherwise.
    pub(crate) fn differences(
        &self,
        (reading, here): (&Reading, usize),
        theirs: &Self,
        (other, there): (&Reading, usize),
    ) -> Vec<Tentative> {
        let rivals = theirs.of_sentence(there);
        let differ = |(at, ours): (usize, &T)| {
            let rival = rivals.iter().find(|rival| ours.contradicts(rival))?;
            // Whoever tells both tells of two times, two people of one name, two seats.
            if theirs.contradicts(rival) {
                return None;
            }
            let (here, there) = (ours.place(), rival.place());
            let why = T::why(reading.words(here), other.words(there));
            let severity = Severity::Conflict;
            let difference = Difference { kind: T::KIND, severity, here, there, why };
            Some(Tentative::new(difference, T::unless(at)))
        };
        self.of_sentence(here).iter().enumerate().filter_map(differ).collect()
    }

    /// Whether the article takes back what stands at `at` of a sentence.
    pub(crate) fn takes_back(&self, here: usize, at: usize) -> bool {
        self.of_sentence(here).get(at).is_some_and(|ours| self.contradicts(ours))
    }

    fn contradicts(&self, one: &T) -> bool {
        self.0.iter().any(|other| other.contradicts(one))
    }
}
