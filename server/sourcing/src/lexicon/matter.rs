//! What words make of a statement: an accusation, a forecast, what nobody can see for himself.

use language::{Table, data};
use std::sync::LazyLock;

/// What a word makes of a statement: see `accusations.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Matter {
    /// Somebody did wrong.
    Wrong,
    /// What an outlet cannot see for itself.
    Hidden,
    /// What only a government or an expert can know of.
    Weapon,
    /// Can, has, owns.
    Able,
    /// What a court has on record.
    Court,
    /// What anybody can look up: prices, shares.
    Market,
    /// What an authority or a company does in public: fines, votes, sales.
    Public,
    /// Did not pass.
    Failed,
    /// What can be failed: an inspection, a safety test.
    Check,
    /// What gives figures: a poll, a study, records.
    Figures,
    /// Before "by": what the outlet itself has before it.
    Own,
    /// Did what a wrong is named by: took bribes, committed fraud.
    Commit,
    /// Killed, shot; a charge where it is done to one of the next.
    Harm,
    /// Those whom nobody may harm.
    Victim,
    /// Superlatives.
    First,
    /// What led to what.
    Cause,
    /// Modals and other words that make a sentence a forecast, a wish or a possibility.
    Open,
}

static MATTERS: LazyLock<Table<Matter>> = LazyLock::new(|| {
    let words = data::words(include_str!("../../data/accusations.txt"));
    words.filter_map(|(class, word)| Some((word, Matter::of(class)?))).collect()
});

impl Matter {
    /// The matter that a class of `accusations.txt` is for.
    fn of(class: &str) -> Option<Self> {
        Some(match class {
            "wrong" => Self::Wrong,
            "hidden" => Self::Hidden,
            "weapon" => Self::Weapon,
            "able" => Self::Able,
            "court" => Self::Court,
            "market" => Self::Market,
            "public" => Self::Public,
            "failed" => Self::Failed,
            "check" => Self::Check,
            "figures" => Self::Figures,
            "own" => Self::Own,
            "commit" => Self::Commit,
            "harm" => Self::Harm,
            "victim" => Self::Victim,
            "first" => Self::First,
            "cause" => Self::Cause,
            "open" => Self::Open,
            _ => return None,
        })
    }
}

/// What `word`, in lower case, makes of a statement.
pub fn matter(word: &str) -> Option<Matter> {
    MATTERS.get(word).copied()
}
