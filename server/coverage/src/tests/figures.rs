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
