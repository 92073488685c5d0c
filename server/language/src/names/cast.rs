//! Everybody and everything an article names, as its mentions are joined one by one.

use super::{
    About, Entity, EntityId, Gender, MentionKind, family, gazetteer,
    office::in_full,
    seen::{Courtesy, Seen, key},
};
use crate::{lexicon::fold, tag};
use std::collections::{HashMap, HashSet};

/// How many people who share a name or an office are kept apart.
const KEPT: usize = 16;

/// Who has been named so far, and by which words the next mention finds them. All numbers are places in
/// [`Cast::entities`].
#[derive(Default)]
pub struct Cast {
    /// In order of joining; [`Cast::in_order`] puts them in that of the text.
    pub entities: Vec<Entity>,
    /// Whole names.
    pub whole: HashMap<String, usize>,
    /// Surnames and other single words of a name; the people, in order of mention.
    pub part: HashMap<String, Vec<usize>>,
    /// Acronyms, given or made of initials; `None` where two bodies share one.
    acronym: HashMap<String, Option<usize>>,
    /// How the bearers of a surname are addressed where it stands alone.
    pub addressed: HashMap<String, HashSet<Courtesy>>,
    /// People of one name who were brought on as somebody's kin: "her husband Martin".
    pub kin: Vec<usize>,
    /// For each entity the mention that named it last.
    pub mentioned: Vec<usize>,
    /// Last word of an office: who holds it, the one named last at the end.
    pub office: HashMap<String, Vec<usize>>,
}

impl Cast {
    /// Somebody or something new, named by `seen`.
    pub fn add(&mut self, seen: &Seen<'_>) -> usize {
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
    pub fn open(&mut self) {
        self.part.values_mut().for_each(|people| people.reverse());
    }

    /// A name of several words.
    pub fn full(&mut self, seen: &Seen<'_>) -> usize {
        let whole = seen.words.iter().map(|word| key(word)).collect::<Vec<_>>().join(" ");
        if let Some(&id) = self.whole.get(&whole) {
            return id;
        }
        let id = self.variant(seen).unwrap_or_else(|| self.add(seen));
        self.whole.insert(whole, id);
        let last = seen.words.last().copied().unwrap_or_default();
        let rare = seen.mention.kind == MentionKind::Person || !tag::is_known(&fold(last));
        if seen.is_person() && rare {
            self.index_person(seen, id);
        } else {
            self.index_body(seen, id);
        }
        self.spell_out(seen, id);
        id
    }

    /// Notes the words of a full name by which a person may be named again: the surname, and the given
    /// name with a space behind it.
    fn index_person(&mut self, seen: &Seen<'_>, id: usize) {
        self.call(seen.last(), id);
        let given = seen.words.first().filter(|_| seen.mention.kind == MentionKind::Person);
        if let Some(given) = given {
            self.call(format!("{} ", key(given)), id);
        }
    }

    /// The same of a body or a place: initials, and of a body the first or the last word where no other
    /// can be meant by it.
    fn index_body(&mut self, seen: &Seen<'_>, id: usize) {
        let letters = seen.words.iter().filter_map(|word| word.chars().next());
        let initials: String = letters.filter(|c| c.is_uppercase()).collect();
        self.register_acronym(&initials, id);
        let body = seen.mention.kind == MentionKind::Organisation;
        let (Some(&first), Some(&last), true) = (seen.words.first(), seen.words.last(), body)
        else {
            return;
        };
        // "Rovers" alone is a club named before; "the House" can be any.
        if !tag::is_known(&fold(last)) {
            self.call(key(last), id);
        }
        // "Lakeland" is Lakeland Water.
        let rare = !tag::is_known(&fold(first))
            && gazetteer::name(first).is_none()
            && gazetteer::given(first).is_none();
        let palace = || gazetteer::head(last).is_some() && gazetteer::country_of(first).is_none();
        if seen.words.len() == 2 && (rare || palace()) {
            self.call(key(first), id);
        }
    }

    /// Notes that `word` names `id`.
    fn call(&mut self, word: String, id: usize) {
        name_last(self.part.entry(word).or_default(), id);
    }

    /// Notes the acronym that stands in brackets behind a name.
    fn spell_out(&mut self, seen: &Seen<'_>, id: usize) {
        if let Some(acronym) = seen.acronym {
            self.acronym.insert(key(acronym), Some(id));
        }
    }

    /// Notes the initials of a name for its acronym; two names of the same initials share none.
    fn register_acronym(&mut self, initials: &str, id: usize) {
        if initials.len() < 3 {
            return;
        }
        let known = self.acronym.entry(key(initials)).or_insert(Some(id));
        if *known != Some(id) {
            *known = None;
        }
    }

    /// A name of one word, or of a title and a surname.
    pub fn short(&mut self, seen: &Seen<'_>) -> usize {
        let word = key(seen.name);
        let nation = || gazetteer::country_of(seen.name).map(|country| format!("{country} people"));
        let sole = match seen.mention.kind {
            MentionKind::Nationality => nation().unwrap_or_else(|| word.clone()),
            _ => key(seen.words.first().copied().unwrap_or_default()),
        };
        let found = match seen.mention.kind {
            MentionKind::Place | MentionKind::Nationality => None,
            MentionKind::Outlet => self.surnamed(&word),
            _ => self.bearer(seen, &word).or_else(|| self.acronym.get(&word).copied().flatten()),
        };
        if let Some(id) = found.or_else(|| self.whole.get(&sole).copied()) {
            return id;
        }
        if let Some(id) = self.relative(seen) {
            let name = format!("{} {}", self.entities[id].name, seen.name);
            self.entities[id].name = name;
            self.call(word, id);
            return id;
        }
        let id = self.add(seen);
        self.whole.insert(sole, id);
        if seen.is_person() {
            self.call(word, id);
        }
        self.spell_out(seen, id);
        id
    }

    /// "Fox" where the story has a Vicente Fox: whose surname `word` is, which is an outlet’s name too.
    fn surnamed(&self, word: &str) -> Option<usize> {
        let bears = |id: &&usize| {
            let entity = &self.entities[**id];
            entity.kind == MentionKind::Person
                && entity.name.rsplit(' ').next().is_some_and(|last| key(last) == word)
        };
        self.part.get(word)?.iter().rev().find(bears).copied()
    }

    /// Whom a surname or a given name alone is for, the one named last first.
    fn bearer(&self, seen: &Seen<'_>, word: &str) -> Option<usize> {
        let namesakes = self.part.get(word).or_else(|| self.part.get(&format!("{word} ")))?;
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
    }

    /// Keeps what a mention tells of its entity.
    pub fn recall(&mut self, id: usize, seen: &Seen<'_>) {
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
    pub fn named(&mut self, id: usize, seen: &Seen<'_>) {
        if self.entities[id].kind == MentionKind::Person
            && seen.is_person()
            && let Some(people) = self.part.get_mut(&seen.last())
            && people.contains(&id)
        {
            name_last(people, id);
        }
    }

    /// Entities in order of first mention.
    pub fn in_order(self, found: &[Option<usize>]) -> (Vec<Entity>, Vec<Option<EntityId>>) {
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

/// Puts `value` at the end of a list that does not have it.
fn push_new(list: &mut Vec<String>, value: &str) {
    if !list.iter().any(|known| known == value) {
        list.push(value.to_owned());
    }
}
