//! Finds mentions: runs of capitalised words, with the titles around them.

use super::{
    About, Mention, MentionKind, about, capitalised::Capitalised, extent::PARTICLES, gazetteer,
    words::Words,
};
use crate::{Sentence, Token, TokenKind, folded::Folded, tag};
use gazetteer::Title;

/// Finds the mentions of `text`. `headlines` says of each sentence whether it is capitalised as one.
pub(crate) fn find(
    text: &str,
    folded: &Folded,
    tokens: &[Token],
    sentences: &[Sentence],
    headlines: &[bool],
) -> Vec<Mention> {
    let capitalised = Capitalised::new(text, tokens, sentences, headlines);
    let mut mentions = Vec::new();
    for (sentence, &headline) in sentences.iter().zip(headlines) {
        let Some(tokens) = tokens.get(sentence.tokens.clone()) else { continue };
        let first = sentence.tokens.start;
        let words = Words { text, folded, first, tokens, headline, capitalised: &capitalised };
        let mut finder = Finder { words, found: Vec::new() };
        finder.run();
        let Finder { words, found } = finder;
        mentions.extend(found.into_iter().map(|Found { tokens, mut mention }| {
            about::describe(&words, tokens, &mut mention);
            mention
        }));
    }
    mentions
}

/// A mention and its tokens.
pub struct Found {
    /// First and one past the last token.
    pub tokens: (usize, usize),
    pub mention: Mention,
}

/// The words of a sentence with what was found in them so far.
pub struct Finder<'a> {
    pub words: Words<'a>,
    pub found: Vec<Found>,
}

/// Letters of the longest word in "-ist" that need not be what somebody is: "Latinist".
const LEARNED: usize = 6;

