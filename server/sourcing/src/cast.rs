//! Whom a source names: pronouns, roles and names resolved to the article's people and bodies.

use crate::{Name, Paragraph, Place, SourceKind, source_kind};
use article::Article;
use language::{Entity, EntityId, MentionKind, TextRange, names::Gender};
use std::sync::Arc;

/// A source, resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The fullest form the article has: "Emmanuel Macron"; else the words of the mention.
    pub name: String,
    /// The same as an entity.
    pub entity: Option<EntityId>,
    /// What kind of source it is.
    pub kind: SourceKind,
}

/// The people and bodies of one article, and who had the floor last.
pub struct Cast<'a> {
    article: &'a Article,
    paragraphs: &'a [Arc<Paragraph>],
    names: &'a [Name],
    entities: &'a [Entity],
    /// Speakers so far, the last one last.
    floor: Vec<Speaker>,
}

/// How far back a pronoun looks for its speaker.
const MEMORY: usize = 12;

/// How many mentions before a pronoun are looked at for somebody it can stand for.
const MENTIONS: usize = 8;

const HE: [&str; 2] = ["he", "his"];
const SHE: [&str; 2] = ["she", "her"];
const THEY: [&str; 2] = ["they", "their"];
const IT: [&str; 2] = ["it", "its"];
const RELATIVE: [&str; 4] = ["who", "which", "that", "whom"];

impl<'a> Cast<'a> {
    /// An empty stage.
    pub fn new(
        article: &'a Article,
        paragraphs: &'a [Arc<Paragraph>],
        names: &'a [Name],
        entities: &'a [Entity],
    ) -> Self {
        Self { article, paragraphs, names, entities, floor: Vec::new() }
    }

    /// Whom `source` names.
    pub fn resolve(&self, source: Place) -> Option<Speaker> {
        let words = self.words(source);
        let first = words.split([' ', '’', '\'']).next().unwrap_or_default().to_lowercase();
        let pronoun = words.split_whitespace().count() == 1 || words.len() <= first.len() + 3;
        match &*first {
            it if pronoun && RELATIVE.contains(&it) => self.antecedent(source),
            it if pronoun && HE.contains(&it) => self.person(source, Gender::Male),
            it if pronoun && SHE.contains(&it) => self.person(source, Gender::Female),
            it if HE.contains(&it)
                || SHE.contains(&it)
                || THEY.contains(&it)
                || IT.contains(&it) =>
            {
                if pronoun {
                    self.thing(&first)
                } else {
                    Some(self.named(source))
                }
            }
            "i" | "we" | "you" if pronoun => None,
            _ => Some(self.joint(source, words).unwrap_or_else(|| self.named(source))),
        }
    }

    /// Takes note of who spoke.
    pub fn spoke(&mut self, speaker: &Speaker) {
        if self.floor.len() >= MEMORY * 2 {
            self.floor.drain(..MEMORY);
        }
        self.floor.push(speaker.clone());
    }

    /// A speaker known by a tag or by what was written: the entity of that name, if there is one.
    pub fn by_name(&self, name: &str) -> Speaker {
        let found = self.entities.iter().position(|e| {
            e.name.eq_ignore_ascii_case(name)
                || e.aliases.iter().any(|a| a.eq_ignore_ascii_case(name))
        });
        match found {
            Some(index) => self.entity(EntityId(index)),
            None => {
                Speaker { name: name.to_string(), entity: None, kind: source_kind::of_words(name) }
            }
        }
    }

