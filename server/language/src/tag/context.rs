//! Chooses among the readings of a word by its neighbours, left to right, with a look of a few
//! words ahead.

use super::words::Forms;
use crate::token::Tag;

/// How far a finite verb is looked for.
const REACH: usize = 9;

/// A token as this pass sees it.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    /// In lower case, straight apostrophes, possessive ending left out.
    pub word: &'a str,
    /// What kind of thing it is.
    pub class: Class,
    /// It ends in a possessive.
    pub owner: bool,
}

/// What is known of a token before its neighbours are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A function word with its usual tag.
    Function(Tag),
    /// A content word with its readings.
    Content(Forms),
    /// A capitalised word that is part of a name.
    Name,
    /// Digits.
    Number,
    /// A comma.
    Comma,
    /// A quotation mark, which does not stop the clause.
    Quote,
    /// Any other sign.
    Sign,
    /// Anything else.
    Other,
}

/// The auxiliary that waits for its verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Waiting {
    Nothing,
    Be,
    Have,
    /// to, will, may, did: a base form follows.
    Base,
}

/// Tags the items of one sentence.
pub fn tag(items: &[Item<'_>], tags: &mut Vec<Tag>) {
    let mut reader = Reader { items, tags, waiting: Waiting::Nothing, finite: false, outer: false };
    for i in 0..items.len() {
        let tag = reader.decide(i);
        reader.after(i, tag);
        reader.tags.push(tag);
    }
}

struct Reader<'a> {
    items: &'a [Item<'a>],
    tags: &'a mut Vec<Tag>,
    waiting: Waiting,
    /// The clause has its finite verb.
    finite: bool,
    /// The clause around a relative clause had.
    outer: bool,
}

impl Reader<'_> {
    fn class(&self, i: usize) -> Class {
        self.items.get(i).map_or(Class::Sign, |item| item.class)
    }

    fn word(&self, i: usize) -> &str {
        self.items.get(i).map_or("", |item| item.word)
    }

    fn forms(&self, i: usize) -> Forms {
        match self.class(i) {
            Class::Content(forms) => forms,
            _ => Forms::default(),
        }
    }

    fn function(&self, i: usize) -> Option<Tag> {
        match self.class(i) {
            Class::Function(tag) => Some(tag),
            _ => None,
        }
    }

    /// The tag before `i`, quotation marks passed over.
    fn before(&self, i: usize) -> Option<(usize, Tag)> {
        (i.saturating_sub(2)..i)
            .rev()
            .find(|&j| self.class(j) != Class::Quote)
            .map(|j| (j, self.tags[j]))
    }

    /// The tag before `i`, quotation marks and adverbs passed over.
    fn subject_before(&self, i: usize) -> Option<(usize, Tag)> {
        (i.saturating_sub(4)..i)
            .rev()
            .find(|&j| self.class(j) != Class::Quote && self.tags[j] != Tag::Adverb)
            .map(|j| (j, self.tags[j]))
    }

    /// The next item that is no quotation mark.
    fn next(&self, i: usize) -> usize {
        if self.class(i + 1) == Class::Quote { i + 2 } else { i + 1 }
    }

    /// Whether `i` can stand inside a noun phrase behind a determiner.
    fn nominal(&self, i: usize) -> bool {
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
    fn opens_object(&self, i: usize) -> bool {
        match self.class(i) {
            Class::Function(Tag::Determiner | Tag::To) => true,
            Class::Function(Tag::Pronoun) => !matches!(self.word(i), "who" | "which"),
            Class::Function(_) => {
                matches!(self.word(i), "that" | "how" | "what" | "whether" | "why")
            }
            _ => false,
        }
    }

    /// Whether a finite verb comes before the clause ends.
    fn finite_ahead(&self, from: usize) -> bool {
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
    fn clause_ahead(&self, from: usize) -> bool {
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

    fn decide(&self, i: usize) -> Tag {
        match self.class(i) {
            Class::Name => Tag::Name,
            Class::Number => Tag::Number,
            Class::Comma | Class::Quote | Class::Sign => Tag::Mark,
            Class::Other => Tag::Other,
            Class::Function(usual) => self.function_word(i, usual),
            Class::Content(forms) => self.content_word(i, forms),
        }
    }

    fn function_word(&self, i: usize, usual: Tag) -> Tag {
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

    fn content_word(&self, i: usize, forms: Forms) -> Tag {
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

    fn is_object_pronoun(&self, i: usize) -> bool {
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
            let agrees = forms.any(Forms::THIRD.with(Forms::PAST)) || self.is_plural(i);
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

    fn is_plural(&self, i: usize) -> bool {
        self.subject_before(i).is_some_and(|(at, _)| {
            self.forms(at).any(Forms::PLURAL)
                || matches!(self.word(at), "people" | "they" | "we" | "you" | "i" | "who")
        })
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
        if self.class(at) != Class::Comma {
            return self.opening(i, forms);
        }
        let next = self.next(i);
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

    /// "Smith, arrested in May, denied it": the verb of the sentence stands behind the next comma.
    fn verb_behind_comma(&self, from: usize) -> bool {
        let comma = (from..from + REACH).find(|&i| self.class(i) == Class::Comma);
        comma.is_some_and(|at| {
            self.function(at + 1) == Some(Tag::Auxiliary)
                || (self.forms(at + 1).any(Forms::PAST.with(Forms::THIRD))
                    && !self.forms(at + 1).any(Forms::NOUN))
        })
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

    /// Keeps the state of the clause.
    fn after(&mut self, i: usize, tag: Tag) {
        let item = self.items[i];
        match tag {
            Tag::Auxiliary | Tag::To => {
                self.waiting = waiting(item.word);
                self.finite |= tag == Tag::Auxiliary
                    && !matches!(item.word, "be" | "been" | "being" | "having");
            }
            Tag::Pronoun if item.word.contains('\'') => {
                self.waiting = waiting(item.word);
                self.finite = true;
            }
            Tag::Pronoun if matches!(item.word, "who" | "which" | "that") => {
                self.outer = self.finite;
                self.finite = false;
                self.waiting = Waiting::Nothing;
            }
            Tag::Subordinator => {
                self.outer = self.finite;
                self.finite = false;
                self.waiting = Waiting::Nothing;
            }
            Tag::Conjunction => self.finite = false,
            Tag::Verb => {
                self.finite = true;
                self.waiting = Waiting::Nothing;
            }
            Tag::Mark if item.class == Class::Comma => {
                self.finite = self.outer && self.finite;
                self.waiting = Waiting::Nothing;
            }
            Tag::Mark if item.class == Class::Sign => {
                self.finite = false;
                self.waiting = Waiting::Nothing;
            }
            Tag::Infinitive | Tag::Preposition => self.waiting = Waiting::Nothing,
            // "Did the minister resign?", "was not", "has Smith said"
            _ => {}
        }
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

fn waiting(auxiliary: &str) -> Waiting {
    let tail = auxiliary.rsplit_once('\'').map_or("", |(_, tail)| tail);
    match auxiliary {
        "be" | "am" | "is" | "are" | "was" | "were" | "been" | "being" | "isn't" | "aren't"
        | "wasn't" | "weren't" | "ain't" => Waiting::Be,
        "have" | "has" | "had" | "having" | "haven't" | "hasn't" | "hadn't" => Waiting::Have,
        _ if matches!(tail, "m" | "re" | "s") => Waiting::Be,
        _ if tail == "ve" => Waiting::Have,
        _ => Waiting::Base,
    }
}
