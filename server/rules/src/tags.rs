//! Tags: a quote with its speaker, written where the format's own tools understand it.

use crate::{
    Beside, Context, Edit, Fix, Safety, Target, check::leaves_quotes_alone,
    rules::marks::unfinished,
};
use article::{Span, annotations};
use language::{EntityId, MentionKind};
use sourcing::{Quote, QuoteKind, Reading};

/// Most people and bodies on offer for a quote whose speaker is not sure.
const CANDIDATES: usize = 3;

/// Paragraphs before and after a quote in which its speaker is looked for.
const NEAR: usize = 2;

/// "Tag quote as said by X" for the quote at `offset`, the likeliest X first. In the copy the tag is
/// written around the quote; no character between the marks changes.
pub fn quote_fixes(context: &Context<'_>, beside: &Beside<'_>, offset: usize) -> Vec<Fix> {
    let reading = context.reading;
    let past = reading.quotes.partition_point(|quote| reading.span(quote.outside).end < offset);
    let Some(quote) = reading.quotes.get(past).filter(|quote| is_taggable(reading, quote, offset))
    else {
        return Vec::new();
    };
    let tagged = quote.tag.and_then(|tag| reading.article.tags.get(tag));
    candidates(reading, quote)
        .into_iter()
        .filter(|it| tagged.is_none_or(|tag| tag.speaker.as_deref() != Some(&*it.speaker)))
        .filter_map(|candidate| {
            let edits = if beside.inline {
                inline(reading, quote, &candidate)
            } else {
                in_sidecar(reading, beside, quote, &candidate)
            };
            let title = format!("Tag quote as said by {}", candidate.speaker);
            Some(Fix { title, safety: candidate.safety, edits: edits? })
        })
        .filter(|fix| leaves_quotes_alone(reading, &fix.edits))
        .collect()
}

/// Somebody who may have said it.
struct Candidate {
    speaker: String,
    /// Through whom it reached us.
    via: Option<String>,
    /// Safe where the copy says so beside the quote.
    safety: Safety,
}

fn is_taggable(reading: &Reading, quote: &Quote, offset: usize) -> bool {
    let speech = matches!(quote.kind, QuoteKind::Full | QuoteKind::Partial) && quote.balanced;
    speech && reading.span(quote.outside).touches(offset)
}

/// Whom the copy names as speaker; where it names nobody, or long before, who is near, the nearest
/// first.
fn candidates(reading: &Reading, quote: &Quote) -> Vec<Candidate> {
    let attribution = quote.attribution.and_then(|index| reading.attributions.get(index));
    let mut candidates = Vec::new();
    if let Some(attribution) = attribution {
        let named = || attribution.source.first().map(|source| reading.words(*source).to_owned());
        let safety = if attribution.inherited { Safety::Suggested } else { Safety::Safe };
        let speaker = attribution.speaker.clone().or_else(named).filter(|it| is_somebody(it));
        candidates.extend(speaker.map(|speaker| Candidate {
            speaker,
            via: attribution.via.clone(),
            safety,
        }));
    }
    let unsure = candidates.first().is_none_or(|it| it.safety == Safety::Suggested);
    if unsure || quote.tag.is_some() {
        for entity in nearby(reading, quote) {
            let speaker = &reading.entities[entity.0].name;
            let new = candidates.iter().all(|it| it.speaker != *speaker);
            let proper = speaker.starts_with(char::is_uppercase) && is_somebody(speaker);
            if candidates.len() < CANDIDATES && new && proper {
                let speaker = speaker.clone();
                candidates.push(Candidate { speaker, via: None, safety: Safety::Suggested });
            }
        }
    }
    candidates
}

/// Whether `name` can be somebody's: not a number, not a mark of unfinished copy.
fn is_somebody(name: &str) -> bool {
    name.starts_with(char::is_alphabetic) && !unfinished::is_marker(name)
}

/// Those who can speak and are named near the quote: people of its paragraph and the one before,
/// then bodies of these, then the others; the nearest first.
fn nearby(reading: &Reading, quote: &Quote) -> Vec<EntityId> {
    use MentionKind::{Organisation, Person, Role};
    let here = quote.outside;
    let first = reading.names.partition_point(|name| name.place.block + NEAR < here.block);
    let mut near: Vec<_> = reading.names[first..]
        .iter()
        .take_while(|name| name.place.block <= here.block + NEAR)
        .filter(|name| {
            matches!(name.kind, Person | Organisation | Role)
                && !(name.place.block == here.block && here.range.covers(name.place.range))
        })
        .filter_map(|name| {
            let blocks = name.place.block.abs_diff(here.block);
            let after = name.place.block > here.block;
            let far = blocks > 1 || after;
            let body = name.kind == Organisation;
            // In its own paragraph the nearest on either side, in an earlier one the last.
            let start = name.place.range.start;
            let distance = match () {
                () if blocks == 0 => start.abs_diff(here.range.start),
                () if after => start,
                () => usize::MAX - start,
            };
            Some((far, body, blocks, after, distance, name.entity?))
        })
        .collect();
    near.sort_unstable();
    near.into_iter().map(|(.., entity)| entity).collect()
}

/// `["…"]{.quote speaker="…"}`, in place of an earlier tag.
fn inline(reading: &Reading, quote: &Quote, candidate: &Candidate) -> Option<Vec<Edit>> {
    let speaker = attribute("speaker", &candidate.speaker);
    let via = candidate.via.as_deref().map(|via| attribute("source", via)).unwrap_or_default();
    let attributes = format!("]{{.quote{speaker}{via}}}");
    if let Some(tag) = quote.tag.and_then(|tag| reading.article.tags.get(tag)) {
        return Some(vec![Edit::replace(Span::new(tag.quote.end, tag.span.end), attributes)]);
    }
    let span = reading.span(quote.outside);
    has_paired_brackets(reading.article.slice(span))
        .then(|| vec![Edit::insert(span.start, "["), Edit::insert(span.end, attributes)])
}

fn in_sidecar(
    reading: &Reading,
    beside: &Beside<'_>,
    quote: &Quote,
    candidate: &Candidate,
) -> Option<Vec<Edit>> {
    let text = annotations::tag_quote(
        beside.sidecar,
        beside.name,
        &reading.article.source,
        reading.span(quote.outside),
        Some(&candidate.speaker),
        candidate.via.as_deref(),
    )
    .ok()?;
    let whole = Span::new(0, beside.sidecar.map_or(0, str::len));
    Some(vec![Edit { target: Target::Sidecar, span: whole, text }])
}

/// ` key="value"` as Pandoc reads it.
fn attribute(key: &str, value: &str) -> String {
    format!(" {key}=\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Whether a bracket around `text` would be the one that closes.
fn has_paired_brackets(text: &str) -> bool {
    let mut open = 0_usize;
    for c in text.chars() {
        match c {
            '[' => open += 1,
            ']' if open == 0 => return false,
            ']' => open -= 1,
            _ => {}
        }
    }
    open == 0
}

#[cfg(test)]
mod tests {
    use crate::{
        Beside, Fix, Target,
        harness::{Fixture, apply},
        quote_fixes,
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
            "Tag quote as said by Anna Smyth",
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
            ["Ben Hall", "Anna Smyth", "NATO"].map(|name| format!("Tag quote as said by {name}"))
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
    fn a_bracket_that_would_break_the_tag_is_not_tagged() {
        let fixture = Fixture::new("“We will] not go home,” said Anna Smyth.");
        assert!(offers(&fixture, true).is_empty());
    }
}
