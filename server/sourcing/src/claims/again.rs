//! What an edit leaves of the claims.
//!
//! A claim rests on the words and the attributions of its paragraph and of the few before it, and on
//! what the story is about. Where none of them changed it is the same claim; only its sentence and
//! its attribution may have other numbers.

use super::{SHADOW, Standing, Told};
use crate::{Attribution, Claim, SentenceAt, join::Known};
use article::Changed;
use std::{ops::Range, sync::Arc};

/// The claims of the article. `known` holds those of an earlier reading; the result does not depend
/// on it.
pub fn claims(told: &Told, known: Option<&Known>) -> Vec<Claim> {
    let all = 0..told.article.blocks.len();
    let same = |known: &&Known| {
        known.reading.story == told.story && known.reading.article.blocks.len() == all.end
    };
    match known.filter(same) {
        Some(known) => again(told, known),
        None => told.claims_in(all),
    }
}

fn again(told: &Told, known: &Known) -> Vec<Claim> {
    let old = known.reading;
    let same = |one: &Arc<Attribution>, other: &_| Arc::ptr_eq(one, other) || one == other;
    let said = Changed::list(&old.attributions, told.attributions, same);
    let edited = edited(told, known, &said);
    // Somebody's word may go on into the first of them, and who stands behind the last may rest on it.
    let from = edited.start.saturating_sub(Standing::PARAGRAPHS);
    let end = (edited.end + SHADOW).min(told.article.blocks.len());
    let read = told.claims_in(from..end);
    let read = read.into_iter().filter(|claim| edited.start <= claim.place.block);

    let before = old.claims.partition_point(|claim| claim.place.block < edited.start);
    let behind = old.claims.partition_point(|claim| claim.place.block < end);
    let sentences = |all: &[SentenceAt]| all.partition_point(|it| it.place.block < end);
    let (was, is) = (sentences(&old.sentences), sentences(told.sentences));
    let by = |by: usize| if by < said.old.start { by } else { said.moved(by) };
    let kept = |claim: &Claim| Claim { attribution: claim.attribution.map(by), ..*claim };
    let moved = |claim: &Claim| Claim { sentence: claim.sentence - was + is, ..kept(claim) };
    let head = old.claims[..before].iter().map(kept);
    head.chain(read).chain(old.claims[behind..].iter().map(moved)).collect()
}

/// The blocks from the first to the last whose words, or what is attributed in them, changed.
fn edited(told: &Told, known: &Known, said: &Changed) -> Range<usize> {
    let was = &known.reading.attributions[said.old.clone()];
    let is = &told.attributions[said.new.clone()];
    let content = was.iter().chain(is).flat_map(|it| &it.content).map(|place| place.block);
    let blocks: Vec<usize> = known.edited().chain(content).collect();
    match (blocks.iter().min(), blocks.iter().max()) {
        (Some(&first), Some(&last)) => first..last + 1,
        _ => told.article.blocks.len()..told.article.blocks.len(),
    }
}
