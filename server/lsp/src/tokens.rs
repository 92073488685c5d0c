//! What the words of an article are, for colours: quotes, sources, cues, claims, figures, names.

use article::Span;
use newsroom::Checked;
use rules::Severity;
use sourcing::{SourceKind, Sourcing};
use std::{cmp::Reverse, collections::BinaryHeap};

/// What words are. Where several lie over one another, the later one of this list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A checkable statement.
    Claim,
    /// A name.
    Name,
    /// Whom something is attributed to, with the name in it.
    Source,
    /// What attributes it: "said".
    Cue,
    /// A quantity.
    Figure,
    /// A quote with its marks: one colour from the first mark to the last, whatever it speaks of.
    Quote,
}

impl Kind {
    /// All kinds, in order, by their names in the protocol.
    pub const NAMES: [&'static str; 6] = ["claim", "name", "source", "cue", "figure", "quote"];
}

/// What else is to be known of words, as bits in the order of [`NOTES`].
pub type Notes = u32;

/// Names of the notes in the protocol.
pub const NOTES: [&str; 3] = ["unattributed", "anonymous", "conflicting"];
const UNATTRIBUTED: Notes = 1;
const ANONYMOUS: Notes = 2;
const CONFLICTING: Notes = 4;

/// A stretch of words of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Token {
    /// Where, in the source.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// What else is to be known.
    pub notes: Notes,
}

/// The tokens that touch `span`, in order; none lies over another.
pub fn within(checked: &Checked, span: Span) -> Vec<Token> {
    let reading = &checked.reading;
    let mut layers: Vec<Token> = Vec::new();
    let mut add = |span: Span, kind, notes| layers.push(Token { span, kind, notes });
    for claim in reading.claims.iter().filter(|claim| !claim.checkable.is_empty()) {
        let notes = match claim.sourcing {
            Sourcing::Unsourced => UNATTRIBUTED,
            Sourcing::Anonymous | Sourcing::Vague => ANONYMOUS,
            _ => 0,
        };
        add(reading.span(claim.place), Kind::Claim, notes);
    }
    for quote in &reading.quotes {
        let notes = if quote.attribution.is_none() { UNATTRIBUTED } else { 0 };
        add(reading.span(quote.outside), Kind::Quote, notes);
    }
    for attribution in &reading.attributions {
        let hidden = matches!(attribution.kind, Some(SourceKind::Anonymous | SourceKind::Vague));
        let notes = if hidden { ANONYMOUS } else { 0 };
        for place in &attribution.source {
            add(reading.span(*place), Kind::Source, notes);
        }
        for place in &attribution.cue {
            add(reading.span(*place), Kind::Cue, 0);
        }
    }
    for sentence in 0..reading.sentences.len() {
        for (place, _) in reading.quantities(sentence) {
            add(reading.span(place), Kind::Figure, 0);
        }
    }
    for name in &reading.names {
        add(reading.span(name.name), Kind::Name, 0);
    }
    layers.retain(|token| token.span.overlaps(span));
    mark_conflicts(checked, &mut layers);
    let tokens = flatten(layers).into_iter();
    tokens.filter_map(|token| trimmed(token, reading.article.slice(token.span))).collect()
}

/// A token whose words are `words` without the spaces around them; between two others often only
/// those or a stop are left.
fn trimmed(token: Token, words: &str) -> Option<Token> {
    let start = token.span.start + words.len() - words.trim_start().len();
    let span = Span::new(start, start + words.trim().len());
    words.contains(char::is_alphanumeric).then_some(Token { span, ..token })
}

/// Notes on what lies inside a finding that says that others report it differently.
fn mark_conflicts(checked: &Checked, tokens: &mut [Token]) {
    let differs = |rule: &str| matches!(rule, "XOUT001" | "QUO003" | "QUO004");
    let mut conflicts =
        checked.findings.iter().filter(|it| differs(it.rule) && Severity::Hint < it.severity);
    let mut next = conflicts.next();
    tokens.sort_unstable();
    // Findings come in order too; where one lies in another, the outer one decides.
    for token in tokens {
        while next.is_some_and(|finding| finding.span.end <= token.span.start) {
            next = conflicts.next();
        }
        if next.is_some_and(|finding| finding.span.covers(token.span)) {
            token.notes |= CONFLICTING;
        }
    }
}

/// Cuts tokens, sorted by place, so that everywhere only the topmost one is left.
fn flatten(tokens: Vec<Token>) -> Vec<Token> {
    let mut edges: Vec<usize> =
        tokens.iter().flat_map(|token| [token.span.start, token.span.end]).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut coming = tokens.into_iter().peekable();
    // The topmost first; of one kind, the shorter one.
    let mut open: BinaryHeap<(Kind, Reverse<usize>, Token)> = BinaryHeap::new();
    let mut flat: Vec<Token> = Vec::new();
    for stretch in edges.windows(2) {
        let span = Span::new(stretch[0], stretch[1]);
        while let Some(token) = coming.next_if(|token| token.span.start <= span.start) {
            open.push((token.kind, Reverse(token.span.len()), token));
        }
        while open.peek().is_some_and(|(_, _, token)| token.span.end <= span.start) {
            open.pop();
        }
        let Some((_, _, top)) = open.peek() else { continue };
        let goes_on = |last: &&mut Token| {
            last.span.end == span.start
                && top.span.start <= last.span.start
                && last.kind == top.kind
                && last.notes == top.notes
        };
        match flat.last_mut().filter(goes_on) {
            Some(last) => last.span = Span::new(last.span.start, span.end),
            None => flat.push(Token { span, ..*top }),
        }
    }
    flat
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(start: usize, end: usize, kind: Kind) -> Token {
        Token { span: Span::new(start, end), kind, notes: 0 }
    }

    #[test]
    fn nothing_lies_over_anything_else() {
        let layers = vec![
            token(0, 20, Kind::Claim),
            token(2, 10, Kind::Source),
            token(4, 6, Kind::Figure),
            token(10, 12, Kind::Cue),
            token(30, 36, Kind::Quote),
            token(32, 34, Kind::Name),
        ];
        let flat: Vec<_> =
            flatten(layers).iter().map(|it| (it.span.start, it.span.end, it.kind)).collect();
        let expected = [
            (0, 2, Kind::Claim),
            (2, 4, Kind::Source),
            (4, 6, Kind::Figure),
            (6, 10, Kind::Source),
            (10, 12, Kind::Cue),
            (12, 20, Kind::Claim),
            (30, 36, Kind::Quote),
        ];
        assert_eq!(flat, expected);
    }
}
