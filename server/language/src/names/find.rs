//! Finds mentions: runs of capitalised words, with the titles around them.

use super::{Mention, MentionKind, gazetteer};
use crate::{Sentence, Tag, TextRange, Token, TokenKind, lexicon::fold, tag, token::possessive};
use gazetteer::{LONGEST, Title};
use std::{borrow::Cow, collections::HashSet};

/// Finds the mentions of `text`.
pub fn find(text: &str, tokens: &[Token], sentences: &[Sentence]) -> Vec<Mention> {
    let capitalised = capitalised_inside(text, tokens, sentences);
    let mut mentions = Vec::new();
    for sentence in sentences {
        let Some(tokens) = tokens.get(sentence.tokens.clone()) else { continue };
        let mut finder = Finder {
            text,
            tokens,
            headline: tag::is_title_case(text, tokens),
            capitalised: &capitalised,
            found: Vec::new(),
        };
        finder.run();
        mentions.extend(finder.found.into_iter().map(|found| found.mention));
    }
    mentions
}

/// Words that some sentence has with a capital where only a name has one.
fn capitalised_inside<'a>(
    text: &'a str,
    tokens: &[Token],
    sentences: &[Sentence],
) -> HashSet<&'a str> {
    let mut words = HashSet::new();
    for sentence in sentences {
        let Some(tokens) = tokens.get(sentence.tokens.clone()) else { continue };
        if tag::is_title_case(text, tokens) {
            continue;
        }
        for pair in tokens.windows(2) {
            if pair[0].kind == TokenKind::Word && pair[1].kind == TokenKind::Word {
                let word = pair[1].range.of(text);
                if word.starts_with(char::is_uppercase) {
                    words.insert(possessive(word).unwrap_or(word));
                }
            }
        }
    }
    words
}

struct Found {
    /// First and one past the last token.
    tokens: (usize, usize),
    mention: Mention,
}

struct Finder<'a> {
    text: &'a str,
    /// Of one sentence.
    tokens: &'a [Token],
    /// Every word has a capital, so a capital tells nothing.
    headline: bool,
    capitalised: &'a HashSet<&'a str>,
    found: Vec<Found>,
}

const PARTICLES: [&str; 20] = [
    "de", "la", "van", "von", "der", "den", "bin", "ibn", "al", "el", "da", "di", "dos", "del",
    "du", "ben", "ten", "ter", "le", "af",
];

impl<'a> Finder<'a> {
    fn run(&mut self) {
        let mut i = 0;
        while i < self.tokens.len() {
            if let Some(end) = self.run_end(i) {
                self.read_run(i, end);
                i = end;
            } else if self.is_domain(i) {
                self.push(i, i + 1, i, MentionKind::Outlet, None);
                i += 1;
            } else if let Some((end, title)) = self.lower_title(i) {
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

    fn raw(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |token| token.range.of(self.text))
    }

    /// The word without its possessive ending.
    fn stem(&self, i: usize) -> &'a str {
        let raw = self.raw(i);
        possessive(raw).unwrap_or(raw)
    }

    /// The words of `from..to`, the last without its possessive ending, apostrophes straight.
    fn phrase(&self, from: usize, to: usize) -> Cow<'a, str> {
        let text = self.range(from, to).of(self.text);
        if text.contains(['’', '\n', '\u{a0}']) {
            let straight = text.replace('’', "'");
            return straight.split_whitespace().collect::<Vec<_>>().join(" ").into();
        }
        text.into()
    }

    fn range(&self, from: usize, to: usize) -> TextRange {
        let (Some(first), Some(last)) =
            (self.tokens.get(from), self.tokens.get(to.wrapping_sub(1)))
        else {
            return TextRange::default();
        };
        let word = last.range.of(self.text);
        let owner = possessive(word)
            .filter(|_| !is_known_with_apostrophe(word))
            .map_or(0, |stem| word.len() - stem.len());
        TextRange::new(first.range.start, last.range.end - owner)
    }

    fn is_owner(&self, i: usize) -> bool {
        let raw = self.raw(i);
        possessive(raw).is_some() && !is_known_with_apostrophe(raw)
    }

