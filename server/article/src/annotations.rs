//! The sidecar of an article: tags of its quotes as a W3C Web Annotation collection, for formats
//! whose copy must stay untouched.
//!
//! Each annotation points at its quote twice: by position in code points, and by its words with what
//! stands around them, so that it is found again after edits. One that is found no more is an
//! orphan: it stays in the file and is shown. Fields that others wrote are kept as they are.

use crate::{Problem, QuoteTag, Span, code_points::CodePoints};
use serde_json::{Map, Value, json};

/// What one sidecar holds for one text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Anchored {
    /// Tags whose quote stands in the text, in its order.
    pub tags: Vec<QuoteTag>,
    /// Tags whose quote is no longer there: what it said, and who.
    pub orphans: Vec<Orphan>,
}

/// A tag whose quote is no longer in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orphan {
    /// The words it was for.
    pub quote: String,
    /// Who said them.
    pub speaker: Option<String>,
}

/// Most code points of context kept on each side of a quote.
const CONTEXT: usize = 32;

/// Finds the quotes that `sidecar` tags in `source`.
pub fn anchor(sidecar: &str, source: &str) -> Result<Anchored, Problem> {
    let document = parse(sidecar)?;
    let points = CodePoints::of(source);
    let mut anchored = Anchored::default();
    for item in items(&document).into_iter().flatten() {
        let Some(target) = Target::of(item) else { continue };
        let (speaker, body) = (described(item, "speaker"), described(item, "source"));
        match target.find(source, &points) {
            Some(span) => {
                let span = with_marks(source, span);
                anchored.tags.push(QuoteTag { span, quote: span, speaker, source: body });
            }
            None => anchored.orphans.push(Orphan { quote: target.exact.into(), speaker }),
        }
    }
    anchored.tags.sort_by_key(|tag| tag.span);
    Ok(anchored)
}

/// The new text of a sidecar in which the quote of `source` at `quote` is tagged as said by
/// `speaker` for `body`; an earlier tag of that quote is replaced. `sidecar` is the text so far,
/// if there is one; one that cannot be read is not written over. `name` is the article's file.
pub fn tag_quote(
    sidecar: Option<&str>,
    name: &str,
    source: &str,
    quote: Span,
    speaker: Option<&str>,
    body: Option<&str>,
) -> Result<String, Problem> {
    let blank = |text: &&str| !text.trim().is_empty();
    let mut document = sidecar.filter(blank).map_or_else(|| Ok(empty()), parse)?;
    let points = CodePoints::of(source);
    let quote = without_marks(source, quote);
    let description = json!({ "speaker": speaker, "source": body });
    let list = items_mut(&mut document)
        .ok_or_else(|| problem("it holds no list of annotations; expected `items`"))?;
    let same = |item: &&mut Value| {
        Target::of(item).and_then(|target| target.find(source, &points)) == Some(quote)
    };
    match list.iter_mut().find(same) {
        Some(item) => describe(item, &description),
        None => list.push(annotation(name, source, quote, &points, &description)),
    }
    let total = list.len();
    if let Some(counted) = document.get_mut("total") {
        *counted = total.into();
    }
    let mut text = serde_json::to_string_pretty(&document)
        .map_err(|error| problem(format!("could not be written: {error}")))?;
    text.push('\n');
    Ok(text)
}

fn parse(sidecar: &str) -> Result<Value, Problem> {
    let document: Value = serde_json::from_str(sidecar).map_err(|error| {
        problem(format!("not valid JSON ({error}); mend or remove it, it is not written over"))
    })?;
    match items(&document) {
        Some(_) => Ok(document),
        None => Err(problem("it holds no annotations; expected a W3C AnnotationCollection")),
    }
}

fn problem(message: impl std::fmt::Display) -> Problem {
    Problem { span: Span::default(), message: format!("annotations: {message}") }
}

fn empty() -> Value {
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
        "total": 0,
        "first": { "type": "AnnotationPage", "items": [] },
    })
}

/// The annotations of a collection, a page or a plain list.
fn items(document: &Value) -> Option<&Vec<Value>> {
    let page = document.get("first").unwrap_or(document);
    page.get("items").unwrap_or(page).as_array()
}

fn items_mut(document: &mut Value) -> Option<&mut Vec<Value>> {
    let page = if document.get("first").is_some() { document.get_mut("first")? } else { document };
    let list = if page.get("items").is_some() { page.get_mut("items")? } else { page };
    list.as_array_mut()
}

/// Where an annotation points.
#[derive(Debug, Default)]
struct Target<'a> {
    exact: &'a str,
    prefix: &'a str,
    suffix: &'a str,
    /// In code points.
    position: Option<(usize, usize)>,
}

