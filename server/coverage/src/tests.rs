//! What a reader of two outlets is told.

mod events;
mod figures;
mod polarity;
mod quotes;
mod relations;
mod stories;
mod ties;

use crate::{Coverage, Gate, Relation, compare, cover, cover_again};
use article::{Format, Hint};
use corpus::{ArticleId, Candidates, Entry, Outlet};
use sourcing::Reading;
use std::sync::Arc;

fn read(text: &str, date: &str) -> Reading {
    let hint = Hint { published: date.parse().ok(), ..Hint::default() };
    sourcing::read(Arc::new(article::read(text, Format::Plain, &hint)), None)
}

/// Why the two differ, one line for each difference; later reports are marked.
#[track_caller]
fn check(here: (&str, &str), there: (&str, &str), expected: &[&str]) {
    let (here, there) = (read(here.1, here.0), read(there.1, there.0));
    let found: Vec<String> = compare(&here, &there, Gate::Off)
        .pairs
        .into_iter()
        .flat_map(|pair| pair.differences)
        .map(|difference| difference.why)
        .collect();
    assert_eq!(found, expected);
}

const DAY: &str = "2026-03-14";
const NEXT: &str = "2026-03-15";

#[test]
fn a_number_that_no_reading_allows_is_a_conflict() {
    check(
        (DAY, "The ferry sank off Almera with 12 people killed, the coast guard said."),
        (DAY, "The ferry sank off Almera, killing 40 people, the coast guard said."),
        &["12 people killed against 40 people killed"],
    );
}

#[test]
fn a_bound_agrees_with_what_lies_beyond_it() {
    check(
        (DAY, "The ferry sank off Almera and at least 12 people died, the coast guard said."),
        (DAY, "The ferry sank off Almera and 40 people died, the coast guard said."),
        &[],
    );
}

#[test]
fn a_later_toll_updates_an_earlier_one() {
    let early =
        (DAY, "The ferry sank off Almera and at least 12 people were killed, officials said.");
    let late = (NEXT, "The ferry sank off Almera and 40 people were killed, officials said.");
    check(early, late, &["at least 12 people killed here, 40 people killed there"]);
    check(late, early, &[]);
}

#[test]
fn the_missing_of_another_day_are_an_update() {
    let early = (DAY, "The ferry sank off Almera and 30 people were missing, officials said.");
    let late = (NEXT, "The ferry sank off Almera and four people were missing, officials said.");
    check(early, late, &["30 people missing here, four people missing there"]);
    check(late, early, &[]);
}

#[test]
fn others_behind_the_dead_are_all_of_the_injured() {
    check(
        (DAY, "The ferry sank off Almera, killing 12 people and injuring 40 others."),
        (DAY, "The ferry sank off Almera, killing 12 people and injuring 60."),
        &["40 others injured against 60 injured"],
    );
}

#[test]
fn another_day_country_or_age_is_another_event() {
    for there in [
        "A ferry sank on Monday, killing 40 people, the coast guard said.",
        "A ferry sank off Chile, killing 40 people, the coast guard said.",
        "A ferry with a 61-year-old captain sank, killing 40 people, the coast guard said.",
    ] {
        let here = "On Friday a ferry with a 36-year-old captain sank off Peru, killing 12 people.";
        check((DAY, here), (DAY, there), &[]);
    }
    check(
        (DAY, "A ferry sank on Friday, killing 12 people, the coast guard said Monday."),
        (DAY, "A ferry sank on Friday, killing 40 people, the coast guard said Sunday."),
        &["12 people killed against 40 people killed"],
    );
}

