//! Compares where an event was, as two outlets tell it.
//!
//! Only places that everybody knows are compared: a town with a town, a town with a country in
//! which it does not lie. A place that the other article names anywhere contradicts nothing.

use crate::{
    Difference, DifferenceKind, Severity,
    differ::{
        doubt::{Tentative, Unless},
        lands::Spot,
    },
    event::{
        self,
        at::{self, At},
        predicate::Mood,
        statement::Statements,
    },
};
use language::MentionKind;
use sourcing::{Place, Reading};
use std::collections::BTreeSet;

/// Words before the place of an event.
const IN: [&str; 3] = ["in", "at", "near"];

/// Where the events of an article were.
#[derive(Debug, Default)]
pub(crate) struct Places {
    /// In order of statement.
    located: Vec<Located>,
    /// All places that the article names.
    known: BTreeSet<&'static str>,
}

#[derive(Debug)]
struct Located {
    statement: usize,
    place: At<Place>,
    spot: Spot,
}

impl Places {
    pub(crate) fn of(reading: &Reading, statements: &Statements) -> Self {
        let named = reading.names.iter().filter(|name| name.kind == MentionKind::Place);
        let named =
            named.filter_map(|name| Some((name.place, Spot::of(reading.words(name.name))?)));
        let named: Vec<_> = named.collect();
        let mut located = Vec::new();
        for (index, statement) in statements.all().iter().enumerate() {
            let within = event::reach(reading, statements.all(), index);
            let first = named.partition_point(|(place, _)| {
                (place.block, place.range.start) < (within.block, within.range.start)
            });
            let in_reach = |(place, _): &&(Place, Spot)| {
                place.block == within.block && place.range.end <= within.range.end
            };
            let places = named[first..].iter().take_while(in_reach);
            let mut places = places.filter(|(place, _)| is_behind(reading, *place));
            // Of several places it is a guess which one is that of the verb.
            if let (Some(&(place, spot)), None) = (places.next(), places.next())
                && event::follows(reading, place, statement)
                && statement.mood == Mood::Past
            {
                located.push(Located { statement: index, place: At(place), spot });
            }
        }
        Self { located, known: named.into_iter().map(|(_, spot)| spot.name).collect() }
    }

    /// The places of a sentence, each with the statement of the sentence that it is of.
    pub(crate) fn told(
        &self,
        statements: &Statements,
        sentence: usize,
    ) -> impl Iterator<Item = (usize, &'static str)> {
        let first = statements.first(sentence);
        let told = self.of_sentence(statements, sentence).iter();
        told.map(move |it| (it.statement - first, it.spot.name))
    }

    fn of_sentence(&self, statements: &Statements, sentence: usize) -> &[Located] {
        at::of_sentence(&self.located, |it| statements.all()[it.statement].sentence.0, sentence)
    }

    /// How the places of two sentences differ.
    pub(crate) fn differences(
        &self,
        (statements, here): (&Statements, usize),
        theirs: &Self,
        (others, there): (&Statements, usize),
    ) -> Vec<Tentative> {
        let ours = self.of_sentence(statements, here);
        let rivals = theirs.of_sentence(others, there);
        let differ = |ours: &Located| {
            let our = &statements.all()[ours.statement];
            let rival = rivals.iter().find(|rival| {
                ours.spot.is_apart(rival.spot) && event::same(our, &others.all()[rival.statement])
            })?;
            if theirs.has(ours.spot.name) {
                return None;
            }
            let why = format!("in {} here, in {} there", ours.spot.name, rival.spot.name);
            let (kind, severity) = (DifferenceKind::Place, Severity::Conflict);
            let (here, there) = (ours.place.0, rival.place.0);
            let difference = Difference { kind, severity, here, there, why };
            Some(Tentative::new(difference, Unless::Place(rival.spot.name)))
        };
        ours.iter().filter_map(differ).collect()
    }

    /// Whether the article names the place.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.known.contains(name)
    }
}

/// Whether the place stands behind "in" or the like.
fn is_behind(reading: &Reading, place: Place) -> bool {
    let text = &reading.article.blocks[place.block].text;
    let before = text.get(..place.range.start).unwrap_or_default();
    before.split_whitespace().next_back().is_some_and(|word| IN.contains(&word))
}
