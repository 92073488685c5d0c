//! Which articles tell one story.

use super::{DAY, compare, entry, read};
use crate::{Gate, cover};
use corpus::Candidates;

const POST: &str = "The chess champion Ilka Maren was killed with 11 others when a bus overturned \
                    near Tarsk.\n\nPolice in Tarsk said that the driver had lost control of it in \
                    heavy rain.";
const STAR: &str = "A bus overturned in heavy rain near Tarsk, killing 12 people.\n\nAmong them is \
                    Ilka Maren, who won two titles, Tarsk police said.";
const HERALD: &str = "A bus overturned in heavy rain near Quorle, killing four people.\n\nThe \
                      violinist Osso Belin was among them, Quorle police said.";

/// Whether two articles, each with its date, are told to be one story.
#[track_caller]
fn one(here: (&str, &str), there: (&str, &str), expected: bool) {
    let sure = compare(&read(here.1, here.0), &read(there.1, there.0), Gate::On).same_story;
    assert_eq!(sure > 0.5, expected, "{sure}");
}

#[test]
fn one_event_is_known_by_what_both_lead_with_another_by_whom_it_befell() {
    one(("", POST), ("", STAR), true);
    one(("", POST), ("", HERALD), false);
}

#[test]
fn one_who_is_named_most_in_both_is_one_story_and_another_is_another() {
    let ours = "Harbour United lost its captain on Monday when Ilka Maren tore a ligament in \
                training.\n\nMaren will miss the rest of the season, the club said.\n\n\
                Maren, 24, scored nine goals this year.";
    let same = "Ilka Maren, captain of Harbour United, is out until summer with a torn ligament.\n\n\
                Doctors operated on Maren, 24, on Tuesday, the club said.";
    let other = "Osso Belin, goalkeeper of Harbour United, is out until summer with a torn \
                 ligament.\n\nDoctors operated on Belin, 31, on Friday, the club said.";
    one(("", ours), ("", same), true);
    one(("", ours), ("", other), false);
}

#[test]
fn what_is_told_again_months_later_is_still_its_story() {
    one(("2026-01-05", POST), ("2026-03-20", STAR), true);
}

#[test]
fn what_comes_again_every_year_is_another_story_each_time() {
    let ours = "Almera goes to the polls on Sunday to elect a new council.\n\nPolling stations open \
                at eight, the electoral commission said.";
    let theirs = "Voters in Almera elect a council on Sunday.\n\nThe electoral commission said \
                  that the results are expected on Monday.";
    one((DAY, ours), (DAY, theirs), true);
    one((DAY, ours), ("2026-03-26", theirs), true);
    one((DAY, ours), ("2027-03-13", theirs), false);
}

#[test]
fn another_event_in_another_place_is_another_story() {
    let chile = read(
        "A magnitude 6.8 earthquake struck southern Chile, killing 12 people in Puerto Almera.\n\n\
         The market hall of Puerto Almera collapsed, fire chief Rosario Vega said.",
        DAY,
    );
    let peru = read(
        "A magnitude 5.9 earthquake shook northern Peru, killing two people in Sullana.\n\n\
         Homes in Sullana were without power, the civil defence institute said.",
        DAY,
    );
    let comparison = compare(&chile, &peru, Gate::On);
    assert!(comparison.same_story < 0.5, "{}", comparison.same_story);
    assert!(comparison.pairs.is_empty());
    assert!(compare(&chile, &chile, Gate::On).same_story > 0.9);
}

#[test]
fn an_outlet_is_cited_with_and_without_its_article() {
    let ours = "Twelve people died when a bus overturned in heavy rain near Tarsk, its mayor said.\n\n\
                One of them was the chess champion Ilka Maren.";
    let echo = format!("The Northern Post reported on Tuesday that {STAR}");
    let entries = vec![entry("Echo", &echo), entry("The Northern Post", POST)];
    let candidates = Candidates { entries, ..Candidates::default() };
    let families = cover(&read(ours, DAY), &candidates).families;
    let joined: Vec<&str> = families.iter().map(|family| &*family.because).collect();
    assert_eq!(joined, ["according to Northern Post"]);
}
