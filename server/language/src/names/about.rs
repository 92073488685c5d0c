//! What a text says beside a name: an age, what somebody is, what a body is.

use super::{About, Mention, MentionKind, WORDS, gazetteer, words::Words};
use crate::{
    Tag, Token, TokenKind,
    lexicon::{self, Set, Table, fold},
    people,
};
use std::sync::LazyLock;

/// How many tokens before a comma are looked through for what stands in apposition.
const REACH: usize = 14;

/// Words of the longest role that is kept.
const LONGEST: usize = 8;

/// Ends of nouns for what somebody does: "welder", "sculptor", "florist", "librarian".
const DOERS: [&str; 7] = ["er", "or", "ist", "ian", "eer", "man", "woman"];

/// Nouns of bodies that stand before their names.
static BODIES: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "body").collect());

/// What somebody is who does something: "chair" for "chairs".
static DOES: LazyLock<Table<&str>> = LazyLock::new(|| {
    lexicon::class(WORDS, "does").filter_map(|entry| entry.split_once('=')).collect()
});

/// What only a country or a city has.
static OF_STATE: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "state").collect());

/// Fills in what stands beside the mention at `tokens`.
pub fn describe(words: &Words<'_>, (from, to): (usize, usize), mention: &mut Mention) {
    use MentionKind::{Nationality, Person, Place, Role, Unknown};
    if matches!(mention.kind, Nationality | Place | Role) {
        return;
    }
    if words.headline {
        // Capitals throughout may be a line of a script: "[SOT: EVA MOSS, WARDEN]".
        let start = to + 1;
        let role = loud_role(words, start).filter(|_| words.raw(to) == ",");
        mention.about.roles.extend(role.map(|head| words.spell(start, head + 1)));
        return;
    }
    let mut about = About::default();
    let body = matches!(mention.kind, MentionKind::Organisation | MentionKind::Outlet);
    let fits = |i: usize| body || is_person_noun(&fold(words.stem(i)));
    // "the collective Save the Bay" is guessed to be somebody.
    let guessed = mention.kind == Person
        && mention.title.is_none()
        && gazetteer::given(words.stem(from)).is_none();
    if guessed && from > 0 && BODIES.contains(words.raw(from - 1)) {
        mention.kind = Unknown;
    }
    let loose = mention.kind == Unknown;
    let beside = right_before(words, from).filter(|_| loose || fits(from - 1));
    // "While the lawyer came along, Stone’s charges": what is Stone’s stands in no apposition.
    let before = || before_comma(words, from, fits).filter(|_| !words.is_owner(to - 1));
    about.roles.extend(beside.or_else(before));
    behind(words, (from, to), fits, &mut about);
    // An operator or an owner may be a company; a widow or a chancellor is none.
    let human = |role: &String| {
        let noun = role.rsplit(' ').next().unwrap_or(role);
        gazetteer::gender(noun).is_some()
            || gazetteer::title(noun) == Some(gazetteer::Title::Office)
    };
    if mention.kind == Unknown && (about.age.is_some() || about.roles.iter().any(human)) {
        mention.kind = Person;
    } else if mention.kind == Unknown && has_state(words, to) {
        mention.kind = Place;
    }
    mention.about = about;
}

/// "the news agency SNA", "crane driver Mehtap Kaya": common nouns right before the name.
fn right_before(words: &Words<'_>, from: usize) -> Option<String> {
    let start =
        (from.saturating_sub(LONGEST)..from).rev().take_while(|&i| is_common(words, i)).last()?;
    (words.tokens[from - 1].tag == Tag::Noun).then(|| words.spell(start, from))
}

fn is_common(words: &Words<'_>, i: usize) -> bool {
    let Some(token) = words.tokens.get(i) else { return false };
    token.kind == TokenKind::Word
        && matches!(token.tag, Tag::Noun | Tag::Adjective)
        && words.raw(i).starts_with(char::is_lowercase)
        && !words.is_owner(i)
}

