//! Joins the mentions of an article into entities.

use super::{
    About, Entity, EntityId, Gender, Mention, MentionKind, family, gazetteer,
    office::{in_full, is_former, place_and_office},
    seen::{Courtesy, Seen, key},
};
use crate::{lexicon::fold, tag};
use std::collections::{HashMap, HashSet};

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
    for i in (1..seen.len()).rev() {
        if seen[i - 1].shares_surname(&seen[i]) {
            let surname = seen[i].words.last().copied();
            seen[i - 1].words.extend(surname);
        }
    }
    let mut cast = Cast::default();
    let mut found: Vec<Option<usize>> = vec![None; seen.len()];
    for (seen, found) in seen.iter().zip(&mut found) {
        let several = seen.words.len() > 1 || seen.acronym.is_some();
        if several && !matches!(seen.mention.kind, MentionKind::Role | MentionKind::Nationality) {
            *found = Some(cast.full(seen));
        }
    }
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

/// Everybody and everything the article names.
#[derive(Default)]
pub struct Cast {
    pub entities: Vec<Entity>,
    /// Whole names.
    whole: HashMap<String, usize>,
    /// Surnames and other single words of a name; the people, in order of mention.
    part: HashMap<String, Vec<usize>>,
    /// Acronyms, given or made of initials; `None` where two bodies share one.
    acronym: HashMap<String, Option<usize>>,
    /// How the bearers of a surname are addressed where it stands alone.
    pub addressed: HashMap<String, HashSet<Courtesy>>,
    /// People of one name who were brought on as somebody's kin: "her husband Martin".
    pub kin: Vec<usize>,
    /// For each entity the mention that named it last.
    mentioned: Vec<usize>,
    /// Last word of an office: who holds it, the one named last at the end.
    office: HashMap<String, Vec<usize>>,
}

impl Cast {
    fn add(&mut self, seen: &Seen<'_>) -> usize {
        let id = self.entities.len();
        self.entities.push(Entity {
            name: seen.words.join(" "),
            kind: seen.mention.kind,
            aliases: Vec::new(),
            titles: Vec::new(),
            gender: seen.gender,
            about: About::default(),
        });
        id
    }

    /// Ends the round of full names: until somebody is introduced, a surname is that of the one
    /// who will be first.
    fn open(&mut self) {
        self.part.values_mut().for_each(|people| people.reverse());
    }

    /// A name of several words.
    fn full(&mut self, seen: &Seen<'_>) -> usize {
        let whole = seen.words.iter().map(|word| key(word)).collect::<Vec<_>>().join(" ");
        if let Some(&id) = self.whole.get(&whole) {
            return id;
        }
        let id = self.variant(seen).unwrap_or_else(|| self.add(seen));
        self.whole.insert(whole, id);
        let last = seen.words.last().copied().unwrap_or_default();
        let rare = seen.mention.kind == MentionKind::Person || !tag::is_known(&fold(last));
        if seen.is_person() && rare {
            name_last(self.part.entry(seen.last()).or_default(), id);
            if let Some(first) =
                seen.words.first().filter(|_| seen.mention.kind == MentionKind::Person)
            {
                name_last(self.part.entry(format!("{} ", key(first))).or_default(), id);
            }
        } else {
            let initials: String = seen
                .words
                .iter()
                .filter_map(|word| word.chars().next())
                .filter(|c| c.is_uppercase())
                .collect();
            self.register_acronym(&initials, id);
            if seen.mention.kind == MentionKind::Organisation {
                // "Rovers" alone is a club named before; "the House" can be any.
                if !tag::is_known(&fold(last)) {
                    name_last(self.part.entry(key(last)).or_default(), id);
                }
                // "Lakeland" is Lakeland Water.
                let first = seen.words[0];
                let rare = !tag::is_known(&fold(first)) && gazetteer::name(first).is_none();
                if rare && seen.words.len() == 2 && gazetteer::given(first).is_none() {
                    name_last(self.part.entry(key(first)).or_default(), id);
                }
                let palace = seen.words.len() == 2 && gazetteer::head(seen.words[1]).is_some();
                if palace && gazetteer::country_of(seen.words[0]).is_none() {
                    name_last(self.part.entry(key(seen.words[0])).or_default(), id);
                }
            }
        }
        if let Some(acronym) = seen.acronym {
            self.acronym.insert(key(acronym), Some(id));
        }
        id
    }

    fn register_acronym(&mut self, initials: &str, id: usize) {
        if initials.len() < 3 {
            return;
        }
        let known = self.acronym.entry(key(initials)).or_insert(Some(id));
        if *known != Some(id) {
            *known = None;
        }
    }

