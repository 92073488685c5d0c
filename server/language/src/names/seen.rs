//! A mention with its words, as names are joined.

use super::{Gender, Mention, MentionKind, gazetteer};
use crate::lexicon::fold;

/// A mention with its words.
pub struct Seen<'a> {
    pub text: &'a str,
    pub mention: &'a Mention,
    pub name: &'a str,
    /// Words of the name, a known name in its usual spelling.
    pub words: Vec<&'a str>,
    pub gender: Gender,
    /// Acronym in brackets behind it.
    pub acronym: Option<&'a str>,
}

/// How somebody is addressed before a surname.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Courtesy {
    /// Mr, Mrs, Ms, Miss.
    Plain,
    /// Dr, Prof.
    Learned,
}

impl Courtesy {
    /// The courtesy of a title in lower case.
    pub fn of(title: &str) -> Option<Self> {
        match title.trim_end_matches('.') {
            "mr" | "mrs" | "ms" | "miss" => Some(Self::Plain),
            "dr" | "prof" | "professor" => Some(Self::Learned),
            _ => None,
        }
    }
}

impl<'a> Seen<'a> {
    /// How the mention addresses somebody.
    pub fn courtesy(&self) -> Option<Courtesy> {
        self.mention.title.as_deref().and_then(Courtesy::of)
    }

    pub fn new(text: &'a str, mention: &'a Mention) -> Self {
        let name = mention.name.of(text);
        let after = text.get(mention.range.end..).unwrap_or_default();
        let acronym = after
            .strip_prefix(" (")
            .and_then(|rest| rest.get(..rest.find(')')?.min(12)))
            .filter(|acronym| {
                acronym.len() > 1 && acronym.chars().all(|c| c.is_uppercase() || c == '.')
            });
        let known = gazetteer::name(name).filter(|known| known.kind == MentionKind::Place);
        let words: Vec<&str> =
            known.map_or(name, |known| known.canonical).split_whitespace().collect();
        let titled =
            mention.title.iter().flat_map(|title| title.split(' ')).find_map(gazetteer::gender);
        let given = || {
            let first = words.first().filter(|_| mention.kind == MentionKind::Person)?;
            gazetteer::given(first)
        };
        let told = || {
            let mut heads = mention.about.roles.iter().filter_map(|role| role.rsplit(' ').next());
            heads.find_map(gazetteer::gender)
        };
        let gender = titled.or_else(told).or_else(given).unwrap_or_default();
        Self { text, mention, name, words, gender, acronym }
    }

    /// Whether `other` in its place would be joined as it is. With what stands around them, that is
    /// all that joining looks at.
    pub fn is_like(&self, other: &Seen<'_>) -> bool {
        let (ours, theirs) = (self.mention, other.mention);
        self.name == other.name
            && self.acronym == other.acronym
            && (ours.kind, &ours.title, &ours.about) == (theirs.kind, &theirs.title, &theirs.about)
    }

    /// "Ann Cole, the prime minister", "the president, Dan Hall".
    pub fn is_beside(&self, next: &Seen<'_>) -> bool {
        let kinds = (self.mention.kind, next.mention.kind);
        let office = matches!(
            kinds,
            (MentionKind::Person, MentionKind::Role) | (MentionKind::Role, MentionKind::Person)
        );
        if !office || !std::ptr::eq(self.text, next.text) {
            return false;
        }
        let between = self.mention.range.end..next.mention.range.start;
        let between = self.text.get(between).unwrap_or_default();
        let apart = between == ", " || between.len() < 60 && of_body(between);
        apart && !next.follows_list()
    }

    /// Whether something is done with somebody, who then has no office behind the comma: "After talks with
    /// Ada Moss, the chairman, Otto Lind, said".
    pub fn is_object(&self) -> bool {
        let before = self.text.get(..self.mention.range.start).unwrap_or_default().trim_end();
        is_objects(before.rsplit(' ').next().unwrap_or(before))
    }

    /// "the president of the Lake Council": an office and the body that has it.
    pub fn leads(&self, body: &Seen<'_>) -> bool {
        let between = self.mention.range.end..body.mention.range.start;
        self.mention.kind == MentionKind::Role
            && std::ptr::eq(self.text, body.text)
            && matches!(self.text.get(between), Some(" of " | " of the " | " at " | " for "))
    }

    /// "Alistair and Penelope Gault": a given name before another of the same family.
    pub fn shares_surname(&self, next: &Seen<'_>) -> bool {
        let between = self.mention.range.end..next.mention.range.start;
        let given = |word: &&str| gazetteer::given(word).is_some();
        self.words.len() == 1
            && self.is_person()
            && next.words.len() == 2
            && next.mention.kind == MentionKind::Person
            && next.mention.title.is_none()
            && self.words.iter().all(given)
            && next.words.first().is_some_and(given)
            && std::ptr::eq(self.text, next.text)
            && matches!(self.text.get(between), Some(" and " | " & "))
    }

    /// "… and the president": one of several.
    pub fn follows_list(&self) -> bool {
        let after = self.text.get(self.mention.range.end..).unwrap_or_default();
        after.starts_with(" and ")
    }

    pub fn is_person(&self) -> bool {
        matches!(self.mention.kind, MentionKind::Person | MentionKind::Unknown)
    }

    pub fn last(&self) -> String {
        let suffix = |word: &str| matches!(word, "Jr." | "Jr" | "Sr." | "Sr" | "II" | "III" | "IV");
        self.words
            .iter()
            .rev()
            .find(|word| !suffix(word))
            .map_or_else(String::new, |word| key(word))
    }
}

/// " of the Lake Council, ": what can stand between an office and who holds it.
fn of_body(between: &str) -> bool {
    let of = [" of ", " for ", " at "].iter().find_map(|of| between.strip_prefix(of));
    of.and_then(|rest| rest.strip_suffix(", ")).is_some_and(|body| {
        !body.contains([',', '.', ';', ':', '"', '”']) && body.split(' ').count() < 7
    })
}

/// Lower case, letters only: "U.S." and "US" are one, "Zelenskiy" and "ZELENSKIY" too.
pub fn key(word: &str) -> String {
    let mut key = if word.is_ascii() { word.to_ascii_lowercase() } else { fold(word).into_owned() };
    if !key.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        key.retain(char::is_alphanumeric);
    }
    key
}

/// Whether a preposition stands before what something is done with.
pub fn is_objects(preposition: &str) -> bool {
    matches!(preposition, "with" | "to" | "by" | "from" | "against" | "at" | "of")
}
