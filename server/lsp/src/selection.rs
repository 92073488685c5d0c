//! What a selection grows to: word, clause, quote, sentence, paragraph, article.

use article::Span;
use language::TextRange;
use sourcing::{Place, Reading};

/// The units around `offset`, each inside the next one.
pub fn around(reading: &Reading, offset: usize) -> Vec<Span> {
    let mut units = vec![Span::new(0, reading.article.source.len())];
    let block = reading.article.blocks.iter().find(|block| block.span.touches(offset));
    units.extend(block.map(|block| block.span));
    if let Some(at) = reading.place_of(offset) {
        units.extend(inside(reading, at).into_iter().map(|place| reading.span(place)));
    }
    units.retain(|unit| unit.touches(offset) && !unit.is_empty());
    units.sort_by_key(|unit| (unit.len(), unit.start));
    // Clause and quote may cross; what does not hold the one before it is passed over.
    let mut nested: Vec<Span> = Vec::new();
    for unit in units {
        if nested.last().is_none_or(|last| unit.covers(*last) && unit != *last) {
            nested.push(unit);
        }
    }
    nested
}

/// Units of the copy that hold `at`, in any order.
fn inside(reading: &Reading, at: Place) -> Vec<Place> {
    let Place { block, range: TextRange { start: offset, .. } } = at;
    let holds = |range: TextRange| range.start <= offset && offset <= range.end;
    let here = |place: &Place| place.block == block && holds(place.range);
    let mut units = Vec::new();
    for quote in &reading.quotes {
        units.extend([quote.inside, quote.outside].into_iter().filter(here));
    }
    for attribution in &reading.attributions {
        units.extend(attribution.content.iter().copied().filter(here));
    }
    units.extend(reading.claims.iter().map(|claim| claim.place).filter(here));
    let Some(paragraph) = reading.paragraphs.get(block) else { return units };
    let text = &paragraph.text;
    let mut ranges = Vec::new();
    if let Some(word) = text.tokens.iter().rev().find(|token| holds(token.range)) {
        ranges.push(word.range);
    }
    if let Some(sentence) = text.sentences.iter().rev().find(|it| holds(it.range)) {
        ranges.push(sentence.range);
        let words = &*reading.article.blocks[block].text;
        ranges.push(clause(words, sentence.range, offset));
    }
    units.extend(ranges.into_iter().map(|range| Place { block, range }));
    units
}

/// The stretch of a sentence between two stops inside it.
fn clause(text: &str, sentence: TextRange, offset: usize) -> TextRange {
    let stops = |sign: char| ",;:–—()\"“”".contains(sign);
    let within = sentence.of(text);
    let Some((before, after)) = within.split_at_checked(offset.saturating_sub(sentence.start))
    else {
        return sentence;
    };
    let start = before.rfind(stops).map_or(0, |at| {
        let rest = before[at..].trim_start_matches(stops).trim_start();
        before.len() - rest.len()
    });
    let end = after.find(stops).map_or(within.len(), |at| before.len() + at);
    TextRange::new(sentence.start + start, sentence.start + end)
}
