//! What the other outlets have, counted and named for a reader.

use crate::{Context, Related};
use article::day;
use coverage::{Relation, Report};
use sourcing::{Place, Reading, SentenceAt};
use std::collections::BTreeSet;

/// Longest quotation of a passage in a message, in characters.
const LONGEST: usize = 90;

impl<'a> Context<'a> {
    /// The passage of a teller's article that `words` stand in.
    pub(crate) fn related(&self, teller: usize, words: Place) -> Related {
        let entry = &self.coverage.tellers[teller].entry;
        let reading = &*entry.reading;
        let passage = passage(reading, words);
        Related {
            article: Some(entry.id.clone()),
            outlet: Some(entry.outlet.clone()),
            date: entry.date,
            span: reading.span(passage),
            words: reading.span(words),
            text: reading.words(passage).to_owned(),
        }
    }

    /// The reading of a teller's article.
    pub(crate) fn reading_of(&self, teller: usize) -> &'a Reading {
        &self.coverage.tellers[teller].entry.reading
    }

    /// How many families `tellers` are of.
    pub(crate) fn families(&self, tellers: impl IntoIterator<Item = usize>) -> usize {
        let tellers = tellers.into_iter();
        tellers.map(|teller| self.coverage.tellers[teller].family).collect::<BTreeSet<_>>().len()
    }

    /// How many reports `tellers` are that are independent of the article and of one another: a
    /// copy of it corroborates nothing.
    pub(crate) fn independent(&self, tellers: impl IntoIterator<Item = usize>) -> usize {
        let families: BTreeSet<usize> =
            tellers.into_iter().map(|teller| self.coverage.tellers[teller].family).collect();
        let other = |family: &usize| {
            self.coverage.families.get(*family).is_none_or(|family| !family.includes_own)
        };
        families.iter().filter(|family| other(family)).count()
    }

    /// "The Northern Post (5 February 2026) and 2 others".
    pub(crate) fn outlets(&self, tellers: &[usize]) -> String {
        let Some((first, rest)) = tellers.split_first() else { return String::new() };
        let entry = &self.coverage.tellers[*first].entry;
        let date = entry.date.map(|date| format!(" ({})", day(date))).unwrap_or_default();
        let others: BTreeSet<_> = rest
            .iter()
            .map(|&teller| &self.coverage.tellers[teller].entry.outlet)
            .filter(|outlet| **outlet != entry.outlet)
            .collect();
        let others = match others.len() {
            0 => String::new(),
            1 => " and 1 other".to_owned(),
            n => format!(" and {n} others"),
        };
        format!("{}{date}{others}", entry.outlet)
    }

    /// Reports of the same point by others than the article's own family, best first.
    pub(crate) fn corroboration(&self, sentence: usize) -> impl Iterator<Item = &'a Report> {
        let coverage = self.coverage;
        let point = coverage.points.get(sentence);
        point.into_iter().flat_map(|point| &point.reports).filter(move |report| {
            let family = coverage.tellers[report.teller].family;
            let own = coverage.families.get(family).is_some_and(|family| family.includes_own);
            report.relation != Relation::Related && !own
        })
    }
}

/// The sentence that `words` stand in, or the words alone.
pub(crate) fn passage(reading: &Reading, words: Place) -> Place {
    reading.sentence_at(words).map_or(words, |index| {
        let SentenceAt { place, .. } = reading.sentences[index];
        place
    })
}

/// `words` in quotation marks for a message, cut at a word where they are long.
pub(crate) fn quoted(words: &str) -> String {
    let words = words.trim_end_matches([',', '.']);
    let mut cut = words.char_indices().nth(LONGEST).map_or(words, |(at, _)| &words[..at]);
    if cut.len() < words.len() {
        cut = cut.rsplit_once(' ').map_or(cut, |(whole, _)| whole);
        return format!("“{cut} …”");
    }
    format!("“{cut}”")
}
