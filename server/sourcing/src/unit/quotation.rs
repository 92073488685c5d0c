//! A quotation as a unit: a clause of its own, a phrase, or the title of a work.

use super::Unit;
use crate::{Quoted, kind, lexicon::Word};
use language::Tag;

/// Words from which a quotation counts as a clause of its own.
const CLAUSE: usize = 4;

/// Words of the longest title that only what stands before it tells from speech.
const SHOW: usize = 3;

/// How a quotation stands behind the unit before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It opens a sentence, is set off by a sign, or follows a verb that speaks.
    Apart,
    /// It is a part of the writer's sentence.
    Inside,
}

fn standing(before: Option<&Unit>) -> Standing {
    let apart = before.is_none_or(|u| {
        let speaks = |w: &Word| w.verbs.iter().any(|(_, v)| v.frames.has('q'));
        u.ends || u.parts() || u.quote.is_some() || u.verbal() && u.word.is_some_and(speaks)
    });
    if apart { Standing::Apart } else { Standing::Inside }
}

/// The unit of a quotation behind `before`; `ends` says whether its sentence ends with it.
pub fn quotation<'t>(
    text: &'t str,
    quoted: &Quoted,
    index: usize,
    ends: bool,
    before: Option<&Unit>,
) -> Unit<'t> {
    let words = quoted.inside.of(text);
    let long = words.split_whitespace().take(CLAUSE).count() == CLAUSE;
    let speech = words.ends_with(['!', '?'])
        || match standing(before) {
            Standing::Apart => long || words.ends_with([',', '.']),
            // “on ‘The Long Way Home,’”: the comma belongs to the sentence around the title.
            Standing::Inside => long && !kind::title(words),
        };
    Unit {
        range: quoted.outside,
        text: words,
        tag: if speech { Tag::Other } else { Tag::Noun },
        word: None,
        quote: Some(index),
        ends,
    }
}

/// Whether a quotation is the title of a work: “The Bridge Will Close,” by Ada Moss; "her memoir, “A Long
/// Way,”"; the “Long Way to Port Hale” star.
pub fn is_work(units: &[Unit], at: usize) -> bool {
    let text = units[at].text;
    let behind = |step: usize| units.get(at + step);
    let written = behind(1).is_some_and(|u| u.is("by"))
        && behind(2).is_some_and(|u| u.tag == Tag::Name)
        && text.ends_with(',');
    let named = at > 1
        && units[at - 1].is(",")
        && units[at - 2].word.is_some_and(|w| w.roles.work)
        && kind::is_capitalised(text);
    let modifies = !units[at].ends
        && !text.ends_with([',', '.', '!', '?', '…'])
        && kind::title(text)
        && behind(1).is_some_and(|u| matches!(u.tag, Tag::Noun | Tag::Name));
    // "said on “Outnumbered.”", "told NBC’s “Today”"
    let shown = at > 0
        && (units[at - 1].is("on") || units[at - 1].tag == Tag::Name && units[at - 1].possessive())
        && text.split(' ').nth(SHOW).is_none()
        && kind::is_capitalised(text);
    written || named || modifies || shown
}
