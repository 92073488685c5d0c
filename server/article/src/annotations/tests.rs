use super::*;
use crate::{Format, Hint};
use fastrand::Rng;

const STORY: &str = "🌊 Élan rose. “We had no warning,” Mina Halson said.\nNobody had.";

/// The tag of `words`, said by `speaker`.
fn tag(source: &str, words: &str, speaker: &str) -> QuoteTag {
    let at = source.find(words).expect("words of the source");
    QuoteTag::beside(Span::new(at, at + words.len()), speaker, None)
}

fn tagged(source: &str, tags: &[QuoteTag]) -> String {
    let mut sidecar = Sidecar::open(None, source).expect("a new sidecar");
    sidecar.tag("dam.txt", tags);
    sidecar.into_text()
}

fn halson() -> String {
    tagged(STORY, &[tag(STORY, "We had no warning,", "Mina Halson")])
}

#[track_caller]
fn check(sidecar: &str, source: &str, expected: &[(&str, &str)], orphans: usize) {
    let sidecar = Sidecar::open(Some(sidecar), source).expect("readable");
    let tags = sidecar.tags();
    let found: Vec<(&str, &str)> = tags
        .iter()
        .map(|tag| (&source[tag.quote.start..tag.quote.end], tag.speaker.as_deref().unwrap_or("")))
        .collect();
    assert_eq!(found, expected);
    assert_eq!(sidecar.orphans().len(), orphans);
}

#[test]
fn a_tag_is_read_back_where_it_was_put() {
    let sidecar = halson();
    check(&sidecar, STORY, &[("We had no warning,", "Mina Halson")], 0);
    let value: Value = serde_json::from_str(&sidecar).expect("JSON");
    let selectors = &value["first"]["items"][0]["target"]["selector"];
    assert_eq!(
        (selectors[1]["start"].as_u64(), selectors[1]["end"].as_u64()),
        (Some(14), Some(32))
    );
    assert_eq!(selectors[0]["prefix"], "🌊 Élan rose. “");
}

#[test]
fn a_tag_follows_its_quote_through_edits() {
    let sidecar = halson();
    let kept = &[("We had no warning,", "Mina Halson")];
    check(&sidecar, &format!("A new lede.\n{STORY}"), kept, 0);
    check(&sidecar, "“We had no warning,” she said.", kept, 0);
    // Among several the one with the same surroundings.
    let twice = format!("“We had no warning,” the mayor said. {STORY}");
    let sidecar = Sidecar::open(Some(&sidecar), &twice).expect("readable");
    assert!(sidecar.tags()[0].span.start > 40);
}

#[test]
fn new_line_breaks_and_straight_marks_are_the_same_words() {
    let wrapped = "🌊 Élan rose.\r\n\"We had\r\nno  warning,\" Mina Halson said.";
    check(&halson(), wrapped, &[("We had\r\nno  warning,", "Mina Halson")], 0);
}

#[test]
fn a_quote_that_is_gone_leaves_an_orphan() {
    check(&halson(), "We were warned.", &[], 1);
    check(&halson(), "", &[], 1);
    check(&halson(), "“We had no warnings,” Mina Halson said.", &[], 1);
    let mut sidecar = Sidecar::open(Some(&halson()), "").expect("readable");
    let orphan = Orphan { quote: "We had no warning,".into(), speaker: Some("Mina Halson".into()) };
    assert_eq!(sidecar.orphans(), std::slice::from_ref(&orphan));
    sidecar.discard(&[orphan]);
    assert_eq!(sidecar.into_text(), tagged("", &[]));
}

#[test]
fn a_short_quote_is_not_found_in_somebody_elses_mouth() {
    let source =
        "Anna Smyth was asked first.\n“Yes,” she said.\nThen it was Ben Hall.\n“Yes,” he said.\n";
    let at = source.rfind("Yes,").expect("two");
    let sidecar = tagged(
        source,
        &[
            tag(source, "Yes,", "Anna Smyth"),
            QuoteTag::beside(Span::new(at, at + 4), "Ben Hall", None),
        ],
    );
    check(&sidecar, source, &[("Yes,", "Anna Smyth"), ("Yes,", "Ben Hall")], 0);
    let without_anna = source.replacen("“Yes,” she said.\n", "", 1);
    check(&sidecar, &without_anna, &[("Yes,", "Ben Hall")], 1);
    check(&sidecar, "“Yes,” they said in the end.", &[], 2);
}

