//! Whom copy means that calls people by what else they are, and whom the lines of an interview belong to.
#![allow(missing_docs)]

use article::{Format, Hint};
use std::sync::Arc;

/// The speakers of the attributions that have one, in order.
#[track_caller]
fn check(text: &str, speakers: &[&str]) {
    let article = article::read(text, Format::Markdown, &Hint::default());
    let reading = sourcing::read(Arc::new(article), None);
    let named: Vec<&str> =
        reading.attributions.iter().filter_map(|it| it.speaker.as_deref()).collect();
    assert_eq!(named, speakers, "{text}");
}

#[test]
fn a_noun_that_is_new_means_whoever_was_spoken_of_last() {
    check("Ada Moss walked between her vines. “It is late,” said the winegrower.", &["Ada Moss"]);
    check(
        "“It is late,” Ada Moss said.\n\n“It is dark,” the activist said.",
        &["Ada Moss", "Ada Moss"],
    );
    check(
        "Ada Moss spoke on Monday. The head of the port authority said it was late.",
        &["Ada Moss"],
    );
}

#[test]
fn a_noun_that_is_known_means_another() {
    let said = "“It is late,” Ada Moss said.\n\n";
    check(
        &format!("{said}A driver was stopped at noon.\n\nThe driver said it was dark."),
        &["Ada Moss", "driver"],
    );
    check(
        &format!("{said}A young cashier heard it. “It is dark,” said the woman."),
        &["Ada Moss", "young cashier"],
    );
    check(
        "Ada Moss, the mayor, said it was late.\n\nThe bishop said it was dark.",
        &["Ada Moss", "bishop"],
    );
    check(&format!("{said}The Advocate said it was dark."), &["Ada Moss", "Advocate"]);
    check(&format!("{said}The moderator said it was dark."), &["Ada Moss", "moderator"]);
}

#[test]
fn whoever_asks_does_not_answer() {
    let asked = "“I saw it,” said Ada Moss.\n\n“Did you?” asked Eva Lind.\n\n";
    check(&format!("{asked}“I did,” she replied."), &["Ada Moss", "Eva Lind", "Ada Moss"]);
}

#[test]
fn questions_and_answers_are_two_peoples() {
    check(
        "Ada Moss has written a book. Moss told us why.\n\nQ: Is it late?\n\nA: My editor says it is.",
        &["Ada Moss", "Q", "Ada Moss"],
    );
}

#[test]
fn a_label_names_whoever_stands_in_it() {
    check("CLIP (Ada Moss, baker): My boss says it is late.", &["Ada Moss"]);
    check("HOST, ADA MOSS: Is it late?", &["Ada Moss"]);
    check("FIRE CHIEF ADA MOSS: It is late.", &["Ada Moss"]);
    check("LIVE – MOSS: It is late. It is dark.", &["MOSS"]);
}

#[test]
fn the_label_of_an_office_is_its_holders() {
    check(
        "THE PRIME MINISTER (Ada Moss): It is late.\n\nOTTO LIND (Port Hale) (Lab): Is it?\n\n\
         THE PRIME MINISTER: It is.",
        &["Ada Moss", "Otto Lind", "Ada Moss"],
    );
    check("Judge Ada Moss presides.\n\nJUDGE: It is late.", &["Ada Moss"]);
}

#[test]
fn a_label_is_read_without_how_and_as_what_somebody_speaks() {
    let lede = "Ada Moss, a trooper, came at nine.\n\n";
    for label in ["MOSS TRACK", "MOSS TO CAMERA", "TROOPER MOSS", "MOSS VIA ZOOM", "VOICE OF MOSS"]
    {
        check(&format!("{lede}{label}: It was late."), &["Ada Moss"]);
    }
}

