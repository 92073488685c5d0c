//! How much one rule may say of one paragraph.

use crate::{Diagnostic, Rule};
use sourcing::Reading;
use std::collections::BTreeMap;

/// Most findings of one rule in one paragraph: more than anybody reads. A paragraph of nothing but
/// quotation marks could have a hundred thousand.
const MOST: usize = 100;

/// Keeps the first [`MOST`] of what `rule` found in each paragraph; they stand in `found` from `from`
/// on. One finding more says how many are left out.
pub fn keep(rule: &'static Rule, reading: &Reading, found: &mut Vec<Diagnostic>, from: usize) {
    if found.len() - from <= MOST {
        return;
    }
    let mut ours = found.split_off(from);
    ours.sort_by_key(|finding| finding.span);
    // For each paragraph how many there are, and where the first stands that is left out.
    let mut seen = BTreeMap::new();
    for finding in ours {
        let span = finding.span;
        let paragraph = reading.place_of(span.start).map(|place| place.block);
        let (count, first) = seen.entry(paragraph).or_insert((0, span));
        *count += 1;
        if *count <= MOST {
            found.push(finding);
        } else if *count == MOST + 1 {
            *first = span;
        }
    }
    let notes = seen.into_values().filter(|(count, _)| *count > MOST).map(|(count, first)| {
        let more = count - MOST;
        Diagnostic::new(
            rule,
            first,
            format!("{more} more of {} in this paragraph are not listed", rule.id),
        )
    });
    found.extend(notes);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::harness::Fixture;

    #[test]
    fn one_paragraph_has_so_many_findings_of_a_rule_and_a_word_on_the_others() {
        let text = format!("{}\n\nTK here.\n", "TK ".repeat(MOST + 20));
        let fixture = Fixture::new(&text);
        let found = crate::check(&fixture.context());
        let found: Vec<_> = found.iter().filter(|finding| finding.rule == "TKM001").collect();
        assert_eq!(
            found.len(),
            MOST + 2,
            "the first ones, the word, and that of the next paragraph"
        );
        let said: Vec<_> = found.iter().filter(|it| it.message.starts_with("20 more of")).collect();
        assert_eq!(said.len(), 1, "{found:?}");
    }
}
