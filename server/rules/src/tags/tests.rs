use crate::{
    Beside, Fix, Target,
    harness::{Fixture, apply},
    quote_fixes, tag_all, untag_all,
};

fn offers(fixture: &Fixture, inline: bool) -> Vec<Fix> {
    let source = &fixture.reading.article.source;
    let cursor = source.find(['“', '"']).expect("a quote") + 5;
    let beside = Beside { name: "a.txt", inline, ..Beside::default() };
    quote_fixes(&fixture.context(), &beside, cursor)
}

#[track_caller]
fn check(before: &str, title: &str, after: &str) {
    let fixture = Fixture::new(before);
    let offers = offers(&fixture, true);
    let titles: Vec<&str> = offers.iter().map(|fix| &*fix.title).collect();
    let fix = offers.iter().find(|fix| fix.title == title);
    let fix = fix.unwrap_or_else(|| panic!("no {title:?} among {titles:?}"));
    assert_eq!(apply(&fixture.reading.article.source, &fix.edits), after);
}

#[test]
fn a_quote_is_tagged_with_its_speaker_and_not_touched() {
    check(
        "“We will not go [home],” said Anna Smyth.",
        "Tag quote as said by Anna Smyth",
        "[“We will not go [home],”]{.quote speaker=\"Anna Smyth\"} said Anna Smyth.",
    );
}

#[test]
fn another_speaker_replaces_the_tag() {
    check(
        "[“We will not go home,”]{.quote speaker=\"Ben Hall\"} said Anna Smyth. Ben Hall left.",
        "Change the quote’s speaker to Anna Smyth",
        "[“We will not go home,”]{.quote speaker=\"Anna Smyth\"} said Anna Smyth. Ben Hall left.",
    );
}

#[test]
fn a_quote_with_nobody_named_can_be_given_to_those_nearby() {
    let fixture = Fixture::new("Anna Smyth met Ben Hall.\n\n“We will not go home tonight.”\n");
    let titles: Vec<String> = offers(&fixture, true).into_iter().map(|fix| fix.title).collect();
    // Who did something last is likelier than whoever stands nearest.
    assert_eq!(titles, ["Tag quote as said by Anna Smyth", "Tag quote as said by Ben Hall"]);
}

#[test]
fn people_come_before_bodies_and_marks_are_nobody() {
    let fixture = Fixture::new(
        "Anna Smyth wrote to the Ministry of Trade. Ben Hall of NATO did too.\n\n“We will not go home tonight,” according to TK, on July 31.\n",
    );
    let titles: Vec<String> = offers(&fixture, true).into_iter().map(|fix| fix.title).collect();
    assert_eq!(
        titles,
        ["Ben Hall", "Anna Smyth", "NATO", "Ministry of Trade"]
            .map(|name| format!("Tag quote as said by {name}"))
    );
}

#[test]
fn plain_text_is_tagged_in_the_sidecar() {
    let fixture = Fixture::new("//- a.txt\n“We will not go home,” said Anna Smyth.\n");
    let fix = offers(&fixture, false).into_iter().next().expect("an offer");
    assert!(fix.edits.iter().all(|edit| edit.target == Target::Sidecar));
    assert!(fix.edits[0].text.contains("We will not go home"), "{}", fix.edits[0].text);
    assert!(fix.edits[0].text.contains("Anna Smyth"), "{}", fix.edits[0].text);
}

#[test]
fn a_quote_whose_brackets_would_break_the_tag_is_tagged_beside_the_copy() {
    let fixture = Fixture::new("“We will] not go home,” said Anna Smyth.");
    let edits = offers(&fixture, true).into_iter().flat_map(|fix| fix.edits);
    let targets: Vec<Target> = edits.map(|edit| edit.target).collect();
    assert_eq!(targets, [Target::Sidecar]);
}

#[test]
fn a_tag_is_changed_or_removed_and_keeps_what_else_it_says() {
    let tagged = "[“We will not go home,”]{#q1 .quote speaker=\"Ben Hall\" source=BBC take=2} said Anna Smyth. Ben Hall left.";
    check(
        tagged,
        "Change the quote’s speaker to Anna Smyth",
        "[“We will not go home,”]{.quote speaker=\"Anna Smyth\" #q1 take=2} said Anna Smyth. Ben Hall left.",
    );
    check(
        tagged,
        "Remove the tag “said by Ben Hall”",
        "“We will not go home,” said Anna Smyth. Ben Hall left.",
    );
}

#[test]
fn everybody_in_the_article_can_be_chosen_up_to_five() {
    let people = "Anna Smyth met Ben Hall, Carla Diaz, Dan Ferro, Ewa Nowak and Femi Obi.\n\n";
    let far = "It rained.\n\n".repeat(4);
    let fixture = Fixture::new(&format!("{people}{far}“We will not go home tonight.”\n"));
    let titles: Vec<String> = offers(&fixture, true).into_iter().map(|fix| fix.title).collect();
    assert_eq!(titles.len(), 5, "{titles:?}");
    assert!(titles.iter().all(|title| title.starts_with("Tag quote as said by ")), "{titles:?}");
}

#[test]
fn a_pronoun_is_nobody() {
    let fixture = Fixture::new("“We will not go home tonight,” she said.\n");
    assert!(offers(&fixture, true).is_empty());
}

const TWO_AND_ONE: &str = "# ‘Home’: mayor\n\n“We will not go home,” said Anna Smyth. “Nobody will,” said Ben Hall.\n\nIt rained.\n\n“Who is it going to be?”\n";

#[test]
fn every_quote_whose_speaker_is_sure_is_tagged_at_once_and_untagged_again() {
    let fixture = Fixture::new(TWO_AND_ONE);
    let beside = Beside { name: "a.md", inline: true, ..Beside::default() };
    let fix = tag_all(&fixture.context(), &beside).expect("an offer");
    assert_eq!(fix.title, "Tag 2 of 3 untagged quotes, where the speaker is sure");
    let labels: Vec<_> = fix.edits.iter().filter_map(|edit| edit.label.as_deref()).collect();
    assert_eq!(labels[1..3], ["Quote said by Anna Smyth", "Quote said by Ben Hall"]);
    let tagged = apply(TWO_AND_ONE, &fix.edits);
    assert!(tagged.contains("[“Nobody will,”]{.quote speaker=\"Ben Hall\"}"), "{tagged}");

    let fixture = Fixture::new(&tagged);
    let fix = untag_all(&fixture.context(), &beside).expect("an offer");
    assert_eq!(fix.title, "Remove all 2 tags of this article");
    assert_eq!(apply(&tagged, &fix.edits), TWO_AND_ONE);
}
