//! The sidecar of an article: tags of its quotes as a W3C Web Annotation collection, for formats
//! whose copy must stay untouched.
//!
//! Each annotation points at its quote twice: by position in code points, and by its words with what
//! stands around them, so that it is found again after edits. One that is found no more is an
//! orphan: it stays in the file and is shown. What others wrote is kept: annotations that are no
//! quote tags, and fields that we do not know.
//!
//! Two people's work merges: an annotation's id depends on its quote alone and the list is in order
//! of id, so that the same tag is the same lines everywhere, and another one stands elsewhere.

mod anchor;
mod folded;
mod target;
#[cfg(test)]
mod tests;

use crate::{Problem, QuoteTag, Span, code_points::CodePoints};
use folded::Folded;
use serde_json::{Map, Value, json};
use std::collections::{HashMap, HashSet};
use target::{Target, selectors, uuid};

/// A tag whose quote is no longer in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orphan {
    /// The words it was for.
    pub quote: String,
    /// Who said them.
    pub speaker: Option<String>,
}

/// A sidecar beside the text that it annotates.
#[derive(Debug)]
pub struct Sidecar<'a> {
    source: &'a str,
    points: CodePoints<'a>,
    document: Value,
    /// What each annotation of the document is for, in its order.
    anchors: Vec<Anchor>,
}

/// What an annotation is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Anchor {
    /// Something of somebody else's.
    Foreign,
    /// A quote that is gone.
    Gone,
    /// The quote between the marks there.
    At(Span),
}

impl<'a> Sidecar<'a> {
    /// Reads `text` and finds its quotes in `source`. A file that is empty, or not there yet, has no
    /// annotations; one that cannot be read is never written over.
    pub fn open(text: Option<&str>, source: &'a str) -> Result<Self, Problem> {
        let document = match text {
            Some(text) if !text.trim().is_empty() => parse(text)?,
            _ => empty(),
        };
        let points = CodePoints::of(source);
        let targets: Vec<Option<Target>> =
            items(&document).into_iter().flatten().map(Target::of).collect();
        let anchors = anchor::anchors(&targets, &Folded::of(source), &points);
        Ok(Self { source, points, document, anchors })
    }

    /// The tags whose quote stands in the text, in its order. Of two for one quote, the later in the
    /// file.
    pub fn tags(&self) -> Vec<QuoteTag> {
        let mut tags: Vec<QuoteTag> = self
            .annotations()
            .rev()
            .filter_map(|(item, anchor)| match anchor {
                Anchor::At(span) => Some(QuoteTag {
                    span,
                    quote: span,
                    speaker: described(item, "speaker"),
                    source: described(item, "source"),
                }),
                Anchor::Gone | Anchor::Foreign => None,
            })
            .collect();
        tags.sort_by_key(|tag| tag.span);
        tags.dedup_by_key(|tag| tag.span);
        tags
    }

    /// The tags whose quote is gone, in the order of the file.
    pub fn orphans(&self) -> Vec<Orphan> {
        let gone = self.annotations().filter(|(_, anchor)| *anchor == Anchor::Gone);
        gone.map(|(item, _)| orphan(item)).collect()
    }

    /// Tags quotes of the text, whose words stand without their marks at each tag's `quote`. An
    /// earlier tag of a quote is changed. `name` is the article's file.
    pub fn tag(&mut self, name: &str, tags: &[QuoteTag]) {
        let Some(list) = items_mut(&mut self.document) else { return };
        let place = |(index, anchor): (usize, &Anchor)| match anchor {
            Anchor::At(span) => Some((*span, index)),
            Anchor::Gone | Anchor::Foreign => None,
        };
        let known: HashMap<Span, usize> =
            self.anchors.iter().enumerate().filter_map(place).collect();
        let id = |item: &Value| item["id"].as_str().map(str::to_owned);
        let mut ids: HashSet<String> = list.iter().filter_map(id).collect();
        let mut new: Vec<(String, Value, Anchor)> = Vec::new();
        for tag in tags {
            let description = json!({ "speaker": tag.speaker, "source": tag.source });
            if let Some(item) = known.get(&tag.quote).and_then(|&index| list.get_mut(index)) {
                describe(item, &description);
                continue;
            }
            let selectors = selectors(self.source, tag.quote, &self.points);
            let mut id = uuid(&[name, &selectors[0].to_string()]);
            while !ids.insert(id.clone()) {
                id = uuid(&[&id]);
            }
            let item = annotation(&id, name, &selectors, &description);
            new.push((id, item, Anchor::At(tag.quote)));
        }
        new.sort_by(|(one, ..), (other, ..)| one.cmp(other));
        let mut new = new.into_iter().peekable();
        let old = std::mem::take(list).into_iter().zip(std::mem::take(&mut self.anchors));
        for (item, anchor) in old {
            let before = |(id, ..): &(String, Value, Anchor)| {
                item["id"].as_str().is_some_and(|old| **id < *old)
            };
            while let Some((_, item, anchor)) = new.next_if(before) {
                list.push(item);
                self.anchors.push(anchor);
            }
            list.push(item);
            self.anchors.push(anchor);
        }
        for (_, item, anchor) in new {
            list.push(item);
            self.anchors.push(anchor);
        }
    }