    fn words(&self, place: Place) -> &'a str {
        place.range.of(&self.article.blocks[place.block].text)
    }

    fn entity(&self, id: EntityId) -> Speaker {
        let entity = &self.entities[id.0];
        Speaker {
            name: entity.name.clone(),
            entity: Some(id),
            kind: source_kind::of_mention(entity.kind)
                .unwrap_or_else(|| source_kind::of_words(&entity.name)),
        }
    }

    /// Names that begin in `range` of `block`.
    fn names_in(&self, block: usize, range: TextRange) -> &'a [Name] {
        let from = self
            .names
            .partition_point(|n| (n.place.block, n.place.range.start) < (block, range.start));
        let to = self
            .names
            .partition_point(|n| (n.place.block, n.place.range.start) < (block, range.end));
        &self.names[from..to.max(from)]
    }

    fn names_before(&self, place: Place) -> impl Iterator<Item = &'a Name> {
        let to = self.names.partition_point(|n| {
            (n.place.block, n.place.range.start) < (place.block, place.range.start)
        });
        self.names[..to].iter().rev().take(MENTIONS)
    }

    /// "Ada Moss, who said": what the relative pronoun follows.
    fn antecedent(&self, source: Place) -> Option<Speaker> {
        let before = self.names_before(source).next()?;
        let gap = TextRange::new(before.place.range.end, source.range.start);
        let near = before.place.block == source.block && gap.len() < 80;
        near.then(|| before.entity.map(|id| self.entity(id))).flatten()
    }

    /// The last speaker a personal pronoun can stand for; else the last person mentioned.
    fn person(&self, source: Place, gender: Gender) -> Option<Speaker> {
        let fits = |id: EntityId| {
            let entity = &self.entities[id.0];
            let person = matches!(
                entity.kind,
                MentionKind::Person | MentionKind::Role | MentionKind::Unknown
            );
            person && (entity.gender == gender || entity.gender == Gender::Unknown)
        };
        if let Some(id) = self.subject_before(source).filter(|&id| fits(id)) {
            return Some(self.entity(id));
        }
        let spoken = self.floor.iter().rev().take(MEMORY).find(|s| match s.entity {
            Some(id) => fits(id),
            None => s.kind == SourceKind::Person || s.kind == SourceKind::Anonymous,
        });
        let here = |name: &&Name| name.place.block == source.block && name.entity.is_some_and(fits);
        let surely = |name: &&Name| {
            name.entity.is_some_and(|id| self.entities[id.0].gender == gender && fits(id))
        };
        let mentioned =
            self.names_before(source).find(surely).or_else(|| self.names_before(source).find(here));
        spoken.cloned().or_else(|| mentioned.and_then(|n| n.entity).map(|id| self.entity(id)))
    }

    /// The person whom the sentences before `source` in its paragraph are about.
    fn subject_before(&self, source: Place) -> Option<EntityId> {
        let subjects = &self.paragraphs.get(source.block)?.subjects;
        let past = subjects.partition_point(|s| s.end <= source.range.start);
        let words = |s: &TextRange| s.of(&self.article.blocks[source.block].text).to_lowercase();
        let subject = subjects[..past].iter().rev().find(|s| {
            let words = words(s);
            !HE.contains(&&*words) && !SHE.contains(&&*words)
        })?;
        let names = self.names_in(source.block, *subject);
        names.first().filter(|n| n.kind == MentionKind::Person).and_then(|n| n.entity)
    }

    /// The last body, document or group that "it" or "they" can stand for.
    fn thing(&self, pronoun: &str) -> Option<Speaker> {
        let many = THEY.contains(&pronoun);
        let fits = |s: &&Speaker| match s.kind {
            SourceKind::Person => many && s.name.contains(" and "),
            _ => true,
        };
        let found = self.floor.iter().rev().take(MEMORY).find(fits);
        found.or_else(|| self.floor.last().filter(|_| many)).cloned()
    }

    /// "Both leaders", "the two sides": the two people or bodies last named before.
    fn joint(&self, source: Place, words: &str) -> Option<Speaker> {
        let lower = words.to_lowercase();
        let pair = ["both ", "the two ", "the leaders", "the presidents", "the pair"];
        let head = lower.rsplit(' ').next().unwrap_or_default();
        let noun = [
            "leaders",
            "presidents",
            "sides",
            "men",
            "women",
            "ministers",
            "countries",
            "capitals",
            "parties",
            "pair",
        ];
        if !pair.iter().any(|p| lower.starts_with(p)) || !noun.contains(&head) {
            return None;
        }
        let all = self.names.partition_point(|n| n.place < source);
        let mut people: Vec<EntityId> = Vec::new();
        for id in self.names[..all].iter().filter_map(|n| n.entity) {
            if self.entities[id.0].kind == MentionKind::Person && !people.contains(&id) {
                people.push(id);
            }
            if people.len() == 2 {
                break;
            }
        }
        let [a, b] = people[..] else { return None };
        let name = format!("{} and {}", self.entities[a.0].name, self.entities[b.0].name);
        Some(Speaker { name, entity: None, kind: SourceKind::Person })
    }

    /// A source that names somebody or something itself.
    fn named(&self, source: Place) -> Speaker {
        let words = self.words(source);
        let head_end = head_end(words);
        let head = TextRange::new(source.range.start, source.range.start + head_end);
        let covers =
            |name: &&Name| name.place.range.end >= head.end && name.place.range.start < head.end;
        let names = self.names_in(source.block, source.range);
        let kind = source_kind::of_words(words);
        let own = names.iter().find(covers).filter(|n| n.kind != MentionKind::Nationality);
        // "the mayor’s chief of staff, Ada Moss": the name stands behind the comma.
        let after = || {
            let behind =
                |n: &&Name| n.kind == MentionKind::Person && n.place.range.start >= head.end;
            names.iter().find(behind).filter(|n| {
                let between = TextRange::new(head.end, n.place.range.start);
                let text = between.of(&self.article.blocks[source.block].text);
                text.trim_matches([',', ' ']).len() < 24 && !text.contains(" of ")
            })
        };
        let within: Vec<&Name> = names.iter().filter(|n| n.place.range.start < head.end).collect();
        if words[..head_end].contains(" and ") && within.len() > 1 {
            let full = within.iter().map(|n| {
                n.entity.map_or_else(|| self.words(n.name), |id| &self.entities[id.0].name)
            });
            let name = full.collect::<Vec<_>>().join(" and ");
            let kind = source_kind::of_mention(within[0].kind).unwrap_or(kind);
            return Speaker { name, entity: None, kind };
        }
        // "a second Reuters dispatch": the outlet speaks through it.
        let outlet =
            within.iter().find(|n| n.kind == MentionKind::Outlet && n.place.range.end < head.end);
        let counts = words[..head_end].ends_with("poll") || words[..head_end].ends_with("survey");
        let outlet = outlet.copied().filter(|_| kind == SourceKind::Document && !counts);
        if let Some(id) = own.or(outlet).or_else(after).and_then(|n| n.entity) {
            return self.entity(id);
        }
        let head = &words[..head_end];
        if let Some(id) = self.titled(head) {
            return self.entity(id);
        }
        Speaker { name: plain(words).to_string(), entity: None, kind }
    }

    /// "The French president": whoever the article gives that office.
    fn titled(&self, head: &str) -> Option<EntityId> {
        let office =
            head.strip_prefix("the ").or_else(|| head.strip_prefix("The "))?.to_lowercase();
        let holds = |e: &Entity| {
            e.titles.iter().any(|t| *t == office || t.ends_with(&office) && t.len() > office.len())
        };
        let mut holders = (0..self.entities.len()).filter(|&i| holds(&self.entities[i]));
        let first = holders.next()?;
        holders.next().is_none().then_some(EntityId(first))
    }
}

