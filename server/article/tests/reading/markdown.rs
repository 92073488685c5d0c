//! What a reporter writes in Markdown, and how it is read.

use crate::shown::{article, shown};
use article::Format;
use expect_test::{Expect, expect};

#[track_caller]
#[allow(clippy::needless_pass_by_value)]
fn check(source: &str, expected: Expect) {
    expected.assert_eq(&shown(&article(source, Format::Markdown)));
}

#[test]
fn blocks_are_read_as_clean_text() {
    check(
        "\
# Dam holds at Halden

Rain **stopped** on [Monday](https://example.org/x), *engineers* said,
after `four` days of AT&amp;T outages\\*.

## What is known

- Twelve people are missing.
- Two farms:
  1. Ek
  2. Lund

> “We had no warning,”
> Halson said.
>
> > She left at noon.

![The dam on Monday](dam.jpg)

| Town | Homes |
|---|---|
| Ek | 40 |
",
        expect![[r#"
            headline: Dam holds at Halden
            paragraph: Rain stopped on Monday, engineers said, after four days of AT&T outages*.
            subhead: What is known
            item: Twelve people are missing.
            item: Two farms:
            item: Ek
            item: Lund
            quote: “We had no warning,” Halson said.
            quote: She left at noon.
            caption: The dam on Monday
            item: Town
            item: Homes
            item: Ek
            item: 40
        "#]],
    );
}

#[test]
fn code_is_furniture_and_indented_copy_is_copy() {
    check(
        "Rain fell.\n\n```\nlet x = 1;\n```\n\n    The mayor, indented,\n    said no.\n",
        expect![[r#"
            paragraph: Rain fell.
            furniture: let x = 1;
            paragraph: The mayor, indented, said no.
        "#]],
    );
}

#[test]
fn html_is_dropped_and_its_text_kept() {
    check(
        "<div class=\"lead\">\n<p>Rain fell on <b>Halden</b>.</p>\n<p>The dam\nheld.</p>\n</div>\n\n<script>\nvar a = '<p>no</p>';\n</script>\n\nIt is <span>over</span> <!-- note --> now.\n\n<figcaption>The dam</figcaption>\n",
        expect![[r#"
            paragraph: Rain fell on Halden.
            paragraph: The dam held.
            paragraph: It is over now.
            caption: The dam
        "#]],
    );
}

#[test]
fn entities_are_resolved_in_html_as_in_markdown() {
    check(
        "AT&amp;T rose, &#8220;well&rdquo;.\n\n<p>AT&amp;T rose, &#8220;well&rdquo;.</p>\n\n<p>R&D; &nosuch; &amp no &#x41;&#66;&</p>\n",
        expect![[r#"
            paragraph: AT&T rose, “well”.
            paragraph: AT&T rose, “well”.
            paragraph: R&D; &nosuch; &amp no AB&
        "#]],
    );
}

#[test]
fn bylines_datelines_and_notices_are_furniture() {
    check(
        "# Dam holds\n\n*By Mina Halson*\n\nHALDEN, March 4 (Reuters) — The dam held on Wednesday, engineers said.\n\nNobody was hurt, police said in a statement.\n\n*© 2026 Valley Times. All rights reserved.*\n",
        expect![[r#"
            headline: Dam holds
            furniture: By Mina Halson
            furniture: HALDEN, March 4 (Reuters) — 
            paragraph: The dam held on Wednesday, engineers said.
            paragraph: Nobody was hurt, police said in a statement.
            furniture: © 2026 Valley Times. All rights reserved.
        "#]],
    );
}

#[test]
fn a_tagged_quote_is_clean_copy_and_a_tag() {
    let source = "She said [“We *had* no warning”]{.quote speaker=\"Mina Halson\" source=\"East Valley Police\"} twice.\n";
    check(
        source,
        expect![[r#"
        paragraph: She said “We had no warning” twice.
    "#]],
    );
    let article = article(source, Format::Markdown);
    let tag = &article.tags[0];
    assert_eq!(article.slice(tag.quote), "“We *had* no warning”");
    assert_eq!(tag.speaker.as_deref(), Some("Mina Halson"));
    assert_eq!(tag.source.as_deref(), Some("East Valley Police"));
    let block = &article.blocks[0];
    let quote = block.text.find("“We had no warning”").expect("clean text");
    assert_eq!(article.slice(block.span_of(quote..quote + 3)), "“");
}

#[test]
fn ignore_comments_apply_to_their_block_the_next_or_the_file() {
    let source = "\
<!-- presscheck-ignore-file NUM004 -->
First. <!-- presscheck-ignore SRC001, src007: named in the box -->

<!-- presscheck-ignore -->
<!-- a note -->

Second.
";
    let article = article(source, Format::Markdown);
    let ignores: Vec<String> = article
        .ignores
        .iter()
        .map(|ignore| {
            let scope = ignore.scope.map_or("the file", |scope| article.slice(scope));
            let reason = ignore.reason.as_deref().unwrap_or("no reason");
            format!("{} in {}: {reason}", ignore.rules.join("+"), scope.get(..6).unwrap_or(scope))
        })
        .collect();
    assert_eq!(
        ignores,
        [
            "NUM004 in the fi: no reason",
            "SRC001+SRC007 in First.: named in the box",
            " in Second: no reason"
        ]
    );
    check(
        source,
        expect![[r#"
        paragraph: First.
        paragraph: Second.
    "#]],
    );
}

#[test]
fn a_comment_half_typed_does_not_swallow_the_rest() {
    check(
        "Rain fell.\n\n<!-- presscheck-ig\n\nThe dam held.\n",
        expect![[r#"
        paragraph: Rain fell.
        paragraph: The dam held.
    "#]],
    );
    let article = article("Rain <!-- fell.\n\nThe dam held.\n", Format::Markdown);
    assert_eq!(article.problems[0].message, "comment without an end; expected `-->`");
}
