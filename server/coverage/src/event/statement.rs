//! Who does what in each clause of a sentence, as far as tags and word order tell.
//!
//! Only what an outlet states in its own voice or lays in one named speaker's mouth is a
//! statement; questions, conditions, wishes and quoted words are none. What the words do not make
//! plain is left out: a statement that is missed costs less than one misread.

use crate::{
    event::{
        at::At,
        phrase::{self, Phrase},
        predicate::{self, Form, Frame, Group, Mood},
    },
    words::{base::same, sentence::Words},
};
use language::{Tag, TextRange};
use sourcing::{Place, Reading};

/// One clause with a verb.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Statement {
    pub(crate) sentence: At<usize>,
    /// From the verb with its auxiliaries to the end of the clause, for the reader.
    pub(crate) place: At<Place>,
    /// Who does it; of a passive, whoever "by" names.
    pub(crate) doer: Option<Phrase>,
    /// Whom or what it is done to.
    pub(crate) done_to: Option<Phrase>,
    /// Base of the verb.
    pub(crate) verb: u64,
    /// Base of the verb that it leads to: "decide" in "allowed them to decide", "barred from deciding".
    pub(crate) leads_to: Option<u64>,
    pub(crate) polarity: Polarity,
    pub(crate) mood: Mood,
    /// Terms of all its words but the verb, sorted.
    pub(crate) words: Vec<u64>,
    /// Whom it is attributed to; `None` where the outlet says it itself.
    pub(crate) speaker: Option<String>,
    /// Whether "yet", "so far" or a perfect says that it holds up to the hour of writing.
    pub(crate) so_far: bool,
    /// Whether it says that somebody or something is there, whatever they do.
    pub(crate) exists: bool,
}

/// Whether the clause says yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Polarity {
    Yes,
    No,
    /// No, of everybody: "nobody", "no man".
    Nobody,
}

/// Statements of each sentence of an article.
#[derive(Debug, Default)]
pub(crate) struct Statements(Vec<Statement>);

impl Statements {
    pub(crate) fn of(reading: &Reading) -> Self {
        let voices = Voices::of(reading);
        let sentences = 0..reading.sentences.len();
        Self(sentences.flat_map(|sentence| of_sentence(reading, sentence, &voices)).collect())
    }

    pub(crate) fn all(&self) -> &[Statement] {
        &self.0
    }

    /// Index of the first one of a sentence, or where that would be.
    pub(crate) fn first(&self, sentence: usize) -> usize {
        self.0.partition_point(|statement| statement.sentence.0 < sentence)
    }

    pub(crate) fn of_sentence(&self, sentence: usize) -> &[Statement] {
        let start = self.first(sentence);
        let end = self.0.partition_point(|statement| statement.sentence.0 <= sentence);
        &self.0[start..end]
    }
}

fn of_sentence(reading: &Reading, sentence: usize, voices: &Voices) -> Vec<Statement> {
    let Some(words) = Words::of(reading, sentence) else { return Vec::new() };
    let block = reading.sentences[sentence].place.block;
    let groups = predicate::groups(&words);
    let read = groups.iter().filter_map(|group| {
        let place = Place { block, range: words.range(group.first..group.past)? };
        let speaker = match voices.at(Place { block, range: words.tokens.get(group.first)?.range })
        {
            Voice::Outlet if group.frame == Frame::Told => return None,
            Voice::Outlet => None,
            Voice::Of(speaker) => Some(speaker.to_owned()),
            Voice::Open => return None,
        };
        let (sentence, place) = (At(sentence), At(place));
        Some(Statement { sentence, place, speaker, ..Statement::read(&words, group)? })
    });
    read.collect()
}

impl Statement {
    fn read(words: &Words, group: &Group) -> Option<Self> {
        let mood = group.mood?;
        let behind = Phrase::ahead(words, group.object..group.past);
        let subject = group.subject.clone().and_then(|range| Phrase::ahead(words, range));
        let nobody = subject.as_ref().is_some_and(|subject| subject.denied);
        let nothing = behind.as_ref().is_some_and(|object| object.denied);
        let (doer, done_to) = if group.form == Form::Passive {
            (by(words, group), subject)
        } else {
            (subject, behind.filter(|_| !words.is_tagged(group.end, Tag::Preposition)))
        };
        let own = group.subject.clone().unwrap_or_default().chain(group.end..group.past);
        let own = own.filter(|&at| !phrase::is_anybody(words, at) && !phrase::is_no_one(words, at));
        let mut terms: Vec<u64> = own.filter_map(|at| words.term(at)).map(same).collect();
        terms.sort_unstable();
        terms.dedup();
        Some(Self {
            sentence: At(0),
            place: At(Place { block: 0, range: TextRange::default() }),
            doer,
            done_to,
            verb: group.verb,
            leads_to: leads_to(words, group),
            polarity: match group.negated ^ nobody ^ nothing {
                false => Polarity::Yes,
                true if nobody => Polarity::Nobody,
                true => Polarity::No,
            },
            mood,
            words: terms,
            speaker: None,
            so_far: group.so_far,
            exists: group.form == Form::Existence,
        })
    }

