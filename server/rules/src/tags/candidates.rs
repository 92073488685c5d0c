//! Who may have said a quote.

use crate::{Safety, rules::marks::unfinished};
use language::{EntityId, MentionKind};
use sourcing::{Attribution, Place, Quote, Reading};
use std::{cmp::Reverse, collections::BTreeMap};

/// Most people and bodies on offer for a quote whose speaker is not sure.
const CANDIDATES: usize = 5;

/// Paragraphs before and after a quote in which its speaker is looked for first.
const NEAR: usize = 2;

/// Somebody who may have said it.
#[derive(Debug)]
pub struct Candidate {
    pub speaker: String,
    /// Through whom it reached us.
    pub via: Option<String>,
    /// Safe where the copy says so beside the quote.
    pub safety: Safety,
}

/// Whom the copy names as speaker; where it names nobody, or long before, and where a tag says
/// otherwise, those who are near, the nearest first, and then the people of the article.
pub fn candidates(reading: &Reading, quote: &Quote) -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> = told(reading, quote).into_iter().collect();
    let sure = candidates.first().is_some_and(|it| it.safety == Safety::Safe);
    if sure && quote.tag.is_none() {
        return candidates;
    }
    let near = nearby(reading, quote).into_iter();
    // They are counted over the whole article: only where nobody near is enough.
    let everybody = std::iter::once_with(|| cast(reading)).flatten();
    for EntityId(entity) in near.chain(everybody) {
        let Some(speaker) = reading.entities.get(entity).map(|entity| &entity.name) else {
            continue;
        };
        let new = candidates.iter().all(|it| it.speaker != *speaker);
        let proper = speaker.starts_with(char::is_uppercase) && is_somebody(speaker);
        if candidates.len() == CANDIDATES {
            break;
        }
        if new && proper {
            let speaker = speaker.clone();
            candidates.push(Candidate { speaker, via: None, safety: Safety::Suggested });
        }
    }
    candidates
}

/// Whom the copy itself names as speaker of the quote, whatever a tag says.
pub fn told(reading: &Reading, quote: &Quote) -> Option<Candidate> {
    if quote.tag.is_some() {
        let source = named_beside(reading, quote)?;
        let speaker = reading.entities.get(source.0)?.name.clone();
        return Some(Candidate { speaker, via: None, safety: Safety::Suggested });
    }
    let attribution = reading.attributions.get(quote.attribution?)?;
    let speaker = speaker(reading, attribution)?.to_owned();
    let safety = if attribution.inherited { Safety::Suggested } else { Safety::Safe };
    Some(Candidate { speaker, via: attribution.via.clone(), safety })
}

/// Whether the copy names the speaker of a quote without a tag beside it.
pub fn is_sure(reading: &Reading, quote: &Quote) -> bool {
    let attribution = quote.attribution.and_then(|it| reading.attributions.get(it));
    attribution.is_some_and(|it| !it.inherited && speaker(reading, it).is_some())
}

fn speaker<'a>(reading: &'a Reading, attribution: &'a Attribution) -> Option<&'a str> {
    let written = || attribution.source.first().map(|source| reading.words(*source));
    attribution.speaker.as_deref().or_else(written).filter(|it| is_somebody(it))
}

/// Who is named in the source of what is said at the quote.
fn named_beside(reading: &Reading, quote: &Quote) -> Option<EntityId> {
    let here = |place: &Place| {
        place.block == quote.inside.block && place.range.overlaps(quote.inside.range)
    };
    let mut said = reading.attributions.iter().filter(|it| it.content.iter().any(here));
    let source = said.find_map(|it| it.source.first())?;
    let named = reading
        .names
        .iter()
        .find(|name| name.place.block == source.block && name.place.range.overlaps(source.range))?;
    named.entity
}

const PRONOUNS: [&str; 8] = ["he", "she", "it", "they", "we", "who", "one", "you"];

/// Whether `name` can be somebody's: not a number, a pronoun or a mark of unfinished copy.
fn is_somebody(name: &str) -> bool {
    let pronoun = PRONOUNS.iter().any(|it| it.eq_ignore_ascii_case(name));
    name.starts_with(char::is_alphabetic) && !pronoun && !unfinished::is_marker(name)
}

/// Those who can speak and are named near the quote: people of its paragraph and the one before,
/// then bodies of these, then the others; the nearest first.
fn nearby(reading: &Reading, quote: &Quote) -> Vec<EntityId> {
    use MentionKind::{Organisation, Person, Role};
    let here = quote.outside;
    let first = reading.names.partition_point(|name| name.place.block + NEAR < here.block);
    let mut near: Vec<_> = reading.names[first..]
        .iter()
        .take_while(|name| name.place.block <= here.block + NEAR)
        .filter(|name| {
            matches!(name.kind, Person | Organisation | Role)
                && !(name.place.block == here.block && here.range.covers(name.place.range))
        })
        .filter_map(|name| {
            let blocks = name.place.block.abs_diff(here.block);
            let after = name.place.block > here.block;
            let far = blocks > 1 || after;
            let body = name.kind == Organisation;
            // In its own paragraph the nearest on either side, in an earlier one the last.
            let start = name.place.range.start;
            let distance = match () {
                () if blocks == 0 => start.abs_diff(here.range.start),
                () if after => start,
                () => usize::MAX - start,
            };
            Some((far, body, blocks, after, distance, name.entity?))
        })
        .collect();
    near.sort_unstable();
    near.into_iter().map(|(.., entity)| entity).collect()
}

/// The people of the article, those who speak in it before the others, the oftenest first.
fn cast(reading: &Reading) -> Vec<EntityId> {
    let mut counts: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for EntityId(entity) in reading.attributions.iter().filter_map(|it| it.entity) {
        counts.entry(entity).or_default().0 += 1;
    }
    let people = reading.names.iter().filter(|name| name.kind == MentionKind::Person);
    for EntityId(entity) in people.filter_map(|name| name.entity) {
        counts.entry(entity).or_default().1 += 1;
    }
    let mut cast: Vec<(usize, (usize, usize))> = counts.into_iter().collect();
    cast.sort_by_key(|&(_, counts)| Reverse(counts));
    cast.into_iter().map(|(entity, _)| EntityId(entity)).collect()
}
