//! When an event was, who did what to whom, and who holds which office.

use super::{DAY, NEXT, check};

#[track_caller]
fn of_one_day(here: &str, there: &str, expected: &[&str]) {
    check((DAY, here), (DAY, there), expected);
}

// DAY is a Saturday.

#[test]
fn another_day_of_one_event_is_a_conflict() {
    of_one_day(
        "The Almera council approved the harbour budget on Tuesday after a long debate.",
        "The council of Almera approved the harbour budget on Thursday by 12 votes to nine.",
        &["Tuesday (10 March) here, Thursday (12 March) there"],
    );
    of_one_day(
        "Rosario Brandt was arrested in Almera on 3 March over the harbour fire.",
        "Police arrested Rosario Brandt on March 8 in Almera over the fire.",
        &["3 March here, March 8 there"],
    );
    check(
        ("", "The Almera bridge was opened by Rosario Brandt in 1955."),
        ("", "In 1995, the Almera bridge was opened by Rosario Brandt."),
        &["1955 here, 1995 there"],
    );
}

#[test]
fn times_that_one_day_allows_agree() {
    for (here, there) in [
        // A day in its month; the night between two days; the hour of printing.
        ("approved the harbour budget on Tuesday", "approved the harbour budget in March"),
        ("approved the harbour budget late Tuesday", "approved the harbour budget on Wednesday"),
        ("approved the harbour budget yesterday", "approved the harbour budget on Thursday"),
        // The day of the telling, of another event, of a bound.
        ("approved the harbour budget, it said Tuesday", "approved the harbour budget on Friday"),
        (
            "approved the harbour budget after a fire on Tuesday",
            "approved the harbour budget on Friday",
        ),
        ("approved the harbour budget by Tuesday", "approved the harbour budget on Friday"),
    ] {
        let full = |rest: &str| format!("The Almera council {rest}.");
        of_one_day(&full(here), &full(there), &[]);
    }
}

#[test]
fn who_leaves_one_club_in_march_may_leave_another_in_may() {
    check(
        ("", "Rosario Brandt was dismissed as coach of the Almera Gulls on 3 March."),
        ("", "Rosario Brandt was dismissed as coach of the Brennau Otters on 8 May."),
        &[],
    );
}

#[test]
fn who_gives_both_days_tells_of_two_events() {
    of_one_day(
        "The Almera council approved the harbour budget on Tuesday.",
        "The Almera council approved the harbour budget on Thursday. Its first reading passed on \
         Tuesday.",
        &[],
    );
}

#[test]
fn a_later_report_moves_what_is_to_come() {
    let early = (DAY, "The Almera council will approve the harbour budget on Tuesday.");
    let late = (NEXT, "The Almera council will approve the harbour budget on Thursday.");
    check(early, late, &["Tuesday (17 March) here, Thursday (19 March) there"]);
    check(late, early, &[]);
}

#[test]
fn who_did_it_to_whom_can_be_the_wrong_way_round() {
    for (here, there, expected) in [
        (
            "Rosario Brandt succeeded Luz Ibarra as mayor of Almera.",
            "Luz Ibarra succeeded Rosario Brandt as mayor of Almera.",
            "“Rosario Brandt succeeded Luz Ibarra as mayor of Almera” here, the other way round \
             there: “Luz Ibarra succeeded Rosario Brandt as mayor of Almera”",
        ),
        (
            "Almera Line is a subsidiary of Istra Freight.",
            "Almera Line owns Istra Freight.",
            "“Almera Line is a subsidiary of Istra Freight” here, the other way round there: \
             “Almera Line owns Istra Freight”",
        ),
        (
            "Brandt’s predecessor, Luz Ibarra, had built the Almera harbour.",
            "The Almera harbour was built by Brandt, who succeeded nobody. Luz Ibarra succeeded \
             Brandt in Almera.",
            "“Brandt’s predecessor, Luz Ibarra” here, the other way round there: “Luz Ibarra \
             succeeded Brandt in Almera”",
        ),
    ] {
        of_one_day(here, there, &[expected]);
    }
}

