//! Which sentences say what a published fact-check is about.
//!
//! A claim travels on its own, from story to story and from year to year, so there is no story gate
//! here. Instead a sentence must say nearly all that the claim says, its figures among it, and
//! contradict none of it.

use crate::{
    Reviewed,
    differ::{
        Beside,
        facts::{Facts, Telling},
    },
    words::{
        vectors::{self, Vectors},
        weights::{Vector, Vocabulary, Weights},
    },
};
use corpus::Entry;
use sourcing::Reading;
use std::sync::Arc;

/// Share of a claim, by how much its words tell, that a sentence must have.
const SAID: f32 = 0.8;

/// Words that a claim has at least to be told from others.
const FEWEST_WORDS: usize = 4;

/// The sentences of `reading` that say what one of `reviews` is about, in order.
pub(crate) fn of(reading: &Reading, reviews: &[Arc<Entry>]) -> Vec<Reviewed> {
    if reviews.is_empty() {
        return Vec::new();
    }
    let claims = reviews.iter().map(|review| Vocabulary::of(vectors::sentences(&review.reading)));
    let claims: Vec<Vocabulary> = claims.collect();
    let weights = Weights::of(claims.iter());
    let vectors = Vectors::of(reading, &weights);
    let alike = |review: &Arc<Entry>| alike((reading, &vectors.lines), &review.reading, &weights);
    let alike = reviews.iter().map(|review| (review, alike(review)));
    let alike: Vec<_> = alike.filter(|(_, pairs)| !pairs.is_empty()).collect();
    if alike.is_empty() {
        return Vec::new();
    }
    let facts = Arc::new(Facts::of(reading));
    let ours = Telling::with(reading, Arc::new(vectors), facts, &weights);
    let mut found: Vec<Reviewed> = Vec::new();
    for (review, pairs) in alike {
        let theirs = Telling::of(&review.reading, &weights);
        let beside = Beside::of((reading, &ours), (&review.reading, &theirs), 0);
        let agree = pairs.into_iter().filter(|&(sentence, claim)| {
            let mut compared = beside.found(sentence).into_iter();
            compared.any(|it| it.there == claim && it.differences.is_empty())
        });
        found.extend(agree.map(|(sentence, claim)| Reviewed {
            sentence,
            review: Arc::clone(review),
            claim,
        }));
    }
    found.sort_by(|a, b| (a.sentence, &a.review.id).cmp(&(b.sentence, &b.review.id)));
    found.dedup_by(|a, b| (a.sentence, &a.review.id) == (b.sentence, &b.review.id));
    found
}

/// Our sentences that have the words and figures of a sentence of the claim, each with that.
fn alike(
    (reading, lines): (&Reading, &[Vector]),
    review: &Reading,
    weights: &Weights,
) -> Vec<(usize, usize)> {
    let claims = vectors::sentences(review).enumerate();
    let claims = claims.filter(|(_, terms)| FEWEST_WORDS <= terms.len());
    let pairs = claims.flat_map(|(claim, terms)| {
        let vector = weights.vector(terms);
        let said =
            lines.iter().enumerate().filter(move |(_, line)| SAID <= vector.covered_by(line, &[]));
        said.map(move |(sentence, _)| (sentence, claim))
    });
    pairs.filter(|&(here, there)| has_figures((reading, here), (review, there))).collect()
}

/// Whether a sentence of ours has every figure of the claim.
fn has_figures((reading, here): (&Reading, usize), (review, there): (&Reading, usize)) -> bool {
    review.quantities(there).all(|(_, claimed)| {
        reading.quantities(here).any(|(_, said)| said.value.total_cmp(&claimed.value).is_eq())
    })
}
