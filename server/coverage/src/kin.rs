//! How two people are related, as two outlets tell it: her brother for one, her cousin for the other.

use crate::{
    Difference, DifferenceKind, Severity,
    event::{self, At},
    index::TermMap,
    roles,
    scene::Words,
    statement::base,
};
use language::{Tag, data};
use sourcing::{Place, Reading};
use std::sync::LazyLock;

/// A relation, and whether the noun is said of the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kinship {
    line: usize,
    forward: bool,
}

/// For the base of each listed noun its relation.
static KINSHIPS: LazyLock<TermMap<Kinship>> = LazyLock::new(|| {
    let mut kinships = TermMap::default();
    for (line, words) in data::entries(include_str!("../data/kin.txt")).enumerate() {
        let Some((one, other)) = words.split_once('|') else { continue };
        // Of a relation that goes both ways the first side is kept.
        for (forward, words) in [(true, one), (false, other)] {
            for word in words.split_whitespace() {
                kinships.entry(base(word)).or_insert(Kinship { line, forward });
            }
        }
    }
    kinships
});

/// Two people and what the first is to the second.
#[derive(Debug, PartialEq)]
struct Tie {
    sentence: At<usize>,
    place: At<Place>,
    line: usize,
    /// Terms of their names.
    one: Vec<u64>,
    other: Vec<u64>,
}

/// Who is whose, as an article tells it, in order of sentence.
#[derive(Debug, Default)]
pub(crate) struct Kin(Vec<Tie>);

impl Kin {
    pub(crate) fn of(reading: &Reading) -> Self {
        let sentences = 0..reading.sentences.len();
        Self(sentences.flat_map(|sentence| of_sentence(reading, sentence)).collect())
    }

    fn of_sentence(&self, sentence: usize) -> &[Tie] {
        event::of_sentence(&self.0, |tie| tie.sentence.0, sentence)
    }

    /// Whether a sentence tells what one of `before` told.
    pub(crate) fn is_same(&self, sentence: usize, before: &Self, was: usize) -> bool {
        self.of_sentence(sentence) == before.of_sentence(was)
    }

    /// The two whom the sentences relate in two ways. Sets `open` where what the rest of the
    /// articles says decides.
    pub(crate) fn differences(
        &self,
        (reading, here): (&Reading, usize),
        theirs: &Self,
        (other, there): (&Reading, usize),
        open: &mut bool,
    ) -> Option<Difference> {
        let rivals = theirs.of_sentence(there);
        self.of_sentence(here).iter().find_map(|tie| {
            let rival = rivals.iter().find(|rival| tie.contradicts(rival))?;
            // Whoever tells both has two people of one name, or a divorce.
            *open = true;
            let both = theirs.0.iter().any(|other| other.contradicts(rival))
                || self.0.iter().any(|other| other.contradicts(tie));
            if both {
                return None;
            }
            let why = format!(
                "“{}” here, “{}” there",
                reading.words(tie.place.0),
                other.words(rival.place.0)
            );
            let (kind, severity) = (DifferenceKind::Polarity, Severity::Conflict);
            Some(Difference { kind, severity, here: tie.place.0, there: rival.place.0, why })
        })
    }
}

impl Tie {
    fn contradicts(&self, other: &Self) -> bool {
        let straight = is_one(&self.one, &other.one) && is_one(&self.other, &other.other);
        let turned = is_one(&self.one, &other.other) && is_one(&self.other, &other.one);
        // Two who share a surname are told apart by nothing else.
        self.line != other.line && straight != turned
    }
}

/// Whether two names can be one person's: one is a part of the other.
fn is_one(ours: &[u64], theirs: &[u64]) -> bool {
    let within = |part: &[u64], whole: &[u64]| part.iter().all(|term| whole.contains(term));
    within(ours, theirs) || within(theirs, ours)
}

fn of_sentence(reading: &Reading, sentence: usize) -> Vec<Tie> {
    let Some(words) = Words::of(reading, sentence) else { return Vec::new() };
    let tie = |at: usize| {
        let former = at > 0 && words.is(at - 1, "former");
        let noun = words.word(at);
        let noun = if former { base(&format!("former_{noun}")) } else { base(noun) };
        let Kinship { line, forward } = *KINSHIPS.get(&noun)?;
        let (one, whose) = roles::ends(&words, at).or_else(|| beside(&words, at))?;
        let tokens = one.start.min(whose.start).min(at)..one.end.max(whose.end).max(at + 1);
        let place = Place { range: words.range(tokens)?, ..reading.sentences[sentence].place };
        let (one, other) = (roles::terms(&words, one), roles::terms(&words, whose));
        let (one, other) = if forward { (one, other) } else { (other, one) };
        let both = !one.is_empty() && !other.is_empty();
        both.then_some(Tie { sentence: At(sentence), place: At(place), line, one, other })
    };
    let nouns = (0..words.tokens.len()).filter(|&at| words.is_tagged(at, Tag::Noun));
    nouns.filter_map(tie).collect()
}

/// "Ayo and his wife, Brandt".
fn beside(words: &Words, at: usize) -> Option<(roles::Tokens, roles::Tokens)> {
    let his = at.checked_sub(1 + usize::from(words.is(at.checked_sub(1)?, "former")))?;
    let and = his.checked_sub(1)?;
    if !words.any(his, &["his", "her"]) || !words.any(and, &["and", "with"]) {
        return None;
    }
    let whose = roles::name_before(words, and).filter(|name| !name.is_empty())?;
    let start = at + 1 + usize::from(words.is(at + 1, ","));
    let one = roles::name_ahead(words, start).filter(|name| name.start == start)?;
    Some((one, whose))
}
