//! Finds the quotes of a sidecar again in a text that was edited since.

use super::{
    Anchor,
    folded::{Folded, fold},
    target::Target,
};
use crate::{Span, code_points::CodePoints};
use std::collections::HashMap;

/// Fewest characters of a quote and its surroundings that must be the same: a “Yes,” elsewhere is
/// somebody else's.
const SURE: usize = 16;

/// A quote that is looked for; all but `item` in the folded text.
struct Wanted {
    /// Which annotation it is of.
    item: usize,
    exact: String,
    prefix: String,
    suffix: String,
    /// Where it was.
    was: usize,
}

/// What each annotation is for. First come the quotes whose surroundings are as they were, then,
/// among the places that are left, those with the most of theirs. Edits move what is behind them
/// together, so each is expected as far from its old place as the one before.
pub(super) fn anchors(
    targets: &[Option<Target<'_>>],
    text: &Folded,
    points: &CodePoints<'_>,
) -> Vec<Anchor> {
    let mut wanted: Vec<Wanted> = targets
        .iter()
        .enumerate()
        .filter_map(|(item, target)| Some((item, target.as_ref()?)))
        .map(|(item, target)| Wanted {
            item,
            exact: fold(target.exact.trim()),
            prefix: fold(target.prefix),
            suffix: fold(target.suffix),
            was: target.start.and_then(|start| points.byte(start)).map_or(0, |at| text.at(at)),
        })
        .collect();
    wanted.sort_by_key(|quote| quote.was);
    let mut found: Vec<Anchor> = targets
        .iter()
        .map(|it| if it.is_some() { Anchor::Gone } else { Anchor::Foreign })
        .collect();
    // Each place is of one quote, whose old place it tells; two tags of one quote share both.
    let mut taken: HashMap<usize, usize> = HashMap::new();
    let mut moved = 0_isize;
    let mut left = Vec::new();
    for quote in wanted {
        let expected = quote.was.saturating_add_signed(moved);
        match quote.unchanged(&text.text, expected, &taken) {
            Some(at) => {
                moved = at.cast_signed() - quote.was.cast_signed();
                taken.insert(at, quote.was);
                found[quote.item] = Anchor::At(quote.span(text, at));
            }
            None => left.push((quote, expected)),
        }
    }
    for (quote, expected) in left {
        if let Some(at) = quote.likeliest(&text.text, expected, &taken) {
            taken.insert(at, quote.was);
            found[quote.item] = Anchor::At(quote.span(text, at));
        }
    }
    found
}

impl Wanted {
    /// Where it stands with everything around it as it was, the nearest to `expected` of several.
    fn unchanged(
        &self,
        text: &str,
        expected: usize,
        taken: &HashMap<usize, usize>,
    ) -> Option<usize> {
        let free = |at: &usize| taken.get(at).is_none_or(|was| *was == self.was);
        let stands = |at: usize| {
            text.get(at..).is_some_and(|rest| {
                rest.strip_prefix(&*self.exact).is_some_and(|rest| rest.starts_with(&*self.suffix))
            }) && text[..at].ends_with(&*self.prefix)
        };
        if stands(expected) && free(&expected) {
            return Some(expected);
        }
        let whole = [&*self.prefix, &*self.exact, &*self.suffix].concat();
        let places = text.match_indices(&whole).map(|(at, _)| at + self.prefix.len());
        places.filter(free).min_by_key(|at| at.abs_diff(expected))
    }

    /// The free place of these words with the most of what stood around them, the nearest to
    /// `expected` of several.
    fn likeliest(
        &self,
        text: &str,
        expected: usize,
        taken: &HashMap<usize, usize>,
    ) -> Option<usize> {
        let alone = |at: usize| {
            let (before, after) =
                (text[..at].chars().next_back(), text[at + self.exact.len()..].chars().next());
            [before, after].into_iter().flatten().all(|c| !c.is_alphanumeric())
        };
        let places = text.match_indices(&*self.exact).map(|(at, _)| at);
        places
            .filter(|&at| alone(at) && !taken.contains_key(&at))
            .map(|at| {
                let after = text[at + self.exact.len()..].chars();
                let fits = alike(text[..at].chars().rev(), self.prefix.chars().rev())
                    + alike(after, self.suffix.chars());
                (fits, std::cmp::Reverse(at.abs_diff(expected)), at)
            })
            .max()
            .filter(|(fits, ..)| self.exact.chars().count() + fits >= SURE)
            .map(|(.., at)| at)
    }

    fn span(&self, text: &Folded, at: usize) -> Span {
        text.span(at, at + self.exact.len())
    }
}

fn alike(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}
