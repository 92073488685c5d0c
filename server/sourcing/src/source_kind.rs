//! What kind of source a mention is, by its words.

use crate::{SourceKind, lexicon};
use language::{Entity, MentionKind, names};

/// Words that make nobody known of whom they describe.
const UNKNOWN: [&str; 4] = ["close", "familiar", "anonymous", "unnamed"];

/// The kind of source a name makes; `None` where its words must tell.
pub fn of_mention(kind: MentionKind) -> Option<SourceKind> {
    match kind {
        MentionKind::Person | MentionKind::Role => Some(SourceKind::Person),
        MentionKind::Organisation | MentionKind::Place => Some(SourceKind::Official),
        MentionKind::Outlet => Some(SourceKind::Outlet),
        MentionKind::Nationality | MentionKind::Unknown => None,
    }
}

/// The kind of source an entity of the article makes.
pub fn of_entity(entity: &Entity) -> SourceKind {
    let noun = |role: &String| lexicon::word(head(role)).map(|word| word.roles).unwrap_or_default();
    let medium = entity
        .about
        .roles
        .iter()
        .any(|role| noun(role).outlet || role.split(' ').any(|word| word == "news"));
    if medium && entity.kind != MentionKind::Person {
        return SourceKind::Outlet;
    }
    // "Environmental group Blue Lagoon"
    let is_body = |role: &String| noun(role).body && !names::is_person_noun(head(role));
    let guessed = entity.kind == MentionKind::Unknown
        || entity.kind == MentionKind::Person && entity.gender == names::Gender::Unknown;
    if guessed && entity.titles.is_empty() && entity.about.roles.iter().any(is_body) {
        return SourceKind::Official;
    }
    of_mention(entity.kind).unwrap_or_else(|| of_words(&entity.name))
}

/// Where a source phrase ends that its noun heads: before its first comma, relative clause or
/// preposition.
pub fn head_end(words: &str) -> usize {
    let stops = |letter: u8| -> &[&str] {
        match letter {
            b'(' => &[" ("],
            b'w' => &[" who ", " which ", " whose ", " with "],
            b'o' => &[" of ", " on ", " obtained "],
            b'f' => &[" for ", " from ", " familiar "],
            b'i' => &[" in ", " interviewed"],
            b'a' => &[" at "],
            b'b' => &[" by "],
            b'c' => &[" close to ", " conducted"],
            b't' => &[" to "],
            b'd' => &[" dated "],
            b's' => &[" seen ", " surveyed"],
            b'r' => &[" released"],
            b'p' => &[" published", " polled"],
            _ => &[],
        }
    };
    let from = partitive(words);
    let rest = &words[from..];
    // One pass: the first of many stops is looked for in every source, and often.
    let open = |stop: &str| !rest.starts_with(stop);
    let stops_at = |at: usize| {
        let tail = &rest[at..];
        match tail.as_bytes() {
            [b',', ..] => open(",") && !parts_adjectives(tail),
            [_, letter, ..] => {
                stops(*letter).iter().any(|stop| tail.starts_with(stop) && open(stop))
            }
            _ => false,
        }
    };
    let may_stop = |&(_, byte): &(usize, u8)| matches!(byte, b' ' | b',');
    let mut inside = 0;
    let stops = |&(at, _): &(usize, u8)| {
        if at < inside {
            return false;
        }
        // "the senator (centrist) Ada Moss"
        if let Some(behind) = beyond_bracket(rest, at) {
            inside = behind;
            return false;
        }
        stops_at(at)
    };
    let cut = rest.bytes().enumerate().skip(1).filter(may_stop).find(stops);
    let cut = cut.map_or(rest.len(), |(at, _)| at);
    from + rest[..cut].trim_end_matches([' ', ':']).len()
}

/// "the soft-spoken|, 71-year-old diplomat": whether a comma stands between what two adjectives say of one
/// noun. Of adjectives an age alone shows by its form that no apposition begins.
fn parts_adjectives(tail: &str) -> bool {
    let next = tail.strip_prefix(", ").and_then(|next| next.split(' ').next());
    next.is_some_and(|next| next.ends_with("-year-old"))
}