    /// Whether `other` has every word of this one.
    pub(crate) fn within(&self, other: &Self) -> bool {
        let has = |word: &u64| {
            *word == other.verb && self.exists || other.words.binary_search(word).is_ok()
        };
        self.words.iter().all(has)
    }

    /// Whether the other speaks of what this one is done to, where it says so.
    pub(crate) fn touches(&self, other: &Self) -> bool {
        let object = self.done_to.as_ref().filter(|_| other.done_to.is_none());
        object.is_none_or(|object| object.is_among(&other.words))
    }

    /// Whether it tells of one of these people what they do, or what is done to them.
    pub(crate) fn is_of(&self, people: &[Vec<u64>]) -> bool {
        let of = self.done_to.as_ref().filter(|it| !it.names().is_empty()).or(self.doer.as_ref());
        let names = of.map_or(&[][..], Phrase::names);
        people.iter().any(|name| names.iter().any(|term| name.binary_search(term).is_ok()))
    }

    /// How many words the two share.
    pub(crate) fn shared(&self, other: &Self) -> usize {
        self.words.iter().filter(|word| other.words.binary_search(word).is_ok()).count()
    }

    /// Whether both are said of the same people and things, as far as both name them, and in the
    /// same way.
    pub(crate) fn same_case(&self, other: &Self) -> bool {
        let meet = |ours: &Option<Phrase>, theirs: &Option<Phrase>| match (ours, theirs) {
            (Some(ours), Some(theirs)) => Some(ours.names_what(theirs)),
            _ => None,
        };
        let doers = meet(&self.doer, &other.doer);
        let things = meet(&self.done_to, &other.done_to);
        let mood = self.mood == other.mood
            || matches!(
                (self.mood, other.mood),
                (Mood::Present, Mood::Past | Mood::Future)
                    | (Mood::Past | Mood::Future, Mood::Present)
            );
        mood && self.speaker == other.speaker
            && doers != Some(false)
            && things != Some(false)
            && (doers.is_some() || things.is_some())
    }
}

fn leads_to(words: &Words, group: &Group) -> Option<u64> {
    let past = group.past;
    let verb = match () {
        () if words.is(past, "to") => past + 1,
        () if words.is(past.checked_sub(1)?, "from") => past,
        () => return None,
    };
    Some(words.base(verb))
}

/// The phrase behind "by".
fn by(words: &Words, group: &Group) -> Option<Phrase> {
    let at = (group.end..group.past).find(|&at| words.is(at, "by"))?;
    Phrase::ahead(words, at + 1..group.past)
}

/// Quoted and attributed places before a word that are looked at for one that holds it; the words
/// of one speaker do not hold more of others.
const NESTED: usize = 16;

/// Who says something.
#[derive(Debug, Clone, Copy)]
enum Voice<'a> {
    Outlet,
    Of(&'a str),
    /// Somebody unnamed, or quoted words.
    Open,
}

/// Whose words stand where: quoted and attributed places, in order of start.
struct Voices<'a>(Vec<(Place, Voice<'a>)>);

impl<'a> Voices<'a> {
    fn of(reading: &'a Reading) -> Self {
        let quoted = reading.quotes.iter().map(|quote| (quote.outside, Voice::Open));
        let attributed = reading.attributions.iter().flat_map(|attribution| {
            let speaker = attribution.body.or(attribution.speaker.as_deref());
            let voice = speaker.map_or(Voice::Open, Voice::Of);
            attribution.content.iter().map(move |place| (*place, voice))
        });
        let mut places: Vec<_> = quoted.chain(attributed).collect();
        places.sort_by_key(|(place, _)| (place.block, place.range.start));
        Self(places)
    }

    fn at(&self, place: Place) -> Voice<'a> {
        let first = self.0.partition_point(|(other, _)| other.block < place.block);
        let past = self.0.partition_point(|(other, _)| {
            (other.block, other.range.start) <= (place.block, place.range.start)
        });
        let before = self.0[first..past].iter().rev().take(NESTED);
        let holding = before.filter(|(it, _)| it.range.overlaps(place.range));
        let mut voices = holding.map(|(_, voice)| *voice);
        let inner = voices.next().unwrap_or(Voice::Outlet);
        if voices.any(|outer| matches!(outer, Voice::Open)) { Voice::Open } else { inner }
    }
}
