//! The door of the room: an article in, a [`Reading`] out.

use crate::{Article, Name, Paragraph, Place, Reading, SentenceAt};
use std::{collections::HashMap, sync::Arc};

/// Reads `article`. Paragraphs whose text stands in `previous` are taken over from there; the
/// result is the same as without it.
pub fn read(article: Arc<Article>, previous: Option<&Reading>) -> Reading {
    let known: HashMap<&str, &Arc<Paragraph>> = previous
        .iter()
        .flat_map(|reading| reading.article.blocks.iter().zip(&reading.paragraphs))
        .filter(|(block, _)| block.is_copy())
        .map(|(block, paragraph)| (&*block.text, paragraph))
        .collect();
    let paragraphs: Vec<Arc<Paragraph>> = article
        .blocks
        .iter()
        .map(|block| match known.get(&*block.text) {
            _ if !block.is_copy() => Arc::default(),
            Some(paragraph) => Arc::clone(paragraph),
            None => Arc::new(Paragraph::read(&block.text)),
        })
        .collect();
    let sentences = paragraphs
        .iter()
        .enumerate()
        .flat_map(|(block, paragraph)| {
            paragraph.text.sentences.iter().enumerate().map(move |(index, sentence)| SentenceAt {
                place: Place { block, range: sentence.range },
                index,
            })
        })
        .collect();
    let mentions = || {
        paragraphs.iter().enumerate().flat_map(|(block, paragraph)| {
            paragraph.text.mentions.iter().map(move |mention| (block, mention))
        })
    };
    let (entities, resolved) =
        language::names::resolve(mentions().map(|(block, m)| (&*article.blocks[block].text, m)));
    let names = mentions()
        .zip(resolved)
        .map(|((block, mention), entity)| Name {
            place: Place { block, range: mention.range },
            name: Place { block, range: mention.name },
            kind: mention.kind,
            entity,
        })
        .collect();
    let anchor = article.metadata.date();
    let times = paragraphs
        .iter()
        .enumerate()
        .flat_map(|(block, paragraph)| {
            paragraph.text.times.iter().map(move |time| {
                let resolved = anchor.map_or_else(|| time.clone(), |day| time.resolve(day));
                (Place { block, range: time.range }, resolved)
            })
        })
        .collect();
    Reading {
        paragraphs,
        sentences,
        entities,
        names,
        times,
        quotes: Vec::new(),
        attributions: Vec::new(),
        claims: Vec::new(),
        article,
    }
}
