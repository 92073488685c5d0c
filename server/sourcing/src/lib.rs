//! Reads who says what in one article.
//!
//! In: an [`Article`]. Out: a [`Reading`]: quotes, sources, attributions, claims with their
//! sourcing. Knows nothing of other outlets, of rules or of any editor. Pure.
//!
//! A reading is made in two steps. [`Paragraph`]s are read one by one, from their text alone, and
//! taken over from the last reading where the text did not change. The article-level step then
//! joins names, carries speakers over and resolves times; it touches summaries only.
//!
//! From the words up: `quotes` pairs the marks; `unit` makes of each quotation one unit among the
//! words; `clause` finds verbs, their subjects and where clauses begin; `copy` is what the finders
//! `verbal`, `predicate`, `nominal`, `setoff` and `loose` look at and add to, and `attribute` asks them in
//! turn; `clauses` cuts sentences that hold more than one person’s word; `join`, `cast`, `anonymity` and `echo` resolve speakers over the article; `link` gives quotations their
//! attribution and obeys tags; `claims` says what can be checked and what nobody is named for.
//!
//! Invariants: no text is refused; a reading made with the previous one equals a fresh one; the
//! paragraph step is linear in the text, apart from limits that are stated where they stand.
#![allow(
    clippy::single_range_in_vec_init,
    reason = "content is a list of ranges, often of one range"
)]

mod anonymity;
mod attribute;
mod body;
mod calm;
mod cast;
mod checkable;
mod claims;
mod clause;
mod clauses;
mod copy;
mod echo;
mod facts;
mod join;
mod kind;
mod lexicon;
mod link;
mod loose;
mod nominal;
mod paragraph;
mod phrase;
mod predicate;
mod quotes;
mod read;
mod said;
mod setoff;
mod source_kind;
mod types;
mod unit;
mod verbal;

pub use article::{Article, Problem, Span};
pub use checkable::{Checkable, Checkables};
pub use clauses::Clause;
pub use facts::Facts;
pub use lexicon::Class;
pub use paragraph::{LONGEST, Paragraph, Unread};
pub use quotes::{Marks, Quoted};
pub use read::read;
pub use said::Said;
pub use types::{
    Attribution, Claim, Form, Name, Place, Quote, QuoteKind, SentenceAt, SourceKind, Sourcing,
};

use language::{Entity, Quantity, Terms, Time};
use std::sync::Arc;

/// An article, understood.
#[derive(Debug, Clone)]
pub struct Reading {
    /// What was read.
    pub article: Arc<Article>,
    /// One for each block of the article; empty for boilerplate.
    pub paragraphs: Vec<Arc<Paragraph>>,
    /// Every sentence of the copy, in order.
    pub sentences: Vec<SentenceAt>,
    /// People, places and organisations of the article.
    pub entities: Arc<[Entity]>,
    /// Mentions with the entity they resolve to, in order.
    pub names: Vec<Name>,
    /// Quoted regions, in order.
    pub quotes: Vec<Quote>,
    /// Who says what, in order of content.
    pub attributions: Vec<Arc<Attribution>>,
    /// Checkable statements, in order.
    pub claims: Vec<Claim>,
    /// For each block how many sentences stand before it.
    before: Vec<usize>,
    /// The entities by what sources call them, for the next reading.
    index: Arc<cast::Index>,
    /// How each paragraph was joined to those before it, for the next reading.
    joined: Vec<join::Joined>,
    /// Who speaks in which lines, likewise.
    script: Arc<cast::Script>,
    /// What the claims rest on in all of the article, likewise.
    story: claims::Story,
}

impl Reading {
    /// What of the article could not be read, in order of place.
    pub fn problems(&self) -> Vec<Problem> {
        let unread = self.article.blocks.iter().zip(&self.paragraphs);
        let unread = unread.filter_map(|(block, paragraph)| {
            let message = paragraph.unread?.to_string();
            Some(Problem { span: Span::new(block.span.start, block.span.start), message })
        });
        let mut problems: Vec<_> = self.article.problems.iter().cloned().chain(unread).collect();
        problems.sort_by_key(|problem| problem.span);
        problems
    }

    /// Where `place` stands in the source.
    pub fn span(&self, place: Place) -> Span {
        self.article.blocks[place.block].span_of(place.range)
    }

    /// The clean words at `place`.
    pub fn words(&self, place: Place) -> &str {
        place.range.of(&self.article.blocks[place.block].text)
    }

    /// Whom `attribution` names: who its source resolves to, else the source as written; nobody for
    /// a pronoun that could be anybody.
    pub fn named<'a>(&'a self, attribution: &'a Attribution) -> Option<&'a str> {
        let written = || attribution.source.first().map(|place| self.words(*place));
        let pronoun = |words: &&str| cast::Pronoun::of(words).is_some();
        attribution.speaker.as_deref().or_else(|| written().filter(|words| !pronoun(words)))
    }

    /// What a block attributes, in order of content; what tags say is left aside.
    pub fn said_in(&self, block: usize) -> &[Arc<Attribution>] {
        self.joined.get(block).map_or(&[], |joined| &joined.said)
    }

    /// What a sentence of a block is compared by.
    pub fn terms(&self, block: usize, sentence: usize) -> Option<&Terms> {
        let text = &self.paragraphs.get(block)?.text;
        let sentence = text.sentences.get(sentence)?;
        Some(sentence.terms(&self.article.blocks.get(block)?.text, &text.tokens))
    }

    /// The time expressions that are `wanted`, in order, with their place, resolved against the
    /// article's date. What is wanted must not depend on the date.
    pub fn times(
        &self,
        wanted: impl Fn(Place, &Time) -> bool,
    ) -> impl Iterator<Item = (Place, Time)> {
        let date = self.article.metadata.date();
        let times = self.paragraphs.iter().enumerate().flat_map(|(block, paragraph)| {
            let place = move |time: &Time| Place { block, range: time.range };
            paragraph.text.times.iter().map(move |time| (place(time), time))
        });
        times.filter(move |(place, time)| wanted(*place, time)).map(move |(place, time)| {
            (place, date.map_or_else(|| time.clone(), |date| time.resolve(date)))
        })
    }

    /// Quantities of a sentence, in order, with their place.
    pub fn quantities(&self, sentence: usize) -> impl Iterator<Item = (Place, &Quantity)> {
        let Place { block, range } = self.sentences[sentence].place;
        self.paragraphs[block]
            .text
            .quantities
            .iter()
            .filter(move |quantity| range.covers(quantity.range))
            .map(move |quantity| (Place { block, range: quantity.range }, quantity))
    }

    /// The sentence that holds `place`, as an index into [`Reading::sentences`].
    pub fn sentence_at(&self, place: Place) -> Option<usize> {
        let before = *self.before.get(place.block)?;
        let end = self.before.get(place.block + 1).copied().unwrap_or(self.sentences.len());
        let here = &self.sentences[before..end];
        let past = here.partition_point(|s| s.place.range.start <= place.range.start);
        let at = past.checked_sub(1)?;
        (place.range.start < here[at].place.range.end).then_some(before + at)
    }

    /// The block and the offset in its text of a source offset, where it lies in copy.
    pub fn place_of(&self, offset: usize) -> Option<Place> {
        let past = self.article.blocks.partition_point(|block| block.span.start <= offset);
        let block = past.checked_sub(1)?;
        let found = &self.article.blocks[block];
        if !found.span.touches(offset) {
            return None;
        }
        let at = found.text_offset(offset);
        Some(Place { block, range: language::TextRange::new(at, at) })
    }
}
