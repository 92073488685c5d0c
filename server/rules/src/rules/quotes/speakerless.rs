//! # QUO001: quote without speaker
//!
//! ## What it does
//! Finds quoted speech of four words or more that nobody is named for. Titles, single words and
//! words held at a distance are not speech.
//!
//! ## Why
//! A quotation is evidence only with its speaker, and the reader should meet the speaker at once.
//!
//! ## Examples
//! ```news
//! The council met for an hour on Monday.
//!
//! “The silence was helping nobody at all.”
//!  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ QUO001
//! ```
//! ```news
//! “The silence was helping nobody at all,” said Anna Smyth, the mayor, who has read “The Long
//! Goodbye to a Town”.
//! ```
//!
//! ## Fix
//! Tags the quote with one of the people and bodies named nearby, the likeliest first. The tag is
//! written around the quotation and changes no character in it.
//!
//! ## Basis
//! Reuters Handbook of Journalism, on identifying the speaker of a quote quickly.

use crate::{Context, Diagnostic, Rule, Severity};
use article::BlockKind;
use sourcing::{Place, Quote, QuoteKind, Reading};

/// The rule.
pub static RULE: Rule = Rule {
    id: "QUO001",
    name: "quote without speaker",
    severity: Severity::Warning,
    source: include_str!("speakerless.rs"),
    check,
};

/// Fewer words are a turn of phrase as often as speech.
const WORDS: usize = 4;

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let reading = context.reading;
    for quote in &reading.quotes {
        let speech = matches!(quote.kind, QuoteKind::Full | QuoteKind::Partial) && quote.balanced;
        let block = reading.article.blocks[quote.inside.block].kind;
        let body = !matches!(block, BlockKind::Headline | BlockKind::Subhead | BlockKind::Caption);
        let long = WORDS <= reading.words(quote.inside).split_whitespace().count();
        if speech && body && long && names_nobody(reading, quote) {
            let message =
                "Nobody is named for this quote: say who said it, or tag it with its speaker.";
            out.push(Diagnostic::new(&RULE, reading.span(quote.inside), message));
        }
    }
}

/// Whether the copy leaves open who speaks: nobody is named, or somebody of several paragraphs ago.
fn names_nobody(reading: &Reading, quote: &Quote) -> bool {
    let Some(index) = quote.attribution else { return true };
    let Some(attribution) = reading.attributions.get(index) else { return true };
    if attribution.source.is_empty() && attribution.speaker.is_none() {
        return true;
    }
    let carried_over = attribution.cue.is_empty() && quote.tag.is_none();
    carried_over && !continues(reading, index, quote.inside.block)
}

/// Whether the same speaker is at work in the paragraph before, or earlier in this one.
fn continues(reading: &Reading, index: usize, block: usize) -> bool {
    let speaker = &reading.attributions[index].speaker;
    let near = |place: &Place| block <= place.block + 1 && place.block <= block;
    let earlier = reading.attributions[..index].iter().rev();
    let mut earlier = earlier.take_while(|it| it.content.iter().chain(&it.source).any(near));
    let named_here = reading.attributions[index].source.iter().any(near);
    named_here || earlier.any(|it| it.speaker == *speaker)
}
