//! Function words that change with what stands beside them: "to", "that", "after", "back".

use super::{Class, Reader, Waiting};
use crate::{tag::words::Forms, token::Tag};

impl Reader<'_> {
    pub(super) fn function_word(&self, i: usize, usual: Tag) -> Tag {
        let next = self.next(i);
        let before = self.before(i).map(|(_, tag)| tag);
        let nominal = self.nominal(next);
        match self.word(i) {
            "to" => {
                let verb = if self.forms(next).any(Forms::ADVERB) { next + 1 } else { next };
                let base = self.forms(verb).any(Forms::BASE)
                    || matches!(self.word(verb), "be" | "have" | "do");
                if base && self.class(verb) != Class::Name { Tag::To } else { Tag::Preposition }
            }
            "that" => self.that(i, next, before),
            "her" if !nominal => Tag::Pronoun,
            "her" => Tag::Determiner,
            "there" => {
                let there_is = self.function(next) == Some(Tag::Auxiliary);
                if there_is { Tag::Pronoun } else { Tag::Adverb }
            }
            "no" if !nominal => Tag::Adverb,
            "more" | "most" | "less" | "much" | "enough" | "least" => {
                let forms = self.forms(next);
                let grades =
                    forms.any(Forms::ADJECTIVE.with(Forms::ADVERB)) && !forms.any(Forms::NOUN);
                if grades || !(nominal || matches!(self.word(next), "than" | "of")) {
                    Tag::Adverb
                } else {
                    Tag::Determiner
                }
            }
            "what" | "whatever" => Tag::Pronoun,
            "one" if nominal && self.function(next) != Some(Tag::Number) => Tag::Number,
            "one" if matches!(before, Some(Tag::Determiner | Tag::Adjective)) && !nominal => {
                Tag::Pronoun
            }
            "first" | "last" => match before {
                Some(Tag::Determiner | Tag::Adjective) => Tag::Adjective,
                _ if self.items.get(i.wrapping_sub(1)).is_some_and(|item| item.owner)
                    || nominal =>
                {
                    Tag::Adjective
                }
                _ => Tag::Adverb,
            },
            "only" | "then" if before == Some(Tag::Determiner) && nominal => Tag::Adjective,
            "will" | "might" | "can" | "must" | "needs" | "need"
                if before == Some(Tag::Determiner) =>
            {
                Tag::Noun
            }
            "like" => match before {
                Some(Tag::To | Tag::Auxiliary) if self.waiting == Waiting::Base => Tag::Infinitive,
                Some(Tag::Pronoun) if !self.finite => Tag::Verb,
                _ => Tag::Preposition,
            },
            "as" | "before" | "after" | "since" | "until" | "till" | "than" | "once" => {
                if self.clause_ahead(next) {
                    Tag::Subordinator
                } else if self.word(i) == "once"
                    || (self.word(i) == "before" && !nominal && self.function(next).is_none())
                {
                    Tag::Adverb
                } else {
                    Tag::Preposition
                }
            }
            "because" if self.word(next) == "of" => Tag::Preposition,
            "so" if self.word(next) == "that" || self.clause_ahead(next) => Tag::Subordinator,
            "about" | "around" | "over" | "under"
                if matches!(self.class(next), Class::Number | Class::Function(Tag::Number)) =>
            {
                Tag::Adverb
            }
            "following" | "past" | "inside" | "outside" if before == Some(Tag::Determiner) => {
                Tag::Adjective
            }
            "back" | "further" | "near" | "second" | "well" | "down" | "up" | "out" | "worth" => {
                self.doubtful(i, usual, before)
            }
            "half" if nominal || self.function(next) == Some(Tag::Determiner) => Tag::Determiner,
            "millions" | "thousands" | "hundreds" | "billions" | "dozens" | "trillions" => {
                Tag::Noun
            }
            _ => usual,
        }
    }

    /// Function words that are also verbs or nouns: "to back the plan", "the second".
    fn doubtful(&self, i: usize, usual: Tag, before: Option<Tag>) -> Tag {
        match before {
            Some(Tag::To | Tag::Auxiliary)
                if self.waiting == Waiting::Base && matches!(self.word(i), "back" | "near") =>
            {
                Tag::Infinitive
            }
            Some(Tag::Determiner) if self.nominal(self.next(i)) => Tag::Adjective,
            Some(Tag::Determiner) => Tag::Noun,
            _ => usual,
        }
    }

    fn that(&self, i: usize, next: usize, before: Option<Tag>) -> Tag {
        if self.function(next) == Some(Tag::Auxiliary)
            || self.forms(next).any(Forms::THIRD) && !self.forms(next).any(Forms::NOUN)
        {
            return Tag::Pronoun;
        }
        let forms = self.forms(next);
        let singular = forms.any(Forms::NOUN.with(Forms::ADJECTIVE)) && !forms.any(Forms::PLURAL);
        let opens = matches!(
            before,
            None | Some(Tag::Preposition | Tag::Mark | Tag::Conjunction | Tag::Subordinator)
        );
        if singular && opens && i > 0 || singular && before.is_none() {
            return Tag::Determiner;
        }
        let past = forms.any(Forms::PAST.with(Forms::BASE)) && !forms.any(Forms::NOUN);
        if past && matches!(before, Some(Tag::Noun | Tag::Name)) {
            return Tag::Pronoun;
        }
        match self.class(next) {
            Class::Sign | Class::Comma => Tag::Pronoun,
            Class::Function(Tag::Preposition) if before == Some(Tag::Verb) => Tag::Pronoun,
            _ if before == Some(Tag::Preposition) => Tag::Determiner,
            _ => Tag::Subordinator,
        }
    }
}
