//! What a report says, and that no copy can make it say anything else.

use crate::{Standing, Story, html, tell, text};
use article::{Format, Hint};
use corpus::{ArticleId, Candidates, Entry, Outlet};
use sourcing::Reading;
use std::{fmt::Write as _, sync::Arc};

fn read(date: &str, outlet: &str, copy: &str) -> Reading {
    let hint =
        Hint { published: date.parse().ok(), outlet: Some(outlet.into()), ..Hint::default() };
    sourcing::read(Arc::new(article::read(copy, Format::Markdown, &hint)), None)
}

/// The report of the first of `articles`, each a date, an outlet and copy.
fn story(articles: &[(&str, &str, &str)]) -> Story {
    let (first, others) = articles.split_first().expect("a test needs an article");
    let reading = read(first.0, first.1, first.2);
    let entries = others.iter().map(|(date, outlet, copy)| {
        let id = ArticleId(format!("wire/{outlet}.md").into());
        let reading = Arc::new(read(date, outlet, copy));
        Arc::new(Entry::new(id, Outlet((*outlet).into()), false, reading))
    });
    let candidates = Candidates { entries: entries.collect(), ..Candidates::default() };
    let coverage = coverage::cover(&reading, &candidates);
    tell(&ArticleId("ours.md".into()), &reading, &coverage)
}

fn page(story: &Story) -> String {
    html(story, &|id| Some(id.to_string()))
}

fn ferry(toll: &str) -> String {
    format!(
        "# Ferry sinks off Almera\n\nThe ferry Santa Clara sank off Almera in a storm and {toll} \
         were killed, the coast guard said.\n"
    )
}

/// Each figure with its day and how it stands to ours, in order.
#[track_caller]
fn check_steps(ours: (&str, &str), others: &[(&str, &str)], want: &str) {
    let ours = (ours.0, "Valley Times", ferry(ours.1));
    let others = others.iter().enumerate().map(|(at, (date, toll))| {
        let outlet = ["Alfa", "Bravo", "Charlie"][at];
        (*date, outlet, ferry(toll))
    });
    let articles: Vec<_> = std::iter::once(ours).chain(others).collect();
    let articles: Vec<_> =
        articles.iter().map(|(date, outlet, it)| (*date, *outlet, &**it)).collect();
    let mut steps = String::new();
    for step in story(&articles).figures.iter().flat_map(|it| &it.steps) {
        let who = if step.articles.contains(&0) { "ours" } else { step.standing.name() };
        let _ = write!(steps, "{} {who}, ", step.words);
    }
    assert_eq!(steps.trim_end_matches(", "), want);
}

#[test]
fn a_toll_that_rises_is_told_from_one_that_cannot_be() {
    check_steps(
        ("2026-03-16", "14 people"),
        &[("2026-03-15", "11 people"), ("2026-03-14", "8 people"), ("2026-03-16", "40 people")],
        "8 people earlier, 11 people earlier, 14 people ours, 40 people conflicts",
    );
    check_steps(
        ("2026-03-14", "8 people"),
        &[("2026-03-15", "11 people"), ("2026-03-16", "14 people")],
        "8 people ours, 11 people later, 14 people later",
    );
    check_steps(("2026-03-14", "8 people"), &[("2026-03-15", "eight people")], "");
    check_steps(
        ("2026-03-16", "14 people"),
        &[("2026-03-15", "at least 40 people")],
        "at least 40 people conflicts, 14 people ours",
    );
}

#[test]
fn an_article_that_stands_alone_says_so_and_leaves_the_rest_out() {
    let story = story(&[("2026-03-14", "Valley Times", &ferry("8 people"))]);
    let page = page(&story);
    assert!(page.contains("No other article in this newsroom tells this story."));
    for part in ["<table", "timeline", "Quotes side by side", "and this article does not"] {
        assert!(!page.contains(part), "{part} in a report about one article");
    }
    assert!(text(&story, 80, &ToString::to_string).contains("No other article"));
}

