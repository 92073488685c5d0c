//! The blocks of a file as its format has them, before anything is known of the page.
//!
//! An article keeps its cut, so that the next reading of the same file need not cut all of it again.
//! In Markdown, a block that begins at the top level is read from its first line on as if nothing
//! stood before it. So after an edit, reading begins again a block before it, and ends at the first
//! block behind it that both the old and the new reading begin: from there on they are one text read
//! from one state. What can reach further is looked for, and then the file is read whole: link
//! definitions, and comments and tags that open or close elsewhere.

use crate::{
    Block, Changed, Format, Span,
    markdown::{self, Top},
    page::Shape,
    plain,
};
use std::sync::Arc;

/// The blocks of a file as its format has them.
#[derive(Debug, Default)]
pub(crate) struct Cut {
    pub blocks: Vec<Block>,
    /// What each block shows of itself.
    pub shapes: Vec<Shape>,
    /// In Markdown, where its top-level blocks begin.
    tops: Vec<Top>,
    /// Where the front matter ended.
    base: usize,
    /// Markup that the format does not know.
    cuts: Vec<Span>,
}

/// Top-level blocks that are read again before and behind an edit.
const MARGIN: usize = 2;

impl Cut {
    /// Cuts `source` behind its front matter, which ends at `base`. `previous` is an earlier cut with
    /// the text it was made of.
    pub fn of(
        source: &str,
        format: Format,
        base: usize,
        cuts: Vec<Span>,
        previous: Option<(&Self, &str)>,
    ) -> Self {
        let (mut blocks, tops) = match format {
            Format::Markdown => {
                let again = previous.and_then(|(old, text)| old.again(source, text, base, &cuts));
                again.unwrap_or_else(|| {
                    markdown::blocks(source, Span::new(base, source.len()), &cuts)
                })
            }
            Format::Plain => (plain::blocks(source, base, &cuts), Vec::new()),
        };
        let shapes = match previous {
            Some((old, _)) => old.shapes(&mut blocks),
            None => blocks.iter().map(Shape::of).collect(),
        };
        Self { blocks, shapes, tops, base, cuts }
    }

    /// The shapes of `blocks`. Those of blocks that are the same as here are taken over, and so are
    /// their texts, by which the rooms below know them again.
    fn shapes(&self, blocks: &mut [Block]) -> Vec<Shape> {
        let same = |old: &Block, new: &Block| old.kind == new.kind && old.has_text(&new.text);
        let changed = Changed::list(&self.blocks, blocks, same);
        let blocks = blocks.iter_mut().enumerate();
        let shape = |(at, block): (usize, &mut Block)| match changed.old(at) {
            Some(old) => {
                block.text = Arc::clone(&self.blocks[old].text);
                self.shapes[old].clone()
            }
            None => Shape::of(block),
        };
        blocks.map(shape).collect()
    }

    /// The blocks of `source`, read only around the edit that led there from `text`; `None` where what
    /// the edit does may reach further.
    fn again(
        &self,
        source: &str,
        text: &str,
        base: usize,
        cuts: &[Span],
    ) -> Option<(Vec<Block>, Vec<Top>)> {
        let defines = |text: &str| text.contains("]:");
        if base != self.base || defines(source) || defines(text) {
            return None;
        }
        let changed = Changed::text(text, source);
        let touched = self.tops.partition_point(|top| top.offset <= changed.old.start);
        let first = touched.saturating_sub(MARGIN);
        let from = match first {
            0 => Top { offset: base, blocks: 0 },
            first => self.tops[first],
        };
        let behind = self.tops.partition_point(|top| top.offset < changed.old.end);
        let mut reach = MARGIN;
        let (mut blocks, mut tops, rest) = loop {
            let end = self.tops.get(behind + 2 * reach);
            let end = end.map_or(source.len(), |top| changed.moved(top.offset));
            let (mut blocks, mut tops) =
                markdown::blocks(source, Span::new(from.offset, end), cuts);
            let Some(meets) = self.tops.get(behind + reach) else { break (blocks, tops, None) };
            let there = changed.moved(meets.offset);
            if let Ok(at) = tops.binary_search_by_key(&there, |top| top.offset) {
                blocks.truncate(tops[at].blocks);
                tops.truncate(at);
                break (blocks, tops, Some((behind + reach, *meets)));
            }
            reach *= 2;
        };
        if !self.leaves_alone(cuts, &changed, from.offset, rest.map(|(_, top)| top.offset)) {
            return None;
        }
        blocks.splice(0..0, self.blocks[..from.blocks].iter().cloned());
        for top in &mut tops {
            top.blocks += from.blocks;
        }
        tops.splice(0..0, self.tops[..first].iter().copied());
        if let Some((at, rest)) = rest {
            let before = blocks.len();
            let moved = |top: &Top| Top {
                offset: changed.moved(top.offset),
                blocks: before + top.blocks - rest.blocks,
            };
            tops.extend(self.tops[at..].iter().map(moved));
            blocks.extend(self.blocks[rest.blocks..].iter().map(|block| block.moved(&changed)));
        }
        Some((blocks, tops))
    }

