//! What kind of source a mention is, by its words.

use crate::{SourceKind, lexicon};
use language::MentionKind;

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

/// The kind of source that a phrase without a name of its own is.
///
/// Decided by the last noun before "of", "for" or a comma: bodies that speak are official, things
/// are documents, "analysts" are nobody in particular, "officials" and "a source" somebody whom the
/// writer knows and does not name.
pub fn of_words(words: &str) -> SourceKind {
    let lower = words.to_lowercase();
    let cut = [
        ",",
        " of ",
        " for ",
        " who ",
        " in ",
        " at ",
        " from ",
        " close to ",
        " with ",
        " on ",
        " to ",
        " by ",
        " (",
        " familiar ",
        " released",
        " conducted",
        " published",
    ];
    let end = cut.iter().filter_map(|stop| lower.find(stop)).filter(|&at| at > 0).min();
    let head = &lower[..end.unwrap_or(lower.len())];
    let clean = |w: &str| {
        let w = w.trim_matches(|c: char| !c.is_alphanumeric());
        w.strip_suffix("’s").or_else(|| w.strip_suffix("'s")).unwrap_or(w).to_string()
    };
    let parts: Vec<String> = head.split_whitespace().map(clean).collect();
    let Some(last) = parts.last() else { return SourceKind::Person };
    let first = &*parts[0];
    let definite = matches!(first, "the" | "his" | "her" | "their" | "its" | "our" | "my");
    let official_statement = parts.iter().any(|w| w == "official") && last == "statement";
    let Some(word) = lexicon::word(last) else { return SourceKind::Person };
    let roles = word.roles;
    let proper = words.split_whitespace().skip(1).any(|w| w.starts_with(char::is_uppercase));
    let unknown = lower.split_whitespace().any(|w| UNKNOWN.contains(&w));
    match () {
        () if official_statement => SourceKind::Official,
        () if roles.anonymous && (unknown || last.starts_with("source")) => SourceKind::Anonymous,
        () if roles.vague && (word.plural || parts.len() == 1) && !definite => SourceKind::Vague,
        () if matches!(first, "some" | "many" | "most" | "several" | "others") => SourceKind::Vague,
        () if roles.anonymous && !definite => SourceKind::Anonymous,
        () if roles.outlet && !roles.document => SourceKind::Outlet,
        () if roles.document || roles.thing => SourceKind::Document,
        () if roles.official => SourceKind::Official,
        () if roles.anonymous && word.plural && !proper => SourceKind::Anonymous,
        () => SourceKind::Person,
    }
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
        check("lawmakers", SourceKind::Person);
        check("protesters", SourceKind::Person);
        check("the discussion", SourceKind::Document);
        check("the new strategy", SourceKind::Document);
        check("data", SourceKind::Document);
    }
}