#[test]
fn shares_of_different_things_rankings_and_prices_are_not_compared() {
    for (here, there) in [
        ("Almera says 22 percent of teenagers read.", "Almera says 40 percent of sailors read."),
        ("Almera police made six arrests, after 47 on Friday.", "Almera police made 47 arrests."),
        (
            "Almera is among the top 10 ports in Peru.",
            "Almera is among the top five ports in Peru.",
        ),
        ("Each of the Almera boats weighs 4 tons.", "The Almera boats weigh 9 tons combined."),
        (
            "The 170,000-square-foot building in Almera houses three law offices.",
            "The 15,800-square-metre building in Almera houses three law offices.",
        ),
        ("He served 41/2 months in Almera.", "He served four and a half months in Almera."),
        (
            "The cut took 55 percent of calls in Qatar and 82 percent in Peru, Almera Line said.",
            "The cut took 70 percent of pages in Qatar and 60 percent in Peru, Almera Line said.",
        ),
        (
            "Almera police found one rocket propelled grenade launcher on the boat.",
            "Almera police found two rockets and a grenade launcher on the boat.",
        ),
        ("Almera Line <ALM.N> fell 3 percent.", "Almera Line <ALM.N> fell 2 percent."),
    ] {
        check((DAY, here), (DAY, there), &[]);
    }
}

#[test]
fn the_past_and_other_ships_are_another_event() {
    for (here, there) in [
        // A ferry that sank before, in its own sentence or the one before.
        ("A ferry sank in February, killing 40 people.", "A ferry sank, killing 12 people."),
        (
            "The last ferry to sink did so in February. It killed 40 people.",
            "A ferry sank, killing 12 people, the coast guard said.",
        ),
        // Names that only begin alike.
        (
            "The ferry MV Rosalba rescued four sailors off the coast.",
            "The ferry MV Corvina rescued nine sailors off the coast.",
        ),
    ] {
        check(("", here), ("", there), &[]);
    }
}

#[test]
fn durations_are_of_one_thing_and_one_verb() {
    let served = |served| format!("Brandt {served} in Almera for arson.");
    for (here, there) in [
        ("served a five-year term", "served a 12-year sentence"),
        ("served four months", "was sentenced to three years"),
    ] {
        check((DAY, &served(here)), (DAY, &served(there)), &[]);
    }
    check(
        (DAY, &served("served four months")),
        (DAY, &served("served five months")),
        &["four months against five months"],
    );
    check(
        (DAY, "Brandt spoke with Salman by telephone for 45 minutes, their first call."),
        (
            DAY,
            "Brandt and Salman held a telephone call that lasted two hours, the first since May.",
        ),
        &["45 minutes against two hours"],
    );
}

#[test]
fn what_is_allowed_is_not_what_is_banned() {
    let council = |rule| format!("The Almera council {rule} the harbour.");
    check(
        (DAY, &council("banned the fishing boats from entering")),
        (DAY, &council("allowed the fishing boats to avoid")),
        &[],
    );
}

#[test]
fn without_dates_a_very_different_magnitude_is_another_quake() {
    let quake =
        |magnitude| format!("A magnitude {magnitude} earthquake struck Almera, police said.");
    let other =
        "A quake of magnitude 5.9 shook homes in Almera and cracked a dam, the survey says.";
    check(("", &quake(6.1)), ("", other), &["magnitude 6.1 against magnitude 5.9"]);
    check(("", &quake(6.8)), ("", other), &[]);
    check(("", &quake(6.8)), ("", &quake(5.9)), &["magnitude 6.8 against magnitude 5.9"]);
    check((DAY, &quake(6.8)), (NEXT, other), &["magnitude 6.8 against magnitude 5.9"]);
}

#[test]
fn numbers_of_different_things_are_not_compared() {
    check(
        (DAY, "The ferry sank off Almera with 12 people killed, the coast guard said."),
        (DAY, "The ferry sank off Almera and 40 people were injured, the coast guard said."),
        &[],
    );
    check(
        (DAY, "The quake off Almera in 2026 killed 12 people, the coast guard said."),
        (DAY, "The quake off Almera in 1998 killed 40 people, the coast guard said."),
        &[],
    );
}

/// Whether the reader of the first is shown the second beside it.
#[track_caller]
fn same_point(here: &str, there: &str, shown: bool) {
    let (here, there) = (read(here, DAY), read(there, DAY));
    let pairs = compare(&here, &there, Gate::Off).pairs;
    assert_eq!(pairs.iter().any(|pair| pair.shown), shown, "{pairs:?}");
}