/// Where the head of a source phrase ends: before its first comma, relative clause or preposition
/// phrase.
fn head_end(words: &str) -> usize {
    let stops = [
        ",",
        " (",
        " who ",
        " which ",
        " of ",
        " for ",
        " in ",
        " at ",
        " from ",
        " on ",
        " with ",
        " close to ",
        " to ",
        " released",
        " conducted",
        " published",
    ];
    let cut = stops.iter().filter_map(|stop| words.find(stop)).filter(|&at| at > 0).min();
    words[..cut.unwrap_or(words.len())].trim_end_matches([' ', ':']).len()
}

/// The words of a mention without article, appositive and closing possessive.
fn plain(words: &str) -> &str {
    let cut = words.find([',', '(', '—']).filter(|&at| at > 0).unwrap_or(words.len());
    let modified = [" released", " conducted", " published"];
    let cut = modified.iter().filter_map(|m| words.find(m)).fold(cut, usize::min);
    let words = words[..cut].trim();
    let words = words.strip_suffix("’s").or_else(|| words.strip_suffix("'s")).unwrap_or(words);
    let lower = words.get(..4).unwrap_or_default().to_lowercase();
    match () {
        () if lower == "the " => &words[4..],
        () if words.to_lowercase().starts_with("both ") => plain(&words[5..]),
        () if lower.starts_with("a ") => &words[2..],
        () if lower.starts_with("an ") => &words[3..],
        () => words,
    }
}
