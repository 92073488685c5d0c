//! Verb groups of a sentence and their subjects.

mod border;
mod description;
mod inverted;
mod modifier;
mod shape;
mod subject;

use crate::{phrase, unit::Unit};
pub use border::{LEADS, borders};
pub use description::{antecedent, followed};
use inverted::inverted;
use language::Tag;
use shape::{passive_in_phrase, shape};
use std::ops::Range;
use subject::subject;

/// A verb with its auxiliaries and adverbs: "has repeatedly said", "was quoted", "to say".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The units it covers.
    pub range: Range<usize>,
    /// The verb itself.
    pub head: usize,
    /// What kind of clause it heads.
    pub shape: Shape,
    /// Who or what does it.
    pub subject: Subject,
}

/// What kind of clause a verb group heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// "said", "has said"
    Finite,
    /// "was told", "is expected"
    Passive,
    /// "to say"
    Infinitive,
    /// "saying"
    Participle,
    /// "described by": a passive without its auxiliary
    Reduced,
}

/// Who or what does it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// These units.
    Of(Range<usize>),
    /// Nobody before the verb.
    None,
}

impl Subject {
    /// The units, if any.
    pub fn range(&self) -> Option<Range<usize>> {
        match self {
            Self::Of(range) => Some(range.clone()),
            Self::None => None,
        }
    }
}

const BE: [&str; 13] = [
    "is", "are", "was", "were", "be", "been", "being", "am", "isn't", "wasn't", "aren't", "get",
    "got",
];

/// The verb groups of the sentence `units[range]`, in order, with their subjects.
pub fn groups(units: &[Unit], sentence: Range<usize>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut i = sentence.start;
    while i < sentence.end {
        let Some((range, head)) = group_at(units, i, sentence.end) else {
            i += 1;
            continue;
        };
        i = range.end;
        let shape = shape(units, &range, head);
        let subject = inverted(units, &range, head, sentence.end)
            .unwrap_or_else(|| subject(units, sentence.start, &range, shape, &groups));
        let shape = if passive_in_phrase(units, sentence.start, &range, shape, &subject) {
            Shape::Reduced
        } else {
            shape
        };
        groups.push(Group { range, head, shape, subject });
    }
    // "Speaking in Ohio, Trump said": a participle that opens the sentence waits for its subject.
    for at in 0..groups.len() {
        if groups[at].shape == Shape::Participle && groups[at].subject == Subject::None {
            let behind_comma = |g: &&Group| {
                g.subject.range().is_some_and(|s| s.start > 0 && units[s.start - 1].is(","))
            };
            let named = |g: &&Group| {
                g.subject.range().is_some_and(|s| {
                    !units[s.start].any(&["it", "there", "this", "that", "who", "which"])
                        && (s.start == 0 || units[s.start - 1].tag != Tag::Subordinator)
                })
            };
            let finite =
                || groups[at + 1..].iter().filter(|g| g.shape == Shape::Finite).filter(named);
            let comma = groups[at].range.start.saturating_sub(1);
            let opening = (comma > sentence.start + 1)
                .then(|| phrase::ahead(units, sentence.start, comma, &["of", "for", "from"]))
                .filter(|&end| units[sentence.start..end].iter().any(|u| u.tag == Tag::Name))
                .filter(|&end| units[end].is(","))
                .map(|end| Subject::Of(sentence.start..end));
            let later = finite().find(behind_comma).or_else(|| finite().next());
            groups[at].subject =
                opening.or_else(|| later.map(|g| g.subject.clone())).unwrap_or(Subject::None);
        }
    }
    groups
}

/// The subject of the sentence's main verb.
pub fn lead(units: &[Unit], groups: &[Group]) -> Option<Range<usize>> {
    let finite = groups.iter().filter(|g| matches!(g.shape, Shape::Finite | Shape::Passive));
    let mut subjects = finite.filter_map(|g| g.subject.range());
    subjects.find(|s| {
        let first = &units[s.start];
        let opened = s.start.checked_sub(1).map(|i| &units[i]);
        let relative =
            ["who", "whose", "which", "that", "what", "it", "there", "this", "i", "we", "you"];
        !first.any(&relative) && opened.is_none_or(|u| u.tag != Tag::Subordinator)
    })
}

/// The verb groups that begin in a range of units.
pub fn groups_in<'g>(groups: &'g [Group], range: &Range<usize>) -> impl Iterator<Item = &'g Group> {
    let range = range.clone();
    groups.iter().filter(move |group| range.contains(&group.head))
}

/// The group that begins at `start`, and its head.
fn group_at(units: &[Unit], start: usize, high: usize) -> Option<(Range<usize>, usize)> {
    let mut end = start;
    let mut head = None;
    while end < high {
        let unit = &units[end];
        match unit.tag {
            Tag::Auxiliary => head = Some(end),
            Tag::Verb | Tag::Infinitive | Tag::Participle => {
                let modifies =
                    unit.tag == Tag::Participle && head.is_none() && !heads_clause(units, end);
                if modifies {
                    return None;
                }
                return Some((start..end + 1, end));
            }
            Tag::To
                if units.get(end + 1).is_some_and(|u| {
                    matches!(u.tag, Tag::Infinitive | Tag::Adverb | Tag::Auxiliary)
                }) =>
            {
                if head.is_some() {
                    break;
                }
            }
            Tag::Adverb if units[start].tag != Tag::Adverb || end == start || head.is_some() => {
                if head.is_none()
                    && end > start
                    && units[start].tag != Tag::To
                    && units[end - 1].tag != Tag::Adverb
                {
                    return None;
                }
            }
            Tag::Adverb => {}
            _ => break,
        }
        end += 1;
    }
    let head = head?;
    Some((start..head + 1, head))
}

/// Whether a participle heads a clause rather than standing before a noun.
fn heads_clause(units: &[Unit], at: usize) -> bool {
    let before = at.checked_sub(1).map(|i| &units[i]);
    before.is_none_or(|u| {
        u.parts()
            || u.ends
            || u.speech()
            || matches!(
                u.tag,
                Tag::Conjunction
                    | Tag::Subordinator
                    | Tag::Noun
                    | Tag::Name
                    | Tag::Adverb
                    | Tag::Pronoun
                    | Tag::Preposition
                    | Tag::Number
                    | Tag::Mark
            )
    })
}
