//! The words of this room: places, quotes, sources, attributions, claims.

use crate::{Checkables, Class};
use language::{EntityId, MentionKind, TextRange};

/// A range of the text of one block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// Index of the block in the article.
    pub block: usize,
    /// Range of the block's text.
    pub range: TextRange,
}

/// A sentence of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentenceAt {
    /// Where it stands.
    pub place: Place,
    /// Its index in its paragraph's text.
    pub index: usize,
}

/// A mention and the entity it resolves to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// The whole mention, title included.
    pub place: Place,
    /// The name alone.
    pub name: Place,
    /// What it names.
    pub kind: MentionKind,
    /// Whom it names.
    pub entity: Option<EntityId>,
}

/// A quoted region.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// What stands between the marks.
    pub inside: Place,
    /// The same with its marks; one mark may be missing.
    pub outside: Place,
    /// What the marks do.
    pub kind: QuoteKind,
    /// Whether both marks are there. A paragraph that a repeated opener continues needs no closer.
    pub balanced: bool,
    /// The attribution it belongs to, as an index into the reading's.
    pub attribution: Option<usize>,
    /// The tag around it, as an index into the article's.
    pub tag: Option<usize>,
}

/// What quotation marks do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuoteKind {
    /// A clause or more in the speaker's words.
    Full,
    /// Some words of the speaker's inside the writer's sentence.
    Partial,
    /// Distance, not speech: "right", "expert".
    Scare,
    /// A title, a programme, a nickname, a word as a word.
    Title,
}

/// How content is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// In the speaker's words.
    Direct,
    /// In the writer's.
    Indirect,
    /// Both.
    Mixed,
}

/// What kind of source is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// A person by name or clear role.
    Person,
    /// A government, ministry, palace, police force, company that speaks.
    Official,
    /// A news outlet.
    Outlet,
    /// A statement, ruling, report, poll.
    Document,
    /// Somebody the writer knows and does not name: "a source close to the talks".
    Anonymous,
    /// Nobody in particular: "analysts", "some say", "it is thought".
    Vague,
}

/// Source, cue and content.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// The mention as written; empty when nobody is named.
    pub source: Vec<Place>,
    /// The words that attribute: "said", "according to".
    pub cue: Vec<Place>,
    /// What is attributed, a quotation with its marks; a split one has several places. Where an outlet hands on
    /// what somebody said, the words are the content of both.
    pub content: Vec<Place>,
    /// How the content is given.
    pub form: Form,
    /// What kind of source it is; `None` when nobody is named ("reportedly").
    pub kind: Option<SourceKind>,
    /// Whom the source resolves to, in the article's fullest form: "Emmanuel Macron".
    pub speaker: Option<String>,
    /// The same as an entity.
    pub entity: Option<EntityId>,
    /// The body or government it stands for, whatever the outlet calls it: "France" for the Élysée.
    pub body: Option<&'static str>,
    /// Through whom it reached us: "Reuters", "Le Parisien".
    pub via: Option<String>,
    /// What the cue does; `None` where it only hedges ("reportedly").
    pub class: Option<Class>,
    /// Whether the article says why an anonymous source is not named.
    pub reason_given: bool,
    /// Whether it was carried over from an earlier sentence and has no cue of its own.
    pub inherited: bool,
}

/// How a claim is sourced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sourcing {
    /// Somebody is named for it in its sentence.
    Sourced,
    /// Somebody was named just before and it goes on.
    Inherited,
    /// Somebody unnamed.
    Anonymous,
    /// Nobody in particular.
    Vague,
    /// Checkable and nobody is named.
    Unsourced,
    /// Opinion, question, common knowledge, what the outlet saw itself: needs nobody.
    None,
}

/// A checkable statement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Claim {
    /// Where it stands: a sentence or a clause of one.
    pub place: Place,
    /// Its sentence, as an index into the reading's.
    pub sentence: usize,
    /// How it is sourced.
    pub sourcing: Sourcing,
    /// By which attribution.
    pub attribution: Option<usize>,
    /// Why it can be checked; empty for opinions, questions and what the outlet saw itself.
    pub checkable: Checkables,
    /// Whether it is a toll or a charge, which nobody prints on their own word; a figure that is
    /// not grave may be on record.
    pub grave: bool,
}
