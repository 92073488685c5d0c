//! Gathers what a story report says.

use crate::{
    articles, figures, points, quotes,
    spot::Lines,
    types::{Missing, Passage, Spelling, Story},
    words::cited,
};
use article::BlockKind;
use corpus::ArticleId;
use coverage::Coverage;
use sourcing::{Place, Reading};
use std::ops::Range;

/// What the report says of the article called `id`.
pub fn tell(id: &ArticleId, reading: &Reading, coverage: &Coverage) -> Story {
    let teller = Teller::new(reading, coverage);
    let (articles, families, independent) = articles::of(id, &teller);
    let (points, alone) = points::of(&teller);
    let (quotes, quotes_alone) = quotes::of(&teller);
    Story {
        articles,
        families,
        independent,
        figures: figures::of(&teller),
        points,
        alone,
        quotes,
        quotes_alone,
        names: names(&teller),
        missing: missing(&teller),
        gaps: coverage.gaps.clone(),
    }
}

/// The article and the others, in the order of the report.
pub(crate) struct Teller<'a> {
    pub(crate) reading: &'a Reading,
    pub(crate) coverage: &'a Coverage,
    /// What others have where the article has a figure.
    pub(crate) values: Vec<coverage::Value>,
    /// One for each article of the report; the first is this one.
    readings: Vec<&'a Reading>,
    lines: Vec<Lines<'a>>,
    /// Which article of the report each teller is.
    numbers: Vec<usize>,
    /// Which teller each article of the report but the first is.
    pub(crate) tellers: Vec<usize>,
}

impl<'a> Teller<'a> {
    fn new(reading: &'a Reading, coverage: &'a Coverage) -> Self {
        let mut tellers: Vec<usize> = (0..coverage.tellers.len()).collect();
        // Those of one family side by side, at the place of the oldest; the undated come last.
        let date = |teller: usize| {
            let date = coverage.tellers[teller].entry.date;
            (date.is_none(), date)
        };
        let oldest = |teller: usize| {
            let family = coverage.tellers[teller].family;
            let kin = coverage.families.get(family).map_or(&[][..], |family| &family.tellers);
            kin.iter().map(|kin| date(*kin)).min().unwrap_or(date(teller))
        };
        tellers.sort_by_key(|&it| (oldest(it), coverage.tellers[it].family, date(it), it));
        let mut numbers = vec![0; tellers.len()];
        tellers.iter().enumerate().for_each(|(at, &teller)| numbers[teller] = at + 1);
        let others = tellers.iter().map(|&teller| &*coverage.tellers[teller].entry.reading);
        let readings: Vec<&Reading> = std::iter::once(reading).chain(others).collect();
        let lines = readings.iter().map(|reading| Lines::of(&reading.article.source)).collect();
        let values = coverage::values(reading, coverage);
        Self { reading, coverage, values, readings, lines, numbers, tellers }
    }

    /// Which article of the report a teller is.
    pub(crate) fn number(&self, teller: usize) -> usize {
        self.numbers.get(teller).copied().unwrap_or_default()
    }

    /// The same of several, in order.
    pub(crate) fn in_order(&self, tellers: &[usize]) -> Vec<usize> {
        let mut numbers: Vec<usize> = tellers.iter().map(|&teller| self.number(teller)).collect();
        numbers.sort_unstable();
        numbers
    }

    /// Whether a sentence of this article is a statement of its own; a headline says again what the
    /// article does.
    pub(crate) fn is_copy(&self, sentence: usize) -> bool {
        let block = self.reading.sentences.get(sentence).map(|it| it.place.block);
        let block = block.and_then(|block| self.reading.article.blocks.get(block));
        let again = [BlockKind::Headline, BlockKind::Subhead, BlockKind::Boilerplate];
        block.is_some_and(|block| !again.contains(&block.kind))
    }

    /// What an article of the report says.
    pub(crate) fn article(&self, number: usize) -> &'a Reading {
        self.readings[number]
    }

    /// The words at `place` of an article of the report, `marked` ones marked.
    pub(crate) fn passage(
        &self,
        number: usize,
        place: Place,
        marked: impl Iterator<Item = Place>,
    ) -> Passage {
        let reading = self.readings[number];
        let text = reading.words(place).to_owned();
        let within = marked.filter(|mark| mark.block == place.block);
        let start = place.range.start;
        let mut ranges: Vec<Range<usize>> = within
            .map(|mark| {
                let end = mark.range.end.min(place.range.end);
                mark.range.start.saturating_sub(start)..end.saturating_sub(start)
            })
            .filter(|range| text.get(range.clone()).is_some_and(|words| !words.is_empty()))
            .collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        let mut marks: Vec<Range<usize>> = Vec::new();
        for range in ranges {
            match marks.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => marks.push(range),
            }
        }
        let span = reading.span(place);
        Passage { article: number, text, marks, span, spot: self.lines[number].spot(span) }
    }
}

fn names(teller: &Teller) -> Vec<Spelling> {
    let variants = teller.coverage.names.iter().filter_map(|variant| {
        Some(Spelling {
            ours: teller.reading.entities.get(variant.entity)?.name.clone(),
            theirs: variant.spelling.clone(),
            articles: teller.in_order(&variant.tellers),
            with_us: teller.in_order(&variant.with_us),
        })
    });
    variants.collect()
}

fn missing(teller: &Teller) -> Vec<Missing> {
    let missing = coverage::missing(teller.reading, teller.coverage);
    let missing = missing.into_iter().filter_map(|missing| {
        let mut told: Vec<(usize, usize)> =
            missing.told.iter().map(|&(it, sentence)| (teller.number(it), sentence)).collect();
        told.sort_unstable();
        let &(first, sentence) = told.first()?;
        let passages = told.iter().map(|&(number, sentence)| {
            let place = teller.article(number).sentences[sentence].place;
            teller.passage(number, place, std::iter::empty())
        });
        Some(Missing {
            families: missing.families,
            passages: passages.collect(),
            cites: cited(teller.article(first), sentence),
        })
    });
    missing.collect()
}
