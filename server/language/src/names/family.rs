//! People of one surname: told apart by how they are addressed, and named in full by their kin.

use super::{
    Gender, WORDS,
    cast::Cast,
    seen::{Courtesy, Seen},
};

use crate::lexicon::{self, Set};
use std::sync::LazyLock;

/// What somebody is to one of the same surname.
static KIN: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "kin").collect());

/// Whether a role makes somebody kin: "husband", "eldest daughter".
pub fn is_kin(role: &str) -> bool {
    KIN.contains(role.rsplit(' ').next().unwrap_or(role))
}

impl Cast {
    /// Whether "Dr Moss" is not the Moss that the text calls "Mrs": both titles stand before the surname
    /// alone, and somebody of it is known by the other one.
    pub fn is_another(&self, id: usize, seen: &Seen<'_>) -> bool {
        let Some(courtesy) = seen.courtesy() else { return false };
        let both = self.addressed.get(&seen.last()).is_some_and(|all| all.len() > 1);
        let doctor = |title: &String| Courtesy::of(title) == Some(Courtesy::Learned);
        let learned = self.entities[id].titles.iter().any(doctor);
        both && learned != (courtesy == Courtesy::Learned)
    }

    /// "Mr Moss" where only his wife was named in full: the husband whose first name was given.
    pub fn relative(&mut self, seen: &Seen<'_>) -> Option<usize> {
        seen.courtesy()?;
        let fits = |id: &usize| {
            let theirs = self.entities[*id].gender;
            [theirs, seen.gender].contains(&Gender::Unknown) || theirs == seen.gender
        };
        let family = self.addressed.contains_key(&seen.last());
        let at = self.kin.iter().rposition(|id| family && fits(id))?;
        Some(self.kin.remove(at))
    }
}
