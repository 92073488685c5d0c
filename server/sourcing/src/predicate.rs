//! Attribution by what somebody is or gives: "is convinced that", "expressed the hope that".

use crate::{
    clause::{Group, Shape},
    copy::{Copy, Found},
    lexicon::Class,
    unit::Unit,
};
use language::{Table, Tag, data};
use std::{borrow::Cow, ops::Range, sync::LazyLock};

/// How a word of the data file attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Is,
    Of,
    Give,
}

static WORDS: LazyLock<Table<Vec<Way>>> = LazyLock::new(|| {
    let entries = data::lines(include_str!("../data/predicates.txt"));
    let mut table: Table<Vec<Way>> = Table::default();
    for (name, words) in entries {
        let way = match name {
            "is" => Way::Is,
            "of" => Way::Of,
            _ => Way::Give,
        };
        words.split(' ').for_each(|word| table.entry(word).or_default().push(way));
    }
    table
});

const BE: [&str; 8] = ["is", "are", "was", "were", "be", "been", "remains", "remained"];

/// Finds the attributions that predicates of `sentence` make.
pub fn find(copy: &mut Copy, sentence: &Range<usize>, groups: &[Group]) {
    for group in groups {
        let Some(cue) = cue(&copy.units, group, sentence.end) else { continue };
        let Some(source) = group.subject.range() else { continue };
        let stop = (cue.end..sentence.end).find(|&i| ends_clause(&copy.units, i, sentence.end));
        let content = cue.end..stop.unwrap_or(sentence.end);
        let there = ["it", "there", "this", "that", "what", "which"];
        if content.is_empty() || copy.units[source.start].any(&there) {
            continue;
        }
        copy.push(Found {
            source: Some(source),
            cue,
            content: vec![content],
            class: Some(Class::Mental),
            within: copy.governor(group.head),
            ..Found::default()
        });
    }
}

/// The units from the verb to what it is said with, where "that" stands behind.
pub fn cue(units: &[Unit], group: &Group, high: usize) -> Option<Range<usize>> {
    let is = |i: usize, way: Way| {
        let word = units.get(i).filter(|u| i < high && u.quote.is_none())?.text;
        let plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
        let word = if plain { word.into() } else { Cow::from(word.to_lowercase()) };
        WORDS.get(&word).filter(|ways| ways.contains(&way)).map(|_| i)
    };
    let that = |i: usize| units.get(i).is_some_and(|u| i < high && u.is("that"));
    let be = units[group.range.clone()].iter().any(|u| u.any(&BE));
    // "is convinced", where the tagger saw a passive, or "is | sure".
    let mut past = (group.head..group.head + 4).filter(|_| be);
    if let Some(adjective) = past.find_map(|i| is(i, Way::Is)).filter(|&i| that(i + 1)) {
        return Some(group.range.start..adjective + 1);
    }
    let next = group.head + 1;
    if be && units.get(next).is_some_and(|u| u.is("of")) {
        let noun = (next + 1..next + 4).find_map(|i| is(i, Way::Of))?;
        return that(noun + 1).then_some(group.range.start..noun + 1);
    }
    is(group.head, Way::Give).filter(|_| group.shape != Shape::Passive)?;
    let noun = (next..next + 5).find(|&i| that(i + 1))?;
    let links = units[noun].word.is_some_and(|w| w.links.that);
    let plain = units[next..noun].iter().all(|u| {
        matches!(
            u.tag,
            Tag::Determiner | Tag::Adjective | Tag::Noun | Tag::Preposition | Tag::Pronoun
        )
    });
    (links && plain).then_some(group.range.start..noun + 1)
}

/// Whether a clause of its own begins at `at`: ", but the mayor left".
fn ends_clause(units: &[Unit], at: usize, high: usize) -> bool {
    let opens = ["but", "while", "although", "though", "whereas"];
    units[at].is(";")
        || units[at].is(",") && units.get(at + 1).is_some_and(|u| at + 1 < high && u.any(&opens))
}

/// Whether a verb group only says that somebody is sure: "…,” Moss is convinced.
pub fn is_held(units: &[Unit], group: &Group) -> bool {
    let held = WORDS.get(units[group.head].text).is_some_and(|ways| ways.contains(&Way::Is));
    held && units[group.range.clone()].iter().any(|u| u.any(&BE))
}
