//! Sources that name somebody or something themselves.

use super::{Cast, DESCRIPTIONS, Speaker, pronoun::Pronoun};
use crate::{Name, Place, SourceKind, lexicon, source_kind};
use language::{EntityId, MentionKind, Set, TextRange, data, names::is_person_noun};
use std::sync::LazyLock;

/// What is somebody’s word behind "her".
static WORDS_OF: LazyLock<Set> = LazyLock::new(|| data::class(DESCRIPTIONS, "word-of").collect());

impl Cast<'_> {
    /// A source that is no pronoun.
    pub(super) fn phrase(&self, source: Place) -> Speaker {
        let words = self.words(source);
        if let Some(speaker) = self.handle(words).or_else(|| self.whose_word(source)) {
            return speaker;
        }
        // "indicates one at the ministry"
        if words.starts_with("one at ") {
            let range = TextRange::new(source.range.start + "one at ".len(), source.range.end);
            return self.phrase(Place { range, ..source });
        }
        let head_end = source_kind::head_end(words);
        let head = &words[..head_end];
        let end = source.range.start + head_end;
        let names = self.names_in(source.block, source.range);
        let kind = source_kind::of_words(words);
        // "A second churchwarden, who resigned last week"
        let unnamed = ["A ", "An ", "a ", "an "].iter().any(|a| words.starts_with(a));
        let kind = match kind {
            SourceKind::Person if unnamed && words.contains(" who ") => SourceKind::Anonymous,
            kind => kind,
        };
        // "the Illinois Republican" is one of them, not the party.
        let member = words.starts_with(['t', 'T'])
            && lexicon::word(&source_kind::noun(head).to_lowercase())
                .is_some_and(|word| word.roles.epithet);
        let own = names
            .iter()
            .find(|n| n.place.range.start < end && self.ends(source.block, n, end))
            .filter(|n| n.kind != MentionKind::Nationality && !member)
            .filter(|n| n.kind != MentionKind::Role || self.is_office(source, n));
        let within: Vec<&Name> = names.iter().filter(|n| n.place.range.start < end).collect();
        if head.contains(" and ") && within.len() > 1 {
            let name = self.joined(source, head, &within);
            let kind = source_kind::of_mention(within[0].kind).unwrap_or(kind);
            return Speaker { name, entity: None, kind };
        }
        // "a second Reuters dispatch": the outlet speaks through it.
        let counts = head.ends_with("poll") || head.ends_with("survey");
        let outlet = within
            .iter()
            .find(|n| n.kind == MentionKind::Outlet && n.place.range.end < end)
            .filter(|_| kind == SourceKind::Document && !counts)
            .copied();
        let name = own.filter(|n| n.kind != MentionKind::Role);
        let apposed = || {
            let holder =
                self.holder(source, end, names).or_else(|| self.apposed(source, end, names));
            holder.or_else(|| self.given(source, end, names))
        };
        let found = name.or(outlet).or_else(apposed).or(own).and_then(|n| n.entity);
        let found = found.or_else(|| self.bare_surname(head).filter(|_| within.is_empty()));
        let is_role = |id: EntityId| self.entities[id.0].kind == MentionKind::Role;
        if let Some(id) = found.filter(|&id| !is_role(id)) {
            let known = self.entity(id);
            // "the Public Prosecutor’s Office", "the regional Government"
            let general = !known.name.contains(' ')
                && lexicon::word(&known.name.to_lowercase()).is_some_and(|w| w.roles.official);
            let whole = source_kind::plain(head);
            let own = general && whole.len() > known.name.len() && whole.ends_with(&known.name);
            return if own { Speaker { name: whole.to_string(), ..known } } else { known };
        }
        // "the farmer whose sheep they were" is nobody who was spoken of.
        let text = &self.article.blocks[source.block].text;
        let behind = text.get(end..).unwrap_or_default();
        let introduced = [" who ", " whose "].iter().any(|r| behind.starts_with(r));
        let head = head.strip_suffix("’s").or_else(|| head.strip_suffix("'s")).unwrap_or(head);
        let described = || self.described(source, head).filter(|_| !introduced);
        described().or_else(|| found.map(|id| self.holds(id, words))).unwrap_or_else(|| Speaker {
            name: source_kind::plain(words).to_string(),
            entity: None,
            kind,
        })
    }

    /// "her information", "Moss’s view": a person's word and no document.
    fn whose_word(&self, source: Place) -> Option<Speaker> {
        let words = self.words(source);
        let (owner, rest) = words.split_once(' ')?;
        let whose = Pronoun::of(owner).filter(|p| matches!(p, Pronoun::Person(_)))?;
        WORDS_OF.contains(rest.rsplit(' ').next()?).then_some(())?;
        let range = TextRange::new(source.range.start, source.range.start + owner.len());
        self.pronoun(whose, Place { range, ..source })
    }

    /// An office whose holder nobody names, as fully as it was given: "minister of Energy".
    fn holds(&self, id: EntityId, words: &str) -> Speaker {
        let named = self.entity(id);
        let plain = source_kind::plain(words);
        let before = self.floor.iter().rev().find(|s| s.entity == Some(id));
        let known = before.map_or("", |speaker| &*speaker.name);
        let fullest = [plain, known].into_iter().max_by_key(|name| name.len()).unwrap_or_default();
        let fuller = fullest.len() > named.name.len()
            && fullest.to_lowercase().contains(&named.name.to_lowercase());
        if fuller { Speaker { name: fullest.to_string(), ..named } } else { named }
    }

    /// The members of "lawmakers and Gov. Ada Moss", names in full.
    fn joined(&self, source: Place, head: &str, names: &[&Name]) -> String {
        let mut at = source.range.start;
        let members = head.split(" and ").map(|member| {
            let range = TextRange::new(at, at + member.len());
            at = range.end + " and ".len();
            let own = names
                .iter()
                .find(|n| range.covers(n.place.range) && self.ends(source.block, n, range.end));
            let entity = own.and_then(|n| n.entity).map(|id| &*self.entities[id.0].name);
            entity.unwrap_or_else(|| source_kind::plain(member))
        });
        members.collect::<Vec<_>>().join(" and ")
    }

    /// "Banks" at the head of a sentence, where a capital alone makes no name: the person of that surname.
    fn bare_surname(&self, word: &str) -> Option<EntityId> {
        let single = word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
        let id = self.index.surname(&word.to_lowercase()).filter(|_| single)?;
        let person = self.entities[id.0].kind == MentionKind::Person;
        (person && self.entities[id.0].name.ends_with(word)).then_some(id)
    }

    /// "the head of the regional administration Andriy Kostenko", "the mayor of Lyman Iryna Bondar": who
    /// holds the office, by the name that ends the phrase.
    fn holder<'n>(&self, source: Place, head_end: usize, names: &'n [Name]) -> Option<&'n Name> {
        let words = self.words(source);
        let office = source_kind::head(words).to_lowercase();
        let stop = source.range.start + words.find([',', '(']).unwrap_or(words.len());
        let person = |n: &&Name| {
            n.kind == MentionKind::Person
                && n.place.range.start > head_end
                && n.place.range.end == stop
        };
        names.iter().find(person).filter(|n| {
            let between = TextRange::new(head_end, n.place.range.start);
            let text = between.of(&self.article.blocks[source.block].text).trim();
            let last = text.rsplit(' ').next().unwrap_or_default();
            let joins = ["of", "for", "to", "with", "by", "from", "at", "and", "the", "in", "on"];
            is_person_noun(&office) && text.starts_with("of ") && !joins.contains(&last)
        })
    }

    /// Whether what stands before an office agrees with what its holder was called: "the budget director" is
    /// no policy director.
    fn is_office(&self, source: Place, office: &Name) -> bool {
        let before = TextRange::new(source.range.start, office.place.range.start);
        let words = self.words(Place { range: before, ..source });
        let Some(modifier) = words.trim_end().rsplit(' ').next() else { return true };
        let own = modifier.len() > 3 && modifier.chars().all(char::is_lowercase);
        let Some(id) = office.entity.filter(|_| own) else { return true };
        let entity = &self.entities[id.0];
        let mut called = entity.about.roles.iter().chain(&entity.titles).peekable();
        let free = |role: &String| !role.contains(' ') || role.split(' ').any(|it| it == modifier);
        called.peek().is_none() || called.any(free)
    }

    /// Whether a name ends where a phrase does, letters of honour left out: "Rowan Tate KC".
    fn ends(&self, block: usize, name: &Name, end: usize) -> bool {
        let text = &self.article.blocks[block].text;
        let rest = text.get(name.place.range.end..end).unwrap_or_default();
        let honours = |word: &str| word.len() < 5 && word.chars().all(char::is_uppercase);
        let owner = matches!(rest, "’s" | "'s" | "’" | "'");
        name.place.range.end >= end
            || owner
            || rest.starts_with(' ') && rest.trim().split(' ').all(honours)
    }

    /// "the mayor’s chief of staff, Ada Moss", "the head of the court, the judge Jan Holt": the person
    /// behind the comma.
    fn apposed<'n>(&self, source: Place, head_end: usize, names: &'n [Name]) -> Option<&'n Name> {
        let words = self.words(source);
        let body = lexicon::word(&source_kind::head(words).to_lowercase())
            .is_some_and(|word| word.roles.body || word.roles.public);
        let person = |n: &&Name| {
            let fits = match n.kind {
                MentionKind::Person => true,
                MentionKind::Organisation | MentionKind::Unknown => body,
                _ => false,
            };
            fits && n.place.range.start >= head_end
        };
        names.iter().filter(person).find(|n| {
            let between = TextRange::new(head_end, n.place.range.start);
            let text = between.of(&self.article.blocks[source.block].text);
            let (before, apposition) = text.rsplit_once(',').unwrap_or((text, "-"));
            let office = apposition.trim();
            let office =
                ["the ", "a ", "an "].iter().find_map(|a| office.strip_prefix(a)).unwrap_or(office);
            let noun = office.rsplit(' ').next().unwrap_or_default();
            let former = office.starts_with("ex-") && !office.contains(' ');
            let the = apposition.trim_start().starts_with("the ");
            let lower = office.starts_with(char::is_lowercase);
            let called = former || lower && (the || is_person_noun(noun));
            (office.is_empty() || called || matches!(office, "the" | "a" | "an"))
                && !before.contains(',')
                // "the union, the body founded by Ada Moss,"
                && ![" who ", " which ", " that ", " by "].iter().any(|joint| text.contains(joint))
        })
    }

    /// "a captain who gave his name as Didier Okou", "one nurse, who gave only her first name, Lia".
    fn given<'n>(&self, source: Place, head_end: usize, names: &'n [Name]) -> Option<&'n Name> {
        let text = &self.article.blocks[source.block].text;
        let person = |n: &&Name| {
            matches!(n.kind, MentionKind::Person | MentionKind::Unknown)
                && n.place.range.start > head_end
        };
        names.iter().find(person).filter(|n| {
            let between = TextRange::new(head_end, n.place.range.start).of(text);
            let told = [" name", " himself as ", " herself as ", " to be called "];
            between.contains(" who ") && told.iter().any(|told| between.contains(told))
        })
    }

    /// "@AdaMoss": the person or body whose name it is made of.
    fn handle(&self, words: &str) -> Option<Speaker> {
        let written = words.strip_prefix('@')?;
        let letters = |name: &str| -> String {
            name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        let handle = letters(written);
        let initial = |name: &str| {
            let (first, last) = name.split_once(' ')?;
            let first = letters(first).chars().next()?;
            Some(format!("{first}{}", letters(last)))
        };
        let whose = |e: &&language::Entity| {
            letters(&e.name) == handle
                || e.kind == MentionKind::Person
                    && (initial(&e.name).is_some_and(|name| name == handle)
                        || e.name.split(' ').all(|word| handle.contains(&letters(word))))
        };
        let id = self.entities.iter().position(|e| whose(&e)).map(EntityId);
        let unknown =
            || Speaker { name: words.to_string(), entity: None, kind: SourceKind::Person };
        Some(id.map_or_else(unknown, |id| self.entity(id)))
    }
}
