//! What stands around a word: the tag before it, the noun phrase or the finite verb ahead.

use super::{Class, Reader};
use crate::{tag::words::Forms, token::Tag};

/// How far a finite verb is looked for.
const REACH: usize = 9;

impl Reader<'_> {
    pub(super) fn class(&self, i: usize) -> Class {
        self.items.get(i).map_or(Class::Sign, |item| item.class)
    }

    pub(super) fn word(&self, i: usize) -> &str {
        self.items.get(i).map_or("", |item| item.word)
    }

    pub(super) fn forms(&self, i: usize) -> Forms {
        match self.class(i) {
            Class::Content(forms) => forms,
            _ => Forms::default(),
        }
    }

    pub(super) fn function(&self, i: usize) -> Option<Tag> {
        match self.class(i) {
            Class::Function(tag) => Some(tag),
            _ => None,
        }
    }

    /// The tag before `i`, quotation marks passed over.
    pub(super) fn before(&self, i: usize) -> Option<(usize, Tag)> {
        (i.saturating_sub(2)..i)
            .rev()
            .find(|&j| self.class(j) != Class::Quote)
            .map(|j| (j, self.tags[j]))
    }

    /// The tag before `i`, quotation marks and adverbs passed over.
    pub(super) fn subject_before(&self, i: usize) -> Option<(usize, Tag)> {
        (i.saturating_sub(4)..i)
            .rev()
            .find(|&j| self.class(j) != Class::Quote && self.tags[j] != Tag::Adverb)
            .map(|j| (j, self.tags[j]))
    }

    /// The next item that is no quotation mark.
    pub(super) fn next(&self, i: usize) -> usize {
        if self.class(i + 1) == Class::Quote { i + 2 } else { i + 1 }
    }

    /// Whether `i` can stand inside a noun phrase behind a determiner.
    pub(super) fn nominal(&self, i: usize) -> bool {
        match self.class(i) {
            Class::Name | Class::Number | Class::Function(Tag::Number) => true,
            Class::Content(forms) => {
                forms.any(Forms::NOUN.with(Forms::ADJECTIVE).with(Forms::ING))
                    || (forms.any(Forms::PARTICIPLE) && self.forms(i + 1).any(Forms::NOUN))
            }
            Class::Function(_) => matches!(
                self.word(i),
                "own" | "other" | "more" | "most" | "few" | "many" | "several" | "last" | "first"
            ),
            _ => false,
        }
    }

    /// Whether `i` begins something that only follows a verb.
    pub(super) fn opens_object(&self, i: usize) -> bool {
        match self.class(i) {
            Class::Function(Tag::Determiner | Tag::To) => true,
            Class::Function(Tag::Pronoun) => !matches!(self.word(i), "who" | "which"),
            // "points out that"
            Class::Function(_) if self.word(i) == "out" => self.word(i + 1) == "that",
            Class::Function(_) => {
                matches!(self.word(i), "that" | "how" | "what" | "whether" | "why")
            }
            _ => false,
        }
    }

    /// Whether a finite verb comes before the clause ends.
    pub(super) fn finite_ahead(&self, from: usize) -> bool {
        for i in from..from + REACH {
            match self.class(i) {
                Class::Function(Tag::Auxiliary) => {
                    return !matches!(self.word(i), "be" | "been" | "being" | "having");
                }
                Class::Function(Tag::Subordinator | Tag::Conjunction)
                | Class::Sign
                | Class::Comma => return false,
                Class::Function(Tag::Pronoun)
                    if matches!(
                        self.word(i),
                        "who" | "which" | "he" | "she" | "they" | "we" | "i"
                    ) =>
                {
                    return false;
                }
                Class::Function(Tag::Pronoun) if self.word(i).contains('\'') => return true,
                Class::Content(forms) => {
                    let nominal = forms.any(Forms::NOUN.with(Forms::ADJECTIVE));
                    let to =
                        i > 0 && matches!(self.function(i - 1), Some(Tag::To | Tag::Determiner));
                    if !nominal
                        && !to
                        && forms.any(Forms::PAST.with(Forms::THIRD))
                        && !forms.any(Forms::GUESSED)
                    {
                        return true;
                    }
                }
                _ => {}
            }
        }
        false
    }

    /// Whether the words from `from` on are a noun phrase and a finite verb.
    pub(super) fn clause_ahead(&self, from: usize) -> bool {
        let subject =
            matches!(self.word(from), "i" | "he" | "she" | "it" | "we" | "they" | "there" | "you")
                || self.function(from) == Some(Tag::Pronoun) && self.word(from).contains('\'');
        if subject {
            return true;
        }
        for i in from..from + 7 {
            match self.class(i) {
                Class::Function(Tag::Determiner | Tag::Number)
                | Class::Name
                | Class::Number
                | Class::Quote => {}
                Class::Function(Tag::Auxiliary) => return i > from,
                Class::Function(_) => {
                    if !matches!(self.word(i), "of" | "and" | "more" | "most") {
                        return false;
                    }
                }
                Class::Content(forms) => {
                    let finite = forms.any(Forms::PAST.with(Forms::THIRD))
                        && !forms.any(Forms::NOUN.with(Forms::ADJECTIVE));
                    if finite && i > from && self.function(i - 1) != Some(Tag::Determiner) {
                        return true;
                    }
                }
                _ => return false,
            }
        }
        false
    }

    pub(super) fn is_plural(&self, i: usize) -> bool {
        self.subject_before(i).is_some_and(|(at, _)| {
            self.forms(at).any(Forms::PLURAL)
                || matches!(self.word(at), "people" | "they" | "we" | "you" | "i" | "who")
        })
    }

    /// "Residents of the valley note that": whether the noun before "of" is of several.
    pub(super) fn plural_of(&self, i: usize) -> bool {
        let of = (i.saturating_sub(5)..i).rev().find(|&at| self.word(at) == "of");
        of.and_then(|of| of.checked_sub(1)).is_some_and(|at| self.forms(at).any(Forms::PLURAL))
    }

    /// "Smith, arrested in May, denied it": the verb of the sentence stands behind the next comma.
    pub(super) fn verb_behind_comma(&self, from: usize) -> bool {
        let comma = (from..from + REACH).find(|&i| self.class(i) == Class::Comma);
        comma.is_some_and(|at| {
            self.function(at + 1) == Some(Tag::Auxiliary)
                || (self.forms(at + 1).any(Forms::PAST.with(Forms::THIRD))
                    && !self.forms(at + 1).any(Forms::NOUN))
        })
    }

    /// Whether a determiner can be a subject by itself.
    pub(super) fn stands_alone(&self, i: usize) -> bool {
        matches!(
            self.word(i),
            "another"
                | "some"
                | "many"
                | "most"
                | "several"
                | "both"
                | "few"
                | "all"
                | "each"
                | "these"
                | "those"
                | "this"
                | "that"
                | "neither"
                | "either"
        )
    }

    pub(super) fn is_object_pronoun(&self, i: usize) -> bool {
        matches!(
            self.word(i),
            "me" | "him"
                | "them"
                | "us"
                | "her"
                | "himself"
                | "itself"
                | "themselves"
                | "herself"
                | "myself"
        )
    }
}