/// Where a phrase goes on behind the bracket that opens at `at`: with a name.
fn beyond_bracket(words: &str, at: usize) -> Option<usize> {
    let inner = words.get(at..)?.strip_prefix(" (")?;
    let close = inner.find(')')?;
    let behind = inner[close + 1..].strip_prefix(' ')?;
    behind.starts_with(char::is_uppercase).then_some(words.len() - behind.len())
}

/// The noun that heads a source phrase, as written, without a possessive ending.
pub fn head(words: &str) -> &str {
    noun(&words[..head_end(words)])
}

/// The same of a phrase that ends with its head.
pub fn noun(phrase: &str) -> &str {
    let last = phrase.rsplit(' ').next().unwrap_or_default();
    let last = last.trim_matches(|c: char| !c.is_alphanumeric());
    last.strip_suffix("’s").or_else(|| last.strip_suffix("'s")).unwrap_or(last)
}

/// Where the whole begins of which a source is a part: "one of the aides".
fn partitive(words: &str) -> usize {
    const PARTS: [&str; 8] = ["one", "two", "three", "some", "many", "most", "several", "both"];
    const OF: &str = "of ";
    // Looked at for every source, so no further than the longest of them.
    let space = words.bytes().take("several ".len()).position(|byte| byte == b' ');
    let Some((part, rest)) = space.map(|at| (&words[..at], &words[at + 1..])) else { return 0 };
    let of = rest.get(..OF.len()).is_some_and(|start| start.eq_ignore_ascii_case(OF));
    let found = of && PARTS.iter().any(|known| known.eq_ignore_ascii_case(part));
    if found { part.len() + 1 + OF.len() } else { 0 }
}

/// The words of a mention without article, appositive and closing possessive.
pub fn plain(words: &str) -> &str {
    // The comma of "4,000" parts nothing.
    let digit = |at: usize| words.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let parts = |&(at, _): &(usize, &str)| {
        at > 0 && !(digit(at - 1) && digit(at + 1)) && !parts_adjectives(&words[at..])
    };
    let cut = words.match_indices([',', '(', '—']).find(parts);
    let cut = cut.map_or(words.len(), |(at, _)| at);
    let modified = |letter: u8| -> &[&str] {
        match letter {
            b'c' => &[" conducted", " consulted by ", " contacted by ", " cited by "],
            b'd' => &[" dated "],
            b'i' => &[" interviewed by "],
            b'o' => &[" obtained "],
            b'p' => &[" published"],
            b'q' => &[" quoted by "],
            b'r' => &[" released", " reviewed by "],
            b's' => &[" seen by "],
            b't' => &[" that "],
            b'w' => &[" who ", " whose ", " which "],
            _ => &[],
        }
    };
    let stops_at = |&at: &usize| {
        let tail = &words[at..];
        let letter = tail.as_bytes().get(1);
        letter.is_some_and(|&letter| modified(letter).iter().any(|stop| tail.starts_with(stop)))
    };
    let modified = words.match_indices(' ').map(|(at, _)| at).find(stops_at);
    let cut = modified.map_or(cut, |at| at.min(cut));
    let words = words[..cut].trim();
    let words = words.strip_suffix("’s").or_else(|| words.strip_suffix("'s")).unwrap_or(words);
    let begins = |article: &&str| {
        words.get(..article.len()).is_some_and(|start| start.eq_ignore_ascii_case(article))
    };
    match ["the ", "a ", "an ", "this ", "its ", "both "].iter().find(|article| begins(article)) {
        Some(article) if *article == "both " => plain(&words[article.len()..]),
        Some(article) => &words[article.len()..],
        None => words,
    }
}

