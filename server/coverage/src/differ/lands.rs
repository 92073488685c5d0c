//! In which country a place lies.

use language::{data, names::place_kind};
use std::{collections::HashMap, sync::LazyLock};

/// For each listed place its country.
static LANDS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let lines = data::lines(include_str!("../../data/lands.txt"));
    lines.flat_map(|(land, places)| places.split(", ").map(move |place| (place, land))).collect()
});

/// A place that everybody knows: a country, a state or a city, by its usual name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spot {
    kind: &'static str,
    pub(crate) name: &'static str,
}

impl Spot {
    pub(crate) fn of(name: &str) -> Option<Self> {
        place_kind(name).map(|(kind, name)| Self { kind, name })
    }

    /// Whether what is in the one cannot be in the other: two of a kind, or two that lie in two
    /// countries.
    pub(crate) fn is_apart(self, other: Self) -> bool {
        if self.kind == other.kind {
            return self.name != other.name;
        }
        self.land().zip(other.land()).is_some_and(|(ours, theirs)| ours != theirs)
    }

    fn land(self) -> Option<&'static str> {
        if self.kind == "country" { Some(self.name) } else { LANDS.get(self.name).copied() }
    }
}
