//! A [`Reading`] in the shape of the machine contract.

use crate::json;
use article::CodePoints;
use language::{Measure, Modifier, Role, State, TimeKind};
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
        "attributions": reading.attributions.iter().enumerate().map(|(i, a)| json!({
            "id": i + 1,
            "source": pairs(&a.source),
            "cue": pairs(&a.cue),
            "content": pairs(&a.content),
            "type": match a.form { Form::Direct => "direct", Form::Indirect => "indirect", Form::Mixed => "mixed" },
            "speaker": a.speaker,
            "source_kind": a.kind.map(source_kind),
            "reason_given": a.reason_given,
            "via": a.via,
        })).collect::<Vec<_>>(),
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
        "times": reading.times.iter().map(|(place, t)| json!({
            "span": pair(place),
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
