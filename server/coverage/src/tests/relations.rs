//! What a report without a difference is called.

use super::{DAY, Gate, Relation, compare, read};

#[track_caller]
fn relation(here: &str, there: &str, expected: Relation) {
    let pairs = compare(&read(here, DAY), &read(there, DAY), Gate::Off).pairs;
    assert_eq!(pairs.first().map(|pair| pair.relation), Some(expected), "{pairs:?}");
}

#[test]
fn the_same_sentence_agrees() {
    let text = "Mayor Reyna Castle opened the Longshore ferry terminal on Tuesday.";
    relation(text, text, Relation::Agrees);
}

#[test]
fn what_one_denies_and_the_other_says_is_not_agreed() {
    let ours = "Reyna Castle hasn’t shown anybody the ferry terminal’s safety certificate.";
    let not = "Nobody was shown the safety certificate of the ferry terminal, Castle said.";
    relation(ours, not, Relation::Agrees);
    let theirs =
        "Reyna Castle has shown a safety certificate of the ferry terminal to the council.";
    relation(ours, theirs, Relation::Related);
    relation(theirs, ours, Relation::Related);
}

#[test]
fn what_one_leaves_open_is_not_agreed() {
    relation(
        "It was unclear whether the Longshore ferry terminal would open on Tuesday.",
        "Mayor Reyna Castle will open the Longshore ferry terminal on Tuesday.",
        Relation::Related,
    );
}