    /// The same person under another full name: "Donald J. Trump", or a surname spelt a little
    /// otherwise behind the same given name.
    fn variant(&self, seen: &Seen<'_>) -> Option<usize> {
        if !seen.is_person() {
            return None;
        }
        let (first, last) = (key(seen.words.first()?), seen.last());
        let same = self.part.get(&last).into_iter().flatten().copied().find(|&id| {
            let theirs = key(self.entities[id].name.split(' ').next().unwrap_or_default());
            theirs == first
                || (first.len() == 1 && theirs.starts_with(&first))
                || (theirs.len() == 1 && first.starts_with(&theirs))
                || seen.mention.kind == MentionKind::Person
                    && self.entities[id].kind == MentionKind::Person
                    && share_surnames(&self.entities[id].name, &seen.words)
        });
        let namesakes = || self.part.get(&format!("{first} ")).into_iter().flatten().copied();
        same.or_else(|| {
            namesakes().find(|&id| {
                let theirs =
                    self.entities[id].name.split(' ').next_back().map(key).unwrap_or_default();
                last.len() > 6 && theirs.len() > 6 && within_two_edits(&last, &theirs)
            })
        })
    }

    /// A name of one word, or of a title and a surname.
    fn short(&mut self, seen: &Seen<'_>) -> usize {
        let word = key(seen.name);
        let nation = || gazetteer::country_of(seen.name).map(|country| format!("{country} people"));
        let sole = match seen.mention.kind {
            MentionKind::Nationality => nation().unwrap_or_else(|| word.clone()),
            _ => key(seen.words.first().copied().unwrap_or_default()),
        };
        let acronym = || self.acronym.get(&word).copied().flatten();
        let placed = matches!(
            seen.mention.kind,
            MentionKind::Place | MentionKind::Nationality | MentionKind::Outlet
        );
        // "Fox" where the story has a Vicente Fox
        let surname = || {
            let bearers =
                self.part.get(&word).filter(|_| seen.mention.kind == MentionKind::Outlet)?;
            let bears = |id: &&usize| {
                let entity = &self.entities[**id];
                entity.kind == MentionKind::Person
                    && entity.name.rsplit(' ').next().is_some_and(|last| key(last) == word)
            };
            bearers.iter().rev().find(bears).copied()
        };
        let person = || {
            let namesakes = self.part.get(&word).or_else(|| self.part.get(&format!("{word} ")))?;
            // "Trump" is Donald Trump rather than the Trump Presidency; "President Trump" is no tower.
            let human = |id: &&usize| self.entities[**id].kind == MentionKind::Person;
            let mut people: Vec<&usize> = namesakes.iter().filter(human).collect();
            if people.is_empty() && seen.mention.title.is_none() {
                people = namesakes.iter().collect();
            }
            let fits = |id: &&usize| {
                let theirs = self.entities[**id].gender;
                let agrees = seen.gender == Gender::Unknown
                    || theirs == Gender::Unknown
                    || theirs == seen.gender
                    || seen.mention.title.is_none();
                agrees && !self.is_another(**id, seen)
            };
            let titled = |id: &&usize| {
                let title = seen.mention.title.as_deref().unwrap_or_default();
                !title.is_empty() && self.entities[**id].titles.iter().any(|theirs| theirs == title)
            };
            let mut last_first = people.iter().rev().copied();
            last_first.clone().find(titled).or_else(|| last_first.find(fits)).copied()
        };
        let found = if placed { surname() } else { person().or_else(acronym) };
        if let Some(id) = found.or_else(|| self.whole.get(&sole).copied()) {
            return id;
        }
        if let Some(id) = self.relative(seen) {
            let name = format!("{} {}", self.entities[id].name, seen.name);
            self.entities[id].name = name;
            name_last(self.part.entry(word).or_default(), id);
            return id;
        }
        let id = self.add(seen);
        self.whole.insert(sole, id);
        if seen.is_person() {
            name_last(self.part.entry(word).or_default(), id);
        }
        if let Some(acronym) = seen.acronym {
            self.acronym.insert(key(acronym), Some(id));
        }
        id
    }

    /// Whoever holds the office, the one named last first.
    fn role(&mut self, seen: &Seen<'_>) -> usize {
        let title = seen.mention.title.as_deref().map(in_full).unwrap_or_default();
        let (country, office) = place_and_office(&title);
        let holders = self.office.get(office.rsplit(' ').next().unwrap_or_default());
        let leads = office == "leader" && country.is_some();
        let heads = ["president", "minister", "chancellor", "premier", "king", "queen"];
        let everybody =
            heads.iter().filter(|_| leads).filter_map(|head| self.office.get(*head)).flatten();
        let holds = |id: &usize, past: bool| {
            self.entities[*id].titles.iter().any(|theirs| {
                let (their_country, their_office) = place_and_office(theirs);
                let was = is_former(theirs);
                let same_country = country.is_none() || country == their_country;
                let same_office = their_office == office
                    || their_office.strip_suffix(office).is_some_and(|head| head.ends_with(' '))
                    || office.strip_suffix(their_office).is_some_and(|head| head.ends_with(' '));
                (past || !was)
                    && same_country
                    && (same_office
                        || (leads && heads.iter().any(|head| their_office.ends_with(head))))
            })
        };
        // Of two who hold an office the one named last is meant, and not who held it.
        let everybody: Vec<usize> =
            holders.into_iter().flatten().chain(everybody).copied().collect();
        let last = |past: bool| {
            let fitting = everybody.iter().copied().filter(|id| holds(id, past));
            fitting.max_by_key(|&id| self.mentioned.get(id))
        };
        if let Some(id) = last(false).or_else(|| last(true)) {
            return id;
        }
        if let Some(&id) = self.whole.get(&*title) {
            return id;
        }
        let id = self.add(seen);
        self.whole.insert(title.into_owned(), id);
        id
    }

