//! Where an annotation points: the selectors of a Web Annotation, read and written.

use super::{bodies, is_quote_tag};
use crate::{Span, code_points::CodePoints};
use serde_json::{Value, json};

/// Most code points of context kept on each side of a quote.
const CONTEXT: usize = 32;

/// Where an annotation points.
#[derive(Debug, Default)]
pub(super) struct Target<'a> {
    pub exact: &'a str,
    pub prefix: &'a str,
    pub suffix: &'a str,
    /// First code point.
    pub start: Option<usize>,
}

impl<'a> Target<'a> {
    /// The target of an annotation that is the tag of a quote.
    pub fn of(item: &'a Value) -> Option<Self> {
        let selector = &item["target"]["selector"];
        let selectors = selector.as_array().map_or(std::slice::from_ref(selector), Vec::as_slice);
        let mut target = Self::default();
        for selector in selectors {
            let text = |key: &str| selector[key].as_str().unwrap_or_default();
            if selector["type"] == QUOTE {
                target.exact = text("exact");
                target.prefix = text("prefix");
                target.suffix = text("suffix");
            }
            if selector["type"] == POSITION {
                target.start = selector["start"].as_u64().and_then(|at| usize::try_from(at).ok());
            }
        }
        let is_tag = bodies(item).any(is_quote_tag);
        (is_tag && !target.exact.trim().is_empty()).then_some(target)
    }
}

const QUOTE: &str = "TextQuoteSelector";
const POSITION: &str = "TextPositionSelector";

/// The selectors of the words of `source` at `quote`.
pub(super) fn selectors(source: &str, quote: Span, points: &CodePoints<'_>) -> Value {
    let slice = |start, end| source.get(start..end).unwrap_or_default();
    let (before, after) = (slice(0, quote.start), slice(quote.end, source.len()));
    let from = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
    let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    json!([
        {
            "type": QUOTE,
            "exact": slice(quote.start, quote.end),
            "prefix": &before[from..],
            "suffix": &after[..to],
        },
        {
            "type": POSITION,
            "start": points.before(quote.start),
            "end": points.before(quote.end),
        },
    ])
}

/// Writes into an annotation where its quote stands now; selectors of other kinds and fields that
/// we do not know stay.
pub(super) fn renew(item: &mut Value, source: &str, quote: Span, points: &CodePoints<'_>) {
    let Some(old) = item.get_mut("target").and_then(|target| target.get_mut("selector")) else {
        return;
    };
    if !old.is_array() {
        *old = json!([old.take()]);
    }
    let Some(old) = old.as_array_mut() else { return };
    let Value::Array(new) = selectors(source, quote, points) else { return };
    for selector in new {
        match old.iter_mut().find(|it| it["type"] == selector["type"]) {
            Some(known) => {
                for (key, value) in selector.as_object().into_iter().flatten() {
                    known[key] = value.clone();
                }
            }
            None => old.push(selector),
        }
    }
}

/// A name of the UUID shape (version 8, RFC 9562) made of `parts` alone, so that the same tag gets
/// the same name on every machine.
pub(super) fn uuid(parts: &[&str]) -> String {
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
