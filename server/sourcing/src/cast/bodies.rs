//! Bodies that are called by what they are: "the company", "the union", "the authority".

use super::{
    Cast, DESCRIPTIONS, Speaker, callings,
    description::{NEAR, REACH, is_people, last},
};
use crate::{Name, Place, SourceKind, lexicon};
use article::BlockKind;
use language::{
    EntityId, MentionKind, Set, data,
    names::{Gender, is_person_noun},
};
use std::sync::LazyLock;

/// Paragraphs back to a body that "the company" can be.
const BLOCKS: usize = 2;

/// What is said of any body: "the public company".
static OF_BODIES: LazyLock<Set> =
    LazyLock::new(|| data::class(DESCRIPTIONS, "of-bodies").collect());

/// Firms by the last words of their names, which are called by what else they are.
static FIRMS: LazyLock<Set> = LazyLock::new(|| data::class(DESCRIPTIONS, "firm").collect());

impl Cast<'_> {
    /// "the union": the body whose name says so; for a word that fits many, such as "the company",
    /// the last one named.
    pub(super) fn body(&self, source: Place, phrase: &str, noun: &str) -> Option<EntityId> {
        let roles = lexicon::word(noun)?.roles;
        if !roles.official && !roles.outlet && !roles.body {
            return None;
        }
        let is_body = |id: &EntityId| {
            let entity = &self.entities[id.0];
            match entity.kind {
                // A union is not "the carrier", and a ministry not "the newspaper".
                MentionKind::Organisation => !is_other_body(&entity.name, noun),
                // A newspaper is not "the ministry".
                MentionKind::Outlet => roles.outlet || !roles.official,
                _ => false,
            }
        };
        // "the appeals court" is no Supreme Court.
        let says = |id: &EntityId| {
            self.forms(*id).any(|form| {
                let holds = |w: &str| form.split(' ').any(|word| word.eq_ignore_ascii_case(w));
                phrase.split(' ').all(holds)
            })
        };
        let mut before = self.names_before(source).take(REACH).filter_map(|n| n.entity);
        let named = before.find(|id| is_body(id) && says(id));
        // A headline speaks of what is named below it.
        if self.article.blocks[source.block].kind == BlockKind::Headline {
            let mut all = (0..self.entities.len()).map(EntityId);
            return named.or_else(|| all.find(|id| is_body(id) && says(id)));
        }
        // "In Port Hale the bridge was shut. The company …": a place is none.
        let near = |reach: usize| {
            let near = self.names_before(source).take(NEAR);
            near.filter(move |n| n.place.block + reach >= source.block && !self.is_placed(n))
                .filter_map(|n| n.entity)
        };
        let last = || {
            let spoken = self.floor.iter().rev().take(NEAR).filter_map(|s| s.entity);
            let may_be = |id: &EntityId| self.may_be_body(*id);
            let around: Vec<EntityId> =
                near(1).chain(spoken).filter(|_| roles.body && !roles.public).collect();
            let found = around.iter().find(|id| is_body(id));
            let found = found.or_else(|| around.iter().find(|id| may_be(id))).copied();
            let far = || near(BLOCKS).find(|id| is_body(id) || may_be(id));
            let firm = roles.body && !roles.public && !roles.outlet;
            found.or_else(|| far().filter(|_| firm))
        };
        // "the miners’ union", "the action group" are no company that was named last.
        let said = |id: EntityId, word: &str| {
            let mut words = self.entities[id.0].name.split(' ');
            words.any(|own| own.eq_ignore_ascii_case(word))
        };
        let plain = |id: EntityId| {
            phrase
                .split(' ')
                .all(|w| w == noun || is_people(w) || OF_BODIES.contains(w) || said(id, w))
        };
        // "the authority" for a council
        let narrower = callings::narrower(noun);
        let fits = |id: &EntityId| {
            self.forms(*id).any(|form| callings::fits(narrower, &form.to_lowercase()))
        };
        let other = || {
            let mut before = self.names_before(source).take(REACH).filter_map(|n| n.entity);
            before.find(|id| is_body(id) && fits(id)).filter(|_| phrase == noun)
        };
        named.or_else(|| last().filter(|id| plain(*id))).or_else(other)
    }

    /// What an entity is called in the article, its fullest name first.
    fn forms(&self, id: EntityId) -> impl Iterator<Item = &String> {
        let entity = &self.entities[id.0];
        std::iter::once(&entity.name).chain(&entity.aliases)
    }

    /// "in Port Hale": whether a name stands behind a preposition of place, and nothing tells what it is.
    fn is_placed(&self, name: &Name) -> bool {
        let text = &*self.article.blocks[name.place.block].text;
        let before = text.get(..name.place.range.start).unwrap_or_default().trim_end();
        let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let places = ["in", "near", "off", "of", "outside", "around"];
        name.kind == MentionKind::Unknown && places.iter().any(|it| word.eq_ignore_ascii_case(it))
    }

    /// A name that nothing shows to be a person’s may be a firm’s.
    pub(super) fn may_be_body(&self, id: EntityId) -> bool {
        let entity = &self.entities[id.0];
        let human = |role: &str| is_person_noun(last(role));
        // People are brought on by two names: "the salmon farmer Havfisk" may well be a firm.
        let alone = !entity.name.contains(' ');
        let guessed = entity.kind == MentionKind::Person
            && entity.gender == Gender::Unknown
            && entity.about.age.is_none()
            && (alone || !self.roles(id).any(human));
        guessed || entity.kind == MentionKind::Unknown
    }

    /// A body, whether or not its name shows that it is one.
    pub(super) fn official(&self, id: EntityId) -> Speaker {
        let named = self.entity(id);
        match named.kind {
            SourceKind::Person => Speaker { kind: SourceKind::Official, ..named },
            _ => named,
        }
    }
}

/// Whether the last word of a name says that it is a body of another kind than the noun.
fn is_other_body(name: &str, noun: &str) -> bool {
    let head = name.split_once(" of ").map_or(name, |(head, _)| head);
    let last = head.rsplit(' ').next().unwrap_or(head).to_lowercase();
    let public = |word: &str| lexicon::word(word).is_some_and(|it| it.roles.public);
    let kind = lexicon::word(&last).is_some_and(|it| it.roles.official || it.roles.body);
    let general = ["organisation", "organization", "body", "group"].contains(&noun);
    let fits = || callings::fits(callings::narrower(noun), &last);
    let firm = FIRMS.contains(&*last) && !public(noun);
    kind && name.contains(' ') && last != noun && !general && !firm && !fits()
}
