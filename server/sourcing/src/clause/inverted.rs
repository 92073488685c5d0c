//! Subjects that stand behind their verb: “…,” said Otto Lind.

use super::Subject;
use crate::{lexicon::Inflection, phrase, unit::Unit};
use language::Tag;
use std::ops::Range;

/// “…,” said | Otto Lind: behind a quotation the subject can stand after the verb.
pub fn inverted(units: &[Unit], range: &Range<usize>, head: usize, high: usize) -> Option<Subject> {
    let before = range.start.checked_sub(1).map(|i| &units[i])?;
    if before.is(",") {
        return behind_clause(units, range, head, high);
    }
    if !before.speech() {
        return None;
    }
    let speaks =
        units[head].word?.verbs.iter().any(|(_, v)| v.frames.has('q') && v.particles.is_empty());
    let end = phrase::ahead(units, range.end, high, &["of", "for", "from", "at"]);
    let names =
        units[range.end..end].iter().any(|u| matches!(u.tag, Tag::Name | Tag::Noun | Tag::Pronoun));
    let closes = before.text.ends_with([',', '?', '!', '…']);
    (speaks && closes && names && range.len() == 1).then_some(Subject::Of(range.end..end))
}

/// "The dam will hold, said | the minister": behind a clause and its comma, where nothing but a phrase
/// for somebody who speaks stands behind the verb.
fn behind_clause(
    units: &[Unit],
    range: &Range<usize>,
    head: usize,
    high: usize,
) -> Option<Subject> {
    let speaks = units[head].word?.verbs.iter().any(|(inflection, v)| {
        let form = matches!(inflection, Inflection::Past | Inflection::Third);
        let addresses = v.frames.has('a') || v.frames.has('o');
        form && v.frames.has('q') && !addresses && v.particles.is_empty()
    });
    let end = phrase::ahead(units, range.end, high, &["of", "for", "from"]);
    // "‘No’ after blast, says | president": headlines have no articles.
    let bare = end == high && end == range.end + 1 && units.last().is_some_and(|u| !u.is("."));
    let role =
        |u: &Unit| u.word.is_some_and(|w| w.roles.person || w.roles.official || w.roles.anonymous);
    let somebody = phrase::is_somebody(units, range.end, end) || bare && role(&units[range.end]);
    let behind = units.get(end).filter(|_| end < high);
    let closes = behind.is_none_or(|u| u.any(&[",", ".", "to", "in", "on", "with", "during"]));
    let clause = units[..range.start]
        .iter()
        .rev()
        .take_while(|u| !u.ends)
        .any(|u| u.verbal() || u.quote.is_some());
    (speaks && somebody && closes && clause && range.len() == 1)
        .then_some(Subject::Of(range.end..end))
}