/// "Its chairman, Walter Pruitt", "the leader of the council, Ffion Price".
fn before_comma(words: &Words<'_>, from: usize, fits: impl Fn(usize) -> bool) -> Option<String> {
    let comma = from.checked_sub(1).filter(|&i| words.raw(i) == ",")?;
    for i in (comma.saturating_sub(REACH)..comma).rev() {
        if words.is_owner(i) || words.tokens[i].tag == Tag::Determiner {
            let Some((end, head)) = phrase(words, i + 1).or_else(|| titled(words, i + 1)) else {
                continue;
            };
            // "According to the site, Griffin joked": the site is somebody else.
            let told = i.checked_sub(1).is_some_and(|to| words.raw(to) == "to");
            if end <= comma && fits(head) && !told {
                let role = words.spell(i + 1, head + 1);
                return Some(match headed(words, head, comma) {
                    Some(what) => format!("{role} of {what}"),
                    None => role,
                });
            }
        } else if !matches!(
            words.tokens[i].tag,
            Tag::Noun
                | Tag::Name
                | Tag::Adjective
                | Tag::Number
                | Tag::Preposition
                | Tag::Participle
        ) {
            return None;
        }
    }
    None
}

/// "the Minister of Agriculture": an office with a capital, up to its first preposition.
fn titled(words: &Words<'_>, start: usize) -> Option<(usize, usize)> {
    let name = |i: &usize| words.tokens.get(*i).is_some_and(|token| token.tag == Tag::Name);
    let end = (start..start + LONGEST).find(|i| !name(i))?;
    let head = end.checked_sub(1).filter(|&head| head >= start)?;
    let joined = words.tokens.get(end).is_some_and(|next| next.tag == Tag::Preposition);
    (joined && is_office(&fold(words.raw(head)))).then_some((end, head))
}

/// "the head of the region": what somebody is the head of, whose office has another name elsewhere.
fn headed(words: &Words<'_>, head: usize, high: usize) -> Option<String> {
    let of = words.raw(head) == "head" && words.raw(head + 1) == "of";
    let start = head + 2 + usize::from(words.raw(head + 2) == "the");
    let (end, noun) = phrase(words, start).filter(|_| of && start < high)?;
    (end <= high).then(|| words.spell(start, noun + 1))
}

/// ", 54, a former banker", ", chairman of the union", " (54)".
fn behind(
    words: &Words<'_>,
    (from, to): (usize, usize),
    fits: impl Fn(usize) -> bool,
    about: &mut About,
) {
    if words.raw(to) == "(" && words.raw(to + 2) == ")" {
        about.age = age(words.raw(to + 1));
        return;
    }
    about.roles.extend(done(words, to));
    if words.raw(to) != "," {
        return;
    }
    let mut at = to + 1 + usize::from(words.raw(to + 1) == "aged");
    if let Some(years) = age(words.raw(at)).filter(|_| matches!(words.raw(at + 1), "," | "." | ""))
    {
        about.age = Some(years);
        at += 1 + usize::from(words.raw(at + 1) == ",");
    }
    let Some(first) = words.tokens.get(at) else { return };
    let article = first.tag == Tag::Determiner && words.raw(at) != "whose";
    let start = at + usize::from(article);
    let Some((end, head)) = phrase(words, start) else { return };
    about.age = about.age.or_else(|| (start..end).find_map(|i| years_old(words.raw(i))));
    // "According to Ada Moss, the mayor said it was late."
    let acts = |next: &Token| matches!(next.tag, Tag::Verb | Tag::Auxiliary);
    if words.tokens.get(end).is_some_and(acts) || is_anothers(words, from, end) {
        return;
    }
    let joined = words.tokens.get(end).is_some_and(|next| next.tag == Tag::Preposition);
    let closes = matches!(words.raw(end), "," | "." | ")" | "]" | ":" | "");
    let doer = closes && words.tokens.get(head).is_some_and(|_| head + 1 == end);
    let bare = (joined || doer && is_known_person_noun(words.raw(head)))
        && words.raw(start).starts_with(char::is_lowercase);
    if (article || bare) && fits(head) {
        about.roles.push(words.spell(start, head + 1));
    }
}

/// "Ada Moss, who chairs the board", "Ada Moss chairs the board": what somebody is who does that.
fn done(words: &Words<'_>, to: usize) -> Option<String> {
    let who = words.raw(to) == "," && words.raw(to + 1) == "who";
    let verb = words.raw(if who { to + 2 } else { to });
    DOES.get(verb).map(|is| (*is).to_string())
}