#[test]
fn what_several_families_have_and_we_do_not_comes_first() {
    let more = "\nA second ship, the Esperanza, rescued all 60 children on board, the navy said.\n";
    let inquiry = "\nPresident Lucía Moreno ordered an inquiry on Sunday, her office said.\n";
    let alfa = ferry("8 people") + inquiry;
    let bravo =
        "# Storm sinks ferry\n\nEight people were killed when the ferry Santa Clara sank in a \
                 storm off Almera on Saturday, according to the coast guard.\n"
            .to_owned()
            + more;
    let charlie =
        "# Children saved\n\nThe Santa Clara, a ferry, went down off Almera, and eight people \
                   were killed in the storm, said the coast guard.\n"
            .to_owned()
            + more;
    let story = story(&[
        ("2026-03-14", "Valley Times", &ferry("8 people")),
        ("2026-03-14", "Alfa", &alfa),
        ("2026-03-15", "Bravo", &bravo),
        ("2026-03-15", "Charlie", &charlie),
    ]);
    let first = story.missing.first().expect("something is missing");
    assert_eq!((first.passages.len(), first.families), (2, 2), "{:?}", story.missing);
    assert!(first.passages[0].text.contains("60 children"));
    assert!(story.missing.iter().any(|it| it.passages[0].text.contains("inquiry")));
}

#[test]
fn hostile_copy_stays_copy() {
    let hostile = "</script><script>alert(1)</script>";
    let image = "<img src=x onerror=alert(2)>";
    let copy = |toll: &str| {
        format!(
            "---\ntitle: '{hostile}{image}'\nurl: javascript:alert(3)\n---\n\nThe ferry Santa Clara \
             sank off Almera in a storm and {toll} people were killed, the coast guard said. \
             `{hostile}`\n\n“A \\<b>night\\</b> \u{202e} we will not forget,” said Ana Ruiz. The ship's \
             name, `\" onclick=\"alert(4)`, was 12 metres long.\n"
        )
    };
    let (ours, theirs) = (copy("8"), copy("40"));
    let story = story(&[
        ("2026-03-14", "Valley <i>Times</i>", &ours),
        ("2026-03-14", "\"><svg onload=alert(5)>", &theirs),
    ]);
    assert_eq!(story.points[0].gravest(), Standing::Conflicts);
    let page = page(&story);
    assert_eq!(page.matches("<script").count(), 1, "{page}");
    for part in ["<img", "<svg", "<i>", "<b>", "javascript:", " onclick=\""] {
        assert!(!page.contains(part), "{part} in {page}");
    }
    assert!(page.contains("&lt;/script&gt;&lt;script&gt;alert(1)"));
}

#[test]
fn the_page_asks_for_nothing_and_is_the_same_each_time() {
    let (ours, theirs) = (ferry("8 people"), ferry("40 people"));
    let articles = [("2026-03-14", "Valley Times", &*ours), ("2026-03-14", "Alfa", &*theirs)];
    let page = page(&story(&articles));
    assert_eq!(page, super::tests::page(&story(&articles)));
    let policy = page.find("default-src &#39;none&#39;").expect("a policy");
    assert!(policy < page.find("<style").expect("style") && !page.contains("unsafe-"));
    for part in ["src=", "@import", "url(", "http://", "https://", " style="] {
        assert!(!page.contains(part), "{part} in the page");
    }
}

#[test]
fn no_copy_steers_the_terminal() {
    let (red, ours, theirs) = ("\u{1b}[31m", ferry("12 people"), ferry("40 people"));
    let outlets = [format!("Valley{red}Times"), format!("Al{red}fa")];
    let story = story(&[
        ("2026-02-04", &outlets[0], &ours.replace("storm", &format!("{red}storm"))),
        ("2026-02-04", &outlets[1], &theirs),
    ]);
    let report = text(&story, 80, &|id| format!("{red}{id}"));
    assert!(report.contains("[31mfa"), "{report}");
    assert!(report.chars().all(|it| it == '\n' || !it.is_control()), "{report}");
}

#[test]
fn a_pronoun_that_could_be_anybody_is_not_cited() {
    let cites = |copy: &str| super::cited(&read("2026-03-14", "Alfa", copy), 0);
    assert_eq!(cites("I think the Almera ferry sank in the storm.\n"), "");
    assert_eq!(cites("Mayor Ana Ruiz said the Almera ferry sank.\n"), "citing Ana Ruiz");
}

#[test]
fn who_says_most_of_a_sentence_is_cited_and_not_who_passes_it_on() {
    let cites = |copy: &str| super::cited(&read("2026-03-14", "Alfa", copy), 0);
    let most = "Alfa Radio ran the story on Monday, citing two officers who said the captain of the ferry \
                had left the bridge before it sank.\n";
    assert_eq!(cites(most), "partly citing two officers by way of Alfa Radio");
}
