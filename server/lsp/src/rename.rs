//! Gives somebody another name, in the prose and in tags; never between quotation marks.

use article::{QuoteTag, Span};
use language::{EntityId, MentionKind};
use rules::{Beside, Edit, Target};
use sourcing::{Name, Reading};

/// The name at `offset` that can be changed.
pub fn name_at(reading: &Reading, offset: usize) -> Option<Span> {
    found(reading, offset).map(|(_, span)| span)
}

/// The changes that give whoever is named at `offset` the name `new`; `Err` says why not.
pub fn edits(
    reading: &Reading,
    beside: &Beside<'_>,
    offset: usize,
    new: &str,
) -> Result<Vec<Edit>, String> {
    let Some((entity, span)) = found(reading, offset) else {
        return Err("there is no name here that can be changed; words between quotation marks \
                    stay as they are"
            .into());
    };
    let new = new.trim();
    if new.is_empty() || new.contains(['\n', '\r', '"', '“', '”']) {
        return Err("expected a name on one line, without quotation marks".into());
    }
    let change = Change::new(reading.article.slice(span), new);
    let mut edits = in_prose(reading, entity, &change);
    edits.extend(in_tags(reading, entity, &change));
    edits.extend(in_sidecar(reading, beside, entity, &change));
    Ok(edits)
}

/// Who is named at `offset`, where the name stands outside every quote and as it is in the source.
fn found(reading: &Reading, offset: usize) -> Option<(EntityId, Span)> {
    let named = |name: &Name| Some((name.entity?, changeable(reading, name)?));
    reading.names.iter().rev().filter_map(named).find(|(_, span)| span.touches(offset))
}

fn changeable(reading: &Reading, name: &Name) -> Option<Span> {
    let span = reading.span(name.name);
    let proper = !matches!(name.kind, MentionKind::Role | MentionKind::Nationality);
    let plain = reading.article.slice(span) == reading.words(name.name);
    let edit = Edit::of(Target::Article, span, "");
    (proper && plain && rules::leaves_quotes_alone(reading, &[edit])).then_some(span)
}

/// How one form of a name becomes another.
struct Change<'a> {
    old: Vec<&'a str>,
    new: Vec<&'a str>,
}

impl<'a> Change<'a> {
    fn new(old: &'a str, new: &'a str) -> Self {
        Self { old: old.split_whitespace().collect(), new: new.split_whitespace().collect() }
    }

    /// What becomes of `name`, another form of the old one; `None` where nothing does.
    fn of(&self, name: &str) -> Option<String> {
        let words: Vec<&str> = name.split_whitespace().collect();
        let (old, new) = (&self.old, &self.new);
        let whole = words.windows(old.len()).position(|window| window == old);
        let changed = match (words.as_slice(), whole) {
            // Word by word, so that the full name and the surname both follow.
            _ if old.len() == new.len() => {
                let changed = |word: &&str| old.iter().position(|it| it == word);
                words.iter().map(|word| changed(word).map_or(*word, |at| new[at])).collect()
            }
            (_, Some(at)) => [&words[..at], new, &words[at + old.len()..]].concat(),
            ([word], _) if Some(word) == old.last() => new[new.len() - 1..].to_vec(),
            ([word], _) if Some(word) == old.first() => new[..1].to_vec(),
            _ => return None,
        };
        (changed != words).then(|| changed.join(" "))
    }
}

fn in_prose(reading: &Reading, entity: EntityId, change: &Change<'_>) -> Vec<Edit> {
    let names = reading.names.iter().filter(|name| name.entity == Some(entity));
    let mut edits: Vec<Edit> = names
        .filter_map(|name| {
            let span = changeable(reading, name)?;
            let text = change.of(reading.article.slice(span))?;
            Some(Edit::of(Target::Article, span, text))
        })
        .collect();
    edits.sort_by_key(|edit| edit.span);
    edits.dedup();
    edits
}

/// Whether a tag's `name` is one of the entity's.
fn is(reading: &Reading, entity: EntityId, name: &str) -> bool {
    let found = reading.entities.get(entity.0);
    found.is_some_and(|it| it.name == name || it.aliases.iter().any(|alias| alias == name))
}

/// In the braces of tags in the copy.
fn in_tags(reading: &Reading, entity: EntityId, change: &Change<'_>) -> Vec<Edit> {
    let edit = |tag: &QuoteTag| {
        let braces = Span::new(tag.quote.end, tag.span.end);
        let names = tag.speaker.iter().chain(&tag.source).filter(|it| is(reading, entity, it));
        let edits = names.filter_map(|name| {
            let at = reading.article.slice(braces).find(&format!("=\"{name}\""))?;
            let start = braces.start + at + "=\"".len();
            let span = Span::new(start, start + name.len());
            Some(Edit::of(Target::Article, span, change.of(name)?))
        });
        edits.collect::<Vec<_>>()
    };
    reading.article.tags.iter().filter(|tag| tag.is_inline()).flat_map(edit).collect()
}

/// In the file of annotations beside the copy, as one edit.
fn in_sidecar(
    reading: &Reading,
    beside: &Beside<'_>,
    entity: EntityId,
    change: &Change<'_>,
) -> Option<Edit> {
    let changed = |name: &Option<String>| {
        name.as_ref().filter(|it| is(reading, entity, it)).and_then(|it| change.of(it))
    };
    let tags: Vec<QuoteTag> = reading
        .article
        .tags
        .iter()
        .filter(|tag| !tag.is_inline())
        .filter_map(|tag| {
            let (speaker, source) = (changed(&tag.speaker), changed(&tag.source));
            let renamed = speaker.is_some() || source.is_some();
            renamed.then(|| QuoteTag {
                speaker: speaker.or(tag.speaker.clone()),
                source: source.or(tag.source.clone()),
                ..tag.clone()
            })
        })
        .collect();
    let tagged = || rules::changed_sidecar(reading, beside, |it| it.tag(beside.name, &tags));
    (!tags.is_empty()).then(tagged).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(old: &str, new: &str, forms: &[(&str, Option<&str>)]) {
        let change = Change::new(old, new);
        for (form, expected) in forms {
            assert_eq!(change.of(form).as_deref(), *expected, "{form}");
        }
    }

    #[test]
    fn every_form_of_a_name_follows() {
        let both = [("Volodymyr Zelenskiy", Some("Volodymyr Zelenskyy")), ("Volodymyr", None)];
        check("Zelenskiy", "Zelenskyy", &both);
        check("Volodymyr Zelenskiy", "Volodymyr Zelenskyy", &both);
        let forms = [
            ("Ana Ruiz", Some("Ana Maria Ruiz Soto")),
            ("Ruiz", Some("Soto")),
            ("Ana", None),
            ("Ruiz family", None),
        ];
        check("Ana Ruiz", "Ana Maria Ruiz Soto", &forms);
        check(
            "Ruiz",
            "Ruiz Soto",
            &[("Ana Ruiz", Some("Ana Ruiz Soto")), ("Ruiz", Some("Ruiz Soto"))],
        );
    }
}
