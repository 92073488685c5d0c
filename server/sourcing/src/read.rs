//! The door of the room: an article in, a [`Reading`] out.

use crate::{
    Article, Marks, Name, Paragraph, Place, Quote, Reading, SentenceAt, Span, cast::Cast, claims,
    join, kind::kind, link,
};
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
    let sentences: Vec<SentenceAt> = paragraphs
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
    let names: Vec<Name> = mentions()
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
    let mut quotes = quotes(&article, &paragraphs);
    let mut attributions = join::attributions(&article, &paragraphs, &names, &entities);
    link::link(
        &article,
        &mut quotes,
        &mut attributions,
        &Cast::new(&article, &paragraphs, &names, &entities),
    );
    let claims = claims::claims(&article, &paragraphs, &sentences, &attributions);
    Reading { article, paragraphs, sentences, entities, names, times, quotes, attributions, claims }
}

/// The quoted regions of the copy. A quotation left open goes on where the next paragraph opens
/// with a mark of its own, so only the last of the chain needs a closing one.
fn quotes(article: &Article, paragraphs: &[Arc<Paragraph>]) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = Vec::new();
    for (block, paragraph) in paragraphs.iter().enumerate() {
        let text = &*article.blocks[block].text;
        for quoted in &paragraph.quoted {
            if quoted.outside.start == 0
                && let Some(open) = quotes.last_mut()
                && open.outside.block + 1 == block
                && open.outside.range.start < open.inside.range.start
                && open.outside.range.end == article.blocks[block - 1].text.trim_end().len()
            {
                open.balanced = true;
            }
            let inside = Place { block, range: quoted.inside };
            let outside = Place { block, range: quoted.outside };
            let tag = tag_of(article, article.blocks[block].span_of(quoted.inside));
            quotes.push(Quote {
                inside,
                outside,
                kind: kind(text, quoted, tag.is_some()),
                balanced: quoted.marks == Marks::Both,
                attribution: None,
                tag,
            });
        }
    }
    quotes
}

/// How deep tags are followed into one another.
const DEEPEST: usize = 8;

/// The innermost tag around the words at `quote`, as an index into the article's.
fn tag_of(article: &Article, quote: Span) -> Option<usize> {
    let past = article.tags.partition_point(|tag| tag.quote.start <= quote.start);
    let before = (0..past).rev().take(DEEPEST);
    before.into_iter().find(|&tag| article.tags[tag].quote.covers(quote))
}
