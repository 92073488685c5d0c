//! Names: mentions in a text, and the entities they are joined into within an article.

mod about;
mod capitalised;
mod cast;
mod extent;
mod family;
mod find;
mod gazetteer;
mod office;
mod resolve;
mod seen;
#[cfg(test)]
mod tests;
mod title;
mod variant;
mod words;

pub use about::{is_calling, is_given, is_known_person_noun, is_office, is_person_noun, years_old};
pub(crate) use find::find;
pub use gazetteer::{country_of, gender, is_vessel, place_kind};
pub use office::is_former;
pub use resolve::{alike, resolve};

use crate::TextRange;

/// The words that stand in names and beside them, by what they do there.
const WORDS: &str = include_str!("../data/name-words.txt");

/// A mention of a person, place or organisation by name or by role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The whole mention, title included: "French President Emmanuel Macron".
    pub range: TextRange,
    /// The name alone: "Emmanuel Macron". For a role ("the French president"), the role.
    pub name: TextRange,
    /// What kind of thing it is, as far as the text tells.
    pub kind: MentionKind,
    /// Title or office written with it, lower case: "french president".
    pub title: Option<String>,
    /// What stands beside it.
    pub about: About,
}

/// What a text says beside a name: "Gerald Toomey, 54, a former banker"; "the news agency SNA".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// What it is said to be, lower case, without an article: "former banker", "news agency".
    pub roles: Vec<String>,
    /// Age in years.
    pub age: Option<u16>,
}

/// What a mention names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum MentionKind {
    /// A person.
    Person,
    /// A government, ministry, company, party, agency, palace that speaks.
    Organisation,
    /// A country, city or region.
    Place,
    /// A nationality or the people of a place: "French", "Russians".
    Nationality,
    /// A newspaper, agency, channel or site.
    Outlet,
    /// A person by office: "the French president".
    Role,
    /// The text does not tell.
    #[default]
    Unknown,
}

/// Index of an [`Entity`] in its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(pub usize);

/// Whom or what several mentions of one article name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// The fullest form the article uses: "Emmanuel Macron".
    pub name: String,
    /// What it is.
    pub kind: MentionKind,
    /// Every other form of the name in the article, in order of first use.
    pub aliases: Vec<String>,
    /// Offices the article gives: "french president".
    pub titles: Vec<String>,
    /// Known gender, from pronoun titles (Mr., Mrs.), given names, or what is said beside the name.
    pub gender: Gender,
    /// What the article says beside its mentions.
    pub about: About,
}

/// Grammatical gender of the pronouns that can stand for an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Gender {
    /// he
    Male,
    /// she
    Female,
    /// not known
    #[default]
    Unknown,
}
