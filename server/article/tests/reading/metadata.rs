//! What an article says about itself, and what its file says where it is silent.

use article::{Format, Hint, Metadata, Origin, read};
use expect_test::{Expect, expect};
use std::fmt::{Display, Write};

fn told(metadata: &Metadata) -> String {
    let mut out = String::new();
    let mut line = |name: &str, value: &dyn Display, origin: Origin| {
        writeln!(out, "{name}: {value} ({origin:?})").expect("a string");
    };
    for (name, fact) in
        [("outlet", &metadata.outlet), ("headline", &metadata.headline), ("url", &metadata.url)]
    {
        if let Some(fact) = fact {
            line(name, &fact.value, fact.origin);
        }
    }
    for (name, fact) in [("published", &metadata.published), ("updated", &metadata.updated)] {
        if let Some(fact) = fact {
            line(name, &fact.value, fact.origin);
        }
    }
    for (name, facts) in [("by", &metadata.bylines), ("taken from", &metadata.taken_from)] {
        for fact in facts {
            line(name, &fact.value, fact.origin);
        }
    }
    for source in &metadata.sources {
        writeln!(out, "source: {source:?}").expect("a string");
    }
    out
}

#[track_caller]
#[allow(clippy::needless_pass_by_value)]
fn check(name: &str, source: &str, expected: Expect) {
    let markdown = std::path::Path::new(name).extension().is_some_and(|e| e == "md");
    let format = if markdown { Format::Markdown } else { Format::Plain };
    let article = read(source, format, &Hint { name: name.into(), ..Hint::default() });
    crate::shown::holds(&article);
    let mut out = told(&article.metadata);
    for problem in &article.problems {
        writeln!(out, "problem at {:?}: {}", article.slice(problem.span), problem.message)
            .expect("a string");
    }
    if let Some(block) = article.blocks.iter().find(|block| block.is_copy()) {
        writeln!(out, "copy: {}", block.text).expect("a string");
    }
    expected.assert_eq(&out);
}

