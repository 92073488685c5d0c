//! Content words: noun, verb, participle or adjective, by the tag before them and the words ahead.

use super::{Class, Reader, Waiting};
use crate::{tag::words::Forms, token::Tag};

impl Reader<'_> {
    pub(super) fn content_word(&self, i: usize, forms: Forms) -> Tag {
        const FINITE: Forms = Forms::PAST.with(Forms::THIRD).with(Forms::BASE);
        let next = self.next(i);
        let nominal_next = self.nominal(next);
        let Some((at, before)) = self.before(i) else {
            return self.opening(i, forms);
        };
        if self.items[at].owner {
            return in_noun_phrase(forms, nominal_next);
        }
        match self.waiting {
            Waiting::Base if forms.any(Forms::BASE) && before != Tag::Determiner => {
                return Tag::Infinitive;
            }
            Waiting::Be
                if forms.any(Forms::ING.with(Forms::PARTICIPLE))
                    && !matches!(before, Tag::Determiner | Tag::Preposition) =>
            {
                return Tag::Verb;
            }
            Waiting::Have if forms.any(Forms::PARTICIPLE) && before != Tag::Determiner => {
                return Tag::Verb;
            }
            _ => {}
        }
        match before {
            // "Another said he would stay", "Some call it a day."
            Tag::Determiner
                if self.stands_alone(at)
                    && forms.any(FINITE)
                    && !forms.any(Forms::NOUN.with(Forms::ADJECTIVE))
                    && (self.opens_object(next) || self.clause_ahead(next)) =>
            {
                Tag::Verb
            }
            // "Many fear he will stay"
            Tag::Determiner
                if matches!(self.word(at), "many" | "some" | "most" | "several")
                    && forms.any(Forms::BASE)
                    && !forms.any(Forms::PLURAL)
                    && (self.word(next) == "that" || self.clause_ahead(next)) =>
            {
                Tag::Verb
            }
            // "who in 2010 said the plan"
            Tag::Number
                if !self.finite
                    && forms.any(Forms::PAST)
                    && !forms.any(Forms::NOUN.with(Forms::ADJECTIVE))
                    && (self.opens_object(next) || self.clause_ahead(next)) =>
            {
                Tag::Verb
            }
            // "an average of registered voters"
            Tag::Preposition
                if forms.any(Forms::PARTICIPLE)
                    && !forms.any(Forms::NOUN.with(Forms::ADJECTIVE))
                    && nominal_next =>
            {
                Tag::Participle
            }
            // "after saying the plan was dead"
            Tag::Preposition
                if forms.any(Forms::ING)
                    && !forms.any(Forms::ADJECTIVE)
                    && self.opens_object(next) =>
            {
                Tag::Participle
            }
            Tag::Name if forms.any(Forms::ING) && self.word(next) == "that" => Tag::Participle,
            Tag::Determiner | Tag::Number => in_noun_phrase(forms, nominal_next),
            Tag::Adjective if forms.any(Forms::NOUN.with(Forms::ADJECTIVE)) => {
                in_noun_phrase(forms, nominal_next)
            }
            Tag::Preposition | Tag::Adjective => self.after_preposition(forms, nominal_next),
            Tag::Pronoun if forms.any(FINITE) && !self.is_object_pronoun(at) => Tag::Verb,
            Tag::Noun | Tag::Name | Tag::Pronoun => self.after_noun(i, forms, before),
            Tag::Adverb => match self.subject_before(i) {
                Some((_, Tag::Pronoun | Tag::Noun | Tag::Name))
                    if forms.any(FINITE)
                        && (!self.finite || !forms.any(Forms::NOUN.with(Forms::ADJECTIVE))) =>
                {
                    if forms.any(Forms::PARTICIPLE) && self.finite {
                        Tag::Participle
                    } else {
                        Tag::Verb
                    }
                }
                Some((_, Tag::Conjunction)) if forms.any(Forms::PAST) => Tag::Verb,
                _ => self.free(i, forms, nominal_next),
            },
            Tag::Conjunction => self.after_conjunction(i, at, forms, nominal_next),
            Tag::Mark => self.after_sign(i, at, forms),
            _ => self.free(i, forms, nominal_next),
        }
    }
    fn after_preposition(&self, forms: Forms, nominal_next: bool) -> Tag {
        if forms.any(Forms::ADJECTIVE) && (nominal_next || !forms.any(Forms::NOUN)) {
            return Tag::Adjective;
        }
        if forms.any(Forms::NOUN) {
            return Tag::Noun;
        }
        self.rest(forms)
    }

    /// Behind a verb, an adverb, a subordinator: noun phrases and complements begin here.
    fn free(&self, i: usize, forms: Forms, nominal_next: bool) -> Tag {
        let makes = i > 0 && matches!(self.word(i - 1), "help" | "helped" | "helps" | "let");
        if makes && forms.any(Forms::BASE) {
            return Tag::Infinitive;
        }
        if forms.any(Forms::ADVERB) && !nominal_next {
            return Tag::Adverb;
        }
        self.after_preposition(forms, nominal_next)
    }

    fn rest(&self, forms: Forms) -> Tag {
        if forms.any(Forms::ADVERB) {
            Tag::Adverb
        } else if forms.any(Forms::ING) {
            Tag::Participle
        } else if forms.any(Forms::PAST) && !self.finite {
            Tag::Verb
        } else if forms.any(Forms::PARTICIPLE) {
            Tag::Participle
        } else if forms.any(Forms::PAST.with(Forms::THIRD).with(Forms::BASE)) {
            Tag::Verb
        } else {
            Tag::Noun
        }
    }

    fn after_noun(&self, i: usize, forms: Forms, before: Tag) -> Tag {
        let next = self.next(i);
        let verbal = forms.any(Forms::PAST.with(Forms::THIRD).with(Forms::BASE));
        if forms.any(Forms::NOUN) {
            let agrees = forms.any(Forms::THIRD.with(Forms::PAST))
                || self.is_plural(i)
                || self.word(next) == "that" && self.plural_of(i);
            let verb = verbal
                && agrees
                && !self.finite
                && self.opens_object(next)
                && !self.finite_ahead(next);
            return if verb { Tag::Verb } else { in_noun_phrase(forms, self.nominal(next)) };
        }
        if forms.any(Forms::PAST) && forms.any(Forms::PARTICIPLE) {
            let reduced = self.finite
                || (matches!(
                    self.word(next),
                    "by" | "in" | "at" | "on" | "from" | "with" | "to" | "for" | "as"
                ) && self.finite_ahead(next));
            return if reduced && !self.opens_object(next) && before != Tag::Pronoun {
                Tag::Participle
            } else {
                Tag::Verb
            };
        }
        if forms.any(Forms::PAST.with(Forms::THIRD)) {
            return Tag::Verb;
        }
        if forms.any(Forms::ADJECTIVE) {
            return Tag::Adjective;
        }
        if forms.any(Forms::BASE) {
            return Tag::Verb;
        }
        self.rest(forms)
    }

    /// "met and discussed": the same as before the conjunction, where the word can be that.
    fn after_conjunction(&self, i: usize, at: usize, forms: Forms, nominal_next: bool) -> Tag {
        let like = (at.saturating_sub(12)..at)
            .rev()
            .map(|j| self.tags[j])
            .find(|tag| matches!(tag, Tag::Verb | Tag::Infinitive | Tag::Participle | Tag::Mark));
        let adjoining = at.checked_sub(1).map(|j| self.tags[j]);
        match (adjoining, like) {
            (Some(Tag::Adjective), _) if forms.any(Forms::ADJECTIVE) => return Tag::Adjective,
            (Some(Tag::Adverb), _) if forms.any(Forms::ADVERB) => return Tag::Adverb,
            (_, Some(Tag::Infinitive))
                if forms.any(Forms::BASE)
                    && (!forms.any(Forms::NOUN) || self.opens_object(i + 1)) =>
            {
                return Tag::Infinitive;
            }
            (_, Some(Tag::Participle))
                if forms.any(Forms::PARTICIPLE)
                    && !forms.any(Forms::NOUN)
                    && !self.opens_object(i + 1) =>
            {
                return Tag::Participle;
            }
            (_, _)
                if forms.any(Forms::PAST)
                    && !forms.any(Forms::ADJECTIVE)
                    && (!forms.any(Forms::NOUN) || self.opens_object(i + 1)) =>
            {
                return Tag::Verb;
            }
            (_, Some(Tag::Verb))
                if forms.any(Forms::THIRD)
                    && (!forms.any(Forms::NOUN) || self.opens_object(i + 1)) =>
            {
                return Tag::Verb;
            }
            _ => {}
        }
        self.free(i, forms, nominal_next)
    }

    fn after_sign(&self, i: usize, at: usize, forms: Forms) -> Tag {
        // "Ada Moss (D-Ohio) said": the bracket belongs to the name before it.
        if matches!(self.word(at), ")" | "]") {
            return self.after_noun(i, forms, Tag::Name);
        }
        if self.class(at) != Class::Comma {
            return self.opening(i, forms);
        }
        let next = self.next(i);
        // "The complaint, filed in May, alleged that"
        if forms.any(Forms::PAST) && self.word(next) == "that" {
            return Tag::Verb;
        }
        // ", saying that", ", speaking in Oslo": also the -ing forms that are nouns elsewhere.
        if forms.any(Forms::ING) && !forms.any(Forms::ADJECTIVE) {
            return Tag::Participle;
        }
        if forms.any(Forms::NOUN.with(Forms::ADJECTIVE)) {
            return self.free(i, forms, self.nominal(next));
        }
        if forms.any(Forms::PAST) && (!self.finite || self.opens_object(next)) {
            let reduced = forms.any(Forms::PARTICIPLE)
                && !self.opens_object(next)
                && self.verb_behind_comma(next);
            return if reduced { Tag::Participle } else { Tag::Verb };
        }
        self.rest(forms)
    }

    /// The first word of a sentence or behind a sign.
    fn opening(&self, i: usize, forms: Forms) -> Tag {
        let next = self.next(i);
        if forms.any(Forms::BASE) && (self.opens_object(next) && self.word(next) != "to") {
            return Tag::Verb;
        }
        if forms.any(Forms::ADVERB) && !self.nominal(next) {
            return Tag::Adverb;
        }
        if forms.any(Forms::ADJECTIVE.with(Forms::NOUN)) {
            return self.after_preposition(forms, self.nominal(next));
        }
        if forms.any(Forms::PARTICIPLE) && !self.opens_object(next) {
            return Tag::Participle;
        }
        self.rest(forms)
    }
}

/// Behind a determiner, an owner or an adjective.
fn in_noun_phrase(forms: Forms, nominal_next: bool) -> Tag {
    if forms.any(Forms::ADJECTIVE) && (nominal_next || !forms.any(Forms::NOUN)) {
        return Tag::Adjective;
    }
    if forms.any(Forms::NOUN) {
        return Tag::Noun;
    }
    if forms.any(Forms::ADVERB) {
        return Tag::Adverb;
    }
    if forms.any(Forms::ING) && !nominal_next {
        return Tag::Noun;
    }
    if forms.any(Forms::ING.with(Forms::PARTICIPLE)) {
        return Tag::Participle;
    }
    Tag::Noun
}
