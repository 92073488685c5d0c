//! Where tags are written: around the quote in the copy, or beside it in the sidecar.

use super::{Candidate, tag_of};
use crate::{Beside, Edit, Target};
use article::{QuoteTag, Span, annotations::Sidecar};
use sourcing::{Quote, Reading};

/// The edits that tag each quote as said by its candidate. A quote that is tagged already keeps its
/// tag, with another speaker; one that the copy has no room to tag is tagged in the sidecar.
pub fn tag_edits(
    reading: &Reading,
    beside: &Beside<'_>,
    quotes: &[(&Quote, Candidate)],
) -> Vec<Edit> {
    let (source, mut edits, mut in_sidecar) = (&reading.article.source, Vec::new(), Vec::new());
    for (quote, candidate) in quotes {
        let (speaker, via) = (&*candidate.speaker, candidate.via.as_deref());
        let label = (quotes.len() > 1).then(|| format!("Quote said by {speaker}"));
        let outside = reading.span(quote.outside);
        let inline = match tag_of(reading, quote) {
            Some(tag) if tag.is_inline() => Some(vec![tag.retagged(source, speaker, via)]),
            None if beside.inline => reading.article.tagged(outside, speaker, via).map(Vec::from),
            Some(_) | None => None,
        };
        if let Some(changes) = inline {
            let edit = |(span, text)| Edit { label: label.clone(), ..Edit::replace(span, text) };
            edits.extend(changes.into_iter().map(edit));
        } else {
            let inside = tag_of(reading, quote).map_or(reading.span(quote.inside), |it| it.quote);
            in_sidecar.push(QuoteTag::beside(inside, speaker, via));
        }
    }
    if !in_sidecar.is_empty() {
        let tag = |sidecar: &mut Sidecar<'_>| sidecar.tag(beside.name, &in_sidecar);
        let label = (in_sidecar.len() > 1).then(|| "Tags beside the article".to_owned());
        edits.extend(changed_sidecar(reading, beside, tag).map(|edit| Edit { label, ..edit }));
    }
    edits
}

/// The edits that take tags away.
pub fn untag_edits(reading: &Reading, beside: &Beside<'_>, tags: &[&QuoteTag]) -> Vec<Edit> {
    let (inline, in_sidecar): (Vec<&QuoteTag>, Vec<&QuoteTag>) =
        tags.iter().partition(|tag| tag.is_inline());
    let mut cuts: Vec<Span> = inline.iter().flat_map(|tag| tag.cuts()).collect();
    cuts.sort_unstable();
    let label = (tags.len() > 1).then(|| "Tags to be removed".to_owned());
    let cut = |cut| Edit { label: label.clone(), ..Edit::replace(cut, "") };
    let mut edits: Vec<Edit> = cuts.into_iter().map(cut).collect();
    if !in_sidecar.is_empty() {
        let quotes: Vec<Span> = in_sidecar.iter().map(|tag| tag.quote).collect();
        let chosen = |quote| quotes.binary_search(&quote).is_ok();
        let edit = changed_sidecar(reading, beside, |sidecar| sidecar.untag(chosen));
        edits.extend(edit.map(|edit| Edit { label, ..edit }));
    }
    edits
}

/// The sidecar after `change`; none where it cannot be read: what others wrote is not destroyed.
pub fn changed_sidecar(
    reading: &Reading,
    beside: &Beside<'_>,
    change: impl FnOnce(&mut Sidecar<'_>),
) -> Option<Edit> {
    let mut sidecar = Sidecar::open(beside.sidecar, &reading.article.source).ok()?;
    change(&mut sidecar);
    Some(difference(beside.sidecar.unwrap_or_default(), &sidecar.into_text()))
}

/// The smallest edit that makes `new` of `old`: what others change elsewhere in the file at the
/// same time stays.
fn difference(old: &str, new: &str) -> Edit {
    let same = |(a, b): &(char, char)| a == b;
    let length = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.take_while(same).map(|(c, _)| c.len_utf8()).sum()
    };
    let start = length(&mut old.chars().zip(new.chars()));
    let (old, new) = (&old[start..], &new[start..]);
    let tail = length(&mut old.chars().rev().zip(new.chars().rev()));
    let span = Span::new(start, start + old.len() - tail);
    Edit::of(Target::Sidecar, span, &new[..new.len() - tail])
}