#[test]
fn tagging_again_replaces_and_keeps_what_others_wrote() {
    let mut value: Value = serde_json::from_str(&halson()).expect("JSON");
    value["first"]["items"][0]["rights"] = "desk".into();
    value["first"]["items"][0]["target"]["selector"][0]["note"] = "ours".into();
    value["creator"] = "A. Checker".into();
    value["total"] = 1.into();
    let items = value["first"]["items"].as_array_mut().expect("items");
    items.push(json!({ "motivation": "assessing", "id": "urn:x" }));
    let text = value.to_string();
    let moved = format!("New. {STORY}");
    let mut sidecar = Sidecar::open(Some(&text), &moved).expect("readable");
    sidecar.tag("dam.txt", &[tag(&moved, "We had no warning,", "The mayor")]);
    let text = sidecar.into_text();
    check(&text, &moved, &[("We had no warning,", "The mayor")], 0);
    for kept in [
        "\"rights\": \"desk\"",
        "\"note\": \"ours\"",
        "\"creator\": \"A. Checker\"",
        "assessing",
        "\"total\": 2",
        "\"start\": 19",
    ] {
        assert!(text.contains(kept), "{kept} in {text}");
    }
    let mut sidecar = Sidecar::open(Some(&text), &moved).expect("readable");
    sidecar.untag(|_| true);
    let text = sidecar.into_text();
    check(&text, &moved, &[], 0);
    assert!(text.contains("assessing") && !text.contains("Halson"), "{text}");
}

#[test]
fn what_is_untagged_is_the_file_that_was() {
    let before = tagged(STORY, &[tag(STORY, "Nobody had.", "Nobody")]);
    let mut sidecar = Sidecar::open(Some(&before), STORY).expect("readable");
    let quote = tag(STORY, "We had no warning,", "Mina Halson");
    sidecar.tag("dam.txt", std::slice::from_ref(&quote));
    let between = sidecar.into_text();
    assert_ne!(between, before);
    let mut sidecar = Sidecar::open(Some(&between), STORY).expect("readable");
    sidecar.untag(|span| span == quote.quote);
    assert_eq!(sidecar.into_text(), before);
}

#[test]
fn tags_of_two_people_are_the_same_file_in_either_order() {
    let tags = [tag(STORY, "We had no warning,", "Mina Halson"), tag(STORY, "Nobody had.", "B")];
    let one_by_one = |order: [usize; 2]| {
        order.iter().fold(None, |text: Option<String>, &index| {
            let mut sidecar = Sidecar::open(text.as_deref(), STORY).expect("readable");
            sidecar.tag("dam.txt", &tags[index..=index]);
            Some(sidecar.into_text())
        })
    };
    assert_eq!(one_by_one([0, 1]), one_by_one([1, 0]));
    assert_eq!(one_by_one([0, 1]), Some(tagged(STORY, &tags)));
}

#[test]
fn a_broken_sidecar_is_said_and_never_written_over() {
    for broken in ["{", "3", "{\"type\": \"Annotation\"}", "[1, 2", "\u{0}"] {
        let said = Sidecar::open(Some(broken), STORY).expect_err("broken").message;
        assert!(said.starts_with("annotations: "), "{said}");
    }
    check("[1, null, {\"target\": 3}, {\"body\": {\"purpose\": \"tagging\"}}]", STORY, &[], 0);
}

#[test]
fn equal_quotes_with_equal_surroundings_are_told_apart() {
    let source = "“No, no,” he said. ".repeat(9);
    let places = source.match_indices("No, no,").enumerate();
    let speaker = |n: usize| format!("Speaker {n}");
    let tags: Vec<QuoteTag> = places
        .map(|(n, (at, it))| QuoteTag::beside(Span::new(at, at + it.len()), &speaker(n), None))
        .collect();
    let text = tagged(&source, &tags);
    assert_eq!(text.matches("urn:uuid:").collect::<Vec<_>>().len(), 9);
    assert_eq!(Sidecar::open(Some(&text), &source).expect("readable").tags(), tags);
}

