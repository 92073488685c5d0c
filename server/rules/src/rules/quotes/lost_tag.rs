//! # QUO012: tag without its quote
//!
//! ## What it does
//! Finds tags that belong to no quotation: annotations beside the article whose words are no longer
//! in it, told once at its head, and tags in the copy around words without quotation marks.
//!
//! ## Why
//! Somebody established who said those words. When the words are cut or changed the tag is kept, so
//! that nothing is lost unseen; an editor says whether the quote still stands.
//!
//! ## Examples
//! ```news
//! [They had no warning]{.quote speaker="Mina Halson"} on Monday, Mina Halson said.
//!  ^^^^^^^^^^^^^^^^^^^ QUO012
//! ```
//! ```news
//! [“We had no warning”]{.quote speaker="Mina Halson"} on Monday, Mina Halson said.
//! ```
//!
//! ## Fix
//! Removes the tag. To keep it, put the words back as they were said; it finds them by itself.
//!
//! ## Basis
//! W3C Web Annotation Data Model, on selectors; annotation tools show orphans and never drop them.
//!
//! ## Measured precision
//! Silent on 144 US news articles with their 1,061 sure quotes tagged.

use crate::{Check, Context, Diagnostic, Rule, Severity, evidence::quoted};
use article::{Article, Span, annotations::Orphan};

/// The rule.
pub static RULE: Rule = Rule {
    id: "QUO012",
    name: "tag without its quote",
    severity: Severity::Information,
    source: include_str!("lost_tag.rs"),
    check: Check::Article(check),
};

/// Lost quotes that are named in the message, and removed one by one.
pub const NAMED: usize = 3;

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let reading = context.reading;
    let article = &reading.article;
    let mut used = vec![false; article.tags.len()];
    for tag in reading.quotes.iter().filter_map(|quote| quote.tag) {
        used[tag] = true;
    }
    for (tag, used) in article.tags.iter().zip(used) {
        if !used {
            let message = "Tagged as a quote, but nothing here stands between quotation marks.";
            out.push(Diagnostic::new(&RULE, tag.quote, message));
        }
    }
    if let Some(message) = message(&article.orphans) {
        out.push(Diagnostic::new(&RULE, head(article), message));
    }
}

/// What is lost: "Two tagged quotes are …".
fn message(orphans: &[Orphan]) -> Option<String> {
    let named: Vec<String> = orphans.iter().take(NAMED).map(named).collect();
    let more = match orphans.len().saturating_sub(NAMED) {
        0 => String::new(),
        n => format!(" and {n} more"),
    };
    Some(match orphans.len() {
        0 => return None,
        1 => format!("A tagged quote is no longer in this article: {}.", named.join("")),
        n => {
            format!("{n} tagged quotes are no longer in this article: {}{more}.", named.join(", "))
        }
    })
}

/// “The words” by whom.
pub fn named(orphan: &Orphan) -> String {
    let speaker = orphan.speaker.as_deref().map(|it| format!(" by {it}")).unwrap_or_default();
    format!("{}{speaker}", quoted(&orphan.quote))
}

/// The first words of the copy.
fn head(article: &Article) -> Span {
    let first = article.blocks.iter().find(|block| block.is_copy());
    first.map_or(Span::default(), |block| block.span_of(0..block.text.len()))
}

#[cfg(test)]
mod tests {
    use crate::{Beside, Settings, fixes, harness::Fixture};
    use article::{QuoteTag, Span, annotations::Sidecar};
    use std::sync::Arc;

    /// A sidecar with tags for the words of `copy` between the marks.
    fn tagged(copy: &str) -> String {
        let mut sidecar = Sidecar::open(None, copy).expect("new");
        let quotes = copy.match_indices('“').zip(copy.match_indices('”'));
        let tags: Vec<QuoteTag> = quotes
            .map(|((open, mark), (close, _))| {
                QuoteTag::beside(Span::new(open + mark.len(), close), "Anna Smyth", None)
            })
            .collect();
        sidecar.tag("a.txt", &tags);
        sidecar.into_text()
    }

    #[test]
    fn orphans_are_told_once_and_can_be_removed() {
        let sidecar = tagged("Anna Smyth said: “We will not go home.” “Not one of us will.”\n");
        let mut fixture =
            Fixture::with("//- a.txt\nAnna Smyth said nothing.\n", Settings::default());
        let reading = Arc::make_mut(&mut fixture.reading);
        Arc::make_mut(&mut reading.article).annotate(sidecar.clone());
        let found = fixture.findings(&super::RULE);
        let messages: Vec<&str> = found.iter().map(|it| &*it.message).collect();
        assert_eq!(
            messages,
            [
                "2 tagged quotes are no longer in this article: “We will not go home” by Anna Smyth, “Not one of us will” by Anna Smyth."
            ]
        );
        let beside = Beside { name: "a.txt", sidecar: Some(&sidecar), ..Beside::default() };
        let all = fixes(&fixture.context(), &beside, &found[0]);
        let all = all.into_iter().find(|fix| fix.title.starts_with("Remove all 2 tags"));
        let edit = &all.expect("an offer").edits[0];
        let mut left = sidecar.clone();
        left.replace_range(edit.span.start..edit.span.end, &edit.text);
        assert_eq!(left, tagged(""));
    }
}
