use super::*;
use article::{Format, Hint};
use corpus::{ArticleId, Outlet};
use coverage::{Difference, DifferenceKind, Family, Point, Severity, Teller};
use expect_test::{Expect, expect};
use language::TextRange;
use sourcing::Place;
use std::sync::Arc;

fn read(text: &str) -> Reading {
    let article = article::read(text, Format::Plain, &Hint::default());
    sourcing::read(Arc::new(article), None)
}

fn teller(outlet: &str, day: i8, text: &str, family: usize) -> Teller {
    let id = ArticleId(format!("wire/{}.txt", outlet.to_lowercase()).into());
    let mut entry = Entry::new(id, Outlet(outlet.into()), false, Arc::new(read(text)));
    entry.date = Some(Date::constant(2026, 2, day));
    Teller { entry: Arc::new(entry), family }
}

fn report(teller: usize, relation: Relation) -> Report {
    Report { teller, part: None, sentence: 0, score: 0.9, relation, differences: Vec::new() }
}

fn families(joined: &[(&[usize], &str)]) -> Vec<Family> {
    let family = |&(tellers, because): &(&[usize], &str)| Family {
        tellers: tellers.into(),
        because: because.into(),
        includes_own: false,
    };
    joined.iter().map(family).collect()
}

/// What a hover near the beginning of the article shows; empty for nothing.
fn shown(reading: Reading, coverage: Coverage, markup: Markup) -> String {
    let checked = Checked {
        reading: Arc::new(reading),
        coverage: Arc::new(coverage),
        findings: Arc::default(),
        marks: Arc::default(),
    };
    let link = |entry: &Entry, _| Link {
        url: Some(format!("file:///{}#L1", entry.id)),
        place: format!("{}:1", entry.id),
    };
    at(&checked, 8, markup, &link).map(|hover| hover.text).unwrap_or_default()
}

#[track_caller]
fn check(coverage: Coverage, markup: Markup, expected: &Expect) {
    let text = "The bridge fell on Wednesday, killing 12 people.";
    expected.assert_eq(&shown(read(text), coverage, markup));
}

#[test]
fn nothing_found_says_nothing() {
    check(Coverage::default(), Markup::Markdown, &expect![[""]]);
}

fn conflict() -> Coverage {
    let theirs = "The bridge fell, and 40 people died.";
    let forty = theirs.find("40 people").map(|at| TextRange::new(at, at + 9));
    let place = |range| Place { block: 0, range };
    let difference = Difference {
        kind: DifferenceKind::Number,
        severity: Severity::Conflict,
        here: place(TextRange::new(38, 47)),
        there: place(forty.unwrap_or_default()),
        why: "12 people killed against 40 people killed".into(),
    };
    let mut reports = vec![
        report(0, Relation::Agrees),
        report(1, Relation::Agrees),
        report(2, Relation::Conflicts),
    ];
    reports[2].differences.push(difference);
    Coverage {
        tellers: vec![
            teller("Post", 5, "Twelve people died when the bridge fell.", 0),
            teller("Mirror", 6, "Twelve people died when the bridge fell.", 0),
            teller("Echo", 6, theirs, 1),
        ],
        families: families(&[(&[0, 1], "near-copies"), (&[2], "")]),
        points: vec![Point { reports }],
        ..Coverage::default()
    }
}

