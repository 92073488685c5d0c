//! # QUO005: quotation mark missing
//!
//! ## What it does
//! Finds a quotation mark that opens and is never closed, or closes what was never opened. Where a
//! quotation runs on in the next paragraphs without a repeated opening mark, only that is said.
//!
//! ## Why
//! Without it the reader cannot tell where the speaker's words end and the writer's begin.
//!
//! ## Examples
//! ```news
//! The minister said: “We will rebuild the bridge by spring.
//!                    ^ QUO005
//! ```
//! A quotation that runs on into the next paragraph is closed there:
//! ```news
//! “We will rebuild the bridge by spring,” the minister said.
//!
//! “And we will build it higher.
//!
//! “It must last,” she added.
//! ```
//!
//! ```news
//! “We will rebuild the bridge by spring.
//!
//! And we will build it higher,” the minister said.
//! ^^^ QUO005
//! ```
//!
//! ## Fix
//! Repeats the opening mark where a quotation runs on. Else puts the missing mark at the end of the paragraph or before its first word, where it belongs
//! more often than not. Check where the words end.
//!
//! ## Basis
//! Reuters Handbook of Journalism and AP Stylebook, on quotation marks.
//!
//! ## Measured precision
//! 19 of 19 findings on 144 US news articles judged right by hand, 8 of 11 on 210 articles of seven other
//! outlets (every fourth of `PolNeAR` train).

use crate::{Check, Context, Diagnostic, Edit, Fix, Rule, Severity};
use article::{BlockKind, Span};
use language::TextRange;
use sourcing::{Place, Quote, Reading};
use std::collections::HashSet;

/// The rule.
pub static RULE: Rule = Rule {
    id: "QUO005",
    name: "quotation mark missing",
    severity: Severity::Error,
    source: include_str!("unbalanced.rs"),
    check: Check::Article(check),
};

/// Most paragraphs that a quotation is followed through without a mark.
const MOST: usize = 4;

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let reading = context.reading;
    let mut explained = HashSet::new();
    for quote in reading.quotes.iter().filter(|quote| !quote.balanced) {
        if explained.contains(&quote.outside.block) {
            continue;
        }
        if let Some((last, finding)) = runs_on(reading, quote) {
            explained.extend(quote.outside.block..=last);
            out.push(finding);
            continue;
        }
        let mark = mark(reading, quote);
        let other = counterpart(reading.article.slice(mark));
        let inside = reading.span(quote.inside);
        let (message, at) = if is_closer(quote) {
            (
                "This quotation mark was never opened: add the mark where the quoted words begin.",
                inside.start,
            )
        } else {
            (
                "This quotation mark is never closed: add the mark where the quoted words end.",
                inside.end,
            )
        };
        let title = format!("Insert {other}");
        let fixes = vec![Fix::suggested(title, vec![Edit::insert(at, other)])];
        out.push(Diagnostic { fixes, ..Diagnostic::new(&RULE, mark, message) });
    }
}

/// Whether only the closing mark is there.
fn is_closer(quote: &Quote) -> bool {
    quote.inside.range.start == quote.outside.range.start
}

/// The one mark of `quote` that is there.
fn mark(reading: &Reading, quote: &Quote) -> Span {
    let (inside, outside) = (reading.span(quote.inside), reading.span(quote.outside));
    if is_closer(quote) {
        Span::new(inside.end, outside.end)
    } else {
        Span::new(outside.start, inside.start)
    }
}

/// Where a quotation that is open at the end of its paragraph ends in a later one, whose first mark
/// closes, and no mark stands between: the block it ends in, and a finding on the first word that
/// lacks the mark.
fn runs_on(reading: &Reading, quote: &Quote) -> Option<(usize, Diagnostic)> {
    let block = quote.outside.block;
    let past = reading.quotes.partition_point(|it| it.outside.block <= block);
    let next = reading.quotes.get(past)?;
    let last = next.outside.block;
    let paragraphs = reading.article.blocks.get(block..=last)?;
    let is_run = !is_closer(quote)
        && is_closer(next)
        && last - block <= MOST
        && paragraphs
            .iter()
            .all(|it| matches!(it.kind, BlockKind::Paragraph | BlockKind::BlockQuote));
    if !is_run {
        return None;
    }
    let opener = reading.article.slice(mark(reading, quote));
    let first_word = |block: usize| {
        let text = &reading.article.blocks[block].text;
        let end = text.find(' ').unwrap_or(text.len());
        reading.span(Place { block, range: TextRange::new(0, end) })
    };
    let edits = (block + 1..=last).map(|block| Edit::insert(first_word(block).start, opener));
    let fixes = vec![Fix::suggested(format!("Insert {opener}"), edits.collect())];
    let message = "This quotation runs on in the next paragraph: repeat the opening mark there.";
    let finding = Diagnostic::new(&RULE, first_word(block + 1), message);
    Some((last, Diagnostic { severity: Severity::Warning, fixes, ..finding }))
}

/// The mark that goes with `mark`.
fn counterpart(mark: &str) -> &str {
    match mark {
        "“" | "„" => "”",
        "”" => "“",
        "‘" => "’",
        "’" => "‘",
        "«" => "»",
        "»" => "«",
        straight => straight,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::harness::{check, check_fix};

    #[test]
    fn inserts_the_missing_mark() {
        let before = "“We will rebuild the bridge by spring.";
        check_fix(&RULE, before, "Insert ”", "“We will rebuild the bridge by spring.”");
    }

    #[test]
    fn repeats_the_mark_where_a_quotation_runs_on() {
        let before = "“We will rebuild it.\n\nIt will be higher.\n\nIt must last,” she said.";
        let after = "“We will rebuild it.\n\n“It will be higher.\n\n“It must last,” she said.";
        check_fix(&RULE, before, "Insert “", after);
    }

    #[test]
    fn a_mark_that_is_missing_otherwise_is_an_error_of_its_own() {
        check(
            &RULE,
            "
He said: “We will rebuild it.
         ^ QUO005

The “it” will be higher, he said.

It must last,” she said.
             ^ QUO005
",
        );
    }
}
