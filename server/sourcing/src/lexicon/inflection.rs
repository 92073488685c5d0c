//! How English verbs and nouns inflect.

use language::{Table, data};
use std::sync::LazyLock;

/// How a verb stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Inflection {
    /// say
    Base,
    /// says
    Third,
    /// said, wrote
    Past,
    /// written, where it differs from the past
    Participle,
    /// saying
    Ing,
}

/// Past and participle of the verbs whose own are not in -ed.
static IRREGULAR: LazyLock<Table<(&str, &str)>> = LazyLock::new(|| {
    let lines = data::entries(include_str!("../../data/irregular.txt"));
    lines
        .filter_map(|line| {
            let mut forms = line.split_whitespace();
            Some((forms.next()?, (forms.next()?, forms.next()?)))
        })
        .collect()
});

/// The forms of the verb `base`. A participle like the past is given once, as past.
pub(super) fn forms(base: &str) -> Vec<(Inflection, String)> {
    let (past, participle) = match IRREGULAR.get(base) {
        Some((past, participle)) => ((*past).to_string(), (*participle).to_string()),
        None => (regular_past(base), regular_past(base)),
    };
    // A doubled consonant of the past is doubled in -ing as well: "planned", "planning".
    let stem = past.strip_suffix("ed").filter(|s| s.len() == base.len() + 1 && s.starts_with(base));
    let ing = match stem {
        Some(stem) if !base.ends_with('e') => format!("{stem}ing"),
        _ => ing(base),
    };
    let mut forms = vec![
        (Inflection::Base, base.to_string()),
        (Inflection::Third, third(base)),
        (Inflection::Ing, ing),
    ];
    if participle != past {
        forms.push((Inflection::Participle, participle));
    }
    forms.push((Inflection::Past, past));
    forms
}

/// The form in -s, of verbs and nouns alike.
pub(super) fn third(base: &str) -> String {
    match base {
        "person" => return "people".into(),
        "man" | "woman" | "spokesman" | "spokeswoman" | "chairman" | "congressman"
        | "businessman" | "congresswoman" | "chairwoman" => return base.replace("man", "men"),
        _ => {}
    }
    let consonant_y = base.ends_with('y') && !ends_in_vowel(&base[..base.len() - 1]);
    if consonant_y {
        format!("{}ies", &base[..base.len() - 1])
    } else if base.ends_with(['s', 'x', 'z'])
        || base.ends_with("ch")
        || base.ends_with("sh")
        || matches!(base, "go" | "veto" | "echo")
    {
        format!("{base}es")
    } else {
        format!("{base}s")
    }
}

fn regular_past(base: &str) -> String {
    if base.ends_with('e') {
        format!("{base}d")
    } else if base.ends_with('y') && !ends_in_vowel(&base[..base.len() - 1]) {
        format!("{}ied", &base[..base.len() - 1])
    } else {
        format!("{base}ed")
    }
}

fn ing(base: &str) -> String {
    match base {
        "begin" => "beginning".into(),
        "put" | "set" | "hit" | "forget" => format!("{base}{}ing", &base[base.len() - 1..]),
        "lie" => "lying".into(),
        _ if base.ends_with('e') && !base.ends_with("ee") => {
            format!("{}ing", &base[..base.len() - 1])
        }
        _ => format!("{base}ing"),
    }
}

fn ends_in_vowel(word: &str) -> bool {
    word.ends_with(['a', 'e', 'i', 'o', 'u'])
}
