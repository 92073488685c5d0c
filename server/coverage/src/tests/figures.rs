//! Whose a figure is, whether it was won or lost, and how a vote went.

use super::{DAY, check};

#[track_caller]
fn of_one_day(here: &str, there: &str, expected: &[&str]) {
    check((DAY, here), (DAY, there), expected);
}

#[test]
fn what_belongs_to_one_body_is_counted_once() {
    let ours = "The rift has hardened the resolve of ATLO's 19 members to strike back.";
    of_one_day(ours, "ATLO has 16 members.", &["19 members against 16 members"]);
    of_one_day(ours, "ATLO has at least 16 members.", &[]);
    of_one_day(ours, "The Almera union has 16 members.", &[]);
    of_one_day(ours, "ATLO has 16 bases.", &[]);
}

#[test]
fn a_profit_is_no_loss() {
    let ours = "Harbor Lines reported net earnings of $374m in the third quarter.";
    let why = "$374m won here, lost there";
    of_one_day(ours, "Harbor Lines lost $374m in the third quarter.", &[why]);
    of_one_day(ours, "Harbor Lines earned $374 million in the third quarter.", &[]);
    of_one_day(ours, "Harbor Lines lost $12m in the third quarter on its Almera ferries.", &[]);
}

#[test]
fn how_far_somebody_fell_is_one_distance_in_any_unit() {
    let fell = |how: &str| format!("The climber {how} on Almera Peak, the coast guard said.");
    let ours = fell("fell 200 metres");
    for (there, why) in [
        ("died in a 200-foot fall", "200 metres against 200-foot"),
        ("fell 60 metres to her death", "200 metres against 60 metres"),
        ("survived a fall of 350 metres", "200 metres against 350 metres"),
        ("died in a 30-metre fall", "200 metres against 30-metre"),
        ("fell about 90 feet to her death", "200 metres against about 90 feet"),
    ] {
        of_one_day(&ours, &fell(there), &[why]);
    }
    for there in [
        "fell 656 feet to her death",
        "survived a fall of about 200 metres",
        "fell more than 150 metres",
        "was found 350 metres from the hut",
        "had climbed a 20-metre wall",
        "fell from a 60-metre tower",
    ] {
        of_one_day(&ours, &fell(there), &[]);
    }
    // Nothing says that it was the same climber.
    of_one_day(&ours, "One of the party slipped and fell 60 metres to his death.", &[]);
}

#[test]
fn a_vote_against_a_plan_does_not_approve_it() {
    let ours = "The Almera council approved, by 12 votes to nine, the harbour budget.";
    of_one_day(
        ours,
        "The Almera council voted against the harbour budget.",
        &["“approved, by 12 votes to nine, the harbour budget” here, “voted against the harbour \
           budget” there"],
    );
    of_one_day(ours, "The Almera council voted for the harbour budget.", &[]);
}

#[test]
fn who_has_not_something_denies_that_another_says_so() {
    of_one_day(
        "The Almera council does not have a harbour budget.",
        "The Almera council has a harbour budget.",
        &["“does not have a harbour budget” here, “has a harbour budget” there"],
    );
}