#[test]
fn a_time_of_the_tape_is_no_part_of_a_label() {
    check("[00:14] ADA MOSS: It is late.", &["Ada Moss"]);
    check("10:01:22 ADA MOSS: It is late.", &["Ada Moss"]);
    check("SOT (00:12-00:31) Ada Moss, warden: “It is late.”", &["Ada Moss"]);
    check("At 10:15 Ada Moss said it was late.", &["Ada Moss"]);
}

#[test]
fn a_phrase_for_the_occasion_is_no_subject() {
    check("Ada Moss, in a comment to Sol Radio, said it was late.", &["Ada Moss"]);
    check("Ada Moss, in a comment to Sol Radio said it was late.", &["Ada Moss"]);
    check("The lawyer of the detained, Ada Moss, said it was late.", &["Ada Moss"]);
    check("Inspectors who visited one house in Port Hale described “a pond”.", &["Inspectors"]);
}

#[test]
fn a_house_is_called_by_its_whole_name() {
    check("The Port Prosecutor’s Office said it was late.", &["Port Prosecutor’s Office"]);
    check(
        "Port Hale Borough Council met on Monday. The authority said it was late.",
        &["Port Hale Borough Council"],
    );
}

#[test]
fn a_body_is_no_body_of_another_kind() {
    let two = "Pilots at Sol Air met the Sol Pilots’ Association.\n\nThe Sol Pilots’ Association said it was early.\n\n";
    check(
        &format!("{two}The newspaper said it was late."),
        &["Sol Pilots’ Association", "newspaper"],
    );
    check(
        "Sol Valley Water was fined. “It is late,” the water company said.",
        &["Sol Valley Water"],
    );
    check(
        "A letter of the council says it was late. The document adds that it was dark.",
        &["letter of the council", "letter of the council"],
    );
}

#[test]
fn what_somebody_does_tells_what_they_are() {
    let shut = "\n\nThe bridge was shut. ";
    check(
        &format!("Ada Moss, who chairs the board, left.{shut}The chair said it was late."),
        &["Ada Moss"],
    );
    check(&format!("Ada Moss teaches history.{shut}The teacher said it was late."), &["Ada Moss"]);
    check(
        "Terence ‘Tel’ Moss said it was late. Moss said it was dark.",
        &["Terence Moss", "Terence Moss"],
    );
}

#[test]
fn a_place_is_no_company() {
    check(
        "The company Hydro Sol lost money.\n\nIn Port Hale the bridge was shut. The group said it was late.",
        &["Hydro Sol"],
    );
    check("Letters released by the court show that it is late.", &["Letters"]);
}

#[test]
fn a_colleague_hands_on_what_others_say() {
    check(
        "HOST: Our home affairs correspondent, Will Moss, is here.\n\n\
         MOSS: It is late. The mayor says the bridge is shut.",
        &["HOST", "Will Moss", "mayor"],
    );
    check("JO: I saw that it was late.", &["JO"]);
}

#[test]
fn people_are_told_from_what_is_theirs() {
    check("It rained over the objections of residents who said it was late.", &["residents"]);
    check(
        "It went to the mayor’s chief of staff, who said it was late.",
        &["mayor’s chief of staff"],
    );
    check(
        "Ada Moss is the president. The head of Karsia’s port said it was late.",
        &["head of Karsia’s port"],
    );
}

#[test]
fn a_line_that_asks_is_its_speakers() {
    check(
        "ANCHOR: The ministry says it is late. Is it, Mr. Lind?\n\nLIND: It is.",
        &["Anchor", "ministry", "LIND"],
    );
}

#[test]
fn descriptions_without_end_cost_no_more_than_their_length() {
    // Each may stand for whom the sentence before is about: followed to the first, their number would
    // double with every sentence.
    let trades = ["winegrower", "beekeeper", "shopkeeper", "steelworker", "goalkeeper"];
    let went = |at: usize| format!("The {} went home. ", trades[at % trades.len()]);
    let text: String = (0..200).map(went).collect();
    check(&format!("{text}\n\nAda Moss came. “It is late,” the boatowner said."), &["Ada Moss"]);
}
