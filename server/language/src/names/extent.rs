//! How far a name goes: runs of capitalised words, with the small words that join them.

use super::{
    MentionKind, WORDS,
    find::Finder,
    gazetteer::{self, Title},
};
use crate::{
    Tag,
    lexicon::{self, Set},
    tag,
};
use std::sync::LazyLock;

/// Words of the longest run that is read as one name.
const LONGEST_RUN: usize = 24;

/// Small words that names hold: "van der Bellen".
pub static PARTICLES: LazyLock<Set> = LazyLock::new(|| lexicon::class(WORDS, "particle").collect());

impl Finder<'_> {
    /// End of the run of name words that begins at `i`.
    pub fn run_end(&self, i: usize) -> Option<usize> {
        if !self.words.is_capital(i) {
            return None;
        }
        let known = self.words.known(i, self.words.tokens.len()).filter(|&(end, _)| end > i + 1);
        let title = self.words.title(i).filter(|&(end, _)| {
            self.words.is_name_word(end)
                || !self.words.is_free(i)
                || self.words.is_capital(end.saturating_sub(1)) && end > i + 1
        });
        let title = title.filter(|&(end, title)| {
            !self.words.headline && (title != Title::Kind || self.words.is_name_word(end))
        });
        let mut end = if let Some((end, _)) = known {
            end
        } else if let Some((end, _)) = title {
            end
        } else if self.words.is_name_word(i)
            || (self.words.is_free(i) && !self.words.headline && self.leads_body(i))
        {
            i + 1
        } else {
            return None;
        };
        while end < self.words.tokens.len().min(i + LONGEST_RUN) {
            if self.words.is_owner(end - 1) {
                // "Harbour Workers’ Union"
                let whose = self.words.raw(end - 1);
                // "Fishermen’s Union"
                let several = ["men’s", "men's", "people’s", "children’s"];
                let owned = (whose.ends_with(['’', '\''])
                    || several.iter().any(|end| whose.to_lowercase().ends_with(end)))
                    && self.words.is_name_word(end)
                    && self.words.spells(i, end + 1);
                if !owned {
                    break;
                }
                end += 1;
            } else if let Some((next, _)) =
                self.words.title(end).filter(|_| !self.words.headline && self.words.is_capital(end))
            {
                end = next;
            } else if self.words.is_name_word(end) {
                end += 1;
            } else if let Some(next) = self.connected(i, end).or_else(|| self.nicknamed(i, end)) {
                end = next;
            } else {
                break;
            }
        }
        Some(end)
    }

    /// "Terence ‘Tel’ | Maddox": where the name goes on behind a nickname between quotation marks.
    fn nicknamed(&self, from: usize, at: usize) -> Option<usize> {
        let given = gazetteer::given(self.words.stem(at.checked_sub(1)?)).is_some();
        let opens = matches!(self.words.raw(at), "‘" | "“" | "\"" | "'");
        let closes = matches!(self.words.raw(at + 2), "’" | "”" | "\"" | "'");
        let named = self.words.is_capital(at + 1) && self.words.is_name_word(at + 3);
        (given && opens && closes && named && at < from + LONGEST_RUN).then_some(at + 3)
    }

    /// Whether a common word at the start of a sentence begins a name all the same, by the word
    /// the name ends in: "Justice Department officials".
    fn leads_body(&self, i: usize) -> bool {
        if gazetteer::leads_place(self.words.raw(i)) && self.words.is_capital(i + 1) {
            return true;
        }
        if tag::is_function_word(self.words.lower(i)) || self.words.is_owner(i) {
            return false;
        }
        let mut end = i + 1;
        while self.words.is_name_word(end) {
            end += 1;
        }
        let of = gazetteer::takes_of(self.words.raw(i))
            && self.words.raw(i + 1) == "of"
            && self.words.is_capital(i + 2);
        of || (end > i + 1 && gazetteer::head(self.words.stem(end - 1)).is_some())
    }

    /// End of the next name word behind small words that join names: "van der Bellen",
    /// "Ministry of the Interior", "Johnson & Johnson".
    fn connected(&self, from: usize, at: usize) -> Option<usize> {
        let word = self.words.raw(at);
        let next = at + 1;
        let follows = |at: usize| self.words.is_name_word(at).then_some(at + 1);
        match word {
            "&" => follows(next),
            "of" | "for" | "on"
                if (from..at).any(|i| {
                    gazetteer::takes_of(self.words.raw(i)) || self.words.raw(i) == "Against"
                }) =>
            {
                follows(if self.words.raw(next) == "the" { next + 1 } else { next })
            }
            "and" if self.spelt(from, at) => follows(next),
            "and"
                if (from..at).any(|i| {
                    gazetteer::takes_of(self.words.raw(i)) && self.words.raw(i + 1) == "of"
                }) =>
            {
                // "Ministry of Health and Welfare", not "Bank of Spain and Macron".
                follows(next).filter(|_| self.words.is_common(at - 1) && self.words.is_common(next))
            }
            "and" => {
                let head =
                    gazetteer::head(self.words.stem(next + 1)) == Some(MentionKind::Organisation);
                let common = self.words.is_common(at - 1) && self.words.is_common(next);
                (head && common && self.words.is_name_word(next))
                    .then(|| follows(next + 1))
                    .flatten()
            }
            // "Democracy for America"
            "for" if at == from + 1 && !self.words.is_free(from) => {
                follows(next).filter(|_| self.words.is_common(from) && !self.words.headline)
            }
            // "Mothers Against Drunk Driving"
            _ if !self.words.headline && word.starts_with(char::is_uppercase) => follows(next)
                .filter(|_| {
                    tag::function_tag(self.words.lower(at)) == Some(Tag::Preposition)
                        && !self.words.is_free(at)
                }),
            _ if PARTICLES.contains(word) => {
                let next = if PARTICLES.contains(self.words.raw(next)) { next + 1 } else { next };
                follows(next)
            }
            _ => None,
        }
    }

    /// "Association of Train Crew and Signallers (ATCS)": whether the initials of the run, beyond the
    /// small word at `at`, are those of the acronym in brackets behind it.
    fn spelt(&self, from: usize, at: usize) -> bool {
        let bracket = (at + 1..at + 6).find(|&i| self.words.raw(i) == "(");
        bracket.is_some_and(|close| {
            let capitals = (from..close).filter(|&i| self.words.is_capital(i));
            let initials = capitals.filter_map(|i| self.words.raw(i).chars().next());
            initials.eq(self.words.raw(close + 1).chars())
        })
    }
}