    /// Takes the tags of the quotes that `chosen` chooses away.
    pub fn untag(&mut self, chosen: impl Fn(Span) -> bool) {
        self.remove(|_, anchor| matches!(anchor, Anchor::At(quote) if chosen(quote)));
    }

    /// Takes orphans away.
    pub fn discard(&mut self, orphans: &[Orphan]) {
        self.remove(|item, anchor| anchor == Anchor::Gone && orphans.contains(&orphan(item)));
    }

    /// The text of the file, every tag anchored to where its quote stands now.
    pub fn into_text(mut self) -> String {
        let Some(list) = items_mut(&mut self.document) else { return String::new() };
        for (item, anchor) in list.iter_mut().zip(&self.anchors) {
            if let Anchor::At(quote) = *anchor {
                target::renew(item, self.source, quote, &self.points);
            }
        }
        let total = list.len();
        if let Some(counted) = self.document.get_mut("total") {
            *counted = total.into();
        }
        // Maps with string keys and no floating point numbers: this cannot fail.
        serde_json::to_string_pretty(&self.document).unwrap_or_default() + "\n"
    }

    fn annotations(&self) -> impl DoubleEndedIterator<Item = (&Value, Anchor)> {
        let list = items(&self.document).map(Vec::as_slice).unwrap_or_default();
        list.iter().zip(self.anchors.iter().copied())
    }

    /// Takes the tag out of the annotations that `is` chooses; what others added to one stays.
    fn remove(&mut self, is: impl Fn(&Value, Anchor) -> bool) {
        let Some(list) = items_mut(&mut self.document) else { return };
        let mut anchors = Vec::with_capacity(self.anchors.len());
        let mut old = self.anchors.iter().copied();
        list.retain_mut(|item| {
            let anchor = old.next().unwrap_or(Anchor::Foreign);
            let chosen = is(item, anchor);
            let kept = !chosen || keeps_without_tag(item);
            if kept {
                anchors.push(if chosen { Anchor::Foreign } else { anchor });
            }
            kept
        });
        self.anchors = anchors;
    }
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

/// Without a `total`, on which any two people's work would collide.
fn empty() -> Value {
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
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

fn annotation(id: &str, name: &str, selectors: &Value, description: &Value) -> Value {
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": id,
        "type": "Annotation",
        "motivation": "tagging",
        "body": [
            { "type": "TextualBody", "purpose": "tagging", "value": "quote" },
            describing(description),
        ],
        "target": { "source": name, "selector": selectors },
    })
}

fn bodies(item: &Value) -> impl Iterator<Item = &Value> {
    let body = &item["body"];
    body.as_array().map_or(std::slice::from_ref(body), Vec::as_slice).iter()
}

fn is_quote_tag(body: &Value) -> bool {
    body["purpose"] == "tagging" && body["value"] == "quote"
}

fn is_description(body: &Value) -> bool {
    body["purpose"] == "describing" && body["format"] == "application/json"
}

fn orphan(item: &Value) -> Orphan {
    let quote = Target::of(item).map(|target| target.exact.to_owned()).unwrap_or_default();
    Orphan { quote, speaker: described(item, "speaker") }
}

/// What the annotation says about `key`: its description is JSON in a string, as the model has it.
fn described(item: &Value, key: &str) -> Option<String> {
    let description = bodies(item).find(|body| is_description(body))?;
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
    let Some(old) = bodies.iter_mut().find(|body| is_description(body)) else {
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

/// Takes the tag and its description out of an annotation; says whether anything is left.
fn keeps_without_tag(item: &mut Value) -> bool {
    let Some(bodies) = item.get_mut("body").and_then(Value::as_array_mut) else { return false };
    bodies.retain(|body| !is_quote_tag(body) && !is_description(body));
    !bodies.is_empty()
}