    fn is_capital(&self, i: usize) -> bool {
        let word = self.raw(i);
        if self.tokens.get(i).is_none_or(|token| token.kind != TokenKind::Word) {
            return false;
        }
        let (head, last) = word.rsplit_once('-').unwrap_or(("", word));
        let arabic = matches!(head, "al" | "el" | "Al" | "El");
        last.starts_with(char::is_uppercase)
            && (head.is_empty()
                || arabic
                || head.starts_with(char::is_uppercase)
                || last.len() > 3 && head.len() < 4)
            && !self.joins_nations(head, last)
    }

    /// "Iran-Israel", "Franco-Russian": an adjective, not a name.
    fn joins_nations(&self, head: &str, last: &str) -> bool {
        !head.is_empty()
            && gazetteer::name(last).is_some_and(|known| {
                matches!(known.kind, MentionKind::Place | MentionKind::Nationality)
            })
            && gazetteer::name(&format!("{head}-{last}")).is_none()
    }

    /// Whether a capital at `i` may be there for another reason than a name.
    fn is_free(&self, i: usize) -> bool {
        self.headline
            || i == 0
            || self.tokens.get(i - 1).is_some_and(|before| {
                before.kind == TokenKind::Mark
                    && !before.range.of(self.text).starts_with(['”', '’', '»'])
                    || matches!(
                        before.range.of(self.text),
                        ":" | "—" | "–" | "-" | "--" | "•" | "..." | "…" | "(" | "?" | "!" | "."
                    )
            })
    }

    /// Longest known name at `i` that ends at `limit` or before, with its end.
    fn known(&self, i: usize, limit: usize) -> Option<(usize, gazetteer::Known)> {
        (i + 1..=limit.min(i + LONGEST).min(self.tokens.len())).rev().find_map(|end| {
            let phrase = self.phrase(i, end);
            let known = gazetteer::name(&phrase).or_else(|| {
                let loud = phrase.len() > 3 && !phrase.contains(char::is_lowercase);
                gazetteer::name(&title_case(&phrase))
                    .filter(|known| loud && known.kind != MentionKind::Nationality)
            });
            known.map(|known| (end, known))
        })
    }

    /// Longest title at `i`, with its end.
    fn title(&self, i: usize) -> Option<(usize, Title)> {
        (i + 1..=(i + 5).min(self.tokens.len())).rev().find_map(|end| {
            let (title, _) = gazetteer::title(&self.phrase(i, end))?;
            (!(i..end - 1).any(|at| self.is_owner(at))).then_some((end, title))
        })
    }

    /// A title in lower case: "president", "foreign minister".
    fn lower_title(&self, i: usize) -> Option<(usize, Title)> {
        let starts = self.raw(i).starts_with(char::is_lowercase);
        self.title(i).filter(|(_, title)| starts && *title != Title::Modifier)
    }

    fn is_domain(&self, i: usize) -> bool {
        let word = self.raw(i);
        self.tokens[i].kind == TokenKind::Word
            && word
                .rsplit_once('.')
                .is_some_and(|(name, last)| name.len() > 1 && last.len() > 1 && !name.contains(' '))
            && tag::function_tag(word).is_none()
            && word.split('.').all(|part| part.len() > 1)
            && gazetteer::title(word).is_none()
            && word != "Ph.D"
    }

    /// Whether the capitalised word at `i` can be part of a name.
    fn is_name_word(&self, i: usize) -> bool {
        if !self.is_capital(i) {
            return false;
        }
        let stem = self.stem(i);
        let loud = stem.len() > 1 && !stem.contains(char::is_lowercase);
        if is_calendar(stem) || stem == "I" || is_interjection(stem) {
            return false;
        }
        let folded = fold(stem);
        let function = tag::is_function_word(&folded) || tag::is_function_word(&fold(self.raw(i)));
        if function && !(loud && !self.headline && gazetteer::name(stem).is_some()) {
            return false;
        }
        if !self.is_free(i) {
            return true;
        }
        if loud && self.is_shouted(i) {
            return !tag::is_known(&folded);
        }
        gazetteer::name(stem).is_some()
            || gazetteer::given(stem).is_some()
            || !tag::is_known(&folded)
            || (!self.headline && self.capitalised.contains(stem))
    }

