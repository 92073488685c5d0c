//! Sources that are the label of a line: "MOSS:", "PREMIER ADA MOSS (V/O):", "Q:".

use super::{Below, Cast, Speaker, direction, index, quiet, script};
use crate::{Place, SourceKind, setoff::is_loud, source_kind};
use language::{
    Entity, EntityId, MentionKind,
    names::{is_calling, is_given, is_known_person_noun, is_person_noun},
};

/// How many mentions before a label are looked at for its person.
const MENTIONS: usize = 64;

impl Cast<'_> {
    /// Whether the source is a line's label: "MOSS:", "PREMIER ADA MOSS (V/O):".
    pub fn is_label(&self, source: Place) -> bool {
        let text = &*self.article.blocks[source.block].text;
        let rest = text.get(source.range.end..).unwrap_or_default();
        let words = self.words(source);
        let name = words.split(['(', '[']).next().unwrap_or(words);
        let loud = is_loud(words) || !name.contains(' ');
        script::opens(text, source.range.start)
            && loud
            && rest.trim_start_matches([')', ']', ' ']).starts_with(':')
    }

    /// Whether what stands before a colon is the label of a line: in capitals, or as often as in an
    /// interview.
    pub fn is_line(&self, label: Place) -> bool {
        let words = self.words(label);
        is_loud(words) || self.script.is_interviewed(words)
    }

    /// Whether a label is that of the newsroom's own reporter or presenter in a broadcast script.
    pub fn narrates(&self, label: Place) -> bool {
        self.script.narrates(self.words(label))
    }

    /// What a line of directions makes of a block.
    pub fn below(&self, block: usize) -> Option<Below> {
        self.script.below(block)
    }

    /// The person of the article whose surname a label ends in; else the label as it stands.
    pub fn label(&self, source: Place) -> Speaker {
        let words = self.words(source);
        // "Ministry: bridge will be rebuilt"
        let body =
            matches!(source_kind::of_words(words), SourceKind::Official | SourceKind::Document);
        if body && words.contains(char::is_lowercase) && !words.contains(' ') {
            return self.phrase(source);
        }
        if let Some(speaker) = self.questioned(words) {
            return speaker;
        }
        // "CLIP (Ada Moss, warden)", "HOST, ADA MOSS", "ADA MOSS / WARDEN"
        let signs = [',', ':', '(', '[', ')', ']'];
        let parts = || words.split(signs).flat_map(|part| part.split(" / ")).map(str::trim);
        let directs = |part: &str| {
            let mut words = script::words(part).peekable();
            words.peek().is_none() || words.all(|w| script::line(&w.to_uppercase()).is_some())
        };
        let name = parts().find(|part| !directs(part)).or_else(|| parts().next()).unwrap_or(words);
        let name = ["THE ", "The ", "VOICE OF "]
            .iter()
            .find_map(|it| name.strip_prefix(it))
            .unwrap_or(name);
        let guest = script::words(name).any(|it| script::line(it) == Some(script::Line::Guest));
        let bare = direction::strip(heard(name));
        let name = if guest || directs(bare) { name } else { bare };
        if let Some(holder) = self.office(source, name, parts()) {
            return holder;
        }
        // "TAPE – MOSS"
        let name = direction::named(name).unwrap_or(name);
        // "Ada Moss MP"
        let honour = |word: &str| word.len() < 5 && !word.contains(char::is_lowercase);
        let plain = name
            .rsplit_once(' ')
            .filter(|(rest, last)| honour(last) && rest.contains(char::is_lowercase));
        let name = plain.map_or(name, |(rest, _)| rest);
        // "(ANCHOR LEAD)", "(IN VISION)"
        if let Some(presenter) =
            script::presenter(name).filter(|_| !is_person_noun(&name.to_lowercase()))
        {
            return Speaker { name: presenter.to_string(), entity: None, kind: SourceKind::Person };
        }
        let name = untitled(name);
        let lower = name.to_lowercase();
        let named_last = || {
            let mut before = self.names_before(source).filter_map(|n| n.entity).take(MENTIONS);
            // "ADA MOSS" is no Otto Moss.
            let given = lower.split_once(' ').map(|(first, _)| first);
            let same = |id: &EntityId| {
                let theirs = self.entities[id.0].name.to_lowercase();
                let (first, _) = theirs.split_once(' ').unwrap_or_default();
                // "OKORO" is not the one whose lines are "ADA OKORO".
                let other = || given.is_none() && self.script.is_labelled(&theirs);
                theirs.contains(' ')
                    && index::last(&theirs) == index::last(&lower)
                    && given.is_none_or(|given| given == first || given.ends_with('.'))
                    && !other()
            };
            before.find(same)
        };
        let known = self.called_up(&lower).or_else(|| self.index.name(&lower)).or_else(named_last);
        let kind = SourceKind::Person;
        let alone = || self.index.surname(&lower).filter(|_| !lower.contains(' '));
        if let Some(id) = known.or_else(alone).or_else(|| self.only_given(&lower)) {
            return Speaker { kind, ..self.entity(id) };
        }
        let id = self.names_in(source.block, source.range).last().and_then(|n| n.entity);
        let body = id.map(|id| self.entity(id)).filter(|s| s.name.contains(' ') && s.kind != kind);
        let somebody = |id: &EntityId| self.entities[id.0].kind != MentionKind::Organisation;
        let id = id.filter(somebody);
        body.unwrap_or_else(|| Speaker { name: quiet(name), entity: id, kind })
    }

    /// "TROOPER ADA MOSS", "TROOPER MOSS": the person of the article of that name, behind a word that no
    /// name begins with.
    fn called_up(&self, lower: &str) -> Option<EntityId> {
        let (first, rest) = lower.split_once(' ')?;
        let mut capital = first.chars();
        let initial: String = capital.next()?.to_uppercase().chain(capital).collect();
        if is_given(&initial) || first.ends_with('.') {
            return None;
        }
        let known =
            if rest.contains(' ') { self.index.name(rest) } else { self.index.surname(rest) };
        known.filter(|id| {
            let entity = &self.entities[id.0];
            entity.kind == MentionKind::Person && is_given(index::first(&entity.name))
        })
    }

    /// "PRIME MINISTER (Ada Moss)", "JUDGE": whoever is named beside what somebody is, or is called so in the
    /// article.
    fn office<'p>(
        &self,
        source: Place,
        name: &str,
        mut parts: impl Iterator<Item = &'p str>,
    ) -> Option<Speaker> {
        let lower = name.to_lowercase();
        let noun = index::last(&lower);
        let person = |id: &EntityId| self.entities[id.0].kind == MentionKind::Person;
        if !is_calling(noun) || self.index.name(&lower).as_ref().is_some_and(person) {
            return None;
        }
        let named = parts.find_map(|part| self.index.name(&part.to_lowercase()).filter(person));
        // A minister is no prime minister.
        let ranks = |role: &str| {
            let higher = |word: &str| role.contains(word) && !lower.contains(word);
            index::last(role) == noun && !["prime", "deputy", "vice"].into_iter().any(higher)
        };
        let called = || self.called(source, &lower, noun);
        let id = named.or_else(|| called().filter(|id| self.roles(*id).any(ranks)))?;
        Some(Speaker { kind: SourceKind::Person, ..self.entity(id) })
    }

    /// "Q:", "A:": who asks, and the person of whom the article spoke most before.
    fn questioned(&self, words: &str) -> Option<Speaker> {
        let (name, behind) = words.split_once('(').unwrap_or((words, ""));
        match name.trim() {
            "Q" if behind.is_empty() => {
                Some(Speaker { name: "Q".to_string(), entity: None, kind: SourceKind::Anonymous })
            }
            "A" => {
                let person = |id: &EntityId| self.entities[id.0].kind == MentionKind::Person;
                let named = self.names.iter().take(MENTIONS).filter_map(|n| n.entity);
                let named: Vec<EntityId> = named.filter(person).collect();
                let often = |id: &EntityId| named.iter().filter(|other| *other == id).count();
                let most = named.iter().rev().max_by_key(|id| often(id))?;
                Some(self.entity(*most))
            }
            _ => None,
        }
    }

    /// The person of this first name, where there is one alone: "LENA:".
    fn only_given(&self, first: &str) -> Option<EntityId> {
        let given = |entity: &Entity| {
            let (theirs, _) = entity.name.split_once(' ')?;
            (entity.kind == MentionKind::Person && theirs.eq_ignore_ascii_case(first)).then_some(())
        };
        let mut found = (0..).zip(self.entities).filter_map(|(at, it)| given(it).map(|()| at));
        found.next().filter(|_| found.next().is_none()).map(EntityId)
    }
}

/// "MOSS ON THE PHONE", "MOSS VIA ZOOM": without how somebody is heard.
fn heard(name: &str) -> &str {
    let how = [
        " TO CAM",
        " VOICE OVER",
        " ON THE PHONE",
        " ON PHONE",
        " BY PHONE",
        " VIA ",
        " ON TAPE",
        " ON CAMERA",
        " LIVE",
    ];
    let end = how.iter().filter_map(|how| name.find(how)).min();
    end.map_or(name, |end| &name[..end])
}

/// "DEPUTY PREMIER ADA MOSS": what follows the last word for what somebody is.
fn untitled(name: &str) -> &str {
    const JOINS: [&str; 7] = ["with", "of", "in", "at", "from", "on", "for"];
    let mut rest = name;
    for (at, _) in name.match_indices(' ') {
        let behind = &name[at + 1..];
        // "WOMAN WITH PRAM"
        let joined = JOINS.iter().any(|it| index::first(behind).eq_ignore_ascii_case(it));
        if is_known_person_noun(&index::last(&name[..at]).to_lowercase()) && !joined {
            rest = behind;
        }
    }
    rest
}
