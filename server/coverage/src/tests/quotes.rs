//! One quote as two outlets have it.

use super::{DAY, Gate, compare, entry, read};
use crate::cover;
use corpus::Candidates;

/// Whether the two quotes differ in wording.
#[track_caller]
fn quoted(here: &str, there: &str, differs: bool) {
    let quote = |words: &str| read(&format!("“{words},” Mayor Reyna Castle said."), DAY);
    let pairs = compare(&quote(here), &quote(there), Gate::Off).pairs;
    assert_eq!(pairs.iter().any(|pair| !pair.differences.is_empty()), differs, "{pairs:?}");
}

#[test]
fn house_style_brackets_and_cuts_are_no_other_wording() {
    let ours = "We’re not going to close the old harbor ferry this winter";
    quoted(ours, "We are not going to close the old harbor ferry this winter", false);
    quoted(ours, "We’re not going to close the old [Almera] harbor ferry this winter", false);
    quoted(ours, "We’re not going to close ... the old harbor ferry this winter", false);
    quoted(ours, "close the old harbor ferry this winter or in spring or ever", false);
    quoted(ours, "We’re not going to sell the old harbor ferry this winter", true);
    let wish = "I’d like to know who closed the old harbor ferry";
    quoted(wish, "I would like to know who closed the old harbor ferry", false);
}

/// Whether the second article has the quote of the first; both open with one sentence.
#[track_caller]
fn has_quote(here: &str, there: &str, expected: bool) {
    let lead = "Longshore closed its old harbor ferry to Almera on Tuesday, the council said.";
    let reading = read(&format!("{lead}\n\n{here}"), DAY);
    let other = entry("other", &format!("{lead}\n\n{there}"));
    let candidates = Candidates { entries: vec![other], ..Candidates::default() };
    let coverage = cover(&reading, &candidates);
    assert_eq!(coverage.tellers.len(), 1);
    assert_eq!(!coverage.quotes.is_empty(), expected, "{:?}", coverage.quotes);
}

#[test]
fn two_words_are_one_quote_only_in_one_mouth() {
    let ours = "Mayor Reyna Castle called it “deeply wrong” to close it.";
    has_quote(ours, "Reyna Castle, the mayor, said this was “deeply wrong”.", true);
    has_quote(ours, "Union leader Omar Lund said it was “deeply wrong”.", false);
    has_quote(ours, "It was “deeply wrong”, a sign at the quay said.", false);
}

#[test]
fn what_is_left_out_at_the_end_of_a_quote_stands_for_no_other_words() {
    let ours =
        "“I learned in the old harbor and did not serve in winter ...,” Mayor Reyna Castle said.";
    has_quote(ours, "Omar Lund said Castle had “served in the navy in winter”.", false);
}

#[test]
fn of_two_versions_of_a_quote_the_longer_is_shown() {
    let lead = "Mayor Reyna Castle is “not going to talk”, a day after the ferry closed.";
    let other = entry("other", &format!("{lead}\n\n“I’m not going to talk,” Castle said."));
    let ours = format!("{lead}\n\n“You know I’m not going to talk about it,” Castle said.");
    let reading = read(&ours, DAY);
    let candidates = Candidates { entries: vec![other], ..Candidates::default() };
    let quotes = cover(&reading, &candidates).quotes;
    let shown: Vec<_> = quotes.iter().map(|version| (version.quote, version.theirs)).collect();
    assert_eq!(shown, [(0, 0), (1, 1)]);
}
