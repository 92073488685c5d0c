//! Offices: the countries they name, and who holds them.

use super::{cast::Cast, gazetteer, seen::Seen};
use crate::lexicon::{self, Table};
use std::{borrow::Cow, sync::LazyLock};

/// Short forms of offices, each with its usual words.
static SHORT: LazyLock<Table<&'static str>> = LazyLock::new(|| {
    lexicon::lines(include_str!("../../data/titles.txt"))
        .filter(|(class, _)| *class == "short")
        .flat_map(|(_, line)| line.split(','))
        .filter_map(|entry| entry.split_once('='))
        .map(|(short, full)| (short.trim(), full.trim()))
        .collect()
});

/// Last words of offices that make somebody a country’s leader.
const HEADS: [&str; 6] = ["president", "minister", "chancellor", "premier", "king", "queen"];

/// Whether an office or a role, in lower case, is one that somebody had.
pub fn is_former(role: &str) -> bool {
    ["former ", "ex-", "then "].iter().any(|was| role.starts_with(was))
}

/// An office in its usual words: "ohio senator" for "ohio sen.".
pub fn in_full(title: &str) -> Cow<'_, str> {
    if let Some(&full) = SHORT.get(title) {
        return full.into();
    }
    let Some((before, last)) = title.rsplit_once(' ') else { return title.into() };
    SHORT.get(last).map_or(title.into(), |full| format!("{before} {full}").into())
}

/// The country a title names, and the office behind it: "former french president" is France and
/// "president".
pub fn place_and_office(title: &str) -> (Option<&'static str>, &str) {
    let mut country = None;
    let mut rest = title;
    while let Some((word, behind)) = rest.split_once(' ') {
        let capital: String = word
            .chars()
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .chain(word.chars().skip(1))
            .collect();
        let nation =
            gazetteer::country_of(&capital).or_else(|| gazetteer::country_of(&word.to_uppercase()));
        let modifier = gazetteer::title(word) == Some(gazetteer::Title::Modifier)
            && gazetteer::title(rest).is_none();
        if nation.is_none() && !modifier {
            break;
        }
        country = country.or(nation);
        rest = behind;
    }
    (country, rest)
}

impl Cast {
    /// Whoever holds the office, the one named last first.
    pub fn role(&mut self, seen: &Seen<'_>) -> usize {
        let title = seen.mention.title.as_deref().map(in_full).unwrap_or_default();
        let (country, office) = place_and_office(&title);
        let holders = self.office.get(office.rsplit(' ').next().unwrap_or_default());
        let leads = office == "leader" && country.is_some();
        let everybody =
            HEADS.iter().filter(|_| leads).filter_map(|head| self.office.get(*head)).flatten();
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
                        || (leads && HEADS.iter().any(|head| their_office.ends_with(head))))
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
}