#[test]
fn the_same_told_from_the_other_side_agrees() {
    for (here, there) in [
        ("Brandt succeeded Ibarra in Almera.", "Ibarra was succeeded by Brandt in Almera."),
        ("Brandt beat Ibarra in Almera.", "Ibarra lost to Brandt in Almera."),
        ("Almera Line owns Istra Freight.", "Istra Freight is a subsidiary of Almera Line."),
        ("Brandt criticised Ibarra in Almera.", "Ibarra criticised Brandt in Almera."),
    ] {
        of_one_day(here, there, &[]);
    }
}

#[test]
fn one_person_in_two_offices_and_two_in_one_conflict() {
    of_one_day(
        "The harbour of Almera reopens, Peruvian Foreign Minister Luz Ibarra said.",
        "The harbour of Almera reopens, said Peruvian Defence Minister Luz Ibarra.",
        &["Peruvian Foreign Minister Luz Ibarra here, Peruvian Defence Minister Luz Ibarra there"],
    );
    of_one_day(
        "The harbour of Almera reopens, Peruvian Foreign Minister Luz Ibarra said.",
        "The harbour of Almera reopens, said Peru’s foreign minister Ana Soto.",
        &["Peruvian Foreign Minister Luz Ibarra here, Peru’s foreign minister Ana Soto there"],
    );
}

#[test]
fn titles_that_fit_together_agree() {
    for (here, there) in [
        ("Defense Secretary Luz Ibarra", "Secretary of Defense Ibarra"),
        ("Foreign Minister Luz Ibarra", "former Defence Minister Luz Ibarra"),
        ("Peruvian President Luz Ibarra", "President Luz Ibarra of Peru"),
        ("Peruvian President Luz Ibarra", "Chilean President Ana Soto"),
        ("Gen. Luz Ibarra", "Maj. Gen. Luz Ibarra"),
        ("Sen. Luz Ibarra", "Majority Leader Luz Ibarra"),
    ] {
        let full = |who: &str| format!("The harbour of Almera reopens on time, {who} said.");
        of_one_day(&full(here), &full(there), &[]);
    }
}

#[test]
fn another_country_or_town_of_one_event_is_a_conflict() {
    of_one_day(
        "Rosario Brandt was arrested in Lima over the harbour fire, police said.",
        "Police arrested Rosario Brandt in Santiago over the harbour fire.",
        &["in Lima here, in Santiago there"],
    );
    of_one_day(
        "Rosario Brandt was arrested in Lima over the harbour fire, police said.",
        "Police arrested Rosario Brandt in Chile over the harbour fire.",
        &["in Lima here, in Chile there"],
    );
    for there in [
        // The country of the town; a town that the other names too; where it was told.
        "Police arrested Rosario Brandt in Peru over the harbour fire.",
        "Police arrested Rosario Brandt in Santiago over the harbour fire. She flew to Lima.",
        "Police arrested Rosario Brandt over the harbour fire, a spokesman said in Santiago.",
    ] {
        let here = "Rosario Brandt was arrested in Lima over the harbour fire, police said.";
        of_one_day(here, there, &[]);
    }
}

#[test]
fn what_somebody_is_said_to_say_is_compared_as_theirs() {
    of_one_day(
        "Police said that Rosario Brandt was arrested in Almera on 3 March over the harbour fire.",
        "Rosario Brandt was arrested in Almera on 8 March over the fire, police said.",
        &["3 March here, 8 March there"],
    );
    let ours = "The coast guard said the Almera ferry had not been inspected in dock.";
    let theirs = "The Almera ferry had been inspected in dock, the coast guard said.";
    of_one_day(
        ours,
        theirs,
        &["“had not been inspected in dock” here, “had been inspected in dock” there"],
    );
    let denied = "The coast guard did not say that the Almera ferry had been inspected in dock.";
    of_one_day(ours, denied, &[]);
    of_one_day(ours, "The mayor said the Almera ferry had been inspected in dock.", &[]);
}
