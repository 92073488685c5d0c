//! No fix of any finding changes a character between quotation marks: tried on the newsroom and on
//! copy put together at random.
#![allow(clippy::unwrap_used, missing_docs)]

use article::{Format, Hint};
use corpus::{ArticleId, Candidates, Entry, Outlet};
use rules::{Beside, Context, Settings, Target};
use sourcing::Reading;
use std::{fs, path::Path, sync::Arc};

/// Reads `source`, checks it beside `others`, and makes every change on offer. Says how many.
fn try_every_fix(source: &str, name: &str, others: Vec<Arc<Entry>>) -> usize {
    let reading = read(source, name);
    let coverage =
        coverage::cover(&reading, &Candidates { entries: others, ..Candidates::default() });
    let settings = Settings { profile: rules::Profile::Research, ..Settings::default() };
    let context = Context::new(&reading, &coverage, &settings);
    let beside = Beside { id: name, name, inline: true, ..Beside::default() };
    let mut offers: Vec<rules::Fix> = Vec::new();
    for finding in rules::check(&context) {
        let offered = rules::fixes(&context, &beside, &finding);
        // A missing mark is put in on purpose, and what stands between marks changes with it.
        let sacred = |fix: &rules::Fix| fix.edits.iter().all(|it| !["“", "”"].contains(&&*it.text));
        offers.extend(offered.into_iter().filter(sacred));
    }
    for quote in &reading.quotes {
        offers.extend(rules::quote_fixes(&context, &beside, reading.span(quote.inside).start));
    }
    for fix in &offers {
        let mut changed = source.to_owned();
        let mut edits: Vec<_> =
            fix.edits.iter().filter(|it| it.target == Target::Article).collect();
        edits.sort_by_key(|edit| edit.span);
        for edit in edits.iter().rev() {
            changed.replace_range(edit.span.start..edit.span.end, &edit.text);
        }
        let (before, after) = (quoted(source), quoted(&changed));
        assert!(
            before.iter().all(|words| after.contains(words)),
            "{}:\n{source}\n{changed}",
            fix.title
        );
    }
    offers.len()
}

/// What stands between “ and the next ” of a line, found without the help of any room.
fn quoted(text: &str) -> Vec<&str> {
    let pairs =
        text.lines().flat_map(|line| line.split('“').skip(1).filter_map(|it| it.split_once('”')));
    pairs.map(|(words, _)| words).collect()
}

fn read(source: &str, name: &str) -> Arc<Reading> {
    let markdown = Path::new(name).extension() == Some("md".as_ref());
    let format = if markdown { Format::Markdown } else { Format::Plain };
    let hint = Hint { name: name.into(), ..Hint::default() };
    Arc::new(sourcing::read(Arc::new(article::read(source, format, &hint)), None))
}

#[test]
fn in_the_newsroom() {
    let newsroom = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/newsroom");
    let mut offers = 0;
    for story in ["call", "fire", "quake", "vote"] {
        let mut files: Vec<(String, String)> = fs::read_dir(newsroom.join(story))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some())
            .map(|path| {
                (
                    path.file_name().unwrap().to_string_lossy().into(),
                    fs::read_to_string(path).unwrap(),
                )
            })
            .collect();
        files.sort();
        let entries: Vec<Arc<Entry>> = files
            .iter()
            .map(|(name, text)| {
                let outlet = Outlet(name.as_str().into());
                Arc::new(Entry::new(
                    ArticleId(name.as_str().into()),
                    outlet,
                    false,
                    read(text, name),
                ))
            })
            .collect();
        for (name, text) in &files {
            let others = entries.iter().filter(|entry| *entry.id.0 != **name).cloned().collect();
            offers += try_every_fix(text, name, others);
        }
    }
    assert!(offers > 100, "only {offers} fixes were on offer");
}

#[test]
fn in_copy_put_together_at_random() {
    const PARTS: &[&str] = &[
        "“",
        "”",
        "“We lost TK houses",
        " and 4,2000 people,” ",
        "said Anna Smyth",
        ". ",
        "\n\n",
        "Sources said ",
        "On Tuesday, March 4, 2026, ",
        "critics say “",
        "he “did",
        " not” go",
        "‘so",
        "’ ",
        "[",
        "]",
        "- ",
        "> ",
        "# ",
        "The firm hid 40 deaths. ",
        "it reportedly fell",
        "{.quote}",
        "<!-- x -->",
        "Ben Hall",
        ", ",
        "“No,” ",
    ];
    let mut dice = fastrand::Rng::with_seed(7);
    let mut offers = 0;
    for _ in 0..400 {
        let mut copy = String::from("Anna Smyth met Ben Hall.\n\n");
        for _ in 0..14 {
            copy.push_str(PARTS[dice.usize(..PARTS.len())]);
        }
        offers += try_every_fix(&copy, "a.md", Vec::new());
    }
    assert!(offers > 400, "only {offers} fixes were on offer");
}
