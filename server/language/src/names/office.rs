//! Offices and the countries they name.

use super::gazetteer;
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
