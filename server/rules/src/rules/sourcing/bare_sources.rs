//! # SRC003: bare “sources”
//!
//! ## What it does
//! Finds "sources said" with no word on who they are or how they know.
//!
//! ## Why
//! An unnamed source is worth what is known about it: the reader must learn at least how the source
//! comes to know.
//!
//! ## Examples
//! ```news
//! Sources said the two men may meet again in May.
//! ^^^^^^^ SRC003
//! ```
//! ```news
//! Sources in the finance ministry said the two men may meet again in May.
//! ```
//!
//! ## Fix
//! Puts "people with knowledge of TK" in place of the bare word, to be filled in.
//!
//! ## Basis
//! AP's news values, which bar a source that is not described at all.

use crate::{
    Check, Context, Diagnostic, Edit, Fix, Rule, Severity,
    rules::sourcing::{is_bare_sources, named},
};

/// The rule.
pub static RULE: Rule = Rule {
    id: "SRC003",
    name: "bare “sources”",
    severity: Severity::Warning,
    source: include_str!("bare_sources.rs"),
    check: Check::Article(check),
};

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let reading = context.reading;
    for (_, source) in named(reading, |_| true) {
        let words = reading.words(source);
        if !is_bare_sources(words) {
            continue;
        }
        let span = reading.span(source);
        let message = format!(
            "“{words}” tells the reader nothing: say how they know, without naming them if need be."
        );
        let begins = words.starts_with(char::is_uppercase);
        let described =
            if begins { "People with knowledge of TK" } else { "people with knowledge of TK" };
        let title = "Describe them: “people with knowledge of TK”";
        let fixes = vec![Fix::suggested(title, vec![Edit::replace(span, described)])];
        out.push(Diagnostic { fixes, ..Diagnostic::new(&RULE, span, message) });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::harness::check_fix;

    #[test]
    fn the_description_keeps_the_capital() {
        let title = "Describe them: “people with knowledge of TK”";
        check_fix(
            &RULE,
            "Sources said he may go.",
            title,
            "People with knowledge of TK said he may go.",
        );
    }
}
