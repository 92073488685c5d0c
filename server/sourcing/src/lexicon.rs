//! The words that attribute and the words that stand for a source: the data files, inflected.

mod inflection;
mod matter;

pub use inflection::Inflection;
use inflection::{forms, third};
use language::{WordHasher, data};
pub use matter::{Matter, matter};
use std::{collections::HashMap, hash::BuildHasherDefault, sync::LazyLock};

/// What a cue does with its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// said, announced
    Speech,
    /// argued, insisted
    Claim,
    /// replied
    Reply,
    /// believes, fears
    Mental,
    /// shows, found
    Evidential,
    /// urged, demanded
    Request,
    /// promised, declined
    Decision,
    /// praised, opposes: takes a side, and vouches for nothing
    Stance,
}

/// What can stand behind a verb, as a set of the letters that `verbs.txt` explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Frames(u16);

impl Frames {
    /// One for each letter that there is; looked at for nearly every verb.
    const fn bit(letter: char) -> u16 {
        match letter {
            'c' => 1,
            'q' => 1 << 1,
            'n' => 1 << 2,
            'i' => 1 << 3,
            'g' => 1 << 4,
            'o' => 1 << 5,
            'a' => 1 << 6,
            'e' => 1 << 7,
            't' => 1 << 8,
            's' => 1 << 9,
            'd' => 1 << 10,
            _ => 0,
        }
    }

    fn new(letters: &str) -> Self {
        Self(letters.chars().fold(0, |set, letter| set | Self::bit(letter)))
    }

    /// Whether the verb has the frame of this letter.
    pub const fn has(self, letter: char) -> bool {
        self.0 & Self::bit(letter) != 0
    }

    /// Whether the verb has the frame of this letter and no other.
    pub fn takes_only(self, letter: &str) -> bool {
        self == Self::new(letter)
    }

    fn join(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// A verb with the particles that must follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verb {
    /// Words that must stand behind it: "out" of "point out".
    pub particles: Vec<&'static str>,
    /// What it does.
    pub class: Class,
    /// What can stand behind it.
    pub frames: Frames,
}

/// What must follow a noun that attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Links {
    /// "that" and a clause.
    pub that: bool,
    /// An infinitive.
    pub to: bool,
    /// A preposition phrase.
    pub of: bool,
}

/// What sort of source a noun makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "a noun can be several of them at once")]
pub struct Roles {
    /// Nobody in particular.
    pub vague: bool,
    /// Somebody the writer does not name.
    pub anonymous: bool,
    /// A body that speaks.
    pub official: bool,
    /// A thing that says something.
    pub document: bool,
    /// An event or a plan: what it shows is no person's word.
    pub thing: bool,
    /// What has a title: a book, a show, a song.
    pub work: bool,
    /// A medium.
    pub outlet: bool,
    /// One known person.
    pub person: bool,
    /// A body that the article names elsewhere: "the company".
    pub body: bool,
    /// A body that is only called so by its own name or role: "the ministry".
    pub public: bool,
    /// A person whom the article names elsewhere: "the retiree".
    pub epithet: bool,
}

/// Everything known of one word, in lower case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Word {
    /// Verbs it is a form of, those with most particles first.
    pub verbs: Vec<(Inflection, Verb)>,
    /// What it attributes as a noun.
    pub links: Links,
    /// What source it makes.
    pub roles: Roles,
    /// Whether it is a plural noun.
    pub plural: bool,
}

impl Word {
    /// Whether it is a form of a verb that quotations stand beside: "said".
    pub fn quotes(&self) -> bool {
        self.verbs.iter().any(|(_, verb)| verb.frames.has('q'))
    }
}

type Words = HashMap<String, Word, BuildHasherDefault<WordHasher>>;

static WORDS: LazyLock<Words> = LazyLock::new(build);

/// What is known of `word`, given in lower case.
pub fn word(word: &str) -> Option<&'static Word> {
    WORDS.get(word)
}

fn build() -> Words {
    let mut words = Words::default();
    for (head, verbs) in data::lines(include_str!("../data/verbs.txt")) {
        let (class, letters) = head.split_once(' ').unwrap_or((head, ""));
        let (Some(class), frames) = (class_of(class), Frames::new(letters)) else { continue };
        for verb in verbs.split_whitespace() {
            let mut parts = verb.split('-').collect::<Vec<_>>();
            let base = if verb == "e-mail" { verb } else { parts[0] };
            let particles = if base == verb { Vec::new() } else { parts.split_off(1) };
            for (inflection, form) in forms(base) {
                let known = &mut words.entry(form).or_default().verbs;
                let same =
                    known.iter_mut().find(|(i, v)| *i == inflection && v.particles == particles);
                if let Some((_, verb)) = same {
                    verb.frames.join(frames);
                } else {
                    known.push((inflection, Verb { particles: particles.clone(), class, frames }));
                }
            }
        }
    }
    for word in words.values_mut() {
        word.verbs.sort_by_key(|(_, verb)| std::cmp::Reverse(verb.particles.len()));
    }
    for (link, noun) in data::words(include_str!("../data/nouns.txt")) {
        with_plural(&mut words, noun, |word| match link {
            "that" => word.links.that = true,
            "to" => word.links.to = true,
            _ => word.links.of = true,
        });
    }
    for (role, noun) in data::words(include_str!("../data/roles.txt")) {
        with_plural(&mut words, noun, |word| match role {
            "vague" => word.roles.vague = true,
            "anonymous" => word.roles.anonymous = true,
            "official" => word.roles.official = true,
            "document" => word.roles.document = true,
            "thing" => word.roles.thing = true,
            "work" => word.roles.work = true,
            "outlet" => word.roles.outlet = true,
            "body" => word.roles.body = true,
            "public" => word.roles.public = true,
            "epithet" => word.roles.epithet = true,
            _ => word.roles.person = true,
        });
    }
    words
}

/// Marks a noun and its plural.
fn with_plural(words: &mut Words, noun: &str, mark: impl Fn(&mut Word)) {
    mark(words.entry(noun.to_string()).or_default());
    let plural = words.entry(third(noun)).or_default();
    plural.plural = true;
    mark(plural);
}

fn class_of(name: &str) -> Option<Class> {
    Some(match name {
        "speech" => Class::Speech,
        "claim" => Class::Claim,
        "reply" => Class::Reply,
        "mental" => Class::Mental,
        "evidential" => Class::Evidential,
        "request" => Class::Request,
        "decision" => Class::Decision,
        "stance" => Class::Stance,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(form: &str, inflection: Inflection, class: Class) {
        let found = word(form).map(|w| &w.verbs[..]).unwrap_or_default();
        assert!(
            found.iter().any(|(i, v)| *i == inflection && v.class == class),
            "{form}: {found:?}"
        );
    }

    #[test]
    fn verbs_are_known_in_all_their_forms() {
        check("said", Inflection::Past, Class::Speech);
        check("denies", Inflection::Third, Class::Claim);
        check("denying", Inflection::Ing, Class::Claim);
        check("planned", Inflection::Past, Class::Decision);
        check("planning", Inflection::Ing, Class::Decision);
        check("written", Inflection::Participle, Class::Speech);
        check("foresees", Inflection::Third, Class::Mental);
        check("foreseeing", Inflection::Ing, Class::Mental);
        check("echoes", Inflection::Third, Class::Speech);
    }

    #[test]
    fn particles_belong_to_their_verb() {
        let pointed = word("pointed").expect("known");
        assert!(pointed.verbs.iter().any(|(_, v)| v.particles == ["out"]));
        assert!(pointed.verbs.iter().all(|(_, v)| !v.particles.is_empty()));
    }
}
