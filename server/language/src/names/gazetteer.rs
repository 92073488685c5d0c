//! The names, titles and given names that our data files know.

use super::{Gender, MentionKind};
use crate::lexicon::{self, Set, Table, fold};
use std::sync::LazyLock;

/// A name that the data files know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    pub kind: MentionKind,
    /// One spelling for all: "United States" for "U.S."; the country for a nationality.
    pub canonical: &'static str,
}

/// What kind of title a phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Title {
    /// Only before a name: "Mr.", "Sen.".
    Before,
    /// Also alone: "the president".
    Office,
    /// What somebody is: "analyst".
    Kind,
    /// Before a title: "former".
    Modifier,
}

static NAMES: LazyLock<Table<Known>> = LazyLock::new(|| {
    let mut table = Table::default();
    for (class, line) in lexicon::lines(include_str!("../../data/places.txt")) {
        let (names, peoples) = line.split_once('|').unwrap_or((line, ""));
        for name in phrases(names).filter(|_| !matches!(class, "head" | "lead")) {
            let mut spellings = name.split('=').map(str::trim);
            let canonical = spellings.clone().next().unwrap_or_default();
            let kind =
                if class == "people" { MentionKind::Nationality } else { MentionKind::Place };
            let known = Known { kind, canonical };
            spellings.by_ref().for_each(|name| {
                table.entry(name).or_insert(known);
            });
            for people in phrases(peoples) {
                table.insert(people, Known { kind: MentionKind::Nationality, canonical });
            }
        }
    }
    let files = [
        (include_str!("../../data/outlets.txt"), "outlet", MentionKind::Outlet),
        (include_str!("../../data/organisations.txt"), "name", MentionKind::Organisation),
    ];
    for (data, wanted, kind) in files {
        for canonical in class(data, wanted) {
            table.entry(canonical).or_insert(Known { kind, canonical });
        }
    }
    table
});

static NAME_STARTS: LazyLock<Table<usize>> = LazyLock::new(|| starts(NAMES.keys()));

static TITLE_STARTS: LazyLock<Table<usize>> = LazyLock::new(|| starts(TITLES.keys()));

/// The first words of phrases, each with the most words that a phrase beginning with it has.
fn starts(phrases: impl Iterator<Item = &'static str>) -> Table<usize> {
    let mut table = Table::default();
    for phrase in phrases {
        let mut words = phrase.split(' ');
        let longest = table.entry(words.next().unwrap_or_default()).or_insert(0);
        *longest = (words.count() + 1).max(*longest);
    }
    table
}

static TITLES: LazyLock<Table<Title>> = LazyLock::new(|| {
    let mut table = Table::default();
    for (class, line) in lexicon::lines(include_str!("../../data/titles.txt")) {
        let title = match class {
            "male" | "female" | "before" => Title::Before,
            "office" => Title::Office,
            "modifier" => Title::Modifier,
            "she" | "he" | "short" => continue,
            _ => Title::Kind,
        };
        for phrase in phrases(line) {
            // The first line decides what it is; a later one may only tell the gender.
            table.entry(phrase).or_insert(title);
        }
    }
    table
});

/// Nouns that only women or only men are called by.
static GENDERED: LazyLock<Table<Gender>> = LazyLock::new(|| {
    lexicon::lines(include_str!("../../data/titles.txt"))
        .filter_map(|(class, line)| match class {
            "female" | "feminine" | "she" => Some((Gender::Female, line)),
            "male" | "masculine" | "he" => Some((Gender::Male, line)),
            _ => None,
        })
        .flat_map(|(gender, line)| phrases(line).map(move |word| (word, gender)))
        .collect()
});

static GIVEN: LazyLock<Table<Gender>> = LazyLock::new(|| {
    let mut table = Table::default();
    for (class, name) in lexicon::words(include_str!("../../data/given-names.txt")) {
        let gender = if class == "male" { Gender::Male } else { Gender::Female };
        // A name on both lists tells nothing.
        table.entry(name).and_modify(|known| *known = Gender::Unknown).or_insert(gender);
    }
    table
});

/// Words that end the name of a body, an outlet or a place.
static HEADS: LazyLock<Table<MentionKind>> = LazyLock::new(|| {
    let mut table = Table::default();
    let files = [
        (include_str!("../../data/organisations.txt"), MentionKind::Organisation),
        (include_str!("../../data/outlets.txt"), MentionKind::Outlet),
        (include_str!("../../data/places.txt"), MentionKind::Place),
    ];
    for (data, kind) in files {
        for (class, line) in lexicon::lines(data) {
            let kind = match class {
                "head" => kind,
                "thing" => MentionKind::Unknown,
                _ => continue,
            };
            for word in phrases(line) {
                table.entry(word).or_insert(kind);
            }
        }
    }
    table
});

/// Words that lead the name of an outlet: "Le Courrier du Nord".
static LEADS: LazyLock<Set> =
    LazyLock::new(|| class(include_str!("../../data/outlets.txt"), "lead").collect());