    /// Whether the words around `i` are in capitals throughout.
    fn is_shouted(&self, i: usize) -> bool {
        let loud = |i: usize| {
            self.tokens.get(i).is_some_and(|token| {
                let word = token.range.of(self.text);
                token.kind == TokenKind::Word
                    && word.len() > 1
                    && !word.contains(char::is_lowercase)
            })
        };
        loud(i + 1) || (i > 0 && loud(i - 1))
    }

    /// End of the run of name words that begins at `i`.
    fn run_end(&self, i: usize) -> Option<usize> {
        if !self.is_capital(i) {
            return None;
        }
        let known = self.known(i, self.tokens.len()).filter(|&(end, _)| end > i + 1);
        let title = self.title(i).filter(|&(end, _)| {
            self.is_name_word(end)
                || !self.is_free(i)
                || self.is_capital(end.saturating_sub(1)) && end > i + 1
        });
        let title = title.filter(|&(end, title)| {
            !self.headline && (title != Title::Kind || self.is_name_word(end))
        });
        let mut end = if let Some((end, _)) = known {
            end
        } else if let Some((end, _)) = title {
            end
        } else if self.is_name_word(i) || (self.is_free(i) && !self.headline && self.leads_body(i))
        {
            i + 1
        } else {
            return None;
        };
        while end < self.tokens.len() && !self.is_owner(end - 1) {
            if let Some((next, _)) =
                self.title(end).filter(|_| !self.headline && self.is_capital(end))
            {
                end = next;
            } else if self.is_name_word(end) {
                end += 1;
            } else if let Some(next) = self.connected(i, end) {
                end = next;
            } else {
                break;
            }
        }
        Some(end)
    }

    /// Whether a common word at the start of a sentence begins a name all the same, by the word
    /// the name ends in: "Justice Department officials".
    fn leads_body(&self, i: usize) -> bool {
        let Some(token) = self.tokens.get(i) else { return false };
        if tag::is_function_word(&fold(token.range.of(self.text))) || self.is_owner(i) {
            return false;
        }
        let mut end = i + 1;
        while self.is_name_word(end) {
            end += 1;
        }
        let of =
            gazetteer::takes_of(self.raw(i)) && self.raw(i + 1) == "of" && self.is_capital(i + 2);
        of || (end > i + 1 && gazetteer::head(self.stem(end - 1)).is_some())
    }

    /// End of the next name word behind small words that join names: "van der Bellen",
    /// "Ministry of the Interior", "Johnson & Johnson".
    fn connected(&self, from: usize, at: usize) -> Option<usize> {
        let word = self.raw(at);
        let next = at + 1;
        let follows = |at: usize| self.is_name_word(at).then_some(at + 1);
        match word {
            "&" => follows(next),
            "of" | "for" | "on"
                if (from..at)
                    .any(|i| gazetteer::takes_of(self.raw(i)) || self.raw(i) == "Against") =>
            {
                follows(if self.raw(next) == "the" { next + 1 } else { next })
            }
            "and"
                if (from..at)
                    .any(|i| gazetteer::takes_of(self.raw(i)) && self.raw(i + 1) == "of") =>
            {
                // "Ministry of Health and Welfare", not "Bank of Spain and Macron".
                follows(next).filter(|_| {
                    tag::is_known(&fold(self.stem(at - 1))) && tag::is_known(&fold(self.stem(next)))
                })
            }
            "and" => {
                let head = gazetteer::head(self.stem(next + 1)) == Some(MentionKind::Organisation);
                let common = tag::is_known(&fold(self.stem(at - 1)))
                    && tag::is_known(&fold(self.stem(next)));
                (head && common && self.is_name_word(next)).then(|| follows(next + 1)).flatten()
            }
            // "Mothers Against Drunk Driving"
            _ if !self.headline && word.starts_with(char::is_uppercase) => {
                follows(next).filter(|_| {
                    tag::function_tag(&fold(word)) == Some(Tag::Preposition) && !self.is_free(at)
                })
            }
            _ if PARTICLES.contains(&word) => {
                let next = if PARTICLES.contains(&self.raw(next)) { next + 1 } else { next };
                follows(next)
            }
            _ => None,
        }
    }

    fn push(
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
        let mention =
            Mention { range: self.range(from, to), name: self.range(name, to), kind, title };
        self.found.push(Found { tokens: (from, to), mention });
    }