impl<'a> Target<'a> {
    /// The target of an annotation that is the tag of a quote.
    fn of(item: &'a Value) -> Option<Self> {
        let is_tag =
            bodies(item).any(|body| body["purpose"] == "tagging" && body["value"] == "quote");
        let selector = &item["target"]["selector"];
        let selectors = selector.as_array().map_or(std::slice::from_ref(selector), Vec::as_slice);
        let mut target = Self::default();
        for selector in selectors {
            let text = |key: &str| selector[key].as_str().unwrap_or_default();
            if selector["type"] == "TextQuoteSelector" {
                target.exact = text("exact");
                target.prefix = text("prefix");
                target.suffix = text("suffix");
            }
            if selector["type"] == "TextPositionSelector" {
                let number = |key: &str| usize::try_from(selector[key].as_u64()?).ok();
                target.position = number("start").zip(number("end"));
            }
        }
        (is_tag && !target.exact.is_empty()).then_some(target)
    }

    /// By position where the words still stand there, else the place of these words whose
    /// surroundings fit best, the nearest of several.
    fn find(&self, source: &str, points: &CodePoints<'_>) -> Option<Span> {
        let at = self.position.and_then(|(start, _)| points.byte(start));
        if let Some(at) = at
            && source.get(at..).is_some_and(|rest| rest.starts_with(self.exact))
        {
            return Some(Span::new(at, at + self.exact.len()));
        }
        let expected = at.unwrap_or(0);
        source
            .match_indices(self.exact)
            .max_by_key(|&(at, _)| {
                let after = &source[at + self.exact.len()..];
                let fits = alike(source[..at].chars().rev(), self.prefix.chars().rev())
                    + alike(after.chars(), self.suffix.chars());
                (fits, std::cmp::Reverse(at.abs_diff(expected)))
            })
            .map(|(at, words)| Span::new(at, at + words.len()))
    }
}

fn alike(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}

fn bodies(item: &Value) -> impl Iterator<Item = &Value> {
    let body = &item["body"];
    body.as_array().map_or(std::slice::from_ref(body), Vec::as_slice).iter()
}

/// What the annotation says about `key`: its description is JSON in a string, as the model has it.
fn described(item: &Value, key: &str) -> Option<String> {
    let description = bodies(item).find(|body| body["purpose"] == "describing")?;
    let fields: Map<String, Value> = serde_json::from_str(description["value"].as_str()?).ok()?;
    fields.get(key)?.as_str().filter(|value| !value.is_empty()).map(Into::into)
}

/// Puts `description` in place of what the annotation says; what else it describes is kept.
fn describe(item: &mut Value, description: &Value) {
    let Some(body) = item.get_mut("body") else { return };
    if !body.is_array() {
        *body = json!([body.take()]);
    }
    let Some(bodies) = body.as_array_mut() else { return };
    let Some(old) = bodies.iter_mut().find(|body| body["purpose"] == "describing") else {
        bodies.push(describing(description));
        return;
    };
    let mut fields: Map<String, Value> =
        old["value"].as_str().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
    for (key, value) in description.as_object().into_iter().flatten() {
        fields.insert(key.clone(), value.clone());
    }
    old["value"] = Value::Object(fields).to_string().into();
}

fn describing(description: &Value) -> Value {
    json!({
        "type": "TextualBody",
        "purpose": "describing",
        "format": "application/json",
        "value": description.to_string(),
    })
}

fn annotation(
    name: &str,
    source: &str,
    quote: Span,
    points: &CodePoints<'_>,
    description: &Value,
) -> Value {
    let exact = source.get(quote.start..quote.end).unwrap_or_default();
    let before = source.get(..quote.start).unwrap_or_default();
    let after = source.get(quote.end..).unwrap_or_default();
    let from = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
    let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    let (prefix, suffix) = (&before[from..], &after[..to]);
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": uuid(&[name, prefix, exact, suffix]),
        "type": "Annotation",
        "motivation": "tagging",
        "body": [
            { "type": "TextualBody", "purpose": "tagging", "value": "quote" },
            describing(description),
        ],
        "target": {
            "source": name,
            "selector": [
                { "type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix },
                {
                    "type": "TextPositionSelector",
                    "start": points.before(quote.start),
                    "end": points.before(quote.end),
                },
            ],
        },
    })
}

