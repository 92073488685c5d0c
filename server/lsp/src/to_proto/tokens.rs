//! Semantic tokens.

use super::position;
use crate::{
    position::LineIndex,
    tokens::{Kind, NOTES, Token},
};
use tower_lsp::ls_types as proto;

/// The names of what words are.
pub fn legend() -> proto::SemanticTokensLegend {
    proto::SemanticTokensLegend {
        token_types: Kind::NAMES.map(proto::SemanticTokenType::new).into(),
        token_modifiers: NOTES.map(proto::SemanticTokenModifier::new).into(),
    }
}

/// Tokens, each relative to the one before it; one over several lines becomes one a line, since
/// few editors can show it otherwise.
pub fn semantic_tokens(tokens: &[Token], lines: &LineIndex) -> Vec<proto::SemanticToken> {
    let mut last = proto::Position::default();
    let mut encoded = Vec::with_capacity(tokens.len());
    for token in tokens {
        let (first, past) = lines.range(token.span);
        for line in first.line..=past.line {
            let whole = lines.line(line);
            let (start, end) = (token.span.start.max(whole.start), token.span.end.min(whole.end));
            if end <= start {
                continue;
            }
            let (start, end) = (position(lines.position(start)), position(lines.position(end)));
            let same_line = start.line == last.line;
            encoded.push(proto::SemanticToken {
                delta_line: start.line - last.line,
                delta_start: start.character - if same_line { last.character } else { 0 },
                length: end.character - start.character,
                token_type: token.kind as u32,
                token_modifiers_bitset: token.notes,
            });
            last = start;
        }
    }
    encoded
}

/// The one edit that makes `new` of `old`; `None` where they are the same.
pub fn tokens_edit(
    old: &[proto::SemanticToken],
    new: &[proto::SemanticToken],
) -> Option<proto::SemanticTokensEdit> {
    /// Numbers that a token is sent as.
    const NUMBERS: usize = 5;
    let common = |pairs: &mut dyn Iterator<Item = bool>| pairs.take_while(|same| *same).count();
    let before = common(&mut old.iter().zip(new).map(|(a, b)| a == b));
    let (old, new) = (&old[before..], &new[before..]);
    let after = common(&mut old.iter().rev().zip(new.iter().rev()).map(|(a, b)| a == b));
    let (old, new) = (&old[..old.len() - after], &new[..new.len() - after]);
    let number = |tokens: usize| u32::try_from(tokens * NUMBERS).unwrap_or(u32::MAX);
    (!old.is_empty() || !new.is_empty()).then(|| proto::SemanticTokensEdit {
        start: number(before),
        delete_count: number(old.len()),
        data: Some(new.into()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(length: u32) -> proto::SemanticToken {
        proto::SemanticToken { length, ..proto::SemanticToken::default() }
    }

    #[track_caller]
    fn check(old: &[u32], new: &[u32], expected: Option<(u32, u32, &[u32])>) {
        let tokens = |lengths: &[u32]| lengths.iter().copied().map(token).collect::<Vec<_>>();
        let edit = tokens_edit(&tokens(old), &tokens(new));
        let expected = expected.map(|(start, delete_count, data)| proto::SemanticTokensEdit {
            start,
            delete_count,
            data: Some(tokens(data)),
        });
        assert_eq!(edit, expected);
    }

    #[test]
    fn only_what_changed_is_sent() {
        check(&[1, 2, 3], &[1, 2, 3], None);
        check(&[1, 2, 3], &[1, 9, 3], Some((5, 5, &[9])));
        check(&[1, 2], &[1, 2, 3], Some((10, 0, &[3])));
        check(&[1, 1, 1], &[1, 1], Some((10, 5, &[])));
        check(&[], &[1], Some((0, 0, &[1])));
    }
}
