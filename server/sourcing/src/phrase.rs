//! Noun phrases, grown from one end.

use crate::{lexicon::Roles, unit::Unit};
use language::{
    Tag, data,
    names::{is_known_person_noun, is_person_noun},
};
use std::{ops::Range, sync::LazyLock};

/// The words by which phrases and clauses are told apart.
pub const WORDS: &str = include_str!("../data/phrases.txt");

/// Prepositions that join a noun phrase to the one before it.
const JOINS: [&str; 22] = [
    "of", "for", "from", "in", "at", "on", "with", "to", "by", "against", "between", "about",
    "near", "within", "behind", "under", "outside", "inside", "across", "among", "over", "into",
];

/// Words that can stand before a determiner.
const BEFORE: [&str; 10] =
    ["all", "both", "half", "nearly", "almost", "many", "most", "even", "only", "some"];

/// Days and other words of time that can stand bare before or after a phrase.
pub static TIMES: LazyLock<Vec<&str>> = LazyLock::new(|| data::class(WORDS, "time").collect());

/// Prepositions of how long or when something is done, and nouns of what it lasts.
const LASTS: [&str; 6] = ["for", "over", "in", "during", "on", "at"];
static SPANS: LazyLock<Vec<&str>> = LazyLock::new(|| data::class(WORDS, "span").collect());

/// The noun phrase of `units[low..end]` that ends right before `end`, with the phrases joined to
/// it by prepositions and conjunctions.
pub fn back(units: &[Unit], low: usize, end: usize) -> Option<Range<usize>> {
    let mut start = core_back(units, low, end)?;
    while let Some(link) = start.checked_sub(1).filter(|&i| i >= low) {
        let unit = &units[link];
        if unit.tag == Tag::Preposition && unit.any(&JOINS) {
            let Some(next) = core_back(units, low, link) else { break };
            // "The president over the weekend | had tweeted"
            if unit.any(&LASTS) && units[end - 1].any(&SPANS) && next < link {
                return back(units, low, link);
            }
            start = next;
        } else if unit.any(&["and", "or", "&", "nor"]) && !alone(units, start, end) {
            let comma = link > low && units[link - 1].is(",");
            let Some(next) = core_back(units, low, link - usize::from(comma)) else { break };
            let next = preposition_chain(units, low, next);
            if !can_begin(units, low, next) {
                break;
            }
            start = list_back(units, low, next);
        } else {
            break;
        }
    }
    if start > low && units[start - 1].any(&["both", "either", "neither"]) {
        start -= 1;
    }
    Some(start..end)
}

/// Whether a phrase is a pronoun that begins a clause of its own: "the law, and | he wants".
fn alone(units: &[Unit], start: usize, end: usize) -> bool {
    end == start + 1 && units[start].any(&["he", "she", "they", "it", "we"])
}

/// Takes in the phrases that prepositions join on the left.
fn preposition_chain(units: &[Unit], low: usize, mut start: usize) -> usize {
    while start > low && units[start - 1].any(&JOINS) {
        let Some(next) = core_back(units, low, start - 1) else { break };
        start = next;
    }
    start
}

/// The earlier members of "A, B and C".
fn list_back(units: &[Unit], low: usize, mut start: usize) -> usize {
    while start > low + 1 && units[start - 1].is(",") {
        let Some(next) = core_back(units, low, start - 1) else { break };
        let next = preposition_chain(units, low, next);
        let year = units[next..start - 1].iter().all(|u| u.tag == Tag::Number);
        // "In releases and statements, | the House and Senate candidates"
        let closed = next > low && units[next - 1].any(&["and", "or"]);
        if year || closed || !can_begin(units, low, next) {
            break;
        }
        start = next;
    }
    start
}

/// Whether a subject can begin here: it is not the object of a verb or a preposition.
fn can_begin(units: &[Unit], low: usize, start: usize) -> bool {
    let Some(before) = start.checked_sub(1).filter(|&i| i >= low).map(|i| &units[i]) else {
        return true;
    };
    !before.verbal() && before.tag != Tag::Preposition && before.tag != Tag::To
}

