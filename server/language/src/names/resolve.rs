//! Joins the mentions of an article into entities.

use super::{Entity, EntityId, Mention, MentionKind, cast::Cast, seen::Seen};

/// Joins the mentions of an article, given in order with the text each stands in, into entities.
/// The second list holds the entity of each mention.
///
/// Full names come first, so that a headline's "Macron" finds the "Emmanuel Macron" of the text;
/// then surnames, acronyms, short forms and offices in reading order, so that of two people with
/// one surname or office the one named last is meant.
pub fn resolve<'a>(
    mentions: impl Iterator<Item = (&'a str, &'a Mention)>,
) -> (Vec<Entity>, Vec<Option<EntityId>>) {
    let mut seen: Vec<Seen<'_>> =
        mentions.map(|(text, mention)| Seen::new(text, mention)).collect();
    lend_surnames(&mut seen);
    let mut cast = Cast::default();
    let mut found: Vec<Option<usize>> = vec![None; seen.len()];
    for (seen, found) in seen.iter().zip(&mut found) {
        let several = seen.words.len() > 1 || seen.acronym.is_some();
        if several && !matches!(seen.mention.kind, MentionKind::Role | MentionKind::Nationality) {
            *found = Some(cast.full(seen));
        }
    }
    join_offices(&seen, &mut found);
    cast.open();
    for seen in seen.iter().filter(|seen| seen.words.len() == 1) {
        if let Some(courtesy) = seen.courtesy() {
            cast.addressed.entry(seen.last()).or_default().insert(courtesy);
        }
    }
    for (at, (seen, found)) in seen.iter().zip(&mut found).enumerate() {
        let id = match *found {
            None if seen.mention.kind == MentionKind::Role => cast.role(seen),
            None => cast.short(seen),
            Some(id) => id,
        };
        cast.recall(id, seen);
        cast.named(id, seen);
        cast.mentioned.resize(cast.entities.len(), 0);
        cast.mentioned[id] = at;
        *found = Some(id);
    }
    cast.in_order(&found)
}

/// "Alistair and Penelope Gault": a given name takes the surname of the one behind it.
fn lend_surnames(seen: &mut [Seen<'_>]) {
    for i in (1..seen.len()).rev() {
        if seen[i - 1].shares_surname(&seen[i]) {
            let surname = seen[i].words.last().copied();
            seen[i - 1].words.extend(surname);
        }
    }
}

/// "Ann Cole, the prime minister": an office and the name beside it are one, as far as one of them was
/// found.
fn join_offices(seen: &[Seen<'_>], found: &mut [Option<usize>]) {
    for (i, window) in seen.windows(2).enumerate() {
        // "the president of the Lake Council, Ada Moss": the council stands between.
        let next = match window {
            [role, body] if role.leads(body) => i + 2,
            _ => i + 1,
        };
        // One office is one person’s, and the next one’s rather than that of whom something was done with.
        let taken = found[i].is_some() && seen[i].mention.kind == MentionKind::Role;
        let leads_over = || {
            let holder = seen.get(i + 2).filter(|holder| seen[i + 1].is_beside(holder));
            seen[i].is_object() && holder.is_some()
        };
        if !taken && seen.get(next).is_some_and(|next| seen[i].is_beside(next)) && !leads_over() {
            let id = found[i].or(found[next]);
            (found[i], found[next]) = (id, id);
        }
    }
}

/// Whether the mentions of two passages, each given in order with the text it stands in, are joined
/// alike: one passage in place of the other leaves the entities of their article as they are.
pub fn alike<'a>(
    one: impl Iterator<Item = (&'a str, &'a Mention)>,
    other: impl Iterator<Item = (&'a str, &'a Mention)>,
) -> bool {
    let seen = |(text, mention): (&'a str, &'a Mention)| Seen::new(text, mention);
    let (one, other): (Vec<_>, Vec<_>) = (one.map(seen).collect(), other.map(seen).collect());
    let around = |all: &[Seen<'_>], at: usize| {
        let next = |by: usize| all.get(at + by);
        let beside = |next: &Seen<'_>| all[at].is_beside(next);
        let leads = next(1).is_some_and(|body| all[at].leads(body));
        let family = next(1).is_some_and(|kin| all[at].shares_surname(kin));
        let object = all[at].is_object();
        (next(1).is_some_and(beside), leads && next(2).is_some_and(beside), leads, family, object)
    };
    let is_like = |at: usize| one[at].is_like(&other[at]) && around(&one, at) == around(&other, at);
    one.len() == other.len() && (0..one.len()).all(is_like)
}
