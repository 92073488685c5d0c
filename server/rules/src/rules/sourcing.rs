//! Statements and who stands behind them.

pub mod bare_sources;
pub mod circular;
pub mod reportedly;
pub mod single_anonymous;
pub mod uncredited;
pub mod unknown_speaker;
pub mod unsourced;
pub mod vague;

use crate::{Context, Edit, Fix};
use article::Span;
use language::MentionKind;
use sourcing::{Attribution, Class, Place, Reading, SourceKind};

/// Attributions that name their own source, one of a kind that `accept` accepts, with the first words
/// that name it; those that were carried over from an earlier sentence are left out.
fn named(
    reading: &Reading,
    accept: impl Fn(Option<SourceKind>) -> bool,
) -> impl Iterator<Item = (&Attribution, Place)> {
    let own = move |it: &&Attribution| !it.inherited && accept(it.kind);
    let all = reading.attributions.iter().map(AsRef::as_ref).filter(own);
    all.filter_map(|attribution| Some((attribution, *attribution.source.first()?)))
}

/// Whether a source behind a verb of this class says that something is so; who only promises, asks
/// or takes a side does not.
fn vouches(class: Class) -> bool {
    matches!(class, Class::Speech | Class::Claim | Class::Reply | Class::Evidential)
}

/// Whether a source that `accept` accepts is named in a sentence, by what its own paragraph attributes.
fn names_in(
    reading: &Reading,
    sentence: usize,
    accept: impl Fn(Option<SourceKind>) -> bool,
) -> bool {
    let Some(place) = reading.sentences.get(sentence).map(|sentence| sentence.place) else {
        return false;
    };
    reading.said_in(place.block).iter().any(|said| {
        let source = said.source.first().filter(|_| !said.inherited && accept(said.kind));
        source.is_some_and(|at| reading.sentence_at(*at) == Some(sentence))
    })
}

/// What the names in `place` name.
fn names(reading: &Reading, place: Place) -> impl Iterator<Item = MentionKind> {
    let first = reading.names.partition_point(|name| {
        (name.place.block, name.place.range.start) < (place.block, place.range.start)
    });
    let names = reading.names[first..].iter();
    let inside = move |name: &&sourcing::Name| {
        name.place.block == place.block && place.range.covers(name.place.range)
    };
    names.take_while(inside).map(|name| name.kind)
}

/// Whether `source` is nothing but the word "sources", in the plural.
fn is_bare_sources(source: &str) -> bool {
    const BARE: [&str; 5] = ["sources", "the sources", "some sources", "our sources", "insiders"];
    BARE.iter().any(|bare| source.eq_ignore_ascii_case(bare))
}

/// `, WORDS` before the final stop of the sentence that holds `place`; none where the sentence
/// ends in a quotation, whose words are not ours to change.
fn insert_at_end(context: &Context<'_>, sentence: Place, words: &str) -> Option<Fix> {
    let reading = context.reading;
    let text = reading.words(sentence);
    let stop = text.strip_suffix('.')?.len();
    let at = sentence.range.start + stop;
    let range = language::TextRange::new(at, at + 1);
    let Span { start, .. } = reading.span(Place { block: sentence.block, range });
    Some(Fix::suggested(
        format!("Insert “, {words}”"),
        vec![Edit::insert(start, format!(", {words}"))],
    ))
}
