//! Who says what inside one paragraph: asks the finders in turn and puts in order what they found.

use crate::{
    Quoted,
    clause::{self, Group},
    copy::{Copy, Found},
    loose, nominal, predicate,
    said::{Said, Told},
    setoff,
    unit::{self, Unit},
    verbal,
};
use language::{Text, TextRange};
use std::ops::Range;

/// Finds the attributions of one paragraph, the subjects of its sentences and their clauses. In a line
/// of a transcript the first attribution is the whole line's; who is quoted in it comes behind.
pub fn attributions(text: &str, read: &Text, quoted: &[Quoted]) -> Told {
    let line = setoff::transcript(text);
    let mut units = unit::units(text, read, quoted);
    let loud = |line: &Said| line.source.iter().all(|s| setoff::is_loud(s.of(text)));
    // A label in small letters tells nothing before the whole article is known.
    if let Some(spoken) = line.as_ref().filter(|l| loud(l)).and_then(|line| line.content.first()) {
        units.retain(|unit| unit.range.start >= spoken.start);
    }
    let bites = setoff::bites(text);
    let bitten = |unit: &Unit| {
        let past = bites.partition_point(|bite| bite.source[0].start <= unit.range.start);
        past.checked_sub(1).is_some_and(|at| unit.range.end <= bites[at].content[0].end)
    };
    if !bites.is_empty() {
        units.retain(|unit| !bitten(unit));
    }
    let mut copy = Copy::new(units, &read.mentions);
    let (mut subjects, mut borders) = (Vec::new(), Vec::new());
    if !setoff::speaker_line(&mut copy) {
        // A quotation left over waits for the sentence behind it: “Why?” Ada Moss asked.
        let mut waiting: Option<(Range<usize>, Vec<Group>)> = None;
        for sentence in copy.sentences.clone() {
            let groups = clause::groups(&copy.units, sentence.clone());
            subjects
                .extend(clause::lead(&copy.units, &groups).and_then(|r| place(&copy.units, &r)));
            let begin = clause::borders(&copy.units, &groups, sentence.start);
            borders.extend(begin.iter().map(|&unit| copy.units[unit].range.start));
            setoff::find(&mut copy, &sentence, &groups);
            verbal::find(&mut copy, &sentence, &groups, &begin);
            predicate::find(&mut copy, &sentence, &groups);
            nominal::find(&mut copy, &sentence, &groups);
            setoff::inverted(&mut copy, &sentence);
            setoff::house(&mut copy, &sentence);
            if let Some((before, groups)) = waiting.replace((sentence, groups)) {
                loose::sentence(&mut copy, &before, &groups);
            }
        }
        if let Some((sentence, groups)) = waiting {
            loose::sentence(&mut copy, &sentence, &groups);
        }
    }
    let Copy { units, found, .. } = copy;

    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|&i| (found[i].content.first().map_or(0, |range| range.start), i));
    let mut rank = vec![0; found.len()];
    for (at, &i) in order.iter().enumerate() {
        rank[i] = at;
    }
    let inner = order.iter().map(|&i| said(&units, &found[i], &rank));
    let said = match line {
        None => with_bites(inner.collect(), bites),
        Some(line) => {
            let behind = |said: Said| Said { within: said.within.map(|i| i + 1), ..said };
            // All of it is the speaker's, whoever is quoted in it.
            borders.clear();
            std::iter::once(line).chain(inner.map(behind)).collect()
        }
    };
    Told { said, subjects, borders }
}

/// What is said around the bites of a script, and what is said in them.
fn with_bites(said: Vec<Said>, bites: Vec<Said>) -> Vec<Said> {
    if bites.is_empty() {
        return said;
    }
    let begins = |said: &Said| said.content.first().map_or(0, |content| content.start);
    let mut order: Vec<(usize, Said)> = said.into_iter().chain(bites).enumerate().collect();
    order.sort_by_key(|(_, said)| begins(said));
    let mut rank = vec![0; order.len()];
    for (at, (old, _)) in order.iter().enumerate() {
        rank[*old] = at;
    }
    let moved = |said: Said| Said { within: said.within.map(|old| rank[old]), ..said };
    order.into_iter().map(|(_, said)| moved(said)).collect()
}

fn said(units: &[Unit], found: &Found, rank: &[usize]) -> Said {
    let place = |range: &Range<usize>| place(units, range);
    Said {
        source: found.source.iter().filter_map(place).collect(),
        antecedent: found
            .source
            .as_ref()
            .and_then(|s| clause::antecedent(units, s))
            .and_then(|r| place(&r)),
        cue: std::iter::once(&found.cue).filter_map(place).collect(),
        content: found.content.iter().filter_map(place).collect(),
        class: found.class,
        carried: found.carried,
        via: found.via.as_ref().and_then(place),
        within: found.within.map(|i| rank[i]),
        line: false,
    }
}

/// Where units stand, signs at the edges left out.
fn place(units: &[Unit], range: &Range<usize>) -> Option<TextRange> {
    let sign = |u: &&Unit| {
        u.quote.is_none()
            && !u.text.contains(char::is_alphanumeric)
            && !u.any(&[")", "]", "(", "["])
    };
    let units = units.get(range.clone())?;
    let first = units.iter().find(|u| !sign(u))?;
    let last = units.iter().rev().find(|u| !sign(u))?;
    Some(TextRange::new(first.range.start, last.range.end))
}
