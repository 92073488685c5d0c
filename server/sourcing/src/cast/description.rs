//! Sources that describe somebody or something named elsewhere: "the 54-year-old", "the agency",
//! "her lawyer", "the former banker".

use super::{Cast, DESCRIPTIONS, MEMORY, Speaker, callings, index};
use crate::{Attribution, Name, Place, SourceKind, lexicon, source_kind};
use article::BlockKind;
use language::{
    Entity, EntityId, MentionKind, Set, data,
    names::{Gender, gender, is_former, is_known_person_noun, is_person_noun, years_old},
};
use std::sync::{Arc, LazyLock};

/// How many mentions before a description are looked at for what it describes.
pub(super) const REACH: usize = 64;

/// How many mentions before "the company" are looked at for one that the text does not call so.
pub(super) const NEAR: usize = 6;

/// What somebody is called first whose field of learning is told later.
static LEARNED: LazyLock<Vec<&str>> =
    LazyLock::new(|| data::class(DESCRIPTIONS, "learned").collect());

/// Words that tell somebody’s party.
static PARTIES: LazyLock<Set> = LazyLock::new(|| data::class(DESCRIPTIONS, "party").collect());

impl Cast<'_> {
    /// Whom or what a definite description stands for, or one of a headline, which has no articles.
    /// `head` is the source up to its first preposition.
    pub(super) fn described(&self, source: Place, head: &str) -> Option<Speaker> {
        let lower = head.to_lowercase();
        let headline = self.article.blocks[source.block].kind == BlockKind::Headline;
        let bare = || (headline && !indefinite(&lower)).then_some((false, &*lower));
        let (owned, phrase) = definite(&lower).or_else(bare)?;
        let noun = phrase.rsplit(' ').next().unwrap_or(phrase);
        let several = lexicon::word(noun).is_some_and(|word| word.plural)
            || noun.strip_suffix('s').is_some_and(is_known_person_noun);
        if several {
            return self.spoken_of(source, phrase, noun);
        }
        if owned {
            let id = self.called(source, phrase, noun)?;
            // "Its chief executive": no other body's who was named long before.
            let far = |n: &Name| n.entity == Some(id) && n.place.block + 1 < source.block;
            let near = || self.names_before(source).find(|n| n.entity == Some(id));
            let others = lower.starts_with("its ") && near().is_none_or(far);
            return (!others).then(|| self.entity(id));
        }
        if let Some(age) = phrase.split(' ').find_map(years_old) {
            return self.aged(source, age);
        }
        // "The woman": who the paragraph is about goes before whoever was called so before.
        if matches!(noun, "man" | "woman")
            && self.subject_before(source).is_some()
            && let Some(near) = self.varied(source, phrase, noun)
        {
            return Some(near);
        }
        if matches!(noun, "document" | "text" | "missive") && phrase == noun {
            let last = self.floor.iter().rev().take(NEAR).find(|s| s.kind == SourceKind::Document);
            if let Some(document) = last {
                return Some(Speaker::clone(document));
            }
        }
        self.spoken_of(source, phrase, noun)
            .or_else(|| self.called(source, phrase, noun).map(|id| self.entity(id)))
            .or_else(|| self.body(source, phrase, noun).map(|id| self.official(id)))
            .or_else(|| self.unnamed(noun))
            .or_else(|| self.epithet(source, phrase, noun).filter(|_| !self.is_new(source)))
            .or_else(|| self.varied(source, phrase, noun).filter(|_| !self.is_apposed(source)))
    }

    /// "The director of the archive": somebody who is described where they are brought on, or stands in a
    /// clause that says when.
    fn is_new(&self, source: Place) -> bool {
        let of_what = [" of the ", " of a ", " for ", " at "];
        let behind = self.behind_head(source);
        of_what.iter().any(|what| behind.starts_with(what)) || self.is_apposed(source)
    }

    /// "The captain, a 54-year-old Dane,", "when the judge asked him", "was denounced by the judge".
    fn is_apposed(&self, source: Place) -> bool {
        let text = &*self.article.blocks[source.block].text;
        let behind = self.behind_head(source);
        let before = text.get(..source.range.start).unwrap_or_default().trim_end();
        let led = [" when", "When", " after", "After", " while", "While", " because", " by"];
        [", a ", ", an "].iter().any(|apposed| behind.starts_with(apposed))
            || led.iter().any(|word| before.ends_with(word))
    }

    /// What stands behind the noun that heads a source.
    fn behind_head(&self, source: Place) -> &str {
        let text = &*self.article.blocks[source.block].text;
        let from = source.range.start + source_kind::head_end(self.words(source));
        text.get(from..).unwrap_or_default()
    }

    /// "the 54-year-old": who is of that age, else the last person of no known age.
    fn aged(&self, source: Place, age: u16) -> Option<Speaker> {
        if let Some(id) = self.index.age(age) {
            return Some(self.entity(id));
        }
        let ageless = |id: EntityId| self.entities[id.0].about.age.is_none();
        self.person(source, Gender::Unknown, |s| s.entity.is_some_and(ageless))
    }

    /// "the diplomat" after "a Western diplomat said".
    fn spoken_of(&self, source: Place, phrase: &str, noun: &str) -> Option<Speaker> {
        let same = |s: &&Arc<Speaker>| {
            let head = source_kind::head(&s.name);
            // "the former official" after "a former prosecutor"
            let former = phrase.strip_prefix("former ") == Some(noun)
                && s.name.starts_with("former ")
                && callings::fits(callings::narrower(noun), &s.name.to_lowercase());
            s.entity.is_none()
                && (former
                    || head.eq_ignore_ascii_case(noun)
                        && (phrase == noun || s.name.to_lowercase().contains(phrase)))
        };
        let spoken = self.floor.iter().rev().take(MEMORY).find(same);
        let spoken = spoken.map(|speaker| Speaker::clone(speaker));
        spoken.or_else(|| self.indefinite(source, noun))
    }

    /// "the aide" after "a spokesman for the governor said".
    fn unnamed(&self, noun: &str) -> Option<Speaker> {
        let narrower = callings::narrower(noun);
        let head = |s: &Speaker| source_kind::head(&s.name).to_lowercase();
        let fits = |s: &&Arc<Speaker>| s.entity.is_none() && callings::fits(narrower, &head(s));
        let spoken = self.floor.iter().rev().take(NEAR).find(fits);
        spoken.map(|speaker| Speaker::clone(speaker))
    }

    /// Who is called so beside a name: "Gerald Toomey, a former banker", "the news agency SNA". Words
    /// that fit exactly go before a noun alone, and that before a narrower word: "the officer" for a
    /// captain.
    pub(super) fn called(&self, source: Place, phrase: &str, noun: &str) -> Option<EntityId> {
        // A former governor is "the governor" no longer.
        let holds_it = |role: &str| !is_former(role) || is_former(phrase);
        // "the head of the agency" is not the one of the council.
        let whole = source_kind::plain(self.words(source)).to_lowercase();
        let of_what = whole.split_once(" of ").map(|(_, what)| what);
        let another = |role: &str| {
            let Some((what, theirs)) = of_what.zip(role.split_once(" of ")) else { return false };
            !theirs.1.split(' ').any(|word| what.split(' ').any(|own| own == word))
        };
        let exactly = |role: &str| {
            last(role) == noun
                && holds_it(role)
                && (phrase == noun
                    || phrase.split(' ').all(|word| role.split(' ').any(|r| r == word)))
        };
        let of = source_kind::plain(self.words(source)).to_lowercase().replace("of the ", "of ");
        let plain = phrase.split(' ').all(|word| word == noun || PARTIES.contains(word));
        // The deputy mayor is no mayor.
        let below = |role: &str| {
            let ranks = ["deputy", "vice", "assistant", "shadow"];
            ranks.iter().any(|rank| phrase.starts_with(rank) && !role.starts_with(rank))
        };
        let of_party = |role: &str| {
            let rivals = |word: &str| {
                PARTIES.contains(word)
                    && phrase.split(' ').any(|w| PARTIES.contains(w) && w != word)
            };
            plain && last(role) == noun && holds_it(role) && !role.split(' ').any(rivals)
        };
        let bare = |role: &str| !below(role) && (role == noun || of_party(role));
        let words = [callings::narrower(noun), callings::narrower(&of)];
        let narrower = |role: &str| words.iter().any(|words| callings::fits(words, role));
        // "the hydrologist" for a researcher
        let may_be = |general: &&str| callings::fits(callings::narrower(general), noun);
        let general: Vec<&str> = LEARNED.iter().copied().filter(may_be).collect();
        let learned = |role: &str| general.contains(&last(role));
        // What fits nobody is not tried on everybody who was named.
        let mut ways: Vec<&dyn Fn(&str) -> bool> = vec![&exactly, &bare];
        // "The deputy head of China’s delegation" is nobody who heads something else.
        let proper = self
            .words(source)
            .split_once(" of ")
            .is_some_and(|(_, what)| what.contains(char::is_uppercase));
        if !proper && words.iter().any(|words| !words.is_empty()) {
            ways.push(&narrower);
        }
        if !general.is_empty() {
            ways.push(&learned);
        }
        ways.iter().find_map(|fits| {
            let sex = gender(noun).unwrap_or_default();
            let holds = |id: &EntityId| {
                let entity = &self.entities[id.0];
                entity.kind != MentionKind::Role
                    && agree(sex, entity.gender)
                    && self.roles(*id).any(|role| fits(role) && !another(role))
            };
            let mut before = self.names_before(source).take(REACH).filter_map(|n| n.entity);
            let later = || self.index.role(noun).filter(holds);
            before.find(holds).or_else(later)
        })
    }

    /// What somebody is said to be, and what they were spoken of as.
    pub(super) fn roles(&self, id: EntityId) -> impl Iterator<Item = &str> {
        let entity: &Entity = &self.entities[id.0];
        let told = self.told.iter().filter(move |(whom, _)| *whom == id).map(|(_, role)| &**role);
        entity.about.roles.iter().chain(&entity.titles).map(String::as_str).chain(told)
    }

    /// Who an office is, whose holder is named for the first time by the next speaker.
    pub fn brought_on(&self, role: &Attribution, next: &Attribution) -> Option<Speaker> {
        let office = role.entity.is_none_or(|id| self.entities[id.0].kind == MentionKind::Role);
        let noun = source_kind::head(role.speaker.as_deref()?).to_lowercase();
        if role.kind != Some(SourceKind::Person) || !office || !is_known_person_noun(&noun) {
            return None;
        }
        let (id, source) = (next.entity?, *next.source.first()?);
        let entity = &self.entities[id.0];
        let new = self.names_before(source).all(|n| n.entity != Some(id));
        let bare = entity.about.roles.is_empty() && entity.titles.is_empty();
        let named = entity.name.contains(' ') && self.words(source) == entity.name;
        let person = entity.kind == MentionKind::Person && !entity.name.contains(" and ");
        (new && bare && named && person && agree(gender(&noun).unwrap_or_default(), entity.gender))
            .then(|| self.entity(id))
    }

    /// "the Scot", "the former banker", "the father of two": whoever was spoken of last.
    fn epithet(&self, source: Place, phrase: &str, noun: &str) -> Option<Speaker> {
        let former = is_former(phrase) || phrase.starts_with("retired ");
        let lists = |word: &str| lexicon::word(word).is_some_and(|word| word.roles.epithet);
        let (noun, of) = noun.split_once("-of-").unwrap_or((noun, ""));
        let listed = lists(noun) || is_person_noun(noun) && phrase.split(' ').any(lists);
        let words = self.words(source);
        let count = |words: &str| words.rsplit_once(" of ").is_some_and(|(_, n)| is_count(n));
        let parent = gender(noun).is_some() && (is_count(of) || count(words));
        if !(former || listed || parent || is_people(noun)) {
            return None;
        }
        let known = |id: EntityId| self.entities[id.0].kind == MentionKind::Person;
        let gender = gender(noun).unwrap_or_default();
        self.person(source, gender, |s| s.entity.is_some_and(known))
    }
}