/// A determiner with its adjectives and nouns, or a name, or a pronoun.
pub fn core_back(units: &[Unit], low: usize, end: usize) -> Option<usize> {
    let mut start = end;
    while start > low {
        let unit = &units[start - 1];
        let first = start == end;
        if unit.any(&[")", "]"])
            && let Some(open) = bracket_back(units, low, start - 1)
        {
            start = open;
            continue;
        }
        let inner = unit.nominal() && !(first && unit.tag == Tag::Adjective && unit.possessive());
        let participle = unit.tag == Tag::Participle && !first;
        if (inner || participle) && (first || !splits(unit, &units[start])) {
            start -= 1;
            continue;
        }
        if unit.tag == Tag::Adverb
            && !first
            && (matches!(units[start].tag, Tag::Adjective | Tag::Participle | Tag::Number)
                || unit.is("also"))
        {
            start -= 1;
            continue;
        }
        // "the soft-spoken, | 71-year-old diplomat"
        if unit.is(",")
            && start > low + 2
            && units[start].text.ends_with("-old")
            && (units[start - 2].tag == Tag::Adjective || units[start - 2].text.ends_with("ed"))
            && units[start - 3].tag == Tag::Determiner
        {
            start -= 3;
            break;
        }
        if unit.tag == Tag::Determiner {
            start -= 1;
            while start > low && units[start - 1].any(&BEFORE) {
                start -= 1;
            }
            if start > low + 1
                && units[start - 1].is("of")
                && units[start - 2].tag == Tag::Determiner
            {
                start -= 2;
            }
            break;
        }
        if unit.tag == Tag::Pronoun
            && (first || units[start].any(&["himself", "herself", "themselves", "itself"]))
        {
            start -= 1;
            // "Mr. Moss himself | said"
            let named = start > low && matches!(units[start - 1].tag, Tag::Name | Tag::Noun);
            if first && named && unit.text.to_ascii_lowercase().contains("sel") {
                return core_back(units, low, start).or(Some(start));
            }
        }
        break;
    }
    if let Some(name) = named_behind(units, low, start, end) {
        return Some(name);
    }
    // A phrase of adverbs or adjectives alone names nobody.
    let named = units[start..end].iter().any(|u| {
        matches!(u.tag, Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Determiner | Tag::Number)
            || u.tag == Tag::Adjective
    });
    (start < end && named).then_some(start)
}

/// Whether a phrase cannot go on from `right` to `left`: "On Tuesday | Macron".
fn splits(left: &Unit, right: &Unit) -> bool {
    let title = right.tag == Tag::Name && right.text.len() < 6 && right.text.ends_with('.');
    let office = left.word.is_some_and(|w| w.roles.person || w.roles.anonymous);
    left.any(&TIMES) && right.tag != Tag::Noun
        || left.quote.is_some() && (left.tag == Tag::Other || left.text.ends_with(',') || left.text.matches(' ').count() > 1 && right.tag == Tag::Name)
        // "At the state’s convention | Rep. Ada Moss"
        || title && left.tag == Tag::Noun && !left.capital() && !office
        // "released a statement | saying Moss’s remarks"
        || left.tag == Tag::Participle && right.tag != Tag::Noun && speaks(left)
}

/// "ads for the firms | Moss hopes to attract": where a name begins that what stands before it, an object,
/// only leads to.
fn named_behind(units: &[Unit], low: usize, start: usize, end: usize) -> Option<usize> {
    let name = (start + 1..end).find(|&i| units[i].tag == Tag::Name && is_things(&units[i - 1]))?;
    let before = units.get(start.checked_sub(1).filter(|&i| i >= low)?)?;
    let object = before.verbal() || before.tag == Tag::Preposition;
    let acts =
        units[start..name].iter().any(|u| u.tag == Tag::Participle && u.text.ends_with("ing"));
    ((object || acts) && !units[name].any(&TIMES)).then_some(name)
}

/// Whether a word is a noun in small letters for several things, and for no people.
fn is_things(unit: &Unit) -> bool {
    let Some(one) = unit.text.strip_suffix('s').filter(|one| !one.ends_with('s')) else {
        return false;
    };
    unit.tag == Tag::Noun
        && !unit.capital()
        && !is_person_noun(one)
        && unit.word.is_none_or(|word| word.plural && word.roles == Roles::default())
}

/// Whether a form in -ing takes a clause: "saying", "showing".
fn speaks(unit: &Unit) -> bool {
    unit.text.ends_with("ing")
        && unit.word.is_some_and(|w| w.verbs.iter().any(|(_, v)| v.frames.has('c')))
}

fn bracket_back(units: &[Unit], low: usize, close: usize) -> Option<usize> {
    (low..close).rev().take(12).find(|&i| units[i].any(&["(", "["]))
}

