//! The words that attribute and the words that stand for a source: the data files, inflected.

use language::{Table, WordHasher, data};
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

/// How a verb stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Inflection {
    /// say
    Base,
    /// says
    Third,
    /// said, wrote
    Past,
    /// written, where it differs from the past
    Participle,
    /// saying
    Ing,
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

/// What a word makes of a statement: see `accusations.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Matter {
    /// Somebody did wrong.
    Wrong,
    /// What an outlet cannot see for itself.
    Hidden,
    /// What only a government or an expert can know of.
    Weapon,
    /// Can, has, owns.
    Able,
    /// What a court has on record.
    Court,
    /// What anybody can look up: prices, shares.
    Market,
    /// What an authority or a company does in public: fines, votes, sales.
    Public,
    /// Did not pass.
    Failed,
    /// What can be failed: an inspection, a safety test.
    Check,
    /// What gives figures: a poll, a study, records.
    Figures,
    /// Before "by": what the outlet itself has before it.
    Own,
    /// Did what a wrong is named by: took bribes, committed fraud.
    Commit,
    /// Killed, shot; a charge where it is done to one of the next.
    Harm,
    /// Those whom nobody may harm.
    Victim,
    /// Superlatives.
    First,
    /// What led to what.
    Cause,
    /// Modals and other words that make a sentence a forecast, a wish or a possibility.
    Open,
}

static MATTERS: LazyLock<Table<Matter>> = LazyLock::new(|| {
    let entries = entries(include_str!("../data/accusations.txt"));
    let marked = entries.filter_map(|(name, words)| {
        let matter = match name {
            "wrong" => Matter::Wrong,
            "hidden" => Matter::Hidden,
            "weapon" => Matter::Weapon,
            "able" => Matter::Able,
            "court" => Matter::Court,
            "market" => Matter::Market,
            "public" => Matter::Public,
            "failed" => Matter::Failed,
            "check" => Matter::Check,
            "figures" => Matter::Figures,
            "own" => Matter::Own,
            "commit" => Matter::Commit,
            "harm" => Matter::Harm,
            "victim" => Matter::Victim,
            "first" => Matter::First,
            "cause" => Matter::Cause,
            "open" => Matter::Open,
            _ => return None,
        };
        Some(words.map(move |word| (word, matter)))
    });
    marked.flatten().collect()
});

/// What `word`, in lower case, makes of a statement.
pub fn matter(word: &str) -> Option<Matter> {
    MATTERS.get(word).copied()
}

type Words = HashMap<String, Word, BuildHasherDefault<WordHasher>>;

static WORDS: LazyLock<Words> = LazyLock::new(build);

/// What is known of `word`, given in lower case.
pub fn word(word: &str) -> Option<&'static Word> {
    WORDS.get(word)
}

fn build() -> Words {
    let mut words = Words::default();
    let irregular: HashMap<&str, (&str, &str)> =
        data::entries(include_str!("../data/irregular.txt"))
            .filter_map(|line| {
                let mut forms = line.split_whitespace();
                Some((forms.next()?, (forms.next()?, forms.next()?)))
            })
            .collect();
    for (head, verbs) in entries(include_str!("../data/verbs.txt")) {
        let (class, letters) = head.split_once(' ').unwrap_or((head, ""));
        let (Some(class), frames) = (class_of(class), Frames::new(letters)) else { continue };
        for verb in verbs {
            let mut parts = verb.split('-').collect::<Vec<_>>();
            let base = if verb == "e-mail" { verb } else { parts[0] };
            let particles = if base == verb { Vec::new() } else { parts.split_off(1) };
            for (inflection, form) in forms(base, irregular.get(base).copied()) {
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
    for (link, nouns) in entries(include_str!("../data/nouns.txt")) {
        with_plurals(&mut words, nouns, |word| match link {
            "that" => word.links.that = true,
            "to" => word.links.to = true,
            _ => word.links.of = true,
        });
    }
    for (role, nouns) in entries(include_str!("../data/roles.txt")) {
        with_plurals(&mut words, nouns, |word| match role {
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

fn with_plurals<'a>(
    words: &mut Words,
    nouns: impl Iterator<Item = &'a str>,
    mark: impl Fn(&mut Word),
) {
    for noun in nouns {
        mark(words.entry(noun.to_string()).or_default());
        let plural = words.entry(third(noun)).or_default();
        plural.plural = true;
        mark(plural);
    }
}

fn entries(
    file: &'static str,
) -> impl Iterator<Item = (&'static str, std::str::SplitWhitespace<'static>)> {
    data::entries(file)
        .filter_map(|line| line.split_once(": "))
        .map(|(head, rest)| (head, rest.split_whitespace()))
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

/// The forms of a verb. A participle like the past is given once, as past.
fn forms(base: &str, irregular: Option<(&str, &str)>) -> Vec<(Inflection, String)> {
    let (past, participle) = match irregular {
        Some((past, participle)) => (past.to_string(), participle.to_string()),
        None => (regular_past(base), regular_past(base)),
    };
    // A doubled consonant of the past is doubled in -ing as well: "planned", "planning".
    let stem = past.strip_suffix("ed").filter(|s| s.len() == base.len() + 1 && s.starts_with(base));
    let ing = match stem {
        Some(stem) if !base.ends_with('e') => format!("{stem}ing"),
        _ => ing(base),
    };
    let mut forms = vec![
        (Inflection::Base, base.to_string()),
        (Inflection::Third, third(base)),
        (Inflection::Ing, ing),
    ];
    if participle != past {
        forms.push((Inflection::Participle, participle));
    }
    forms.push((Inflection::Past, past));
    forms
}

/// The form in -s, of verbs and nouns alike.
fn third(base: &str) -> String {
    match base {
        "person" => return "people".into(),
        "man" | "woman" | "spokesman" | "spokeswoman" | "chairman" | "congressman"
        | "businessman" | "congresswoman" | "chairwoman" => return base.replace("man", "men"),
        _ => {}
    }
    let consonant_y = base.ends_with('y') && !ends_in_vowel(&base[..base.len() - 1]);
    if consonant_y {
        format!("{}ies", &base[..base.len() - 1])
    } else if base.ends_with(['s', 'x', 'z'])
        || base.ends_with("ch")
        || base.ends_with("sh")
        || matches!(base, "go" | "veto" | "echo")
    {
        format!("{base}es")
    } else {
        format!("{base}s")
    }
}

fn regular_past(base: &str) -> String {
    if base.ends_with('e') {
        format!("{base}d")
    } else if base.ends_with('y') && !ends_in_vowel(&base[..base.len() - 1]) {
        format!("{}ied", &base[..base.len() - 1])
    } else {
        format!("{base}ed")
    }
}

fn ing(base: &str) -> String {
    match base {
        "begin" => "beginning".into(),
        "put" | "set" | "hit" | "forget" => format!("{base}{}ing", &base[base.len() - 1..]),
        "lie" => "lying".into(),
        _ if base.ends_with('e') && !base.ends_with("ee") => {
            format!("{}ing", &base[..base.len() - 1])
        }
        _ => format!("{base}ing"),
    }
}

fn ends_in_vowel(word: &str) -> bool {
    word.ends_with(['a', 'e', 'i', 'o', 'u'])
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
