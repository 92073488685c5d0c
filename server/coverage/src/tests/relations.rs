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

/// Whether the reader of the first is shown the second beside it; each is read with a sentence that
/// says who is who.
#[track_caller]
fn shown(here: &str, there: &str, expected: bool) {
    let both = "Harbour pilot Tom Hale and dredger captain Rosa Vega work in Almera.";
    let full = |text: &str| read(&format!("{both}\n\n{text}"), DAY);
    let pairs = compare(&full(here), &full(there), Gate::Off).pairs;
    let found = pairs.iter().any(|pair| (pair.here, pair.there) == (1, 1) && pair.shown);
    assert_eq!(found, expected, "{here} {there}");
}

#[test]
fn one_word_is_no_point() {
    shown("More sustainable.", "Vega sustained a minor leg injury.", false);
    shown("Who will pay?", "“Others should pay for it,” Hale said.", false);
    shown("He will dredge it.", "He will dredge it.", true);
}

#[test]
fn what_befell_him_is_not_what_befell_her() {
    let his = "Hale was arrested in Almera on Tuesday on suspicion of stealing diesel.";
    for hers in [
        "Rosa Vega was arrested in Almera on Tuesday on suspicion of stealing diesel.",
        "Police arrested Vega in Almera on suspicion of stealing diesel.",
        "Captain Vega was detained in Almera on Tuesday on suspicion of stealing diesel.",
        "Vega was arrested on suspicion of stealing diesel, police in Almera said.",
        "Vega, 41, was arrested in Almera on Tuesday, on suspicion of stealing diesel.",
    ] {
        shown(his, hers, false);
        shown(hers, his, false);
    }
    for both in [
        "Tom Hale was arrested in Almera on Tuesday on suspicion of stealing diesel.",
        "Police arrested Hale in Almera on suspicion of stealing diesel.",
        "Vega and Hale were arrested in Almera on suspicion of stealing diesel.",
        "The pilot was arrested in Almera on Tuesday on suspicion of stealing diesel.",
        "Hale was arrested in Almera on suspicion of stealing diesel, Vega said.",
        "A man was arrested in Almera on suspicion of stealing diesel, Vega said.",
    ] {
        shown(his, both, true);
        shown(both, his, true);
    }
}

#[test]
fn who_lacks_our_figure_does_not_confirm_it() {
    let ours = "The Longshore ferry terminal was opened on Tuesday at a cost of $40 million.";
    let full = |rest: &str| format!("The Longshore ferry terminal was opened on Tuesday{rest}.");
    relation(ours, &full(""), Relation::Related);
    relation(ours, &full(" after three years"), Relation::Related);
    relation(&full(""), ours, Relation::Adds);
    relation(ours, &full(" and cost $40m"), Relation::Agrees);
    relation(ours, &full(" and cost about $41 million"), Relation::Agrees);
    let toll = "The Longshore ferry sank on Tuesday, killing 12 people, the coast guard said.";
    let sank = |rest: &str| format!("The Longshore ferry sank on Tuesday, the coast guard {rest}.");
    relation(toll, &sank("said"), Relation::Related);
    relation(toll, &sank("said, and 12 people died"), Relation::Agrees);
    relation(toll, &sank("said, and at least ten people were killed"), Relation::Agrees);
    let falls = |how: &str| format!("The climber fell {how} metres near Longshore on Tuesday.");
    relation(&falls("200"), &falls("150"), Relation::Related);
    relation(&falls("200"), &falls("210"), Relation::Agrees);
    relation(
        "Only two pilots, Tom Hale and Omar Lund, voted for the Longshore ferry strike.",
        "Only the pilots Omar Lund and Tom Hale voted for the Longshore ferry strike.",
        Relation::Agrees,
    );
    // An age is said of somebody; it is not the news.
    relation(
        "Tom Hale, 61, opened the Longshore ferry terminal on Tuesday.",
        "Tom Hale opened the Longshore ferry terminal on Tuesday.",
        Relation::Agrees,
    );
}

/// Whether the two leads, each of an article of its day, are shown beside each other.
#[track_caller]
fn leads(here: (&str, &str), there: (&str, &str), expected: bool) {
    let [ours, theirs] = [here, there].map(|(day, text)| read(text, day));
    let pairs = compare(&ours, &theirs, Gate::Off).pairs;
    let found = pairs.iter().any(|pair| (pair.here, pair.there) == (0, 0) && pair.shown);
    assert_eq!(found, expected, "{here:?} {there:?}");
}

#[test]
fn two_leads_with_the_same_people_tell_the_same_news() {
    let ours =
        (DAY, "Mayor Reyna Castle hinted on Friday that her time in office may soon be over.");
    for there in [
        "Reyna Castle opened the door to an early exit, and Longshore wonders who will follow.",
        "Longshore’s Reyna Castle will not say whether she stays until the next election.",
        "A year before the vote, Mayor Reyna Castle no longer rules out leaving town hall.",
        "Reyna Castle, tired of the harbour dispute, is thinking aloud about stepping down.",
        "“I am not glued to this chair,” Mayor Reyna Castle told the Longshore council.",
    ] {
        leads(ours, (DAY, there), true);
        leads((DAY, there), ours, true);
    }
    for there in [
        // Other people, too short for a lead, no lead, another week.
        (DAY, "Omar Lund opened the door to an early exit, and Almera wonders who will follow."),
        (DAY, "Castle opened the door to an early exit, and the town wonders who will follow."),
        (DAY, "Reyna Castle: an early exit?"),
        ("2026-03-20", "Reyna Castle opened the door to an early exit, and the town wonders."),
        (DAY, "The harbour dispute drags on, and nobody in Longshore can say who will end it."),
    ] {
        leads(ours, there, false);
        leads(there, ours, false);
    }
    let second = "The harbour dispute drags on, and nobody can say who will end it. Reyna Castle \
                  opened the door to an early exit.";
    let pairs = compare(&read(ours.1, DAY), &read(second, DAY), Gate::Off).pairs;
    assert!(pairs.iter().all(|pair| !pair.shown), "{pairs:?}");
}
