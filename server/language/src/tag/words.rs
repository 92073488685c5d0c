//! What a word can be, from our vocabulary, its irregular forms and its endings.

use crate::lexicon::{self, Table, fold};
use std::{borrow::Cow, sync::LazyLock};

/// The readings a word can have, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Forms(u16);

impl Forms {
    pub const NOUN: Self = Self(1);
    /// A plural noun.
    pub const PLURAL: Self = Self(1 << 1);
    /// Infinitive and present: "say".
    pub const BASE: Self = Self(1 << 2);
    /// "says"
    pub const THIRD: Self = Self(1 << 3);
    /// "said", "gave"
    pub const PAST: Self = Self(1 << 4);
    /// "said", "given"
    pub const PARTICIPLE: Self = Self(1 << 5);
    /// "saying"
    pub const ING: Self = Self(1 << 6);
    pub const ADJECTIVE: Self = Self(1 << 7);
    pub const ADVERB: Self = Self(1 << 8);
    /// Guessed from the ending; the vocabulary does not have the word.
    pub const GUESSED: Self = Self(1 << 9);

    /// The readings that a data file names, set apart by bars.
    fn of(classes: &str) -> Self {
        classes.split('|').fold(Self::default(), |forms, class| {
            forms.with(match class {
                "noun" => Self::NOUN,
                "plural" => Self::PLURAL,
                "verb" => Self::BASE,
                "third" => Self::THIRD,
                "past" => Self::PAST,
                "participle" => Self::PARTICIPLE,
                "ing" => Self::ING,
                "adjective" => Self::ADJECTIVE,
                _ => Self::ADVERB,
            })
        })
    }

