//! Which outlets the articles of a story say that they rest on.

use crate::{Citation, Teller, Text};
use sourcing::{Attribution, Place, Reading, SourceKind};

/// Sentences of an article's opening: a source named there stands for the story.
const OPENING: usize = 4;

/// Outlets that an article says it is taken from, or cites in its opening, in lower case, each with
/// the words that say so where there are some.
pub(crate) fn outlets(reading: &Reading) -> impl Iterator<Item = (String, Option<Place>)> {
    let taken = reading.article.metadata.taken_from.iter();
    let taken = taken.map(|fact| (fact.value.to_lowercase(), None));
    let opening = reading.sentences.get(OPENING).map_or(usize::MAX, |last| last.place.block);
    let cited = reading.attributions.iter().filter_map(move |attribution| {
        let first = attribution.content.first().filter(|place| place.block < opening)?;
        Some((outlet(attribution)?.to_lowercase(), Some(words(attribution, *first))))
    });
    taken.chain(cited)
}

/// Who cites whom among our article and the tellers, in order of who cites. Outlets that told the
/// story in several articles are left out: which of them is meant is a guess.
pub(crate) fn among(reading: &Reading, tellers: &[Teller]) -> Vec<Citation> {
    let own = reading.article.metadata.outlet.as_ref().map(|outlet| outlet.value.as_str());
    let named = |name: &str| {
        let ours = own.filter(|own| is_called(own, name)).map(|_| Text::Own);
        let theirs = tellers.iter().enumerate();
        let theirs = theirs.filter(|(_, teller)| is_called(&teller.entry.outlet.0, name));
        let mut all = ours.into_iter().chain(theirs.map(|(at, _)| Text::Teller(at)));
        all.next().filter(|_| all.next().is_none())
    };
    let texts = tellers.iter().enumerate();
    let texts = texts.map(|(at, teller)| (Text::Teller(at), &*teller.entry.reading));
    let mut citations: Vec<Citation> = Vec::new();
    for (by, reading) in std::iter::once((Text::Own, reading)).chain(texts) {
        for (name, place) in outlets(reading) {
            let Some(of) = named(&name).filter(|of| *of != by) else { continue };
            match citations.iter_mut().find(|known| (known.by, known.of) == (by, of)) {
                Some(known) => known.place = known.place.or(place),
                None => citations.push(Citation { by, of, place }),
            }
        }
    }
    citations
}

/// The outlet that an attribution goes back to.
fn outlet(attribution: &Attribution) -> Option<&String> {
    let speaker = attribution.speaker.as_ref();
    let speaker = speaker.filter(|_| attribution.kind == Some(SourceKind::Outlet));
    attribution.via.as_ref().or(speaker)
}

/// The words that name the outlet, or else what it is cited for.
fn words(attribution: &Attribution, content: Place) -> Place {
    attribution.source.first().copied().unwrap_or(content)
}

/// "The Northern Post" is called so with and without its article.
fn is_called(outlet: &str, name: &str) -> bool {
    let bare = |name: &str| name.to_lowercase().trim_start_matches("the ").to_owned();
    bare(outlet) == bare(name)
}
