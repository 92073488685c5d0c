//! The door of the room: a reading and candidates in, [`Coverage`] out.

use crate::{Coverage, Point};
use corpus::Candidates;
use sourcing::Reading;

/// What `candidates` have of the story of `reading`.
pub fn cover(reading: &Reading, candidates: &Candidates) -> Coverage {
    Coverage {
        points: vec![Point::default(); reading.sentences.len()],
        gaps: candidates.gaps.clone(),
        ..Coverage::default()
    }
}
