//! What a story report says. Articles are indices into [`Story::articles`]; 0 is the one it is for.

use crate::spot::Spot;
use article::{Date, Span};
use corpus::ArticleId;
use std::ops::Range;

/// What a story report says.
#[derive(Debug, Clone)]
pub struct Story {
    /// The article that the report is for, then the others that tell its story, the oldest first.
    pub articles: Vec<Article>,
    /// Articles that count once, where it is two or more.
    pub families: Vec<Family>,
    /// How many tell the story independently of this article and of one another.
    pub independent: usize,
    /// What this article says and others report: first what they report differently.
    pub points: Vec<Point>,
    /// What can be checked in this article and nobody else reports, in order.
    pub alone: Vec<Alone>,
    /// Figures that changed from one report to the next.
    pub figures: Vec<Figures>,
    /// Quotes that others have too: first those that they have in other words.
    pub quotes: Vec<Quote>,
    /// Quotes that nobody else has.
    pub quotes_alone: usize,
    /// Names that others spell differently.
    pub names: Vec<Spelling>,
    /// What others report and this article does not: first what most of them do.
    pub missing: Vec<Missing>,
    /// What could not be asked, in words for the user.
    pub gaps: Vec<String>,
}

/// An article that tells the story.
#[derive(Debug, Clone)]
pub struct Article {
    /// Its name in the newsroom.
    pub id: ArticleId,
    /// Who published it; "This article" where this one does not say.
    pub outlet: String,
    /// Its headline; the beginning of an article that has none.
    pub headline: String,
    /// When it was published or last changed.
    pub date: Option<Date>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// What it rests on: its family, as an index into [`Story::families`].
    pub family: Option<usize>,
    /// Whom it names, most often first.
    pub sources: Vec<Source>,
    /// Statements that can be checked and for which nobody is named.
    pub unsourced: usize,
}

/// Articles that are copies of one text or rest on one report.
#[derive(Debug, Clone)]
pub struct Family {
    /// Its articles.
    pub articles: Vec<usize>,
    /// Why they count once: "near-copies", "according to Reuters".
    pub because: String,
}

/// Somebody whom an article names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// As the article names it in full, or as it stands.
    pub name: String,
    /// How many statements are theirs.
    pub statements: usize,
    /// Whether the article keeps the name to itself, or means nobody in particular.
    pub unnamed: bool,
}

/// Words of an article and where they stand.
#[derive(Debug, Clone)]
pub struct Passage {
    /// Whose.
    pub article: usize,
    /// The words, as clean text.
    pub text: String,
    /// Those that differ, in bytes of `text`, in order and apart.
    pub marks: Vec<Range<usize>>,
    /// Where in the source file, in bytes.
    pub span: Span,
    /// The same in lines and columns.
    pub spot: Spot,
}

/// How a report stands to this article, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// Cannot both be right.
    Conflicts,
    /// Has a later value of something that grows.
    Later,
    /// Says it in other words that matter.
    Wording,
    /// Has an earlier value; this article has the update.
    Earlier,
    /// Says the same and more.
    Adds,
    /// Says the same.
    Agrees,
    /// Makes a part of the point.
    Part,
}

/// A sentence of this article that others report.
#[derive(Debug, Clone)]
pub struct Point {
    /// The sentence, as an index into the reading's: it names the point.
    pub sentence: usize,
    /// Our words, those that differ marked.
    pub ours: Passage,
    /// To whom it is sourced: "citing the police", "naming no source", or nothing.
    pub cites: String,
    /// What the others have, by article and then the gravest first.
    pub reports: Vec<Report>,
}

/// What another article has of a point.
#[derive(Debug, Clone)]
pub struct Report {
    /// How it stands to ours.
    pub standing: Standing,
    /// Their words, those that differ marked.
    pub passage: Passage,
    /// To whom they source it, as [`Point::cites`].
    pub cites: String,
    /// The words that differ, short enough for a table.
    pub value: Option<String>,
    /// How it differs, in sentences for a person.
    pub why: Vec<String>,
}

