//! # QUO005: quotation mark missing
//!
//! ## What it does
//! Finds a quotation mark that opens and is never closed, or closes what was never opened.
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
//! ## Fix
//! Puts the missing mark at the end of the paragraph or before its first word, where it belongs
//! more often than not. Check where the words end.
//!
//! ## Basis
//! Reuters Handbook of Journalism and AP Stylebook, on quotation marks.

use crate::{Context, Diagnostic, Edit, Fix, Rule, Severity};
use article::Span;

/// The rule.
pub static RULE: Rule = Rule {
    id: "QUO005",
    name: "quotation mark missing",
    severity: Severity::Error,
    source: include_str!("unbalanced.rs"),
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let reading = context.reading;
    for quote in reading.quotes.iter().filter(|quote| !quote.balanced) {
        let (inside, outside) = (reading.span(quote.inside), reading.span(quote.outside));
        let opened = outside.start < inside.start;
        let mark = if opened {
            Span::new(outside.start, inside.start)
        } else {
            Span::new(inside.end, outside.end)
        };
        let written = reading.article.slice(mark);
        let other = counterpart(written);
        let (message, at) = if opened {
            (
                "This quotation mark is never closed: add the mark where the quoted words end.",
                inside.end,
            )
        } else {
            (
                "This quotation mark was never opened: add the mark where the quoted words begin.",
                inside.start,
            )
        };
        let title = format!("Insert {other}");
        let fixes = vec![Fix::suggested(title, vec![Edit::insert(at, other)])];
        out.push(Diagnostic { fixes, ..Diagnostic::new(&RULE, mark, message) });
    }
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
    use crate::harness::check_fix;

    #[test]
    fn inserts_the_missing_mark() {
        let before = "“We will rebuild the bridge by spring.";
        check_fix(&RULE, before, "Insert ”", "“We will rebuild the bridge by spring.”");
    }
}
