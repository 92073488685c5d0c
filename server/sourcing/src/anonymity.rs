//! Whether an article says that a source is not named, and why.

use crate::{Paragraph, Place};
use language::{TextRange, data};
use std::sync::LazyLock;

/// What an article says of a source it does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Anonymity {
    /// That it speaks on condition of anonymity or on background.
    pub agreed: bool,
    /// Why.
    pub reasoned: bool,
}

struct Phrases {
    condition: Vec<&'static str>,
    reason: Vec<&'static str>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let of = |class: &str| {
        let lines = data::lines(include_str!("../data/anonymity.txt"));
        let lines = lines.filter(|(name, _)| *name == class);
        lines.flat_map(|(_, phrases)| phrases.split("; ")).collect()
    };
    Phrases { condition: of("condition"), reason: of("reason") }
});

/// What `text` says of the source at `source`: in its sentence, or, where the next one is still
/// about it, there.
pub fn of(text: &str, paragraph: &Paragraph, source: Place) -> Anonymity {
    let sentences = &paragraph.text.sentences;
    let at = sentences.partition_point(|s| s.range.end <= source.range.start);
    let says = |range: TextRange| {
        let words = range.of(text).to_lowercase();
        let has = |phrases: &[&str]| phrases.iter().any(|phrase| words.contains(phrase));
        let agreed = has(&PHRASES.condition);
        Anonymity { agreed, reasoned: agreed && has(&PHRASES.reason) }
    };
    let own = sentences.get(at).map(|s| says(s.range)).unwrap_or_default();
    let goes_on = sentences.get(at + 1).filter(|s| {
        let first = s.range.of(text).split(' ').next().unwrap_or_default().to_lowercase();
        !own.reasoned && matches!(&*first, "he" | "she" | "they" | "the" | "both" | "all")
    });
    match goes_on.map(|s| says(s.range)) {
        Some(next) if next.agreed => next,
        _ => own,
    }
}
