//! # SRC002: single anonymous source
//!
//! ## What it does
//! Finds statements that rest on one unnamed person who says or confirms them, where the sentence
//! names nobody else and no other outlet of the newsroom reports the point. A source that is taken
//! up later, as "the official" or in the same words, is not marked again.
//!
//! ## Why
//! One source that cannot be asked is the weakest there is. A second source, or an editor who knows
//! the first one, makes it fit to print.
//!
//! ## Examples
//! ```news
//! The firm will appeal, a person familiar with its plans said.
//!                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ SRC002
//! ```
//! ```news
//! The firm will appeal, two people familiar with its plans said.
//!
//! The firm will appeal, its chief executive, Marit Halvorsen, said.
//!
//! A young official apologised for the letter. No senior official has defended it.
//! ```
//!
//! ## Fix
//! None can be offered: find a second source, name the first, or say why it cannot be named.
//!
//! ## Basis
//! Reuters Handbook of Journalism, on unnamed sources; BBC Editorial Guidelines, on single sources.
//!
//! ## Measured precision
//! 14 of 14 findings on 144 US news articles judged right by hand, 24 of 27 on 210 articles of seven other
//! outlets (every fourth of `PolNeAR` train); 12 of 20 on 105 more of them, read
//! last, where five others quote readers' comments from the web.

use crate::{
    Check, Context, Diagnostic, Rule, Severity,
    rules::sourcing::{is_bare_sources, named, names_in, vouches},
};
use language::{MentionKind, TextRange};
use sourcing::{Attribution, Form, Place, Reading, SourceKind};
use std::collections::HashSet;

/// The rule.
pub static RULE: Rule = Rule {
    id: "SRC002",
    name: "single anonymous source",
    severity: Severity::Warning,
    source: include_str!("single_anonymous.rs"),
    check: Check::Article(check),
};

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let reading = context.reading;
    let names_another = |sentence| {
        names_in(reading, sentence, |kind| {
            !matches!(kind, None | Some(SourceKind::Anonymous | SourceKind::Vague))
        })
    };
    let mut described = HashSet::new();
    for (attribution, source) in named(reading, |kind| kind == Some(SourceKind::Anonymous)) {
        let words = reading.words(source);
        if !is_somebody(words) || is_bare_sources(words) || is_plural(words) || takes_up(words) {
            continue;
        }
        let anonymous = attribution.class.is_none_or(vouches)
            && !sends(reading, attribution)
            && !asks(reading, attribution)
            && !is_anybody(reading, source, attribution)
            && !is_named_behind(reading, source)
            && !is_named_below(reading, source);
        if !anonymous {
            continue;
        }
        let sentence = reading.sentence_at(source);
        if !described.insert(description(words)) {
            continue;
        }
        if sentence.is_some_and(names_another) {
            continue;
        }
        let reported = sentence.and_then(|sentence| context.corroboration(sentence).next());
        let via =
            attribution.via.as_ref().map(|via| format!(", quoted by {via}")).unwrap_or_default();
        let (severity, message) = match reported {
            None => (
                RULE.severity,
                format!(
                    "This rests on one unnamed source{via}: name the source, or find a second one."
                ),
            ),
            Some(report) => (Severity::Hint, {
                let outlets = context.outlets(&[report.teller]);
                format!("This rests on one unnamed source{via}; {outlets} reports it too.")
            }),
        };
        let related = reported.map(|report| {
            let theirs = context.reading_of(report.teller).sentences[report.sentence].place;
            context.related(report.teller, theirs)
        });
        out.push(Diagnostic {
            severity,
            related: related.into_iter().collect(),
            ..Diagnostic::new(&RULE, reading.span(source), message)
        });
    }
}

/// Whether the source passes something on rather than says it: "emailed tips to members".
fn sends(reading: &Reading, attribution: &Attribution) -> bool {
    let cue = attribution.cue.last().map_or("", |cue| reading.words(*cue));
    let last = cue.rsplit(' ').next().unwrap_or_default();
    let sent = ["emailed", "e-mailed", "texted", "posted", "tweeted", "read", "published"];
    attribution.form == Form::Indirect && sent.contains(&last)
}

/// Whether the source only asks: nothing rests on a question.
fn asks(reading: &Reading, attribution: &Attribution) -> bool {
    let cue = attribution.cue.last().map_or("", |cue| reading.words(*cue));
    let verb = cue.split(' ').any(|word| word.starts_with("ask") || word.starts_with("wonder"));
    let question = |place: &Place| {
        reading.words(*place).trim_end_matches(['”', '"', '’', '\'']).ends_with('?')
    };
    verb || !attribution.content.is_empty() && attribution.content.iter().all(question)
}

/// Whether `source` describes a person who speaks for themselves: not "it", not "no official", nor the
/// voice of a film.
fn is_somebody(source: &str) -> bool {
    const VOICES: [&str; 5] = ["narrator", "voiceover", "voice-over", "announcer", "moderator"];
    let Some((first, _)) = source.split_once(' ') else { return false };
    !["no", "neither", "not", "any"].iter().any(|none| first.eq_ignore_ascii_case(none))
        && !VOICES.contains(&head(source))
}

/// Whether `source` is whoever it may be: "when a doctor says no".
fn is_anybody(reading: &Reading, source: Place, attribution: &Attribution) -> bool {
    let Some(sentence) = reading.sentence_at(source) else { return false };
    let start = reading.sentences[sentence].place.range.start;
    let before = Place { range: TextRange::new(start, source.range.start), ..source };
    let last =
        reading.words(before).trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
    let cue = attribution.cue.first().map_or("", |cue| reading.words(*cue));
    let present = cue.ends_with('s') && !cue.contains(' ');
    present && ["when", "whenever", "if", "unless", "until"].contains(&&*last)
}