/// A name of the UUID shape (version 8, RFC 9562) made of `parts` alone, so that the same tag gets
/// the same name on every machine.
fn uuid(parts: &[&str]) -> String {
    let hash = |seed: u64| {
        let bytes = parts.iter().flat_map(|part| part.bytes().chain([0xff]));
        bytes.fold(seed, |h, byte| (h ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    };
    let (high, low) = (hash(0xcbf2_9ce4_8422_2325), hash(0x9e37_79b9_7f4a_7c15));
    format!(
        "urn:uuid:{:08x}-{:04x}-8{:03x}-{:04x}-{:012x}",
        high >> 32,
        high >> 16 & 0xffff,
        high & 0xfff,
        low >> 48 & 0x3fff | 0x8000,
        low & 0xffff_ffff_ffff
    )
}

const OPENING: [char; 7] = ['"', '“', '„', '«', '‘', '\'', '‹'];
const CLOSING: [char; 8] = ['"', '”', '“', '»', '’', '\'', '›', '‟'];

/// The quote with the marks around it, where there are both.
fn with_marks(source: &str, span: Span) -> Span {
    let before = source[..span.start].chars().next_back().filter(|c| OPENING.contains(c));
    let after = source[span.end..].chars().next().filter(|c| CLOSING.contains(c));
    match (before, after) {
        (Some(open), Some(close)) => {
            Span::new(span.start - open.len_utf8(), span.end + close.len_utf8())
        }
        _ => span,
    }
}

/// The quote without its marks.
fn without_marks(source: &str, span: Span) -> Span {
    let words = source.get(span.start..span.end).unwrap_or_default();
    let inside = words.strip_prefix(OPENING).unwrap_or(words);
    let start = span.end - inside.len();
    let inside = inside.strip_suffix(CLOSING).unwrap_or(inside);
    Span::new(start, start + inside.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORY: &str = "🌊 Élan rose. “We had no warning,” Mina Halson said.\nNobody had.";

    fn span(source: &str, words: &str) -> Span {
        let at = source.find(words).expect("words of the source");
        Span::new(at, at + words.len())
    }

    fn tagged(speaker: &str) -> String {
        let quote = span(STORY, "“We had no warning,”");
        tag_quote(None, "dam.txt", STORY, quote, Some(speaker), None).expect("a new sidecar")
    }

    #[track_caller]
    fn check(sidecar: &str, source: &str, expected: &[(&str, &str)], orphans: usize) {
        let anchored = anchor(sidecar, source).expect("readable");
        let found: Vec<(&str, &str)> = anchored
            .tags
            .iter()
            .map(|tag| {
                (&source[tag.quote.start..tag.quote.end], tag.speaker.as_deref().unwrap_or(""))
            })
            .collect();
        assert_eq!(found, expected);
        assert_eq!(anchored.orphans.len(), orphans);
    }

    #[test]
    fn a_tag_is_read_back_where_it_was_put() {
        let sidecar = tagged("Mina Halson");
        check(&sidecar, STORY, &[("“We had no warning,”", "Mina Halson")], 0);
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
        let sidecar = tagged("Mina Halson");
        let kept = &[("“We had no warning,”", "Mina Halson")];
        check(&sidecar, &format!("A new lede.\n{STORY}"), kept, 0);
        check(&sidecar, "“We had no warning,” she said.", kept, 0);
        // Among several the one with the same surroundings.
        let twice = format!("“We had no warning,” the mayor said. {STORY}");
        let anchored = anchor(&sidecar, &twice).expect("readable");
        assert!(anchored.tags[0].span.start > 40);
        check(&sidecar, "We were warned.", &[], 1);
        check(&sidecar, "", &[], 1);
    }

    #[test]
    fn tagging_again_replaces_and_keeps_what_others_wrote() {
        let mut value: Value = serde_json::from_str(&tagged("Nobody")).expect("JSON");
        value["first"]["items"][0]["rights"] = "desk".into();
        value["creator"] = "A. Checker".into();
        value["first"]["items"]
            .as_array_mut()
            .expect("items")
            .push(json!({ "motivation": "assessing" }));
        let quote = span(STORY, "“We had no warning,”");
        let text = value.to_string();
        let sidecar =
            tag_quote(Some(&text), "dam.txt", STORY, quote, Some("Mina Halson"), Some("Police"));
        let sidecar = sidecar.expect("readable");
        check(&sidecar, STORY, &[("“We had no warning,”", "Mina Halson")], 0);
        for kept in
            ["\"rights\": \"desk\"", "\"creator\": \"A. Checker\"", "assessing", "\"total\": 2"]
        {
            assert!(sidecar.contains(kept), "{kept}");
        }
    }

    #[test]
    fn a_broken_sidecar_is_said_and_never_written_over() {
        for broken in ["{", "3", "{\"type\": \"Annotation\"}", "[1, 2", "\u{0}"] {
            let said = anchor(broken, STORY).expect_err("broken").message;
            assert!(said.starts_with("annotations: "), "{said}");
            let quote = span(STORY, "“We had no warning,”");
            assert!(tag_quote(Some(broken), "dam.txt", STORY, quote, None, None).is_err());
        }
        check("[1, null, {\"target\": 3}, {\"body\": {\"purpose\": \"tagging\"}}]", STORY, &[], 0);
    }

    #[test]
    fn the_same_tag_is_the_same_file_everywhere() {
        assert_eq!(tagged("Mina Halson"), tagged("Mina Halson"));
        assert!(tagged("Mina Halson").contains("\"id\": \"urn:uuid:"));
    }
}
