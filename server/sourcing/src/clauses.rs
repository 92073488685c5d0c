//! A sentence cut into what different people say and what the writer says: from its words alone.

use crate::{Facts, Said, facts::Statements, said::Told};
use language::{Tag, Text, TextRange, TokenKind};

/// A clause of a sentence that has several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Where it stands in its paragraph, with the comma behind it.
    pub range: TextRange,
    /// What it says that can be checked.
    pub facts: Facts,
}

/// Words that a piece of a sentence needs to stand for itself.
const WEIGHT: usize = 4;

/// The clauses of the sentences of a paragraph that have several, in order.
pub fn clauses(text: &str, read: &Text, statements: &Statements<'_>, told: &Told) -> Vec<Clause> {
    let edges = edges(text, told);
    let mut clauses = Vec::new();
    for sentence in &read.sentences {
        let pieces = pieces(read, sentence.range, &edges);
        let several = pieces.len() > 1;
        clauses.extend(
            pieces
                .into_iter()
                .filter(|_| several)
                .map(|range| Clause { range, facts: statements.facts(sentence.range, range) }),
        );
    }
    clauses
}

/// Where a piece may begin: at the clauses, and behind a comma at what somebody says in passing ("Moss
/// came on Monday, | saying …") or what is only hearsay ("It has missiles, | a topic reportedly shunned").
fn edges(text: &str, told: &Told) -> Vec<usize> {
    let mut edges = told.borders.clone();
    let aside = |said: &&Said| {
        let cue = said.cue.first().map_or("", |cue| cue.of(text));
        said.class.is_none() || cue.split(' ').next().is_some_and(|word| word.ends_with("ing"))
    };
    edges.extend(told.said.iter().filter(aside).filter_map(|said| {
        let start = said.cue.iter().chain(&said.content).map(|it| it.start).min()?;
        let before = text.get(..start)?.trim_end();
        before.ends_with(',').then_some(start)
    }));
    edges.sort_unstable();
    edges.dedup();
    edges
}

/// A sentence cut at those edges behind which, and before which, something is said.
fn pieces(read: &Text, sentence: TextRange, edges: &[usize]) -> Vec<TextRange> {
    let first = edges.partition_point(|&edge| edge <= sentence.start);
    let within = edges[first..].iter().take_while(|&&edge| edge < sentence.end);
    let mut pieces: Vec<TextRange> = Vec::new();
    let mut start = sentence.start;
    for end in within.copied().chain([sentence.end]) {
        let range = TextRange::new(start, end);
        let tokens = read.tokens_in(range);
        let words = tokens.iter().filter(|token| token.kind == TokenKind::Word).count();
        let verb = tokens
            .iter()
            .any(|token| matches!(token.tag, Tag::Verb | Tag::Auxiliary | Tag::Participle));
        let last = end == sentence.end;
        if words >= WEIGHT && verb {
            pieces.push(range);
            start = end;
        } else if let Some(before) = pieces.last_mut() {
            before.end = end;
            start = end;
        } else if last {
            pieces.push(range);
        }
    }
    pieces
}
