//! What a sentence says, apart from who says it.

use crate::{
    align::{stance::Stance, who::met},
    words::{sentence::Words, weights::Vector},
};
use language::TextRange;
use sourcing::{Place, Reading};

/// What to leave aside in a sentence that is held against another, and how it means the rest.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Said {
    /// Terms of those who are named for it and of their verbs, sorted.
    aside: Vec<u64>,
    stance: Stance,
}

impl Said {
    /// That of each sentence, in order.
    pub(crate) fn all(reading: &Reading) -> Vec<Self> {
        let sentences = 0..reading.sentences.len();
        let stances = sentences.map(|sentence| Stance::of(reading, sentence));
        let mut all: Vec<Self> = stances.map(|stance| Self { stance, aside: Vec::new() }).collect();
        for attribution in &reading.attributions {
            for place in attribution.source.iter().chain(&attribution.cue) {
                for sentence in met(reading, *place) {
                    let Place { range: whole, .. } = reading.sentences[sentence].place;
                    let start = whole.start.max(place.range.start);
                    let part = TextRange::new(start, whole.end.min(place.range.end));
                    let words = Words::of(reading, sentence);
                    all[sentence].aside.extend(words.iter().flat_map(|it| it.terms(part)));
                }
            }
        }
        for said in &mut all {
            said.aside.sort_unstable();
            said.aside.dedup();
        }
        all
    }

    /// Whether two sentences can say the same: neither denies or leaves open what the other says.
    pub(crate) fn can_agree(&self, other: &Self) -> bool {
        self.stance == other.stance
    }

    /// What share of `line`, which is this sentence, another has, 0..=1.
    pub(crate) fn share(&self, line: &Vector, other: &Vector) -> f32 {
        line.covered_by(other, &self.aside)
    }
}