/// End of the noun phrase of `units[start..high]` that begins at `start`; `start` where there is
/// none. `joins` are the prepositions that may take it further.
pub fn ahead(units: &[Unit], start: usize, high: usize, joins: &[&str]) -> usize {
    let mut end = core_ahead(units, start, high);
    if end == start {
        return start;
    }
    while end < high {
        let link = &units[end];
        let next = if link.tag == Tag::Preposition && link.any(joins)
            || link.any(&["and", "&"])
                && units.get(end + 1).is_some_and(|u| u.nominal() || u.tag == Tag::Determiner)
        {
            core_ahead(units, end + 1, high)
        } else {
            break;
        };
        if next == end + 1 {
            break;
        }
        end = next;
    }
    end
}

/// Whether a phrase is a name, or a determiner with a noun for somebody who speaks.
pub fn is_somebody(units: &[Unit], start: usize, end: usize) -> bool {
    let Some(phrase) = units.get(start..end).filter(|phrase| !phrase.is_empty()) else {
        return false;
    };
    let speaks = |u: &Unit| {
        u.word.is_some_and(|w| w.roles.person || w.roles.official || w.roles.anonymous)
            || is_known_person_noun(&u.text.to_lowercase())
    };
    let one = phrase.len() > 2 && phrase[0].any(&["one", "two"]) && phrase[1].is("of");
    one && phrase.iter().any(|u| speaks(u) || u.is("them"))
        || phrase.iter().all(|u| u.tag == Tag::Name && !u.any(&TIMES))
        || phrase[0].tag == Tag::Determiner && phrase.iter().any(speaks)
}

/// Steps over a few words between commas: "recounts, still shaken, | Ada Moss".
pub fn over_inserted(units: &[Unit], start: usize, high: usize) -> usize {
    let inserted = |i: &usize| *i < high && units.get(*i).is_some_and(|u| u.is(","));
    let Some(open) = Some(start).filter(inserted) else { return start };
    let close = (open + 2..open + 7).find(inserted);
    let plain = |u: &Unit| u.tag != Tag::Name && u.quote.is_none() && !u.ends;
    match close {
        Some(close) if units[open + 1..close].iter().all(plain) => close + 1,
        _ => start,
    }
}

/// "the families’ lawyer, | Ada Moss": the end of the name behind the office that ends at `end`, or `end`.
pub fn with_name(units: &[Unit], start: usize, end: usize, high: usize) -> usize {
    let office = start < end
        && units[start..end].iter().any(|u| {
            u.word.is_some_and(|w| !w.plural && (w.roles.person || w.roles.official))
                || is_known_person_noun(&u.text.to_lowercase())
        })
        && (units[end - 1].tag != Tag::Name || units[start..end].iter().any(|u| u.is("of")));
    if !office || !units.get(end).is_some_and(|u| u.is(",")) || end + 1 >= high {
        return end;
    }
    let name = core_ahead(units, end + 1, high);
    let named = name > end + 1 && units[end + 1..name].iter().all(|u| u.tag == Tag::Name);
    let closes = units.get(name).is_none_or(|u| name >= high || u.parts() || u.is("."));
    if named && closes { name } else { end }
}

/// End of a determiner, its adjectives and its nouns.
pub fn core_ahead(units: &[Unit], start: usize, high: usize) -> usize {
    let mut end = start;
    let mut noun = false;
    while end < high {
        let unit = &units[end];
        let possessive = end > start && units[end - 1].possessive();
        match unit.tag {
            _ if end == start && unit.any(&["both", "either", "neither"]) => {}
            Tag::Pronoun if end == start => return end + 1,
            Tag::Determiner if end == start || units[end - 1].tag == Tag::Determiner => {}
            Tag::Noun | Tag::Name if end == start || !units[end - 1].any(&TIMES) => {
                if noun && !possessive && unit.any(&TIMES) {
                    break;
                }
                noun = true;
            }
            Tag::Number | Tag::Adjective => {
                let goes_on = units.get(end + 1).filter(|_| end + 1 < high).is_some_and(|next| {
                    matches!(next.tag, Tag::Noun | Tag::Name) && !next.any(&TIMES)
                });
                if noun && unit.tag == Tag::Adjective && !possessive && !unit.capital() && !goes_on
                {
                    break;
                }
            }
            Tag::Participle | Tag::Adverb if !noun && end > start => {}
            // "Halden ranking member Ada Moss"
            Tag::Participle
                if noun
                    && unit.text.ends_with("ing")
                    && units.get(end + 1).is_some_and(Unit::nominal)
                    && unit.word.is_none() => {}
            _ if noun && unit.any(&["(", "["]) => {
                let close = (end..high.min(end + 12)).find(|&i| units[i].any(&[")", "]"]));
                let Some(close) = close else { break };
                end = close;
            }
            _ => break,
        }
        end += 1;
    }
    end
}