    /// `self` where `condition` holds, nothing otherwise.
    fn when(self, condition: bool) -> Self {
        if condition { self } else { Self::default() }
    }

    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it has any of the readings of `other`.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

struct Irregular {
    forms: Forms,
    lemma: &'static str,
}

/// Base forms and irregular ones, as the data files have them.
static VOCABULARY: LazyLock<Table<Forms>> = LazyLock::new(|| {
    let mut table: Table<Forms> = lexicon::words(include_str!("../../data/vocabulary.txt"))
        .map(|(classes, word)| (word, Forms::of(classes)))
        .collect();
    for (word, irregular) in IRREGULAR.iter() {
        let known = table.entry(word).or_default();
        *known = known.with(irregular.forms);
    }
    table
});

/// Endings with what they make of a word, by their last byte.
static ENDINGS: LazyLock<[Vec<(&str, Forms)>; 256]> = LazyLock::new(|| {
    let mut endings = [const { Vec::new() }; 256];
    for (classes, ending) in lexicon::words(include_str!("../../data/endings.txt")) {
        let last = ending.bytes().next_back().unwrap_or_default();
        endings[usize::from(last)].push((ending, Forms::of(classes)));
    }
    endings
});

static IRREGULAR: LazyLock<Table<Irregular>> = LazyLock::new(|| {
    let mut table = Table::default();
    let mut add = |word: &'static str, forms: Forms, lemma: &'static str| {
        let known = table.entry(word).or_insert(Irregular { forms, lemma });
        known.forms = known.forms.with(forms);
    };
    for (_, [base, past, participle]) in lines(include_str!("../../data/irregular-verbs.txt")) {
        add(base, Forms::BASE, base);
        for word in past.split('/') {
            let both = participle.is_empty();
            let forms = if both { Forms::PAST.with(Forms::PARTICIPLE) } else { Forms::PAST };
            add(word, forms, base);
        }
        participle
            .split('/')
            .filter(|w| !w.is_empty())
            .for_each(|w| add(w, Forms::PARTICIPLE, base));
    }
    for (_, [singular, plural, _]) in lines(include_str!("../../data/irregular-nouns.txt")) {
        add(singular, Forms::NOUN, singular);
        add(plural, Forms::NOUN.with(Forms::PLURAL), singular);
    }
    table
});

/// Lines of up to three words, the missing ones empty.
fn lines(data: &'static str) -> impl Iterator<Item = (&'static str, [&'static str; 3])> {
    lexicon::lines(data).map(|(class, line)| {
        let mut words = line.split_whitespace();
        (class, std::array::from_fn(|_| words.next().unwrap_or_default()))
    })
}

/// What `word`, in lower case with straight apostrophes, can be.
pub fn forms(word: &str) -> Forms {
    let found = known(word);
    if !found.is_empty() {
        return found;
    }
    compound(word).unwrap_or_else(|| guess(word).with(Forms::GUESSED))
}

/// Whether the vocabulary, its inflections or its compounds have `word`.
pub fn is_known(word: &str) -> bool {
    !forms(word).any(Forms::GUESSED)
}

/// What the vocabulary and the rules of inflection say.
fn known(word: &str) -> Forms {
    let mut found = whole(word);
    inflections(word, |base, ending| {
        let base = whole(base);
        let (noun, verb) = (base.any(Forms::NOUN), base.any(Forms::BASE));
        let adjective = base.any(Forms::ADJECTIVE);
        found = found.with(match ending {
            Ending::S => Forms::NOUN.with(Forms::PLURAL).when(noun).with(Forms::THIRD.when(verb)),
            Ending::Ed => Forms::PAST.with(Forms::PARTICIPLE).when(verb),
            Ending::Ing => Forms::ING.when(verb),
            Ending::Er => Forms::ADJECTIVE.when(adjective),
            Ending::Ly => Forms::ADVERB.when(adjective),
        });
    });
    found
}

fn whole(word: &str) -> Forms {
    VOCABULARY.get(word).copied().unwrap_or_default()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    S,
    Ed,
    Ing,
    Er,
    Ly,
}

/// Offers every base that `word` could be an inflection of, likelier ones first.
fn inflections(word: &str, mut offer: impl FnMut(&str, Ending)) {
    if !word.is_ascii() || word.len() < 4 {
        return;
    }
    let mut buffer = String::new();
    let mut with = |stem: &str, tail: &str, ending: Ending, offer: &mut dyn FnMut(&str, Ending)| {
        buffer.clear();
        buffer.push_str(stem);
        buffer.push_str(tail);
        offer(&buffer, ending);
    };
    let mut stems = |stem: &str, ending: Ending| {
        offer(stem, ending);
        with(stem, "e", ending, &mut offer);
        let bytes = stem.as_bytes();
        if let [.., a, b] = bytes
            && a == b
        {
            offer(&stem[..stem.len() - 1], ending);
        }
        if let Some(stem) = stem.strip_suffix('i') {
            with(stem, "y", ending, &mut offer);
        }
    };
    if let Some(stem) = word.strip_suffix("ing") {
        stems(stem, Ending::Ing);
        if let Some(stem) = stem.strip_suffix('y') {
            with(stem, "ie", Ending::Ing, &mut offer);
        }
    } else if let Some(stem) = word.strip_suffix("ed") {
        stems(stem, Ending::Ed);
    } else if let Some(stem) = word.strip_suffix("est").or_else(|| word.strip_suffix("er")) {
        stems(stem, Ending::Er);
    } else if let Some(stem) = word.strip_suffix("ly") {
        offer(stem, Ending::Ly);
        with(stem, "le", Ending::Ly, &mut offer);
        if let Some(stem) = stem.strip_suffix("al") {
            offer(stem, Ending::Ly);
        }
        if let Some(stem) = stem.strip_suffix('i') {
            with(stem, "y", Ending::Ly, &mut offer);
        }
    } else if let Some(stem) = word.strip_suffix('s').filter(|stem| !stem.ends_with('s')) {
        offer(stem, Ending::S);
        if let Some(stem) = stem.strip_suffix("ie") {
            with(stem, "y", Ending::S, &mut offer);
        }
        if let Some(stem) = stem.strip_suffix('e') {
            offer(stem, Ending::S);
        }
    }
}

/// A prefixed or hyphenated word is what its last part is; a participle there makes an adjective:
/// "state-owned", "U.S.-led".
fn compound(word: &str) -> Option<Forms> {
    const PREFIXES: [&str; 12] =
        ["re", "un", "over", "under", "mis", "dis", "non", "co", "pre", "anti", "counter", "inter"];
    let found = |word: &str| Some(known(word)).filter(|found| !found.is_empty());
    if let Some((head, last)) = word.rsplit_once('-') {
        let last = found(last)?;
        let verbal = Forms::PARTICIPLE.with(Forms::ING).with(Forms::ADJECTIVE);
        if last.any(verbal) || head.starts_with(|c: char| c.is_ascii_digit()) {
            return Some(Forms::ADJECTIVE);
        }
        return Some(Forms::NOUN.with(Forms::ADJECTIVE).when(last.any(Forms::NOUN)).with(last));
    }
    let first = word.as_bytes().first();
    PREFIXES
        .iter()
        .filter(|prefix| prefix.as_bytes().first() == first)
        .find_map(|prefix| found(word.strip_prefix(prefix).filter(|rest| rest.len() > 3)?))
}

fn guess(word: &str) -> Forms {
    let fits = |ending: &str| word.len() > ending.len() + 2 && word.ends_with(ending);
    let bare = if word.contains('-') { Forms::NOUN.with(Forms::ADJECTIVE) } else { Forms::NOUN };
    let last = word.bytes().next_back().unwrap_or_default();
    ENDINGS[usize::from(last)]
        .iter()
        .find(|(ending, _)| fits(ending))
        .map_or(bare, |&(_, forms)| forms)
}

/// The base form of a verb or noun, in lower case: "said" and "says" are "say", "men" is "man".
pub fn lemma(word: &str) -> Cow<'_, str> {
    let word = fold(word);
    if let Some(irregular) = IRREGULAR.get(&word) {
        return irregular.lemma.into();
    }
    if !whole(&word).is_empty() {
        return word;
    }
    let mut found = None;
    let mut plausible = None;
    inflections(&word, |base, ending| {
        if !matches!(ending, Ending::S | Ending::Ed | Ending::Ing) {
            return;
        }
        let wanted = if ending == Ending::S { Forms::NOUN.with(Forms::BASE) } else { Forms::BASE };
        if found.is_none() && whole(base).any(wanted) {
            found = Some(base.to_owned());
        }
        if plausible.is_none()
            && ending == Ending::S
            && word.len() > 4
            && !word.ends_with("us")
            && !word.ends_with("is")
        {
            plausible = Some(base.to_owned());
        }
    });
    found.or(plausible).map_or(word, Cow::Owned)
}
