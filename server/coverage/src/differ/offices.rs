//! What office somebody holds, and who holds an office, as two outlets tell it.
//!
//! A title that stands before a name is held against the title that the other article gives the
//! same person, where nobody holds both at once, and the holder of an office of one country or body
//! against its holder there. Former offices are left out: by courtesy many keep their title.

use crate::{Difference, DifferenceKind, OfficeVariant, Severity, tellers::names};
use language::{MentionKind, TextRange, data, names::country_of};
use sourcing::{Place, Reading};
use std::{collections::HashMap, sync::LazyLock};

/// For each form of an office its group, its usual form, and whether it has one holder.
static OFFICES: LazyLock<HashMap<&str, (usize, &str, bool)>> = LazyLock::new(|| {
    let mut offices = HashMap::new();
    for (group, (holders, line)) in data::lines(include_str!("../../data/offices.txt")).enumerate()
    {
        for office in line.split(", ") {
            let mut forms = office.split(" = ");
            let usual = forms.clone().next().unwrap_or_default();
            for form in forms.by_ref() {
                offices.insert(form, (group, usual, holders == "one"));
            }
        }
    }
    offices
});

/// Words of the longest office.
const LONGEST: usize = 4;
/// Words that make a title one of another time.
const PAST: [&str; 10] =
    ["former", "ex", "late", "then", "outgoing", "retired", "incoming", "next", "elect", "ousted"];
/// Words that make it that of a substitute.
const DEPUTY: [&str; 6] = ["deputy", "vice", "assistant", "under", "acting", "interim"];
/// Words that say nothing of whose office it is.
const EMPTY: [&str; 18] = [
    "the",
    "of",
    "republican",
    "democratic",
    "conservative",
    "liberal",
    "labour",
    "gop",
    "tory",
    "independent",
    "incumbent",
    "current",
    "longtime",
    "newly",
    "new",
    "u.s.",
    "us",
    "mr.",
];

/// An office that an article says somebody holds.
#[derive(Debug)]
struct Held {
    entity: usize,
    /// The name of the holder, in lower case.
    name: Vec<String>,
    group: usize,
    office: &'static str,
    deputy: bool,
    /// Whether there is one holder for each country or body.
    single: bool,
    /// Country, place or body, as far as it is told.
    of: String,
    /// The mention with its title.
    place: Place,
}

/// The offices of an article's people, and their names.
#[derive(Debug, Default)]
pub(crate) struct Offices {
    held: Vec<Held>,
    /// Last words of all names, in lower case.
    lasts: Vec<String>,
}

impl Offices {
    pub(crate) fn of(reading: &Reading) -> Self {
        let mut held: Vec<Held> = Vec::new();
        let mut mixed = Vec::new();
        for mention in reading.names.iter().filter(|it| it.kind == MentionKind::Person) {
            let Some(entity) = mention.entity.map(|entity| entity.0) else { continue };
            let Some(next) = Held::of(reading, entity, mention.place, mention.name) else {
                continue;
            };
            match held.iter_mut().find(|known| known.entity == entity) {
                None => held.push(next),
                // Two offices of one person in one article tell of a change.
                Some(known) if known.differs(&next) => mixed.push(entity),
                Some(known) if known.of.is_empty() => *known = next,
                Some(_) => {}
            }
        }
        held.retain(|held| !mixed.contains(&held.entity));
        let entities = reading.entities.iter();
        let lasts = entities.filter_map(|entity| words(&entity.name).pop()).collect();
        Self { held, lasts }
    }

    /// The offices of our people that the other article gives otherwise.
    pub(crate) fn variants(
        &self,
        reading: &Reading,
        theirs: &Self,
        other: &Reading,
        teller: usize,
    ) -> Vec<OfficeVariant> {
        let variant = |ours: &Held, rival: &Held| OfficeVariant {
            entity: ours.entity,
            teller,
            difference: Difference {
                kind: DifferenceKind::Office,
                severity: Severity::Conflict,
                here: ours.place,
                there: rival.place,
                why: format!(
                    "{} here, {} there",
                    reading.words(ours.place),
                    other.words(rival.place)
                ),
            },
        };
        let mut variants = Vec::new();
        for ours in &self.held {
            let mut same = theirs.held.iter().filter(|rival| ours.is_same_person(rival));
            if let Some(rival) = same.next() {
                if ours.differs(rival) {
                    variants.push(variant(ours, rival));
                }
                continue;
            }
            let holders = theirs.held.iter().filter(|rival| ours.is_same_office(rival));
            let unknown = |rival: &&Held| !knows(theirs, ours) && !knows(self, rival);
            variants.extend(holders.filter(unknown).take(1).map(|rival| variant(ours, rival)));
        }
        variants
    }
}

