//! Whether two clauses tell of one event, whatever they say of when and where it was.
//!
//! The same people do the same to the same thing, and enough other words are shared. What one
//! outlet tells of the past and the other of the future are two events, and so is what one of them
//! denies.

pub(crate) mod at;
pub(crate) mod auxiliaries;
pub(crate) mod phrase;
pub(crate) mod predicate;
pub(crate) mod statement;

use crate::{
    align::{point::Points, who},
    event::{
        phrase::Phrase,
        statement::{Statement, Statements},
    },
    words::{base::base, kindred},
};
use language::TextRange;
use sourcing::{Place, Reading};
use std::sync::LazyLock;

/// Verbs that any number of events have in common.
static EMPTY: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let verbs = "be have do say tell comment respond know think believe want expect seem appear \
                 reply mean talk speak add report announce note argue insist claim write post tweet \
                 go come get make take give see show look call ask";
    verbs.split_whitespace().map(base).collect()
});

/// Words before another event.
const OTHERS: [&str; 14] = [
    "after",
    "following",
    "before",
    "amid",
    "during",
    "over",
    "since",
    "until",
    "ahead",
    "when",
    "where",
    "while",
    "despite",
    "that",
];
/// Words that begin another clause or end this one.
const CLAUSES: [&str; 14] = [
    "who", "which", "whose", "whom", "to", "and", "but", "as", "said", "says", "if", "because",
    "or", "though",
];
/// Words that two clauses share beside the verb before they can tell of one event.
const ENOUGH: usize = 2;

/// Whether two clauses of one story tell of one event.
pub(crate) fn same(ours: &Statement, theirs: &Statement) -> bool {
    kindred::same(ours.verb, theirs.verb)
        && !EMPTY.contains(&ours.verb)
        && (ours.polarity, ours.mood) == (theirs.polarity, theirs.mood)
        && match same_people(ours, theirs) {
            Some(same) => same && ours.shared(theirs) >= ENOUGH,
            None => ours.shared(theirs) > ENOUGH,
        }
}

/// Whether two sentences tell the same of two people: what befell him is not what befell her.
pub(crate) fn of_others(
    (ours, here, points): (&Statements, usize, &Points),
    (theirs, there, others): (&Statements, usize, &Points),
) -> bool {
    let (people, rivals) = (points.people(), others.people());
    let both = people.iter().any(|name| rivals.iter().any(|it| who::meet(name, it)));
    if both || people.is_empty() || rivals.is_empty() {
        return false;
    }
    ours.of_sentence(here).iter().filter(|it| it.is_of(people)).any(|ours| {
        let same = |it: &Statement| kindred::same(ours.verb, it.verb) && it.is_of(rivals);
        theirs.of_sentence(there).iter().any(same)
    })
}

/// Whether none of those who do it and those to whom it is done is another, where both are named.
fn same_people(ours: &Statement, theirs: &Statement) -> Option<bool> {
    let meet = |ours: &Option<Phrase>, theirs: &Option<Phrase>| {
        Some(ours.as_ref()?.is_called(theirs.as_ref()?))
    };
    let doers = meet(&ours.doer, &theirs.doer);
    let things = meet(&ours.done_to, &theirs.done_to);
    let known = doers.is_some() || things.is_some();
    known.then_some(doers != Some(false) && things != Some(false))
}

/// Where a time or place of a statement can stand: from the clause before it to the one behind.
pub(crate) fn reach(reading: &Reading, statements: &[Statement], index: usize) -> Place {
    let statement = &statements[index];
    let sentence = reading.sentences[statement.sentence.0].place;
    let beside = |at: Option<usize>| {
        let other = at.and_then(|at| statements.get(at));
        other.filter(|it| it.sentence == statement.sentence).map(|it| it.place.0.range)
    };
    let start = beside(index.checked_sub(1)).map_or(sentence.range.start, |it| it.end);
    let end = beside(index.checked_add(1)).map_or(sentence.range.end, |it| it.start);
    let own = statement.place.0.range;
    Place { range: TextRange::new(start.min(own.start), end.max(own.end)), ..statement.place.0 }
}

/// Whether what stands at `place` stands behind the verb and behind no other event: not "after a
/// fire on Friday", nor "who flew home on Friday".
pub(crate) fn follows(reading: &Reading, place: Place, statement: &Statement) -> bool {
    let text = &reading.article.blocks[place.block].text;
    let own = statement.place.0.range;
    let has = |from: usize, list: &[&str]| {
        let between = text.get(from..place.range.start).unwrap_or_default();
        between.split_whitespace().any(|word| list.contains(&word.trim_matches([',', '—'])))
    };
    own.start <= place.range.start && !has(own.start, &OTHERS) && !has(own.end, &CLAUSES)
}