/// Whether the lead only describes somebody whom the paragraphs behind it name: "A Dunmore baker said on
/// Monday …" above "“We never sleep,” said Ada Moss, who has run the shop since May."
fn is_named_below(reading: &Reading, source: Place) -> bool {
    const UNNAMED: [&str; 14] = [
        "source",
        "official",
        "insider",
        "person",
        "aide",
        "adviser",
        "advisor",
        "diplomat",
        "employee",
        "staffer",
        "executive",
        "operative",
        "informant",
        "whistleblower",
    ];
    let lead = reading.sentences.iter().find(|it| reading.article.blocks[it.place.block].is_copy());
    if lead.is_none_or(|lead| lead.place.block != source.block)
        || UNNAMED.contains(&head(reading.words(source)))
    {
        return false;
    }
    named(reading, |kind| kind == Some(SourceKind::Person)).any(|(attribution, place)| {
        let below = (source.block + 1..source.block + 4).contains(&place.block);
        below && attribution.entity.is_some()
    })
}

/// Whether the description ends with a name: "a former official, Ada Moss".
fn is_named_behind(reading: &Reading, source: Place) -> bool {
    let past = reading.names.partition_point(|name| name.place.block < source.block);
    let here = reading.names[past..].iter().take_while(|name| name.place.block == source.block);
    let mut last = here.filter(|name| {
        name.kind == MentionKind::Person && name.place.range.end == source.range.end
    });
    last.any(|name| {
        let end = name.place.range.start.max(source.range.start);
        let before = Place { range: TextRange::new(source.range.start, end), ..source };
        reading.words(before).ends_with(", ")
    })
}

/// What tells one unnamed source of an article from another: the words without the article, and
/// without ranks that a second mention drops.
fn description(source: &str) -> String {
    let words = source.split(' ').map(str::to_lowercase);
    let telling = words.filter(|word| !["a", "an", "one", "senior", "top"].contains(&&**word));
    telling.collect::<Vec<_>>().join(" ")
}

/// Whether `source` takes up one described before: "the official", "this person".
fn takes_up(source: &str) -> bool {
    let mut words = source.split(' ');
    let definite = words.next().is_some_and(|first| {
        ["the", "this", "that", "he", "she", "they", "who"].contains(&first.to_lowercase().as_str())
    });
    definite && words.count() < 2
}

/// Whether `source` is several people: "two officials", "people familiar with the talks".
fn is_plural(source: &str) -> bool {
    const SEVERAL: [&str; 20] = [
        "two", "three", "four", "five", "six", "several", "some", "many", "most", "both", "few",
        "number", "group", "cluster", "crowd", "handful", "couple", "pair", "dozens", "scores",
    ];
    let of = source.split_once(" of ").and_then(|(before, _)| before.rsplit(' ').next());
    if of.is_some_and(|of| SEVERAL.contains(&&*of.to_lowercase())) {
        return true;
    }
    let head = head(source);
    head == "people" || (head.ends_with('s') && !head.ends_with("ss"))
}

/// The noun that heads a source: the last word before what describes it.
fn head(source: &str) -> &str {
    let describes = |word: &str| {
        [
            "with", "close", "familiar", "in", "at", "of", "who", "briefed", "from", "to", "near",
            "inside", "on", "for", "that", "speaking", "involved",
        ]
        .contains(&word)
    };
    source.split(' ').take_while(|word| !describes(word)).last().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{RULE, is_plural};
    use crate::harness::check;

    #[test]
    fn several_people_are_not_one() {
        for source in [
            "two officials",
            "people familiar with the talks",
            "sources close to the palace",
            "two of the law enforcement officials",
            "a cluster of people",
        ] {
            assert!(is_plural(source), "{source}");
        }
        for source in
            ["a source close to the talks", "one of the officials", "a person with access"]
        {
            assert!(!is_plural(source), "{source}");
        }
    }

    #[test]
    fn a_description_that_ends_with_a_name_names_somebody() {
        check(&RULE, "A former port official, Ada Moss, said the list was short and out of date.");
    }

    #[test]
    fn a_source_is_marked_where_it_first_speaks() {
        check(
            &RULE,
            "
A senior port official confirmed the list, saying it was short.
^^^^^^^^^^^^^^^^^^^^^^ SRC002

A port official said the list was long. A young aide resigned.

A ministry official emailed the rules to the crew.

A former minister’s aide said the list was lost.
^^^^^^^^^^^^^^^^^^^^^^^^ SRC002
",
        );
    }

    #[test]
    fn whoever_only_asks_or_reads_out_is_no_source() {
        check(
            &RULE,
            "
“Will the dam hold?” a reporter asked. A resident wondered whether it would.

In the film a narrator says the dam is safe. When a doctor says no, nobody argues.

A doctor says the dam makes people ill.
^^^^^^^^ SRC002
",
        );
    }

    #[test]
    fn the_lead_may_leave_the_name_for_later() {
        check(
            &RULE,
            "
A Dunmore baker said on Monday that the flood had taken his shop.

“We never sleep,” said Ada Moss, who has lived there since May.
",
        );
        check(
            &RULE,
            "
A Dunmore official said on Monday that the flood had taken his shop.
^^^^^^^^^^^^^^^^^^ SRC002

“We never sleep,” said Ada Moss, who has lived there since May.
",
        );
    }

    #[test]
    fn another_outlet_with_the_same_point_makes_it_a_hint() {
        check(
            &RULE,
            "
The firm will appeal, a person familiar with its plans said, and the ministry confirmed it.

The firm will pay the fine, a source close to the board told Reuters.
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ SRC002
",
        );
    }
}