/// The kind of source that a phrase without a name of its own is.
///
/// Decided by the noun that heads it: bodies that speak are official, things are documents,
/// "analysts" are nobody in particular, "officials", "a source" and "one neighbour" somebody whom
/// the writer knows and does not name.
pub fn of_words(words: &str) -> SourceKind {
    let lower = words.to_lowercase();
    let whole = partitive(&lower);
    let part = whole > 0;
    let phrase = &lower[whole..head_end(&lower)];
    let mut parts = phrase.split_whitespace().map(bare);
    let Some(first) = parts.next() else { return SourceKind::Person };
    let rest = parts.clone();
    let (last, alone) = parts.next_back().map_or((first, true), |last| (last, false));
    let definite = matches!(first, "the" | "his" | "her" | "their" | "its" | "our" | "my");
    // "One in four voters" were asked, and "a host of new songs" is a number of them.
    let share = lower.starts_with("one in ") || lower.starts_with("two in ");
    if share || lower.starts_with("a host of ") {
        return SourceKind::Person;
    }
    if alone && matches!(first, "one" | "another" | "others") {
        return SourceKind::Anonymous;
    }
    let one = matches!(first, "a" | "an" | "one" | "another" | "two" | "three") || part;
    let official = || first == "official" || rest.clone().any(|word| word == "official");
    let official_statement = last == "statement" && official();
    let proper = || words.split_whitespace().skip(1).any(|w| w.starts_with(char::is_uppercase));
    let unknown = || lower.split_whitespace().any(|w| UNKNOWN.contains(&bare(w)));
    let Some(word) = lexicon::word(last) else {
        let human = one && names::is_person_noun(last) && !proper();
        return if human { SourceKind::Anonymous } else { SourceKind::Person };
    };
    let roles = word.roles;
    match () {
        () if official_statement => SourceKind::Official,
        () if roles.anonymous && (part || last.starts_with("source") || unknown()) => {
            SourceKind::Anonymous
        }
        () if roles.vague && (word.plural || alone) && !definite => SourceKind::Vague,
        () if matches!(first, "some" | "many" | "most" | "several" | "others") => SourceKind::Vague,
        () if roles.anonymous && !definite => SourceKind::Anonymous,
        () if roles.outlet && !roles.document => SourceKind::Outlet,
        () if roles.document || roles.thing => SourceKind::Document,
        () if roles.official => SourceKind::Official,
        () if roles.anonymous && word.plural && !proper() => SourceKind::Anonymous,
        () if one && (roles.person || names::is_person_noun(last)) && !proper() => {
            SourceKind::Anonymous
        }
        () => SourceKind::Person,
    }
}

/// A word without signs around it and without a possessive ending.
fn bare(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: SourceKind) {
        assert_eq!(of_words(words), expected, "{words}");
    }

    #[test]
    fn the_last_noun_tells_the_kind() {
        check("analysts", SourceKind::Vague);
        check("some analysts", SourceKind::Vague);
        check("French experts", SourceKind::Vague);
        check("critics of the plan", SourceKind::Vague);
        check("official sources", SourceKind::Anonymous);
        check("a source close to the talks", SourceKind::Anonymous);
        check("a close source", SourceKind::Anonymous);
        check("a senior official", SourceKind::Anonymous);
        check("a person familiar with the matter", SourceKind::Anonymous);
        check("the foreign ministry", SourceKind::Official);
        check("the Kremlin’s press service", SourceKind::Official);
        check("the French presidency", SourceKind::Official);
        check("a spokesman for the port", SourceKind::Official);
        check("an official statement", SourceKind::Official);
        check("the report", SourceKind::Document);
        check("a new poll", SourceKind::Document);
        check("the candidate", SourceKind::Person);
        check("the bespectacled, 71-year-old diplomat", SourceKind::Person);
        check("one in four voters", SourceKind::Person);
        check("One in three", SourceKind::Person);
        check("a host of critics", SourceKind::Person);
        check("lawmakers", SourceKind::Person);
        check("protesters", SourceKind::Person);
        check("the discussion", SourceKind::Document);
        check("the new strategy", SourceKind::Document);
        check("data", SourceKind::Document);
    }
}