    /// Keeps what a mention tells of its entity.
    fn recall(&mut self, id: usize, seen: &Seen<'_>) {
        let entity = &mut self.entities[id];
        let role = seen.mention.kind == MentionKind::Role;
        if seen.gender != Gender::Unknown
            && (entity.gender == Gender::Unknown || seen.mention.title.is_some())
        {
            entity.gender = seen.gender;
        }
        let mut told = seen.mention.about.roles.iter().chain(&seen.mention.title);
        let kin = told.any(|role| family::is_kin(role));
        if kin && !entity.name.contains(' ') && self.kin.len() < KEPT {
            self.kin.push(id);
        }
        for told in &seen.mention.about.roles {
            push_new(&mut entity.about.roles, told);
        }
        entity.about.age = entity.about.age.or(seen.mention.about.age);
        if !role {
            // Two words that are nobody's known name, and stand behind "off" or "near": a place.
            let nobody = entity.gender == Gender::Unknown && entity.titles.is_empty();
            if seen.mention.kind == MentionKind::Place
                && entity.kind == MentionKind::Person
                && nobody
            {
                entity.kind = MentionKind::Place;
            }
            if entity.kind == MentionKind::Unknown {
                entity.kind = seen.mention.kind;
            }
            let longer = || seen.words.len() > entity.name.split(' ').count();
            if entity.kind == MentionKind::Person && longer() {
                let shorter = std::mem::replace(&mut entity.name, seen.words.join(" "));
                entity.aliases.retain(|alias| *alias != entity.name);
                push_new(&mut entity.aliases, &shorter);
            } else if seen.name != entity.name {
                push_new(&mut entity.aliases, seen.name);
            }
        }
        let Some(title) = seen.mention.title.as_deref().map(in_full) else { return };
        push_new(&mut entity.titles, &title);
        let office = title.rsplit(' ').next().unwrap_or_default();
        if gazetteer::title(office) == Some(gazetteer::Title::Before) {
            return;
        }
        name_last(self.office.entry(office.to_owned()).or_default(), id);
    }

    /// Notes that a person was named, so that a surname of several is taken for theirs.
    fn named(&mut self, id: usize, seen: &Seen<'_>) {
        if self.entities[id].kind == MentionKind::Person
            && seen.is_person()
            && let Some(people) = self.part.get_mut(&seen.last())
            && people.contains(&id)
        {
            name_last(people, id);
        }
    }

    /// Entities in order of first mention.
    fn in_order(self, found: &[Option<usize>]) -> (Vec<Entity>, Vec<Option<EntityId>>) {
        let mut place: Vec<Option<usize>> = vec![None; self.entities.len()];
        let mut order = Vec::with_capacity(self.entities.len());
        let ids = found
            .iter()
            .map(|id| {
                let id = (*id)?;
                let at = *place.get_mut(id)?.get_or_insert_with(|| {
                    order.push(id);
                    order.len() - 1
                });
                Some(EntityId(at))
            })
            .collect();
        let mut entities: Vec<Option<Entity>> = self.entities.into_iter().map(Some).collect();
        (order.into_iter().filter_map(|id| entities[id].take()).collect(), ids)
    }
}

/// How many people who share a name or an office are kept apart.
const KEPT: usize = 16;

/// Puts `id` at the end of a list of people who share a name or an office. Readers keep a few apart;
/// the bound keeps a list of thousands from costing more than its length.
fn name_last(list: &mut Vec<usize>, id: usize) {
    if list.last() == Some(&id) {
        return;
    }
    list.retain(|&known| known != id);
    if list.len() == KEPT {
        list.remove(0);
    }
    list.push(id);
}

fn push_new(list: &mut Vec<String>, value: &str) {
    if !list.iter().any(|known| known == value) {
        list.push(value.to_owned());
    }
}

/// "Wasserman Schultz" and "Debbie Wasserman Schultz": the shorter one ends the longer and begins with no
/// given name.
fn share_surnames(name: &str, words: &[&str]) -> bool {
    let theirs = name.split(' ').count();
    let pairs = name.split(' ').rev().zip(words.iter().rev());
    let first = if theirs < words.len() { name.split(' ').next() } else { words.first().copied() };
    let surname = first.is_some_and(|first| gazetteer::given(first).is_none());
    surname && theirs != words.len() && pairs.into_iter().all(|(a, b)| key(a) == key(b))
}

/// Whether two words differ by at most two insertions, deletions or replacements.
fn within_two_edits(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) =
        (a.chars().take(40).collect(), b.chars().take(40).collect());
    if a.len().abs_diff(b.len()) > 2 {
        return false;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = replaced.min(corner + 1).min(row[j] + 1);
        }
    }
    row.last().is_some_and(|&edits| edits <= 2)
}
