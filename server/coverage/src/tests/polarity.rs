//! What one outlet says happened and another says did not.

use super::{DAY, Gate, compare, read};
use crate::DifferenceKind;

/// Whether the two are told apart by what they say happened.
#[track_caller]
fn contradicts(here: &str, there: &str, expected: bool) {
    let (here, there) = (read(here, DAY), read(there, DAY));
    for (here, there) in [(&here, &there), (&there, &here)] {
        let pairs = compare(here, there, Gate::Off).pairs;
        let found: Vec<_> = pairs.iter().flat_map(|pair| &pair.differences).collect();
        let polarity = found.iter().any(|found| found.kind == DifferenceKind::Polarity);
        assert_eq!(polarity, expected, "{found:?}");
    }
}

#[test]
fn a_denial_contradicts_whoever_says_as_much_or_more() {
    let yes = "The Almera council approved the harbor budget on Tuesday after a long debate.";
    contradicts("The Almera council did not approve the harbor budget.", yes, true);
    contradicts("The Almera council declined to approve the harbor budget.", yes, true);
    contradicts("The harbor budget was not approved by the Almera council.", yes, true);
    contradicts("The Almera council rejected the harbor budget.", yes, true);
    contradicts("The Almera council did not approve the harbor budget on Monday.", yes, false);
    contradicts("The Almera council did not approve the ferry budget.", yes, false);
    contradicts("The Longshore council did not approve the harbor budget.", yes, false);
    contradicts("Nobody opened the ferry gate.", "A sailor opened the ferry gate at dawn.", true);
    contradicts("There was no sailor on the ferry.", "A sailor was on the ferry.", true);
    contradicts("There was no one swimming off Almera.", "Someone was swimming off Almera.", true);
}

#[test]
fn a_denial_is_found_in_other_words_and_around_what_is_said_of_somebody() {
    let yes = "The Almera council bought the harbor phone company.";
    contradicts("The Almera council did not purchase the harbor telephone firm.", yes, true);
    contradicts("The Almera council did not buy the harbor radio company.", yes, false);
    let yes = "A diver dressed in black was seen near the Almera reef.";
    contradicts("A diver was not seen near the Almera reef.", yes, true);
    contradicts("A sailor dressed in black was not seen near the Almera reef.", yes, false);
}

#[test]
fn what_is_wished_supposed_or_laid_in_a_mouth_contradicts_nothing() {
    let no = "The Almera council did not approve the harbor budget.";
    contradicts("The Almera council may approve the harbor budget.", no, false);
    contradicts("The Almera council wants to approve the harbor budget.", no, false);
    contradicts("Did the Almera council approve the harbor budget?", no, false);
    contradicts("If the Almera council approved the harbor budget, it kept quiet.", no, false);
    contradicts("The Almera council approved the harbor budget, Vega said.", no, false);
    contradicts("The Almera council did not only approve the harbor budget.", no, false);
}

#[test]
fn outlets_may_name_one_government_differently() {
    let kremlin = "The Almera council approved the harbor budget on Tuesday, the Kremlin said.";
    let denial = |who| format!("The Almera council did not approve the harbor budget, {who} said.");
    contradicts(kremlin, &denial("Moscow"), true);
    contradicts(kremlin, &denial("the Russian government"), true);
    contradicts(kremlin, &denial("the Élysée"), false);
}

#[test]
fn a_verb_goes_on_with_what_the_last_one_of_its_kind_began_with() {
    let order = "The harbor order demands that trawlers have lights, but will not allow old lamps \
                 on deck.";
    contradicts(order, "The harbor order will allow old lamps on deck.", true);
    contradicts(order, "The harbor order will allow new lamps on deck.", false);
    let skipper = "Skipper Tom Hale stayed on board to save the ferry and was not fined \
                   by the harbor court.";
    contradicts(skipper, "The harbor court fined skipper Tom Hale on Monday.", true);
    contradicts(skipper, "The harbor court fined skipper Omar Lund on Monday.", false);
    let lund = "Omar Lund hopes to sell the ferry and to buy the harbor hotel.";
    contradicts(lund, "Omar Lund did not buy the harbor hotel.", false);
    let said = "Rosa Vega said that the ferry had passed the harbor test and did not need new \
                engines.";
    contradicts(said, "The ferry did need new engines, Rosa Vega said.", true);
    contradicts(said, "Rosa Vega did need new engines.", false);
}

#[test]
fn a_report_of_today_need_not_say_which_year_it_is() {
    let no = "The Almera council rejected the harbor budget.";
    let yes = |when: &str| format!("{when}, the Almera council approved the harbor budget.");
    contradicts(&yes("On March 13, 2026"), no, true);
    contradicts(&yes("In the spring of 2026"), no, true);
    contradicts(&yes("On March 13, 2019"), no, false);
    contradicts(&yes("In 2019"), no, false);
    let undated = |text: &str| read(text, "");
    let told = |text: &str| {
        let pairs = compare(&undated(text), &undated(no), Gate::Off).pairs;
        pairs.iter().any(|pair| !pair.differences.is_empty())
    };
    assert!(told(&yes("On March 13, 2026")));
    // Only the day that an article begins with is its own.
    assert!(!told(&format!("The budget failed. {}", yes("On March 13, 2019"))));
    assert!(!told(&yes("In 2019")));
}