/// "After talks with Ada Moss, the chairman of the group, Otto Lind, said": whether what stands behind a
/// name that something is done with leads over to the next.
fn is_anothers(words: &Words<'_>, from: usize, end: usize) -> bool {
    let before = from.checked_sub(1).map_or("", |i| words.raw(i));
    let comma = (end..end + LONGEST).find(|&i| words.raw(i) == ",");
    super::seen::is_objects(before) && comma.is_some_and(|comma| words.is_capital(comma + 1))
}

/// ", WARDEN]" behind a name in capitals: the last word of what somebody is.
fn loud_role(words: &Words<'_>, start: usize) -> Option<usize> {
    let loud = |i: usize| {
        let word = words.raw(i);
        word.len() > 1 && !word.contains(char::is_lowercase) && word.contains(char::is_alphabetic)
    };
    let end = (start..start + LONGEST).find(|&i| !loud(i))?;
    let head = end.checked_sub(1).filter(|&head| head >= start && words.is_shouted(start - 2))?;
    is_known_person_noun(&fold(words.raw(head))).then_some(head)
}

/// End and head of the noun phrase at `start`, up to its first preposition.
fn phrase(words: &Words<'_>, start: usize) -> Option<(usize, usize)> {
    let inner = |i: &usize| {
        words.tokens.get(*i).is_some_and(|token| {
            matches!(token.kind, TokenKind::Word | TokenKind::Number)
                && matches!(
                    token.tag,
                    Tag::Noun | Tag::Name | Tag::Adjective | Tag::Number | Tag::Participle
                )
        })
    };
    let end = (start..start + LONGEST).find(|i| !inner(i))?;
    let head = (start..end).rev().find(|&i| words.tokens[i].tag == Tag::Noun)?;
    Some((end, head))
}

/// "Zarkhan’s prime minister": what only a country or a city has.
fn has_state(words: &Words<'_>, to: usize) -> bool {
    words.is_owner(to - 1) && OF_STATE.contains(words.raw(to))
}

/// A number that can be somebody's age.
fn age(word: &str) -> Option<u16> {
    word.parse().ok().filter(|years| (1..=115).contains(years))
}

/// The age in "54-year-old", "fifty-year-old".
pub fn years_old(word: &str) -> Option<u16> {
    let years = word.strip_suffix("-year-old").or_else(|| word.strip_suffix("-year-olds"))?;
    age(years).or_else(|| age_in_words(years))
}

/// "fifty", "fifty-four", "nineteen".
fn age_in_words(words: &str) -> Option<u16> {
    const ONES: [&str; 19] = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] =
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let at = |list: &[&str], word: &str| list.iter().position(|&known| known == word);
    let (tens, ones) = words.split_once('-').unwrap_or((words, ""));
    let one = |word: &str| at(&ONES, word).and_then(|i| u16::try_from(i + 1).ok());
    let ten = at(&TENS, tens).and_then(|i| u16::try_from(i * 10 + 20).ok());
    match ten {
        Some(ten) if ones.is_empty() => Some(ten),
        Some(ten) => one(ones).filter(|&one| one < 10).map(|one| ten + one),
        None => one(words),
    }
}

/// Whether a noun says what a person is, by the lists or by its ending.
pub fn is_person_noun(word: &str) -> bool {
    is_known_person_noun(word) || word.len() > 5 && DOERS.iter().any(|end| word.ends_with(end))
}

/// Whether a noun is listed for what a person is: "neighbour", but no "river" for its ending.
pub fn is_known_person_noun(word: &str) -> bool {
    people::is_listed(word) || gazetteer::title(word).is_some()
}

/// Whether a noun is listed for what a person is or does, and is no "Mr." or "former".
pub fn is_calling(noun: &str) -> bool {
    use gazetteer::Title::{Kind, Office};
    people::is_listed(noun) || matches!(gazetteer::title(noun), Some(Office | Kind))
}

/// Whether a noun is an office that somebody holds alone: "mayor", but no "winegrower".
pub fn is_office(noun: &str) -> bool {
    gazetteer::title(noun) == Some(gazetteer::Title::Office)
}

/// Whether a word, with its capital, is a given name.
pub fn is_given(word: &str) -> bool {
    gazetteer::given(word).is_some()
}