/// A statement that no other article has.
#[derive(Debug, Clone)]
pub struct Alone {
    /// The sentence, as an index into the reading's.
    pub sentence: usize,
    /// Its words.
    pub ours: Passage,
    /// To whom it is sourced, as [`Point::cites`].
    pub cites: String,
}

/// One figure in all reports of a point, the oldest first.
#[derive(Debug, Clone)]
pub struct Figures {
    /// What it is of: our sentence, our figure marked.
    pub ours: Passage,
    /// What was reported when.
    pub steps: Vec<Figure>,
}

/// A figure as one day's articles have it.
#[derive(Debug, Clone)]
pub struct Figure {
    /// The words: "at least 12 people".
    pub words: String,
    /// The day.
    pub date: Option<Date>,
    /// Who has it, copies included.
    pub articles: Vec<usize>,
    /// Their sentence, of the first of them, the figure marked.
    pub passage: Passage,
    /// How it stands to ours: agrees, earlier, later or conflicts.
    pub standing: Standing,
}

/// A quote and how others have it.
#[derive(Debug, Clone)]
pub struct Quote {
    /// Our words.
    pub ours: Passage,
    /// Whose they are, where that is known.
    pub speaker: Option<String>,
    /// What the others have, what differs most first.
    pub versions: Vec<Version>,
}

/// A quote as others have it.
#[derive(Debug, Clone)]
pub struct Version {
    /// Who has it so.
    pub articles: Vec<usize>,
    /// How it stands to ours: agrees, wording, or conflicts where it is another's.
    pub standing: Standing,
    /// The words of the first of them.
    pub passage: Passage,
    /// Whose they are there.
    pub speaker: Option<String>,
    /// Both versions in one.
    pub pieces: Vec<Piece>,
}

/// A stretch of two versions set into one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// One goes on where the other has not begun or has ended.
    More,
    /// Both have it; the words are ours.
    Both(String),
    /// Only we have it.
    Ours(String),
    /// Only they have it.
    Theirs(String),
}

/// A name that others spell differently.
#[derive(Debug, Clone)]
pub struct Spelling {
    /// Our spelling.
    pub ours: String,
    /// Theirs.
    pub theirs: String,
    /// Who spells it so.
    pub articles: Vec<usize>,
    /// Who spells it as we do.
    pub with_us: Vec<usize>,
}

/// A point that others have and this article lacks.
#[derive(Debug, Clone)]
pub struct Missing {
    /// How many independent families report it.
    pub families: usize,
    /// Their words, one passage an article, the oldest first.
    pub passages: Vec<Passage>,
    /// To whom the first of them sources it, as [`Point::cites`].
    pub cites: String,
}

impl Point {
    /// How it stands with the report that differs most.
    pub fn gravest(&self) -> Standing {
        let standings = self.reports.iter().map(|report| report.standing);
        standings.min().unwrap_or(Standing::Agrees)
    }
}

impl Standing {
    /// All, the gravest first.
    pub const ALL: [Self; 7] = [
        Self::Conflicts,
        Self::Later,
        Self::Wording,
        Self::Earlier,
        Self::Adds,
        Self::Agrees,
        Self::Part,
    ];

    /// In a word or two: "conflicts".
    pub fn says(self) -> &'static str {
        match self {
            Self::Conflicts => "conflicts",
            Self::Later => "later value",
            Self::Wording => "other words",
            Self::Earlier => "earlier value",
            Self::Adds => "adds detail",
            Self::Agrees => "agrees",
            Self::Part => "in part",
        }
    }

    /// As a sign that every font has.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Conflicts => "≠",
            Self::Later => "»",
            Self::Wording => "≈",
            Self::Earlier => "«",
            Self::Adds => "+",
            Self::Agrees => "=",
            Self::Part => "½",
        }
    }

    /// As the machine contract and the style of the page name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Conflicts => "conflicts",
            Self::Later => "later",
            Self::Wording => "wording",
            Self::Earlier => "earlier",
            Self::Adds => "adds",
            Self::Agrees => "agrees",
            Self::Part => "part",
        }
    }

    /// Whether an editor should look at it.
    pub fn differs(self) -> bool {
        self <= Self::Wording
    }
}
