//! Compares when an event was, as two outlets tell it.
//!
//! A time counts only where it stands with the verb that it dates: "was arrested on Monday", not
//! "police said on Monday". Two times differ only when no reading of one is a reading of the other:
//! a day lies in its month, "overnight" may be either day, and "yesterday" depends on the hour at
//! which the outlet printed it.

use crate::{
    Difference, DifferenceKind, Severity,
    differ::{
        doubt::{Tentative, Unless},
        when::When,
    },
    event::{
        self,
        at::{self, At},
        predicate::Mood,
        statement::{Statement, Statements},
    },
    words::sentence::Words,
};
use sourcing::{Place, Reading};
use std::cmp::Ordering;

/// Words before a time that say from or until when something went on, or what the time is of.
const BOUNDS: [&str; 16] = [
    "since", "until", "till", "by", "before", "after", "from", "to", "between", "through", "for",
    "of", "than", "and", "within", "s",
];
/// When the events of an article were.
#[derive(Debug, Default)]
pub(crate) struct Dates {
    /// Statements that are dated, in order.
    dated: Vec<Dated>,
    /// All times at which something happened, dated statements or not.
    known: Vec<When>,
}

#[derive(Debug)]
struct Dated {
    statement: usize,
    place: At<Place>,
    when: When,
}

impl Dates {
    pub(crate) fn of(reading: &Reading, statements: &Statements) -> Self {
        let known = reading.times(|_, _| true).filter_map(|(place, time)| {
            let when = When::of(reading, place, &time)?;
            (!is_told(reading, place)).then_some((place, when))
        });
        let known: Vec<(Place, When)> = known.collect();
        let mut dated = Vec::new();
        for (index, statement) in statements.all().iter().enumerate() {
            let from = event::reach(reading, statements.all(), index);
            let first = known.partition_point(|(place, _)| {
                (place.block, place.range.start) < (from.block, from.range.start)
            });
            let in_reach = |(place, _): &&(Place, When)| {
                place.block == from.block && place.range.end <= from.range.end
            };
            let mut times = known[first..].iter().take_while(in_reach);
            // Of several times it is a guess which one is that of the verb.
            if let (Some((place, when)), None) = (times.next(), times.next())
                && (leads(reading, *place, statement) || event::follows(reading, *place, statement))
                && !is_bound(reading, *place)
            {
                dated.push(Dated { statement: index, place: At(*place), when: *when });
            }
        }
        Self { dated, known: known.into_iter().map(|(_, when)| when).collect() }
    }

    /// The dates of a sentence, each with the statement of the sentence that it is of.
    pub(crate) fn told(
        &self,
        statements: &Statements,
        sentence: usize,
    ) -> impl Iterator<Item = (usize, When)> {
        let first = statements.first(sentence);
        let told = self.of_sentence(statements, sentence).iter();
        told.map(move |it| (it.statement - first, it.when))
    }

    fn of_sentence(&self, statements: &Statements, sentence: usize) -> &[Dated] {
        at::of_sentence(&self.dated, |it| statements.all()[it.statement].sentence.0, sentence)
    }

    /// How the dates of two sentences differ. `later` says how the other article's date stands to
    /// ours.
    pub(crate) fn differences(
        &self,
        (statements, (reading, here)): (&Statements, (&Reading, usize)),
        theirs: &Self,
        (others, (other, there)): (&Statements, (&Reading, usize)),
        later: Option<Ordering>,
    ) -> Vec<Tentative> {
        let ours = self.of_sentence(statements, here);
        let rivals = theirs.of_sentence(others, there);
        let differ = |ours: &Dated| {
            let our = &statements.all()[ours.statement];
            let rival = rivals.iter().find(|rival| {
                ours.when.is_apart(rival.when) && event::same(our, &others.all()[rival.statement])
            })?;
            // Whoever gives both times tells of two events, or of one that moved.
            let severity = match later {
                _ if theirs.has(ours.when) => return None,
                Some(Ordering::Greater) if our.mood == Mood::Future => Severity::Update,
                Some(Ordering::Less) if our.mood == Mood::Future => return None,
                _ => Severity::Conflict,
            };
            let why = format!(
                "{} here, {} there",
                ours.when.told(reading.words(ours.place.0)),
                rival.when.told(other.words(rival.place.0)),
            );
            let kind = DifferenceKind::Date;
            let (here, there) = (ours.place.0, rival.place.0);
            let difference = Difference { kind, severity, here, there, why };
            Some(Tentative::new(difference, Unless::Date(rival.when)))
        };
        ours.iter().filter_map(differ).collect()
    }

    /// Whether the article gives this time of anything.
    pub(crate) fn has(&self, time: When) -> bool {
        self.known.iter().any(|when| when.is(time))
    }
}

/// Whether the time opens the sentence, or stands right before the verb: "On Monday, police
/// arrested", "police Monday arrested".
fn leads(reading: &Reading, time: Place, statement: &Statement) -> bool {
    let sentence = reading.sentences[statement.sentence.0].place;
    let text = &reading.article.blocks[time.block].text;
    let words = |from: usize, to: usize| Some(text.get(from..to)?.split_whitespace().count());
    time.range.end <= statement.place.0.range.start
        && (words(sentence.range.start, time.range.start) <= Some(1)
            || words(time.range.end, statement.place.0.range.start) == Some(0))
}

/// Whether the words before the time make it a bound, or those behind it an owner.
fn is_bound(reading: &Reading, time: Place) -> bool {
    let text = &reading.article.blocks[time.block].text;
    let after = text.get(time.range.end..).unwrap_or_default();
    after.starts_with("'s")
        || after.starts_with("’s")
        || after.starts_with(['-', '–'])
        || BOUNDS.contains(&&*before(reading, time))
}

fn before(reading: &Reading, place: Place) -> String {
    let sentence = reading.sentence_at(place);
    let words = sentence.and_then(|sentence| Words::of(reading, sentence));
    words.map_or_else(String::new, |words| words.before(place))
}

fn is_told(reading: &Reading, place: Place) -> bool {
    let sentence = reading.sentence_at(place);
    let words = sentence.and_then(|sentence| Words::of(reading, sentence));
    words.is_some_and(|words| words.tells(place))
}
