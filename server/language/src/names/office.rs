//! Offices and the countries they name.

use super::gazetteer;

/// An office in its usual words.
pub fn in_full(title: &str) -> &str {
    match title {
        "ceo" | "chief executive officer" => "chief executive",
        "pm" => "prime minister",
        _ => title,
    }
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
