//! Phrases of reports.

use sourcing::{Attribution, Place, Reading, SourceKind, Sourcing};

/// A sentence of which somebody says less than one part in so many is mostly the outlet's own.
const PARTLY: usize = 3;

/// "citing the police": to whom a sentence is sourced where it stands; "partly citing the police"
/// where most of it, or a clause of it, is the outlet’s own word.
pub fn cited(reading: &Reading, sentence: usize) -> String {
    let mut claims = reading.claims.iter().filter(|claim| claim.sentence == sentence);
    let own_word = claims.clone().any(|claim| claim.attribution.is_none());
    let Some(claim) = claims.clone().find(|claim| claim.attribution.is_some()).or(claims.next())
    else {
        return String::new();
    };
    // What somebody says in the sentence itself comes before what goes on from the one before.
    let own = claim.attribution.and_then(|_| most(reading, reading.sentences[sentence].place));
    let partly = own_word || own.is_some_and(|(_, little)| little);
    let citing = if partly { "partly citing" } else { "citing" };
    let claimed =
        || claim.attribution.and_then(|at| reading.attributions.get(at)).map(AsRef::as_ref);
    let Some(attribution) = own.map(|(said, _)| said).or_else(claimed) else {
        return match claim.sourcing {
            Sourcing::Unsourced => "naming no source".into(),
            _ => String::new(),
        };
    };
    // "the discussion revealed" names no one; a document is cited by its name.
    let nameless = |speaker: &String| !speaker.contains(char::is_uppercase);
    if attribution.kind == Some(SourceKind::Document)
        && attribution.speaker.as_ref().is_some_and(nameless)
    {
        return String::new();
    }
    let source = reading.named(attribution);
    match (source, attribution.via.as_deref()) {
        (Some(source), Some(via)) if source != via => {
            format!("{citing} {source} by way of {via}")
        }
        (Some(source), _) | (None, Some(source)) => format!("{citing} {source}"),
        (None, None) if attribution.source.is_empty() => "naming no source".into(),
        (None, None) => String::new(),
    }
}

/// The statement that makes up most of a sentence, with who says so, and whether that is little.
fn most(reading: &Reading, sentence: Place) -> Option<(&Attribution, bool)> {
    let inside =
        |place: &Place| place.block == sentence.block && sentence.range.covers(place.range);
    let share = |said: &Attribution| -> usize {
        let places = said.source.iter().chain(&said.cue).chain(&said.content);
        places.filter(|place| inside(place)).map(|place| place.range.len()).sum()
    };
    let here =
        |said: &&Attribution| said.cue.first().is_some_and(inside) && reading.named(said).is_some();
    let told = || reading.attributions.iter().map(AsRef::as_ref).filter(here);
    // An outlet that cites somebody only passes it on.
    let relays = |said: &Attribution| said.via.as_deref() == reading.named(said);
    let said = told().rev().max_by_key(|said| (!relays(said), share(said)))?;
    let same = told().filter(|other| reading.named(other) == reading.named(said));
    Some((said, same.map(share).sum::<usize>() * PARTLY < sentence.range.len()))
}

/// "one", "one and two", "one, two and three".
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// "1 outlet", "3 outlets".
pub fn count(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}

/// `words` behind `start`, broken between words into lines of at most `width` characters, which begin
/// below each other.
pub fn wrapped(start: &str, words: &str, width: usize) -> String {
    let indent = start.chars().count();
    let mut out = start.to_owned();
    let mut taken = indent;
    for (at, word) in words.split_whitespace().enumerate() {
        let length = word.chars().count();
        if at > 0 && width < taken + 1 + length {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent));
            taken = indent;
        } else if at > 0 {
            out.push(' ');
            taken += 1;
        }
        out.push_str(word);
        taken += length;
    }
    out
}