    /// Whether markup that the format does not know, now at `cuts`, is the same as it was before
    /// `from` and from `rest` on, and none of it reaches over either.
    fn leaves_alone(
        &self,
        cuts: &[Span],
        changed: &Changed,
        from: usize,
        rest: Option<usize>,
    ) -> bool {
        let split = |cuts: &[Span], at: usize| {
            let past = cuts.partition_point(|cut| cut.start < at);
            cuts[..past].iter().all(|cut| cut.end <= at).then_some(past)
        };
        let same_before = split(&self.cuts, from)
            .zip(split(cuts, from))
            .is_some_and(|(old, new)| self.cuts[..old] == cuts[..new]);
        let same_behind = rest.is_none_or(|rest| {
            let places = split(&self.cuts, rest).zip(split(cuts, changed.moved(rest)));
            let moved = |cut: &Span| Span::new(changed.moved(cut.start), changed.moved(cut.end));
            places.is_some_and(|(old, new)| {
                self.cuts[old..].iter().map(moved).eq(cuts[new..].iter().copied())
            })
        });
        same_before && same_behind
    }
}

#[cfg(test)]
mod tests {
    use crate::{Article, Format, Hint, read_again};
    use fastrand::Rng;

    /// Whatever opens, closes, interrupts or continues a block.
    const PIECES: [&str; 34] = [
        "One.\n\n",
        "Two words here.\n",
        "\n",
        "\r\n",
        "\n\n",
        " ",
        "    ",
        "\t",
        "# ",
        "## Head\n",
        "===\n",
        "---\n",
        "> ",
        "- ",
        "1. ",
        "7) ",
        "* * *\n",
        "```\n",
        "~~~ x\n",
        "`",
        "<div>\n",
        "</div>\n\n",
        "<!-- ",
        " -->",
        "<b>x</b>\n",
        "a | b\n",
        "--|--\n",
        "[x]: y\n",
        "[x]",
        "[“So.”]{.quote speaker=\"A\"}",
        "![alt](p)",
        "**",
        "é",
        "&amp;",
    ];

    /// What the rooms below see of an article.
    fn seen(article: &Article) -> String {
        format!("{:?}", (&article.blocks, &article.tags, &article.ignores, &article.metadata))
    }

    /// Edits at random with `pieces`, read again and afresh.
    #[track_caller]
    fn check(format: Format, pieces: &[&str], seed: u64) {
        let hint = Hint::default();
        let mut random = Rng::with_seed(seed);
        let mut text = String::new();
        let mut last: Option<Article> = None;
        for step in 0..4_000 {
            let mut at = random.usize(..=text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            let mut end = (at + [0, 0, 1, 3, 40][random.usize(..5)]).min(text.len());
            while !text.is_char_boundary(end) {
                end += 1;
            }
            text.replace_range(at..end, pieces[random.usize(..pieces.len())]);
            if text.len() > 900 {
                text.replace_range(..text.len() - 600, "");
            }
            let again = read_again(&*text, format, &hint, last.as_ref());
            let fresh = read_again(&*text, format, &hint, None);
            assert_eq!(seen(&again), seen(&fresh), "step {step}: {text:?}");
            last = Some(again);
        }
    }

    #[test]
    fn reading_again_is_reading() {
        check(Format::Markdown, &PIECES, 1);
        check(Format::Plain, &PIECES, 2);
        // Where nothing reaches over the whole file, only what changed is cut again.
        let local: Vec<&str> = PIECES
            .into_iter()
            .filter(|piece| !piece.contains("]:") && !piece.contains("--"))
            .collect();
        for seed in 3..8 {
            check(Format::Markdown, &local, seed);
        }
    }
}
