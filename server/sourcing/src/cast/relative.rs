//! Relative pronouns: "Ada Moss, who said".

use super::{Cast, Speaker};
use crate::{Name, Place, source_kind};
use language::{EntityId, MentionKind, TextRange, names::is_person_noun};

/// Bytes between a name and a relative pronoun that can stand for it.
const NEAR: usize = 80;

/// Bytes between them where nothing but a comma parts the two.
const BESIDE: usize = 4;

impl Cast<'_> {
    /// "Ada Moss, who said": what the relative pronoun follows.
    pub(super) fn antecedent(&self, source: Place) -> Option<Speaker> {
        let before = self.names_before(source).next()?;
        let gap = TextRange::new(before.place.range.end, source.range.start);
        let near = before.place.block == source.block && gap.len() < NEAR;
        near.then(|| before.entity.map(|id| self.entity(id))).flatten()
    }

    /// Whom or what a relative pronoun stands for that follows the phrase at `antecedent`: of "the rise of
    /// Ada Moss, who" the name that stands beside it, where it fits, and else what heads the phrase.
    pub fn relative(&self, source: Place, antecedent: Place) -> Option<Speaker> {
        // "One board member at Mercy North, who": the name beside it is guessed to be a person's.
        let member = is_person_noun(&source_kind::head(self.words(antecedent)).to_lowercase());
        let sure = |id: EntityId| !member || !self.may_be_body(id);
        let fits = |name: &&Name| match self.words(source) {
            "who" => name.kind == MentionKind::Person && name.entity.is_some_and(sure),
            "which" => !matches!(name.kind, MentionKind::Person | MentionKind::Role),
            _ => false,
        };
        let near = |name: &&Name| {
            let end = name.place.range.end;
            name.place.block == source.block && source.range.start < end + BESIDE
        };
        let beside = self.names_before(source).next().filter(near).filter(fits);
        let named = beside.and_then(|name| name.entity).map(|id| self.entity(id));
        named.or_else(|| self.resolve(antecedent))
    }
}