/// What stands behind "the", or behind "her" or "Ada’s" and is then somebody’s.
fn definite(lower: &str) -> Option<(bool, &str)> {
    if let Some((_, owned)) = ["’s ", "'s "].iter().find_map(|owner| lower.rsplit_once(owner)) {
        return Some((true, owned));
    }
    if let Some(phrase) = lower.strip_prefix("the ") {
        return Some((false, phrase));
    }
    ["his ", "her ", "their ", "its "]
        .iter()
        .find_map(|owner| lower.strip_prefix(owner))
        .map(|owned| (true, owned))
}

/// Whether one can be of both genders, as far as they are known.
pub(super) fn agree(one: Gender, other: Gender) -> bool {
    one == other || one == Gender::Unknown || other == Gender::Unknown
}

/// The noun that heads a role: "secretary" of "secretary of state".
pub(super) fn last(role: &str) -> &str {
    let of = role.as_bytes().windows(4).position(|bytes| bytes == b" of ");
    index::last(of.map_or(role, |at| &role[..at]))
}

/// "a neighbour", "two men": somebody who was not spoken of before.
fn indefinite(lower: &str) -> bool {
    let first = lower.split(' ').next().unwrap_or(lower);
    matches!(first, "a" | "an" | "some" | "another" | "many" | "most" | "former") || is_count(first)
}

/// "two", "9": how many children somebody has.
fn is_count(word: &str) -> bool {
    const COUNTS: [&str; 10] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    COUNTS.contains(&word) || word.parse::<u8>().is_ok()
}

/// "scot", "dane": one of a people, in lower case.
pub(super) fn is_people(noun: &str) -> bool {
    let mut letters = noun.chars();
    let Some(first) = letters.next() else { return false };
    let capital: String = first.to_uppercase().chain(letters).collect();
    language::names::country_of(&capital).is_some()
}