/// Copy with quotes in it, and where they stand without their marks.
fn copy(dice: &mut Rng) -> (String, Vec<Span>) {
    const WORDS: [&str; 12] = [
        "we",
        "água",
        "🌊",
        "no\r\nwarning",
        "[sic]",
        "{x}",
        "said",
        "the dam",
        "“",
        "it’s",
        "\\",
        "rose",
    ];
    let (mut text, mut quotes) = (String::new(), Vec::new());
    for _ in 0..=dice.usize(..6) {
        let mut words = |text: &mut String, least: usize| {
            for _ in 0..least + dice.usize(..6) {
                text.push_str(WORDS[dice.usize(..WORDS.len())]);
                text.push(' ');
            }
        };
        words(&mut text, 1);
        text.push('"');
        let start = text.len();
        words(&mut text, 1);
        text.truncate(text.trim_end().len());
        quotes.push(Span::new(start, text.len()));
        text.push_str("\" ");
        words(&mut text, 1);
        text.push_str("\r\n\r\n");
    }
    (text, quotes)
}

/// Makes an edit at random; says where each quote is then, or `None` once it or its marks were
/// changed.
fn edit(dice: &mut Rng, text: &mut String, quotes: &mut [Option<Span>]) {
    const NEW: [&str; 8] = ["x", "\r\n", "é", "🙂🙂", "\"", " ", "A whole new paragraph.\n\n", ""];
    let start = text.floor_char_boundary(dice.usize(..=text.len()));
    let gone = if dice.usize(..2) == 0 { 0 } else { dice.usize(..12) };
    let end = text.ceil_char_boundary((start + gone).min(text.len()));
    let new = NEW[dice.usize(..NEW.len())];
    text.replace_range(start..end, new);
    for quote in quotes {
        *quote = quote.and_then(|it| match () {
            () if it.end < start => Some(it),
            () if end < it.start => {
                let moved = |at: usize| at - (end - start) + new.len();
                Some(Span::new(moved(it.start), moved(it.end)))
            }
            () => None,
        });
    }
}

#[test]
fn through_thousands_of_edits_no_tag_is_lost_or_put_on_another_quote() {
    for seed in 0..600 {
        let mut dice = Rng::with_seed(seed);
        let (mut text, quotes) = copy(&mut dice);
        let speaker = |index: usize| format!("Speaker {index}");
        let tags: Vec<QuoteTag> = quotes
            .iter()
            .enumerate()
            .map(|(index, &span)| QuoteTag::beside(span, &speaker(index), None))
            .collect();
        let mut sidecar = tagged(&text, &tags);
        // Words that stand twice can be taken for one another once their surroundings are gone.
        let words: Vec<&str> = quotes.iter().map(|it| &text[it.start..it.end]).collect();
        let alone: Vec<bool> = words.iter().map(|words| text.matches(words).count() == 1).collect();
        let mut now: Vec<Option<Span>> = quotes.into_iter().map(Some).collect();
        for _ in 0..=dice.usize(..8) {
            edit(&mut dice, &mut text, &mut now);
            let opened = Sidecar::open(Some(&sidecar), &text).expect("readable");
            let (found, orphans) = (opened.tags(), opened.orphans());
            assert_eq!(found.len() + orphans.len(), now.len(), "seed {seed}: {text:?}");
            for (index, place) in now.iter().enumerate() {
                let mine = found.iter().find(|tag| tag.speaker == Some(speaker(index)));
                let (Some(tag), Some(place), true) = (mine, place, alone[index]) else { continue };
                assert_eq!(tag.quote, *place, "seed {seed}, quote {index}: {text:?}");
            }
            // Now and then somebody saves the file, and the next edit starts from there.
            if dice.usize(..3) == 0 {
                sidecar = opened.into_text();
            }
        }
        let found = Sidecar::open(Some(&sidecar), &text).expect("readable").tags();
        let long = |span: &Span| span.len() >= 40;
        for (index, place) in now.iter().enumerate().filter_map(|(i, at)| Some((i, (*at)?))) {
            let stays = found.iter().any(|tag| tag.speaker == Some(speaker(index)));
            assert!(stays || !long(&place), "seed {seed}, quote {index} is lost: {text:?}");
        }
    }
}

#[test]
fn an_article_takes_its_tags_from_both_places() {
    let source =
        "[“We had no warning,”]{.quote speaker=Halson} she said. “It rose fast,” Ben Hall said.";
    let beside = tagged(
        source,
        &[tag(source, "We had no warning,", "Nobody"), tag(source, "It rose fast,", "Ben Hall")],
    );
    let mut article = crate::read(source, Format::Markdown, &Hint::default());
    article.annotate(beside);
    let speakers: Vec<_> = article.tags.iter().filter_map(|tag| tag.speaker.as_deref()).collect();
    assert_eq!(speakers, ["Halson", "Ben Hall"]);
    let inline: Vec<bool> = article.tags.iter().map(QuoteTag::is_inline).collect();
    assert_eq!(inline, [true, false]);
}
