//! What could be written next: whom to name as a source, in which spelling, and which rule to ignore.
//!
//! Offered only where the words before the cursor call for it, so that nothing pops up in running
//! copy.

mod context;
mod people;
pub mod settings;

use article::Span;
use context::Context;
use newsroom::{Checked, Config};
use people::People;

/// What is on offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Somebody.
    Person,
    /// A body, an outlet, a document.
    Source,
    /// Words of attribution: "said Ana Ruiz".
    Phrase,
    /// A rule.
    Rule,
    /// A key or a value of the configuration.
    Setting,
}

/// Something on offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// What is shown, and written in place of `span`.
    pub text: String,
    /// What is to be known of it.
    pub detail: String,
    /// What has been typed of it.
    pub span: Span,
}

/// What could be written at `offset` of a checked article, the likeliest first.
pub fn at(checked: &Checked, config: &Config, offset: usize) -> Vec<Item> {
    let Some((context, typed)) = Context::at(&checked.reading, offset) else { return Vec::new() };
    let span = Span::new(offset - typed.len(), offset);
    let people = || People::of(checked, config, offset);
    let named = |(kind, text, detail)| Item { kind, text, detail, span };
    let mut items: Vec<Item> = match context {
        Context::Rule => rules(span),
        Context::Source | Context::Name => people().all().map(named).collect(),
        Context::Speaker => people().speakers().map(named).collect(),
        Context::Body => people().bodies().map(named).collect(),
        Context::Cue => {
            let said = |(_, text, detail)| (Kind::Phrase, format!("said {text}"), detail);
            people().speakers().map(said).map(named).collect()
        }
    };
    let typed = typed.to_lowercase();
    items.retain(|item| begins(&item.text.to_lowercase(), &typed));
    items
}

/// Whether one of the words of `text` and what follows it begin with `typed`.
fn begins(text: &str, typed: &str) -> bool {
    text.match_indices(typed).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}

/// Every rule, for the word at `span`.
fn rules(span: Span) -> Vec<Item> {
    let item = |rule: &&'static rules::Rule| Item {
        kind: Kind::Rule,
        text: rule.id.into(),
        detail: rule.name.into(),
        span,
    };
    rules::registry::ALL.iter().map(item).collect()
}