    /// Reads the run of name words `from..to`.
    fn read_run(&mut self, from: usize, to: usize) {
        if from >= to {
            return;
        }
        if let Some((end, known)) = self.known(from, to)
            && end == to
        {
            return self.push(from, to, from, known.kind, None);
        }
        let last = self.stem(to - 1);
        let person_first =
            gazetteer::given(self.raw(from)).is_some() && gazetteer::name(self.raw(from)).is_none();
        let headed = gazetteer::head(last).filter(|_| to - from > 1 && !person_first);
        let titled = (from..to).rev().find_map(|at| {
            let (end, title) = self.title(at)?;
            (end <= to && title != Title::Modifier).then_some((at, end, title))
        });
        if let Some((_, end, _)) =
            titled.filter(|&(at, end, _)| end < to && (at == from || !person_first))
        {
            return self.person(from, end, to);
        }
        if let Some(kind) = headed {
            return self.push(from, to, from, kind, None);
        }
        if let Some((at, end, title)) = titled.filter(|&(_, end, _)| !person_first && end == to) {
            return self.read_role(at, end, title);
        }
        if gazetteer::takes_of(self.raw(from)) && matches!(self.raw(from + 1), "of" | "for") {
            return self.push(from, to, from, MentionKind::Organisation, None);
        }
        let mut from = from;
        while from + 1 < to
            && gazetteer::title(self.raw(from)).is_some_and(|(title, _)| title == Title::Modifier)
        {
            from += 1;
        }
        if let Some((end, known)) = self.known(from, to) {
            let name_follows = gazetteer::given(self.raw(end)).is_some() && to - end > 1;
            if known.kind == MentionKind::Nationality || name_follows {
                self.push(from, end, from, known.kind, None);
                return self.read_run(end, to);
            }
            let kind =
                if known.kind == MentionKind::Place && gazetteer::given(self.raw(from)).is_none() {
                    MentionKind::Organisation
                } else {
                    known.kind
                };
            let kind =
                if gazetteer::given(self.raw(from)).is_some() { MentionKind::Person } else { kind };
            return self.push(from, to, from, kind, None);
        }
        if to - from == 1 && self.is_verb_alone(from) {
            return;
        }
        let kind = self.guess(from, to);
        if kind == MentionKind::Person {
            return self.person(from, from, to);
        }
        self.push(from, to, from, kind, None);
    }

    /// Whether the capitalised word at `i` is a verb or an adverb and nothing else, as behind a
    /// headline that runs into its subhead.
    fn is_verb_alone(&self, i: usize) -> bool {
        let forms = tag::forms(&fold(self.stem(i)));
        !forms.any(tag::Forms::NOUN.with(tag::Forms::ADJECTIVE).with(tag::Forms::GUESSED))
    }

    /// What an unknown name is by its shape and the word before.
    fn guess(&self, from: usize, to: usize) -> MentionKind {
        let stem = self.stem(from);
        if gazetteer::given(stem).is_some() {
            return MentionKind::Person;
        }
        let before = if from > 0 { self.raw(from - 1) } else { "" };
        if from > 0 && self.lower_title_before(from).is_some() {
            return MentionKind::Person;
        }
        if to - from == 1 {
            let loud = stem.len() > 1 && stem.len() < 7 && !stem.contains(char::is_lowercase);
            let common = tag::is_known(&fold(stem));
            return match before {
                _ if self.is_domain(from) => MentionKind::Outlet,
                _ if loud && !common => MentionKind::Organisation,
                "in" | "near" if !common => MentionKind::Place,
                _ => MentionKind::Unknown,
            };
        }
        let unknown = |i: usize| {
            let stem = self.stem(i);
            stem.len() < 3 || PARTICLES.contains(&stem) || !tag::is_known(&fold(stem))
        };
        let article = matches!(before, "the" | "The" | "a" | "an");
        let person = to - from < 5 && !article && (from..to).all(unknown);
        if person { MentionKind::Person } else { MentionKind::Unknown }
    }

