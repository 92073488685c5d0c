//! Gives each quotation the attribution it belongs to, and obeys the tags somebody set.

use crate::{Attribution, Form, Quote, QuoteKind, cast::Cast, kind};
use article::Article;
use std::sync::Arc;

/// Pieces of content before the end of a quotation that are looked at for it.
const NEAR: usize = 64;

/// Links quotations to attributions. A tag's speaker wins over what the text seems to say.
pub fn link(
    article: &Article,
    quotes: &mut [Quote],
    attributions: &mut Vec<Arc<Attribution>>,
    cast: &Cast,
) {
    let mut pieces: Vec<(crate::Place, usize)> = attributions
        .iter()
        .enumerate()
        .flat_map(|(i, a)| a.content.iter().map(move |&place| (place, i)))
        .collect();
    pieces.sort_unstable();
    for quote in quotes {
        let block = quote.inside.block;
        let end = (block, quote.outside.range.end);
        let past = pieces.partition_point(|(p, _)| (p.block, p.range.start) < end);
        let governing = pieces[..past]
            .iter()
            .rev()
            .take(NEAR)
            .take_while(|(p, _)| p.block == block)
            .filter(|(p, _)| p.range.overlaps(quote.inside.range));
        // The innermost one: where an outlet hands words on, they are the inner speaker's.
        let mut best: Option<(usize, usize)> = None;
        for &(place, by) in governing {
            let width = place.range.len();
            if attributions[by].source.is_empty() && best.is_some() {
                continue;
            }
            if best
                .is_none_or(|(least, other)| width < least || attributions[other].source.is_empty())
            {
                best = Some((width, by));
            }
        }
        quote.attribution = best.map(|(_, by)| by);
        let text = &*article.blocks[block].text;
        quote.kind = kind::of_quote(text, quote, best.is_some());
        let Some(tag) = quote.tag.map(|i| &article.tags[i]) else { continue };
        if quote.kind == QuoteKind::Scare {
            quote.kind = QuoteKind::Partial;
        }
        let Some(name) = tag.speaker.as_deref().or(tag.source.as_deref()) else { continue };
        let speaker = cast.by_name(name);
        let known = quote.attribution.filter(|&i| {
            attributions[i].content.iter().all(|p| quote.outside.range.covers(p.range))
        });
        let told = Attribution {
            source: Vec::new(),
            cue: Vec::new(),
            content: vec![quote.inside],
            form: Form::Direct,
            kind: Some(speaker.kind),
            body: speaker.body(),
            speaker: Some(speaker.name),
            entity: speaker.entity,
            via: tag.speaker.as_ref().and(tag.source.clone()),
            class: Some(crate::Class::Speech),
            reason_given: false,
            inherited: false,
        };
        if let Some(i) = known {
            let old = &attributions[i];
            attributions[i] = Arc::new(Attribution {
                source: old.source.clone(),
                cue: old.cue.clone(),
                content: old.content.clone(),
                ..told
            });
        } else {
            quote.attribution = Some(attributions.len());
            attributions.push(Arc::new(told));
        }
    }
}