#[test]
fn yaml_front_matter_of_every_generator() {
    check(
        "a.md",
        "---\nTitle: \"Storm kills 12\"\ndate: 2026-03-04T09:00:00Z\nlastmod: 5 March 2026\nauthors:\n  - Ana Kelman\n  - name: Bo Carter\npublisher: Valley Times\ncanonical_url: https://example.org/storm\nsources:\n  - id: police\n    name: East Valley Police\n    kind: official\n---\nRain fell.\n",
        expect![[r#"
            outlet: Valley Times (FrontMatter)
            headline: Storm kills 12 (FrontMatter)
            url: https://example.org/storm (FrontMatter)
            published: 2026-03-04 (FrontMatter)
            updated: 2026-03-05 (FrontMatter)
            by: Ana Kelman (FrontMatter)
            by: Bo Carter (FrontMatter)
            source: DeclaredSource { id: "police", name: Some("East Valley Police"), kind: Some("official") }
            copy: Rain fell.
        "#]],
    );
}

#[test]
fn toml_front_matter_with_extra() {
    check(
        "a.md",
        "+++\ntitle = \"Storm kills 12\"\ndate = 2026-03-04\n[extra]\noutlet = \"Valley Times\"\nsources = [{ id = \"police\", kind = \"official\" }]\n+++\nRain fell.\n",
        expect![[r#"
            outlet: Valley Times (FrontMatter)
            headline: Storm kills 12 (FrontMatter)
            published: 2026-03-04 (FrontMatter)
            source: DeclaredSource { id: "police", name: None, kind: Some("official") }
            copy: Rain fell.
        "#]],
    );
}

#[test]
fn half_typed_front_matter_is_read_as_far_as_it_goes() {
    check(
        "a.md",
        "---\ntitle: Storm: 12 dead\noutlet: \"Valley Times\ndate: 2026-03-04\n---\nRain fell.\n",
        expect![[r#"
            outlet: Valley Times (FrontMatter)
            headline: Storm: 12 dead (FrontMatter)
            published: 2026-03-04 (FrontMatter)
            problem at "": front matter is not valid YAML: mapping values are not allowed in this context
            copy: Rain fell.
        "#]],
    );
    check(
        "a.md",
        "---\ntitle: Storm\noutlet: Valley Times\n\nRain fell.\n",
        expect![[r#"
        outlet: Valley Times (FrontMatter)
        headline: Storm (FrontMatter)
        problem at "---": front matter without an end; expected a line `---` after it
        copy: Rain fell.
    "#]],
    );
    check(
        "a.md",
        "+++\ntitle = \"Storm\ndate = 2026-03-04\n+++\nRain fell.\n",
        expect![[r#"
            outlet: A (File)
            headline: Storm (FrontMatter)
            published: 2026-03-04 (FrontMatter)
            problem at "": front matter is not valid TOML: invalid basic string, expected `"`
            copy: Rain fell.
        "#]],
    );
    check(
        "a.md",
        "---\ndate: soon\n---\nRain fell.\n",
        expect![[r#"
            outlet: A (File)
            problem at "soon": `soon` is not a date; expected one like 2026-03-04
            copy: Rain fell.
        "#]],
    );
    check(
        "a.md",
        "---\n",
        expect![[r#"
            outlet: A (File)
        "#]],
    );
}

#[test]
fn a_rule_at_the_head_is_no_front_matter() {
    check(
        "a.md",
        "---\n\nRain fell on Monday.\n\n---\n\nMore fell on Tuesday.\n",
        expect![[r#"
            outlet: A (File)
            copy: Rain fell on Monday.
        "#]],
    );
}

#[test]
fn what_the_text_says() {
    check(
        "wire/valley.txt",
        "Dam at Halden holds as rain eases\nBy Mina Halson\nPublished 4 March 2026 | Updated 5 March 2026, 10:00\nThe dam held through the night, engineers said on Wednesday.\nIt had rained for four days without a break, the county said.\n© 2026 Valley Times\n",
        expect![[r#"
            outlet: Valley Times (Text)
            headline: Dam at Halden holds as rain eases (Text)
            published: 2026-03-04 (Text)
            updated: 2026-03-05 (Text)
            by: Mina Halson (Text)
            copy: Dam at Halden holds as rain eases
        "#]],
    );
    check(
        "wire/2026-03-05-valley-times.txt",
        "HALDEN, March 4 (Reuters) - The dam held through the night, engineers said.\nIt had rained for four days without a break, the county said.\n",
        expect![[r#"
            outlet: Reuters (Text)
            published: 2026-03-04 (Text)
            copy: The dam held through the night, engineers said.
        "#]],
    );
    check(
        "valley.txt",
        "HALDEN, Norway, March 4, 2026 (Reuters) - The dam held through the night, engineers said.\n",
        expect![[r#"
            outlet: Reuters (Text)
            published: 2026-03-04 (Text)
            copy: The dam held through the night, engineers said.
        "#]],
    );
    check(
        "a.txt",
        "The dam held through the night, engineers said on Wednesday.\nThis article first appeared in The Valley Times. To have it removed, contact Reprint.example at once.\n",
        expect![[r#"
            outlet: Reprint.example (Text)
            taken from: The Valley Times (Text)
            copy: The dam held through the night, engineers said on Wednesday.
        "#]],
    );
}

#[test]
fn the_callers_word_is_final() {
    let hint = Hint {
        name: "x.md".into(),
        outlet: Some("Herald".into()),
        published: "2026-03-04".parse().ok(),
        ..Hint::default()
    };
    let article = read("---\noutlet: Times\ndate: 2020-01-01\n---\nRain.", Format::Markdown, &hint);
    assert_eq!(
        told(&article.metadata),
        "outlet: Herald (Caller)\npublished: 2026-03-04 (Caller)\n"
    );
}
