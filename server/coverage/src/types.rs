//! The words of this room.

use crate::held::Memory;
use corpus::Entry;
use language::TextRange;
use sourcing::Place;
use std::{collections::HashSet, sync::Arc};

/// What the other outlets have of one article's story.
#[derive(Debug, Clone, Default)]
pub struct Coverage {
    /// Other articles that tell the same story, best first. Other lists index into this one.
    pub tellers: Vec<Teller>,
    /// Tellers that are copies of or rest on one another, joined.
    pub families: Vec<Family>,
    /// One for each sentence of the reading, in order.
    pub points: Vec<Point>,
    /// Quotes that others have too.
    pub quotes: Vec<QuoteVersion>,
    /// Names that others spell differently.
    pub names: Vec<NameVariant>,
    /// Offices of our people that others give otherwise.
    pub offices: Vec<OfficeVariant>,
    /// Sentences that say what a published fact-check is about, in order.
    pub reviewed: Vec<Reviewed>,
    /// Who cites whom among our article and the tellers.
    pub citations: Vec<Citation>,
    /// What could not be asked, in words for the user.
    pub gaps: Vec<String>,
    /// What the next coverage of the same article need not find again.
    pub memory: Option<Arc<Memory>>,
}

/// Another article that tells the same story.
#[derive(Debug, Clone)]
pub struct Teller {
    /// The article.
    pub entry: Arc<Entry>,
    /// Its family, as an index into [`Coverage::families`].
    pub family: usize,
}

/// Articles that are copies of one text or rest on one report. A family counts once.
#[derive(Debug, Clone, Default)]
pub struct Family {
    /// Its tellers.
    pub tellers: Vec<usize>,
    /// Why they are one: "near-copies", "according to Reuters"; empty for a family of one.
    pub because: String,
    /// Whether the article itself belongs to it, so that it corroborates nothing.
    pub includes_own: bool,
}

/// One sentence and who else reports what it says.
#[derive(Debug, Clone, Default)]
pub struct Point {
    /// Reports, at most one a teller for each part of the sentence, best first.
    pub reports: Vec<Report>,
}

impl Point {
    /// Reports of what stands at `offset` of the block's text, one a teller, best first. Between
    /// the statements of two people, all of them.
    pub fn at(&self, offset: usize) -> impl Iterator<Item = &Report> {
        let meets = move |part: TextRange| part.start <= offset && offset <= part.end;
        let in_a_part = self.reports.iter().filter_map(|report| report.part).any(meets);
        let mut told = HashSet::new();
        self.reports.iter().filter(move |report| {
            let about = !in_a_part || report.part.is_none_or(meets);
            about && told.insert(report.teller)
        })
    }
}

/// Another outlet's statement of the same point.
#[derive(Debug, Clone)]
pub struct Report {
    /// Who reports it, as an index into [`Coverage::tellers`].
    pub teller: usize,
    /// What the report is about, where ours has two people's statements and it makes the point of
    /// one of them.
    pub part: Option<TextRange>,
    /// The sentence, as an index into that reading's sentences.
    pub sentence: usize,
    /// Similarity, 0..=1.
    pub score: f32,
    /// How it stands to ours.
    pub relation: Relation,
    /// Where and how it differs.
    pub differences: Vec<Difference>,
}

/// How a report stands to a claim, the gravest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// Makes the point of a part of ours, or the same point in other words: worth showing, and too
    /// little to say that it confirms ours.
    Related,
    /// Says the same.
    Agrees,
    /// Says the same and more.
    Adds,
    /// Says the same in other words that matter.
    Wording,
    /// A later value of something that grows.
    Updates,
    /// Cannot both be right.
    Conflicts,
}

impl Relation {
    /// As the machine contract names it: "agrees".
    pub fn name(self) -> &'static str {
        match self {
            Self::Related => "related",
            Self::Agrees => "agrees",
            Self::Adds => "adds",
            Self::Wording => "wording",
            Self::Updates => "updates",
            Self::Conflicts => "conflicts",
        }
    }
}

/// How much a difference matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Other words.
    Wording,
    /// A later value.
    Update,
    /// Disjoint under every reading.
    Conflict,
}

/// What kind of thing differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DifferenceKind {
    /// A count, a sum, a magnitude.
    Number,
    /// When.
    Date,
    /// How long.
    Duration,
    /// Where.
    Place,
    /// Whether.
    Polarity,
    /// The words of a quote.
    Quote,
    /// Who said it.
    Speaker,
    /// The spelling of a name.
    Name,
    /// The office somebody holds.
    Office,
}

/// One difference between a passage of ours and one of theirs.
#[derive(Debug, Clone)]
pub struct Difference {
    /// What differs.
    pub kind: DifferenceKind,
    /// How much it matters.
    pub severity: Severity,
    /// Our words.
    pub here: Place,
    /// Theirs.
    pub there: Place,
    /// Both in one sentence for a person: "12 people killed against 40 people killed".
    pub why: String,
}

/// A quote of ours as another outlet has it.
#[derive(Debug, Clone)]
pub struct QuoteVersion {
    /// Ours, as an index into the reading's quotes.
    pub quote: usize,
    /// Who has it.
    pub teller: usize,
    /// Theirs, as an index into that reading's quotes.
    pub theirs: usize,
    /// Share of words in common, 0..=1.
    pub overlap: f32,
    /// `None` when the words and the speaker are the same.
    pub difference: Option<Difference>,
}

/// A name of ours that others spell differently.
#[derive(Debug, Clone)]
pub struct NameVariant {
    /// Ours, as an index into the reading's entities.
    pub entity: usize,
    /// Their spelling.
    pub spelling: String,
    /// Who spells it so.
    pub tellers: Vec<usize>,
    /// Who spells it as we do.
    pub with_us: Vec<usize>,
}

/// A sentence of ours that says what a fact-check is about.
#[derive(Debug, Clone)]
pub struct Reviewed {
    /// Index into the reading's sentences.
    pub sentence: usize,
    /// The fact-check; its copy is the claim that was checked.
    pub review: Arc<Entry>,
    /// The sentence of the claim, as an index into that reading's sentences.
    pub claim: usize,
}

/// An office that another article gives otherwise: to one of our people another office, or to
/// somebody else theirs.
#[derive(Debug, Clone)]
pub struct OfficeVariant {
    /// Whose, as an index into the reading's entities.
    pub entity: usize,
    /// Who has it otherwise.
    pub teller: usize,
    /// Both mentions, with their titles.
    pub difference: Difference,
}

/// One of the articles that tell a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Text {
    /// The article itself.
    Own,
    /// An index into [`Coverage::tellers`].
    Teller(usize),
}

/// An article that says it rests on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citation {
    /// Which one says so.
    pub by: Text,
    /// Which one it rests on.
    pub of: Text,
    /// The words that name that outlet, where it does so in its copy.
    pub place: Option<Place>,
}
