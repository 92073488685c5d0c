//! Words around a verb that say how it is meant.

/// Forms of "be", and what stands in its place.
pub(crate) const BE: [&str; 13] = [
    "is", "are", "was", "were", "be", "been", "being", "am", "isn't", "wasn't", "aren't",
    "weren't", "get",
];
/// Forms of "have".
pub(crate) const HAVE: [&str; 6] = ["has", "have", "had", "hasn't", "haven't", "hadn't"];
/// Auxiliaries and adverbs that leave open whether it is so.
pub(crate) const OPEN: [&str; 11] = [
    "would",
    "wouldn't",
    "should",
    "shouldn't",
    "may",
    "might",
    "could",
    "couldn't",
    "must",
    "mustn't",
    "shall",
];
/// Adverbs that do the same without a verb.
pub(crate) const HEDGES: [&str; 5] = ["perhaps", "maybe", "allegedly", "reportedly", "apparently"];
/// Adverbs that make a denial say less than "not".
pub(crate) const LESS: [&str; 14] = [
    "only",
    "just",
    "even",
    "always",
    "necessarily",
    "merely",
    "simply",
    "quite",
    "very",
    "too",
    "also",
    "alone",
    "so",
    "exactly",
];
/// What opens a clause that is not stated.
pub(crate) const SUPPOSED: [&str; 13] = [
    "that", "if", "whether", "unless", "until", "till", "lest", "once", "before", "how", "why",
    "whenever", "wherever",
];
/// What opens a clause about the name before it.
pub(crate) const RELATIVE: [&str; 4] = ["who", "which", "whom", "whose"];
