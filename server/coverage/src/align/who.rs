//! Whom each sentence of an article speaks of and who speaks in it, by what the article makes of
//! its names, roles and pronouns: "the French president" and "he" have Macron in common.

use language::{MentionKind, TextRange, terms, token};
use sourcing::{Place, Reading};

/// The people, bodies and places of an article, and where its sentences mean them.
#[derive(Debug, Default)]
pub(crate) struct Cast {
    /// The terms of each entity, sorted.
    terms: Vec<Vec<u64>>,
    /// Which of them are people.
    people: Vec<bool>,
    /// One list for each sentence.
    meant: Vec<Vec<Meant>>,
    /// For each sentence its statements, source and cue included.
    statements: Vec<Vec<(usize, TextRange)>>,
}

/// An entity that a part of a sentence means.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Meant {
    /// Index into the article's entities.
    pub(crate) entity: usize,
    /// The mention, or what is said.
    pub(crate) range: TextRange,
    /// The mention with its title where the name itself stands here.
    pub(crate) name: Option<TextRange>,
    /// Whether it is a person who has the floor there.
    pub(crate) speaks: bool,
}

impl Cast {
    pub(crate) fn of(reading: &Reading) -> Self {
        let entities = &reading.entities;
        let people: Vec<bool> =
            entities.iter().map(|entity| entity.kind == MentionKind::Person).collect();
        let terms = entities.iter().map(|entity| {
            let acronym = initials(&entity.name).filter(|_| entity.kind != MentionKind::Person);
            let mut ids: Vec<u64> = match acronym {
                Some(acronym) => vec![acronym],
                None => words(&entity.name).collect(),
            };
            ids.sort_unstable();
            ids.dedup();
            ids
        });
        let mut meant = vec![Vec::new(); reading.sentences.len()];
        let mut statements = vec![Vec::new(); reading.sentences.len()];
        for name in &reading.names {
            let Some(entity) = name.entity.map(|entity| entity.0) else { continue };
            let spelt = (name.kind != MentionKind::Role).then_some(name.place.range);
            for sentence in met(reading, name.place) {
                let range = name.place.range;
                meant[sentence].push(Meant { entity, range, name: spelt, speaks: false });
            }
        }
        for (at, said) in reading.attributions.iter().enumerate() {
            let parts = || said.source.iter().chain(&said.cue).chain(&said.content);
            for place in parts() {
                for sentence in met(reading, *place) {
                    let whole = reading.sentences[sentence].place;
                    let start = place.range.start.max(whole.range.start);
                    let end = place.range.end.min(whole.range.end);
                    match statements[sentence].last_mut() {
                        Some((index, TextRange { start: from, end: to })) if *index == at => {
                            *from = start.min(*from);
                            *to = end.max(*to);
                        }
                        _ => statements[sentence].push((at, TextRange::new(start, end))),
                    }
                    if let Some(entity) = said.entity {
                        let speaks = people.get(entity.0) == Some(&true);
                        let range = TextRange::new(start, end);
                        meant[sentence].push(Meant { entity: entity.0, range, name: None, speaks });
                    }
                }
            }
        }
        Self { terms: terms.collect(), people, meant, statements }
    }

    /// Whom a sentence means, names first; of those who speak the inner ones last.
    pub(crate) fn meant(&self, sentence: usize) -> &[Meant] {
        self.meant.get(sentence).map_or(&[], Vec::as_slice)
    }

    /// The people of whom a sentence tells, but those who speak in it: the terms of their names.
    pub(crate) fn told_of(&self, sentence: usize) -> Vec<Vec<u64>> {
        let meant = self.meant(sentence);
        let speaks = |entity: usize| meant.iter().any(|it| it.speaks && it.entity == entity);
        let people = meant.iter().filter(|it| self.people[it.entity] && !speaks(it.entity));
        let mut people: Vec<Vec<u64>> = people.map(|it| self.terms(it.entity).to_vec()).collect();
        people.sort_unstable();
        people.dedup();
        people
    }

    /// Who says what in a sentence, by attribution: source, cue and content.
    pub(crate) fn statements(&self, sentence: usize) -> impl Iterator<Item = TextRange> {
        self.statements.get(sentence).into_iter().flatten().map(|(_, range)| *range)
    }

    /// The terms of an entity's name, sorted.
    pub(crate) fn terms(&self, entity: usize) -> &[u64] {
        self.terms.get(entity).map_or(&[], Vec::as_slice)
    }
}

/// Whether two sorted lists have something in common.
pub(crate) fn meet(a: &[u64], b: &[u64]) -> bool {
    a.iter().any(|term| b.binary_search(term).is_ok())
}

/// The sentences that have a part of `place`.
pub(crate) fn met(reading: &Reading, place: Place) -> impl Iterator<Item = usize> {
    let first = reading.sentence_at(place).unwrap_or(reading.sentences.len());
    let past = (place.block, place.range.end);
    let begins = move |at: &usize| {
        let sentence = reading.sentences[*at].place;
        (sentence.block, sentence.range.start) < past
    };
    (first..reading.sentences.len()).take_while(begins)
}

fn words(name: &str) -> impl Iterator<Item = u64> {
    terms::of(name, &token::tokenize(name)).into_iter().map(|term| term.id)
}

/// "International Atomic Energy Agency" is the IAEA where another outlet does not spell it out.
fn initials(name: &str) -> Option<u64> {
    let capitals = name.split([' ', '-']).filter_map(|word| word.chars().next());
    let initials: String = capitals.filter(|first| first.is_uppercase()).collect();
    (initials.chars().count() > 2).then(|| terms::hash(&initials.to_lowercase()))
}