/// Words before the name of a ship.
static VESSELS: LazyLock<Set> =
    LazyLock::new(|| class(include_str!("../../data/organisations.txt"), "vessel").collect());

/// Words that take "of" inside a name.
static OF_HEADS: LazyLock<Set> =
    LazyLock::new(|| class(include_str!("../../data/organisations.txt"), "of").collect());

static NO_NAMES: LazyLock<Table<()>> = LazyLock::new(|| {
    lexicon::words(include_str!("../../data/no-names.txt")).map(|(_, word)| (word, ())).collect()
});

/// Whether `word`, as it is written, has its capital for another reason than a name: "Monday".
pub fn is_no_name(word: &str) -> bool {
    NO_NAMES.contains_key(word)
}

/// The phrases of one class of `data`, in order.
fn class(data: &'static str, wanted: &str) -> impl Iterator<Item = &'static str> {
    let lines = lexicon::lines(data).filter(move |(class, _)| *class == wanted);
    lines.flat_map(|(_, line)| phrases(line))
}

fn phrases(line: &'static str) -> impl Iterator<Item = &'static str> {
    line.split(',').map(str::trim).filter(|phrase| !phrase.is_empty())
}

/// The known name that `phrase` is, straight apostrophes, plural of a people included.
pub fn name(phrase: &str) -> Option<Known> {
    if let Some(&known) = NAMES.get(phrase) {
        return Some(known);
    }
    let people = |word: &str| {
        NAMES.get(word).copied().filter(|known| known.kind == MentionKind::Nationality)
    };
    match phrase.strip_suffix("men") {
        Some(stem) => people(&format!("{stem}man")),
        None => people(phrase.strip_suffix('s')?),
    }
}

/// Words of the longest known name that begins with `word`, which may be written in capitals
/// throughout; 0 where none does. Peoples in the plural are one word and not counted here.
pub fn longest_name(word: &str) -> usize {
    NAME_STARTS.get(word).copied().unwrap_or_default()
}

/// Words of the longest title that begins with `word`, in lower case; 0 where none does.
pub fn longest_title(word: &str) -> usize {
    TITLE_STARTS.get(word).copied().unwrap_or_default()
}

/// The title that `phrase` is, in whatever case.
pub fn title(phrase: &str) -> Option<Title> {
    TITLES.get(&fold(phrase)).copied()
}

/// The gender that a noun or a title tells: "widow", "Mr.".
pub fn gender(word: &str) -> Option<Gender> {
    GENDERED.get(&fold(word)).copied()
}

/// The pronoun a given name usually goes with; `None` for a word that is not one.
pub fn given(word: &str) -> Option<Gender> {
    GIVEN.get(word).copied()
}

/// What a name that ends in `word` is.
pub fn head(word: &str) -> Option<MentionKind> {
    HEADS.get(word).copied()
}

/// Words that lead the name of a place: "Port Kallam".
static PLACE_LEADS: LazyLock<Set> =
    LazyLock::new(|| class(include_str!("../../data/places.txt"), "lead").collect());

/// Whether `word` leads the name of a place.
pub fn leads_place(word: &str) -> bool {
    PLACE_LEADS.contains(word)
}

/// Whether `name` is a ship's: "HMS Bounty".
pub fn is_vessel(name: &str) -> bool {
    name.split_once(' ').is_some_and(|(first, _)| VESSELS.contains(first))
}

/// Whether a name that has `word` near its start is an outlet's.
pub fn leads_outlet(word: &str) -> bool {
    LEADS.contains(word)
}

/// Whether `word` takes "of" inside a name: "Ministry of Defence".
pub fn takes_of(word: &str) -> bool {
    OF_HEADS.contains(word)
}

/// Whether each known place is a country, a state, a city or a region.
static PLACES: LazyLock<Table<&'static str>> = LazyLock::new(|| {
    let mut places = Table::default();
    for (kind, line) in lexicon::lines(include_str!("../../data/places.txt")) {
        let names = line.split_once('|').map_or(line, |(names, _)| names);
        if matches!(kind, "country" | "state" | "city") {
            for name in phrases(names) {
                places.entry(name.split(" = ").next().unwrap_or(name)).or_insert(kind);
            }
        }
    }
    places
});

/// "country", "state" or "city", and the usual name of the place; none for any other.
pub fn place_kind(name: &str) -> Option<(&'static str, &'static str)> {
    let place = self::name(name).filter(|known| known.kind == MentionKind::Place)?;
    Some((PLACES.get(place.canonical)?, place.canonical))
}

/// The country of a country's name or of a word for its people: "U.S.", "American" and "America"
/// all give "United States".
pub fn country_of(name: &str) -> Option<&'static str> {
    self::name(name)
        .filter(|known| matches!(known.kind, MentionKind::Place | MentionKind::Nationality))
        .map(|known| known.canonical)
}
