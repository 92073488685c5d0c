//! Tags: a quote with its speaker, written where the format's own tools understand it.

mod candidates;
mod storage;
#[cfg(test)]
mod tests;

pub use storage::changed_sidecar;

use crate::{
    Beside, Context, Diagnostic, Fix, Safety, leaves_quotes_alone, rules::quotes::lost_tag,
};
use article::{BlockKind, QuoteTag, annotations::Orphan};
use candidates::{Candidate, candidates, is_sure, told};
use sourcing::{Quote, QuoteKind, Reading};
use std::collections::BTreeSet;
use storage::{tag_edits, untag_edits};

/// What can be done about the quote at `offset`: a tag with each of those who may have said it, the
/// likeliest first; for a tagged one other speakers, and no tag. No character between the marks
/// changes, whatever is chosen.
pub fn quote_fixes(context: &Context<'_>, beside: &Beside<'_>, offset: usize) -> Vec<Fix> {
    let reading = context.reading;
    let past = reading.quotes.partition_point(|quote| reading.span(quote.outside).end < offset);
    let around = reading.quotes[past.saturating_sub(1)..].iter().take(2);
    let touched = |quote: &&Quote| {
        let tag = tag_of(reading, quote).map(|tag| tag.span);
        [tag, Some(reading.span(quote.outside))].into_iter().flatten().any(|it| it.touches(offset))
    };
    let Some(quote) = around.filter(|it| is_taggable(it)).find(touched) else { return Vec::new() };
    let tag = tag_of(reading, quote);
    let speaker = tag.and_then(|tag| tag.speaker.as_deref());
    let others = candidates(reading, quote).into_iter().filter(|it| speaker != Some(&*it.speaker));
    let mut fixes: Vec<Fix> = others
        .map(|candidate| {
            let title = match tag {
                None => format!("Tag quote as said by {}", candidate.speaker),
                Some(_) => format!("Change the quote’s speaker to {}", candidate.speaker),
            };
            let safety = candidate.safety;
            Fix { title, safety, edits: tag_edits(reading, beside, &[(quote, candidate)]) }
        })
        .collect();
    fixes.extend(tag.map(|tag| untag(reading, beside, tag)));
    fixes.retain(|fix| !fix.edits.is_empty() && leaves_quotes_alone(reading, &fix.edits));
    fixes
}

/// Tags every quote whose speaker the copy names beside it. Each edit is labelled with whom it
/// names, so that an editor can show them before they are made.
pub fn tag_all(context: &Context<'_>, beside: &Beside<'_>) -> Option<Fix> {
    let reading = context.reading;
    let (title, _) = tag_all_title(context)?;
    let sure: Vec<(&Quote, Candidate)> = untagged(reading)
        .filter(|quote| is_sure(reading, quote))
        .filter_map(|quote| Some((quote, told(reading, quote)?)))
        .collect();
    let edits = tag_edits(reading, beside, &sure);
    allowed(reading, Fix { title, safety: Safety::Suggested, edits })
}

/// What [`tag_all`] is called and how many quotes it tags, without making its edits: in a long
/// article they are many, and mostly nobody wants them.
pub fn tag_all_title(context: &Context<'_>) -> Option<(String, usize)> {
    let (mut sure, mut all) = (0, 0);
    for quote in untagged(context.reading) {
        sure += usize::from(is_sure(context.reading, quote));
        all += 1;
    }
    let title = match (sure, all) {
        (0, _) => return None,
        (1, 1) => "Tag the one untagged quote with its speaker".to_owned(),
        (some, all) if some == all => format!("Tag all {all} untagged quotes with their speakers"),
        (some, all) => format!("Tag {some} of {all} untagged quotes, where the speaker is sure"),
    };
    Some((title, sure))
}

/// Takes the tag of every quote away.
pub fn untag_all(context: &Context<'_>, beside: &Beside<'_>) -> Option<Fix> {
    let reading = context.reading;
    let (title, _) = untag_all_title(context)?;
    let tags: Vec<&QuoteTag> =
        tagged(reading).into_iter().filter_map(|index| reading.article.tags.get(index)).collect();
    let edits = untag_edits(reading, beside, &tags);
    allowed(reading, Fix { title, safety: Safety::Suggested, edits })
}

/// What [`untag_all`] is called and how many tags it takes away, without making its edits.
pub fn untag_all_title(context: &Context<'_>) -> Option<(String, usize)> {
    let all = tagged(context.reading).len();
    let title = match all {
        0 => return None,
        1 => "Remove the one tag of this article".to_owned(),
        all => format!("Remove all {all} tags of this article"),
    };
    Some((title, all))
}

/// The quotes of the body that have no tag and can have one.
fn untagged(reading: &Reading) -> impl Iterator<Item = &Quote> {
    let in_body = |quote: &&Quote| {
        let block = reading.article.blocks.get(quote.outside.block);
        block.map(|it| it.kind) != Some(BlockKind::Headline)
    };
    reading.quotes.iter().filter(|it| it.tag.is_none() && is_taggable(it)).filter(in_body)
}

/// The tags that a quote has.
fn tagged(reading: &Reading) -> BTreeSet<usize> {
    let tags = reading.quotes.iter().filter_map(|quote| quote.tag);
    tags.filter(|&tag| tag < reading.article.tags.len()).collect()
}

/// What answers a finding of QUO012: the tag there, or tags whose quote is gone, taken away.
pub(crate) fn lost_fixes(
    context: &Context<'_>,
    beside: &Beside<'_>,
    finding: &Diagnostic,
) -> Vec<Fix> {
    let reading = context.reading;
    if let Some(tag) = reading.article.tags.iter().find(|tag| tag.quote == finding.span) {
        return vec![untag(reading, beside, tag)];
    }
    let orphans = &reading.article.orphans;
    let discard = |title: String, orphans: &[Orphan]| {
        let edit = changed_sidecar(reading, beside, |sidecar| sidecar.discard(orphans));
        Fix::suggested(title, edit.into_iter().collect())
    };
    let one = |orphan| {
        let title = format!("Remove the tag of {}", lost_tag::named(orphan));
        discard(title, std::slice::from_ref(orphan))
    };
    let all = || discard(format!("Remove all {} tags whose quote is gone", orphans.len()), orphans);
    let each = orphans.iter().take(lost_tag::NAMED).map(one);
    each.chain((orphans.len() > 1).then(all)).collect()
}

/// Takes one tag away.
fn untag(reading: &Reading, beside: &Beside<'_>, tag: &QuoteTag) -> Fix {
    let title = match &tag.speaker {
        Some(speaker) => format!("Remove the tag “said by {speaker}”"),
        None => "Remove the tag".to_owned(),
    };
    Fix::suggested(title, untag_edits(reading, beside, &[tag]))
}

fn allowed(reading: &Reading, fix: Fix) -> Option<Fix> {
    (!fix.edits.is_empty() && leaves_quotes_alone(reading, &fix.edits)).then_some(fix)
}

/// Speech with both its marks.
fn is_taggable(quote: &Quote) -> bool {
    let speech = matches!(quote.kind, QuoteKind::Full | QuoteKind::Partial);
    (speech || quote.tag.is_some()) && quote.balanced
}

fn tag_of<'a>(reading: &'a Reading, quote: &Quote) -> Option<&'a QuoteTag> {
    quote.tag.and_then(|tag| reading.article.tags.get(tag))
}
