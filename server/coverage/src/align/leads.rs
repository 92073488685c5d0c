//! The lead of an article: whatever words two outlets find for it, both lead with the news.

use crate::align::point::Points;
use article::{BlockKind, Date};
use sourcing::Reading;

/// Names and parts of names that the leads of two articles of one story share before they tell the
/// same news; on ECB+ 211 of 223 such pairs do.
const NAMES: usize = 2;
/// Days between two articles that tell the same news.
const DAYS: i32 = 1;
/// Words of the shortest lead; less is a place or a name.
const WORDS: usize = 8;

/// Where the first sentence of an article's copy stands, and when that appeared.
#[derive(Debug)]
pub(crate) struct Lead {
    sentence: Option<usize>,
    date: Option<Date>,
}

impl Lead {
    pub(crate) fn of(reading: &Reading) -> Self {
        let mut places = reading.sentences.iter().map(|sentence| sentence.place);
        let sentence = places.position(|place| {
            let words = reading.words(place);
            reading.article.blocks[place.block].kind == BlockKind::Paragraph
                && words.split_whitespace().nth(WORDS - 1).is_some()
                && words.ends_with(['.', '!', '?', '”', '"'])
        });
        Self { sentence, date: reading.article.metadata.date() }
    }

    /// Whether a sentence is the lead as the other was before, of the same day.
    pub(crate) fn is_same(&self, sentence: usize, before: &Self, was: usize) -> bool {
        let leads = self.sentence == Some(sentence);
        leads == (before.sentence == Some(was)) && (!leads || self.date == before.date)
    }

    /// Whether two sentences are leads of one day that have people or places in common.
    pub(crate) fn meets(
        &self,
        (here, points): (usize, &Points),
        other: &Self,
        (there, theirs): (usize, &Points),
    ) -> bool {
        let days = self.date.zip(other.date).and_then(|(here, there)| here.until(there).ok());
        self.sentence == Some(here)
            && other.sentence == Some(there)
            && days.is_none_or(|days| days.get_days().abs() <= DAYS)
            && points.shared_names(theirs) >= NAMES
    }
}