#[test]
fn what_conflicts_comes_first_and_copies_count_once() {
    check(
        conflict(),
        Markup::Markdown,
        &expect![[r"
        **3 other outlets report this, 2 of them independently**: 1 conflicts and 2 agree. Reported since 5 February 2026.

        - **Conflicts: 12 people killed against 40 people killed.** [Echo](file:///wire/echo.txt#L1), 6 February 2026: “The bridge fell, and **40 people** died.” (wire/echo.txt:1)
        - [Post](file:///wire/post.txt#L1), 5 February 2026: “Twelve people died when the bridge fell.” (wire/post.txt:1) Also in Mirror: near-copies, counted once."]],
    );
}

#[test]
fn without_markdown_it_reads_as_plain_text() {
    check(
        conflict(),
        Markup::Plain,
        &expect![[r"
            3 other outlets report this, 2 of them independently: 1 conflicts and 2 agree.
            Reported since 5 February 2026.

            - Conflicts: 12 people killed against 40 people killed. Echo, 6 February 2026:
              “The bridge fell, and 40 people died.” (wire/echo.txt:1)
            - Post, 5 February 2026: “Twelve people died when the bridge fell.”
              (wire/post.txt:1) Also in Mirror: near-copies, counted once."]],
    );
}

#[test]
fn an_office_that_others_give_otherwise_stands_on_the_name() {
    let ours = "The bridge fell on Wednesday, killing 12 people.";
    let theirs = "Mayor Rosa Vega wept when the bridge fell.";
    let place = |start, end| Place { block: 0, range: TextRange::new(start, end) };
    let name = sourcing::Name {
        place: place(4, 10),
        name: place(4, 10),
        kind: language::MentionKind::Person,
        entity: Some(language::EntityId(0)),
    };
    let difference = Difference {
        kind: DifferenceKind::Office,
        severity: Severity::Conflict,
        here: name.place,
        there: place(0, 15),
        why: String::new(),
    };
    let coverage = Coverage {
        tellers: vec![teller("Echo", 6, theirs, 0)],
        offices: vec![coverage::OfficeVariant { entity: 0, teller: 0, difference }],
        ..Coverage::default()
    };
    let mut reading = read(ours);
    reading.names = vec![name];
    expect![[r"
        Another office elsewhere:

        - Echo, 6 February 2026: “Mayor Rosa Vega” (wire/echo.txt:1)"]]
    .assert_eq(&shown(reading, coverage, Markup::Plain));
}

/// What a hover near the beginning of `ours` shows where another outlet has `theirs`.
fn covered(ours: &str, theirs: &str) -> String {
    let teller = teller("Echo", 6, theirs, 0);
    let candidates = corpus::Candidates {
        entries: vec![Arc::clone(&teller.entry)],
        ..corpus::Candidates::default()
    };
    let reading = read(ours);
    let coverage = coverage::cover(&reading, &candidates);
    shown(reading, coverage, Markup::Markdown)
}

#[test]
fn the_fullest_version_of_a_quote_is_named() {
    let hover = covered(
        "“We can hear them,” the fire chief, Rosa Vega, said.",
        "“We have people under the hall and we can hear them,” Rosa Vega, the chief, said.",
    );
    assert!(hover.contains("The fullest is in Echo."), "{hover}");
}

#[test]
fn what_rests_on_one_report_is_not_independent() {
    let mut coverage = conflict();
    coverage.points[0].reports.truncate(2);
    coverage.families[0].includes_own = true;
    let hover = shown(read("The bridge fell on Wednesday."), coverage, Markup::Markdown);
    let told =
        "**2 other outlets report this, not independently of yours (near-copies)**; all agree.";
    assert!(hover.starts_with(told), "{hover}");
}

#[test]
fn an_outlet_without_a_date_may_be_the_first() {
    let mut coverage = conflict();
    let mut entry = (*coverage.tellers[0].entry).clone();
    entry.date = None;
    coverage.tellers[0].entry = Arc::new(entry);
    let hover = shown(read("The bridge fell on Wednesday."), coverage, Markup::Plain);
    assert!(hover.contains("Reported since 6 February 2026 at the latest."), "{hover}");
}

#[test]
fn the_words_of_a_quote_that_others_have_otherwise_stand_out() {
    let ours = "“We are not going to pay any single cent for it,” Rosa Vega, the fire chief, said.";
    let theirs = "“We are not going to pay a single cent for it,” Rosa Vega, the chief, said.";
    let hover = covered(ours, theirs);
    assert!(hover.contains("“We are not going to pay **a** single cent for it,”"), "{hover}");
}
