//! Bylines: "By Tamilla Hasanova", "Author: Editor", "Words by Ann Lee and Bo Carter, Paris".

/// The names of a line that is a byline and nothing else; empty where it names nobody ("Author:
/// Editor"). `None` where it is no byline.
pub(crate) fn names(line: &str) -> Option<Vec<&str>> {
    const LABELS: &[&str] = &[
        "By",
        "BY",
        "By:",
        "Author:",
        "Authors:",
        "Written by",
        "Words by",
        "Text by",
        "Story by",
        "Report by",
        "Reported by",
        "Reporting by",
        "Compiled by",
        "Edited by",
        "Translated by",
        "Posted by",
        "Published by",
        "Byline:",
    ];
    let labelled = |label: &&str| line.strip_prefix(*label).filter(|rest| rest.starts_with(' '));
    let rest = LABELS.iter().find_map(labelled)?.trim();
    if rest.len() > 120 || rest.split_whitespace().count() > 14 || rest.ends_with(['?', '!']) {
        return None;
    }
    // The outlet, the place or the date may follow.
    let names = rest.split(['|', '•', '·', '—', '(']).next()?.trim();
    let names: Vec<&str> = names
        .split([',', ';', '&'])
        .flat_map(|part| part.split(" and "))
        .map(|name| name.trim().trim_end_matches('.'))
        .filter(|name| !name.is_empty())
        .collect();
    let first = names.first()?;
    if !is_name(first) {
        return is_desk(first).then(Vec::new);
    }
    Some(names.into_iter().take_while(|name| is_name(name)).collect())
}

/// Two to five words, each with a capital but for particles.
fn is_name(text: &str) -> bool {
    const PARTICLES: &[&str] = &[
        "de", "del", "der", "den", "di", "da", "du", "la", "le", "van", "von", "al", "el", "bin",
        "ibn", "ter", "y",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    let written = |word: &&str| {
        word.starts_with(char::is_uppercase) && !word.contains(|c: char| c.is_ascii_digit())
    };
    (2..=5).contains(&words.len())
        && words.iter().all(|word| written(word) || PARTICLES.contains(word))
        && words.first().is_some_and(written)
        && words.last().is_some_and(written)
        && !words.iter().any(|word| is_desk(word))
}

/// Who signs where nobody does.
fn is_desk(text: &str) -> bool {
    const DESKS: &[&str] = &[
        "editor",
        "editors",
        "editorial",
        "admin",
        "administrator",
        "staff",
        "desk",
        "newsroom",
        "reporter",
        "reporters",
        "correspondent",
        "writer",
        "team",
        "agencies",
        "press",
    ];
    text.split_whitespace().any(|word| DESKS.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_name_their_writers() {
        let check = |line, expected: Option<&[&str]>| {
            assert_eq!(names(line).as_deref(), expected, "{line}");
        };
        check("By Ana Kelman", Some(&["Ana Kelman"]));
        check("By Ana Kelman and Bo Carter, Valley Desk", Some(&["Ana Kelman", "Bo Carter"]));
        check("Written by Ludwig van der Berg | Valley Times", Some(&["Ludwig van der Berg"]));
        check("Author: Editor", Some(&[]));
        check("By the numbers", None);
        check("By Tuesday", None);
        check("By midnight the river had risen over the bridge.", None);
        check("Bystanders", None);
    }
}