impl Finder<'_> {
    /// Reads the sentence from left to right.
    fn run(&mut self) {
        let mut i = 0;
        while i < self.words.tokens.len() {
            if self.words.tokens[i].kind != TokenKind::Word {
                i += 1;
            } else if let Some(end) = self.run_end(i) {
                self.read_run(i, end);
                i = end;
            } else if self.words.is_domain(i) {
                self.push(i, i + 1, i, MentionKind::Outlet, None);
                i += 1;
            } else if let Some((end, title)) = self.words.lower_title(i) {
                // A name behind it takes the title in.
                if self.run_end(end).is_none() {
                    self.read_role(i, end, title);
                }
                i = end;
            } else {
                i += 1;
            }
        }
    }

    /// Takes in the mention at `from..to`, whose name begins at `name`, in place of those that it reaches
    /// back into.
    pub fn push(
        &mut self,
        from: usize,
        to: usize,
        name: usize,
        kind: MentionKind,
        title: Option<String>,
    ) {
        if from >= to {
            return;
        }
        while self.found.last().is_some_and(|found| found.tokens.1 > from) {
            self.found.pop();
        }
        let mention = Mention {
            range: self.words.range(from, to),
            name: self.words.range(name, to),
            kind,
            title,
            about: About::default(),
        };
        self.found.push(Found { tokens: (from, to), mention });
    }

    /// Reads the run of name words `from..to`.
    fn read_run(&mut self, from: usize, to: usize) {
        if from >= to {
            return;
        }
        if let Some((end, known)) = self.words.known(from, to)
            && end == to
        {
            return self.push(from, to, from, known.kind, None);
        }
        if let Some(at) = self.named_behind(from, to) {
            self.read_run(from, at);
            return self.read_run(at, to);
        }
        let last = self.words.stem(to - 1);
        let known_kind = gazetteer::name(self.words.raw(from)).map(|known| known.kind);
        let given = gazetteer::given(self.words.raw(from)).is_some();
        let person_first = given && matches!(known_kind, None | Some(MentionKind::Nationality));
        let headed = gazetteer::head(last).filter(|_| to - from > 1 && !person_first);
        let titled = (from..to).rev().find_map(|at| {
            let (end, title) = self.words.title(at)?;
            (end <= to && title != Title::Modifier).then_some((at, end, title))
        });
        // "Dean Moss" is as good as ever a given name where one name follows.
        let christened = given && to - from == 2;
        let titled = titled.filter(|&(at, ..)| (at == from && !christened) || !person_first);
        // "Justice Department" is no judge called Department.
        let body = |end: usize| to - end == 1 && headed == Some(MentionKind::Organisation);
        let named = |end: usize| end < to && !body(end) && !self.words.raw(end).starts_with("for");
        if let Some((_, end, _)) = titled.filter(|&(_, end, _)| named(end)) {
            return self.person(from, end, to);
        }
        if let Some(kind) = headed {
            return self.push(from, to, from, kind, None);
        }
        if let Some(name) = self.named_by_calling(from, to) {
            return self.person(from, name, to);
        }
        // "Department of Justice" ends in no judge.
        let body_of = |at: usize| {
            at >= from + 2
                && self.words.raw(at - 1) == "of"
                && gazetteer::takes_of(self.words.raw(at - 2))
        };
        if let Some((at, end, title)) = titled.filter(|&(at, end, _)| end == to && !body_of(at)) {
            self.read_run(from, at);
            return self.read_role(at, end, title);
        }
        let of = |i: &usize| {
            gazetteer::takes_of(self.words.raw(*i)) && matches!(self.words.raw(i + 1), "of" | "for")
        };
        if let Some(i) = (from..to).find(of) {
            let kind = gazetteer::head(self.words.raw(i)).unwrap_or(MentionKind::Organisation);
            return self.push(from, to, from, kind, None);
        }
        if (from..to - 1).take(2).any(|i| gazetteer::leads_outlet(self.words.raw(i))) {
            return self.push(from, to, from, MentionKind::Outlet, None);
        }
        let mut from = from;
        while from + 1 < to && gazetteer::title(self.words.raw(from)) == Some(Title::Modifier) {
            from += 1;
        }
        if let Some((end, known)) = self.words.known(from, to) {
            let name_follows = gazetteer::given(self.words.raw(end)).is_some() && to - end > 1;
            if (known.kind == MentionKind::Nationality && !person_first) || name_follows {
                self.push(from, end, from, known.kind, None);
                return self.read_run(end, to);
            }
            let kind = match known.kind {
                _ if gazetteer::given(self.words.raw(from)).is_some() => MentionKind::Person,
                MentionKind::Place => MentionKind::Organisation,
                kind => kind,
            };
            return self.push(from, to, from, kind, None);
        }
        let letter = self.words.stem(from).chars().count() == 1;
        if to - from == 1 && (letter || self.is_verb_alone(from)) {
            return;
        }
        let kind = self.guess(from, to);
        if kind == MentionKind::Person {
            return self.person(from, from, to);
        }
        self.push(from, to, from, kind, None);
    }

    /// "the mayor of Lyman | Iryna Bondar", "the Minister of Energy | Serhiy Marchuk": where the name of
    /// who holds an office begins behind what it is an office of.
    fn named_behind(&self, from: usize, to: usize) -> Option<usize> {
        // "Minister of Farming and Forestry | Kemal Aydin"
        let joined = from > 2
            && self.words.raw(from - 1) == "and"
            && self.words.raw(from - 3) == "of"
            && self.words.is_capital(from - 2);
        let of = from > 0 && self.words.raw(from - 1) == "of"
            || joined
            || (from + 1..to).any(|i| self.words.raw(i) == "of");
        let saint =
            |i: usize| matches!(self.words.raw(i), "St" | "St." | "Saint" | "San" | "Santa");
        let begins = |&i: &usize| {
            let given = |i: usize| gazetteer::given(self.words.raw(i)).is_some();
            given(i) && !given(i - 1) && !saint(i - 1) && self.words.is_capital(i - 1)
        };
        // "Secretary of State Ann Cole" is one title.
        let ends = |at: usize, i: usize| self.words.title(i).is_some_and(|(end, _)| end == at);
        let titled = |at: usize| (from..at).any(|i| ends(at, i));
        let known = |i: usize| self.words.is_common(i);
        let office = from.checked_sub(2 + 2 * usize::from(joined)).filter(|_| of);
        let held =
            office.is_some_and(|at| gazetteer::title(self.words.raw(at)) == Some(Title::Office));
        let common = || {
            let at = held.then(|| (from..to).find(|&i| !known(i)))?.filter(|&at| at > from)?;
            (at + 1 < to && (at..to).all(|i| !known(i))).then_some(at)
        };
        let at = (from + 1..to.saturating_sub(1)).find(begins).or_else(common)?;
        (of && to - at <= 3 && !titled(at)).then_some(at)
    }

    /// "District Administrator | Ute Kallmeyer": where the given name begins behind a noun for what
    /// somebody is.
    fn named_by_calling(&self, from: usize, to: usize) -> Option<usize> {
        let given = |i: usize| gazetteer::given(self.words.stem(i)).is_some();
        let begins = |&i: &usize| {
            let calling = self.words.lower(i - 1);
            let noun = about::is_known_person_noun(calling)
                || tag::is_known(calling) && about::is_person_noun(calling)
                || calling.len() > LEARNED && calling.ends_with("ist");
            given(i) && !given(i - 1) && noun
        };
        (from + 1..to.saturating_sub(1)).find(begins)
    }

    /// Whether the capitalised word at `i` is a verb or an adverb and nothing else, as behind a
    /// headline that runs into its subhead.
    fn is_verb_alone(&self, i: usize) -> bool {
        let forms = tag::forms(self.words.lower_stem(i));
        !forms.any(tag::Forms::NOUN.with(tag::Forms::ADJECTIVE).with(tag::Forms::GUESSED))
    }

    /// What an unknown name is by its shape and the word before.
    fn guess(&self, from: usize, to: usize) -> MentionKind {
        let stem = self.words.stem(from);
        if gazetteer::given(stem).is_some() {
            return MentionKind::Person;
        }
        let before = if from > 0 { self.words.raw(from - 1) } else { "" };
        if from > 0 && self.words.lower_title_before(from).is_some() {
            return MentionKind::Person;
        }
        let placed = matches!(before, "in" | "near" | "off" | "outside");
        if to - from == 1 {
            let loud = stem.len() > 1 && stem.len() < 7 && self.words.is_loud(from);
            let common = self.words.is_common(from);
            return match before {
                _ if self.words.is_domain(from) => MentionKind::Outlet,
                _ if loud && !common => MentionKind::Organisation,
                _ if placed && !common => MentionKind::Place,
                _ => MentionKind::Unknown,
            };
        }
        let unknown = |i: usize| {
            let stem = self.words.stem(i);
            stem.len() < 3 || PARTICLES.contains(stem) || !self.words.is_common(i)
        };
        let article = matches!(before, "the" | "The" | "a" | "an");
        let person = to - from < 5 && !article && (from..to).all(unknown);
        match () {
            () if placed && (from..to).any(unknown) => MentionKind::Place,
            () if person => MentionKind::Person,
            () => MentionKind::Unknown,
        }
    }
}
