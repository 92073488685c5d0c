//! All rules.

use crate::{
    Rule,
    rules::{across, dates, headlines, marks, names, numbers, quotes, sourcing},
};

/// Every rule, in order of id.
pub static ALL: &[&Rule] = &[
    &dates::weekday::RULE,
    &headlines::against_story::RULE,
    &names::spelling::RULE,
    &names::office::RULE,
    &numbers::malformed::RULE,
    &quotes::speakerless::RULE,
    &quotes::other_words::RULE,
    &quotes::other_speaker::RULE,
    &quotes::unbalanced::RULE,
    &quotes::lost_tag::RULE,
    &sourcing::unsourced::RULE,
    &sourcing::single_anonymous::RULE,
    &sourcing::bare_sources::RULE,
    &sourcing::vague::RULE,
    &sourcing::reportedly::RULE,
    &sourcing::uncredited::RULE,
    &sourcing::circular::RULE,
    &sourcing::unknown_speaker::RULE,
    &marks::unfinished::RULE,
    &across::conflict::RULE,
    &across::update::RULE,
    &across::alone::RULE,
    &across::corrected::RULE,
    &across::reviewed::RULE,
    &across::other_source::RULE,
];

/// The rule with this id, in any case.
pub fn find(id: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.id.eq_ignore_ascii_case(id))
}
