//! People with the titles before their names, and people by office alone.

use super::{
    MentionKind, WORDS,
    find::Finder,
    gazetteer::{self, Title},
};
use crate::lexicon::{self, Set, fold};
use std::sync::LazyLock;

/// Letters behind a name that are no part of it: "Anand Rao KC".
static HONOURS: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "honour").collect());

impl Finder<'_> {
    /// A person's name at `name..to`, with the title before it.
    pub fn person(&mut self, from: usize, name: usize, to: usize) {
        let mut start = from;
        if let Some(at) = self.words.lower_title_before(from) {
            start = self.extend_left(at);
        } else if from < name {
            start = self.extend_left(from);
        }
        let title = (start < name).then(|| self.words.spell(start, name));
        let honours =
            (name + 1..to).rev().take_while(|&i| HONOURS.contains(self.words.stem(i))).count();
        self.push(start, to - honours, name, MentionKind::Person, title);
    }

    /// Takes in what belongs to a title before it: "former", "French", "Kremlin".
    fn extend_left(&self, mut at: usize) -> usize {
        while at > 0 {
            let word = self.words.raw(at - 1);
            let modifier = gazetteer::title(word) == Some(Title::Modifier)
                || word.strip_suffix("-elect").is_some();
            let body = self.found.last().filter(|found| {
                found.tokens.1 == at
                    && found.mention.kind != MentionKind::Person
                    && !self.words.is_owner(at - 1)
            });
            if let Some(found) = body {
                at = found.tokens.0;
            } else if modifier {
                at -= 1;
            } else {
                break;
            }
        }
        at
    }

    /// A person by office: "the French president". One that nobody can be meant by ("a
    /// president", "presidents") is none.
    pub fn read_role(&mut self, from: usize, to: usize, title: Title) {
        let start = self.extend_left(from);
        let before = if start > 0 { self.words.raw(start - 1) } else { "" };
        let owner = start > 0 && self.words.is_owner(start - 1);
        let definite = matches!(
            fold(before).as_ref(),
            "the" | "this" | "his" | "her" | "its" | "their" | "our"
        );
        let qualified = start < from || owner;
        let capital = self.words.is_capital(from);
        let indefinite = matches!(
            before,
            "a" | "an" | "A" | "An" | "no" | "any" | "every" | "for" | "as" | "of"
        );
        let alone =
            title == Title::Office && (definite || owner || (capital && !self.words.is_free(from)));
        let known =
            title == Title::Kind && qualified && definite && self.words.raw(from) == "leader";
        let bare =
            title == Title::Office && start < from && !indefinite && self.words.is_capital(start);
        if indefinite || !(alone || known || bare) {
            return;
        }
        // "the president’s men" is a role; "the president elect of" and plurals are not.
        let title = match self.found.last().filter(|found| owner && found.tokens.1 == start) {
            Some(country) => {
                format!(
                    "{} {}",
                    fold(country.mention.name.of(self.words.text)),
                    self.words.spell(start, to)
                )
            }
            None => self.words.spell(start, to),
        };
        let article = start > 0 && definite && fold(before) == "the";
        let first = if article { start - 1 } else { start };
        self.push(first, to, start, MentionKind::Role, Some(title));
    }
}
