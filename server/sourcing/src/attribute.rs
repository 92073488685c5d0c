//! Who says what inside one paragraph.

use crate::{
    Quoted,
    clause::{self, Group},
    lexicon::Class,
    loose, nominal, predicate, setoff,
    unit::{self, Unit},
    verbal,
};
use language::{Mention, MentionKind, Text, TextRange};
use std::ops::Range;

/// One attribution, as its paragraph alone shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The mention of the source as written; empty where none stands in the sentence.
    pub source: Vec<TextRange>,
    /// The words that attribute.
    pub cue: Vec<TextRange>,
    /// What is attributed, outer quotation marks included.
    pub content: Vec<TextRange>,
    /// What the cue does; `None` for words of the writer that only hedge ("reportedly").
    pub class: Option<Class>,
    /// Whether the source must be looked for before this paragraph or sentence.
    pub carried: bool,
    /// Through whom it reached the writer: "quoted by X".
    pub via: Option<TextRange>,
    /// The attribution in whose content it stands, as an index into the paragraph's.
    pub within: Option<usize>,
    /// Whether it is a whole line of a transcript, with its label as the source.
    pub line: bool,
}

/// One paragraph while it is read.
pub struct Copy<'t> {
    /// Its units.
    pub units: Vec<Unit<'t>>,
    /// Its sentences, as ranges of units.
    pub sentences: Vec<Range<usize>>,
    /// Its names.
    pub names: &'t [Mention],
    /// What was found so far, in order of cue.
    pub found: Vec<Found>,
    /// For each unit, the attribution in whose content it lies, the last one found.
    governors: Vec<Option<usize>>,
    /// Units that belong to a source and attribute nothing further.
    closed: Vec<Range<usize>>,
}

/// An attribution as ranges of units.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Units of the source.
    pub source: Option<Range<usize>>,
    /// Units of the cue.
    pub cue: Range<usize>,
    /// Units of the content.
    pub content: Vec<Range<usize>>,
    /// What the cue does.
    pub class: Option<Class>,
    /// Whether the source must be looked for elsewhere.
    pub carried: bool,
    /// Units that say through whom it reached the writer.
    pub via: Option<Range<usize>>,
    /// The attribution in whose content its cue stands, as an index into what was found.
    pub within: Option<usize>,
}

impl Copy<'_> {
    /// Whether a unit lies in content that was found.
    pub fn covered(&self, unit: usize) -> bool {
        self.governor(unit).is_some()
    }

    /// The attribution in whose content a unit lies, the last one found.
    pub fn governor(&self, unit: usize) -> Option<usize> {
        self.governors.get(unit).copied().flatten()
    }

    /// What the name is that ends where these units end.
    pub fn names(&self, units: &Range<usize>) -> Option<MentionKind> {
        let end = units.end.checked_sub(1).and_then(|last| self.units.get(last))?.range.end;
        let past = self.names.partition_point(|n| n.range.end < end);
        self.names.get(past).filter(|n| n.range.start < end).map(|n| n.kind)
    }

    /// Whether the paragraph is one sentence without a full stop, as headlines are.
    pub fn is_headline(&self) -> bool {
        self.sentences.len() == 1
            && self.units.last().is_some_and(|u| {
                !u.any(&[".", ":", "…"]) && (u.quote.is_none() || !u.text.ends_with(['.', ',']))
            })
    }

    /// Takes an attribution in.
    pub fn push(&mut self, found: Found) {
        let index = self.found.len();
        for range in found.content.clone() {
            self.govern(range, index);
        }
        self.found.push(found);
    }

    /// Gives more content to an attribution found before.
    pub fn extend(&mut self, index: usize, range: Range<usize>) {
        self.govern(range.clone(), index);
        self.found[index].content.push(range);
    }

    /// The attribution that hands on, at last, what one says.
    pub fn outermost(&self, mut index: usize) -> usize {
        while let Some(outer) = self.found[index].within.filter(|&i| self.found[i].source.is_some())
        {
            index = outer;
        }
        index
    }

    /// Marks units as part of a source: what stands there attributes nothing further.
    pub fn close(&mut self, range: Range<usize>) {
        self.closed.push(range);
    }

    /// Whether a unit belongs to a source that was set off.
    pub fn closed(&self, unit: usize) -> bool {
        self.closed.iter().rev().take(4).any(|range| range.contains(&unit))
    }

    fn govern(&mut self, range: Range<usize>, index: usize) {
        if let Some(units) = self.governors.get_mut(range) {
            units.fill(Some(index));
        }
    }
}

/// What the clauses of one paragraph tell.
#[derive(Debug, Default)]
pub struct Told {
    /// Its attributions, in order of content.
    pub said: Vec<Said>,
    /// The subjects of its sentences.
    pub subjects: Vec<TextRange>,
    /// Where the clauses of its sentences begin, but the first of each.
    pub borders: Vec<usize>,
}

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
    let sentences = unit::sentences(&units);
    let governors = vec![None; units.len()];
    let names = &read.mentions;
    let mut copy =
        Copy { units, sentences, names, found: Vec::new(), governors, closed: Vec::new() };
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
            nominal::find(&mut copy, &sentence);
            setoff::inverted(&mut copy, &sentence);
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
        None => inner.collect(),
        Some(line) => {
            let behind = |said: Said| Said { within: said.within.map(|i| i + 1), ..said };
            // All of it is the speaker's, whoever is quoted in it.
            borders.clear();
            std::iter::once(line).chain(inner.map(behind)).collect()
        }
    };
    Told { said, subjects, borders }
}

fn said(units: &[Unit], found: &Found, rank: &[usize]) -> Said {
    let place = |range: &Range<usize>| place(units, range);
    Said {
        source: found.source.iter().filter_map(place).collect(),
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

/// The verb groups that begin in a range of units.
pub fn groups_in<'g>(groups: &'g [Group], range: &Range<usize>) -> impl Iterator<Item = &'g Group> {
    let range = range.clone();
    groups.iter().filter(move |group| range.contains(&group.head))
}