#[test]
fn a_short_sentence_makes_the_point_of_one_clause_of_a_long_one() {
    let long = "The ferry company, founded in 1911 by two brothers from Almera, said the captain \
                phoned the coast guard at dawn, while shares of its parent fell on the exchange \
                and unions demanded an inquiry into working hours.";
    same_point("The captain called the coast guard.", long, true);
    same_point("The captain praised his engineers.", long, false);
}

#[test]
fn a_number_and_a_word_for_its_event_are_one_point() {
    same_point("The ministers spoke for 90 minutes.", "Their 90-minute call was frank.", true);
}

fn entry(name: &str, text: &str) -> Arc<Entry> {
    let (id, outlet) = (ArticleId(name.into()), Outlet(name.into()));
    Arc::new(Entry::new(id, outlet, false, Arc::new(read(text, DAY))))
}

/// All that a reader can see of a coverage.
fn seen(coverage: &Coverage) -> String {
    let Coverage {
        tellers,
        families,
        points,
        quotes,
        names,
        offices,
        citations,
        reviewed,
        gaps,
        memory: _,
    } = coverage;
    let tellers: Vec<_> = tellers.iter().map(|it| (&it.entry.id, it.family)).collect();
    let reviewed: Vec<_> = reviewed.iter().map(|it| (it.sentence, &it.review.id)).collect();
    format!(
        "{reviewed:?} {tellers:?} {families:?} {points:?} {quotes:?} {names:?} {offices:?} {citations:?} {gaps:?}"
    )
}

#[test]
fn coverage_made_with_an_earlier_one_is_the_same() {
    let toll = "The ferry sank off Almera with 12 people killed, the coast guard said.";
    let sea = "Storms drove the ferry off Almera onto a reef, killing 40 people, Vega said.";
    let entries = vec![entry("Post", toll), entry("Star", sea)];
    let fewer = Candidates { entries: entries[1..].to_vec(), ..Candidates::default() };
    let candidates = Candidates { entries, ..Candidates::default() };
    let reading = read("The ferry sank off Almera, killing 31 people, the coast guard said.", DAY);
    let before = cover(&read(toll, DAY), &fewer);
    for previous in [&before, &cover(&read(toll, DAY), &candidates)] {
        let again = cover_again(&reading, &candidates, Some(previous));
        assert_eq!(seen(&again), seen(&cover(&reading, &candidates)));
        assert!(again.points.iter().any(|point| !point.reports.is_empty()), "{again:?}");
    }
}

