//! The door of the room: an article in, a [`Reading`] out.

use crate::{
    Article, Marks, Name, Paragraph, Place, Quote, QuoteKind, Reading, SentenceAt, Span,
    cast::{Cast, Index},
    claims::{self, Story, Told},
    join::{self, Known},
    link,
};
use article::{Block, Changed};
use language::{Entity, Mention, names};
use std::{collections::HashMap, ops::Range, sync::Arc};

/// Reads `article`. Paragraphs whose text stands in `previous` are taken over from there; the
/// result is the same as without it.
pub fn read(article: Arc<Article>, previous: Option<&Reading>) -> Reading {
    let (paragraphs, previous) = paragraphs(&article, previous);
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
    let before = paragraphs.iter().scan(0, |before, paragraph| {
        let sentences = paragraph.text.sentences.len();
        Some(std::mem::replace(before, *before + sentences))
    });
    let before = before.collect();
    let (entities, names, previous) = names(&article, &paragraphs, previous);
    let mut quotes = quotes(&article, &paragraphs);
    let index = match &previous {
        Some((old, _)) => Arc::clone(&old.index),
        None => Arc::new(Index::of(&entities)),
    };
    let mut cast = Cast::new(&article, &paragraphs, &names, &entities, &index);
    let known = previous.and_then(|previous| known(&article, &cast, &previous));
    let joined = join::paragraphs(&article, &paragraphs, &entities, &mut cast, known.as_ref());
    let mut attributions = join::attributions(&article, &joined);
    link::link(&article, &mut quotes, &mut attributions, &cast);
    let script = Arc::clone(cast.script());
    let story = Story::of(&article, &paragraphs);
    let told = Told {
        article: &article,
        paragraphs: &paragraphs,
        sentences: &sentences,
        attributions: &attributions,
        story,
    };
    let claims = claims::claims(&told, known.as_ref());
    Reading {
        article,
        paragraphs,
        sentences,
        entities,
        names,
        quotes,
        attributions,
        claims,
        before,
        index,
        joined,
        script,
        story,
    }
}

/// An earlier reading of the article, and the blocks in which this one differs from it.
type Previous<'a> = (&'a Reading, Changed);

/// The paragraphs of `article`, and where they differ from those of `previous`. Those before and
/// behind the change are found by their place; among the others, those that were only moved are
/// found by their words.
fn paragraphs<'a>(
    article: &Article,
    previous: Option<&'a Reading>,
) -> (Vec<Arc<Paragraph>>, Option<Previous<'a>>) {
    let read = |block: &Block| {
        if block.is_copy() { Arc::new(Paragraph::read(&block.text)) } else { Arc::default() }
    };
    let Some(previous) = previous else {
        return (article.blocks.iter().map(read).collect(), None);
    };
    let old = &previous.article.blocks;
    let same = |a: &Block, b: &Block| a.is_copy() == b.is_copy() && a.has_text(&b.text);
    let changed = Changed::list(old, &article.blocks, same);
    let known: HashMap<&str, &Arc<Paragraph>> = changed
        .old
        .clone()
        .filter(|&at| old[at].is_copy())
        .map(|at| (&*old[at].text, &previous.paragraphs[at]))
        .collect();
    let blocks = article.blocks.iter().enumerate();
    let paragraphs = blocks.map(|(at, block)| match changed.old(at) {
        Some(old) => Arc::clone(&previous.paragraphs[old]),
        None => match known.get(&*block.text) {
            Some(paragraph) if block.is_copy() => Arc::clone(paragraph),
            _ => read(block),
        },
    });
    (paragraphs.collect(), Some((previous, changed)))
}

/// What is known of who speaks from an earlier reading with the same names.
fn known<'a>(article: &Article, cast: &Cast, (old, changed): &Previous<'a>) -> Option<Known<'a>> {
    let is_same = |at: usize| {
        changed.old(at) == Some(at) && old.article.blocks[at].kind == article.blocks[at].kind
    };
    let same = || (0..article.blocks.len()).map(is_same).collect();
    (old.script == *cast.script()).then(|| Known::new(old, same()))
}

/// Whom and what the paragraphs name. Where an edit changed no name, nor what is said beside one,
/// whom they are stays known; only then is the previous reading given back.
fn names<'a>(
    article: &Article,
    paragraphs: &[Arc<Paragraph>],
    previous: Option<Previous<'a>>,
) -> (Arc<[Entity]>, Vec<Name>, Option<Previous<'a>>) {
    let kept = previous.filter(|(old, changed)| {
        let before = mentions(&old.article, &old.paragraphs, changed.old.clone());
        let now = mentions(article, paragraphs, changed.new.clone());
        names::alike(before.map(|(_, it)| it), now.map(|(_, it)| it))
    });
    let name = |((block, (_, mention)), entity): ((usize, (&str, &Mention)), _)| Name {
        place: Place { block, range: mention.range },
        name: Place { block, range: mention.name },
        kind: mention.kind,
        entity,
    };
    if let Some((old, changed)) = &kept {
        let past = |block| old.names.partition_point(|name| name.place.block < block);
        let (first, last) = (past(changed.old.start), past(changed.old.end));
        let now = mentions(article, paragraphs, changed.new.clone());
        let now = now.zip(old.names[first..last].iter().map(|name| name.entity)).map(name);
        let moved = |place: Place| Place { block: changed.moved(place.block), ..place };
        let behind = old.names[last..].iter();
        let behind =
            behind.map(|name| Name { place: moved(name.place), name: moved(name.name), ..*name });
        let names = old.names[..first].iter().copied().chain(now).chain(behind).collect();
        return (Arc::clone(&old.entities), names, kept);
    }
    let all = || mentions(article, paragraphs, 0..paragraphs.len());
    let (entities, resolved) = names::resolve(all().map(|(_, mention)| mention));
    (entities.into(), all().zip(resolved).map(name).collect(), None)
}

/// The mentions in some of the blocks, each with its block and the text it stands in.
fn mentions<'a>(
    article: &'a Article,
    paragraphs: &'a [Arc<Paragraph>],
    blocks: Range<usize>,
) -> impl Iterator<Item = (usize, (&'a str, &'a Mention))> {
    blocks.flat_map(|block| {
        let text = &*article.blocks[block].text;
        paragraphs[block].text.mentions.iter().map(move |mention| (block, (text, mention)))
    })
}

/// The quoted regions of the copy. A quotation left open goes on where the next paragraph opens
/// with a mark of its own, so only the last of the chain needs a closing one.
fn quotes(article: &Article, paragraphs: &[Arc<Paragraph>]) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = Vec::new();
    for (block, paragraph) in paragraphs.iter().enumerate() {
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
                // `link` tells, which knows whether somebody says it.
                kind: QuoteKind::Scare,
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