    /// A person's name at `name..to`, with the title before it.
    fn person(&mut self, from: usize, name: usize, to: usize) {
        let mut start = from;
        if let Some(at) = self.lower_title_before(from) {
            start = self.extend_left(at);
        } else if from < name {
            start = self.extend_left(from);
        }
        let title = (start < name).then(|| self.words(start, name));
        self.push(start, to, name, MentionKind::Person, title);
    }

    fn words(&self, from: usize, to: usize) -> String {
        (from..to)
            .map(|i| fold(self.stem(i)).into_owned())
            .filter(|word| word.chars().any(char::is_alphanumeric))
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Start of a title in lower case that ends right before `i`.
    fn lower_title_before(&self, i: usize) -> Option<usize> {
        (i.saturating_sub(4)..i).find(|&at| self.lower_title(at).is_some_and(|(end, _)| end == i))
    }

    /// Takes in what belongs to a title before it: "former", "French", "Kremlin".
    fn extend_left(&self, mut at: usize) -> usize {
        while at > 0 {
            let word = self.raw(at - 1);
            let modifier = gazetteer::title(word)
                .is_some_and(|(title, _)| title == Title::Modifier)
                || word.strip_suffix("-elect").is_some();
            let body = self.found.last().filter(|found| {
                found.tokens.1 == at
                    && found.mention.kind != MentionKind::Person
                    && !self.is_owner(at - 1)
            });
            if let Some(found) = body {
                at = found.tokens.0;
            } else if modifier {
                at -= 1;
            } else {
                break;
            }
        }
        at
    }

    /// A person by office: "the French president". One that nobody can be meant by ("a
    /// president", "presidents") is none.
    fn read_role(&mut self, from: usize, to: usize, title: Title) {
        let start = self.extend_left(from);
        let before = if start > 0 { self.raw(start - 1) } else { "" };
        let owner = start > 0 && self.is_owner(start - 1);
        let definite = matches!(
            fold(before).as_ref(),
            "the" | "this" | "his" | "her" | "its" | "their" | "our"
        );
        let qualified = start < from || owner;
        let capital = self.is_capital(from);
        let indefinite = matches!(
            before,
            "a" | "an" | "A" | "An" | "no" | "any" | "every" | "for" | "as" | "of"
        );
        let alone =
            title == Title::Office && (definite || owner || (capital && !self.is_free(from)));
        let known = title == Title::Kind && qualified && definite && self.raw(from) == "leader";
        let bare = title == Title::Office && start < from && !indefinite && self.is_capital(start);
        if indefinite || !(alone || known || bare) {
            return;
        }
        // "the president’s men" is a role; "the president elect of" and plurals are not.
        let title = match self.found.last().filter(|found| owner && found.tokens.1 == start) {
            Some(country) => {
                format!("{} {}", fold(country.mention.name.of(self.text)), self.words(start, to))
            }
            None => self.words(start, to),
        };
        let article = start > 0 && definite && fold(before) == "the";
        let first = if article { start - 1 } else { start };
        self.push(first, to, start, MentionKind::Role, Some(title));
    }
}

fn is_known_with_apostrophe(word: &str) -> bool {
    gazetteer::name(word).is_some()
        || (word.contains('’') && gazetteer::name(&word.replace('’', "'")).is_some())
}

fn title_case(phrase: &str) -> String {
    let mut start = true;
    phrase
        .chars()
        .map(|c| {
            let cased = if start { c } else { c.to_lowercase().next().unwrap_or(c) };
            start = !c.is_alphanumeric();
            cased
        })
        .collect()
}

fn is_calendar(word: &str) -> bool {
    const WORDS: [&str; 40] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Mondays",
        "Tuesdays",
        "Wednesdays",
        "Thursdays",
        "Fridays",
        "Saturdays",
        "Sundays",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Jan.",
        "Feb.",
        "Mar.",
        "Apr.",
        "Jun.",
        "Jul.",
        "Aug.",
        "Sept.",
        "Sep.",
        "Oct.",
        "Nov.",
        "Dec.",
        "Christmas",
        "Easter",
    ];
    WORDS.contains(&word)
}

fn is_interjection(word: &str) -> bool {
    [
        "Yes", "No", "No.", "Oh", "Well", "Ok", "OK", "Hello", "Hi", "Hey", "Thank", "Thanks",
        "Ah", "Wow",
    ]
    .contains(&word)
}
