//! Which outlets the articles of a story say that they rest on.

use crate::{Citation, Teller, Text};
use sourcing::{Attribution, Place, Reading, SourceKind};
use std::collections::HashMap;

/// Sentences of an article's opening: a source named there stands for the story.
const OPENING: usize = 4;

/// An outlet that an article says it is taken from, or cites in its opening: its name in lower
/// case, and the words that say so where there are some.
pub(crate) type Cited = (String, Option<Place>);

/// The outlets that an article cites.
pub(crate) fn outlets(reading: &Reading) -> impl Iterator<Item = Cited> {
    let taken = reading.article.metadata.taken_from.iter();
    let taken = taken.map(|fact| (fact.value.to_lowercase(), None));
    let opening = reading.sentences.get(OPENING).map_or(usize::MAX, |last| last.place.block);
    let cited = reading.attributions.iter().filter_map(move |attribution| {
        let first = attribution.content.first().filter(|place| place.block < opening)?;
        Some((outlet(attribution)?.to_lowercase(), Some(words(attribution, *first))))
    });
    taken.chain(cited)
}

/// Who cites whom among our article and the tellers, each with the outlets that it cites, in order
/// of who cites. Outlets that told the story in several articles are left out: which of them is
/// meant is a guess.
pub(crate) fn among<'a>(
    reading: &Reading,
    tellers: &[Teller],
    cited: impl Iterator<Item = &'a [Cited]>,
) -> Vec<Citation> {
    let own = reading.article.metadata.outlet.as_ref().map(|outlet| (Text::Own, &*outlet.value));
    let told = tellers.iter().enumerate();
    let told = told.map(|(at, teller)| (Text::Teller(at), &*teller.entry.outlet.0));
    let mut called: HashMap<String, Option<Text>> = HashMap::new();
    for (text, outlet) in own.into_iter().chain(told) {
        let known = called.entry(bare(outlet)).and_modify(|known| *known = None);
        known.or_insert(Some(text));
    }
    let ours: Vec<Cited> = outlets(reading).collect();
    let theirs = cited.enumerate().map(|(at, cited)| (Text::Teller(at), cited));
    let mut citations: Vec<Citation> = Vec::new();
    for (by, cited) in std::iter::once((Text::Own, &*ours)).chain(theirs) {
        for (name, place) in cited {
            let of = called.get(&bare(name)).copied().flatten();
            let Some(of) = of.filter(|of| *of != by) else { continue };
            match citations.iter_mut().find(|known| (known.by, known.of) == (by, of)) {
                Some(known) => known.place = known.place.or(*place),
                None => citations.push(Citation { by, of, place: *place }),
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

/// An outlet's name for comparison: "The Northern Post" is called so with and without its article.
pub(crate) fn bare(outlet: &str) -> String {
    outlet.to_lowercase().trim_start_matches("the ").to_owned()
}
