//! A [`Reading`] in the shape of the machine contract.

use crate::json;
use article::CodePoints;
use language::{Measure, Modifier, Role, State, TextRange, TimeKind};
use serde_json::{Value, json};
use sourcing::{Form, Place, QuoteKind, Reading, SourceKind, Sourcing};

/// A reading in the shape of the contract.
pub fn annotations(reading: &Reading) -> Value {
    let points = CodePoints::of(&reading.article.source);
    let pair = |place: &Place| json::pair(&points, reading.span(*place));
    let pairs = |places: &[Place]| places.iter().map(pair).collect::<Vec<_>>();
    let metadata = &reading.article.metadata;
    let mut record = json!({
        "doc_id": null,
        "outlet": metadata.outlet.as_ref().map(|fact| &fact.value),
        "date": metadata.date().map(|date| date.to_string()),
        "attributions": reading.attributions.iter().enumerate().map(|(i, a)| {
            let (content, form) = content(reading, i);
            json!({
                "id": i + 1,
                "source": pairs(&a.source),
                "cue": pairs(&a.cue),
                "content": pairs(&content),
                "type": match form { Form::Direct => "direct", Form::Indirect => "indirect", Form::Mixed => "mixed" },
                "speaker": a.speaker,
                "source_kind": a.kind.map(source_kind),
                "reason_given": a.reason_given,
                "via": a.via,
            })
        }).collect::<Vec<_>>(),
        "quotes": reading.quotes.iter().filter(|q| matches!(q.kind, QuoteKind::Full | QuoteKind::Partial)).map(|q| {
            let attribution = q.attribution.map(|i| &reading.attributions[i]);
            json!({
                "span": pair(&q.inside),
                "attribution": q.attribution.map(|i| i + 1),
                "speaker": attribution.and_then(|a| a.speaker.as_ref()),
                "source": attribution.and_then(|a| a.source.first()).map(|p| reading.words(*p)),
            })
        }).collect::<Vec<_>>(),
        "claims": reading.claims.iter().map(|c| json!({
            "span": pair(&c.place),
            "sourcing": sourcing(c.sourcing),
            "attribution": c.attribution.map(|i| i + 1),
        })).collect::<Vec<_>>(),
        "quantities": (0..reading.sentences.len()).flat_map(|s| reading.quantities(s)).map(|(place, q)| json!({
            "span": pair(&place),
            "low": q.low, "high": q.high, "value": q.value,
            "modifier": modifier(q.modifier),
            "unit": unit(&q.unit),
            "counts": q.counts,
            "state": q.state.map(State::word),
            "measure": measure(q.measure),
            "upper": q.upper,
            "vague": q.vague,
            "role": role(q.role),
            "per": q.per,
        })).collect::<Vec<_>>(),
        "times": reading.times(|_, _| true).map(|(place, t)| json!({
            "span": pair(&place),
            "type": match t.kind { TimeKind::Date => "DATE", TimeKind::Time => "TIME", TimeKind::Duration => "DURATION", TimeKind::Set => "SET" },
            "value": t.value,
            "from": t.from.map(|t| t.to_string()),
            "to": t.to.map(|t| t.to_string()),
        })).collect::<Vec<_>>(),
        "names": reading.names.iter().map(|n| json!({
            "span": pair(&n.place),
            "entity": n.entity.map(|id| &reading.entities[id.0].name),
        })).collect::<Vec<_>>(),
    });
    let orphans = reading.article.orphans.iter();
    let orphans: Vec<Value> =
        orphans.map(|it| json!({ "quote": it.quote, "speaker": it.speaker })).collect();
    if !orphans.is_empty() {
        record["orphans"] = orphans.into();
    }
    // Nothing is left out in silence.
    let unread = reading.problems().into_iter();
    let unread: Vec<Value> = unread
        .map(|it| json!({ "span": json::pair(&points, it.span), "message": it.message }))
        .collect();
    if !unread.is_empty() {
        record["problems"] = unread.into();
    }
    record
}

/// What the attribution at `index` attributes, and in which form: a quotation without its marks, and only where
/// it belongs. "Reuters reported that the mayor said “…”": the quotation is the mayor’s, and what Reuters hands
/// on is the rest.
fn content(reading: &Reading, index: usize) -> (Vec<Place>, Form) {
    let attribution = &reading.attributions[index];
    let mut rest = Vec::with_capacity(attribution.content.len());
    let mut own = false;
    for &whole in &attribution.content {
        let (mut from, mut ours) = (whole.range.start, 0);
        let first = reading.quotes.partition_point(|quote| quote.inside < whole);
        for quote in &reading.quotes[first..] {
            let Place { block, range } = quote.inside;
            if block != whole.block || range.start >= whole.range.end {
                break;
            }
            // A quotation within one of ours is told by the same person.
            if range.end <= ours || range.end > whole.range.end {
                continue;
            }
            let marks = quote.outside.range;
            if quote.attribution.is_none_or(|by| by == index) {
                (ours, own) = (range.end, true);
                if marks == whole.range {
                    rest.push(quote.inside);
                    from = whole.range.end;
                }
                continue;
            }
            rest.push(Place { range: TextRange::new(from, marks.start), ..whole });
            from = from.max(marks.end);
        }
        rest.push(Place { range: TextRange::new(from, whole.range.end), ..whole });
    }
    rest.retain(|place| reading.words(*place).contains(char::is_alphanumeric));
    for place in &mut rest {
        let words = reading.words(*place);
        let start = place.range.start + words.len() - words.trim_start().len();
        place.range = TextRange::new(start, start + words.trim().len());
    }
    match rest.len() {
        0 => (attribution.content.clone(), attribution.form),
        _ if attribution.form == Form::Mixed && !own => (rest, Form::Indirect),
        _ => (rest, attribution.form),
    }
}

fn unit(unit: &str) -> Option<&str> {
    (!unit.is_empty()).then_some(unit)
}

fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Person => "person",
        SourceKind::Official => "official",
        SourceKind::Outlet => "outlet",
        SourceKind::Document => "document",
        SourceKind::Anonymous => "anonymous",
        SourceKind::Vague => "vague",
    }
}

fn sourcing(sourcing: Sourcing) -> &'static str {
    match sourcing {
        Sourcing::Sourced => "sourced",
        Sourcing::Inherited => "inherited",
        Sourcing::Anonymous => "anonymous",
        Sourcing::Vague => "vague",
        Sourcing::Unsourced => "unsourced",
        Sourcing::None => "none",
    }
}

fn modifier(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Exactly => "=",
        Modifier::About => "~",
        Modifier::Less => "<",
        Modifier::More => ">",
        Modifier::AtMost => "<=",
        Modifier::AtLeast => ">=",
        Modifier::Up => "up",
        Modifier::Down => "down",
    }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Whole => "whole",
        Role::Part => "part",
        Role::More => "more",
        Role::Before => "before",
        Role::Agent => "agent",
    }
}

fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Count => "count",
        Measure::Money => "money",
        Measure::Percent => "percent",
        Measure::Duration => "duration",
        Measure::Distance => "distance",
        Measure::Area => "area",
        Measure::Weight => "weight",
        Measure::Temperature => "temperature",
        Measure::Speed => "speed",
        Measure::Age => "age",
        Measure::Magnitude => "magnitude",
        Measure::Score => "score",
        Measure::Ordinal => "ordinal",
        Measure::Physical => "physical",
        Measure::Untyped => "untyped",
    }
}