/// Whether the article names somebody by the holder's last name.
fn knows(offices: &Offices, held: &Held) -> bool {
    let last = held.name.last();
    last.is_none_or(|last| offices.lasts.iter().any(|it| it == last || names::alike(it, last)))
}

impl Held {
    fn of(reading: &Reading, entity: usize, place: Place, name: Place) -> Option<Self> {
        let before = name.range.start.checked_sub(place.range.start)?;
        let title = reading.words(place).get(..before)?.to_lowercase();
        let mut title: Vec<&str> =
            title.split([' ', '-', '\n']).filter(|it| !it.is_empty()).collect();
        if title.iter().any(|word| PAST.contains(word)) {
            return None;
        }
        let mut deputy = title.iter().any(|word| DEPUTY.contains(word));
        let found = (1..=LONGEST.min(title.len())).rev().find_map(|size| {
            let form = title[title.len() - size..].join(" ");
            Some((size, *OFFICES.get(&*form)?))
        });
        let (size, (group, office, single)) = found?;
        // "Sheriff's Deputy Sgt. Teasley" is a sergeant.
        deputy &= single;
        title.truncate(title.len() - size);
        title.retain(|word| !EMPTY.contains(word) && !DEPUTY.contains(word));
        let of = title.join(" ").replace("'s", "").replace("’s", "").replace('.', "");
        let (of, start) = match owner(reading, place) {
            Some(owner) if of.is_empty() => owner,
            _ => (of, place.range.start),
        };
        let of = canonical(&of).map_or(of, str::to_owned);
        let place = Place { range: TextRange::new(start, place.range.end), ..place };
        let entity_name = &reading.entities.get(entity)?.name;
        Some(Self { entity, name: words(entity_name), group, office, deputy, single, of, place })
    }

    /// Whether one person cannot hold both at once.
    fn differs(&self, other: &Self) -> bool {
        let places = canonical(&self.of).zip(canonical(&other.of));
        let elsewhere = places.is_some_and(|(ours, theirs)| ours != theirs);
        self.group == other.group
            && (self.office != other.office || self.deputy != other.deputy || elsewhere)
    }

    /// Whether both are the one office of one country or body.
    fn is_same_office(&self, other: &Self) -> bool {
        self.single
            && (self.office, self.deputy, &self.of) == (other.office, other.deputy, &other.of)
            && !self.of.is_empty()
    }

    fn is_same_person(&self, other: &Self) -> bool {
        let (Some(ours), Some(theirs)) = (self.name.last(), other.name.last()) else {
            return false;
        };
        let firsts = self.name.len() < 2 || other.name.len() < 2 || self.name[0] == other.name[0];
        firsts && (ours == theirs || names::alike(ours, theirs))
    }
}

/// Whose office it is where that stands before the title, and where it begins: "Peru's".
fn owner(reading: &Reading, place: Place) -> Option<(String, usize)> {
    let text = &reading.article.blocks[place.block].text;
    let before = text.get(..place.range.start)?.trim_end();
    let owner = before.strip_suffix("'s").or_else(|| before.strip_suffix("’s"))?;
    let word = owner.rsplit([' ', '\n']).next()?;
    Some((word.to_lowercase(), owner.len() - word.len()))
}

/// The country or place that a word in lower case stands for.
fn canonical(word: &str) -> Option<&'static str> {
    let capital: Vec<String> = word
        .split(' ')
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |it| it.to_uppercase().chain(letters).collect())
        })
        .collect();
    country_of(&capital.join(" "))
}

/// The words of a name in lower case.
fn words(name: &str) -> Vec<String> {
    name.split_whitespace().map(str::to_lowercase).collect()
}
