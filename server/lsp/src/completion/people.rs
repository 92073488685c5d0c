//! Who can be named in an article.

use super::Kind;
use language::MentionKind;
use newsroom::{Checked, Config};
use std::{collections::BTreeSet, sync::Arc};

/// Names, each once, the likeliest first.
#[derive(Debug, Default)]
pub struct People {
    listed: Vec<(Kind, String, String)>,
    known: BTreeSet<String>,
}

impl People {
    /// Who can be named at `offset`: who spoke last before it, who else the article names, how the
    /// desk spells others, and the outlets that tell the story.
    pub fn of(checked: &Checked, config: &Config, offset: usize) -> Self {
        let mut people = Self::default();
        let reading = &checked.reading;
        let spoke = |attribution: &&Arc<sourcing::Attribution>| {
            let first = attribution.source.first().or(attribution.cue.first());
            first.is_some_and(|place| reading.span(*place).end <= offset)
        };
        let before = reading.attributions.iter().filter(spoke).rev();
        for entity in before.filter_map(|it| reading.entities.get(it.entity?.0)) {
            people.entity(entity);
        }
        for entity in reading.entities.iter() {
            people.entity(entity);
        }
        for name in &config.rules.names {
            people.add(Kind::Person, name, "the desk's spelling".into());
        }
        for teller in &checked.coverage.tellers {
            people.add(Kind::Source, &teller.entry.outlet.0, "tells this story".into());
        }
        for (outlet, _) in &config.outlets {
            people.add(Kind::Source, outlet, "outlet".into());
        }
        people
    }

    fn entity(&mut self, entity: &language::Entity) {
        let kind = match entity.kind {
            MentionKind::Person => Kind::Person,
            MentionKind::Organisation | MentionKind::Outlet => Kind::Source,
            _ => return,
        };
        let detail = entity.titles.first().cloned().unwrap_or_default();
        self.add(kind, &entity.name, detail);
    }

    fn add(&mut self, kind: Kind, name: &str, detail: String) {
        if self.known.insert(name.to_lowercase()) {
            self.listed.push((kind, name.into(), detail));
        }
    }

    /// Everybody and everything.
    pub fn all(self) -> impl Iterator<Item = (Kind, String, String)> {
        self.listed.into_iter()
    }

    /// People, then who else can speak.
    pub fn speakers(self) -> impl Iterator<Item = (Kind, String, String)> {
        let (people, others): (Vec<_>, Vec<_>) =
            self.listed.into_iter().partition(|(kind, ..)| *kind == Kind::Person);
        people.into_iter().chain(others)
    }

    /// Bodies and outlets.
    pub fn bodies(self) -> impl Iterator<Item = (Kind, String, String)> {
        self.listed.into_iter().filter(|(kind, ..)| *kind == Kind::Source)
    }
}
