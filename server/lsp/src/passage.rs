//! A passage, and what the words under a cursor are about.

use article::Span;
use corpus::ArticleId;
use language::EntityId;
use sourcing::{Place, Reading};

/// A passage of some article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The article, of those that tell the story; `None` for the one that is open.
    pub article: Option<ArticleId>,
    /// Where in its source.
    pub span: Span,
}

impl Passage {
    /// One of the article that is open.
    pub fn here(span: Span) -> Self {
        Self { article: None, span }
    }
}

/// What words are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Somebody or something that they name: "Ruiz", or "she" in "she said".
    Entity(EntityId),
    /// The point that their sentence makes, as an index into the reading's sentences.
    Point(usize),
}

impl Subject {
    /// What the words at `offset` of the source are about.
    pub fn at(reading: &Reading, offset: usize) -> Option<Self> {
        let at = reading.place_of(offset)?;
        let touches = |place: &Place| {
            place.block == at.block
                && place.range.start <= at.range.start
                && at.range.end <= place.range.end
        };
        let named = reading.names.iter().rev().find(|name| touches(&name.place));
        let speaks = || {
            let speaking = |words: &[Place]| words.iter().any(touches);
            let mut all = reading.attributions.iter();
            all.find(|it| it.entity.is_some() && (speaking(&it.source) || speaking(&it.cue)))
        };
        let entity = named.and_then(|name| name.entity).or_else(|| speaks()?.entity);
        entity.map(Self::Entity).or_else(|| reading.sentence_at(at).map(Self::Point))
    }
}

/// Every place that names `entity`, pronouns that somebody speaks by included, in order.
pub fn mentions(reading: &Reading, entity: EntityId) -> Vec<Place> {
    let named = reading.names.iter().filter(|name| name.entity == Some(entity));
    let named: Vec<Place> = named.map(|name| name.name).collect();
    let is_named = |words: &Place| {
        let before =
            |name: &Place| (name.block, name.range.end) <= (words.block, words.range.start);
        let next = named.get(named.partition_point(before));
        next.is_some_and(|name| name.block == words.block && name.range.overlaps(words.range))
    };
    let spoken = reading.attributions.iter().filter(|it| it.entity == Some(entity));
    let pronouns = spoken.flat_map(|it| &it.source).filter(|words| !is_named(words)).copied();
    let mut places: Vec<Place> = pronouns.chain(named.iter().copied()).collect();
    places.sort_unstable();
    places.dedup();
    places
}