#[test]
fn after_any_edit_coverage_is_that_of_a_fresh_start() {
    let told = [
        "The ferry Marlin sank off Almera on Friday, killing at least 12 people.",
        "“The sea took her in minutes, and nobody could swim,” said Rosa Vega, the mayor.",
        "While Vega called for an inquiry, Tom Hale, who owns the Marlin, blamed the storm.",
        "He said the storm had damaged 40 boats in the port.",
        "The coast guard did not find the captain, who is 61.",
        "Divers will search the reef near Almera again on Saturday.",
        "Tom Hale, the brother of Rosa Vega, was arrested in Lima on Monday, the coast guard said.",
        "Hale beat Vega in Almera, and Lima-based Marlin Line bought 12 ferries for $40 million.",
    ];
    let other = [
        ("40", "14"),
        ("did not find", "found"),
        ("brother", "husband"),
        ("Lima", "Chile"),
        ("Monday", "Thursday"),
        ("Hale beat Vega", "Vega beat Hale"),
    ];
    let post = other.iter().fold(told[1..].join("\n\n"), |all, (is, was)| all.replace(is, was));
    let star = told[..4].join(" ").replace("12", "30").replace("minutes", "an hour");
    let entries = vec![
        entry("Post", &post),
        entry("Star", &star),
        entry("Wire", "Mayor Reyna Castle opened a school in Longshore on Tuesday."),
    ];
    let candidates = Candidates { entries, ..Candidates::default() };
    let words = "Vega|Hale|not|at least|12|30|14|,|.|“|”|\n\n|Almera|killing|said|Saturday|nobody|\
                 Chile|Thursday.|The coast guard found the captain.|Vega beat Hale.|\
                 Chile-based Marlin Line.|Vega’s husband, Tom Hale.";
    let words: Vec<&str> = words.split('|').collect();
    let mut dice = fastrand::Rng::with_seed(1);
    let mut below = |most: usize| dice.usize(..most.max(1));
    let mut text: Vec<&str> = Vec::new();
    let mut coverage = Coverage::default();
    let (mut reports, mut differences) = (0, 0);
    for _ in 0..400 {
        let at = below(text.len() + 1);
        match below(4) {
            0 => text.splice(at..at, told[below(told.len())].split(' ').chain(["\n\n"])).count(),
            1 => text.splice(at..at, [words[below(words.len())]]).count(),
            2 if text.len() > 60 => text.drain(at.min(text.len() - 30)..).count(),
            _ => text.drain(at.min(text.len().saturating_sub(1))..text.len().min(at + 1)).count(),
        };
        let reading = read(&text.join(" "), DAY);
        coverage = cover_again(&reading, &candidates, Some(&coverage));
        assert_eq!(seen(&coverage), seen(&cover(&reading, &candidates)), "{}", text.join(" "));
        let told = coverage.points.iter().flat_map(|point| &point.reports);
        reports += told.clone().count();
        differences += told.map(|report| report.differences.len()).sum::<usize>();
    }
    assert!(reports > 500 && differences > 200, "{reports} {differences}");
}

#[test]
fn nothing_is_compared_with_nothing() {
    let (empty, text) = (read("", DAY), read("The ferry sank.", DAY));
    for (here, there) in [(&empty, &text), (&text, &empty), (&empty, &empty)] {
        assert!(compare(here, there, Gate::Off).pairs.is_empty());
    }
}

/// The words of ours that a reader is shown their last sentence beside, if any.
#[track_caller]
fn shown_beside(ours: &str, theirs: &str, expected: Option<&str>) {
    let (here, there) = (read(ours, DAY), read(theirs, DAY));
    let mut pairs = compare(&here, &there, Gate::Off).pairs.into_iter();
    let shown = pairs.find(|pair| pair.shown && pair.there + 1 == there.sentences.len());
    let part = shown.map(|pair| pair.part.map_or(ours, |part| part.of(ours)));
    assert_eq!(part, expected);
}

#[test]
fn who_is_meant_counts_however_they_are_called() {
    let ours = "Mayor Rosa Vega urged a curfew in Almera.";
    let called = |who: &str| {
        format!(
            "Mayor Rosa Vega met Tom Hale, a shipowner, at noon.\n\n{who} called for “a curfew as \
             soon as possible” and asked the council to vote on it before the weekend."
        )
    };
    shown_beside(ours, &called("The mayor"), Some(ours));
    shown_beside(ours, &called("Mr Hale"), None);
    let ours = "The Harbour Safety Agency demanded that Almera comply with the dredging rules.";
    shown_beside(
        ours,
        "Almera must comply with the rules on dredging, the HSA insisted.",
        Some(ours),
    );
}

#[test]
fn of_two_people_in_a_sentence_each_is_held_against_their_own_words() {
    let hers = "Rosa Vega insisted that any harbor deal must begin with a pay rise and an apology";
    let his = "Tom Hale pushed back, arguing that any deal must reflect the new debts of the port";
    let ours = format!("While {hers}, {his}.");
    let theirs = |who: &str| {
        format!(
            "Tom Hale and Rosa Vega met at noon on Friday in the town hall.\n\n{who}, who spoke to dockers and sailors at \
             the northern gate in wind and rain, insisted that a deal must reflect the debts."
        )
    };
    shown_beside(&ours, &theirs("Hale"), Some(his));
    shown_beside(&ours, &theirs("Vega"), None);
}
