//! Words that a headline quotes before anybody is named: they belong to whoever says them below.

use crate::{Attribution, Form, SourceKind};
use article::{Article, BlockKind};
use std::{collections::VecDeque, sync::Arc};

/// Words from which a repeated quotation is surely the same one.
const SURE: usize = 2;

/// Gives the quotations of headlines whose source names no person the speaker who says the same
/// words further down.
pub fn resolve(article: &Article, attributions: &mut [Arc<Attribution>]) {
    let lede = article.blocks.iter().position(|b| b.kind == BlockKind::Paragraph).unwrap_or(0);
    let mut open: VecDeque<(usize, String)> = attributions
        .iter()
        .enumerate()
        .take_while(|(_, a)| a.content.first().is_some_and(|p| p.block <= lede))
        .filter(|(_, a)| a.form != Form::Indirect && !is_named(a))
        .flat_map(|(i, a)| a.content.iter().map(move |p| (i, p)))
        .map(|(i, p)| (i, letters(p.range.of(&article.blocks[p.block].text))))
        .filter(|(_, words)| words.split(' ').count() >= SURE)
        .collect();
    for said in 0..attributions.len() {
        if open.is_empty() {
            return;
        }
        let later = &attributions[said];
        if later.form == Form::Indirect || !is_named(later) {
            continue;
        }
        let below = |i: usize| later.content.first() > attributions[i].content.first();
        let words =
            later.content.iter().map(|p| letters(p.range.of(&article.blocks[p.block].text)));
        let words = format!(" {} ", words.collect::<Vec<_>>().join(" "));
        let same: Vec<usize> = open
            .iter()
            .filter(|(i, theirs)| below(*i) && words.contains(&format!(" {theirs} ")))
            .map(|(i, _)| *i)
            .collect();
        open.retain(|(i, _)| !same.contains(i));
        let (speaker, entity, kind) = (later.speaker.clone(), later.entity, later.kind);
        for i in same {
            let headline = Arc::make_mut(&mut attributions[i]);
            headline.speaker.clone_from(&speaker);
            (headline.entity, headline.kind) = (entity, kind);
        }
    }
}

fn is_named(attribution: &Attribution) -> bool {
    attribution.kind == Some(SourceKind::Person) && attribution.entity.is_some()
}

/// Words in lower case, one space between them.
fn letters(text: &str) -> String {
    let lower = text.to_lowercase().replace(['’', '\''], "");
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
