//! # NAM002: name spelt differently elsewhere
//!
//! ## What it does
//! Finds names that most other outlets of the story spell differently. The desk's own list of names
//! wins over any number of outlets. Where as many spell it as you do, it is only a hint.
//!
//! ## Why
//! A name is the first thing that its owner reads, and one spelling a desk is a matter of style.
//!
//! ## Examples
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-03-16
//! Fire chief Rosario Ibañez said the search in the market hall of Puerto Almera was over.
//!                    ^^^^^^ NAM002
//!
//! //- post.md outlet:Northern_Post date:2026-03-16
//! Fire chief Rosario Ibáñez said the search in the market hall of Puerto Almera had ended.
//!
//! //- herald.md outlet:Coastal_Herald date:2026-03-16
//! The search in the ruins of the market hall of Puerto Almera is over, fire chief Rosario Ibáñez said.
//! ```
//! ```news
//! //- ours.md outlet:Valley_Times date:2026-03-16
//! Fire chief Rosario Ibáñez said the search in the market hall of Puerto Almera was over.
//!
//! //- post.md outlet:Northern_Post date:2026-03-16
//! Fire chief Rosario Ibáñez said the search in the market hall of Puerto Almera had ended.
//! ```
//!
//! ## Fix
//! Changes every mention of the name outside quotation marks to the other spelling. It is safe, and
//! made by `check --fix`, where the desk's list has that spelling.
//!
//! ## Basis
//! Chicago Guide to Fact-Checking, on names; AP Stylebook, on transliterated names.

use crate::{Check, Context, Diagnostic, Edit, Fix, Rule, Severity, leaves_quotes_alone};
use coverage::NameVariant;
use language::{EntityId, TextRange};
use sourcing::Place;
use std::collections::BTreeMap;

/// The rule.
pub static RULE: Rule = Rule {
    id: "NAM002",
    name: "name spelt differently elsewhere",
    severity: Severity::Warning,
    source: include_str!("spelling.rs"),
    check: Check::Article(check),
};

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut by_entity: BTreeMap<usize, Vec<&NameVariant>> = BTreeMap::new();
    for variant in &context.coverage.names {
        by_entity.entry(variant.entity).or_default().push(variant);
    }
    for (entity, variants) in by_entity {
        let weight = |variant: &&NameVariant| context.families(variant.tellers.iter().copied());
        let Some(variant) = variants
            .iter()
            .copied()
            .max_by_key(|variant| (is_listed(context, &variant.spelling), weight(variant)))
        else {
            continue;
        };
        out.extend(finding(context, EntityId(entity), variant));
    }
}

fn finding(context: &Context<'_>, entity: EntityId, variant: &NameVariant) -> Option<Diagnostic> {
    let reading = context.reading;
    let ours = &reading.entities.get(entity.0)?.name;
    if is_listed(context, ours) {
        return None;
    }
    let (ours, theirs) = differing_word(ours, &variant.spelling)?;
    let against = context.families(variant.tellers.iter().copied());
    let with_us = 1 + context.independent(variant.with_us.iter().copied());
    let listed = is_listed(context, &variant.spelling);
    let severity = if listed || with_us < against {
        RULE.severity
    } else if with_us == against {
        Severity::Hint
    } else {
        return None;
    };
    let mentions: Vec<Place> = reading
        .names
        .iter()
        .filter(|name| name.entity == Some(entity))
        .filter_map(|name| {
            word_in(reading.words(name.name), ours).map(|range| Place {
                block: name.name.block,
                range: TextRange::new(
                    name.name.range.start + range.start,
                    name.name.range.start + range.end,
                ),
            })
        })
        .collect();
    let spans = mentions.iter().map(|place| reading.span(*place));
    let edits: Vec<Edit> = spans
        .clone()
        .map(|span| Edit::replace(span, theirs))
        .filter(|edit| leaves_quotes_alone(reading, std::slice::from_ref(edit)))
        .collect();
    let first = edits.first().map(|edit| edit.span).or_else(|| spans.clone().next())?;
    let message = if listed {
        format!("The desk spells this name “{theirs}”, not “{ours}”.")
    } else {
        let outlets = context.outlets(&variant.tellers);
        format!("Spelt “{ours}” here and “{theirs}” by {outlets}: check the spelling.")
    };
    let title = format!("Change to “{theirs}” in the whole article");
    let fix = if listed { Fix::safe(title, edits) } else { Fix::suggested(title, edits) };
    let fixes = Some(fix).filter(|fix| !fix.edits.is_empty());
    Some(Diagnostic {
        severity,
        related: variant
            .tellers
            .iter()
            .filter_map(|&teller| mention(context, teller, theirs))
            .collect(),
        fixes: fixes.into_iter().collect(),
        ..Diagnostic::new(&RULE, first, message)
    })
}

/// Where a teller first writes `word`.
fn mention(context: &Context<'_>, teller: usize, word: &str) -> Option<crate::Related> {
    let reading = context.reading_of(teller);
    let name =
        reading.names.iter().find(|name| word_in(reading.words(name.name), word).is_some())?;
    Some(context.related(teller, name.name))
}

/// Whether the desk's list has this name, or a name that ends in it.
fn is_listed(context: &Context<'_>, name: &str) -> bool {
    context.settings.names.iter().any(|listed| {
        listed.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with(' '))
    })
}

/// The one word in which two spellings of a name differ.
fn differing_word<'a>(ours: &'a str, theirs: &'a str) -> Option<(&'a str, &'a str)> {
    let mut from_the_end = ours.rsplit(' ').zip(theirs.rsplit(' '));
    from_the_end.find(|(ours, theirs)| ours != theirs)
}

/// Where `word` stands as a whole word in `name`.
fn word_in(name: &str, word: &str) -> Option<TextRange> {
    name.match_indices(word).map(|(at, _)| TextRange::new(at, at + word.len())).find(|range| {
        let joined = |c: char| c.is_alphanumeric();
        !name[..range.start].ends_with(joined) && !name[range.end..].starts_with(joined)
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::{
        Settings,
        harness::{Fixture, check_fix},
    };

    const TWO_AGAINST_ONE: &str = "\
//- ours.md outlet:Valley_Times date:2026-03-16
Fire chief Rosario Ibañez ended the search in the market hall of Puerto Almera. “I am Ibañez,” Ibañez said.

//- post.md outlet:Northern_Post date:2026-03-16
Fire chief Rosario Ibáñez said the search in the market hall of Puerto Almera had ended.

//- herald.md outlet:Coastal_Herald date:2026-03-16
The search in the ruins of the market hall of Puerto Almera is over, fire chief Rosario Ibáñez said.
";

    #[test]
    fn the_fix_leaves_the_quote_alone() {
        let after = "Fire chief Rosario Ibáñez ended the search in the market hall of Puerto Almera. “I am Ibañez,” Ibáñez said.\n\n";
        check_fix(&RULE, TWO_AGAINST_ONE, "Change to “Ibáñez” in the whole article", after);
    }

    #[test]
    fn the_desk_list_wins() {
        let settings = Settings { names: vec!["Rosario Ibañez".into()], ..Settings::default() };
        assert!(Fixture::with(TWO_AGAINST_ONE, settings).findings(&RULE).is_empty());
    }
}
